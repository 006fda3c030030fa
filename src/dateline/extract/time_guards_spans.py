"""Tests of a period, length, frequency or reference that the words of its rule cannot make. Pure."""

from dateline.extract.time_around import Around, capital, name_within, no_noun
from dateline.extract.time_words import Hit


def quarter(hit: Hit, around: Around) -> bool:
    """Is it a part of the year: a half only where a year is named, "the quarter" only where one was told?"""
    words = hit.words.lowers[hit.start : hit.end]
    named = hit.groups.get("year") or hit.groups.get("rel") or "year" in words
    if hit.groups.get("unit") == ("half",):
        return bool(named)
    if hit.rule.id == "quarter.told" and not named and not {"latest", "recent", "this"} & set(words):
        return hit.beside(1) in ("ended", "ending") or any(v[5:6] == "Q" for _, v, _ in around.scene.told[-6:])
    return hit.beside(1) not in ("final", "finals")


def period(hit: Hit, around: Around) -> bool:
    """Is it a period of the calendar: not the last minute, not this very second?"""
    unit = around.lexicon.vocabulary.units[hit.groups["unit"][0]]
    before = hit.beside(-1)
    if unit.startswith("T") or name_within(hit):
        return False
    relation = hit.first("rel")
    if relation in ("this", "that") and unit == "D" and before == "to":
        return False
    if (relation == "past" and before != "this") or (relation == "next" and unit in "ECL"):
        return False
    return not (relation == "last" and unit == "D")


def the_period(hit: Hit, around: Around) -> bool:
    """Is "the day" a stretch of time that the words around it use as one?"""
    unit = hit.groups["unit"][0]
    if (
        unit == "year"
        and hit.beside(-1) == "of"
        and hit.beside(-2) in ("months", "weeks", "rest", "remainder", "course")
    ):
        return True
    if unit not in ("day", "week", "month", "year") or hit.beside(1) in ("of", "that", "when"):
        return False
    if hit.beside(-1) == "for":
        return unit in ("year", "week")
    if hit.beside(-1) == "over":
        return unit != "day"
    return hit.beside(-1) in ("during", "in", "throughout")


def duration(hit: Hit, around: Around) -> bool:
    """Is it a length of time: not a rate ("dollars a month"), not a number's name?"""
    words = hit.words.lowers[hit.start : hit.end]
    if name_within(hit) or (hit.beside(1) == "old" and "-" not in words) or (words[-1] == "quarters" and "-" in words):
        return False
    if hit.groups.get("num") in (("a",), ("an",)) and rate(hit, around):
        return False
    if words[-1] in ("second", "quarter") or hit.beside(-1) in ("$", "per") or _is_no_count(hit, words):
        return False
    return hit.beside(1) != "'s" or words[-1] != "minute"


def _is_no_count(hit: Hit, words: list[str]) -> bool:
    """Is it a year before the count ("in 1995 to 15 years"), "a months-long", "a year-end"?"""
    number = hit.groups.get("num", ("",))
    if len(number) > 1 and len(number[0]) == 4 and number[0].isdecimal():
        return True
    if number == ("many",) and hit.beside(-1) == "as":  # "three times in as many months"
        return True
    return number == ("a",) and (words[-1].endswith("s") or hit.beside(1) == "-")


def rate(hit: Hit, around: Around) -> bool:
    """Is "a month" a rate ("100 dollars a month"): does it follow what is counted?"""
    if "per" in hit.words.lowers[hit.start : hit.end]:
        return True
    before = around.beside(hit, -1)
    if before is None or before.pos_ not in ("NOUN", "NUM", "SYM", "PROPN", "PRON"):
        return False
    if hit.beside(1) in ("after", "before", "later", "earlier", "ago", "of"):
        return False
    return around.listed(hit.beside(-1), "money") or before.tag_ == "NNS" or before.pos_ in ("NUM", "SYM")


def hyphen_one(hit: Hit, around: Around) -> bool:
    """Is it one unit ("a day-long debate"), not the end of an age ("67-year-old")?"""
    return (
        hit.beside(-1) != "-"
        and not hit.beside(-1).isdecimal()
        and hit.beside(-1) not in around.lexicon.vocabulary.numbers
    )


def bare_units(hit: Hit, around: Around) -> bool:
    """Do bare "weeks" tell how long something took?"""
    before, after = hit.beside(-1), hit.beside(1)
    if before == "-" or name_within(hit):
        return False
    if around.listed(before, "not_before_lengths"):
        return False
    if after in ("before", "after", "later", "earlier", "ahead") and before not in ("the",):
        return True
    if around.listed(before, "before_lengths"):
        return before not in ("of", "by") or after in ("of", "to")
    return after == "of" and before not in ("the", "as", "first", "few", "last")


def recent_one(hit: Hit, around: Around) -> bool:
    """Is "the past year" a length of time: "the last day" is one of several."""
    unit = around.lexicon.vocabulary.units[hit.groups["unit"][0]]
    if unit.startswith("T") or unit == "D":
        return bool(unit == "TH" and hit.first("rel") != "next")
    return hit.first("rel") != "next" or unit in "EC"


def set_word(hit: Hit, around: Around) -> bool:
    """Is it how often: not a newspaper's name, not "the daily"?"""
    head, after = around.head(hit), around.beside(hit, 1)
    if head is None:
        return False
    if capital(hit, 0):
        return bool(head.is_sent_start)
    if after is not None and after.pos_ in ("NOUN", "ADJ") and not capital(hit, 1):
        return True
    before = around.beside(hit, -1)
    paper = hit.beside(-1) in ("the", "a") or capital(hit, -1) or capital(hit, 1)
    return head.pos_ in ("ADJ", "ADV") and not paper and before is not None


def reference(hit: Hit, around: Around) -> bool:
    """Is it a reference to now, before or after: not "as soon as", not "the past chairman"?"""
    words, before, after = hit.words.lowers[hit.start : hit.end], hit.beside(-1), hit.beside(1)
    if words[0] in ("soon", "recently") and "as" in (before, after):
        return False
    if words[0] in ("soon", "shortly"):
        return around.scene.way(hit).ahead
    if words[-1] in ("past", "future"):
        return after != "of" and no_noun(hit, around)
    return True


def earlier(hit: Hit, around: Around) -> bool:
    """Does "earlier" stand alone: not "earlier than", not "an earlier draft"?"""
    head = around.head(hit)
    return (
        hit.beside(1) != "than"
        and head is not None
        and head.pos_ == "ADV"
        and hit.beside(-1) not in ("no", "or", "even")
    )


def then(hit: Hit, around: Around) -> bool:
    """Does it point back to a date ("since then")?"""
    words = hit.words.lowers[hit.start : hit.end]
    if words == ["then"]:
        return hit.beside(-1) in ("since", "until", "till", "by", "from")
    if words[0] == "that":
        return hit.beside(-1) in ("at", "by", "since", "until")
    after = around.beside(hit, 1)
    return hit.beside(-1) == "at" and (after is None or after.is_punct)


def in_future(hit: Hit, around: Around) -> bool:
    """Is "in two weeks" said of what is to come?"""
    if {"many", "several"} & set(hit.groups["num"]):
        return False
    return around.scene.way(hit).ahead and hit.beside(1) not in ("of", "that", "when", "where", "or")


def one_day(hit: Hit, around: Around) -> bool:
    """Is "one day" some day to come, not a length?"""
    head = around.head(hit)
    return head is not None and head.dep_ != "pobj" and around.scene.way(hit).ahead
