"""How far a noun phrase goes: whether "of the ministry", "from Israel" or "who fled" belong to the mention. Learned."""

from collections.abc import Mapping
from dataclasses import replace

from dateline.extract.actor_choices import total
from dateline.extract.actor_features import Features, determiner, kind_of, lemma_of
from dateline.extract.actor_phrases import Phrase
from dateline.extract.actor_words import Words

_FURTHER = frozenset({"prep", "acl", "relcl"})
_LONGEST = 14  # words after the head; longer mentions do not occur in the train records


def extents(phrase: Phrase, words: Words) -> list[tuple[int, Features]]:
    """Return the places where the phrase may end, the nearest first, each with what speaks for it."""
    if phrase.form in ("pronoun", "modifier"):
        return [(phrase.end, [])]
    further = [c for c in words.children[phrase.head] if c >= phrase.end and words.dep[c] in _FURTHER]
    ends: list[tuple[int, Features]] = []
    end, last = phrase.end, ""
    for child in further:
        if any(words.text[i] in (",", "(", "--", ";", "-") for i in range(end, child)):
            break
        ends.append(
            (end, [*_features(phrase, last, "in", words), *_features(phrase, _what(child, words), "out", words, child)])
        )
        end, last = words.right_edge(child) + 1, _what(child, words)
        while end - 1 > child and (words.pos[end - 1] in ("PUNCT", "SPACE") or words.tag[end - 1] == "POS"):
            end -= 1
        if words.text[child:end].count("(") > words.text[child:end].count(")"):
            end = end + 1 if words.text[end : end + 1] == [")"] else words.text.index("(", child, end)
        if end - phrase.head > _LONGEST:
            return ends
    return [*ends, (end, _features(phrase, last, "in", words))]


def extend(phrase: Phrase, words: Words, weights: Mapping[str, float]) -> Phrase:
    """Return the phrase with the end that the weights like best."""
    options = extents(phrase, words)
    if len(options) < 2:
        return phrase
    scores = [total(weights, features) for _, features in options]
    return replace(phrase, end=options[scores.index(max(scores))][0])


def _what(child: int, words: Words) -> str:
    return words.lower[child] if words.dep[child] == "prep" else words.dep[child]


def _features(phrase: Phrase, what: str, side: str, words: Words, child: int | None = None) -> Features:
    if not what:
        return [f"{side} nothing"]
    kind, det, lemma = kind_of(phrase, words), determiner(phrase, words), lemma_of(phrase.head, words)
    out = [
        f"{side} {what}",
        f"{side} {what} kind={kind}",
        f"{side} {what} det={det}",
        f"{side} {what} form={phrase.form}",
        f"{side} {what} lemma={lemma}",
        f"{side} det={det} kind={kind}",
        f"{side} words={phrase.end - phrase.start}",
    ]
    if child is not None:
        out.append(f"{side} {what} long={min((words.right_edge(child) - child) // 3, 4)}")
        inner = words.child(child, "pobj")
        if inner is not None:
            out.append(f"{side} {what} object={words.pos[inner]}{words.label(inner)}")
    return out
