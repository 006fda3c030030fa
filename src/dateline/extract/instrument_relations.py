"""Papers -> Relations: which paper incorporates, implements, endorses, amends, replaces or rivals which."""

from collections.abc import Iterator, Mapping, Sequence

from spacy.tokens import Token

from dateline.extract.instrument_mention import Mention
from dateline.extract.instrument_papers import Paper
from dateline.extract.instrument_stages import keys
from dateline.extract.syntax import is_passive, subjects
from dateline.lexicons.instruments import InstrumentLexicon
from dateline.records import RelationType

Found = tuple[RelationType, int, bool]  # type, the target's place in the list, only a part of it


def find_relations(papers: Sequence[Paper], lexicon: InstrumentLexicon) -> dict[int, list[Found]]:
    """Return for each paper, by its place in the list, how it stands to others; each type and target once."""
    at = {token.i: number for number, paper in enumerate(papers) for m in paper.mentions for token in (m.head, m.top)}
    found: dict[int, dict[tuple[RelationType, int], bool]] = {}
    for target, paper in enumerate(papers):
        for mention in paper.mentions:
            for type_, source in (*_governing(mention, at, lexicon), *_rival(mention, at, lexicon)):
                if source != target:
                    found.setdefault(source, {})[type_, target] = _is_part(mention, lexicon)
    for number, paper in enumerate(papers):
        known = any(t is RelationType.ALTERNATIVE_TO for t, _ in found.get(number, ()))
        other = None if known else _rivalled(number, paper, papers, lexicon)
        if other is not None:
            found.setdefault(number, {})[RelationType.ALTERNATIVE_TO, other] = False
    return {n: [(type_, target, part) for (type_, target), part in held.items()] for n, held in found.items()}


def _governing(
    mention: Mention, at: Mapping[int, int], lexicon: InstrumentLexicon
) -> Iterator[tuple[RelationType, int]]:
    """Yield the relations that a verb with the mention as its object tells of."""
    verb = _verb_over(mention.top)
    if verb is None or is_passive(verb):
        return
    type_ = next((lexicon.relations[key] for key in keys(verb) if key in lexicon.relations), None)
    if type_ is None:
        return
    for subject in (*subjects(verb), *_purpose_of(verb)):
        if subject.i in at:
            yield type_, at[subject.i]
            return


def _verb_over(top: Token) -> Token | None:
    """Return the verb whose object the noun is, past 'the entirety of', 'parts of'."""
    while top.dep_ == "pobj" and top.head.lower_ == "of" and top.head.head.pos_ in ("NOUN", "PRON", "DET", "NUM"):
        top = top.head.head
    return top.head if top.dep_ == "dobj" and top.head.pos_ == "VERB" else None


def _purpose_of(verb: Token) -> list[Token]:
    """Return the object that an infinitive tells the purpose of ("proposed a resolution to back the plan")."""
    if verb.dep_ not in ("advcl", "xcomp"):
        return []
    return [c for c in verb.head.children if c.dep_ in ("dobj", "nsubjpass") and c.i < verb.i]


def _rival(mention: Mention, at: Mapping[int, int], lexicon: InstrumentLexicon) -> Iterator[tuple[RelationType, int]]:
    """Yield the paper that is called an alternative to this one."""
    if mention.top.dep_ == "pobj" and mention.top.head.lower_ == "to":
        above = mention.top.head.head
        if above.i in at and any(c.lemma_.lower() in lexicon.words.rivals for c in above.lefts):
            yield RelationType.ALTERNATIVE_TO, at[above.i]


def _rivalled(number: int, paper: Paper, papers: Sequence[Paper], lexicon: InstrumentLexicon) -> int | None:
    """Return the paper that this one, called an alternative, must stand against: the only other of its family."""
    if not paper.words & lexicon.words.rivals:
        return None
    others = [
        n
        for n, p in enumerate(papers)
        if n != number and p.family == paper.family and not p.plural and p.owners and not p.owners & paper.owners
    ]
    return others[0] if len(others) == 1 else None


def _is_part(mention: Mention, lexicon: InstrumentLexicon) -> bool:
    token = mention.head
    while token.dep_ == "pobj" and token.head.lower_ == "of":
        token = token.head.head
        if token.lemma_.lower() in lexicon.words.fractions:
            return True
    return False
