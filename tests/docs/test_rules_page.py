"""docs/rules.md: its example does what the page says, and its table has every key."""

import re
import tomllib
from pathlib import Path

import pytest

from dateline.extract.actors import find_actors
from dateline.extract.event_matching import find_candidates
from dateline.extract.event_parts import find_parts
from dateline.lexicons.events import (
    CONTEXTS_FILE,
    STATUS_FILE,
    TYPES_FILE,
    ContextsFile,
    EventRule,
    StatusWords,
    TypesFile,
    build,
)
from dateline.lexicons.loading import read_toml

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "rules.md").read_text(encoding="utf-8")
RULE, NARROWER = (tomllib.loads(block) for block in re.findall(r"^```toml\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE))
FIRST = RULE["rule"][0]


@pytest.fixture
def fires(parse, lex):
    def ask(fields: dict, text: str) -> bool:
        files = (
            read_toml(TYPES_FILE, TypesFile),
            read_toml(STATUS_FILE, StatusWords),
            read_toml(CONTEXTS_FILE, ContextsFile),
        )
        lexicon = build([EventRule.model_validate(fields)], {}, *files)
        doc = parse(text)
        cast = find_actors(doc, lex.actors)
        found = (c for group in find_candidates(doc, cast, lexicon) for c in group)
        return any(find_parts(c, None, cast, lexicon) is not None for c in found)

    return ask


def test_the_first_try_fires_on_its_near_miss_and_the_narrower_rule_does_not(fires):
    assert fires(FIRST, FIRST["fires"])
    assert fires(FIRST, FIRST["silent"])
    assert fires(FIRST | NARROWER, FIRST["fires"])
    assert not fires(FIRST | NARROWER, FIRST["silent"])


def test_the_table_names_every_key_and_no_other():
    table = PAGE.partition("## Keys of an event rule")[2].partition("## A table's row")[0]
    rows = [line.split("|")[1] for line in table.splitlines() if line.startswith("| `")]
    assert {key for row in rows for key in re.findall(r"`(\w+)`", row)} == set(EventRule.model_fields)
