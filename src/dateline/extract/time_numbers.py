"""Number words -> numbers: "twenty-three", "two and a half", "a dozen", "2 1/2"; vague ones stay X. Pure."""

from collections.abc import Sequence
from fractions import Fraction

from dateline.lexicons.times import Vocabulary

VAGUE = "X"
_VAGUE_WORDS = frozenset({"several", "few", "many", "number", "dozens", "hundreds", "countless"})


def count(words: Sequence[str], vocabulary: Vocabulary) -> Fraction | str | None:
    """Return the number that the words name, VAGUE for "several", None if they name none.

    Of two ("two or three", "12 to 18") there is no one number: VAGUE.
    """
    if _VAGUE_WORDS & set(words) or {"or", "to"} & set(words):
        return VAGUE
    if "couple" in words:
        return Fraction(2)
    plain = [w for w in words if w not in ("a", "an", "and", "-", "of")]
    if "/" in plain:
        return _fraction(plain)
    if "half" in plain:
        plain.remove("half")
        return _sum(plain, vocabulary, Fraction(0)) + Fraction(1, 2)
    digits = [w for w in plain if w[0].isdigit()]
    if len(digits) > 1:  # "5-7 days"
        return VAGUE
    if not plain:
        return Fraction(1) if words else None
    return _sum(plain, vocabulary, Fraction(1 if plain[0] in vocabulary.scales else 0))


def ordinal(words: Sequence[str], vocabulary: Vocabulary) -> int | None:
    """Return the number of an ordinal: "third", "19th", "twenty-first"."""
    last = words[-1]
    if last[0].isdigit():
        return int("".join(c for c in last if c.isdecimal()))
    if last not in vocabulary.ordinals:
        return None
    return vocabulary.ordinals[last] + sum(vocabulary.numbers.get(w, 0) for w in words[:-1])


def _fraction(words: list[str]) -> Fraction | None:
    try:
        slash = words.index("/")
        part = Fraction(int(words[slash - 1]), int(words[slash + 1]))
        return part + sum(int(w) for w in words[: slash - 1])
    except (ValueError, ZeroDivisionError, IndexError):
        return None


def _sum(words: list[str], vocabulary: Vocabulary, start: Fraction) -> Fraction:
    total = start
    for word in words:
        if word in vocabulary.scales:
            total = (total or Fraction(1)) * vocabulary.scales[word]
        elif word[0].isdigit():
            total += Fraction(word.replace(",", ""))
        else:
            total += vocabulary.numbers.get(word, 0)
    return total
