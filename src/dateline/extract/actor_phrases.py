"""Words -> Phrases: every place that could stand for an actor, one for each head word. Which of them do is scored later."""

from dataclasses import dataclass

from dateline.extract.actor_gazetteer import Name, find_names, is_title
from dateline.extract.actor_words import Words
from dateline.lexicons.actors import ActorLexicon, Known, NounClass
from dateline.records import ActorKind

PRONOUNS = frozenset(
    [
        "i",
        "me",
        "my",
        "mine",
        "myself",
        "we",
        "us",
        "our",
        "ours",
        "ourselves",
        "he",
        "him",
        "his",
        "himself",
        "she",
        "her",
        "hers",
        "herself",
        "it",
        "its",
        "itself",
        "they",
        "them",
        "their",
        "theirs",
        "themselves",
    ]
)
_MODIFIER = frozenset({"compound", "amod", "nmod", "npadvmod", "nummod", "quantmod"})
_HONORIFICS = frozenset({"mr.", "mrs.", "ms.", "mr", "mrs", "ms", "dr.", "sir", "lord", "lady"})
_AFTER_PLACE = frozenset({",", "(", "-", "--", "–", "—", ":", "/", ".-", ")--"})
_LOOSE_HEADS = frozenset(
    {"nsubj", "nsubjpass", "dobj", "pobj", "conj", "poss", "attr", "appos", "dative", "ROOT", "agent"}
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase or a name within one: tokens [start, end) with their head.

    form: pronoun, name, noun, or modifier (a name or noun before another noun: "US" in "US policy").
    name: tokens of the name itself, where there is one. known: what the tables say of the name. label: the parser's.
    """

    start: int
    end: int
    head: int
    form: str
    name: tuple[int, int] | None = None
    known: Known | None = None
    noun: NounClass | None = None
    label: str = ""


def find_phrases(words: Words, lexicon: ActorLexicon) -> tuple[list[Phrase], dict[int, Known]]:
    """Return the phrases in the order of their heads, and what the tables say of the names in the text, by token."""
    names, listed = find_names(words, lexicon)
    filed = _filed_from(words)
    named = {i: name for name in names for i in range(name.start, name.end)}
    phrases = {}
    for name in names:
        phrase = _of_name(name, words, lexicon, named)
        adjective = name.known is not None and name.known.form == "adjective"
        if not (adjective and phrase.form == "modifier"):  # "Israeli" in "Israeli troops" is hardly ever one
            phrases[phrase.head] = phrase
    titles = {i for p in phrases.values() if p.form == "name" for i in range(p.start, p.end)}
    for i in range(len(words)):
        if i in named or i in phrases or i in filed:
            continue
        found = _of_word(i, words, lexicon, titles)
        if found is not None:
            phrases[i] = found
    return [phrases[i] for i in sorted(phrases) if i not in filed], listed


def _filed_from(words: Words) -> set[int]:
    """Return the words in capitals that open a line and say where it was filed: "OSLO, May 4", "NEW DELHI --"."""
    found: set[int] = set()
    for i, text in enumerate(words.text):
        if not (text.isupper() and len(text) > 2 and text.isalpha()) or (i and "\n" not in words.text[i - 1]):
            continue
        end = i + 1
        while end < len(words) and words.text[end].isupper() and words.text[end].isalpha():
            end += 1
        if end < len(words) and words.text[end] in _AFTER_PLACE:
            found.update(range(i, end))
    return found


def _of_name(name: Name, words: Words, lexicon: ActorLexicon, named: dict[int, Name]) -> Phrase:
    span = range(name.start, name.end)
    head = next((i for i in reversed(span) if words.head[i] not in span or words.head[i] == i), name.end - 1)
    above = words.head[head]
    noun = lexicon.nouns.get(words.lower[head]) if name.known is None else None
    modifies = words.dep[head] in _MODIFIER and above > head and words.pos[above] in ("NOUN", "PROPN", "NUM", "ADJ")
    title = (
        words.dep[head] in ("compound", "nmod")
        and modifies
        and name.label == "PERSON"
        and above >= name.end
        and words.pos[above] == "PROPN"
    )
    if modifies and not title:
        return Phrase(name.start, name.end, head, "modifier", (name.start, name.end), name.known, noun, name.label)
    start = _start_of_name(name, head, words, lexicon, named)
    return Phrase(start, name.end, head, "name", (name.start, name.end), name.known, noun, name.label)


def _start_of_name(name: Name, head: int, words: Words, lexicon: ActorLexicon, named: dict[int, Name]) -> int:
    """Return where the mention starts: at the title before a person's name, at the article before other names."""
    start = min(name.start, words.phrase_start(head))
    before = name.start - 1
    person = name.label == "PERSON" or (name.known is not None and name.known.form == "person")
    if person:
        if start == name.start and before >= 0 and before not in named and is_title(before, words, lexicon):
            start = words.phrase_start(before)
        titled = any(is_title(i, words, lexicon) or words.lower[i] in _HONORIFICS for i in range(start, name.start))
        return start if titled else name.start
    if name.known is not None and name.known.form in ("country", "capital", "adjective", "people"):
        if name.known.form in ("country", "capital"):
            start = max(start, before if before >= 0 and words.lower[before] == "the" else name.start)
    else:
        owner = [i for i in range(start, name.start) if words.tag[i] == "POS"]
        start = owner[-1] + 1 if owner else start
    if _is_abbreviation(name, words) and start == before:  # "the EU": the article is not part of the name
        return name.start
    return start


def _is_abbreviation(name: Name, words: Words) -> bool:
    text = words.text[name.start]
    return name.end - name.start == 1 and text.isupper() and len(text) < 6


def _of_word(i: int, words: Words, lexicon: ActorLexicon, titles: set[int]) -> Phrase | None:
    pos, dep, lower = words.pos[i], words.dep[i], words.lower[i]
    if lower in PRONOUNS:
        return Phrase(i, i + 1, i, "pronoun") if pos in ("PRON", "DET", "ADJ") and words.text[i] != "US" else None
    noun = noun_class(i, words, lexicon)
    above = words.head[i]
    modifies = dep in _MODIFIER and above > i and words.pos[above] in ("NOUN", "PROPN")
    if pos in ("NOUN", "PROPN"):
        if modifies:
            if noun is None or noun.kind is ActorKind.PERSON or i in titles:
                return None
            return Phrase(words.phrase_start(i), i + 1, i, "modifier", None, None, noun)
        if noun is None and pos == "NOUN":
            return None
        if i in titles and noun is not None and noun.kind is ActorKind.PERSON and i + 1 in titles:
            return None
        return Phrase(words.phrase_start(i), i + 1, i, "name" if pos == "PROPN" else "noun", None, None, noun)
    if pos in ("NUM", "ADJ", "DET", "PRON", "VERB", "X") and (dep in _LOOSE_HEADS or noun is not None):
        if words.tag[i] in ("WP", "WDT", "EX", "WP$") or (pos == "VERB" and words.child(i, "det") is None):
            return None
        if modifies:
            return None
        return Phrase(words.phrase_start(i), i + 1, i, "noun", None, None, noun)
    return None


def noun_class(i: int, words: Words, lexicon: ActorLexicon) -> NounClass | None:
    """Return the class of a common noun, that of it and the words before it where they are listed together."""
    if i and words.lower[i - 1] in lexicon.noun_starts:
        for last in (words.lower[i], words.lemma[i].lower()):
            found = lexicon.nouns.get(f"{words.lower[i - 1]} {last}")
            if found is not None:
                return found
    return lexicon.nouns.get(words.lemma[i].lower()) or lexicon.nouns.get(words.lower[i])
