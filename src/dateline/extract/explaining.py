"""Doc, a pair or the whole cast -> Explanation: which rules fired, on which words, and why the near ones did not."""

from collections.abc import Iterator

from spacy.tokens import Doc

from dateline.extract.cast import Cast
from dateline.extract.coding import LINKED, Link, code_pair, find_links
from dateline.extract.event_frames import Frame
from dateline.extract.event_matching import Candidate, entries_at, find_candidates, match_rule
from dateline.lexicons.events import EventLexicon, EventRule, TriggerEntry
from dateline.lexicons.pairs import PairLexicon
from dateline.records import Explanation, Finding, Span

# The conditions of a rule, in the order in which they are told of.
_CONDITIONS = (
    *("objects", "object_kinds", "complement", "complement_verbs", "with_preps", "subjects", "subject_kinds"),
    *("modifiers", "modals", "negated", "transitive"),
    *("without_objects", "without_subjects", "without_modifiers", "without_preps"),
)
_MANY = 4  # words of a long list that are shown


def explain_pair(sentence: str, doc: Doc, cast: Cast, lexicon: EventLexicon, pairs: PairLexicon) -> Explanation:
    """Return how a sentence is read for its pair: the rule that decided comes first."""
    links = find_links(doc, cast, lexicon, pairs)
    coding = code_pair(doc, cast, lexicon, pairs)
    fired = [_fired(link.candidate, _why_not(link, links, coding.by)) for link in links]
    return Explanation(sentence=sentence, coding=coding, findings=(*fired, *_near(doc, cast, lexicon)))


def explain_sentence(doc: Doc, cast: Cast, lexicon: EventLexicon) -> Explanation:
    """Return how a sentence is read where no pair is given: at each word its most specific rule."""
    groups = list(find_candidates(doc, cast, lexicon))
    fired = [_fired(c, None if c is group[0] else "less specific") for group in groups for c in group]
    return Explanation(sentence=doc.text, coding=None, findings=(*fired, *_near(doc, cast, lexicon)))


def _fired(candidate: Candidate, why_not: str | None) -> Finding:
    words = tuple((w.idx, w.idx + len(w)) for w in candidate.words)
    rule = candidate.rule
    return Finding(rule=rule.id, type=rule.type, mode=rule.mode, words=words, fired=True, why_not=why_not)


def _why_not(link: Link, links: list[Link], by: str | None) -> str | None:
    best = links[0].candidate
    if link is links[0]:
        return None if by == link.candidate.rule.id else f"links the two too weakly ({link.score:.1f} of {LINKED:.0f})"
    if link.inside:
        return "part of another act"
    if link.named:
        return "in the name of a party"
    return f"{best.rule.id} links the two better ({links[0].score:.1f} against {link.score:.1f})"


def _near(doc: Doc, cast: Cast, lexicon: EventLexicon) -> Iterator[Finding]:
    """Yield the rules whose trigger stands in the sentence while a condition fails."""
    for token in doc:
        entries, build = entries_at(token, cast, lexicon)
        if not entries:
            continue
        frame = build(token)
        for entry in entries:
            if entry.rule.verbs == ("*",) or match_rule(entry, frame, cast, lexicon):
                continue
            bare = match_rule(_with_only(entry, None), frame, cast, lexicon)
            if bare is not None and (unmet := _unmet(entry, frame, cast, lexicon)):
                words: tuple[Span, ...] = tuple((w.idx, w.idx + len(w)) for w in bare.words)
                rule = entry.rule
                yield Finding(rule=rule.id, type=rule.type, mode=rule.mode, words=words, fired=False, why_not=unmet)


def _unmet(entry: TriggerEntry, frame: Frame, cast: Cast, lexicon: EventLexicon) -> str | None:
    """Return the first condition that fails by itself."""
    for name in _CONDITIONS:
        value = getattr(entry.rule, name)
        if value != EventRule.model_fields[name].default and not match_rule(
            _with_only(entry, name), frame, cast, lexicon
        ):
            verb = "silenced by" if name.startswith("without_") else "lacks"
            return f"{verb} {name} = {_shown(value)}"
    return None


def _with_only(entry: TriggerEntry, condition: str | None) -> TriggerEntry:
    """Return the entry with no condition but this one."""
    cleared = {name: EventRule.model_fields[name].default for name in _CONDITIONS if name != condition}
    return TriggerEntry(entry.rule.model_copy(update=cleared), entry.words, entry.rank)


def _shown(value: object) -> str:
    if isinstance(value, frozenset):
        words = sorted(map(str, value))
        return ", ".join(words[:_MANY]) + (", ..." if len(words) > _MANY else "")
    return str(value).lower()
