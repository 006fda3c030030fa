"""dateline explain: a sentence -> the rules that fire in it, and why the near ones do not."""

import json
from collections.abc import Iterable
from dataclasses import asdict

import click

from dateline.cli.messages import set_up_log
from dateline.cli.writing import write_line
from dateline.records import Coding, Explanation, Finding

QUADS = {1: "verbal cooperation", 2: "material cooperation", 3: "verbal conflict", 4: "material conflict"}


@click.command()
@click.argument("sentence")
@click.option("--actor", metavar="WORDS", help="Who acts, in the sentence's words.")
@click.option("--recipient", metavar="WORDS", help="Upon whom.")
@click.option("--near", "show_near", is_flag=True, help="Show also the rules that came near, and what they lack.")
@click.option("--json", "as_json", is_flag=True, help="Write one JSON object.")
@click.option(
    "--model",
    envvar="DATELINE_MODEL",
    show_envvar=True,
    metavar="NAME",
    help="An installed spaCy pipeline for English, such as en_core_web_lg, in place of the default.",
)
@click.option("-v", "--verbose", count=True, help="Log counts to standard error; -vv logs every step.")
def explain(
    sentence: str,
    actor: str | None,
    recipient: str | None,
    show_near: bool,
    as_json: bool,
    model: str | None,
    verbose: int,
) -> None:
    """Show which event rules fire in SENTENCE and on which words.

    With --actor and --recipient it says what the one does to the other, and why the other rules do not decide.
    """
    set_up_log(verbose)
    if (actor is None) != (recipient is None):
        raise click.UsageError("--actor and --recipient go together; give both, or neither")
    from dateline import flow  # noqa: PLC0415 - the help comes without the second that spaCy takes to load

    found = flow.explain(sentence, actor, recipient, model=model)
    if as_json:
        write_line(json.dumps(asdict(found), ensure_ascii=False))
        return
    for line in _lines(found, near=show_near):
        write_line(line)


def _lines(found: Explanation, *, near: bool) -> Iterable[str]:
    if found.coding is not None:
        yield _coded(found.coding, found.sentence)
    fired = [f for f in found.findings if f.fired]
    if not fired:
        yield "no rule fires"
    yield from (_shown(f, found.sentence) for f in fired)
    missed = [f for f in found.findings if not f.fired]
    if near:
        yield from (_shown(f, found.sentence) for f in missed)
    elif missed:
        yield f"{len(missed)} more came near; --near shows them"


def _coded(coding: Coding, sentence: str) -> str:
    if coding.type is None or coding.quad is None:
        return "nothing shows what the one does to the other"
    mode = f" {coding.mode}" if coding.mode else ""
    words = f' on "{sentence[slice(*coding.trigger)]}"' if coding.trigger else ""
    return (
        f"{coding.type}{mode} ({QUADS[coding.quad]}), {coding.status}, by {coding.by}{words}, "
        f"confidence {coding.confidence:.2f}"
    )


def _shown(finding: Finding, sentence: str) -> str:
    words = " ".join(sentence[start:end] for start, end in finding.words)
    label = f"{finding.type} {finding.mode}" if finding.mode else str(finding.type)
    sign = "+" if finding.why_not is None else ("-" if finding.fired else "x")
    why = f": {finding.why_not}" if finding.why_not else ""
    return f'  {sign} {finding.rule} [{label}] on "{words}"{why}'
