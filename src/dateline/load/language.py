"""A text -> the name of its language, if it is not English."""

import csv
from functools import cache
from importlib.resources import files
from typing import Any

# Letters. Of 2,300 English sentences and articles of newswire, none with more than 60 letters was taken for another
# language; in shorter ones names decide.
ENOUGH = 80
SAMPLE = 10_000  # characters that are looked at: more changes nothing
SURE = 0.9  # probability; a page of English with quotes in French stays English
LATIN_END = "\u024f"  # the last letter of Latin Extended-B


def foreign_language(text: str) -> str | None:
    """Return the English name of the text's language, or None if it is English or too short to tell.

    A text mostly in another script is foreign however short it is.
    """
    sample = text[:SAMPLE]
    letters = [c for c in sample if c.isalpha()]
    foreign_script = sum(c > LATIN_END for c in letters) > len(letters) / 2
    if len(letters) < ENOUGH and not foreign_script:
        return None
    code, probability = _identifier().classify(sample)
    if code == "en":
        return "no English" if foreign_script else None
    return language_name(code) if foreign_script or probability > SURE else None


def language_name(code: str) -> str:
    """Return a language's English name; the code itself where we have none ("de" -> "German")."""
    return _names().get(code, f"the language {code!r}")


@cache
def _names() -> dict[str, str]:
    table = files("dateline.load").joinpath("languages.csv").read_text(encoding="utf-8")
    return {row["code"]: row["name"] for row in csv.DictReader(table.splitlines())}


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 - its model takes half a second

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
