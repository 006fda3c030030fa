"""Doc -> Mention: the words that speak of a paper, and what stands with them. Nouns and refusals are data."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc, Token

from dateline.extract.cast import Cast
from dateline.extract.syntax import phrase, prepositional, trim
from dateline.lexicons.instruments import InstrumentLexicon, NounRule
from dateline.records import ActorId, InstrumentKind, Span

Determiner = Literal["definite", "indefinite", "none"]
_DEFINITE = frozenset(
    {"the", "this", "that", "these", "those", "both", "its", "their", "his", "her", "our", "my", "your"}
)
_BEFORE = frozenset({"compound", "amod", "nmod", "poss", "nummod", "npadvmod"})
_PLURAL = frozenset({"NNS", "NNPS"})
_TELLS_MORE = frozenset({"relcl", "acl", "appos", "advcl", "parataxis", "punct"})
# How deep participles and coordinations before a noun are searched for names.
_DEPTH = 3


@dataclass(frozen=True, slots=True)
class Mention:
    """One place that speaks of a paper.

    head: its noun ("truce", or "it"). top: the noun that stands for it in its clause ("terms" of the truce). kind: None
    for words that stand for any paper. words: the modifiers that tell it from others, lower-case lemmas. owners: actors
    named before or right after it ("Russia's draft", "the US draft"). symbol: "1701", "S/2025/1".
    """

    head: Token
    top: Token
    kind: InstrumentKind | None
    rule: NounRule | None
    determiner: Determiner
    words: frozenset[str]
    owners: frozenset[ActorId]
    plural: bool
    symbol: str | None
    span: Span

    @property
    def i(self) -> int:
        """Where it stands."""
        return self.head.i

    @property
    def lemma(self) -> str:
        """Its noun, lower-case."""
        return self.head.lemma_.lower()


def find_mentions(doc: Doc, cast: Cast, lexicon: InstrumentLexicon) -> Iterator[Mention]:
    """Yield the mentions in text order; what they have in common is for others to see."""
    nouns, stand_ins = lexicon.nouns, lexicon.words.stand_ins
    for token in doc:
        low = token.lemma_.lower()
        if low in nouns or low in stand_ins:
            if token.pos_ in ("NOUN", "PROPN") and not _is_modifier(token, low):
                mention = _noun_mention(token, low, cast, lexicon)
                if mention is not None:
                    yield mention
        elif low in ("it", "one") and (low == "it" or _names_owner(token)):
            yield _pronoun(token, cast)


def governed_only(mention: Mention) -> bool:
    """Is the noun that of a paper only where a stage is said of it?"""
    return mention.rule is not None and bool(mention.rule.governed)


def modifiers(noun: Token, depth: int = _DEPTH) -> Iterator[Token]:
    """Yield the words before a noun that say which one it is, and the words before those."""
    for child in noun.lefts:
        if child.dep_ in _BEFORE or (child.dep_ in ("conj", "advmod") and depth < _DEPTH):
            yield child
            if depth:
                yield from modifiers(child, depth - 1)
                yield from (c for c in child.rights if c.dep_ == "conj")


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


def is_named(mention: Mention) -> bool:
    """Does it bear a name of its own ("the Nystad Treaty")?"""
    return mention.head.text[0].isupper() and mention.head.i > mention.head.sent.start and bool(mention.words)


def _telling(token: Token, before: list[Token], cast: Cast, lexicon: InstrumentLexicon) -> frozenset[str]:
    """Return the lemmas that tell the paper from others: no counts, no actors, nothing that only says which one."""
    own = lexicon.words.plain_modifiers
    found = set()
    for word in (*before, *_place_of(token)):
        low = word.lemma_.lower()
        if low not in own and (word.pos_ != "NUM" or len(word) == 4) and cast.covering(word) is None:
            found.add(low)
    return frozenset(found)


def _owners(
    before: list[Token], kind: InstrumentKind | None, cast: Cast, lexicon: InstrumentLexicon
) -> Iterator[ActorId]:
    """Yield the actors named before the noun; the body that is to adopt a resolution does not own it."""
    adopted = kind in (InstrumentKind.RESOLUTION, InstrumentKind.DRAFT_RESOLUTION)
    for word in before:
        if adopted and word.lemma_.lower().replace(".", "") in lexicon.words.bodies and word.dep_ != "poss":
            continue
        if (actor := _owner(word, cast)) is not None:
            yield actor


def _pronoun(token: Token, cast: Cast) -> Mention:
    owners = frozenset(a for t in modifiers(token) if (a := _owner(t, cast)) is not None)
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
    if determiner != "indefinite":
        for word, tokens in prepositional(token):
            if word in ("on", "about", "over", "that"):
                return any(t.lemma_.lower() in lexicon.words.vague_topics for t in tokens)
    return False


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


def _owner(token: Token, cast: Cast) -> ActorId | None:
    if token.pos_ == "PRON" and token.dep_ != "poss":
        return None
    return cast.at(token)


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
