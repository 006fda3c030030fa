"""Time expressions in invented sentences: [the span] in each, its type, value and the bound that its words set."""

from datetime import date

import pytest

from dateline.extract.times import find_times

# Published on a Wednesday, unless a case says otherwise.
WEDNESDAY = "2025-03-05"

TENSE = [
    ("The envoys met on [Saturday] in Bern.", WEDNESDAY, "DATE", "2025-03-01", None),
    ("The envoys will meet on [Saturday] in Bern.", WEDNESDAY, "DATE", "2025-03-08", None),
    ("The ministers are to meet on [Tuesday].", WEDNESDAY, "DATE", "2025-03-11", None),
    ("The president is due to leave on [Friday].", WEDNESDAY, "DATE", "2025-03-07", None),
    ("Parliament is expected to vote on [Thursday].", WEDNESDAY, "DATE", "2025-03-06", None),
    ("The vote is scheduled for [Monday].", WEDNESDAY, "DATE", "2025-03-10", None),
    ("The vote was scheduled for [Monday].", WEDNESDAY, "DATE", "2025-03-10", None),
    ("She said he would fly to Oslo on [Sunday].", WEDNESDAY, "DATE", "2025-03-09", None),
    ("He had left Oslo on [Sunday], she said.", WEDNESDAY, "DATE", "2025-03-02", None),
    ("The chancellor is visiting Rome on [Friday].", WEDNESDAY, "DATE", "2025-03-07", None),
    ("The talks open on [Friday] in Lima.", WEDNESDAY, "DATE", "2025-03-07", None),
    ("The two sides agreed to meet again on [Monday].", WEDNESDAY, "DATE", "2025-03-10", None),
    ("A summit to be held on [Saturday] may fail.", WEDNESDAY, "DATE", "2025-03-08", None),
    ("He condemned [Sunday]'s attack on the convoy.", WEDNESDAY, "DATE", "2025-03-02", None),
    ("He arrived ahead of [Friday]'s vote.", WEDNESDAY, "DATE", "2025-03-07", None),
    ("The pact was signed on [Wednesday].", WEDNESDAY, "DATE", "2025-03-05", None),
    ("The pact will be signed on [Wednesday].", WEDNESDAY, "DATE", "2025-03-05", None),
    ("Nothing has moved since [Monday].", WEDNESDAY, "DATE", "2025-03-03", "2025-03-03/.."),
    ("The council plans to vote on [31 December].", WEDNESDAY, "DATE", "2025-12-31", None),
    ("The council will vote on [5 January].", "2024-12-29", "DATE", "2025-01-05", None),
    ("The council voted on [29 December].", "2025-01-05", "DATE", "2024-12-29", None),
    ("The envoy was recalled on [March 5].", "2025-01-10", "DATE", "2024-03-05", None),
    ("The envoy will return on [March 5].", "2025-01-10", "DATE", "2025-03-05", None),
    ("The envoy will return on [March 5].", "2025-12-10", "DATE", "2026-03-05", None),
    ("The treaty lapsed in [November].", WEDNESDAY, "DATE", "2024-11", None),
    ("The treaty will lapse in [November].", WEDNESDAY, "DATE", "2025-11", None),
    ("The treaty lapsed in [February].", WEDNESDAY, "DATE", "2025-02", None),
    ("The accord, signed in [April], was kept secret.", WEDNESDAY, "DATE", "2024-04", None),
    ("He called elections for [May 25].", "1997-04-30", "DATE", "1997-05-25", None),
    ("The talks have been postponed until [Friday].", WEDNESDAY, "DATE", "2025-03-07", "../2025-03-07"),
    ("Lavrov to meet Rubio on [Friday] in Riyadh.", WEDNESDAY, "DATE", "2025-03-07", None),
    ("A vote could come as early as [Thursday].", WEDNESDAY, "DATE", "2025-03-06", None),
    ("The council could vote on [Thursday].", WEDNESDAY, "DATE", "2025-03-06", None),
    ("The [May 9] celebrations will draw leaders.", WEDNESDAY, "DATE", "2025-05-09", None),
    ("The [May 9] parade was watched by Xi.", WEDNESDAY, "DATE", "2024-05-09", None),
    ("[Friday]'s meeting will be the first.", WEDNESDAY, "DATE", "2025-03-07", None),
    ("Iran has until [June 18] to respond.", WEDNESDAY, "DATE", "2025-06-18", "../2025-06-18"),
    ("Dividends are payable [Dec. 7] to all.", "1989-10-27", "DATE", "1989-12-07", None),
    ("Her mandate expires on [April 2].", WEDNESDAY, "DATE", "2025-04-02", None),
]

DAYS = [
    ("They signed on [5 March 1970] in Vienna.", WEDNESDAY, "DATE", "1970-03-05", None),
    ("They signed on [March 5, 1970] in Vienna.", WEDNESDAY, "DATE", "1970-03-05", None),
    ("They signed on [Thursday, March 5, 1970] in Vienna.", WEDNESDAY, "DATE", "1970-03-05", None),
    ("They signed on [Nov. 16] in Vienna.", "2025-11-20", "DATE", "2025-11-16", None),
    ("They signed on [the 7th of December 1988].", WEDNESDAY, "DATE", "1988-12-07", None),
    ("They signed on [October 6 this year].", "2025-11-17", "DATE", "2025-10-06", None),
    ("They signed on [June 23 last year].", "1997-04-14", "DATE", "1996-06-23", None),
    ("The note of [2031-04-30] was returned.", "2031-05-02", "DATE", "2031-04-30", None),
    ("The note of [25/11/2031] was returned.", "2031-12-02", "DATE", "2031-11-25", None),
    ("The note of [11/25/2031] was returned.", "2031-12-02", "DATE", "2031-11-25", None),
    ("The note of [03/04/2031] was returned.", "2031-12-02", "DATE", None, None),
    ("The note of [31 February 2031] was returned.", "2031-12-02", "DATE", None, None),
    ("Inspectors arrived [yesterday].", "2024-03-01", "DATE", "2024-02-29", None),
    ("Inspectors leave [tomorrow].", "2024-02-29", "DATE", "2024-03-01", None),
    ("Parliament ratified it [today].", "2024-02-29", "DATE", "2024-02-29", None),
    ('"We live in another world [today]," he said.', WEDNESDAY, "DATE", "PRESENT_REF", None),
    ("He left [the day before yesterday].", WEDNESDAY, "DATE", "2025-03-03", None),
    ("He leaves [the day after tomorrow].", WEDNESDAY, "DATE", "2025-03-07", None),
    ("The cabinet met [last Friday].", WEDNESDAY, "DATE", "2025-02-28", None),
    ("The cabinet will meet [next Tuesday].", WEDNESDAY, "DATE", "2025-03-11", None),
    ("The cabinet meets [this Friday].", WEDNESDAY, "DATE", "2025-03-07", None),
    ("The attack yesterday ([Tuesday]) was condemned.", WEDNESDAY, "DATE", "2025-03-04", None),
    ("MOSCOW, [Nov 16] (Xinhua) -- The treaty will lapse.", "2025-11-17", "DATE", "2025-11-16", None),
    ("GENEVA, [Dec 31] (Wire) - Mediators met.", "2026-01-02", "DATE", "2025-12-31", None),
    ("He spoke after the [Monday night] debate.", WEDNESDAY, "TIME", "2025-03-03TNI", None),
    ("They arrived [late Monday].", WEDNESDAY, "DATE", "2025-03-03", None),
    ("They arrived [early on Sunday].", WEDNESDAY, "DATE", "2025-03-02", None),
    ("They arrived [earlier Wednesday].", WEDNESDAY, "DATE", "2025-03-05", None),
    ("He spoke on [the eve of June 3].", "2025-06-05", "DATE", "2025-06-02", None),
]

MONTHS_AND_YEARS = [
    ("The pact of [March 1970] was renewed.", WEDNESDAY, "DATE", "1970-03", None),
    ("The pact was closed in [June last year].", WEDNESDAY, "DATE", "2024-06", None),
    ("It will return by [January next year].", "1997-04-19", "DATE", "1998-01", "../1998-01"),
    ("They signed [last October].", WEDNESDAY, "DATE", "2024-10", None),
    ("They signed [last February].", "1998-03-01", "DATE", "1997-02", None),
    ("They will sign [next May].", WEDNESDAY, "DATE", "2025-05", None),
    ("The findings are due in [mid-April].", WEDNESDAY, "DATE", "2025-04", None),
    ("The talks failed in [late September].", WEDNESDAY, "DATE", "2024-09", None),
    ("The talks open in [early January next year].", "2006-11-08", "DATE", "2007-01", None),
    ("Rounds were held in [August] and December last year.", "2006-11-08", "DATE", "2005-08", None),
    ("Rounds were held in August and [December last year].", "2006-11-08", "DATE", "2005-12", None),
    ("The minister may attend a round in [May].", "2024-04-10", "DATE", "2024-05", None),
    ("Polls are due in April and [May].", "2006-12-10", "DATE", "2007-05", None),
    ("They parted in [2003] over the dam.", WEDNESDAY, "DATE", "2003", None),
    ("The [1995] accord is dead.", WEDNESDAY, "DATE", "1995", None),
    ("It was founded in [1648].", WEDNESDAY, "DATE", "1648", None),
    ("Ties have been cold since [2014].", WEDNESDAY, "DATE", "2014", "2014/.."),
    ("Donors will fund it through [2027].", WEDNESDAY, "DATE", "2027", "../2027"),
    ("It remains in force until [the end of 2027].", WEDNESDAY, "DATE", "2027", "../2027"),
    ("The force was cut in [early 2006].", WEDNESDAY, "DATE", "2006", None),
    ("It rose after [mid-1996].", WEDNESDAY, "DATE", "1996", None),
    ("The [pre-1967] borders are disputed.", WEDNESDAY, "DATE", "1967", None),
    ("Talks began in [the early 1990s].", WEDNESDAY, "DATE", "199", None),
    ("Talks began in [the 1990's].", WEDNESDAY, "DATE", "199", None),
    ("Numbers fell in [the nineties].", WEDNESDAY, "DATE", "199", None),
    ("The border was drawn in [the 19th century].", WEDNESDAY, "DATE", "18", None),
    ("Relations in [the twenty-first century] differ.", WEDNESDAY, "DATE", "20", None),
    ("It began in [nineteen ninety-four].", WEDNESDAY, "DATE", "1994", None),
    ("Spending in [fiscal 1989] was low.", WEDNESDAY, "DATE", "1989", None),
]

RANGES = [
    ("The summit will be held on [10]-12 June.", "2026-05-20", "DATE", "2026-06-10", "2026-06-10/2026-06-12"),
    ("The summit will be held on 10-[12 June].", "2026-05-20", "DATE", "2026-06-12", "2026-06-10/2026-06-12"),
    ("He will visit from [3] to 5 May.", "2026-04-28", "DATE", "2026-05-03", "2026-05-03/2026-05-05"),
    ("He will visit from 3 to [5 May].", "2026-04-28", "DATE", "2026-05-05", "2026-05-03/2026-05-05"),
    ("He will visit from [Nov. 15] to 26.", "2006-11-07", "DATE", "2006-11-15", "2006-11-15/2006-11-26"),
    ("He will visit from Nov. 15 to [26].", "2006-11-07", "DATE", "2006-11-26", "2006-11-15/2006-11-26"),
    ("He will be there on April 8 and [9].", "1997-04-03", "DATE", "1997-04-09", None),
    ("He served from [2017] to 2021.", WEDNESDAY, "DATE", "2017", "2017/2021"),
    ("He served from 2017 to [2021].", WEDNESDAY, "DATE", "2021", "2017/2021"),
    ("He served between [2017] and 2021.", WEDNESDAY, "DATE", "2017", "2017/2021"),
    ("The summit of [June 10-12] drew crowds.", "2026-07-01", "DATE", "2026-06-10/2026-06-12", "2026-06-10/2026-06-12"),
    ("The [1975-1990] war cost lives.", WEDNESDAY, "DURATION", "1975/1990", "1975/1990"),
    ("The budget for [2031-35] was passed.", "2030-03-05", "DURATION", "2031/2035", "2031/2035"),
    ("Trade from [January] to September rose.", "2006-11-21", "DATE", "2006-01", "2006-01/2006-09"),
    ("Both must submit maps by [31 March].", "2025-11-05", "DATE", "2026-03-31", "../2026-03-31"),
    ("The observers will stay until [Friday].", WEDNESDAY, "DATE", "2025-03-07", "../2025-03-07"),
    ("Fuel will flow as of [June 1].", "2025-05-05", "DATE", "2025-06-01", "2025-06-01/.."),
    ("It starts no earlier than [2026].", WEDNESDAY, "DATE", "2026", "2026/.."),
    ("It must end no later than [June 1].", "2025-05-05", "DATE", "2025-06-01", "../2025-06-01"),
    ("The papers from [1995] were lost.", WEDNESDAY, "DATE", "1995", None),
    ("Ships will be based there from [2008].", "2005-12-03", "DATE", "2008", "2008/.."),
    ("Much has changed since the war broke out in [March 2003].", "2006-11-06", "DATE", "2003-03", "2003-03/.."),
]

PERIODS = [
    ("The council voted [last week].", "2025-11-18", "DATE", "2025-W46", None),
    ("The council votes [next week].", "2025-11-18", "DATE", "2025-W48", None),
    ("The council voted [last week].", "2027-01-05", "DATE", "2026-W53", None),
    ("The council voted [this week].", "2025-11-18", "DATE", "2025-W47", None),
    ("Leaders gather [next month].", "2025-12-09", "DATE", "2026-01", None),
    ("They met [earlier this month].", "2026-03-24", "DATE", "2026-03", None),
    ("They will meet [later this year].", WEDNESDAY, "DATE", "2025", None),
    ("Trade fell [last year].", WEDNESDAY, "DATE", "2024", None),
    ("Trade will recover [this year].", WEDNESDAY, "DATE", "2025", None),
    ("Their lease runs out at [the end of the month].", "2026-02-11", "DATE", "2026-02", None),
    ("The talks open by [the year's end].", WEDNESDAY, "DATE", "2025", "../2025"),
    ("The deal is to close by [year-end].", WEDNESDAY, "DATE", "2025", "../2025"),
    ("He met her [earlier in the day].", WEDNESDAY, "DATE", "2025-03-05", None),
    ("The ministers spoke over [the weekend].", "2025-11-17", "DATE", "2025-W46-WE", None),
    ("The ministers spoke [last weekend].", "2006-11-07", "DATE", "2006-W44-WE", None),
    ("The ministers will meet at [the weekend].", "2005-12-16", "DATE", "2005-W50-WE", None),
    ("The summit is in [the third week of this month].", "2005-11-02", "DATE", "2005-W46", None),
    ("The hearing is in [the week of March 6].", "2000-02-24", "DATE", "2000-W10", None),
    ("The bridge should open in [the first quarter of 2026].", WEDNESDAY, "DATE", "2026-Q1", None),
    ("Exports rose in [the third quarter].", "1989-11-02", "DATE", "1989-Q3", None),
    ("Exports rose in [the fourth quarter].", "1998-01-26", "DATE", "1997-Q4", None),
    ("Exports rose in [Q3 2024].", WEDNESDAY, "DATE", "2024-Q3", None),
    ("The chair changes in [the second half of 2026].", WEDNESDAY, "DATE", "2026-H2", None),
    ("Talks collapsed in [the summer of 2023].", WEDNESDAY, "DATE", "2023-SU", None),
    ("Talks collapsed [last summer].", WEDNESDAY, "DATE", "2024-SU", None),
    ("Troops arrive by [spring next year].", "2005-11-22", "DATE", "2006-SP", "../2006-SP"),
    ("The dispute of [the last century] is over.", WEDNESDAY, "DURATION", "P100Y", "1925-03-05/2025-03-05"),
]

TOLD = [
    ("He arrived on May 3, 1990 and left [the same day].", WEDNESDAY, "DATE", "1990-05-03", None),
    ("He arrived on May 3, 1990 and left [the following day].", WEDNESDAY, "DATE", "1990-05-04", None),
    ("He arrived on May 3, 1990 and left [the next day].", WEDNESDAY, "DATE", "1990-05-04", None),
    ("He arrived on May 3, 1990 and left [two days later].", WEDNESDAY, "DATE", "1990-05-05", None),
    ("He arrived on May 3, 1990, having left [two days earlier].", WEDNESDAY, "DATE", "1990-05-01", None),
    ("He arrived on May 3, 1990 and left [the following week].", WEDNESDAY, "DATE", "1990-W19", None),
    (
        "It marks a pact of May 3, 1990, which lasted. [Earlier in the day] he spoke.",
        WEDNESDAY,
        "DATE",
        "2025-03-05",
        None,
    ),
    ("They fell out in 1994 and parted [the following year].", WEDNESDAY, "DATE", "1995", None),
    ("They met in June 1998 and parted [later that year].", WEDNESDAY, "DATE", "1998", None),
    ("They signed in 1994 and have kept it since [then].", WEDNESDAY, "DATE", "1994", "1994/.."),
    ("Clashes on Tuesday followed riots [the previous day].", WEDNESDAY, "DATE", "2025-03-03", None),
    ("He left [the previous day].", WEDNESDAY, "DATE", "2025-03-04", None),
    ("They parted [the following year].", WEDNESDAY, "DATE", None, None),
    ("He came back [three days later].", WEDNESDAY, "DURATION", "P3D", None),
    ("Profits fell in the third quarter from [a year earlier].", "1989-11-02", "DATE", "1988-Q3", None),
]

STEPS = [
    ("Ties were cut [four years ago].", "2025-09-10", "DATE", "2021", None),
    ("Ties were cut [a year ago].", WEDNESDAY, "DATE", "2024", None),
    ("Ties were cut [ten days ago].", WEDNESDAY, "DATE", "2025-02-23", None),
    ("Ties were cut [two weeks ago].", "2005-12-04", "DATE", "2005-W46", None),
    ("Ties were cut [one week ago].", "2006-11-08", "DATE", "2006-11-01", None),
    ("Ties were cut [five months ago].", "1998-03-31", "DATE", "1997-10", None),
    ("Ties were cut [several years ago].", WEDNESDAY, "DATE", "PAST_REF", None),
    ("Ties were cut [decades ago].", WEDNESDAY, "DATE", "PAST_REF", None),
    ("Ties were cut [nearly four years ago].", "1998-02-27", "DATE", "1994", None),
    ("Ties were cut [a decade ago].", WEDNESDAY, "DATE", "2015", None),
    ("Ties were cut [four or five years ago].", "2006-12-29", "DATE", "2001", None),
    ("They will meet again [in two weeks].", "1997-04-08", "DATE", "1997-W17", None),
    ("They will meet again [in three months].", WEDNESDAY, "DATE", "2025-06", None),
    ("They met twice in [two weeks].", WEDNESDAY, "DURATION", "P2W", None),
    ("The shooting began [two hours ago].", WEDNESDAY, "DATE", None, None),
]

LENGTHS = [
    ("After [three days] of talks they left.", WEDNESDAY, "DURATION", "P3D", None),
    ("The pact runs for [20 years].", WEDNESDAY, "DURATION", "P20Y", None),
    ("A [30-day] truce came into force.", WEDNESDAY, "DURATION", "P30D", None),
    ("A [three-month-long] siege ended.", WEDNESDAY, "DURATION", "P3M", None),
    ("A [day-long] debate was held.", WEDNESDAY, "DURATION", "P1D", None),
    ("A [months-long] standoff ended.", WEDNESDAY, "DURATION", "PXM", None),
    ("Staff were given [48 hours] to leave.", WEDNESDAY, "DURATION", "PT48H", None),
    ("It lasted [a year and a half].", WEDNESDAY, "DURATION", "P1Y6M", None),
    ("It lasted [2 1/2 years].", WEDNESDAY, "DURATION", "P2Y6M", None),
    ("It lasted [half an hour].", WEDNESDAY, "DURATION", "PT30M", None),
    ("It lasted [a couple of years].", WEDNESDAY, "DURATION", "P2Y", None),
    ("It lasted [twenty-three months].", WEDNESDAY, "DURATION", "P23M", None),
    ("It lasted [almost a hundred years].", WEDNESDAY, "DURATION", "P100Y", None),
    ("Troops may stay for [a decade].", WEDNESDAY, "DURATION", "P10Y", None),
    ("He served for [more than a quarter century].", WEDNESDAY, "DURATION", "P25Y", None),
    ("It took [several hours].", WEDNESDAY, "DURATION", "PTXH", None),
    ("[Weeks] of talks failed.", WEDNESDAY, "DURATION", "PXW", None),
    ("They have waited for [years].", WEDNESDAY, "DURATION", "PXY", None),
    ("The ferry sank twice over [the past two years].", WEDNESDAY, "DURATION", "P2Y", "2023-03-05/2025-03-05"),
    ("Fuel will last for [the next six months].", WEDNESDAY, "DURATION", "P6M", "2025-03-05/2025-09-05"),
    ("Trade may double over [the next decade].", WEDNESDAY, "DURATION", "P10Y", "2025-03-05/2035-03-05"),
    ("Contacts have grown in [recent months].", WEDNESDAY, "DURATION", "PXM", None),
    ("An envoy is expected in [the coming days].", WEDNESDAY, "DATE", "FUTURE_REF", None),
    ("The [34-year-old] minister resigned.", WEDNESDAY, "DURATION", "P34Y", None),
    ("He was sentenced in 1995 to [15 years].", WEDNESDAY, "DURATION", "P15Y", None),
    ("Losses grew in [the year] ended March 31.", WEDNESDAY, "DURATION", "P1Y", None),
]

SETS = [
    ("The commission meets [every six months].", WEDNESDAY, "SET", "P6M", None),
    ("The commission meets [every other week].", WEDNESDAY, "SET", "P2W", None),
    ("The commission meets [each year].", WEDNESDAY, "SET", "P1Y", None),
    ("Flights leave [every Thursday].", WEDNESDAY, "SET", "XXXX-WXX-4", None),
    ("The council sits on [Thursdays].", WEDNESDAY, "SET", "XXXX-WXX-4", None),
    ("The curfew starts on [Tuesday nights].", WEDNESDAY, "SET", "XXXX-WXX-2TNI", None),
    ("The [annual] summit opened.", WEDNESDAY, "SET", "P1Y", None),
    ("She spoke at a [weekly] briefing.", WEDNESDAY, "SET", "P1W", None),
    ("The commission meets [twice a year].", WEDNESDAY, "SET", "P1Y", None),
    ("They pay 100 dollars [a month].", WEDNESDAY, "SET", "P1M", None),
    ("They march [each July].", WEDNESDAY, "SET", "XXXX-07", None),
]

CLOCK = [
    ("The truce begins at [15:00 GMT on Monday].", "2025-11-14", "TIME", "2025-11-17T15:00", None),
    ("The flag was lowered at [0600 GMT].", "2025-04-30", "TIME", "2025-04-30T06:00", None),
    ("He left at [10:30 a.m.] with his staff.", WEDNESDAY, "TIME", "2025-03-05T10:30", None),
    ("Shots fell at [10 p.m. Tuesday].", WEDNESDAY, "TIME", "2025-03-04T22:00", None),
    ("Talks broke off at [noon Tuesday].", WEDNESDAY, "TIME", "2025-03-04T12:00", None),
    ("The offer ends at [5 p.m. EST, Nov. 6].", "1989-10-30", "TIME", "1989-11-06T17:00", None),
    ("He landed at [7:30 local time today].", WEDNESDAY, "TIME", "2025-03-05T07:30", None),
    ("They met at [ten o'clock].", WEDNESDAY, "TIME", "2025-03-05T10:00", None),
    ("The convoy crossed on [Thursday evening].", "2025-11-14", "TIME", "2025-11-13TEV", None),
    ("The council met [last night].", "2025-07-03", "TIME", "2025-07-02TNI", None),
    ("The council meets [tonight].", "2025-07-03", "TIME", "2025-07-03TNI", None),
    ("The council met [this morning].", "2025-07-03", "TIME", "2025-07-03TMO", None),
    ("Drones struck [overnight], he said.", "2025-11-16", "TIME", "2025-11-15TNI", None),
    ("Police came in [the early hours of Monday].", WEDNESDAY, "TIME", "2025-03-03TMO", None),
    ("The truce would begin on [17 March at midnight].", WEDNESDAY, "TIME", "2025-03-17T24:00", None),
    ("He will speak at [3pm on Monday].", WEDNESDAY, "TIME", "2025-03-10T15:00", None),
    ("They landed at [dawn Sunday].", WEDNESDAY, "TIME", "2025-03-02TMO", None),
    ("They left [yesterday afternoon].", WEDNESDAY, "TIME", "2025-03-04TAF", None),
    ("The shots fell on [the night of June 3].", "2025-06-05", "TIME", "2025-06-03TNI", None),
]

REFERENCES = [
    ("The dispute is [now] before the court.", WEDNESDAY, "DATE", "PRESENT_REF", None),
    ("The [current] chairman spoke.", WEDNESDAY, "DATE", "PRESENT_REF", None),
    ("Officials [recently] met.", WEDNESDAY, "DATE", "PAST_REF", None),
    ("They had quarrelled in [the past].", WEDNESDAY, "DATE", "PAST_REF", None),
    ("They will meet [soon].", WEDNESDAY, "DATE", "FUTURE_REF", None),
    ("They will meet in [the near future].", WEDNESDAY, "DATE", "FUTURE_REF", None),
]

FEASTS = [
    ("They hope to sign before [Christmas].", "2025-11-05", "DATE", "2025-12-25", "../2025-12-25"),
    ("They signed on [Easter Monday].", "2025-05-05", "DATE", "2025-04-21", None),
    ("They rested on [Eid al-Adha].", "2025-05-05", "DATE", None, None),
    ("They signed [last Thanksgiving].", "2000-02-10", "DATE", "1999-11-25", None),
    ("They signed on [New Year's Eve 1999].", WEDNESDAY, "DATE", "1999-12-31", None),
    ("The truce ends with [Ramadan].", WEDNESDAY, "DATE", None, None),
]

ALL = [
    *(TENSE + DAYS + MONTHS_AND_YEARS + RANGES + PERIODS + TOLD),
    *(STEPS + LENGTHS + SETS + CLOCK + REFERENCES + FEASTS),
]


def found(sentence, published, parse, lex):
    start, end = sentence.index("["), sentence.index("]") - 1
    text = sentence.replace("[", "").replace("]", "")
    anchor = date.fromisoformat(published) if published else None
    times = find_times(parse(text), lex.times, anchor=anchor)
    return {t.span: t for t in times}.get((start, end)), [(text[slice(*t.span)], t.value) for t in times]


@pytest.mark.parametrize(("sentence", "published", "kind", "value", "interval"), ALL)
def test_span_type_value_and_bound(sentence, published, kind, value, interval, parse, lex):
    timex, others = found(sentence, published, parse, lex)
    assert timex is not None, others
    assert (timex.type, timex.value, timex.interval) == (kind, value, interval)
    assert (timex.why is None) == (timex.value is not None)


def test_there_are_enough_cases():
    assert len(ALL) >= 200
