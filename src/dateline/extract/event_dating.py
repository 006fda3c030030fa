"""When an act took place: each day that its words, its speech or its story may give it, weighed against none at all."""

from collections.abc import Iterator

from spacy.tokens import Token

from dateline.extract.event_arguments import Parts
from dateline.extract.event_date_forms import Form, forms_of
from dateline.extract.event_dates import UNDATED, candidates_of, date_said, find_date
from dateline.extract.event_features import governing
from dateline.extract.event_readings import Reading
from dateline.extract.event_story import Story
from dateline.extract.event_ways import clause_way, path, slot
from dateline.extract.syntax import auxiliaries
from dateline.lexicons.events import EventLexicon
from dateline.records import DateRange, EventStatus, EventType

Option = tuple[DateRange, list[str]]
# To say these is to do them: they happen when they are said.
SPEECH_ACTS = frozenset(
    {EventType.REQUEST, EventType.ACCUSE, EventType.REJECT, EventType.AGREE, EventType.THREATEN, EventType.SUPPORT}
)
_FAR = 4  # sentences; farther ones are all alike


def date_act(reading: Reading, parts: Parts, story: Story, status: EventStatus, lexicon: EventLexicon) -> DateRange:
    """Return the likeliest date of an act, UNDATED where none is likelier; without learned weights the rules'.

    status: as the rules have it, before the date is known. The act is noted in the story with its date by the rules.
    """
    model = lexicon.learned.models.get("date")
    asked = Asked(reading, parts, story, status)
    options = asked.options() if model is not None else []
    by_rule = asked.date_by_rule()
    story.note(reading.candidate, parts, by_rule)
    if model is None:
        return by_rule
    return max(options, key=lambda option: model.total(option[1]))[0]


class Asked:
    """An act that is asked for its date, with what all its options share."""

    def __init__(self, reading: Reading, parts: Parts, story: Story, status: EventStatus) -> None:
        self.frame, self.kind = reading.candidate.frame, reading.candidate.rule.type
        self.head, self.rule = reading.candidate.frame.head, reading.candidate.rule.id
        self.parts, self.story, self.status = parts, story, status
        self.voice = story.voice(reading.candidate, reading.said_in)
        self.beside_trigger = find_date(self.frame, story.clock)
        self.inside = list(story.clock.within(self.head.sent))
        self.said = date_said(self.voice, story.clock)
        verb = self.head if self.frame.kind == "verb" else self.frame.support
        self.tense = "none" if verb is None else f"{'+'.join(a.lower_ for a in auxiliaries(verb))}:{verb.tag_}"
        self.speech = self.voice.kind if self.voice else None
        self.own = self.voice is not None and self.voice.speaker in parts.actors
        at_cue = self.voice is not None and reading.said_in is None
        self.speaks = f"{self.own}:{at_cue}"

    def date_by_rule(self) -> DateRange:
        """Return the date that the words around the trigger give, else that of the speaker's own statement."""
        return self.said if self.beside_trigger == UNDATED and self.own else self.beside_trigger

    def options(self) -> list[Option]:
        """Return each date that the act may have, none at all first, with what speaks for it."""
        options: dict[tuple[str | None, str | None], Option] = {(None, None): (UNDATED, list(self.nothing()))}
        for when, features in (*self.beside(), *self.elsewhere()):
            if when != UNDATED:
                options.setdefault((when.earliest, when.latest), (when, []))[1].extend(features)
        return list(options.values())

    def nothing(self) -> Iterator[str]:
        """Yield what speaks for no date."""
        kind, frame, head = self.kind, self.frame, self.head
        yield from ("null", f"null:{kind}", f"null:{frame.kind}:{self.tense}", f"null:{self.status}")
        yield from (f"null:{kind}:{self.status}", f"null:inside={min(len(self.inside), 2)}")
        yield from (f"null:said={self.speech}:{self.speaks}", f"null:undated={self.beside_trigger == UNDATED}")
        yield from (f"null:lemma={head.lemma_.lower()}", f"null:tag={head.tag_}:{head.dep_}")
        yield from (f"null:dated={self.said != UNDATED}", f"null:sentence={min(self.story.number(head), _FAR)}")
        yield from (f"null:rule={self.rule}", f"null:det={self._determiner()}")
        talks = self.kind in SPEECH_ACTS
        yield f"null:talks={self._spoken() is not None}:{talks}:{self.speaks}"
        dep, above = governing(head)
        if above is not None:
            yield f"null:above={dep}:{above.lemma_.lower()}"

    def beside(self) -> Iterator[Option]:
        """Yield the dates that the time expressions of the act's sentence give it."""
        ranks = {id(timex): rank for rank, timex in enumerate(candidates_of(self.frame, self.story.clock))}
        nearest = min((abs(root.i - self.head.i) for root, _, _ in self.inside), default=0)
        for root, timex, _ in self.inside:
            near = abs(root.i - self.head.i) == nearest
            shared = list(self._placed(root, near))
            for form in forms_of(root, timex, self.inside, self.frame, self.story.clock, self.story.published):
                time, picked, width = self._about(form.date)
                yield (
                    form.date,
                    [
                        *shared,
                        *self._shaped(form, root),
                        *(f"form={form.name}:{timex.type}:{width}", f"picked={picked}:{form.name}"),
                        f"rank={min(ranks.get(id(timex), 9), 5)}:{form.name}",
                        *(f"in:time={time}:{self.status}", f"in:tense={time}:{self.tense}"),
                        f"width={width}:{timex.type}",
                    ],
                )

    def elsewhere(self) -> Iterator[Option]:
        """Yield the dates of the statement, of earlier statements and acts, and of the times told before."""
        story, parts = self.story, self.parts
        talks = self.kind in SPEECH_ACTS
        if self.said != UNDATED:
            yield self._taken("said", self.said, f"own={self.speaks}")
        if self.voice is not None and self.said == UNDATED and (when := self._spoken()) is not None:
            own = f"{self.speaks}:{talks}"
            yield self._taken(
                "spoken", when, f"own={own}", f"own={own}:{bool(self.inside)}", f"own={own}:{self.status}"
            )
        elif (when := story.said(parts.actors[:1], self.head)) is not None:
            yield self._taken("actor-spoke", when, f"talks={talks}:{self.tense}", f"talks={talks}:{bool(self.inside)}")
        yield from self._acts()
        yield from self._times()

    def _acts(self) -> Iterator[Option]:
        mine = self.parts.everyone()
        for source, act in (
            ("act", self.story.last()),
            ("actor-act", self.story.last(of=self.parts.actors)),
            ("type-act", self.story.last(kind=self.kind)),
        ):
            if act is not None:
                gap = min(self.story.gap(act.head, self.head), _FAR)
                shared = min(len(act.parts.everyone() & mine), 2)
                word = act.head.lemma_ == self.head.lemma_
                yield self._taken(
                    source,
                    act.date,
                    *(f"gap={gap}", f"gap={gap}:{act.head.tag_}>{self.head.tag_}", f"type={act.type is self.kind}"),
                    *(f"shared={shared}:{word}:{self.frame.kind}", f"word={word}:{self.kind}"),
                    f"det={self._determiner()}",
                )

    def _times(self) -> Iterator[Option]:
        start = self.head.sent.start
        before = [(root, when) for root, _, when in self.story.clock.all if root.i < start]
        if before:
            root, when = before[0]
            yield self._taken("lead", when, f"sentence={min(self.story.number(self.head), 6)}")
            root, when = before[-1]
            yield self._taken("time", when, f"gap={min(self.story.gap(root, self.head), _FAR)}")

    def _taken(self, source: str, when: DateRange, *extra: str) -> Option:
        """Return a date from elsewhere with what speaks for it."""
        time, picked, width = self._about(when)
        own = (
            *(f"{self.kind}", f"{self.frame.kind}:{self.tense}", f"{self.status}:{time}", f"{width}"),
            *(f"inside={bool(self.inside)}", f"said={self.speech}:{self.speaks}", f"picked={picked}"),
            *(f"{self.kind}:{self.speech}", f"tag={self.head.tag_}:{self.head.dep_}"),
        )
        return when, [f"from={source}", *(f"from={source}:{feature}" for feature in (*own, *extra))]

    def _placed(self, root: Token, near: bool) -> Iterator[str]:
        """Yield where a time expression stands towards the trigger."""
        frame, head, kind = self.frame, self.head, self.frame.kind
        place, verb = slot(root)
        where = clause_way(frame, verb)
        side, gap = "before" if root.i < head.i else "after", abs(root.i - head.i)
        between = sum(t.pos_ == "VERB" for t in head.doc[min(root.i, head.i) + 1 : max(root.i, head.i)])
        yield from (f"path={kind}:{path(head, root)}", f"side={side}:{min(gap, 20) // 4}", f"nearest={near}")
        yield from (f"only={len(self.inside) == 1}", f"where={kind}:{where}", f"place={where}:{place}")
        yield from (f"type-where={self.kind}:{kind}:{where}", f"between={side}:{min(between, 3)}")
        yield f"verb={where}:{verb.lemma_.lower() if verb is not None else None}"
        yield from (f"in:type={self.kind}", f"in:speech={self.speech}:{where}", f"in:speaks={self.speaks}:{where}")
        if frame.support is not None and kind != "verb":
            yield f"support-path={path(frame.support, root)}"
        if verb is None or self.voice is None:
            return
        yield f"content={any(start <= root.idx < end for start, end in self.voice.content)}"
        if any(start <= verb.idx < end for start, end in self.voice.cue):
            yield from ("cue", f"cue:{self.speaks}", f"cue:{self.speaks}:{self.status}")
            yield from (f"cue:{self.kind}", f"cue:{self.tense}:{self.speaks}")

    def _shaped(self, form: Form, root: Token) -> Iterator[str]:
        """Yield in which form a time expression is taken, and which words ask for that."""
        _, verb = slot(root)
        marks = [c.lower_ for c in verb.children if c.dep_ == "mark"] if verb is not None else []
        yield from (f"form={form.name}", f"preposition={root.head.lower_}:{form.name}", f"mark={form.name}:{marks[:1]}")

    def _about(self, when: DateRange) -> tuple[str, bool, str]:
        """Return how a date stands to the day of publication, whether the rules pick it, and how long it is."""
        picked = (when.earliest, when.latest) == (self.beside_trigger.earliest, self.beside_trigger.latest)
        return time_of(when, self.story.published), picked, _width(when)

    def _spoken(self) -> DateRange | None:
        """Return when the one who speaks of the act last said something, in the sentences before."""
        if self.voice is None or self.voice.speaker is None:
            return None
        return self.story.said((self.voice.speaker,), self.head)

    def _determiner(self) -> str | None:
        return next((c.lower_ for c in self.head.lefts if c.dep_ in ("det", "poss")), None)


def time_of(when: DateRange, published: str | None) -> str:
    """Return how a date stands to the day of publication: 'past', 'today', 'around' it, 'future', 'none', 'unknown'."""
    if when.earliest is None and when.latest is None:
        return "none"
    if published is None:
        return "unknown"
    if when.earliest is not None and when.earliest > published:
        return "future"
    if when.latest is not None and when.latest < published:
        return "past"
    return "today" if when.earliest == when.latest else "around"


def _width(when: DateRange) -> str:
    if when.earliest is None or when.latest is None:
        return "open"
    if when.earliest == when.latest:
        return "day"
    return "month" if when.earliest[:7] == when.latest[:7] else "long"
