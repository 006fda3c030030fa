"""Grammar over a parsed Doc, once for all finders: who is a verb's subject, what is negated, where a phrase ends.

Labels are those of spaCy's English models (CLEAR style). All functions are pure; tokens come back in text order
unless said otherwise.
"""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from dateline.records import Span

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
AUXILIARIES = frozenset({"aux", "auxpass"})
# Within somebody's words these stand for the speaker.
FIRST_PERSON = frozenset({"i", "we", "us", "me", "our", "my"})
FUTURE_MODALS = frozenset({"will", "'ll", "shall", "wo"})
# Words that end the part of a noun phrase that names something: what follows them only says more about it.
_BROAD_MODIFIERS = frozenset({"relcl", "acl", "appos", "advcl", "parataxis", "punct"})


def conjuncts(token: Token) -> list[Token]:
    """Return the token and all that are coordinated with it."""
    return sorted([token, *token.conjuncts], key=lambda t: t.i)


def is_passive(verb: Token) -> bool:
    """Is the verb in the passive, or a past participle after a noun ('the plan presented by')?"""
    if any(child.dep_ in ("auxpass", "nsubjpass", "agent") for child in verb.children):
        return True
    return verb.tag_ in ("VBN", "VBD") and verb.dep_ == "acl"


def subjects(verb: Token) -> list[Token]:
    """Return the heads of the verb's grammatical subject, taken over from the verb that governs it where need be.

    A conjoined verb shares its first verb's subject; an infinitive or participle takes its controller's (the object
    of 'urged X to go', else the subject); a relative clause takes the noun that it hangs on.
    """
    seen: set[int] = set()
    while verb.i not in seen:
        seen.add(verb.i)
        own = [c for c in verb.children if c.dep_ in SUBJECTS]
        if own:
            return [t for s in own for t in conjuncts(_antecedent(s))]
        if verb.dep_ in ("relcl", "acl"):
            return conjuncts(verb.head) if verb.head.pos_ in ("NOUN", "PROPN", "PRON") else []
        if verb.dep_ == "xcomp":
            controllers = [c for c in verb.head.children if c.dep_ in ("dobj", "dative")]
            if controllers and verb.i > controllers[0].i:
                return [t for c in controllers for t in conjuncts(c)]
            verb = verb.head
        elif verb.dep_ in ("conj", "advcl", "pcomp", "prep", "acomp") and verb.head.i != verb.i:
            verb = verb.head
        else:
            return []
    return []


def agents(verb: Token) -> list[Token]:
    """Return the heads of the passive's 'by' phrase."""
    return [t for child in verb.children if child.dep_ == "agent" for t in _pobj(child)]


def logical_subjects(verb: Token) -> list[Token]:
    """Return those who do what the verb says: its subject, or the agent if it is passive (empty where none is named)."""
    return agents(verb) if is_passive(verb) else subjects(verb)


def logical_objects(verb: Token) -> list[Token]:
    """Return those that the verb acts on: its objects, or the subject if it is passive.

    A relative clause without a pronoun ('the pact they signed') acts on the noun that it hangs on.
    """
    if is_passive(verb):
        return subjects(verb)
    own = [t for child in verb.children if child.dep_ in ("dobj", "dative") for t in conjuncts(_antecedent(child))]
    if own or verb.dep_ != "relcl" or any(t.tag_ in ("WDT", "WP", "WRB", "WP$") for t in _before(verb)):
        return own
    return [verb.head] if verb.head.pos_ in ("NOUN", "PROPN") else []


def governor(token: Token) -> Token | None:
    """Return the verb whose clause the word stands in, climbing over nouns and prepositions; None where there is none."""
    while token.head.i != token.i:
        token = token.head
        if token.pos_ in ("VERB", "AUX"):
            return token
    return None


def prepositional(token: Token) -> Iterator[tuple[str, list[Token]]]:
    """Yield each preposition on the token, lower-case, with the heads of its object (coordinations spread out)."""
    for child in token.children:
        if child.dep_ in ("prep", "agent", "dative") and child.pos_ in ("ADP", "SCONJ", "VERB", "ADV"):
            yield child.lower_, _pobj(child)


def auxiliaries(verb: Token) -> list[Token]:
    """Return the verb's auxiliaries; a conjoined verb without its own shares those of its first verb."""
    own = [c for c in verb.children if c.dep_ in AUXILIARIES]
    if not own and verb.dep_ == "conj" and verb.head.tag_ == verb.tag_:
        return auxiliaries(verb.head)
    return own


def is_negated(token: Token) -> bool:
    """Is there a 'not', 'never' or 'no' on the word itself?"""
    return any(c.dep_ == "neg" or c.lower_ in ("no", "neither", "never") for c in token.children)


def is_future(verb: Token) -> bool:
    """Does the verb, or one that governs it in the same clause, stand in the future ('will', 'is to', 'is due to')?"""
    lowers = [a.lower_ for a in auxiliaries(verb)]
    if any(low in FUTURE_MODALS for low in lowers):
        return True
    head = verb.head
    if verb.dep_ == "xcomp" and verb.tag_ == "VB":
        planned = head.lemma_ in ("be", "go", "plan", "expect", "schedule", "due", "set", "slate", "prepare", "intend")
        return planned or (head.i != verb.i and is_future(head))
    return False


def antecedent(token: Token) -> Token:
    """Return the noun that a relative pronoun stands for, else the token itself."""
    return _antecedent(token)


def phrase(head: Token, *, broad: bool = False) -> Span:
    """Return the character span of the noun phrase under `head`.

    Without `broad` it ends before relative clauses, participles and appositions and leaves out coordinated phrases.
    """
    doc = head.doc
    left, right = head.i, head.i
    stack = [head]
    while stack:
        token = stack.pop()
        left, right = min(left, token.i), max(right, token.i)
        for child in token.children:
            narrow = child.dep_ in _BROAD_MODIFIERS or child.dep_ in ("cc", "conj", "preconj")
            if narrow and not broad and (token is head or child.dep_ != "punct"):
                continue
            stack.append(child)
    return trim(doc, left, right + 1)


def words_of(doc: Doc, span: Span) -> str:
    """Return the words of a span. `doc.text[start:end]` gives the same, but puts the whole text together for it."""
    words = doc.char_span(*span)
    return words.text if words is not None else doc.text[span[0] : span[1]]


def clause(verb: Token) -> Span:
    """Return the character span of the verb's whole clause, without punctuation at its ends."""
    return trim(verb.doc, verb.left_edge.i, verb.right_edge.i + 1)


def trim(doc: Doc, start: int, end: int) -> Span:
    """Return the character span of tokens [start, end), less white space and commas or stops at its ends."""
    while end - 1 > start and (doc[end - 1].is_space or doc[end - 1].text in (",", ".", ";", ":")):
        end -= 1
    while start < end - 1 and (doc[start].is_space or doc[start].text in (",", ".", ";", ":")):
        start += 1
    return doc[start].idx, doc[end - 1].idx + len(doc[end - 1])


def _before(verb: Token) -> Iterator[Token]:
    """The words of the verb's clause that stand before it."""
    for child in verb.lefts:
        yield from child.subtree


def _antecedent(token: Token) -> Token:
    if token.tag_ in ("WDT", "WP") and token.head.dep_ == "relcl":
        return token.head.head
    if token.tag_ == "WP$" and token.dep_ == "poss":  # "rebels whose leader ...": climb to the clause that it opens
        clause = next((t for t in token.ancestors if t.dep_ == "relcl"), None)
        return clause.head if clause is not None else token
    return token


def _pobj(prep: Token) -> list[Token]:
    return [t for c in prep.children if c.dep_ in ("pobj", "pcomp") for t in conjuncts(c)]
