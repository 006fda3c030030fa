"""Entities -> what their words leave open: the country that an actor belongs to, its sector and kind. Learned choices."""

from bisect import bisect
from collections import Counter
from collections.abc import Mapping, Sequence

from dateline.extract.actor_choices import Choices
from dateline.extract.actor_entities import Entity
from dateline.extract.actor_features import Features, determiner
from dateline.extract.actor_phrases import Phrase
from dateline.extract.actor_words import Words
from dateline.lexicons.actors import ActorLexicon, Known
from dateline.records import ActorKind, Sector

NONE = "-"
_PARTS = frozenset({"nsubj", "nsubjpass", "dobj"})
_SECTORS = (NONE, *(s.value for s in Sector))
_KINDS = tuple(k.value for k in ActorKind)
_MOST_COUNTRIES = 8  # of those that the text names, the most frequent; more are never an actor's in doubt


def settle(
    entities: Sequence[Entity], words: Words, lexicon: ActorLexicon, listed: Mapping[int, Known], choices: Choices
) -> None:
    """Fill in sector, kind and country of those actors where neither words nor tables tell, in place."""
    places = [(i, known.country) for i, known in sorted(listed.items()) if known.country and known.form != "person"]
    heads = {place.phrase.head: entity for entity in entities for place in entity.places}
    spoken = sorted((head, entity.country) for head, entity in heads.items() if entity.country is not None)
    for entity in entities:
        if entity.key is None or entity.sector is None:
            features = sector_features(entity, words, lexicon, listed)
            if not entity.settled or entity.sector is None or entity.international:
                chosen = choices.label("sector", entity, _SECTORS, features)
                entity.sector = _sector_of_name(entity, lexicon) or (None if chosen == NONE else Sector(chosen))
            if not entity.members:
                entity.kind = ActorKind(choices.label("kind", entity, _KINDS, features))
        stateless = entity.key is not None or entity.international or entity.several or entity.sector is Sector.IGO
        if entity.country is None and not entity.members and not stateless:
            codes, alternatives = country_features(entity, words, places, spoken, heads, lexicon)
            chosen = choices.country(entity, codes, alternatives)
            entity.country = None if chosen == NONE else chosen


def sector_features(entity: Entity, words: Words, lexicon: ActorLexicon, listed: Mapping[int, Known]) -> Features:
    """Return what the words of the actor's mentions say of its sector and kind."""
    guess = entity.sector.value if entity.sector else NONE
    kind = entity.kind.value if entity.kind else NONE
    out = {
        "bias",
        f"guess={guess}",
        f"guess={guess} kind={kind}",
        f"kind={kind} plural={entity.plural}",
        f"international={entity.international} guess={guess}",
        f"country={entity.country is not None} kind={kind}",
    }
    for name in entity.classes:
        out |= {
            f"class={name}",
            f"class={name} international={entity.international}",
            f"class={name} plural={entity.plural}",
        }
    for place in entity.places:
        phrase = place.phrase
        if phrase.form == "pronoun":
            continue
        out.add(f"form={phrase.form} label={phrase.label}")
        out.update(_parts(place.phrase, words, lexicon))
        for i in range(phrase.start, phrase.end):
            word = words.lemma[i].lower()
            known = listed.get(i)
            if known is not None and known.key != entity.key:
                out.add(f"has {known.form} {known.sector} {'state' if known.country else 'none'}")
                if known.form == "body":
                    out.add(f"body {known.sector} guess={guess}")
            elif words.pos[i] != "PROPN" or word in lexicon.nouns:
                out |= {f"word={word}", f"head={word}"} if i == phrase.head else {f"word={word}"}
        if place.role.startswith("nsubj"):
            above = words.head[phrase.head]
            out.add(f"does={words.lemma[above].lower()}")
    return sorted(out)


def _sector_of_name(entity: Entity, lexicon: ActorLexicon) -> Sector | None:
    """Return the sector that the last telling word of a body's name stands for ("Harbour Times")."""
    if entity.kind is ActorKind.PERSON:
        return None
    words = [word for name in sorted(entity.names) for word in name.lower().split()]
    return next((lexicon.parts[word].sector for word in reversed(words) if word in lexicon.parts), None)


def _parts(phrase: Phrase, words: Words, lexicon: ActorLexicon) -> Features:
    """Return what the words of a name say of what it names, the last of them first of all."""
    if phrase.name is None and words.pos[phrase.head] != "PROPN":
        return []
    start, end = phrase.name or (phrase.start, phrase.end)
    found = [lexicon.parts[words.lower[i]].id for i in range(start, end) if words.lower[i] in lexicon.parts]
    last = (
        [f"part last={found[-1]}"]
        if found
        else [f"part none label={phrase.label} upper={words.text[phrase.head].isupper()}"]
    )
    return [*last, *(f"part={part}" for part in found)]


def country_features(
    entity: Entity,
    words: Words,
    places: list[tuple[int, str]],
    spoken: list[tuple[int, str]],
    heads: Mapping[int, Entity],
    lexicon: ActorLexicon,
) -> tuple[list[str], list[Features]]:
    """Return the countries that the text names, and none, with what speaks for each as the actor's.

    places: where countries are named. spoken: where actors are mentioned whose country is known.
    """
    first = entity.places[0]
    at = first.phrase.head
    counts = Counter(code for _, code in places)
    ranks = {code: rank for rank, (code, _) in enumerate(counts.most_common())}
    before = list(dict.fromkeys(code for i, code in reversed(places) if i < at))
    here = [code for i, code in places if words.sentence[i] == words.sentence[at]]
    after = next((code for i, code in places if i > at), None)
    opening = places[0][1] if places else None
    near = bisect(spoken, (at, ""))
    actor_before = spoken[near - 1][1] if near else None
    most_spoken = Counter(code for _, code in spoken).most_common(1)[0][0] if spoken else None
    owner = _owner(entity, words, heads)
    beside, facing = _company(entity, words, heads)
    named = _name_countries(entity, lexicon)
    closest = _closest(entity, words, places)
    noun = next(iter(sorted(entity.classes)), NONE)
    sector = entity.sector.value if entity.sector else NONE
    kind = entity.kind.value if entity.kind else NONE
    det = determiner(first.phrase, words)
    about = (
        f"kind={kind}",
        f"sector={sector}",
        f"class={noun}",
        f"form={first.phrase.form} det={det}",
        f"kind={kind} det={det} plural={entity.plural}",
    )
    options = [code for code, _ in counts.most_common(_MOST_COUNTRIES)]
    alternatives = []
    for code in options:
        base = [
            f"rank={min(ranks[code], 4)}",
            f"recent={min(before.index(code), 4) if code in before else 9}",
            f"here={code in here} only={len(set(here)) == 1}",
            f"next={code == after}",
            f"opening={code == opening}",
            f"owner={owner == code if owner else NONE}",
            f"share={counts[code] * 5 // max(1, len(places))}",
            f"recent={min(before.index(code), 4) if code in before else 9} here={code in here} rank={min(ranks[code], 3)}",
            f"alone={len(options) == 1}",
            f"actor={code == actor_before} most={code == most_spoken}",
            f"beside={code in beside if beside else NONE}",
            f"facing={code in facing if facing else NONE}",
            f"called={code in named if named else NONE}",
            f"closest={code == closest}",
        ]
        alternatives.append([*base, *(f"{b} {a}" for b in base for a in about)])
    of_none = [
        NONE,
        f"- owner={owner is not None}",
        f"- international={entity.international}",
        f"- alone={len(options)}",
    ]
    words_of = {words.lemma[place.phrase.head].lower() for place in entity.places if place.phrase.form == "noun"}
    of_none += (
        [f"- {a}" for a in about]
        + [f"- word={w}" for w in sorted(words_of)]
        + [f"- owner={owner is not None} {a}" for a in about]
    )
    return [*options, NONE], [*alternatives, of_none]


def _owner(entity: Entity, words: Words, heads: Mapping[int, Entity]) -> str | None:
    """Return the country of an actor that is named inside one of the actor's own mentions ('his army', 'X's aide')."""
    for place in entity.places:
        phrase = place.phrase
        for i in range(phrase.start, words.right_edge(phrase.head) + 1 if phrase.form == "noun" else phrase.end):
            other = heads.get(i)
            if other is not None and other is not entity and other.country:
                return other.country
    return None


def _company(entity: Entity, words: Words, heads: Mapping[int, Entity]) -> tuple[set[str], set[str]]:
    """Return the countries of those who are named beside the actor ("A and B") and of those whom it acts on, or who act on it."""
    beside: set[str] = set()
    facing: set[str] = set()
    for place in entity.places:
        head = place.phrase.head
        above = words.head[head]
        joined = [c for c in words.children[head] if words.dep[c] == "conj"]
        if words.dep[head] == "conj":
            joined.append(above)
        opposite = (
            [c for c in words.children[above] if c != head and words.dep[c] in _PARTS]
            if words.dep[head] in _PARTS
            else []
        )
        for group, found in ((joined, beside), (opposite, facing)):
            found.update(e.country for i in group if (e := heads.get(i)) is not None and e is not entity and e.country)
    return beside, facing


def _name_countries(entity: Entity, lexicon: ActorLexicon) -> frozenset[str]:
    """Return the countries of the listed people who share a part of the actor's name."""
    if entity.kind is not ActorKind.PERSON or not entity.names:
        return frozenset()
    return frozenset().union(
        *(lexicon.name_countries.get(w, ()) for name in entity.names for w in name.lower().split())
    )


def _closest(entity: Entity, words: Words, places: list[tuple[int, str]]) -> str | None:
    """Return the country that is named nearest to any mention, in the same sentence."""
    found = [
        (abs(i - p.phrase.head), code)
        for p in entity.places
        if p.phrase.form != "pronoun"
        for i, code in places
        if words.sentence[i] == p.sentence
    ]
    return min(found)[1] if found else None
