"""Periods that a text compares with each other, and plans of which something has come meanwhile: the values of times."""

from datetime import date

import pytest

from dateline.extract.times import find_times

# Published on a Wednesday.
ANCHOR = date(2025, 3, 5)
CASES = [
    ("Exports fell in the fourth quarter from [a year earlier].", "2023-Q4"),
    ("Exports fell in the fourth quarter. Over nine months they rose from [a year earlier].", "2023"),
    ("Over nine months they rose. In the fourth quarter they fell from [a year earlier].", "2023-Q4"),
    ("Exports fell in the fourth quarter from [the same period last year].", "2023-Q4"),
    ("Exports fell in the fourth quarter from [last year's quarter].", "2023-Q4"),
    ("By January 31 some 300 camps had closed, against 20 at [the same time last year].", "2024-01-31"),
    ("Far fewer came than in [the corresponding period of last year].", "2024"),
    ("Exports fell in the fourth quarter. Losses in [that quarter] were small.", "2024-Q4"),
    ("The force is to deploy in [the latter half of 2026].", "2026-H2"),
    ("The force is to deploy in [the final quarter of 2026].", "2026-Q4"),
    ("The two states will [one day] be neighbours in peace.", "FUTURE_REF"),
    ("The two sides met for [one day].", "P1D"),
    ("Fuel will last for [the next couple of years].", "P2Y"),
    ("The council has [ten working days] to object.", "P10D"),
    ("Contacts grew over [the summer].", "2024-SU"),
    ("Over [the summer], contacts grew.", "2024-SU"),
    ("The mandate had been due to expire [Friday].", "2025-02-28"),
    ("The mandate is due to expire [Friday].", "2025-03-07"),
    ("The talks had been scheduled to open on [Monday].", "2025-03-03"),
    ("The envoy must leave by [March 1].", "2025-03-01"),
    ("The envoy must leave by [February 1].", "2026-02-01"),
    ("No official could be reached on [Friday].", "2025-02-28"),
    ("An official could be reached on [Friday].", "2025-03-07"),
    ("The fire broke out [last February 4].", "2025-02-04"),
    ("The fire broke out [last March 5].", "2024-03-05"),
    ("The truce lapses [next March 5].", "2026-03-05"),
    ("They met again [the day before last Monday]'s vote.", "2025-03-02"),
    ("They met again [the day after last Monday]'s vote.", "2025-03-04"),
    ("Exports grew in the first nine months of [the year].", "2025"),
    ("The talks ran from [Monday] to Friday.", "2025-02-24"),
    ("The talks will run from Monday to [Wednesday night].", "2025-03-12TNI"),
    ("They meet on [9]-11 December in Doha.", "2025-12-09"),
    ("It lasted [two-and-a-half years].", "P2Y6M"),
    ("He has served for [the past year and a half].", "P1Y6M"),
    ("They came as recently as [Monday].", "2025-03-03"),
    ("It falls in [the second week of May].", "2025-W19"),
    ("It is shut until at least [2031].", "2031"),
    ("He condemned [the weekend] attack on the camp.", "2025-W09-WE"),
    ("The clashes began in [the small hours of Tuesday].", "2025-03-04TMO"),
    ("Until [Monday], they had not called it a coup.", "2025-03-03"),
]


@pytest.mark.parametrize(("sentence", "value"), CASES)
def test_a_period_is_read_against_the_one_spoken_of(sentence, value, parse, lex):
    start, end = sentence.index("["), sentence.index("]") - 1
    times = find_times(parse(sentence.replace("[", "").replace("]", "")), lex.times, anchor=ANCHOR)
    assert {t.span: t.value for t in times}.get((start, end)) == value, [(t.span, t.value) for t in times]


@pytest.mark.parametrize(
    ("sentence", "interval"),
    [
        ("The talks ran from [Monday] to Friday.", "2025-02-24/2025-02-28"),
        ("The talks will run from [Monday] to Friday.", "2025-03-10/2025-03-14"),
        ("They meet on 9-[11 December] in Doha.", "2025-12-09/2025-12-11"),
        ("It fell in [the year] to March.", None),
    ],
)
def test_both_ends_of_a_range_are_read_together(sentence, interval, parse, lex):
    start, end = sentence.index("["), sentence.index("]") - 1
    times = find_times(parse(sentence.replace("[", "").replace("]", "")), lex.times, anchor=ANCHOR)
    assert {t.span: t.interval for t in times}[start, end] == interval


@pytest.mark.parametrize("sentence", ["He came three times in as many months.", "He has a weekend house in Bern."])
def test_these_are_no_times(sentence, parse, lex):
    assert find_times(parse(sentence), lex.times, anchor=ANCHOR) == ()


def test_the_fiscal_fourth_quarter_is_spoken_of_before_it_is_over(parse, lex):
    text = "Its fourth quarter ended in September. Sales fell from a year earlier."
    times = find_times(parse(text), lex.times, anchor=date(2025, 11, 5))
    assert [t.value for t in times][-1] == "2024-Q4"
