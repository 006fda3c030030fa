"""Doc -> Words: the parse as plain lists, read once a text, and its noun phrases. What the actor modules look at."""

from dataclasses import dataclass
from itertools import accumulate

from spacy.attrs import DEP, HEAD, IDX, LEMMA, LOWER, ORTH, POS, SENT_START, TAG
from spacy.strings import StringStore
from spacy.tokens import Doc

# Children that stand before a noun within its own phrase.
_PREMODIFIERS = frozenset(
    {
        "det",
        "amod",
        "compound",
        "poss",
        "nummod",
        "nmod",
        "advmod",
        "quantmod",
        "predet",
        "case",
        "punct",
        "npadvmod",
        "neg",
        "dep",
    }
)


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text by token index; lists are a good deal faster to look at than tokens."""

    doc: Doc
    whole: str  # the text
    text: list[str]
    offset: list[int]  # where each word starts in the text
    lower: list[str]
    lemma: list[str]
    pos: list[str]
    tag: list[str]
    dep: list[str]
    head: list[int]
    children: list[list[int]]
    entity: list[int]  # index into `entities`, or -1
    entities: list[tuple[int, int, str]]
    sentence: list[int]  # number of the sentence
    quoted: list[bool]  # inside quotation marks
    said: list[tuple[int, int]]  # verbs of saying outside quotation marks, with the head of their subject

    def __len__(self) -> int:
        return len(self.text)

    def chars(self, start: int, end: int) -> tuple[int, int]:
        """Return the characters of words [start, end)."""
        return self.offset[start], self.offset[end - 1] + len(self.text[end - 1])

    def between(self, start: int, end: int) -> str:
        """Return the text of words [start, end)."""
        if start >= end:
            return ""
        first, last = self.chars(start, end)
        return self.whole[first:last]

    def child(self, i: int, *deps: str) -> int | None:
        """Return the first child of a word with one of these relations."""
        return next((c for c in self.children[i] if self.dep[c] in deps), None)

    def label(self, i: int) -> str:
        """Return the entity label of a word, or the empty string."""
        return self.entities[self.entity[i]][2] if self.entity[i] >= 0 else ""

    def phrase_start(self, head: int) -> int:
        """Return where the noun phrase of a head starts: its determiners, adjectives, compounds, possessors."""
        start = head
        for child in reversed(self.children[head]):
            if child > head:
                continue
            if self.dep[child] not in _PREMODIFIERS or self.text[child] in _BREAKS:
                break
            start = self.left_edge(child)
        if start > 1 and self.text[start - 1] == "-" and start == head:  # "secretary-general"
            start = self.phrase_start(start - 2)
        return self._cleared(start, head)

    def speaker(self, i: int) -> int:
        """Return the head of who says the words around `i`: of the nearest verb of saying in its paragraph; -1: nobody."""
        near = min(self.said, key=lambda pair: abs(pair[0] - i), default=None)
        return near[1] if near is not None and abs(near[0] - i) < _LONGEST_QUOTE else -1

    def _cleared(self, start: int, head: int) -> int:
        """Return the start less what a wrong parse has drawn in: verbs, brackets, dashes."""
        for i in range(head - 1, start - 1, -1):
            if self.tag[i] in _FINITE or self.pos[i] == "SPACE" or self.text[i] in _BREAKS:
                return i + 1
        return start

    def left_edge(self, i: int) -> int:
        """Return the first word of the subtree."""
        while self.children[i] and self.children[i][0] < i:
            i = self.children[i][0]
        return i

    def right_edge(self, i: int) -> int:
        """Return the last word of the subtree."""
        while self.children[i] and self.children[i][-1] > i:
            i = self.children[i][-1]
        return i


_FINITE = frozenset({"VBD", "VBZ", "VBP", "VB", "MD"})
_BREAKS = frozenset({",", ";", ":", "--", "(", ")", '"', "“", "”", "``", "''"})


_SAYING = frozenset(
    [
        "say",
        "tell",
        "add",
        "state",
        "declare",
        "announce",
        "note",
        "explain",
        "stress",
        "warn",
        "insist",
        "argue",
        "claim",
        "reply",
        "write",
    ]
)
_LONGEST_QUOTE = 80  # words between a first person and the verb of saying
_OPENING = frozenset({"“", "``", "«", "„"})
_CLOSING = frozenset({"”", "''", "»"})


def read_words(doc: Doc) -> Words:
    """Return the Doc's words."""
    strings = doc.vocab.strings
    values = doc.to_array([ORTH, LOWER, LEMMA, POS, TAG, DEP]).T.tolist()
    offsets = doc.to_array([HEAD]).astype("int64").tolist()
    heads = [i + offset for i, offset in enumerate(offsets)]
    children: list[list[int]] = [[] for _ in heads]
    for i, head in enumerate(heads):
        if head != i:
            children[head].append(i)
    columns = [_read(column, strings) for column in values] or [[]] * 6
    entities = [(e.start, e.end, e.label_) for e in doc.ents]
    entity = [-1] * len(heads)
    for number, (start, end, _) in enumerate(entities):
        entity[start:end] = [number] * (end - start)
    starts = doc.to_array([SENT_START]).tolist()
    sentence = list(accumulate(int(i > 0 and start == 1) for i, start in enumerate(starts)))
    text, lower, lemma, pos, tag, dep = columns
    offset = doc.to_array([IDX]).tolist()
    quoted = _inside_quotes(text)
    said = []
    for i, word in enumerate(lemma):
        if word in _SAYING and pos[i] == "VERB" and not quoted[i]:
            subject = next((c for c in children[i] if dep[c] == "nsubj"), None)
            if subject is not None:
                said.append((i, subject))
    return Words(
        doc,
        doc.text,
        text,
        offset,
        lower,
        lemma,
        pos,
        tag,
        dep,
        heads,
        children,
        entity,
        entities,
        sentence,
        quoted,
        said,
    )


def _read(column: list[int], strings: StringStore) -> list[str]:
    """Return the words of a column of hashes, each looked up once."""
    names: dict[int, str] = {value: strings[value] for value in set(column)}
    return [names[value] for value in column]


def _inside_quotes(text: list[str]) -> list[bool]:
    """Return for each word whether it stands in quotation marks; an open one ends with its paragraph."""
    inside, out = False, []
    for word in text:
        if word in _OPENING or (word == '"' and not inside):
            inside = True
        elif word in _CLOSING or word == '"' or word.count("\n") > 1:
            inside = False
        out.append(inside)
    return out
