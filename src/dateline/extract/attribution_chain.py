"""A claim -> its chain: who speaks, in which paper, and who passes it on, up to the article's own outlet."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from spacy.attrs import LOWER
from spacy.tokens import Token

from dateline.extract.attribution_claims import Claim, Page
from dateline.extract.attribution_roles import MEDIA, actor_at, link_of, named_role
from dateline.extract.attribution_sources import agent, quoted_as, verb_source
from dateline.extract.cast import Cast
from dateline.extract.syntax import is_passive
from dateline.lexicons.cue_roles import RoleLexicon
from dateline.records import ActorId, ChainLink, ChainRole, Timex

NOBODY = ChainLink(name=None, role=ChainRole.ANONYMOUS)


class Chains:
    """Chains of an article's claims: each one's own links, then those of the claim that it is reported in."""

    def __init__(self, page: Page, cast: Cast, roles: RoleLexicon) -> None:
        self.page, self.cast, self.roles = page, cast, roles
        text, medium = page.text.lower(), roles.medium  # most texts have none of these: looked at once, not a claim
        unnamed = (all(word in text for word in words.split()) for words in medium.unnamed)
        self._some_unnamed = any(word in text for word in medium.anonymity) or any(unnamed)
        self._as_pers = _as_pers(page)

    def voice(self, claim: Claim) -> Token | None:
        """Return the head of who speaks: the source, but of an agency that cites somebody the one cited."""
        if claim.source is None or claim.kind != "verb":
            return claim.source
        cited = self._cited(claim)
        return cited if cited is not None and self._link(claim.source).role in MEDIA else claim.source

    def own(self, claim: Claim) -> tuple[ChainLink, ...]:
        """Return the links that the claim's own sentence shows, the first voice first."""
        links = list(self._first(claim))
        if claim.kind == "verb":
            links += [*self._medium(claim), *self._told(claim), *self._quoted_by(claim)]
        else:
            links += self._passed_on(claim)
        links += [*self._as_per(claim), *self._in_brackets(claim)]
        return _distinct(links)

    def _first(self, claim: Claim) -> Iterator[ChainLink]:
        if claim.source is None:
            yield NOBODY
            return
        link = self._link(claim.source)
        if self._stays_unnamed(claim) and link.role in (ChainRole.SPEAKER, ChainRole.SPOKESPERSON):
            link = ChainLink(name=link.name, role=ChainRole.ANONYMOUS, actor=link.actor)
        if link.role in MEDIA and (cited := self._cited(claim)) is not None:
            yield self._link(cited)
        elif link.role is ChainRole.DOCUMENT and link.actor is None:
            author = self._author(claim.source)
            link = ChainLink(name=link.name, role=link.role, actor=author)
        yield link
        if link.role is ChainRole.DOCUMENT:
            yield from self._carriers(claim.source)

    def _passed_on(self, claim: Claim) -> Iterator[ChainLink]:
        """Yield the agency of a tag behind a phrase: "according to the ministry, Kyodo reported"."""
        for verb in self.page.doc[claim.cue.i : self.page.sentence(claim.cue.i)[1]]:
            if verb.pos_ == "VERB" and self.page.tells(verb) and not claim.holds(verb.i):
                for head in (verb_source(verb, self.page), self.page.doc[verb.i - 1]):
                    if head is not None and head.i > claim.cue.i and self._link(head).role in MEDIA:
                        yield self._link(head)
                        return

    def _link(self, head: Token) -> ChainLink:
        return link_of(head, self.page, self.cast, self.roles)

    def _stays_unnamed(self, claim: Claim) -> bool:
        """Does the sentence say that the speaker is not to be named?"""
        if not self._some_unnamed:
            return False
        start, end = self.page.sentence(claim.cue.i)
        medium = self.roles.medium
        outside = [t for t in self.page.doc[start:end] if not claim.holds(t.i)]
        if any(t.lower_ in medium.anonymity for t in outside):
            return True
        said = " ".join(t.lower_ for t in outside)
        return any(words in said for words in medium.unnamed)

    def _cited(self, claim: Claim) -> Token | None:
        """Return whom an agency cites for what it says: "Kyodo said, citing a source"."""
        for token in self.page.doc[slice(*self.page.sentence(claim.cue.i))]:
            if token.tag_ == "VBG" and token.lemma_ in ("cite", "quote") and not claim.holds(token.i):
                return next((c for c in token.children if c.dep_ in ("dobj", "pobj")), None)
        return None

    def _author(self, paper: Token) -> ActorId | None:
        """Return whose paper it is: its possessor, or who it is "by", "of" or "from"."""
        for child in paper.children:
            if child.dep_ in ("poss", "compound", "amod", "nmod") and (actor := actor_at(child, self.cast)) is not None:
                return actor
        for child in paper.children:
            if child.dep_ in ("prep", "agent") and child.lower_ in ("by", "of", "from"):
                for holder in child.children:
                    if holder.dep_ == "pobj" and (actor := actor_at(holder, self.cast)) is not None:
                        return actor
            if child.dep_ == "acl" and child.lemma_ in self.roles.medium.carriers:
                holder_ = agent(child)
                if holder_ is not None and self._link(holder_).role not in MEDIA:
                    return actor_at(holder_, self.cast)
        return None

    def _carriers(self, paper: Token) -> Iterator[ChainLink]:
        """Yield who published or obtained a paper: "a draft obtained by The Times", "a report in Le Monde"."""
        for child in paper.children:
            if child.dep_ == "prep" and child.lower_ == "of":  # "a copy of the letter seen by AFP"
                for inner in (c for c in child.children if c.dep_ == "pobj"):
                    yield from self._carriers(inner)
            if child.dep_ in ("acl", "relcl") and child.lemma_ in self.roles.medium.carriers:
                by = agent(child)
                if by is not None and (link := self._link(by)).role in MEDIA:
                    yield link
                yield from (link for link in self._under(child, ("in", "on", "to")) if link.role in MEDIA)
        yield from (link for link in self._under(paper, ("in", "on", "by", "from")) if link.role in MEDIA)

    def _under(self, head: Token, preps: Sequence[str]) -> Iterator[ChainLink]:
        for child in head.children:
            if child.dep_ in ("prep", "agent", "dative") and child.lower_ in preps:
                for inner in child.children:
                    if inner.dep_ == "pobj":
                        yield self._link(inner)

    def _medium(self, claim: Claim) -> Iterator[ChainLink]:
        """Yield the paper that somebody says it in, and who carries that paper: "said in a statement on TASS"."""
        medium = self.roles.medium
        for verb in (claim.cue, quoted_as(claim.cue)):
            for child in verb.children if verb is not None else ():
                if child.dep_ != "prep" or child.lower_ not in medium.preps or claim.holds(child.i):
                    continue
                for paper in (c for c in child.children if c.dep_ == "pobj"):
                    link = self._link(paper)
                    if paper.lemma_.lower() in medium.documents:
                        yield ChainLink(name=link.name, role=ChainRole.DOCUMENT, actor=None)
                        yield from self._carriers(paper)
                    elif link.role in MEDIA:
                        yield link
                    elif paper.lemma_ in (
                        "interview",
                        "remark",
                        "comment",
                        "conversation",
                        "broadcast",
                        "speech",
                        "appearance",
                        "address",
                    ):
                        yield from (
                            m for m in self._under(paper, ("with", "to", "on", "by", "for", "from")) if m.role in MEDIA
                        )
                        yield from self._carriers(paper)

    def _told(self, claim: Claim) -> Iterator[ChainLink]:
        """Yield the agency or outlet that was told: "told AFP"."""
        if is_passive(claim.cue):
            return
        for child in claim.cue.children:
            heads = [child] if child.dep_ in ("dobj", "dative") else []
            if child.dep_ in ("prep", "dative") and child.lower_ in ("to", "on"):
                heads = [c for c in child.children if c.dep_ == "pobj"]
            for head in heads:
                if (
                    head.pos_ in ("PROPN", "NOUN")
                    and not claim.holds(head.i)
                    and (link := self._link(head)).role in MEDIA
                ):
                    yield link

    def _quoted_by(self, claim: Claim) -> Iterator[ChainLink]:
        """Yield who quotes: "was quoted by TASS as saying", "TASS quoted him as saying"."""
        quoted = quoted_as(claim.cue)
        if quoted is not None and not is_passive(quoted):
            head = next((c for c in quoted.children if c.dep_ == "nsubj"), None)
            if head is not None:
                link = self._link(head)
                role = ChainRole.SPOKESPERSON if link.role is ChainRole.SPEAKER else link.role
                yield ChainLink(name=link.name, role=role, actor=link.actor)
        for verb in (claim.cue, quoted) if quoted is not None else ():
            by = agent(verb)
            if by is not None and by is not claim.source and not claim.holds(by.i):
                yield self._link(by)

    def _as_per(self, claim: Claim) -> Iterator[ChainLink]:
        """Yield the agency of an "as per TASS" that stands inside the words around the cue."""
        doc = self.page.doc
        start, end = self.page.sentence(claim.cue.i)
        for i in self._as_pers:
            if start <= i < end - 2 and not claim.holds(i) and i != claim.cue.i:
                head = next((t for t in doc[i + 2 : min(i + 12, end)] if t.dep_ == "pobj"), None)
                if head is not None and head is not claim.source:
                    yield self._link(head)

    def _in_brackets(self, claim: Claim) -> Iterator[ChainLink]:
        """Yield the agency that a sentence ends with in brackets: "(Reuters)"."""
        doc = self.page.doc
        end = max(self.page.sentence(claim.cue.i)[1], claim.content[-1][1])
        for i in range(max(end - 8, 0), min(end + 2, len(doc) - 2)):
            if doc[i].text == "(":
                for stop in range(i + 2, min(i + 6, len(doc))):
                    if doc[stop].text == ")":
                        role = named_role(doc[i + 1 : stop], self.roles)
                        if role in MEDIA and role is not None:
                            yield ChainLink(
                                name=doc[i + 1 : stop].text, role=role, actor=actor_at(doc[stop - 1], self.cast)
                            )
                        break


def _as_pers(page: Page) -> list[int]:
    """Return where the text has "as per" or "according to"."""
    words = page.doc.vocab.strings
    pairs = {(words["as"], words["per"]), (words["according"], words["to"])}
    lowers = page.doc.to_array([LOWER]).tolist()
    return [i for i, pair in enumerate(pairwise(lowers)) if pair in pairs]


def date_said(claim: Claim, page: Page, times: Sequence[Timex]) -> str | None:
    """Return the TIMEX3 value of when it was said: a time that hangs on the cue, outside its content."""
    verb = quoted_as(claim.cue) or claim.cue
    spots = {c.i for c in verb.children if c.dep_ in ("npadvmod", "advmod", "prep", "dobj", "nmod")}
    for timex in times if spots else ():
        span = page.offsets.tokens(timex.span)
        if span is None or timex.value is None or claim.holds(span.start) or timex.type not in ("DATE", "TIME"):
            continue
        root = span.root
        if root.i in spots or root.head.i in spots or (root.head.head.i in spots and root.head.pos_ == "ADP"):
            return timex.value
    return None


def _distinct(links: Sequence[ChainLink]) -> tuple[ChainLink, ...]:
    """Return the links, each voice once."""
    found: list[ChainLink] = []
    for link in links:
        if not any(
            link == f or (link.actor is not None and link.actor == f.actor and link.role == f.role) for f in found
        ):
            found.append(link)
    return tuple(found)
