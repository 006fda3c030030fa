"""Phrase -> features: what the learned scorers see of a phrase. No feature names a person, place or text."""

from dateline.extract.actor_phrases import Phrase
from dateline.extract.actor_words import Words

Features = list[str]


def mention_features(phrase: Phrase, words: Words, seen: set[str]) -> Features:
    """Return what speaks for or against a phrase standing for an actor.

    seen: lower-case heads of the phrases before it.
    """
    head, form = phrase.head, phrase.form
    lower, lemma, dep, above = words.lower[head], words.lemma[head].lower(), words.dep[head], words.head[head]
    kind = _kind(phrase, lower)
    role = role_of(phrase, words)
    det = determiner(phrase, words)
    plural = words.tag[head] in ("NNS", "NNPS")
    verb = words.lemma[above].lower() if above != head else "-"
    out = [
        "bias",
        f"form={form}",
        f"kind={kind}",
        f"kind={kind} form={form}",
        f"role={role}",
        f"kind={kind} role={role}",
        f"form={form} role={role}",
        f"dep={dep} kind={kind}",
        f"det={det} kind={kind}",
        f"det={det} plural={plural} kind={kind}",
        f"label={phrase.label} kind={kind} form={form}",
        f"role={role} above={verb}",
        f"kind={kind} above={verb}",
        f"pos={words.pos[head]} form={form}",
        f"cap={words.text[head][:1].isupper()} kind={kind}",
        f"len={min(phrase.end - phrase.start, 5)} form={form}",
        f"seen={lower in seen} kind={kind}",
    ]
    if form == "modifier":
        out += [
            f"before={_class_of(above, words)} kind={kind}",
            f"before={words.lemma[above].lower()}",
            f"label={phrase.label} before={verb}",
        ]
    if form in ("noun", "modifier") or (phrase.name is None and form != "pronoun"):
        out += [
            f"lemma={lemma}",
            f"lemma={lemma} det={det}",
            f"lemma={lemma} role={role}",
            f"lemma={lemma} plural={plural}",
            f"suffix={lower[-3:]}",
        ]
        out += [f"pre={words.lower[i]}" for i in range(phrase.start, head)]
        out.append(f"relative={any(words.dep[c] in ('relcl', 'acl') for c in words.children[head])} kind={kind}")
        for child in words.children[head]:
            if words.dep[child] == "prep":
                out += [f"after={words.lower[child]}", f"after={words.lower[child]} lemma={lemma}"]
    if form == "pronoun":
        out += [
            f"pronoun={lower} role={role}",
            f"pronoun={lower} above={verb}",
            f"quoted={quoted(head, words)} pronoun={lower}",
        ]
    next_word = words.lower[phrase.end] if phrase.end < len(words) else "."
    out += [f"next={next_word} form={form}", f"next={next_word} kind={kind}"]
    previous = words.lower[phrase.start - 1] if phrase.start else "^"
    out += [f"previous={previous} form={form}", f"previous={previous} kind={kind}"]
    return out


def _kind(phrase: Phrase, lower: str) -> str:
    if phrase.form == "pronoun":
        return lower
    if phrase.known is not None:
        return f"{phrase.known.form}:{phrase.known.kind[:3]}"
    if phrase.noun is not None:
        return phrase.noun.id
    return phrase.label or "-"


def role_of(phrase: Phrase, words: Words) -> str:
    """Return how the phrase hangs in the sentence: its relation, with the preposition and what that hangs on."""
    head = phrase.head
    for _ in range(3):
        if words.dep[head] in ("conj", "appos") and words.head[head] != head:
            head = words.head[head]
    dep, above = words.dep[head], words.head[head]
    if dep == "pobj":
        over = words.head[above]
        return f"{words.lower[above]}<{_class_of(over, words)}"
    if dep in ("nsubj", "nsubjpass", "dobj", "poss", "dative"):
        return dep if words.pos[above] != "AUX" else f"{dep}<be"
    return dep


def _class_of(i: int, words: Words) -> str:
    return words.pos[i]


def determiner(phrase: Phrase, words: Words) -> str:
    """Return the phrase's article or the like, "poss" or "nummod" for a possessor or number, "-" for none."""
    for i in range(phrase.start, phrase.head):
        if words.head[i] == phrase.head and words.dep[i] in ("det", "poss", "nummod", "predet"):
            if words.dep[i] == "det":
                return words.lower[i]
            return words.dep[i]
    return "-"


def quoted(i: int, words: Words) -> bool:
    """Is the word inside quotation marks, as counted from the start of its paragraph?"""
    inside = False
    for k in range(i - 1, -1, -1):
        text = words.text[k]
        if "\n\n" in text:
            break
        if text in ('"', "“", "``"):
            inside = not inside
        elif text in ("”", "''"):
            return False
        if text == "“":
            return True
    return inside
