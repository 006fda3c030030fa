"""Days as metadata write them."""

from datetime import date

import pytest

from dateline.load import parse_day


@pytest.mark.parametrize(
    "text",
    [
        "2031-04-09",
        " 2031-04-09 ",
        "2031-04-09T23:30:00-05:00",
        "2031-04-09 10:00",
        "Wed, 09 Apr 2031 23:30:00 -0500",
        "9 April 2031",
        "April 9, 2031",
        "Wednesday, Apr. 9, 2031",
    ],
)
def test_the_day_that_the_publisher_printed_counts(text):
    assert parse_day(text) == date(2031, 4, 9)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "03/04/2031",
        "2031-02-30",
        "2031-4-9",
        "20310409",
        "2031-04-09x",
        "２０３１-04-09x",
        "9 Foo 2031",
        "31 Feb 2031",
        "9 Apr 31",
    ],
)
def test_what_is_no_day_or_could_be_two_is_refused_with_the_way_to_write_it(text):
    with pytest.raises(ValueError, match="is no date; write it as YYYY-MM-DD"):
        parse_day(text)
