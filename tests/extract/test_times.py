"""Laws of the time finder, and what it must leave alone. The table of cases is in test_times_cases.py."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.extract.time_calendar import days_of, easter, nth_weekday, precision, step
from dateline.extract.times import find_times
from dateline.records import TimexType

ANCHOR = date(2025, 3, 5)
WORDS = st.sampled_from(
    [
        *(
            "on",
            "in",
            "by",
            "since",
            "until",
            "through",
            "from",
            "to",
            "the",
            "a",
            "of",
            "and",
            "-",
            ",",
            ".",
            "\n\n",
            "“",
            "”",
        ),
        *(
            "Monday",
            "Friday",
            "March",
            "May",
            "Sept",
            "5",
            "31",
            "12",
            "1994",
            "2027",
            "0600",
            "GMT",
            "10:30",
            "p.m.",
            "1990s",
        ),
        *(
            "last",
            "next",
            "this",
            "previous",
            "following",
            "same",
            "past",
            "early",
            "late",
            "mid",
            "end",
            "earlier",
            "later",
        ),
        *(
            "day",
            "days",
            "week",
            "month",
            "year",
            "years",
            "decade",
            "century",
            "quarter",
            "weekend",
            "night",
            "morning",
        ),
        *(
            "two",
            "several",
            "few",
            "half",
            "hundred",
            "third",
            "second",
            "19th",
            "ago",
            "every",
            "annual",
            "now",
            "then",
        ),
        *(
            "met",
            "will",
            "meet",
            "today",
            "tomorrow",
            "Christmas",
            "summer",
            "fiscal",
            "2031-04-30",
            "25/11/2031",
            "99999",
        ),
    ]
)


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)
@given(words=st.lists(st.one_of(WORDS, st.text(max_size=4)), max_size=25), anchor=st.none() | st.dates())
def test_spans_read_back_days_are_in_order_and_values_mean_their_days(words, anchor, parse, lex):
    text = " ".join(words)
    times = find_times(parse.__wrapped__(text), lex.times, anchor=anchor)
    ends = [0]
    for timex in times:
        start, end = timex.span
        assert text[start:end].strip() == text[start:end] != ""
        assert start >= ends[-1], "in text order, none within another"
        ends.append(end)
        assert (timex.why is None) == (timex.value is not None)
        if timex.earliest and timex.latest:
            assert timex.earliest <= timex.latest
            first, last = days_of(timex.value or "") or (date.min, date.max)
            assert first.isoformat() <= timex.latest
            assert timex.earliest <= (last + timedelta(days=1 if timex.type is TimexType.TIME else 0)).isoformat()


@given(
    st.dates(min_value=date(1000, 1, 1), max_value=date(2999, 12, 1)), st.sampled_from("DWMQYE"), st.integers(-40, 40)
)
def test_a_step_there_and_back_stays_in_the_period(day, unit, count):
    there = step(day, unit, count)
    assert there is not None
    back = step(there, unit, -count)
    assert back is not None
    assert abs((back - day).days) <= 3, "months differ in length, nothing else does"


@pytest.mark.parametrize(
    ("year", "day"), [(2000, date(2000, 4, 23)), (2024, date(2024, 3, 31)), (2025, date(2025, 4, 20))]
)
def test_easter(year, day):
    assert easter(year) == day


def test_the_last_monday_of_may():
    assert nth_weekday(2025, 5, 1, -1) == date(2025, 5, 26)


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2025", "2025-01-01", "2025-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2025-W46", "2025-11-10", "2025-11-16"),
        ("2025-W46-WE", "2025-11-15", "2025-11-16"),
        ("2026-Q1", "2026-01-01", "2026-03-31"),
        ("2026-H2", "2026-07-01", "2026-12-31"),
        ("2023-SU", "2023-06-01", "2023-08-31"),
        ("2023-WI", "2023-01-01", "2024-02-29"),
        ("199", "1990-01-01", "1999-12-31"),
        ("19", "1900-01-01", "1999-12-31"),
        ("2025-11-13TEV", "2025-11-13", "2025-11-13"),
        ("2026-06-10/2026-06-12", "2026-06-10", "2026-06-12"),
    ],
)
def test_a_value_names_its_days(value, first, last):
    assert [day.isoformat() for day in days_of(value) or ()] == [first, last]


@pytest.mark.parametrize(
    "value", ["PAST_REF", "P3D", "XXXX-WXX-4", "2025-02-30", "2025-W54", "2026-06-12/2026-06-10", "00"]
)
def test_other_values_name_no_days(value):
    assert days_of(value) is None


@pytest.mark.parametrize(
    "text",
    [
        "The minister may march out a second time.",
        "Mrs May told the House that the deal was dead.",
        "The Six-Day War changed the map.",
        "Flight 1997 and Boeing 2000 landed.",
        "The council adopted resolution 2031 by 15 votes to none.",
        "More than 2000 troops and 1950 civilians left.",
        "The aid of $2000 was refused.",
        "They won 3-2 after trailing 10-12.",
        "It was the best of the 1997-98 season.",
        "The Sunday Times and USA Today reported it.",
        "The Good Friday Agreement holds.",
        "The Prague Spring was crushed and the fall of the city followed.",
        "He told 60 Minutes that three-quarters of the aid was lost.",
        "As soon as they can, under Article 7, they must.",
        "They ate, then they signed, and the daily El Pueblo wrote of it.",
        "Jan Berg and June Carter of Augusta met April Ross.",
        "The office hours are short and the minute book is lost.",
    ],
)
def test_ordinary_uses_are_no_times(text, parse, lex):
    assert [text[slice(*t.span)] for t in find_times(parse(text), lex.times, anchor=ANCHOR)] == []


@pytest.mark.parametrize(
    "text",
    [
        "He left on Friday.",
        "He left last week.",
        "He left in May.",
        "He left a year ago.",
        "He left today at noon.",
        "He spoke on 5 March.",
    ],
)
def test_without_a_publication_date_relative_times_stay_open(text, parse, lex):
    (timex,) = find_times(parse(text), lex.times, anchor=None)
    assert (timex.value, timex.earliest, timex.latest, timex.interval) == (None, None, None, None)
    assert timex.why == "no publication date is known"


def test_without_a_publication_date_full_dates_are_read(parse, lex):
    text = "He left on 5 March 1970 and came back two days later."
    assert [t.value for t in find_times(parse(text), lex.times, anchor=None)] == ["1970-03-05", "1970-03-07"]


@pytest.mark.parametrize(
    ("text", "value", "words"),
    [
        ("They must disarm within 90 days of adoption.", "P90D", "adoption"),
        ("Troops leave within six months of the signing.", "P6M", "the signing"),
        ("It lapses 30 days after the vote.", "P30D", "the vote"),
        ("They must disarm within 90 days.", "P90D", None),
    ],
)
def test_a_duration_keeps_the_words_that_it_is_counted_from(text, value, words, parse, lex):
    (timex,) = find_times(parse(text), lex.times, anchor=ANCHOR)
    assert timex.value == value
    assert (text[slice(*timex.anchor)] if timex.anchor else None) == words


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("They met in early February.", "2025-02-01", "2025-02-10"),
        ("They met in mid-February.", "2025-02-11", "2025-02-20"),
        ("They met in late February.", "2025-02-21", "2025-02-28"),
        ("They met earlier this year.", "2025-01-01", "2025-03-05"),
        ("They will meet later this month.", "2025-03-05", "2025-03-31"),
        ("They will meet at the end of the year.", "2025-12-01", "2025-12-31"),
        ("They met more than five years ago.", None, "2020-03-05"),
        ("They met less than a year ago.", "2024-03-05", "2025-03-05"),
        ("The pre-1967 borders are disputed.", None, "1966-12-31"),
        ("They met overnight.", "2025-03-04", "2025-03-05"),
        ("They met recently.", None, None),
    ],
)
def test_fuzzy_words_leave_open_what_they_leave_open(text, earliest, latest, parse, lex):
    (timex,) = find_times(parse(text), lex.times, anchor=ANCHOR)
    assert (timex.earliest, timex.latest) == (earliest, latest)


def test_a_clock_time_keeps_its_zone_apart(parse, lex):
    (timex,) = find_times(parse("The truce begins at 15:00 GMT on Friday."), lex.times, anchor=ANCHOR)
    assert (timex.value, timex.zone) == ("2025-03-07T15:00", "GMT")


@pytest.mark.parametrize(
    ("value", "exact"),
    [
        ("19", "century"),
        ("199", "decade"),
        ("1994", "year"),
        ("1994-SU", "season"),
        ("1994-H1", "half"),
        ("1994-Q3", "quarter"),
        ("1994-05", "month"),
        ("1994-W20", "week"),
        ("1994-W20-WE", "weekend"),
        ("1994-05-03", "day"),
        ("1994-05-03TEV", "part of day"),
        ("1994-05-03T10:30", "hour"),
        ("P3D", None),
        ("PAST_REF", None),
        ("2006/2010", None),
    ],
)
def test_a_value_tells_how_exact_it_is(value, exact):
    assert precision(value) == exact
