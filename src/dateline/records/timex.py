"""When: time expressions as TimeML's TIMEX3 has them, with the days that they stand for."""

from dataclasses import dataclass

from dateline.records.spans import Span, check_spans
from dateline.records.vocabulary import TimexType


@dataclass(frozen=True, slots=True, kw_only=True)
class DateRange:
    """An event's date: a TIMEX3 value and its first and last day (ISO 8601); all None where no date is given."""

    value: str | None = None
    earliest: str | None = None
    latest: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Timex:
    """One time expression.

    value: TIMEX3, as exact as the words ("2024-03", "PAST_REF", "P3D"), or None with `why`.
    earliest, latest: the first and last day of `value` as ISO dates, None where it has no days of its own.
    interval: the bound that the words set, ISO 8601-2 ("../2027", "2014/.."), or None.
    precision: how exact a calendar value is: hour, part of day, day, week, weekend, month, quarter, half, season, year,
    decade or century; None for references, durations, sets and stretches.
    mod: TIMEX3's, where the words narrow or blur the value: START, MID, END, APPROX, BEFORE, AFTER, LESS_THAN, MORE_THAN,
    EQUAL_OR_LESS, EQUAL_OR_MORE. zone: the zone that a clock time names ("GMT"); its value has the hour as printed.
    anchor: the words that a duration is counted from: "adoption" in "within 90 days of adoption".
    """

    span: Span
    type: TimexType
    value: str | None
    earliest: str | None = None
    latest: str | None = None
    interval: str | None = None
    why: str | None = None
    precision: str | None = None
    mod: str | None = None
    zone: str | None = None
    anchor: Span | None = None

    def __post_init__(self) -> None:
        check_spans([self.span, *([self.anchor] if self.anchor else [])], f"time {self.value}")
