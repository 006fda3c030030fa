"""The guards of the rules by name: tests of a match that its words alone cannot make. Pure."""

from collections.abc import Callable

from dateline.extract import time_guards_days, time_guards_spans
from dateline.extract.time_around import Around
from dateline.extract.time_words import Hit

Guard = Callable[[Hit, Around], bool]

GUARDS: dict[str, Guard] = {
    "month_name": time_guards_days.month_name,
    "year": time_guards_days.year,
    "year_words": time_guards_days.year_words,
    "season": time_guards_days.season,
    "weekday": time_guards_days.weekday,
    "day_word": time_guards_days.day_word,
    "holiday": time_guards_days.holiday,
    "next_of_range": time_guards_days.next_of_range,
    "clock": time_guards_days.clock,
    "hour_name": time_guards_days.hour_name,
    "daypart": time_guards_days.daypart,
    "weekend": time_guards_days.weekend,
    "quarter": time_guards_spans.quarter,
    "period": time_guards_spans.period,
    "the_period": time_guards_spans.the_period,
    "duration": time_guards_spans.duration,
    "rate": time_guards_spans.rate,
    "hyphen_one": time_guards_spans.hyphen_one,
    "bare_units": time_guards_spans.bare_units,
    "recent_one": time_guards_spans.recent_one,
    "set_word": time_guards_spans.set_word,
    "reference": time_guards_spans.reference,
    "earlier": time_guards_spans.earlier,
    "then": time_guards_spans.then,
    "one_day": time_guards_spans.one_day,
    "in_future": time_guards_spans.in_future,
}
