"""Examples in docstrings and in the pages are run, and links in the pages lead somewhere."""

import doctest
import importlib
import re
from dataclasses import fields
from pathlib import Path

import pytest

import dateline
from dateline.records import ChainLink, DateRange, Location, Relation

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")])
SOURCES = ROOT / "src"
WITH_EXAMPLES = sorted(path for path in SOURCES.rglob("*.py") if ">>> " in path.read_text(encoding="utf-8"))
CODE = re.compile(r"^```python\n(.*?)^```", re.DOTALL | re.MULTILINE)
LINK = re.compile(r"\]\((?!https?:)([^)#]+)")
RUNNER = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE)


@pytest.mark.parametrize("path", WITH_EXAMPLES, ids=lambda path: path.stem)
def test_examples_in_docstrings_hold(path):
    module = importlib.import_module(".".join(path.relative_to(SOURCES).with_suffix("").parts))
    result = doctest.testmod(module)
    assert (result.failed, result.attempted > 0) == (0, True)


def test_examples_in_pages_hold():
    blocks = {page: CODE.findall(page.read_text(encoding="utf-8")) for page in PAGES}
    for page, code in blocks.items():
        examples = "\n".join(block for block in code if ">>> " in block)
        assert RUNNER.run(doctest.DocTestParser().get_doctest(examples, {}, page.name, str(page), 0)).failed == 0
    assert RUNNER.tries > 0


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_to_files_lead_somewhere(page):
    missing = [
        target for target in LINK.findall(page.read_text(encoding="utf-8")) if not (page.parent / target).exists()
    ]
    assert not missing


def test_the_page_on_the_record_names_every_field():
    page = (ROOT / "docs" / "record.md").read_text(encoding="utf-8").partition("## Fields")[2]
    layers = [
        *(dateline.Record, dateline.Article, dateline.Actor, dateline.Timex, dateline.Attribution, dateline.Event),
        *(dateline.Instrument, dateline.Provision, ChainLink, DateRange, Location, Relation),
    ]
    named = set(re.findall(r"[`*]+(\w+)[`*]+", page))
    written = {field.name.rstrip("_") for layer in layers for field in fields(layer)}
    assert written <= named
