"""Each event rule fires on its own example and stays silent on its near miss."""

from collections.abc import Callable
from operator import attrgetter

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from dateline.extract.actors import find_actors
from dateline.extract.attributions import find_attributions
from dateline.extract.cast import Cast, Mention
from dateline.extract.event_matching import find_candidates
from dateline.extract.event_parts import find_parts, innermost
from dateline.lexicons import Lexicons, load_lexicons
from dateline.records import ActorId

RULES = load_lexicons().events.rules


@pytest.fixture(scope="session")
def fired(nlp: Language, lex: Lexicons) -> Callable[[str], tuple[frozenset[str], frozenset[str]]]:
    """Sentence -> rules whose words and conditions it meets, whatever kinds its actors are; rules that it would make acts.

    All examples are parsed in one go.
    """
    examples = sorted({text for rule in RULES for text in (rule.fires, rule.silent) if text})
    return {doc.text: _fired(doc, lex) for doc in nlp.pipe(examples)}.__getitem__


def _fired(doc: Doc, lex: Lexicons) -> tuple[frozenset[str], frozenset[str]]:
    cast = find_actors(doc, lex.actors)
    attributions = find_attributions(doc, cast, (), lex.cues)
    loose = [c for group in find_candidates(doc, _everybody(doc), lex.events) for c in group]
    candidates = [c for group in find_candidates(doc, cast, lex.events) for c in group]
    complete = [
        c for c in candidates if find_parts(c, innermost(attributions, c.frame.head.idx), cast, lex.events) is not None
    ]
    return frozenset(c.rule.id for c in (*loose, *candidates)), frozenset(c.rule.id for c in complete)


def _everybody(doc: Doc) -> Cast:
    """Each noun an actor of any kind: who and what names stand for is the actor finder's to know, and tested there."""
    nouns = (t.i for t in doc if t.pos_ in ("NOUN", "PROPN", "PRON", "ADJ"))
    return Cast((), [Mention(i, i + 1, i, ActorId(str(i))) for i in nouns])


@pytest.mark.parametrize("rule", RULES, ids=attrgetter("id"))
def test_rule_fires_on_its_own_example_and_not_on_its_near_miss(rule, fired):
    assert rule.id in fired(rule.fires)[0]
    assert rule.silent is None or rule.id not in fired(rule.silent)[1]
