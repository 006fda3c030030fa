"""docs/plover.md: each type and mode with its definition, and the rules that find it, from the lexicon itself.

    python -m tools.build_plover_doc

A test holds the page to what this writes.
"""

import tomllib
from collections.abc import Iterator
from pathlib import Path

from dateline.lexicons import Lexicons, load_lexicons
from dateline.lexicons.events import EventRule
from dateline.records import MODES, QUADS, EventType

PAGE = Path(__file__).resolve().parent.parent / "docs" / "plover.md"
DEFINITIONS = Path(__file__).with_name("plover_definitions.toml")
QUAD_NAMES = {1: "verbal cooperation", 2: "material cooperation", 3: "verbal conflict", 4: "material conflict"}
SHOWN = 6  # words of a rule; the file has them all
HEAD = """# PLOVER in Dateline: types, modes and rules

Written by `python -m tools.build_plover_doc` from `src/dateline/lexicons/events_*.toml`; change those, not this page.
The ontology is PLOVER 2.0 (draft of the manual in openeventdata/PLOVER); its definitions are put in our words here.
[rules.md](rules.md) says how a rule is written and what its keys mean.

Several rules may fit one word: the one that asks for most wins, and `dateline explain` shows the others.
"""
PAIRS_HEAD = """## Between two parties of one sentence

`dateline.classify` says what one party does to another. It takes the rule that links the two best, and then codes as
follows, where that differs from the record of an article. What is only planned is agreed to or threatened, as PLOVER's
manual has it; what is denied or called off is refused. The rules below follow the usage of labelled pairs, which is older than
PLOVER 2.0: sanctions on somebody are coerced on him, a verdict goes with its charge. A record keeps PLOVER 2.0's type.
"""


def written(lex: Lexicons) -> str:
    """Return the page."""
    definitions = tomllib.loads(DEFINITIONS.read_text(encoding="utf-8"))
    lines = [HEAD, *_overview(definitions, lex)]
    for kind in EventType:
        lines += _type(kind, definitions[kind], lex)
    return "\n".join([*lines, *_pairs(lex)]) + "\n"


def _overview(definitions: dict[str, dict[str, str]], lex: Lexicons) -> Iterator[str]:
    yield "| type | class | rules | what it covers |\n|---|---|---|---|"
    for kind in EventType:
        count = sum(rule.type is kind for rule in lex.events.rules)
        yield f"| [{kind}](#{kind.lower()}) | {QUAD_NAMES[QUADS[kind]]} | {count} | {definitions[kind]['definition']} |"
    yield ""


def _type(kind: EventType, texts: dict[str, str], lex: Lexicons) -> Iterator[str]:
    yield f"## {kind}\n\n{texts['definition']}\n"
    for mode in sorted(MODES[kind]):
        yield f"- **{mode}**: {texts[mode]}"
    if MODES[kind]:
        yield ""
    yield "| rule | mode | words | fires | stays silent |\n|---|---|---|---|---|"
    for rule in (r for r in lex.events.rules if r.type is kind):
        yield f"| `{rule.id}` | {rule.mode or ''} | {_words(rule)} | {rule.fires} | {rule.silent or ''} |"
    yield ""


def _words(rule: EventRule) -> str:
    words = [*rule.verbs, *rule.nouns, *rule.adjectives]
    return ", ".join(words[:SHOWN]).replace("*", "any verb") + (
        f" and {len(words) - SHOWN} more" if len(words) > SHOWN else ""
    )


def _pairs(lex: Lexicons) -> Iterator[str]:
    yield PAIRS_HEAD
    yield "| status | types |\n|---|---|"
    for status, types in lex.pairs.status.items():
        yield f"| {status} | " + ", ".join(f"{own} as {coded}" for own, coded in types.items()) + " |"
    yield "\n| rule | coded as |\n|---|---|"
    for rule, coded in sorted(lex.pairs.rule.items()):
        yield f"| `{rule}` | {coded} |"
    for rule, coded in sorted(lex.pairs.joint.items()):
        yield f"| `{rule}`, both together | {coded} |"


def main() -> None:
    """Write the page."""
    PAGE.write_text(written(load_lexicons()), encoding="utf-8")


if __name__ == "__main__":
    main()
