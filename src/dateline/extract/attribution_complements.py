"""A verb -> the clause, infinitive, object or phrase after it that holds what it tells; None where there is none."""

from spacy.tokens import Token

from dateline.extract.attribution_claims import Page, Range
from dateline.extract.attribution_quotes import Quotation
from dateline.extract.attribution_sources import agent, speaks_on
from dateline.extract.syntax import SUBJECTS, is_passive
from dateline.lexicons.cues import CueEntry

Found = tuple[str, tuple[Range, ...], tuple[Quotation, ...]]
MAX_ADJUNCT = 14  # tokens between a verb and the "that" which the parser has hung elsewhere
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD", "VB"})
_TIMES = frozenset({"DATE", "TIME"})
# Prepositions that only tell where or when somebody spoke, unless the verb asks for them.
_CIRCUMSTANCES = frozenset({"on", "in", "at", "with", "over"})


def find_passive(verb: Token, entry: CueEntry, source: Token | None, page: Page) -> Found | None:
    """Passives ("X is expected to Y", "is seen as Y"): what is said of the subject, which is part of the content."""
    if not is_passive(verb) and not (verb.tag_ == "VBN" and verb.dep_ == "advcl"):
        return None
    subject = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
    clause = next((c for c in verb.children if c.dep_ in ("xcomp", "ccomp", "oprd") and c.i > verb.i), None)
    if clause is None and (verb.dep_ != "acl" or entry.lemma == "accuse"):
        preps = entry.passive_preps | {"as"}
        clause = next((c for c in verb.children if c.dep_ == "prep" and c.lower_ in preps and c.i > verb.i), None)
    if clause is None:
        return None
    if verb.dep_ == "acl" or subject is None:
        return "passive", (_span(clause),), ()
    if subject.lower_ == "it" and clause.dep_ == "ccomp":
        return "passive", (_span(clause),), ()
    return "passive", (_span(subject), _span(clause)), ()


def find_clause(verb: Token, entry: CueEntry, source: Token | None, page: Page) -> Found | None:
    """A clause after the verb, with or without "that"."""
    for child in verb.children:
        if child.i > verb.i and _is_clause(child, entry):
            start = _clause_start(child, verb, page)
            if source is not None and source.i > verb.i and source.head.i == verb.i:  # "said the envoy, who ..."
                start = max(start, min(source.right_edge.i + 1, child.i))
            return "clause", ((start, clause_end(child, verb, page)),), ()
    if "prior" not in entry.frames:
        return None
    end = page.sentence(verb.i)[1]
    for token in page.doc[verb.i + 1 : min(verb.i + MAX_ADJUNCT, end)]:
        if token.lower_ == "that" and (token.tag_ == "IN" or _has_subject(token.head, token)):
            return "clause", ((token.i, end),), ()
        if token.tag_ in _FINITE or (token.tag_ == "VBG" and page.tells(token)):
            break
    return _lost_clause(verb, entry, page)


def _lost_clause(verb: Token, entry: CueEntry, page: Page) -> Found | None:
    """Return all behind a verb that takes no object, where the parser has read its clause as one ("said talks on ...")."""
    named = next((c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i), None)
    if named is None or "object" in entry.frames or entry.addressee or named.left_edge.i != verb.i + 1:
        return None
    end = page.sentence(verb.i)[1]
    if any(t.tag_ in _FINITE for t in page.doc[named.i + 1 : end]) and page.quotation_at(verb.i + 1) is None:
        return "clause", ((verb.i + 1, end),), ()
    return None


def _has_subject(verb: Token, other: Token) -> bool:
    return any(c.dep_ in SUBJECTS and c is not other and c.i > other.i for c in verb.children)


def _is_clause(child: Token, entry: CueEntry) -> bool:
    if child.dep_ not in ("ccomp", "advcl", "xcomp") or child.pos_ not in ("VERB", "AUX", "ADJ", "NOUN", "PROPN"):
        return False
    marked = _mark(child)
    if child.dep_ == "advcl":
        return marked in ("that", "whether")
    if child.dep_ == "xcomp":
        return marked != "to" and child.tag_ != "VBG"
    return marked != "to" or "order" not in entry.frames


def _clause_start(clause: Token, verb: Token, page: Page) -> int:
    """Return where the clause starts, less the day on which it was said ("said on Friday she would")."""
    start = max(clause.left_edge.i, verb.i + 1)
    for child in clause.lefts:
        if child.left_edge.i == start == verb.i + 1 and child.dep_ in ("prep", "npadvmod") and _is_time(child):
            after = child.right_edge.i + 1
            return after + 1 if page.doc[after].text == "," else after
    return start


def clause_end(clause: Token, verb: Token, page: Page) -> int:
    """Return where the clause ends: before what belongs to the verb again ("..., adding that", "and announced")."""
    doc, end = page.doc, page.sentence(verb.i)[1]
    last = page.quotation_at(clause.i)
    end = min(max(end, last.end if last is not None else 0), clause.right_edge.i + 1)
    if end <= verb.i:
        end = page.sentence(verb.i)[1]
    end = _with_quotation(end, page)
    for i in range(clause.i + 1, end - 1):
        token = doc[i]
        if token.text == "," and page.quotation_at(i) is None and _is_tag_participle(doc[i + 1], page):
            return i
        if token.dep_ == "cc" and page.quotation_at(i) is None and _goes_on(token, clause, verb, page):
            return i
    return end


def _with_quotation(end: int, page: Page) -> int:
    """Return the end of a clause with the quotation right behind it, or behind "and" or "but", in the same sentence."""
    doc, i = page.doc, end
    while i < len(doc) and i - end < 3 and (doc[i].text == "," or doc[i].dep_ == "cc"):
        i += 1
    q = page.next_quotation(i)
    if q is None or q.start != i or page.sentence(max(end - 1, 0)) != page.sentence(q.start):
        return end
    return q.end


def _is_tag_participle(token: Token, page: Page) -> bool:
    if token.pos_ == "ADV" and token.i + 1 < len(token.doc):
        token = token.nbor()
    return token.tag_ == "VBG" and page.tells(token)


def _goes_on(conjunction: Token, clause: Token, verb: Token, page: Page) -> bool:
    """Does the verb's own sentence go on after the conjunction, with the same subject ("said it would and announced")?"""
    other = next((c for c in conjunction.head.children if c.dep_ == "conj" and c.i > conjunction.i), None)
    return other is not None and verb.tag_ in (other.tag_, "VBG") and speaks_on(other, clause, verb, page)


def find_infinitive(verb: Token, entry: CueEntry, source: Token | None, page: Page) -> Found | None:
    """The verb's own infinitive: "vowed to go"."""
    if any(c.dep_ == "dobj" for c in verb.children):
        return None
    for child in verb.children:
        if child.i > verb.i and child.dep_ in ("xcomp", "advcl", "ccomp") and child.tag_ == "VB":
            to = next((c for c in child.children if c.lower_ == "to" and c.dep_ == "aux"), None)
            if to is not None and (child.dep_ == "xcomp" or to.i == verb.i + 1):
                start = max(child.left_edge.i, verb.i + 1)
                return "infinitive", ((start, clause_end(child, verb, page)),), ()
    return None


def find_order(verb: Token, entry: CueEntry, source: Token | None, page: Page) -> Found | None:
    """An object with its infinitive: "urged X to go", "called on X to go"."""
    for child in verb.children:
        if child.i < verb.i or child.dep_ not in ("xcomp", "ccomp", "advcl"):
            continue
        if child.dep_ == "ccomp" and any(c.dep_ in SUBJECTS and c.i > verb.i for c in child.children):
            return "order", ((child.left_edge.i, clause_end(child, verb, page)),), ()
        if _mark(child) != "to":
            continue
        for other in verb.children:
            told = other.dep_ in ("dobj", "dative") or (other.dep_ == "prep" and other.lower_ in entry.preps)
            if told and verb.i < other.i < child.i:
                head = next((c for c in other.children if c.dep_ == "pobj"), other) if other.dep_ == "prep" else other
                return "order", ((head.left_edge.i, clause_end(child, verb, page)),), ()
    return None


def find_told(verb: Token, entry: CueEntry, source: Token | None, page: Page) -> Found | None:
    """The infinitive of an order alone, without whom it was given to."""
    order = find_order(verb, entry, source, page)
    if order is None:
        return None
    ((start, end),) = order[1]
    to = next((t.i for t in page.doc[start:end] if t.lower_ == "to" and t.dep_ == "aux"), None)
    return ("told", ((to, end),), ()) if to is not None and to > start else None


def find_charge(verb: Token, entry: CueEntry, source: Token | None, page: Page) -> Found | None:
    """The charge of an accusation alone, without who is accused: "accused X of breaking the truce"."""
    for child in verb.children:
        if child.i > verb.i and child.dep_ == "prep" and child.lower_ in entry.passive_preps:
            inner = next((c for c in child.children if c.dep_ in ("pobj", "pcomp")), None)
            if inner is not None:
                return "charge", ((inner.left_edge.i, clause_end(inner, verb, page)),), ()
    return None


def find_as(verb: Token, entry: CueEntry, source: Token | None, page: Page) -> Found | None:
    """What somebody is called: "described X as Y", "called X Y", "what X called Y"."""
    after = [c for c in verb.children if c.i > verb.i]
    complement = next((c for c in after if c.dep_ == "oprd" or (c.dep_ == "prep" and c.lower_ == "as")), None)
    named = next((c for c in verb.children if c.dep_ == "dobj"), None)
    if complement is None and entry.names:
        complement = next((c for c in after if c.dep_ == "ccomp" and _mark(c) == ""), None)
    if complement is None:
        return None
    if named is None:
        return "as", (_span(complement),), ()
    if named.i > verb.i:
        end = max(named.right_edge.i, complement.right_edge.i)
        return "as", ((named.left_edge.i, end + 1),), ()
    return "as", ((named.i, named.i + 1), _span(complement)), ()


def find_gerund(verb: Token, entry: CueEntry, source: Token | None, page: Page) -> Found | None:
    """A gerund: "denied doing"."""
    for child in verb.children:
        if child.i > verb.i and child.dep_ == "xcomp" and child.tag_ == "VBG":
            return "gerund", ((child.left_edge.i, clause_end(child, verb, page)),), ()
    return None


def find_object(verb: Token, entry: CueEntry, source: Token | None, page: Page) -> Found | None:
    """An object: "rejected the plan", with what hangs on the verb behind it ("as a coup", "of breaking the truce")."""
    named = next((c for c in verb.children if c.dep_ == "dobj"), None)
    if named is None:
        passive = is_passive(verb) and agent(verb) is not None
        named = next((c for c in verb.children if c.dep_ == "nsubjpass"), None) if passive else None
        return ("object", (_span(named),), ()) if named is not None else None
    if named.lower_.endswith(("self", "selves")) or _is_time(named):
        return None
    if named.i < verb.i:
        return "object", (_span(named),), ()
    end = clause_end(named, verb, page)
    for child in verb.children:
        if (
            child.i > named.i
            and child.dep_ in ("prep", "xcomp")
            and child.lower_ not in ("in", "at", "during", "after")
        ):
            end = end if _is_time(child) else max(end, clause_end(child, verb, page))
    return "object", ((named.left_edge.i, _with_infinitive(end, page)),), ()


def _with_infinitive(end: int, page: Page) -> int:
    """Return the end of a phrase with the infinitive right behind it, wherever the parser has hung it."""
    doc = page.doc
    if end + 1 < len(doc) and doc[end].lower_ == "to" and doc[end].head.tag_ == "VB" and doc[end].head.i > end:
        return max(end, doc[end].head.right_edge.i + 1)
    return end


def find_prep(verb: Token, entry: CueEntry, source: Token | None, page: Page) -> Found | None:
    """What a preposition leads into: "called for talks"."""
    for child in verb.children:
        if child.i <= verb.i or child.dep_ not in ("prep", "prt", "dative") or child.lower_ not in entry.preps:
            continue
        inner = next((c for c in child.children if c.dep_ in ("pobj", "pcomp")), None)
        if inner is None or inner.ent_type_ in _TIMES or (child.lower_ in _CIRCUMSTANCES and inner.ent_type_ == "GPE"):
            continue
        return f"prep:{child.lower_}", ((inner.left_edge.i, clause_end(inner, verb, page)),), ()
    return None


def _mark(clause: Token) -> str:
    marks = ("that", "to", "whether", "if")
    return next(
        (c.lower_ for c in clause.children if c.i < clause.i and c.lower_ in marks and c.dep_ in ("mark", "aux")), ""
    )


def _is_time(token: Token) -> bool:
    if token.dep_ == "prep":
        return any(c.dep_ == "pobj" and c.ent_type_ in _TIMES for c in token.children)
    return token.ent_type_ in _TIMES


def _span(token: Token) -> Range:
    return token.left_edge.i, token.right_edge.i + 1
