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
    """

    span: Span
    type: TimexType
    value: str | None
    earliest: str | None = None
    latest: str | None = None
    interval: str | None = None
    why: str | None = None

    def __post_init__(self) -> None:
        check_spans([self.span], f"time {self.value}")
