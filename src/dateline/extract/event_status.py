"""Whether the text says that an act has happened: from tense, aspect, modals, negation and the verbs that govern it."""

from datetime import date

from spacy.tokens import Token

from dateline.extract.event_frames import Frame, negated
from dateline.extract.syntax import auxiliaries, is_future
from dateline.lexicons.events import EventLexicon, EventRule, StatusWords
from dateline.records import QUADS, DateRange, EventStatus, EventType
from dateline.records.plover import VERBAL_CONFLICT, VERBAL_COOPERATION

OCCURRED, ONGOING, PLANNED = EventStatus.OCCURRED, EventStatus.ONGOING, EventStatus.PLANNED
PROPOSED, CONDITIONAL = EventStatus.PROPOSED, EventStatus.CONDITIONAL
DENIED, CANCELLED = EventStatus.DENIED, EventStatus.CANCELLED
# Acts that others set, put off and call off; of the other types the verb is the act itself ('suspended aid').
_STAGED = frozenset({EventType.CONSULT, EventType.SUPPORT, EventType.COOPERATE, EventType.AID})
# Types whose words under 'must' or 'will' are the act: the demand, the refusal, the promise.
_MODAL_ACTS = frozenset({EventType.REQUEST, EventType.AGREE, EventType.REJECT})
_ORDINALS = frozenset({"first", "second", "third", "last", "latest", "only"})
_DENIALS = frozenset({"deny", "refute", "disavow"})
_SHARES = frozenset({"role", "part", "involvement", "participation", "complicity", "hand"})
_CHARGES = frozenset({EventType.ACCUSE, EventType.THREATEN})
_CLAUSAL = ("xcomp", "ccomp", "advcl", "acl", "pcomp", "relcl")


def find_status(rule: EventRule, frame: Frame, lexicon: EventLexicon) -> EventStatus:
    """Return the status of the act that the rule finds in the frame."""
    if rule.status is not None:
        return rule.status
    if (negated(frame) and rule.negated is not True) or is_contested(frame, rule.type):
        return DENIED
    words = lexicon.statuses
    if frame.kind == "noun":
        return _noun_status(frame, words, lexicon.defaults[rule.type].noun_status)
    if frame.kind == "verb" and rule.type in _STAGED and (named := _of_own_verb(frame.head, words)) is not None:
        return named
    verb = frame.support if frame.kind == "adjective" and frame.support is not None else frame.head
    status = _verb_status(verb, words)
    if rule.type in _MODAL_ACTS and status in (PROPOSED, PLANNED) and _has_modal(verb):
        return OCCURRED
    return _uttered(status, verb, words) if QUADS[rule.type] in (VERBAL_COOPERATION, VERBAL_CONFLICT) else status


def is_contested(frame: Frame, kind: EventType) -> bool:
    """Does somebody deny the act: 'denied that it sent troops', 'denies any role in the raid', 'denied reports that'?

    A charge that is denied was made all the same.
    """
    head = frame.head
    if frame.kind == "verb" and head.dep_ == "ccomp":
        return head.head.lemma_ in _DENIALS
    if frame.kind == "verb" and head.dep_ == "acl" and any(c.dep_ == "mark" for c in head.children):
        return head.head.dep_ == "dobj" and head.head.head.lemma_ in _DENIALS
    if frame.kind != "noun" or head.dep_ != "pobj" or kind in _CHARGES:
        return False
    host = head.head.head  # the parser hangs 'in the raid' on the share or on the denial
    denial = host.head if host.dep_ == "dobj" else host
    shared = any(c.dep_ == "dobj" and c.lemma_ in _SHARES for c in denial.children)
    return head.head.lower_ == "in" and denial.lemma_ in _DENIALS and shared


def _uttered(status: EventStatus, verb: Token, words: StatusWords) -> EventStatus:
    """Return the status of an act of speech: to say it is to do it ('Paris demands', 'must go', 'will not yield')."""
    if status is ONGOING and not _progressive(verb):
        return OCCURRED
    if verb.tag_ == "VB" and verb.dep_ == "advcl" and verb.head.tag_ in ("VBD", "VBN"):
        return _verb_status(verb.head, words)  # 'rallied to demand'
    return status


def settle(status: EventStatus, when: DateRange, published: date | None) -> EventStatus:
    """Return the status that the date leaves possible: what is still to come has not occurred, nor the reverse."""
    if published is None:
        return status
    today = published.isoformat()
    if status in (OCCURRED, ONGOING) and when.earliest is not None and when.earliest > today:
        return PLANNED
    if status is PLANNED and when.latest is not None and when.latest < today:
        return OCCURRED
    return status


def _noun_status(frame: Frame, words: StatusWords, default: EventStatus) -> EventStatus:
    noun, verb = frame.head, frame.support
    marks = {c.lemma_.lower() for c in noun.lefts if c.dep_ in ("amod", "compound", "det", "advmod")}
    for listed, status in (
        (words.planned_modifiers, PLANNED),
        (words.proposed_modifiers, PROPOSED),
        (words.conditional_modifiers, CONDITIONAL),
        (words.ongoing_modifiers, ONGOING),
    ):
        if marks & listed:
            return status
    if any(_to_come(c, words) for c in noun.children):
        return PLANNED
    if (noun.dep_ == "pobj" and noun.head.lower_ in ("ahead", "before")) or _ahead_of(noun):
        return PLANNED
    if verb is None:
        return default
    if noun.dep_ in ("dobj", "nsubjpass", "nsubj", "pobj") and (said := _governed(verb, noun, words)):
        return said
    if noun.dep_ in ("dobj", "nsubjpass", "nsubj", "attr") or _is_occasion(noun, verb):
        status = _verb_status(verb, words)
        return default if status is OCCURRED else status
    return default


def _to_come(clause: Token, words: StatusWords) -> bool:
    """Does the clause on a noun set it in the future ('to be held', 'due on Thursday', 'scheduled for May')?"""
    if clause.dep_ == "amod":
        return clause.i > clause.head.i and clause.lower_ in ("due", "scheduled", "slated", "set")
    if clause.dep_ not in ("acl", "relcl"):
        return False
    lowers = {c.lower_ for c in clause.children if c.dep_ in ("aux", "auxpass")}
    if clause.lemma_ in ("schedule", "slate", "plan", "set"):
        return True
    return bool(lowers & {"to", "will"}) and (
        "be" in lowers or clause.lemma_ in ("take", "begin", "start", "open", "be")
    )


def _ahead_of(noun: Token) -> bool:
    return noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lower_ in ("ahead", "eve", "run-up")


def _governed(verb: Token, noun: Token, words: StatusWords) -> EventStatus | None:
    """What a verb says of the act that its object names ('cancelled the visit', 'plans talks')."""
    direct = noun.dep_ in ("dobj", "nsubjpass") or (noun.dep_ == "pobj" and noun.head.lower_ == "for")
    if not direct:
        return None
    if verb.lemma_ in words.cancelling or _particle(verb) in words.cancelling:
        return CANCELLED
    if verb.lemma_ in words.planning and verb.lemma_ not in ("go", "begin", "set", "agree"):
        return PLANNED
    if verb.lemma_ in words.proposing:
        return PROPOSED
    if verb.lemma_ in words.denying:
        return DENIED
    return PLANNED if verb.lemma_ in words.hoping else None


def _of_own_verb(verb: Token, words: StatusWords) -> EventStatus | None:
    """What a verb that only sets the act's stage says of it ('the meeting was postponed', 'talks are scheduled')."""
    if verb.lemma_ in words.cancelling or _particle(verb) in words.cancelling:
        return CANCELLED
    return PLANNED if verb.lemma_ in ("schedule", "slate", "plan") else None


def _is_occasion(noun: Token, verb: Token) -> bool:
    return noun.dep_ == "pobj" and noun.head.lower_ not in ("after", "following", "since", "of") and is_future(verb)


def _particle(verb: Token) -> str:
    return " ".join([verb.lemma_, *(c.lower_ for c in verb.children if c.dep_ == "prt")])


def _verb_status(verb: Token, words: StatusWords, depth: int = 0) -> EventStatus:
    if any(c.dep_ == "mark" and c.lower_ in words.conditional_marks for c in verb.children):
        return CONDITIONAL
    lowers = [a.lower_ for a in auxiliaries(verb)]
    if any(low in ("will", "'ll", "shall", "wo", "’ll") for low in lowers):
        return PLANNED
    if "would" in lowers or "'d" in lowers:
        return CONDITIONAL if _has_condition(verb) or "have" in lowers else PLANNED
    if any(low in words.conditional_modals for low in lowers):
        return CONDITIONAL
    if any(low in ("must", "should", "ought") for low in lowers):
        return PROPOSED
    if verb.tag_ in ("VB", "VBG") and not _finite(lowers) and verb.dep_ in (*_CLAUSAL, "conj") and depth < 4:
        return _dependent_status(verb, words, depth)
    if verb.tag_ == "VBN" and any(low in ("is", "are", "'s", "'re") for low in lowers) and "being" not in lowers:
        return ONGOING  # 'is occupied by'
    if _progressive(verb) or (verb.tag_ in ("VBZ", "VBP") and not lowers) or verb.lemma_ in words.ongoing_verbs:
        return ONGOING
    return OCCURRED


def _dependent_status(verb: Token, words: StatusWords, depth: int) -> EventStatus:
    """The status of an infinitive or participle, by the word that governs it."""
    if verb.dep_ == "pcomp" and verb.head.lower_ in ("after", "by", "following", "since"):
        return OCCURRED
    head = verb.head.head if verb.dep_ == "pcomp" else verb.head
    if verb.dep_ == "conj":
        return _verb_status(head, words, depth + 1)
    low = head.lemma_.lower()
    for listed, status in (
        (words.cancelling, CANCELLED),
        (words.denying, DENIED),
        (words.failing, DENIED),
        (words.proposing, PROPOSED),
        (words.planning, PLANNED),
        (words.hoping, PLANNED),
        (words.trying, OCCURRED),
    ):
        if low in listed and (verb.tag_ == "VB" or status in (CANCELLED, DENIED)):
            return status
    if verb.tag_ == "VB" and head.pos_ in ("NOUN", "PROPN") and any(c.lower_ in _ORDINALS for c in head.lefts):
        return OCCURRED  # 'the first minister to visit'
    if verb.tag_ == "VB" and verb.dep_ == "xcomp" and low == "be":
        return PLANNED
    if verb.tag_ == "VB" and low not in words.achieving and verb.dep_ in ("advcl", "acl", "relcl"):
        return PLANNED
    return _verb_status(head, words, depth + 1) if head.pos_ in ("VERB", "AUX") else OCCURRED


def _finite(auxiliary_words: list[str]) -> bool:
    return any(
        low in ("is", "are", "was", "were", "am", "has", "have", "had", "'s", "'re", "did", "does", "do")
        for low in auxiliary_words
    )


def _has_modal(verb: Token) -> bool:
    return any(a.tag_ == "MD" for a in auxiliaries(verb))


def _progressive(verb: Token) -> bool:
    """Is it 'is/are/has been/was doing'?"""
    return verb.tag_ == "VBG" and any(a.lemma_ == "be" for a in auxiliaries(verb))


def _has_condition(verb: Token) -> bool:
    return any(c.dep_ == "advcl" and any(m.lower_ in ("if", "unless") for m in c.children) for c in verb.children)
