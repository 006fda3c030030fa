"""A cue -> its source: the head of the phrase that says whose words they are, and the span of that phrase."""

from spacy.tokens import Token

from dateline.extract.attribution_claims import Page, Range
from dateline.extract.syntax import is_passive

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "DET", "NUM", "ADJ"})
_LEFT_OUT = frozenset({"relcl", "acl", "appos", "advcl", "parataxis", "punct", "cc", "conj", "preconj", "ccomp"})
_TIMES = frozenset({"DATE", "TIME"})
_OWN = frozenset({"nsubj", "nsubjpass", "expl", "aux", "auxpass"})
MAX_CLIMB = 6
MAX_QUOTED = 20  # tokens between "quoted" and "as saying", with who is quoted and his office
MAX_SHORT = 9  # tokens between a comma and the verb behind the name of who spoke
_PHRASE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PRON", "ADP", "NUM", "PART"})
MAX_NAMED = 40  # tokens from a quotation to the verb behind the name of who spoke, with an apposition


def verb_source(verb: Token, page: Page) -> Token | None:
    """Return the head of the verb's source, None where nobody is named ("is expected to")."""
    quoted = quoted_as(verb)
    if quoted is not None:
        return quoted_source(quoted, page)
    if (is_passive(verb) and verb.dep_ != "relcl") or _passive_relative(verb):
        return agent(verb)
    found = _noun_before(verb, page) or _climb(verb, page)
    found = _behind_comma(verb, found, page) or found
    if found is not None and found.lower_ in ("it", "there") and found.dep_ == "expl":
        return None
    return found if found is not None else _beside(verb, page)


def antecedent(pronoun: Token) -> Token:
    """Return the noun that "who" or "which" stands for, the word itself where it is no relative pronoun."""
    if pronoun.tag_ not in ("WP", "WDT"):
        return pronoun
    verb = pronoun.head
    for _ in range(MAX_CLIMB):
        if verb.dep_ in ("relcl", "acl"):
            noun = verb.head
            return noun if noun.i < pronoun.i and noun.pos_ in _NOMINAL else pronoun
        verb = verb.head
    return pronoun


def agent(verb: Token) -> Token | None:
    """Return the head of the passive's "by" phrase."""
    for child in verb.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None


def quoted_source(quoted: Token, page: Page) -> Token | None:
    """Return who is quoted: the object of "quoted", or its subject where it is passive."""
    if is_passive(quoted):
        found = next((c for c in quoted.children if c.dep_ == "nsubjpass"), None)
        if found is None and quoted.dep_ in ("acl", "relcl"):
            return quoted.head
        return found if found is not None else _climb(quoted, page)
    return next((c for c in quoted.children if c.dep_ == "dobj"), None)


def noun_source(noun: Token, page: Page) -> Token | None:
    """Return the head of a noun cue's source: possessor, "by"/"from"/"of" phrase, or the subject of its verb."""
    for child in noun.lefts:
        if child.dep_ == "poss":
            return child
    for child in noun.rights:
        if child.dep_ in ("prep", "agent") and child.lower_ in ("by", "from", "among", "of"):
            holder = next((c for c in child.children if c.dep_ == "pobj"), None)
            if holder is not None and (child.lower_ != "of" or holder.ent_type_ in ("PERSON", "ORG", "GPE", "NORP")):
                return holder
    verb = noun.head
    if noun.dep_ in ("dobj", "attr") and verb.pos_ in ("VERB", "AUX"):
        return _climb(verb, page) if not is_passive(verb) else agent(verb)
    if noun.dep_ == "pobj" and verb.head.pos_ in ("VERB", "AUX") and verb.lower_ in ("in", "with", "at"):
        return _climb(verb.head, page) if not is_passive(verb.head) else None
    for child in noun.lefts:
        if child.dep_ in ("compound", "amod", "nmod") and child.ent_type_ in ("PERSON", "ORG", "GPE", "NORP"):
            return child
    return None


def source_range(head: Token, page: Page) -> tuple[Range, ...]:
    """Return the tokens of the source phrase: titles, modifiers and coordinated names, without what only adds to it."""
    start, end = _narrow(head)
    for other in head.conjuncts:
        if other.i > head.i and other.pos_ in _NOMINAL and other.i - end < 12:
            end = max(end, _narrow(other)[1])
    quote = page.quotation_at(start)
    if quote is not None and not quote.start <= head.i < quote.end:
        start = max(start, quote.end)
    tidied = page.tidy(start, end)
    return (tidied,) if tidied else ((head.i, head.i + 1),)


def _narrow(head: Token) -> Range:
    start = end = head.i
    stack = [head]
    while stack:
        token = stack.pop()
        start, end = min(start, token.i), max(end, token.i)
        for child in token.children:
            if child.dep_ in _LEFT_OUT and (token is head or child.dep_ not in ("punct", "cc", "conj")):
                continue
            if (
                child.dep_ == "prep"
                and child.lower_ not in ("of", "for", "in", "at", "from", "to", "with", "on", "by")
                and token is head
            ):
                continue
            if child.dep_ in ("npadvmod", "prep") and child.i > head.i and _is_time(child):
                continue
            stack.append(child)
    return start, end + 1


def _is_time(token: Token) -> bool:
    if token.dep_ == "prep":
        return any(c.dep_ == "pobj" and c.ent_type_ in _TIMES for c in token.children)
    return token.ent_type_ in _TIMES


def quoted_as(verb: Token) -> Token | None:
    """Return the "quoted" that this verb hangs on with "as" ("was quoted as saying")."""
    if verb.dep_ in ("pcomp", "advcl", "xcomp") and verb.tag_ == "VBG":
        above = verb.head
        if above.lower_ == "as":
            above = above.head
            for word in reversed(verb.doc[max(above.sent.start, verb.i - MAX_QUOTED) : verb.i]):
                if word.lemma_ == "quote" and above.pos_ not in ("VERB", "AUX"):
                    above = word
        if above.lemma_ in ("quote", "cite", "report") and above.i < verb.i:
            return above
    return None


def _passive_relative(verb: Token) -> bool:
    return verb.dep_ == "relcl" and any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children)


def speaks_on(other: Token, clause: Token, verb: Token, page: Page) -> bool:
    """Does `other`, coordinated with what the verb tells, have the verb's subject ("said it would end and vowed to go")?"""
    if other.tag_ not in ("VBD", "VBZ", "VBP") or not page.tells(other) or not page.tells(verb):
        return False
    if any(c.dep_ in _OWN and c.i < other.i for c in other.children):
        return False
    modal = any(c.dep_ == "aux" for c in clause.children)
    return modal or other.tag_ != clause.tag_ or other.lemma_ == verb.lemma_


def _noun_before(verb: Token, page: Page) -> Token | None:
    """Return the object that a participle stands right behind, no comma between ("arrested a man Monday claiming that")."""
    if verb.tag_ != "VBG" or verb.dep_ != "advcl" or verb.left_edge.i < 1:
        return None
    i = verb.left_edge.i - 1
    while i > 0 and page.doc[i].ent_type_ in ("DATE", "TIME"):
        i -= 1
    noun = page.doc[i]
    return noun if noun.pos_ in ("NOUN", "PROPN") and noun.dep_ in ("dobj", "attr", "pobj") else None


def _above(verb: Token, page: Page) -> Token:
    """Return the verb that a conjoined verb or participle takes its subject from.

    A speaker's participle that the parser has hung into what he said ("said it would end, adding that") is his.
    """
    above = verb.head
    if verb.dep_ == "conj" and above.dep_ == "ccomp" and speaks_on(verb, above, above.head, page):
        return above.head
    if verb.tag_ == "VBG" and verb.dep_ == "advcl" and page.doc[max(verb.left_edge.i - 1, 0)].text == ",":
        outer = above
        for _ in range(MAX_CLIMB):
            if outer.dep_ in ("ccomp", "xcomp") and page.tells(outer.head) and outer.head.i < above.i:
                return outer.head
            if outer.head.i == outer.i:
                break
            outer = outer.head
    return above


def own_subject(verb: Token, page: Page) -> Token | None:
    """Return the verb's own subject; of two (a parse gone wrong) the nearest that is in the same quotation, or in none."""
    found = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass", "expl") and c.ent_type_ not in _TIMES]
    if len(found) > 1:
        here = page.quotation_at(verb.i)
        found = [c for c in found if page.quotation_at(c.i) is here] or found
    return min(found, key=lambda c: abs(c.i - verb.i), default=None)


def _climb(verb: Token, page: Page) -> Token | None:
    for _ in range(MAX_CLIMB):
        own = own_subject(verb, page)
        if own is not None:
            return own
        if verb.dep_ in ("acl", "relcl"):
            return verb.head if verb.head.pos_ in _NOMINAL else None
        if verb.dep_ == "xcomp":
            controller = next((c for c in verb.head.children if c.dep_ == "dobj" and c.i < verb.i), None)
            if controller is not None and verb.head.lemma_ not in ("promise", "vow"):
                return controller
            verb = verb.head
        elif verb.dep_ in ("conj", "advcl", "pcomp", "prep", "agent", "acomp", "attr") and verb.head.i != verb.i:
            verb = _above(verb, page)
        else:
            return None
    return None


def _behind_comma(verb: Token, found: Token | None, page: Page) -> Token | None:
    """Return the name between a comma and the verb, where the parser took what stands before the comma for the subject.

    "Talks failed in Lima, an official said": not Lima said it. None where the parser's subject may stand.
    """
    doc, i = page.doc, verb.i - 1
    if verb.tag_ not in ("VBD", "VBZ", "VBP") or found is None or found.i > verb.i or verb.dep_ == "relcl":
        return None
    while i > max(found.i, verb.i - MAX_SHORT) and (doc[i].pos_ in _PHRASE or doc[i].dep_ in ("aux", "advmod")):
        i -= 1
    if doc[i].text != "," or i <= found.i or page.quotation_at(i) is not None:
        return None
    last = verb.i - 1
    while last > i and doc[last].dep_ in ("aux", "advmod", "neg"):
        last -= 1
    head = doc[last]
    while head.head.i != head.i and i < head.head.i < verb.i:
        head = head.head
    return head if last > i and head.pos_ in ("NOUN", "PROPN", "PRON") and head.ent_type_ not in _TIMES else None


def _beside(verb: Token, page: Page) -> Token | None:
    """Return the head of the noun phrase right after or before the verb, for parses that lost the subject."""
    doc = page.doc
    nearby = [verb.i + 1] if verb.tag_ in ("VBD", "VBZ", "VBP") else []
    before = verb.i - 1
    while before > 0 and doc[before].pos_ in ("AUX", "ADV", "PART"):
        before -= 1
    if doc[before].text == "," and before > 3:  # "her adviser, Ola Lund, said", "Berg, 58, said"
        before -= 3 if doc[before - 1].like_num and doc[before - 2].text == "," else 1
    nearby += [_behind_quotation(verb, page), before]
    for i in nearby:
        if not 0 <= i < len(doc) or page.sentence(i) != page.sentence(verb.i):
            continue
        token = doc[i]
        if (
            token.pos_ not in ("PROPN", "NOUN", "PRON", "DET", "ADJ")
            or token.ent_type_ in _TIMES
            or page.quotation_at(i) is not page.quotation_at(verb.i)
        ):
            continue
        while token.head.i not in (token.i, verb.i) and token.head.pos_ in _NOMINAL and abs(token.head.i - verb.i) < 15:
            if (token.head.i > verb.i) != (i > verb.i) or (doc[i + 1].text == "," and token.dep_ == "appos"):
                break
            token = token.head
        if token.pos_ in ("PROPN", "NOUN", "PRON") or (token.pos_ == "ADJ" and doc[i].pos_ == "DET"):
            return token
    return None


def _behind_quotation(verb: Token, page: Page) -> int:
    """Return the last token of the name between a quotation and a verb behind an apposition, -1 if there is none.

    It is for parses that lost it: ""No talks," Ada Berg, an envoy, said".
    """
    doc, i = page.doc, verb.i - 1
    if i < 1 or doc[i].text != ",":
        return -1
    while i > max(0, verb.i - MAX_NAMED) and page.quotation_at(i) is None and doc[i].tag_ not in ("VBD", "VBZ", "VBP"):
        i -= 1
    if page.quotation_at(i) is None:
        return -1
    i += 1
    while doc[i + 1].pos_ == "PROPN":
        i += 1
    return i if doc[i].pos_ == "PROPN" else -1
