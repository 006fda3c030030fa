"""Tests of a match that the words of its rule cannot make: what stands beside it and what the parse says. Pure."""

from collections.abc import Callable

from spacy.tokens import Doc, Token

from dateline.extract.time_scene import Scene
from dateline.extract.time_tense import Way
from dateline.extract.time_words import Hit
from dateline.lexicons.times import TimeLexicon

Guard = Callable[[Hit, "Around"], bool]

_BEFORE_DATES = frozenset(
    {
        *(
            "in",
            "by",
            "since",
            "until",
            "till",
            "through",
            "during",
            "from",
            "to",
            "between",
            "and",
            "for",
            "of",
            "before",
            "after",
        ),
        *(
            "last",
            "next",
            "this",
            "early",
            "late",
            "mid",
            "or",
            "throughout",
            "on",
            "around",
            "about",
            "into",
            "sometime",
            "when",
        ),
        *("circa", "than", "-", "over", "earlier", "later", "toward", "towards", "beyond", "every", "each", "as"),
    }
)
# Months that are also verbs or given names: they need a preposition.
_ALSO_NAMES = frozenset({"may", "march", "april", "june", "august"})
_CLEAR = _BEFORE_DATES - {"and", "or", "than", "-", "of", "as", "when"}
_YEAR_BEFORE = frozenset(
    {"in", "since", "of", "by", "until", "from", "to", "between", "during", "before", "after", "through", "and"}
)
_MONEY = frozenset(
    {"dollars", "euros", "pounds", "yen", "percent", "%", "million", "billion", "thousand", "times", "once", "twice"}
)
_PAPERS = frozenset(
    {
        "times",
        "telegraph",
        "mirror",
        "express",
        "mail",
        "herald",
        "post",
        "star",
        "independent",
        "tribune",
        "night",
        "people",
    }
)
_NAMES_OF_EVENTS = frozenset(
    {"agreement", "accord", "accords", "peace", "war", "massacre", "coup", "revolution", "island", "islands"}
)


class Around:
    """What a guard may look at beside the words: the parse, what was read so far, the lexicon."""

    def __init__(self, doc: Doc, scene: Scene, lexicon: TimeLexicon) -> None:
        self.doc, self.scene, self.lexicon = doc, scene, lexicon

    def head(self, hit: Hit) -> Token | None:
        """Return the word of the expression that its other words hang on."""
        span = self.doc.char_span(*hit.span, alignment_mode="expand")
        return span.root if span is not None and len(span) else None

    def beside(self, hit: Hit, step: int) -> Token | None:
        """Return the token right before (-1) or after (1) the expression."""
        span = self.doc.char_span(*hit.span, alignment_mode="expand")
        if span is None:
            return None
        at = span.start - 1 if step < 0 else span.end
        return self.doc[at] if 0 <= at < len(self.doc) else None


def month_name(hit: Hit, around: Around) -> bool:
    """Is it the month: not the verb, not Ms May, not Mr Jan Berg?"""
    before, name = hit.beside(-1), hit.groups["month"][0]
    if hit.groups.get("part"):
        return True
    if len(name) < 4 and name != "may":
        return before in _CLEAR and not _capital(hit, 1) and hit.beside(1) != "del"
    if name in _ALSO_NAMES:
        return _surely_month(hit, around)
    if before in _BEFORE_DATES:
        return True
    head = around.head(hit)
    return head is not None and head.ent_type_ not in ("PERSON", "GPE", "ORG", "FAC")


def _surely_month(hit: Hit, around: Around) -> bool:
    """Is a name that is also a verb's or a person's a month here: "in May", "April and May", "the March ballot"?"""
    before = hit.beside(-1)
    if before in ("and", "or", "-"):
        return hit.beside(-2) in around.lexicon.vocabulary.months
    if before in _CLEAR:
        return not _capital(hit, 1)
    head, after = around.head(hit), around.beside(hit, 1)
    named = head is not None and head.dep_ == "compound" and before in ("the", "a", "an")
    return named and after is not None and after.pos_ == "NOUN" and not _capital(hit, 1)


def year(hit: Hit, around: Around) -> bool:
    """Is it a year and no count, sum or number of something?"""
    number, before, after = int(hit.groups["year"][0]), hit.beside(-1), hit.beside(1)
    if hit.groups.get("part") or "year" in hit.words.lowers[hit.start : hit.end]:
        return True
    if not 1900 <= number < 2100:
        return (
            number >= 1000 and before in _YEAR_BEFORE and after not in around.lexicon.counted and _no_noun(hit, around)
        )
    if before in around.lexicon.numbered or after in around.lexicon.counted or before in ("$", "#", "€", "£", "¥", "+"):
        return False
    if after in ("-", "/", "'", ":", "%") and hit.beside(2)[:1].isdigit():
        return False
    return not (before in ("/", "-", ":") and hit.beside(-2)[:1].isdigit())


def _no_noun(hit: Hit, around: Around) -> bool:
    after = around.beside(hit, 1)
    return after is None or after.pos_ not in ("NOUN", "ADJ", "PROPN", "NUM")


def year_words(hit: Hit, around: Around) -> bool:
    """Is "nineteen ninety-four" a year: are there two numbers that make one?"""
    if not hit.groups.get("words") or "year" in hit.words.lowers[hit.start : hit.end]:
        return True
    numbers = around.lexicon.vocabulary.numbers
    words = [numbers[w] for w in hit.groups["words"] if w in numbers]
    return len(words) > 1 and 10 <= sum(words[1:]) < 100


def quarter(hit: Hit, around: Around) -> bool:
    """Is it a part of the year: a half only where a year is named, "the quarter" only where one was told?"""
    words = hit.words.lowers[hit.start : hit.end]
    named = hit.groups.get("year") or hit.groups.get("rel") or "year" in words
    if hit.groups.get("unit") == ("half",):
        return bool(named)
    if hit.rule.id == "quarter.told" and not named and not {"latest", "recent", "this"} & set(words):
        return hit.beside(1) in ("ended", "ending") or any(v[5:6] == "Q" for _, v, _ in around.scene.told[-6:])
    return hit.beside(1) not in ("final", "finals")


def season(hit: Hit, around: Around) -> bool:
    """Is it the season: not the verb, not the fall of a town, not the Prague Spring?"""
    name, words = hit.groups["season"][0], hit.words.lowers[hit.start : hit.end]
    if hit.groups.get("year") or hit.groups.get("rel") or hit.groups.get("part"):
        return True
    head = around.head(hit)
    if head is None or head.pos_ not in ("NOUN", "PROPN") or _capital(hit, -1):
        return False
    if name in ("fall", "spring"):
        return hit.beside(-1) in ("in", "by", "until", "since", "this", "last") and hit.beside(1) not in ("of", "out")
    if hit.beside(1) in ("olympics", "games", "olympic", "palace"):
        return False
    return "the" in words or hit.beside(-1) in _BEFORE_DATES or head.dep_ == "compound"


def weekday(hit: Hit, around: Around) -> bool:
    """Is it a day: written out, not a newspaper's name?"""
    name = hit.groups["weekday"][0]
    if not name.endswith("day"):
        return False
    if hit.beside(1) in _PAPERS and _capital(hit, 1):
        return False
    return hit.beside(-1) not in ("bloody", "black", "good", "easter", "super", "every", "each")


def day_word(hit: Hit, around: Around) -> bool:
    """Is it the day and not a programme or newspaper of that name?"""
    return not _name_within(hit)


def overnight(hit: Hit, around: Around) -> bool:
    """Is it the night, not a kind of train or stay?"""
    return hit.beside(1) not in ("train", "trains", "bus", "flight", "stay", "accommodation", "success")


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
    if hit.beside(-1) in ("at", "over", "on", "during") and len(words) > 1:
        return True
    after = around.beside(hit, 1)
    compound = after is not None and after.pos_ == "NOUN" and hit.beside(1) != "'s"
    return not compound and (len(words) > 1 or hit.beside(-1) in ("at", "over", "on", "during"))


def period(hit: Hit, around: Around) -> bool:
    """Is it a period of the calendar: not the last minute, not this very second?"""
    unit = around.lexicon.vocabulary.units[hit.groups["unit"][0]]
    before = hit.beside(-1)
    if unit.startswith("T") or _name_within(hit):
        return False
    relation = hit.first("rel")
    if relation in ("this", "that") and unit == "D" and before == "to":
        return False
    if relation == "past" and before != "this":
        return False
    return not (relation == "last" and unit == "D")


def the_period(hit: Hit, around: Around) -> bool:
    """Is "the day" a stretch of time that the words around it use as one?"""
    unit = hit.groups["unit"][0]
    if unit not in ("day", "week", "month", "year") or hit.beside(1) in ("of", "that", "when"):
        return False
    if hit.beside(-1) == "for":
        return unit in ("year", "week")
    return hit.beside(-1) in ("during", "in", "throughout")


def duration(hit: Hit, around: Around) -> bool:
    """Is it a length of time: not a rate ("dollars a month"), not a number's name?"""
    words = hit.words.lowers[hit.start : hit.end]
    if _name_within(hit) or (words[-1] == "quarters" and "-" in words):
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
    return hit.beside(-1) in _MONEY or before.tag_ == "NNS" or before.pos_ in ("NUM", "SYM")


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
    if before == "-" or _name_within(hit):
        return False
    if before in (
        "working",
        "office",
        "business",
        "opening",
        "early",
        "these",
        "those",
        "school",
        "man",
        "our",
        "their",
        "his",
    ):
        return False
    if after in ("before", "after", "later", "earlier", "ahead") and before not in ("the",):
        return True
    if before in (
        "for",
        "within",
        "in",
        "over",
        "after",
        "last",
        "take",
        "took",
        "lasting",
        "during",
        "by",
        "of",
        "ended",
        "unleashed",
    ):
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
    if _capital(hit, 0):
        return bool(head.is_sent_start)
    if after is not None and after.pos_ in ("NOUN", "ADJ") and not _capital(hit, 1):
        return True
    before = around.beside(hit, -1)
    paper = hit.beside(-1) in ("the", "a") or _capital(hit, -1) or _capital(hit, 1)
    return head.pos_ in ("ADJ", "ADV") and not paper and before is not None


def clock(hit: Hit, around: Around) -> bool:
    """Is it a time of day, not a score or a running time?"""
    if hit.groups.get("zone") or "local" in hit.words.lowers[hit.start : hit.end]:
        return True
    if any(hit.groups.get(name) for name in ("weekday", "month", "today")):
        return True
    return hit.beside(-1) in (
        "at",
        "by",
        "until",
        "till",
        "around",
        "about",
        "after",
        "before",
        "since",
        "from",
        "between",
    )


def hour_name(hit: Hit, around: Around) -> bool:
    """Is it the hour, not a name?"""
    return not (_capital(hit, 0) and hit.beside(-1) not in ("", "."))


def reference(hit: Hit, around: Around) -> bool:
    """Is it a reference to now, before or after: not "as soon as", not "the past chairman"?"""
    words, before, after = hit.words.lowers[hit.start : hit.end], hit.beside(-1), hit.beside(1)
    if words[0] == "soon" and "as" in (before, after):
        return False
    if words[0] in ("soon", "shortly"):
        return around.scene.way(hit) is Way.AHEAD
    if words[-1] in ("past", "future"):
        return after != "of" and _no_noun(hit, around)
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


def holiday(hit: Hit, around: Around) -> bool:
    """Is it the day: with its capital, not part of a treaty's name?"""
    capital = hit.words.text[hit.words.starts[hit.start + ("rel" in hit.groups)]].isupper()
    return capital and hit.beside(1) not in _NAMES_OF_EVENTS


def in_future(hit: Hit, around: Around) -> bool:
    """Is "in two weeks" said of what is to come?"""
    if {"many", "several"} & set(hit.groups["num"]):
        return False
    return around.scene.way(hit) is Way.AHEAD and hit.beside(1) not in ("of", "that", "when", "where", "or")


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


def _name_within(hit: Hit) -> bool:
    """Does a capital within a sentence make the last word part of a name ("60 Minutes", "the Six-Day War")?"""
    words, last = hit.words, hit.end - 1
    exact = words.text[words.starts[last] : words.ends[last]]
    if not exact[0].isupper() or exact.isupper() or last == 0:
        return False
    before = words.text[words.starts[last - 1] : words.ends[last - 1]]
    return last > hit.start or before[:1].isalnum()


def _capital(hit: Hit, step: int) -> bool:
    """Does the expression's first word (0), or the word beside it, have a capital?"""
    at = hit.start if step == 0 else hit.start + step if step < 0 else hit.end + step - 1
    if not 0 <= at < len(hit.words.starts):
        return False
    return hit.words.text[hit.words.starts[at]].isupper()


GUARDS: dict[str, Guard] = {
    function.__name__: function
    for function in (
        *(month_name, year, year_words, quarter, season, weekday, day_word, overnight, daypart, weekend, period),
        *(the_period, duration, rate, hyphen_one, bare_units, recent_one, set_word, clock, hour_name, reference),
        *(earlier, then, holiday, in_future, next_of_range),
    )
}
