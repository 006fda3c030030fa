"""Others' words -> words that a terminal may show."""

from unicodedata import category


def shown(words: str) -> str:
    """Return words as a terminal may show them: on one line, without the characters that steer it."""
    return " ".join(
        "".join(c if category(c) not in ("Cc", "Cf", "Cs") or c == "\u200d" else " " for c in words).split()
    )
