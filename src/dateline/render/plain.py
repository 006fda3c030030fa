"""Others' words -> words that a terminal may show."""

from unicodedata import category


def one_line(words: str) -> str:
    """Return words without line breaks, tabs and blanks beside blanks."""
    return " ".join(words.split())


def shown(words: str) -> str:
    """Return words as a terminal may show them: on one line, without the characters that steer it."""
    return one_line("".join(c if category(c) not in ("Cc", "Cf", "Cs") or c == "\u200d" else " " for c in words))
