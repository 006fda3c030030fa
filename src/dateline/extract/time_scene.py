"""What a time expression is read against: the day of publication, the dates told before, the tense around it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from dateline.extract.time_calendar import Days, days_of
from dateline.extract.time_tense import Way
from dateline.extract.time_words import Hit
from dateline.lexicons.times import Vocabulary
from dateline.records import TimexType

NO_ANCHOR = "no publication date is known"
NOTHING_TOLD = "no earlier date that it could start from"
# How far back "the following week" may reach for its date; characters, about four sentences of newswire.
FARTHEST_TOLD = 600


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What an expression stands for. days: where they are not those of the value; told: may later words start here?"""

    type: TimexType
    value: str | None
    mod: str | None = None
    why: str | None = None
    days: tuple[date | None, date | None] | None = None
    interval: str | None = None
    zone: str | None = None
    told: bool = True


def dated(value: str, mod: str | None = None) -> Reading:
    """Return the reading of a calendar value."""
    return Reading(type=TimexType.DATE, value=value, mod=mod)


def unknown(why: str, kind: TimexType = TimexType.DATE) -> Reading:
    """Return the reading of an expression that nothing pins down."""
    return Reading(type=kind, value=None, why=why, told=False)


def reference(value: str) -> Reading:
    """Return the reading of a vague reference: PAST_REF, PRESENT_REF or FUTURE_REF."""
    return Reading(type=TimexType.DATE, value=value, told=False)


@dataclass(slots=True)
class Scene:
    """The state of reading one text, from its start to the expression at hand."""

    vocabulary: Vocabulary
    anchor: date | None
    way: Callable[[Hit], Way]
    spoken_now: Callable[[Hit], bool]
    told: list[tuple[int, str, Days]] = field(default_factory=list)
    lengths: list[tuple[int, str]] = field(default_factory=list)

    def note(self, hit: Hit, reading: Reading) -> None:
        """Keep what later words may start from."""
        if reading.type is TimexType.DURATION and reading.value:
            self.lengths.append((hit.span[1], reading.value))
        if reading.value is None or not reading.told:
            return
        days = days_of(reading.value)
        if days:
            self.told.append((hit.span[1], reading.value, days))

    def told_value(self, hit: Hit, *, longest: int = 31, reach: int = FARTHEST_TOLD) -> tuple[str, Days] | None:
        """Return the last dated value before the expression that spans at most so many days, None if there is none."""
        start = hit.span[0]
        for end, value, days in reversed(self.told):
            if start - end > reach:
                return None
            if (days[1] - days[0]).days < longest:
                return value, days
        return None

    def told_months(self, hit: Hit, reach: int) -> bool:
        """Is the period told last, within the reach, one of so many months ("the first nine months")?"""
        end, value = self.lengths[-1] if self.lengths else (0, "")
        later = any(
            at > end and known[5:6] == "Q" and days[1] < (self.anchor or days[0]) for at, known, days in self.told
        )
        return value.endswith("M") and "T" not in value and hit.span[0] - end <= reach and not later

    def told_day(self, hit: Hit, reach: int = FARTHEST_TOLD) -> date | None:
        """Return the last single day told before the expression, None if there is none."""
        found = self.told_value(hit, longest=1, reach=reach)
        return found[1][0] if found else None

    def told_quarter(self, hit: Hit, reach: int) -> str | None:
        """Return the latest quarter told before the expression that was over on the day of publication.

        Where none was over, the latest told: a fiscal year has its fourth quarter before the calendar's.
        """
        start = hit.span[0]
        told = [(value, days) for end, value, days in self.told if value[5:6] == "Q" and start - end <= reach]
        over = [value for value, days in told if self.anchor is None or days[1] < self.anchor]
        return max(over or [value for value, _ in told], default=None)
