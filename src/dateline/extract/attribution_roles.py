"""A source phrase -> its role in a chain (speaker, spokesperson, document, anonymous, agency, outlet) and its name."""

from spacy.tokens import Span as Phrase
from spacy.tokens import Token

from dateline.extract.attribution_claims import Page
from dateline.extract.attribution_sources import source_range
from dateline.extract.cast import Cast
from dateline.extract.syntax import antecedent
from dateline.lexicons.cue_roles import RoleLexicon
from dateline.records import Actor, ActorId, ChainLink, ChainRole, Sector

_ARTICLES = frozenset({"a", "an", "the"})
_DEFINITE = frozenset({"the", "this", "that", "his", "her", "their", "its"})
MEDIA = (ChainRole.AGENCY, ChainRole.OUTLET)


def actor_at(head: Token, cast: Cast) -> ActorId | None:
    """Return the actor that a source's head stands for: its own, else that of the mention that it is part of."""
    head = antecedent(head)
    return cast.at(head) or cast.covering(head)


def link_of(head: Token, page: Page, cast: Cast, roles: RoleLexicon) -> ChainLink:
    """Return the link of the voice that the phrase under `head` names.

    The name is the actor's, for one that the text does not name what is known of it ("senior US official").
    """
    head = antecedent(head)
    actor_id = actor_at(head, cast)
    actor = cast.by_id[actor_id] if actor_id is not None else None
    role = role_of(head, page, roles)
    if role is ChainRole.SPEAKER and actor is not None:
        role = _actor_role(actor, page, roles)
    named = actor is not None and role is not ChainRole.DOCUMENT
    phrase = phrase_name(head, page)
    name = actor.name if actor is not None and named and not (role is ChainRole.ANONYMOUS and phrase) else phrase
    return ChainLink(name=name, role=role, actor=actor_id)


def role_of(head: Token, page: Page, roles: RoleLexicon) -> ChainRole:
    """Return the role that the words of the phrase show."""
    phrase = _phrase(head, page)
    end = phrase.end if head.pos_ == "PROPN" else head.i + 1  # "Press Trust of India", but not "interview with Reuters"
    first = named_role(head.doc[phrase.start : end], roles)
    if first in MEDIA and (head.pos_ == "PROPN" or roles.nouns.get(head.lemma_.lower()) not in _PEOPLE):
        return first
    if head.pos_ == "PROPN" and roles.heads.get(head.text) is not None and len(phrase) > 1:
        return roles.heads[head.text]
    spoken = _phrase_role(phrase, roles)
    if spoken is not None:
        return spoken
    found = roles.nouns.get(head.lemma_.lower())
    if found is ChainRole.ANONYMOUS:
        return ChainRole.ANONYMOUS if _is_unnamed(head, phrase, roles) else ChainRole.SPEAKER
    if found is ChainRole.AGENCY:
        return ChainRole.AGENCY if any(t.lower_ in ("news", "press", "wire") for t in phrase) else ChainRole.SPEAKER
    if found is None or head.pos_ not in ("NOUN", "PROPN", "ADJ"):
        return ChainRole.SPEAKER
    return found


def named_role(phrase: Phrase, roles: RoleLexicon) -> ChainRole | None:
    """Return the role of a name in the phrase ("the Interfax news agency"), None where none is known."""
    texts = [t.text for t in phrase]
    for i, text in enumerate(texts):  # every name of the lexicon that begins with this word
        for words, role in roles.names.get(text, ()):
            if tuple(texts[i : i + len(words)]) == words:
                return role
    return None


def phrase_name(head: Token, page: Page) -> str:
    """Return the words of the phrase, less an article before them."""
    words = list(_phrase(head, page))
    if len(words) > 1 and (words[0].text in _ARTICLES or (words[0].lower_ in _ARTICLES and words[0].is_sent_start)):
        words = words[1:]
    text = page.text[words[0].idx : words[-1].idx + len(words[-1])]
    return " ".join(text.split())


_PEOPLE = (ChainRole.ANONYMOUS, ChainRole.SPOKESPERSON)


def _phrase(head: Token, page: Page) -> Phrase:
    start, end = source_range(head, page)[0]
    return head.doc[start:end]


def _phrase_role(phrase: Phrase, roles: RoleLexicon) -> ChainRole | None:
    lowers = [t.lower_ for t in phrase]
    for i, low in enumerate(lowers):
        for words, role in roles.words.get(low, ()):
            if tuple(lowers[i : i + len(words)]) == words:
                return role
    return None


def _is_unnamed(head: Token, phrase: Phrase, roles: RoleLexicon) -> bool:
    """Has the phrase no name of its own and no article that points back to one?"""
    if head.pos_ == "PROPN" or any(t.dep_ == "appos" and t.pos_ == "PROPN" for t in head.children):
        return False
    if any(t.ent_type_ == "PERSON" and t.pos_ == "PROPN" and t.dep_ != "poss" for t in phrase):
        return False
    return phrase[0].lower_ not in _DEFINITE or head.lemma_.lower() in roles.definite


def _actor_role(actor: Actor, page: Page, roles: RoleLexicon) -> ChainRole:
    """Return the role that what the article says elsewhere of the actor shows ("he", earlier "a spokesman")."""
    if actor.sector is Sector.MED and actor.name.split()[0] in roles.names:
        return roles.names[actor.name.split()[0]][0][1]
    spokes = roles.words.keys() & {"spokesman", "spokeswoman", "spokesperson", "spokespeople"}
    said = [page.text[s:e].lower() for s, e in actor.mentions]
    if any(word in text for text in (*said, (actor.office or "").lower()) for word in spokes):
        return ChainRole.SPOKESPERSON
    return ChainRole.SPEAKER
