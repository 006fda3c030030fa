"""dateline demo: the example that ships with the package."""

import json

import pytest

from dateline.cli.demo import example


def test_the_example_is_an_article_with_all_of_its_metadata():
    article = example()
    assert (article.title, article.outlet, article.published) != (None, None, None)
    assert 300 < len(article.text.split()) < 600


def test_the_demo_shows_the_example(run):
    result = run("demo")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "WHO DID WHAT" in result.stdout


@pytest.mark.parametrize("form", [("--json",), ("--html", "-")])
def test_the_demo_has_the_other_forms_too(run, form):
    result = run("demo", *form)
    assert result.exit_code == 0
    text = json.loads(result.stdout)["article"]["text"] if form == ("--json",) else result.stdout
    assert "Harbour Accord" in text
