"""Words -> Names: the names that the tables have, then those that only the parser sees, mended where it is wrong."""

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.extract.actor_words import Words
from dateline.lexicons.actors import ActorLexicon, Known
from dateline.records import ActorKind

_NAME_LABELS = frozenset({"PERSON", "ORG", "NORP", "GPE", "FAC", "LOC", "PRODUCT"})
_PLACE_LABELS = frozenset({"GPE", "LOC"})
_AT = frozenset({"in", "near", "outside"})
_LOCAL = frozenset(
    {
        *(
            "mayor",
            "governor",
            "resident",
            "people",
            "citizen",
            "inhabitant",
            "villager",
            "police",
            "bishop",
            "archbishop",
        ),
        *(
            "city",
            "town",
            "village",
            "port",
            "province",
            "region",
            "district",
            "university",
            "west",
            "east",
            "north",
            "south",
        ),
    }
)
_GEOGRAPHIC = frozenset({"country", "adjective", "capital", "people"})
_NEVER_LAST = frozenset(
    [
        "'s",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "today",
        "yesterday",
        "tomorrow",
        "here",
        "and",
        "said",
    ]
)


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the text: tokens [start, end), from the tables or from the parser."""

    start: int
    end: int
    known: Known | None
    label: str


def find_names(words: Words, lexicon: ActorLexicon) -> tuple[list[Name], dict[int, Known]]:
    """Return the names in text order, none within another, and what the tables say of words, within names too."""
    listed = list(_listed(words, lexicon))
    taken = {i: name for name in listed for i in range(name.start, name.end)}
    known = {i: name.known for i, name in taken.items() if name.known is not None}
    for start, end, label in words.entities:
        name = _from_parser(start, end, label, words, lexicon, taken) if label in _NAME_LABELS else None
        if name is None:
            continue
        for inner in {taken[i] for i in range(name.start, name.end) if i in taken}:
            for i in range(inner.start, inner.end):
                del taken[i]
        taken.update(dict.fromkeys(range(name.start, name.end), name))
    for name in _after_titles(words, lexicon, taken):
        taken.update(dict.fromkeys(range(name.start, name.end), name))
    names = sorted({id(name): name for name in taken.values()}.values(), key=lambda name: name.start)
    return names, {**_places(names, words, lexicon, known), **known}


def _places(names: list[Name], words: Words, lexicon: ActorLexicon, known: dict[int, Known]) -> dict[int, Known]:
    """Return by token the towns and regions that stand in the text, as far as it is clear in which country they lie."""
    countries = {thing.country for thing in known.values() if thing.country}
    spans = [(n.start, n.end) for n in names if n.label in _PLACE_LABELS]
    named = {i for start, end in spans for i in range(start, end)}
    spans += [(_first_proper(i, words), i + 1) for i in range(len(words)) if i not in named and _is_at(i, words)]
    found = {}
    for start, end in spans:
        if any(i in known for i in range(start, end)):
            continue
        text = words.between(start, end)
        lies = lexicon.places.find(text, countries)
        if lies is not None and lies.country is not None:
            place = Known(f"place:{text}", "place", text, ActorKind.GOVERNMENT, lies.country, None)
            found.update(dict.fromkeys(range(start, end), place))
    return found


def _is_at(i: int, words: Words) -> bool:
    """Does the sentence use the name as a place's ("in Rotterdam", "mayor of Rotterdam"), whatever the parser calls it?"""
    if words.tag[i] != "NNP" or words.dep[i] != "pobj":
        return False
    before = words.head[i]
    return words.lower[before] in _AT or (
        words.lower[before] == "of" and words.lemma[words.head[before]].lower() in _LOCAL
    )


def _first_proper(i: int, words: Words) -> int:
    while i and words.tag[i - 1] == "NNP" and words.dep[i - 1] == "compound":
        i -= 1
    return i


def is_title(i: int, words: Words, lexicon: ActorLexicon) -> bool:
    """Is the word an office or rank, as before a name?"""
    noun = lexicon.nouns.get(words.lower[i])
    return noun is not None and noun.kind is ActorKind.PERSON


def _listed(words: Words, lexicon: ActorLexicon) -> Iterator[Name]:
    """Yield the names that the tables have, the longest where several start at one word."""
    i, text = 0, words.text
    names = lexicon.names
    while i < len(text):
        if text[i] in names:
            for name, known in names[text[i]]:
                if (len(name) == 1 or tuple(text[i : i + len(name)]) == name) and not (
                    _goes_on(i + len(name), known, words) or (words.label(i) == "DATE" and name[-1].isdecimal())
                ):
                    yield Name(i, i + len(name), known, words.label(i))
                    i += len(name) - 1
                    break
        i += 1


def _goes_on(end: int, known: Known, words: Words) -> bool:
    """Is a listed person's name only the start of another's ("King Felipe" of "King Felipe Alonso")?"""
    return known.form == "person" and end < len(words) and words.tag[end] == "NNP" and words.label(end) == "PERSON"


def _from_parser(
    first: int, last: int, label: str, words: Words, lexicon: ActorLexicon, taken: dict[int, Name]
) -> Name | None:
    """Return the parser's name, unless a name of the tables says as much."""
    start, end = _trimmed(first, last, words, lexicon)
    inside = {taken[i].start: taken[i] for i in range(start, end) if i in taken}
    if start >= end or any(n.start < start or n.end > end or n.end - n.start == end - start for n in inside.values()):
        return None
    if any(n.known is not None and n.known.form not in _GEOGRAPHIC for n in inside.values()):
        return None
    if inside and label not in ("ORG", "FAC", "PERSON"):
        return None
    if label != "PERSON" and not inside and _is_titled(start, end, words, lexicon):
        label = "PERSON"
    if label == "PERSON":
        start = _from_first_name(start, words, lexicon, taken)
    return Name(start, end, None, label)


def _trimmed(start: int, end: int, words: Words, lexicon: ActorLexicon) -> tuple[int, int]:
    """Return the name without articles, possessors, titles and days at its ends."""
    while start < end and (words.lower[start] in ("the", "a", "an", "'s", "+") or words.tag[start] == "POS"):
        start += 1
    while start < end and _ends_no_name(end - 1, words):
        end -= 1
    if "(" in words.text[start:end] and ")" not in words.text[start:end] and words.text[end : end + 1] == [")"]:
        end += 1  # "Harbour Front (HF)": parsers leave the bracket open
    title = next((i for i in range(end - 2, start - 1, -1) if _titles(i, words, lexicon)), None)
    if title is not None and all(words.text[i][:1].isupper() for i in range(title + 1, end)):
        start = title + 1
    return start, end


def _ends_no_name(i: int, words: Words) -> bool:
    return words.tag[i] == "POS" or words.pos[i] in ("PUNCT", "SPACE") or words.lower[i] in _NEVER_LAST


def _titles(i: int, words: Words, lexicon: ActorLexicon) -> bool:
    """Is the word a title that a person's name may follow at once ("Minister", but not "General Electric")?"""
    noun = lexicon.nouns.get(words.lower[i])
    if noun is None or noun.kind is not ActorKind.PERSON:
        return False
    return noun.id.startswith(("government.", "leaders", "legislators")) or words.label(i) == "PERSON"


def _is_titled(start: int, end: int, words: Words, lexicon: ActorLexicon) -> bool:
    """Does a title of the same phrase stand right before capitalised words none of which names a body?"""
    before = start - 1
    if before < 0 or end - start > 4 or not _titles(before, words, lexicon) or words.tag[before] in ("NNS", "NNPS"):
        return False
    if words.dep[before] not in ("compound", "nmod", "amod") or not before < words.head[before] < end:
        return False
    span = range(start, end)
    if not span:
        return False
    return all(words.text[i][:1].isupper() and words.lower[i] not in lexicon.nouns for i in span)


def _from_first_name(start: int, words: Words, lexicon: ActorLexicon, taken: dict[int, Name]) -> int:
    """Return where a person's name starts, with the first names that the parser has left out."""
    before = start - 1
    while (
        before >= 0
        and before not in taken
        and words.tag[before] == "NNP"
        and words.dep[before] == "compound"
        and words.head[before] > before
        and words.entity[before] < 0
        and words.text[before][:1].isupper()
        and words.lower[before] not in lexicon.nouns
    ):
        before -= 1
    found = before + 1
    clear = before < 0 or words.tag[before] not in ("NNP", "NNPS") or is_title(before, words, lexicon)
    return found if clear else start


def _after_titles(words: Words, lexicon: ActorLexicon, taken: dict[int, Name]) -> Iterator[Name]:
    """Yield the names that stand after a title and that the parser has not seen: "Prime Minister Ivo Kral"."""
    for i in range(len(words) - 1):
        if words.entity[i + 1] >= 0 or words.tag[i + 1] != "NNP" or not _titles(i, words, lexicon):
            continue
        end = i + 1
        while end < len(words) and words.tag[end] == "NNP" and words.entity[end] < 0 and end not in taken:
            end += 1
        if _is_titled(i + 1, end, words, lexicon):
            yield Name(i + 1, end, None, "PERSON")
