"""lexicons/common_words.csv -> how little a word tells one report from another. Made by tools/build_common_words.py."""

from collections.abc import Mapping
from functools import cache

from dateline.lexicons.loading import TableRow, check_unique, read_csv


class CommonWord(TableRow):
    """A word that at least one report in a hundred uses; rank: 0 says nothing, else how many times less than a rare word."""

    word: str
    rank: int


@cache
def load_common_words() -> Mapping[str, int]:
    """Return the rank of each common word. Raises LexiconError."""
    rows = read_csv("common_words.csv", CommonWord)
    check_unique("common_words.csv", (row.word for row in rows))
    return {row.word: row.rank for row in rows}
