"""How many were killed, injured, or took part in an act, where the words give plain numbers."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from dateline.extract.event_frames import Frame
from dateline.extract.event_ways import clause_way, slot
from dateline.extract.syntax import conjuncts, is_passive, subjects
from dateline.records import EventType

_DEATHS = frozenset({"kill", "die", "execute", "murder", "massacre", "perish", "slay", "assassinate", "behead", "gun"})
_INJURIES = frozenset({"wound", "injure", "hurt", "maim"})
_STATES = {"dead": "dead", "wounded": "injured", "injured": "injured", "hurt": "injured"}
_NOUNS = {
    **dict.fromkeys(("death", "killing", "murder", "assassination", "execution", "slaying", "massacre"), "dead"),
    **dict.fromkeys(("wounding", "injury"), "injured"),
}
# Their subject is who dies or is hurt even in the active.
_SUFFERED = frozenset({"die", "perish"})
_CROWDS = {EventType.PROTEST: "subject", EventType.MOBILIZE: "object"}
_SMALL = [
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_WORDS = {w: n for n, w in enumerate(_SMALL)} | {w: 10 * n for n, w in enumerate(_TENS, start=2)}
_FACTORS = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 1_000_000}


def find_victims(frame: Frame) -> tuple[int | None, int | None]:
    """Return how many were killed and injured in the act; None where the sentence gives no number for it."""
    counts: dict[str, int] = {}
    for what, victims in _victims(frame):
        numbers = [n for token in victims if (n := number_of(token)) is not None]
        if numbers and what not in counts:
            counts[what] = sum(numbers)
    return counts.get("dead"), counts.get("injured")


def find_size(kind: EventType, frame: Frame) -> int | None:
    """Return how many protest or are moved, None where no number is given."""
    side = _CROWDS.get(kind)
    if side is None:
        return None
    numbers = [n for t in (frame.subjects if side == "subject" else frame.objects) if (n := _counted(t)) is not None]
    return sum(numbers) if numbers else None


def number_of(noun: Token) -> int | None:
    """Return how many a noun phrase stands for: its number, 1 for 'a soldier' or a person's name, else None."""
    counted = _counted(noun)
    if counted is not None:
        return counted
    if noun.tag_ == "NN" and any(c.dep_ == "det" and c.lower_ in ("a", "an") for c in noun.children):
        return 1
    return 1 if noun.ent_type_ == "PERSON" else None


def read_number(token: Token) -> int | None:
    """Return the number that a word and the words under it stand for ('two hundred'), None if it is no plain number."""
    low = token.lower_.replace(",", "")
    if low.isascii() and low.isdigit() and len(low) < 8:
        return int(low)
    before = [n for c in token.lefts if c.dep_ in ("compound", "nummod", "det") and (n := _simple(c)) is not None]
    if low in _FACTORS:
        return (before[0] if before else 1) * _FACTORS[low] if before or token.i > 0 else None
    if "-" in low:
        tens, _, ones = low.partition("-")
        return _WORDS[tens] + _WORDS[ones] if tens in _TENS and ones in _SMALL else None
    return _WORDS.get(low)


def _simple(token: Token) -> int | None:
    if token.lower_ in ("a", "an"):
        return 1
    low = token.lower_.replace(",", "")
    return int(low) if low.isascii() and low.isdigit() and len(low) < 8 else _WORDS.get(low)


def _counted(noun: Token) -> int | None:
    if noun.like_num and noun.pos_ == "NUM":
        return read_number(noun)
    numbers = [c for c in noun.lefts if c.dep_ == "nummod"]
    if numbers:
        return read_number(numbers[-1])
    return None


def _victims(frame: Frame) -> Iterator[tuple[str, list[Token]]]:
    """Yield 'dead' or 'injured' with the heads of those who are, for each word of the sentence that tells of the act."""
    for token in frame.head.sent:
        what = _meaning(token)
        if what is not None and _tells_of(frame, token):
            yield what, list(_who(token))


def _meaning(token: Token) -> str | None:
    low = token.lemma_.lower()
    if token.pos_ in ("VERB", "AUX"):
        return "dead" if low in _DEATHS else ("injured" if low in _INJURIES else None)
    if token.pos_ == "ADJ":
        return _STATES.get(token.lower_)
    return _NOUNS.get(low) if token.pos_ == "NOUN" else None


def _tells_of(frame: Frame, token: Token) -> bool:
    if frame.head.i in (token.i, token.head.i) or token in frame.head.conjuncts:
        return True
    verb = token if token.pos_ in ("VERB", "AUX") else slot(token)[1]
    way = clause_way(frame, verb)
    return (
        way in ("own", "carrier", "up:conj")
        or way.startswith("down:")
        or (way.startswith("up:") and frame.kind == "noun")
    )


def _who(token: Token) -> Iterable[Token]:
    low = token.lemma_.lower()
    if token.pos_ == "NOUN":
        return [
            t for p in token.children if p.lower_ == "of" for c in p.children if c.dep_ == "pobj" for t in conjuncts(c)
        ]
    if token.pos_ == "ADJ":
        above = token.head
        return [t for c in above.children if c.dep_ in ("dobj", "nsubj", "nsubjpass") for t in conjuncts(c)] or [above]
    if low in _SUFFERED or is_passive(token):
        return subjects(token)
    own = [t for c in token.children if c.dep_ == "dobj" for t in conjuncts(c)]
    if own:
        return own
    # "57 were killed and up to 300 wounded": the second verb has but a number before it
    return [c for c in token.lefts if c.dep_ in ("nsubj", "nummod", "nsubjpass") or c.pos_ == "NUM"]
