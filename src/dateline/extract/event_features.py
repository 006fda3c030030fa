"""What the learned models are told of a word that may show an act: names of features, each there or not.

A feature's name says what it holds ("lemma=visit", "prep=noun:to"). Weights are in lexicons/events_weights.json.
"""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from dateline.extract.cast import Cast
from dateline.extract.event_arguments import Parts, actors_at
from dateline.extract.event_frames import Frame, negated
from dateline.extract.event_matching import Candidate, lemma
from dateline.extract.syntax import FIRST_PERSON, auxiliaries
from dateline.lexicons.events import EventLexicon
from dateline.records import Actor, Attribution

_OFFICIAL = frozenset({"GOV", "IGO", "MIL", "LEG", "REB", "UAF", "OPP", "JUD", "COP", "SPY"})
_DETERMINERS = ("det", "nummod")
MOST_RULES = 4  # a word's rules after these say nothing new


def what_kind(actor: Actor) -> str:
    """Return what is told of an actor: its kind and its sector."""
    return f"{actor.kind}:{actor.sector}"


def word_features(frame: Frame, lexicon: EventLexicon) -> Iterator[str]:
    """Yield what the trigger is and which words stand around it, whoever takes part."""
    head, kind = frame.head, frame.kind
    low = lemma(head, lexicon)
    yield from (f"lemma={low}", f"kind={kind}", f"tag={head.tag_}", f"dep={kind}:{head.dep_}")
    for child in head.children:
        if child.dep_ == "prt":
            yield f"particle={low} {child.lower_}"
        elif child.dep_ == "mark":
            yield f"mark={child.lower_}"
        elif child.dep_ == "advmod":
            yield f"adverb={child.lower_}"
    for token in frame.objects[:3]:
        yield from (f"object={lemma(token, lexicon)}", f"{low}+object={lemma(token, lexicon)}")
    for word, tokens in frame.preps:
        yield from (f"prep={kind}:{word}", f"{low}+{word}")
        yield from (f"of-prep={word}:{lemma(t, lexicon)}" for t in tokens[:2])
    for clause in frame.clauses:
        form = f"{clause.form}:{clause.own}"
        yield from (f"clause={form}", f"{low}+clause={form}", f"clause-verb={form}:{lemma(clause.verb, lexicon)}")
    if kind == "noun":
        yield from noun_features(head, low)


def noun_features(noun: Token, low: str) -> Iterator[str]:
    """Yield how a noun is introduced and what stands before it."""
    determiners = [c.lower_ for c in noun.lefts if c.dep_ in _DETERMINERS or (c.dep_ == "poss" and c.pos_ == "PRON")]
    yield f"det={determiners[0] if determiners else None}"
    yield f"poss={any(c.dep_ == 'poss' for c in noun.lefts)}"
    for child in noun.lefts:
        if child.dep_ in ("amod", "compound", "nmod"):
            yield from (f"modifier={child.lemma_.lower()}", f"{low}<{child.lemma_.lower()}")
    if noun.dep_ == "pobj":
        yield f"after={noun.head.lower_}"


def clause_features(frame: Frame, lexicon: EventLexicon) -> Iterator[str]:
    """Yield how the act is told: negation, auxiliaries, tense, and the words that govern it."""
    head, kind = frame.head, frame.kind
    yield f"negated={negated(frame)}"
    verb = head if kind == "verb" else frame.support
    if verb is not None:
        yield from (f"aux={kind}:{a.lower_}" for a in auxiliaries(verb))
        yield f"verb-tag={kind}:{verb.tag_}"
    if kind != "verb" and frame.support is not None:
        low = lemma(frame.support, lexicon)
        yield from (f"support={low}", f"support={head.dep_}:{low}")
    yield f"head={head.dep_}:{lemma(head.head, lexicon)}"
    dep, above = governing(head)
    if above is not None:
        yield from (f"above={dep}:{lemma(above, lexicon)}", f"above-tag={dep}:{head.tag_}")


def governing(token: Token) -> tuple[str, Token | None]:
    """Return the next verb above the word and the dependency through which the word hangs on it."""
    dep = ""
    while token.head.i != token.i:
        dep, token = token.dep_, token.head
        if token.pos_ in ("VERB", "AUX"):
            return dep, token
    return dep, None


def party_features(frame: Frame, cast: Cast) -> Iterator[str]:
    """Yield what kinds of actors stand at the trigger's subject, objects and prepositions."""
    filled = 0
    for role, tokens in (("subject", frame.subjects), ("object", frame.objects)):
        kinds = {what_kind(cast.by_id[a]) for t in tokens for a in actors_at(t, cast)}
        filled += bool(kinds)
        if kinds:
            yield from (f"{role}-kind={k}" for k in sorted(kinds))
        else:
            yield f"{role}-kind=none:{bool(tokens)}"
            yield from (f"{role}-word={t.lemma_.lower()}" for t in tokens[:2])
    for word, tokens in frame.preps:
        present = any(actors_at(t, cast) for t in tokens)
        filled += present
        yield f"prep-actor={frame.kind}:{word}:{present}"
    yield f"filled={min(filled, 3)}"


def standing(parts: Parts, cast: Cast) -> Iterator[str]:
    """Yield how public an act is: how many countries its parties are of, and whether any acts for a state or a body."""
    actors = [cast.by_id[a] for a in parts.everyone() if a in cast.by_id]
    countries = {a.country or (a.name if a.sector == "IGO" else None) for a in actors} - {None}
    official = sum(a.sector in _OFFICIAL for a in actors)
    yield from (f"countries={min(len(countries), 2)}", f"official={min(official, 2)}")
    yield f"standing={min(len(countries), 2)}:{min(official, 2)}:{min(len(actors), 2)}"


def rule_features(matches: Sequence[tuple[Candidate, Parts]], cast: Cast) -> Iterator[str]:
    """Yield which rules fire at the word, and whom the first of them finds."""
    if not matches:
        yield "no-rule"
        return
    first, parts = matches[0]
    top = first.rule
    yield from (f"first={top.id}", f"first-type={top.type}", f"specific={top.specificity > 1}")
    yield from (f"rule={c.rule.id}" for c, _ in matches[:MOST_RULES])
    yield from (f"any-type={t}" for t in sorted({c.rule.type for c, _ in matches}))
    counts = f"{min(len(parts.actors), 2)},{min(len(parts.recipients), 2)}"
    yield from (f"parts={counts}", f"type-parts={top.type}:{counts}")
    yield from standing(parts, cast)


def speech_features(frame: Frame, said_in: Attribution | None, lexicon: EventLexicon) -> Iterator[str]:
    """Yield whether the words are somebody's, and whether they speak of the speaker."""
    if said_in is None:
        yield "said=None"
        return
    yield from (f"said={said_in.kind}", f"said={frame.kind}:{frame.head.tag_}")
    yield f"first-person={any(s.lower_ in FIRST_PERSON for s in frame.subjects)}"
    yield f"{said_in.kind}+{lemma(frame.head, lexicon)}"
