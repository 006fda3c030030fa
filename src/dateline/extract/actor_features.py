"""Phrase -> features: what the learned scorer of mentions sees of a phrase. No feature holds a name."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from dateline.extract.actor_phrases import Phrase
from dateline.extract.actor_words import Words

Features = list[str]
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_ACTING = frozenset({"nsubj", "nsubjpass", "dobj", "dative", "by", "poss"})


@dataclass(slots=True)
class History:
    """Which phrases before this one were taken for mentions."""

    often: Counter[str]  # how many phrases of the text share a head word or table key
    acting: frozenset[str]  # those of them that are a subject somewhere in the text
    taken: dict[str, bool] = field(default_factory=dict)  # by the same: was the last such phrase one?
    subjects: list[tuple[int, str, bool, bool]] = field(default_factory=list)  # sentence, kind, plural, taken

    def note(self, phrase: Phrase, words: Words, *, taken: bool) -> None:
        """Remember a phrase that has been decided."""
        if phrase.form != "pronoun":
            self.taken[identity(phrase, words)] = taken
        if words.dep[phrase.head] in _SUBJECTS:
            plural = words.tag[phrase.head] in ("NNS", "NNPS")
            self.subjects.append((words.sentence[phrase.head], kind_of(phrase, words), plural, taken))


def look_ahead(phrases: list[Phrase], words: Words) -> History:
    """Return the history before the first phrase: nothing decided, but known what the text speaks of and how often."""
    named = [(identity(phrase, words), phrase) for phrase in phrases if phrase.form != "pronoun"]
    acting = frozenset(key for key, phrase in named if role_of(phrase, words).split("<")[0] in _ACTING)
    return History(Counter(key for key, _ in named), acting)


def mention_features(phrase: Phrase, words: Words, history: History, verbs: Mapping[str, str]) -> Features:
    """Return what speaks for or against a phrase standing for an actor."""
    head, form = phrase.head, phrase.form
    kind = kind_of(phrase, words)
    role = role_of(phrase, words)
    det = determiner(phrase, words)
    plural = words.tag[head] in ("NNS", "NNPS")
    first = _first(head, words)
    above = lemma_of(words.head[first], words) if words.head[first] != first else "-"
    same = identity(phrase, words)
    before = history.taken.get(same, "-")
    often = min(history.often[same], 5)
    acts = same in history.acting
    label = phrase.label or words.label(head)
    verb = _verb(first, words, verbs)
    out = [
        "bias",
        f"verb={verb} role={role}",
        f"verb={verb} kind={kind}",
        f"verb={verb} kind={kind} role={role}",
        f"verb={verb} form={form} role={role}",
        f"form={form}",
        f"kind={kind}",
        f"kind={kind} form={form}",
        f"role={role}",
        f"kind={kind} role={role}",
        f"form={form} role={role}",
        f"dep={words.dep[head]} kind={kind}",
        f"det={det} kind={kind}",
        f"det={det} plural={plural} kind={kind}",
        f"label={label} kind={kind} form={form}",
        f"role={role} above={above}",
        f"kind={kind} above={above}",
        f"form={form} role={role.split('<')[0]} above={above}",
        f"pos={words.pos[head]} form={form}",
        f"shape={_shape(words.text[head])} kind={kind} form={form}",
        f"len={min(phrase.end - phrase.start, 5)} form={form} kind={kind}",
        f"before={before} form={form}",
        f"before={before} kind={kind}",
        f"before={before} role={role}",
        f"often={often} form={form}",
        f"often={often} kind={kind}",
        f"acts={acts} form={form}",
        f"acts={acts} kind={kind}",
        f"acts={acts} kind={kind} role={role}",
        f"acts={acts} often={often} before={before}",
        f"kind={kind} role={role} det={det}",
        f"kind={kind} form={form} role={role.split('<')[0]} label={label}",
    ]
    out += _neighbours(phrase, words, kind)
    if form == "pronoun":
        out += _of_pronoun(phrase, words, history, role, above)
    elif form == "modifier":
        out += _of_modifier(phrase, words, kind, label, above)
    if form == "noun" or (form != "pronoun" and phrase.name is None):
        out += _of_noun(phrase, words, kind, det, role)
    return out


def _neighbours(phrase: Phrase, words: Words, kind: str) -> Features:
    form, end = phrase.form, phrase.end
    following = _plain(end, words) if end < len(words) else "."
    start = min(phrase.start, words.phrase_start(phrase.head)) if form != "modifier" else phrase.start
    previous = _plain(start - 1, words) if start else "^"
    first = _plain(start, words)
    return [
        f"next={following} form={form}",
        f"next={following} kind={kind}",
        f"previous={previous} form={form}",
        f"previous={previous} kind={kind}",
        f"first={first} kind={kind}",
    ]


def _of_pronoun(phrase: Phrase, words: Words, history: History, role: str, above: str) -> Features:
    lower = words.lower[phrase.head]
    sentence = words.sentence[phrase.head]
    out = [
        f"pronoun={lower} role={role}",
        f"pronoun={lower} above={above}",
        f"quoted={quoted(phrase.head, words)} pronoun={lower}",
        f"quoted={quoted(phrase.head, words)} form=pronoun",
    ]
    here = [s for s in history.subjects if s[0] == sentence]
    earlier = [s for s in history.subjects if s[0] == sentence - 1]
    for place, found in (("last", history.subjects[-1:]), ("here", here[:1]), ("before", earlier[:1])):
        kind, plural, taken = (found[0][1], found[0][2], found[0][3]) if found else ("-", False, False)
        out += [f"{place} subject={kind} pronoun={lower}", f"{place} plural={plural} taken={taken} pronoun={lower}"]
    return out


def _of_modifier(phrase: Phrase, words: Words, kind: str, label: str, above: str) -> Features:
    over = words.head[phrase.head]
    return [
        f"over={words.pos[over]} kind={kind}",
        f"over={above}",
        f"over={above} kind={kind}",
        f"label={label} over={above}",
        f"overdep={words.dep[over]} kind={kind}",
        f"dep={words.dep[phrase.head]} kind={kind} over={words.pos[over]}",
    ]


def _of_noun(phrase: Phrase, words: Words, kind: str, det: str, role: str) -> Features:
    head = phrase.head
    lemma = lemma_of(head, words)
    plural = words.tag[head] in ("NNS", "NNPS")
    out = [
        f"lemma={lemma}",
        f"lemma={lemma} det={det}",
        f"lemma={lemma} role={role}",
        f"lemma={lemma} plural={plural}",
        f"suffix={words.lower[head][-3:] if lemma != '*' else '*'} plural={plural}",
    ]
    for i in range(phrase.start, head):
        word = _plain(i, words)
        out += [f"pre={word}", f"pre={word} kind={kind}"]
    relative = any(words.dep[c] in ("relcl", "acl") for c in words.children[head])
    out.append(f"relative={relative} kind={kind}")
    for child in words.children[head]:
        if words.dep[child] == "prep":
            after = words.lower[child]
            out += [f"after={after} kind={kind}", f"after={after} lemma={lemma}"]
    return out


def identity(phrase: Phrase, words: Words) -> str:
    """Return what two mentions of one thing share as a rule: the table's key, or the head word."""
    return phrase.known.key if phrase.known is not None else words.lower[phrase.head]


def kind_of(phrase: Phrase, words: Words) -> str:
    """Return the class of the phrase's head: a pronoun itself, the table's form, a noun class, the parser's label."""
    if phrase.form == "pronoun":
        return words.lower[phrase.head]
    if phrase.known is not None:
        return f"{phrase.known.form}:{phrase.known.kind[:3]}"
    if phrase.noun is not None:
        return phrase.noun.id
    return phrase.label or "-"


def lemma_of(i: int, words: Words) -> str:
    """Return the lemma of a common word, "*" for a name."""
    return "*" if words.pos[i] == "PROPN" else words.lemma[i].lower()


def role_of(phrase: Phrase, words: Words) -> str:
    """Return how the phrase hangs in the sentence: its relation, with the preposition and what that hangs on."""
    head = _first(phrase.head, words)
    dep, above = words.dep[head], words.head[head]
    if dep == "pobj":
        return f"{words.lower[above]}<{words.pos[words.head[above]]}"
    if dep in ("nsubj", "nsubjpass", "dobj", "poss", "dative"):
        return dep if words.pos[above] != "AUX" else f"{dep}<be"
    return dep


def _verb(head: int, words: Words, verbs: Mapping[str, str]) -> str:
    """Return the class of the verb that the phrase depends on, over a preposition or a noun at the most."""
    for _ in range(3):
        above = words.head[head]
        if above == head:
            return "-"
        if words.pos[above] in ("VERB", "AUX"):
            return verbs.get(words.lemma[above].lower(), "other")
        head = above
    return "-"


def _first(head: int, words: Words) -> int:
    """Return the first of the words that stand side by side, which shows how all of them hang in the sentence."""
    for _ in range(3):
        if words.dep[head] in ("conj", "appos") and words.head[head] != head:
            head = words.head[head]
    return head


def determiner(phrase: Phrase, words: Words) -> str:
    """Return the phrase's article or the like, "poss" or "nummod" for a possessor or number, "-" for none."""
    for i in words.children[phrase.head]:
        if i < phrase.head and words.dep[i] in ("det", "poss", "nummod", "predet"):
            return words.lower[i] if words.dep[i] == "det" else words.dep[i]
    return "-"


def quoted(i: int, words: Words) -> bool:
    """Is the word inside quotation marks?"""
    return words.quoted[i]


def _shape(text: str) -> str:
    if len(text) > 5 and text.isupper():
        return "upper"
    return "cap" if text[:1].isupper() else "lower"


def _plain(i: int, words: Words) -> str:
    if words.pos[i] in ("PROPN", "NUM"):
        return words.pos[i]
    return words.lower[i]
