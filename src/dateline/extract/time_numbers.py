"""Number words -> numbers and lengths of time: "two and a half", "a dozen", "2 1/2"; vague ones stay X. Pure."""

from collections.abc import Sequence
from fractions import Fraction

from dateline.lexicons.times import Vocabulary

VAGUE = "X"
# TIMEX3 has no letter for a fortnight, and counts decades and centuries best in years.
_AS_YEARS = {"E": 10, "C": 100, "L": 1000}
_VAGUE_LETTERS = {"E": "DE", "L": "ML", "F": "W"}


_VAGUE_WORDS = frozenset({"several", "few", "many", "number", "dozens", "hundreds", "countless"})


def count(words: Sequence[str], vocabulary: Vocabulary) -> Fraction | str | None:
    """Return the number that the words name, VAGUE for "several", None if they name none.

    Of two neighbours ("two or three") the first; of others ("12 to 18") there is no one number: VAGUE.
    """
    if _VAGUE_WORDS & set(words):
        return VAGUE
    joint = next((w for w in words if w in ("or", "to")), None)
    if joint:
        return _of_two(words, joint, vocabulary)
    if "couple" in words:
        return Fraction(2)
    plain = [w for w in words if w not in ("a", "an", "and", "-", "of")]
    if plain == ["quarter"]:
        return Fraction(1, 4)
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


def length(number: Fraction | str | None, unit: str) -> str:
    """Return the TIMEX3 duration of so many units.

    >>> length(Fraction(5, 2), "Y")
    'P2Y6M'
    """
    if number == VAGUE or number is None or isinstance(number, str):
        return f"PTX{unit[1]}" if unit.startswith("T") else f"PX{_VAGUE_LETTERS.get(unit, unit)}"
    if unit in _AS_YEARS:
        number, unit = number * _AS_YEARS[unit], "Y"
    elif unit == "F":
        number, unit = number * 2, "W"
    if number.denominator != 1:
        return _broken(number, unit)
    return f"P{unit[0]}{number}{unit[1]}" if unit.startswith("T") else f"P{number}{unit}"


def _of_two(words: Sequence[str], joint: str, vocabulary: Vocabulary) -> Fraction | str | None:
    at = list(words).index(joint)
    one, two = count(words[:at], vocabulary), count(words[at + 1 :], vocabulary)
    near = isinstance(one, Fraction) and isinstance(two, Fraction) and two - one == 1
    return one if near else VAGUE


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


def _broken(number: Fraction, unit: str) -> str:
    """A broken number of units as whole ones and a rest of the next smaller kind: P2Y6M."""
    finer = {"Y": (12, "M"), "TH": (60, "M"), "TM": (60, "S"), "D": (24, "H"), "W": (7, "D")}
    times, smaller = finer.get(unit, (1, ""))
    whole, rest = divmod(number * times, times)
    if not smaller or rest.denominator != 1:
        text = f"{float(number):g}"
        return f"P{unit[0]}{text}{unit[1]}" if unit.startswith("T") else f"P{text}{unit}"
    large = f"{whole}{unit[-1]}" if whole else ""
    if unit == "D":
        return f"P{large}T{rest}{smaller}"
    return f"P{'T' if unit.startswith('T') else ''}{large}{rest}{smaller}"
