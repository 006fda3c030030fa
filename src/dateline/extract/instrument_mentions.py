"""Doc -> Mention: the words that speak of a paper, and what stands with them. Nouns and refusals are data."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from dateline.extract.cast import Cast
from dateline.extract.instrument_acts import find_act
from dateline.extract.instrument_mention import Determiner, Mention, modifiers
from dateline.extract.syntax import phrase, prepositional, trim
from dateline.lexicons.instruments import InstrumentLexicon, NounRule
from dateline.records import ActorId, ActorKind, InstrumentKind, Span

_DEFINITE = frozenset(
    {"the", "this", "that", "these", "those", "both", "its", "their", "his", "her", "our", "my", "your"}
)
_PLURAL = frozenset({"NNS", "NNPS"})
_TRUCE = "truce"  # what all its names have in common
_TELLS_MORE = frozenset({"relcl", "acl", "appos", "advcl", "parataxis", "punct"})


def find_mentions(doc: Doc, cast: Cast, lexicon: InstrumentLexicon) -> Iterator[Mention]:
    """Yield the mentions in text order; what they have in common is for others to see."""
    nouns, stand_ins = lexicon.nouns, lexicon.words.stand_ins
    for token in doc:
        low = token.lemma_.lower()
        if low in lexicon.acts and token.pos_ == "VERB":
            if (made := find_act(token, cast, lexicon)) is not None:
                yield made
        elif low in nouns or low in stand_ins:
            if token.pos_ in ("NOUN", "PROPN") and not _is_modifier(token, low):
                mention = _noun_mention(token, low, cast, lexicon)
                if mention is not None:
                    yield mention
        elif low in ("it", "one") and (low == "it" or _names_owner(token)):
            yield _pronoun(token, cast, lexicon)


def _is_modifier(token: Token, low: str) -> bool:
    """Does the noun only say what another noun is about ("agreement talks"), or is it a part ("draft of the bill")?"""
    if token.dep_ in ("compound", "nmod", "amod", "npadvmod"):
        return token.head.i > token.i and token.head.pos_ != "NUM"
    if low != "draft" or token.i + 1 >= len(token.doc):
        return False
    return token.nbor().lemma_.lower() in ("resolution", "motion") or "of" in [w for w, _ in prepositional(token)]


def _noun_mention(token: Token, low: str, cast: Cast, lexicon: InstrumentLexicon) -> Mention | None:
    before = list(modifiers(token))
    lemmas = frozenset(t.lemma_.lower() for t in before)
    determiner = _determiner(token)
    if _refused(token, determiner, lexicon):
        return None
    rule = next((r for r in lexicon.nouns.get(low, ()) if _holds(r, token, lemmas)), None)
    if rule is None and low not in lexicon.words.stand_ins:
        return None
    if determiner == "none" and _completes_name(token, lexicon):
        return None
    symbol = _symbol(token)
    if determiner == "none" and not (before or symbol or _stands_alone(token, low, lexicon)) and not _between(token):
        return None  # "reached agreement", "by decree": no paper is singled out
    kind = rule.kind if rule else None
    return Mention(
        head=token,
        top=_top(token, lexicon),
        kind=kind,
        rule=rule,
        determiner=determiner,
        words=_telling(token, before, cast, lexicon),
        owners=frozenset(_owners(before, kind, cast, lexicon)),
        plural=token.tag_ in _PLURAL,
        symbol=symbol,
        span=_name_span(token),
    )


def _completes_name(token: Token, lexicon: InstrumentLexicon) -> bool:
    """Is it part of another paper's name ("memorandum of understanding")?"""
    above = token.head.head
    return token.dep_ == "pobj" and token.head.lower_ == "of" and above.lemma_.lower() in lexicon.nouns


def _name_span(noun: Token) -> Span:
    """Return the noun with what stands before it and its prepositional phrases, up to a clause or a comma."""
    left, right = noun.i, noun.i
    stack = [noun]
    while stack:
        token = stack.pop()
        left, right = min(left, token.i), max(right, token.i)
        for child in token.children:
            if child.dep_ in _TELLS_MORE or (token is noun and child.dep_ in ("cc", "conj", "preconj")):
                continue
            stack.append(child)
    return trim(noun.doc, left, right + 1)


def _between(token: Token) -> bool:
    """Are its parties named, as headlines do without an article ("agreement between Chad and Niger")?"""
    return any(word == "between" for word, _ in prepositional(token))


def _stands_alone(token: Token, low: str, lexicon: InstrumentLexicon) -> bool:
    return token.tag_ in _PLURAL or token.pos_ == "PROPN" or low in lexicon.words.mass_nouns


def _place_of(token: Token) -> list[Token]:
    """Return what a name ends in ("Treaty of Nystad")."""
    if not token.text[0].isupper():
        return []
    return [t for word, tokens in prepositional(token) if word in ("of", "on") for t in tokens if t.text[0].isupper()]


def _telling(token: Token, before: list[Token], cast: Cast, lexicon: InstrumentLexicon) -> frozenset[str]:
    """Return the lemmas that tell the paper from others: no counts, no actors, nothing that only says which one."""
    own = lexicon.words.plain_modifiers
    found = {word.lemma_.lower() for word in _place_of(token)}
    if token.lemma_.lower() in lexicon.words.truces:
        found.add(_TRUCE)
    for word in (*before, *_topics(token)):
        low = word.lemma_.lower()
        if low in lexicon.words.truces:
            found.add(_TRUCE)
        elif low not in own and (word.pos_ != "NUM" or len(word) == 4) and cast.covering(word) is None:
            found.add(low)
    return frozenset(found)


def _topics(token: Token) -> Iterator[Token]:
    """Yield what a paper is on ("the bill on asylum"), days apart."""
    for word, tokens in prepositional(token):
        if word in ("on", "about", "against"):
            yield from (t for t in tokens if t.ent_type_ not in ("DATE", "TIME") and t.pos_ in ("NOUN", "PROPN"))


def _owners(
    before: list[Token], kind: InstrumentKind | None, cast: Cast, lexicon: InstrumentLexicon
) -> Iterator[ActorId]:
    """Yield the actors named before the noun; the body that is to adopt a resolution does not own it."""
    adopted = kind in (InstrumentKind.RESOLUTION, InstrumentKind.DRAFT_RESOLUTION)
    for word in before:
        if adopted and word.lemma_.lower().replace(".", "") in lexicon.words.bodies and word.dep_ != "poss":
            continue
        if (actor := _owner(word, cast, lexicon)) is not None:
            yield actor


def _pronoun(token: Token, cast: Cast, lexicon: InstrumentLexicon) -> Mention:
    owners = frozenset(a for t in modifiers(token) if (a := _owner(t, cast, lexicon)) is not None)
    return Mention(token, token, None, None, "definite", frozenset(), owners, False, None, phrase(token))


def _names_owner(token: Token) -> bool:
    return token.pos_ in ("NOUN", "PRON", "NUM") and any(c.dep_ == "amod" and c.text[0].isupper() for c in token.lefts)


def _determiner(token: Token) -> Determiner:
    for child in token.lefts:
        if child.dep_ in ("det", "poss", "predet"):
            if child.dep_ == "poss" or child.lower_ in _DEFINITE:
                return "definite"
            return "indefinite"
    return "none"


def _refused(token: Token, determiner: Determiner, lexicon: InstrumentLexicon) -> bool:
    """Is no paper meant: none at all, or only that two are of one mind?"""
    if any(c.dep_ == "det" and c.lower_ in lexicon.words.no_determiners for c in token.lefts):
        return True
    if determiner == "none" and token.tag_ in _PLURAL and _is_general(token):
        return True
    if determiner == "indefinite" or token.lemma_.lower() not in ("agreement", "understanding", "compromise"):
        return False
    topics = (t for t in token.subtree if t.dep_ == "pobj" and t.head.lower_ in ("on", "about", "over"))
    return any(t.lemma_.lower() in lexicon.words.vague_topics for t in topics)


def _is_general(token: Token) -> bool:
    """Is something said of all papers of the kind ("Council resolutions are supposed to bind")?"""
    verb = token.head
    return token.dep_ in ("nsubj", "nsubjpass") and any(
        t.tag_ in ("VBP", "VBZ", "MD") for t in (verb, *verb.children) if t.pos_ in ("AUX", "VERB")
    )


def _holds(rule: NounRule, token: Token, lemmas: frozenset[str]) -> bool:
    if rule.proper and not token.text[0].isupper():
        return False
    if rule.without_modifiers & lemmas:
        return False
    if rule.modified and not lemmas and not any(w in ("of", "for", "in") for w, _ in prepositional(token)):
        return False
    of_noun = token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.lemma_.lower() in rule.of_nouns
    if rule.modifiers and not (rule.modifiers & lemmas) and not of_noun and not _proposed_text(rule, token):
        return False
    if rule.silent_of or rule.without_preps:
        preps = {word for word, _ in prepositional(token)}
        if "of" in preps and token.lemma_.lower() in rule.silent_of:
            return False
        return not rule.without_preps & preps
    return True


def _proposed_text(rule: NounRule, token: Token) -> bool:
    """Is it a 'draft' of it that is spoken of ("a draft of the resolution")?"""
    if "draft" not in rule.modifiers or token.dep_ != "pobj" or token.head.lower_ != "of":
        return False
    return token.head.head.lemma_.lower() == "draft"


def _symbol(token: Token) -> str | None:
    """Return the number or code right after the noun ("Resolution 1701", "UNSCR 242")."""
    after = token.i + 1
    if after >= len(token.doc):
        return None
    text = token.doc[after].text
    if text[:1].isdigit() and 2 <= len(text) <= 4 and text.isdigit() and token.dep_ != "poss":
        return text if token.lemma_.lower() == "resolution" else None
    return text if text.startswith("S/") and any(c.isdigit() for c in text) else None


def _owner(token: Token, cast: Cast, lexicon: InstrumentLexicon) -> ActorId | None:
    """Return the actor at a word before a paper; for a nation's adjective the actor of that country, if there is one."""
    if token.pos_ == "PRON" and token.dep_ != "poss":
        return None
    actor = cast.at(token)
    if actor is not None or token.lower_ not in lexicon.nations:
        return actor
    code = lexicon.nations[token.lower_]
    ours = [a for a in cast.actors if a.country == code and a.kind in (ActorKind.COUNTRY, ActorKind.GOVERNMENT)]
    return min(ours, key=lambda a: a.kind is not ActorKind.COUNTRY).id if ours else None


def _top(token: Token, lexicon: InstrumentLexicon) -> Token:
    """Return the noun that stands for the paper in its clause: itself, or a part or number of it."""
    while token.dep_ == "pobj" and token.head.lower_ == "of":
        above = token.head.head
        if above.dep_ == "nummod":  # "phase one of the truce"
            above = above.head
        if above.pos_ not in ("NOUN", "PROPN", "PRON") or above.lemma_.lower() not in lexicon.words.part_nouns:
            break
        token = above
    return token
