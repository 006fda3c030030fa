"""lexicons/times.toml and times_rules.toml -> TimeLexicon: words of time by class, and the rules over them."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from dateline.lexicons.loading import Entry, check_unique, read_toml
from dateline.lexicons.time_patterns import Symbols, literals, parse_pattern

Bound = Literal["START", "MID", "END"]


class Relation(Entry):
    """How many steps a word goes, and whether from the date told last rather than from the day of publication."""

    step: int
    told: bool = False


class Vocabulary(Entry):
    """lexicons/times.toml: what each word stands for."""

    months: dict[str, int]
    weekdays: dict[str, int]
    units: dict[str, str]
    numbers: dict[str, int]
    scales: dict[str, int]
    ordinals: dict[str, int]
    relations: dict[str, Relation]
    parts: dict[str, Bound]
    approximations: dict[str, str]
    dayparts: dict[str, str]
    hours: dict[str, str]
    decades: dict[str, str]
    seasons: dict[str, str]
    days: dict[str, int]
    sets: dict[str, str]
    zones: dict[str, list[str]]
    holidays: dict[str, str]
    lists: dict[str, list[str]]


class TimeRule(Entry):
    """A row of words that is a time expression.

    kind: the resolver that gives it its value. guard: a further test. ahead: a pattern that must come right after.
    behind: it goes on from an expression right before. before, not_before, after, not_after: words right beside it.
    """

    id: str
    kind: str
    pattern: str
    fires: str
    silent: str
    guard: str | None = None
    ahead: str | None = None
    behind: bool = False
    before: list[str] = []
    not_before: list[str] = []
    after: list[str] = []
    not_after: list[str] = []


class RuleFile(Entry):
    """lexicons/times_rules.toml."""

    macros: dict[str, str]
    rule: list[TimeRule]


@dataclass(frozen=True, slots=True)
class CompiledRule:
    """A rule with its expression over symbols."""

    rule: TimeRule
    order: int
    regex: re.Pattern[str]
    ahead: re.Pattern[str] | None


@dataclass(frozen=True, slots=True)
class TimeLexicon:
    """What the finder asks: the symbol of a word, the rules that may begin with a symbol, what the words stand for."""

    vocabulary: Vocabulary
    rules: tuple[TimeRule, ...]
    lower: Mapping[str, str]
    capital: Mapping[str, str]
    numbers: Mapping[frozenset[str], str]
    starting_with: Mapping[str, tuple[CompiledRule, ...]]
    triggers: frozenset[str]
    lists: Mapping[str, frozenset[str]]


# Tokens that are no plain word or number, by the name of their group in the tokenizer's expression.
SPECIAL_CLASSES: Mapping[str, frozenset[str]] = {
    "iso": frozenset({"ISODATE"}),
    "slashes": frozenset({"SLASHDATE"}),
    "clock": frozenset({"CLOCK"}),
    "ampm": frozenset({"AMPM"}),
    "decade": frozenset({"DECADE"}),
    "dayord": frozenset({"DAYORD", "ORDNUM"}),
    "ordnum": frozenset({"ORDNUM"}),
    "quartercode": frozenset({"QUARTERCODE"}),
    "decimal": frozenset({"NUM"}),
}
# Words of one meaning each, which only the patterns ask for.
_SMALL_CLASSES = {
    "A": ("a", "an"),
    "LAST": ("last",),
    "NEXT": ("next",),
    "THIS": ("this",),
    "SAME": ("same",),
    "PAST": ("past",),
    "CURRENT": ("current", "present"),
    "COMING": ("coming", "upcoming"),
    "RECENT": ("recent",),
    "FIRST": ("first",),
    "FINAL": ("final",),
    "LATEST": ("latest",),
    "REMAINING": ("remaining",),
    "PREVIOUS": ("previous",),
    "FUTURE": ("future",),
    "EARLY": ("early",),
    "BACK": ("ago", "earlier"),
    "ADJECTIVE": ("crucial", "critical", "delicate", "difficult", "sensitive", "historic", "very", "particular"),
    "PART": ("early", "earlier", "mid", "late", "later"),
}
_CAPITALISED = ("MONTH", "SHORTMONTH", "WEEKDAY", "WEEKDAYS", "ZONE")


def number_classes(text: str) -> frozenset[str]:
    """Return the classes of a number as written, digits alone."""
    value, width = int(text), len(text)
    classes = {"NUM"}
    if width <= 2 and 1 <= value <= 31:
        classes.add("DAY")
    if width <= 2 and value <= 24:
        classes.add("HOUR")
    if width == 2:
        classes.add("TWODIGITS")
    if width == 4 and 1000 <= value < 2200:
        classes.add("YEAR")
    if width == 4 and value // 100 <= 24 and value % 100 < 60:
        classes.add("MILITARY")
    return frozenset(classes)


def load_times() -> TimeLexicon:
    """Return the checked lexicon."""
    vocabulary = read_toml("times.toml", Vocabulary)
    file = read_toml("times_rules.toml", RuleFile)
    check_unique("times_rules.toml", (rule.id for rule in file.rule))
    macros = {**file.macros, "HOLIDAY": _holidays(vocabulary)}
    patterns = [text for rule in file.rule for text in (rule.pattern, rule.ahead) if text]
    named = literals([*patterns, *macros.values()])
    symbols = Symbols()
    small, capital = _classes(vocabulary, named)
    lower = {word: symbols.symbol(classes) for word, classes in small.items() if classes}
    upper = {word: symbols.symbol(classes) for word, classes in capital.items()}
    numbers = {classes: symbols.symbol(classes) for classes in _number_classes()}
    glue = frozenset(vocabulary.lists["glue"])
    triggers = {s for word, s in (*lower.items(), *upper.items()) if word not in glue}
    triggers |= {s for classes, s in numbers.items() if classes - {"NUM", "DAY", "HOUR", "TWODIGITS", "MILITARY"}}
    return TimeLexicon(
        vocabulary=vocabulary,
        rules=tuple(file.rule),
        lower=lower,
        capital=upper,
        numbers=numbers,
        starting_with=_compile_rules(file.rule, symbols, macros),
        triggers=frozenset(triggers),
        lists={name: frozenset(words) for name, words in vocabulary.lists.items()},
    )


def _number_classes() -> list[frozenset[str]]:
    """Return every set of classes that a number can belong to, in one order."""
    written = [
        *(f"{n}" for n in range(2200)),
        *(f"{n:04}" for n in range(2500)),
        *(f"{n:02}" for n in range(100)),
        "99999",
    ]
    return [*sorted({number_classes(text) for text in written}, key=sorted), *SPECIAL_CLASSES.values()]


def _compile_rules(
    rules: Iterable[TimeRule], symbols: Symbols, macros: Mapping[str, str]
) -> dict[str, tuple[CompiledRule, ...]]:
    """Return the rules by the symbols that they may begin with, in the file's order."""
    by_first: dict[str, list[CompiledRule]] = defaultdict(list)
    for order, rule in enumerate(rules):
        pattern = parse_pattern(rule.pattern, symbols, macros)
        ahead = re.compile(parse_pattern(rule.ahead, symbols, macros).source) if rule.ahead else None
        compiled = CompiledRule(rule, order, re.compile(pattern.source), ahead)
        for symbol in pattern.first:
            by_first[symbol].append(compiled)
    return {symbol: tuple(found) for symbol, found in by_first.items()}


def _classes(vocabulary: Vocabulary, named: Iterable[str]) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """Return the classes of each word in small letters and with a capital."""
    small: dict[str, set[str]] = defaultdict(set)
    for name, words in (*_tables(vocabulary), *_SMALL_CLASSES.items()):
        for word in words:
            small[word].add(name)
    for word in named:
        small[word].add(word)
    capital = {word: set(classes) for word, classes in small.items()}
    for word in small:
        small[word] -= set(_CAPITALISED)
    return small, capital


def _tables(vocabulary: Vocabulary) -> Iterable[tuple[str, Iterable[str]]]:
    told = [word for word, relation in vocabulary.relations.items() if relation.told]
    return (
        ("MONTH", vocabulary.months),
        ("SHORTMONTH", [name for name in vocabulary.months if len(name) < 5 and name not in ("may", "june", "july")]),
        ("WEEKDAY", vocabulary.weekdays),
        ("WEEKDAYS", [f"{name}s" for name in vocabulary.weekdays if name.endswith("day")]),
        ("UNIT", [name for name in vocabulary.units if not _is_plural(name) and name != "second"]),
        ("UNITS", [name for name in vocabulary.units if _is_plural(name)]),
        ("NUMWORD", vocabulary.numbers),
        ("SCALE", vocabulary.scales),
        ("ORD", vocabulary.ordinals),
        ("DAYORD", vocabulary.ordinals),
        ("APPROXIMATION", [word for word in vocabulary.approximations if " " not in word]),
        ("DAYPART", [name for name in vocabulary.dayparts if not name.endswith("s")]),
        ("DAYPARTS", [name for name in vocabulary.dayparts if name.endswith("s")]),
        ("HOURNAME", vocabulary.hours),
        ("DECADENAME", vocabulary.decades),
        ("SEASON", vocabulary.seasons),
        ("DAYWORD", vocabulary.days),
        ("SETWORD", vocabulary.sets),
        ("ZONE", vocabulary.zones["names"]),
        ("TOLD", [word for word in told if word not in ("same", "that")]),
    )


def _is_plural(unit: str) -> bool:
    return unit.endswith("s") or unit == "millennia"


def _holidays(vocabulary: Vocabulary) -> str:
    names = sorted(vocabulary.holidays, key=len, reverse=True)
    return f"( {' | '.join(name.replace(chr(39) + 's', ' ' + chr(39) + 's') for name in names)} )"
