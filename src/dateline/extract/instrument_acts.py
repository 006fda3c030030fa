"""Verb -> Mention: acts that make a paper which nobody names ("decided to close the border")."""

from spacy.tokens import Token

from dateline.extract.cast import Cast
from dateline.extract.instrument_mention import Mention
from dateline.extract.syntax import auxiliaries, is_negated, is_passive, subjects, trim
from dateline.lexicons.instruments import InstrumentLexicon
from dateline.records import ActorKind

# A person's decision or consent is no paper.
_MAKERS = frozenset(
    {ActorKind.COUNTRY, ActorKind.GOVERNMENT, ActorKind.ORGANIZATION, ActorKind.ARMED_GROUP, ActorKind.FORCE}
)
_MOST = 20  # tokens of an act that are kept as its name
_OPEN = frozenset({"will", "would", "could", "may", "might", "can", "should", "must", "to", "shall"})


def find_act(verb: Token, cast: Cast, lexicon: InstrumentLexicon) -> Mention | None:
    """Return the act as a mention of the paper that it makes; None if it makes none."""
    rule = lexicon.acts[verb.lemma_.lower()]
    if is_negated(verb) or is_passive(verb) or any(a.lower_ in _OPEN for a in auxiliaries(verb)):
        return None
    content = next(
        (c for c in verb.children if c.i > verb.i and c.dep_ in ("xcomp", "ccomp") and c.pos_ != "ADJ"), None
    )
    doers = subjects(verb)
    actors = [a for t in doers if (a := cast.at(t) or cast.covering(t)) is not None]
    if content is None or not actors:
        return None
    several = len(set(actors)) > 1 or any(t.tag_ in ("NNS", "NNPS") or t.lower_ in ("they", "both") for t in doers)
    if rule.joint and not several:
        return None
    if not rule.joint and not any(cast.by_id[a].kind in _MAKERS for a in actors):
        return None
    end = min(content.right_edge.i, verb.i + _MOST, verb.sent.end - 1) + 1
    return Mention(
        head=verb,
        top=verb,
        kind=rule.kind,
        rule=rule,
        determiner="indefinite",
        words=frozenset(),
        owners=frozenset(),
        plural=False,
        symbol=None,
        span=trim(verb.doc, verb.i, end),
    )
