"""Tests of a day, month, year or hour that the words of its rule cannot make: what stands beside it. Pure."""

from dateline.extract.time_around import Around, capital, name_within, no_noun
from dateline.extract.time_words import Hit


def month_name(hit: Hit, around: Around) -> bool:
    """Is it the month: not the verb, not Ms May, not Mr Jan Berg?"""
    before, name = hit.beside(-1), hit.groups["month"][0]
    if hit.groups.get("part"):
        return True
    if len(name) < 4 and name != "may":
        return around.listed(before, "sure_before_dates") and not capital(hit, 1) and hit.beside(1) != "del"
    if around.listed(name, "also_names"):
        return _surely_month(hit, around)
    if around.listed(before, "before_dates"):
        return True
    head = around.head(hit)
    return head is not None and head.ent_type_ not in ("PERSON", "GPE", "ORG", "FAC")


def _surely_month(hit: Hit, around: Around) -> bool:
    """Is a name that is also a verb's or a person's a month here: "in May", "April and May", "the March ballot"?"""
    before = hit.beside(-1)
    if before in ("and", "or", "-"):
        return hit.beside(-2) in around.lexicon.vocabulary.months
    if around.listed(before, "sure_before_dates"):
        return not capital(hit, 1)
    head, after = around.head(hit), around.beside(hit, 1)
    named = head is not None and head.dep_ == "compound" and before in ("the", "a", "an")
    return named and after is not None and after.pos_ == "NOUN" and not capital(hit, 1)


def year(hit: Hit, around: Around) -> bool:
    """Is it a year and no count, sum or number of something?"""
    number, before, after = int(hit.groups["year"][0]), hit.beside(-1), hit.beside(1)
    if hit.groups.get("part") or "year" in hit.words.lowers[hit.start : hit.end]:
        return True
    if around.listed(after, "counted"):
        return False
    if (before == "than" and hit.beside(-2) in ("earlier", "later")) or _at_least_until(hit):
        return True
    if not 1900 <= number < 2100:
        return around.listed(before, "before_years") and after != "-" and no_noun(hit, around)
    if around.listed(before, "numbered") or before in ("$", "#", "€", "£", "¥", "+"):
        return False
    if after in ("-", "/", "'", ":", "%") and hit.beside(2)[:1].isdigit():
        return False
    return not (before in ("/", "-", ":") and hit.beside(-2)[:1].isdigit())


def _at_least_until(hit: Hit) -> bool:
    """Is it a bound that may move ("until at least 2031")?"""
    return hit.beside(-1) in ("least", "about", "around") and "until" in (hit.beside(-2), hit.beside(-3))


def year_words(hit: Hit, around: Around) -> bool:
    """Is "nineteen ninety-four" a year: are there two numbers that make one?"""
    if not hit.groups.get("words") or "year" in hit.words.lowers[hit.start : hit.end]:
        return True
    numbers = around.lexicon.vocabulary.numbers
    words = [numbers[w] for w in hit.groups["words"] if w in numbers]
    return len(words) > 1 and 10 <= sum(words[1:]) < 100


def season(hit: Hit, around: Around) -> bool:
    """Is it the season: not the verb, not the fall of a town, not the Prague Spring?"""
    name, words = hit.groups["season"][0], hit.words.lowers[hit.start : hit.end]
    if hit.groups.get("year") or hit.groups.get("rel") or hit.groups.get("part"):
        return True
    head = around.head(hit)
    if head is None or head.pos_ not in ("NOUN", "PROPN"):
        return False
    if capital(hit, -1) and not around.listed(
        hit.beside(-1), "before_dates"
    ):  # but "Over the summer", first in a sentence
        return False
    if name in ("fall", "spring"):
        return hit.beside(-1) in ("in", "by", "until", "since", "this", "last") and hit.beside(1) not in ("of", "out")
    if hit.beside(1) in ("olympics", "games", "olympic", "palace", "capital", "time"):
        return False
    return "the" in words or around.listed(hit.beside(-1), "before_dates") or head.dep_ == "compound"


def weekday(hit: Hit, around: Around) -> bool:
    """Is it a day: written out, not a newspaper's name?"""
    name = hit.groups["weekday"][0]
    if not name.endswith("day"):
        return False
    if around.listed(hit.beside(1), "papers") and capital(hit, 1):
        return False
    return hit.beside(-1) not in ("bloody", "black", "good", "easter", "super", "every", "each")


def day_word(hit: Hit, around: Around) -> bool:
    """Is it the day and not a programme or newspaper of that name?"""
    return not name_within(hit)


def holiday(hit: Hit, around: Around) -> bool:
    """Is it the day: with its capital, not part of a treaty's name?"""
    first = hit.words.starts[hit.start + ("rel" in hit.groups)]
    return hit.words.text[first].isupper() and not around.listed(hit.beside(1), "after_names")


def next_of_range(hit: Hit, around: Around) -> bool:
    """Is the number another day of the month just named ("June 10 to 12"), not a count of something?"""
    told = around.scene.told
    if not told or len(told[-1][1]) != 10 or hit.beside(-1) not in ("to", "and", "or", "-", "through", "until", ","):
        return False
    if hit.beside(-1) == "," and hit.beside(1) not in ("and", ",", "or"):
        return False
    if hit.words.starts[hit.start] - told[-1][0] > len(" through "):
        return False
    after = around.beside(hit, 1)
    return after is None or after.pos_ not in ("NOUN", "ADJ", "NUM", "PROPN", "SYM") or after.is_sent_start is True


def clock(hit: Hit, around: Around) -> bool:
    """Is it a time of day, not a score or a running time?"""
    if hit.groups.get("zone") or "local" in hit.words.lowers[hit.start : hit.end]:
        return True
    if any(hit.groups.get(name) for name in ("weekday", "month", "today")):
        return True
    return around.listed(hit.beside(-1), "before_clocks")


def hour_name(hit: Hit, around: Around) -> bool:
    """Is it the hour, not a name?"""
    return not (capital(hit, 0) and hit.beside(-1) not in ("", "."))


def daypart(hit: Hit, around: Around) -> bool:
    """Is the part of the day one that the words place ("in the morning", "by dawn")?"""
    name, before = hit.groups["daypart"][0], hit.beside(-1)
    if before == "the":
        return hit.beside(-2) in ("in", "during", "into", "by", "before", "after") and name != "night"
    if name in ("dawn", "dusk", "sunset", "sunrise", "nightfall", "daybreak"):
        return before in ("at", "by", "before", "after", "until", "since")
    return before in ("by", "until", "since", "mid") and name != "night"


def weekend(hit: Hit, around: Around) -> bool:
    """Is it one weekend, not a kind of house?"""
    words = hit.words.lowers[hit.start : hit.end]
    if len(words) > 1 and words[0] != "the":
        return True
    placed = hit.beside(-1) in ("at", "over", "on", "during")
    if len(words) > 1:  # "the weekend attack"
        return placed or not around.listed(hit.beside(1), "weekend_things")
    after = around.beside(hit, 1)
    compound = after is not None and after.pos_ == "NOUN" and hit.beside(1) != "'s"
    return placed and not compound
