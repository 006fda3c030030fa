"""Who sits on the Security Council on a day, and whether a vote adopts a draft, by the Charter's rules."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from difflib import get_close_matches

from dateline.errors import UsageError
from dateline.lexicons.council import Seat, VotingRule, load_council
from dateline.records.resolution import Vote


@dataclass(frozen=True, slots=True, kw_only=True)
class Ballot:
    """Votes cast or announced: states by name, or counts where the states are not told.

    parties: parties to the dispute, who must abstain where Chapter VI or Article 52(3) applies. misread: names are as a
    scanner read them.
    """

    in_favour: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    abstain: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    count_in_favour: int | None = None
    count_against: int | None = None
    count_abstain: int | None = None
    parties: tuple[str, ...] = ()
    misread: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """Whether a draft is adopted (None: not decided yet, or not to be told), with each reason and its article.

    missing: affirmative votes still needed; undecided: members without a known position; blockers: those of them who
    could veto it.
    """

    adopted: bool | None
    needed: int
    in_favour: int
    reasons: tuple[str, ...]
    vetoes: tuple[str, ...] = ()
    missing: int = 0
    undecided: tuple[str, ...] = ()
    blockers: tuple[str, ...] = ()

    def to_json(self) -> str:
        """Return the outcome as JSON on one line."""
        return json.dumps(asdict(self), ensure_ascii=False)


@dataclass(slots=True)
class _Count:
    """The ballot with its names made members' names."""

    in_favour: tuple[str, ...]
    against: tuple[str, ...]
    abstain: tuple[str, ...]
    absent: tuple[str, ...]
    reasons: list[str] = field(default_factory=list)


def members(on: date) -> tuple[Seat, ...]:
    """Return who sits on the Council on a day, the permanent members first. Raises UsageError before 1946."""
    seats = [s for s in load_council().seats if s.since <= on <= s.until]
    if not seats:
        raise UsageError(f"no membership of the Security Council is known for {on}; it begins with 1946-01-01")
    return tuple(sorted(seats, key=lambda s: (not s.permanent, s.state)))


def voting_rule(on: date) -> VotingRule:
    """Return the rule on votes that was in force on a day."""
    return next(r for r in load_council().rules if r.since <= on <= r.until)


def resolve_member(name: str, on: date, *, misread: bool = False) -> str:
    """Return the name under which a state sits on the Council on a day. Raises UsageError if it does not sit there.

    misread: the name is a scanner's, and the sitting member's name that is nearest to it is meant.
    """
    sitting = {s.state for s in members(on)}
    if misread:
        names = {n: s for n, states in load_council().names.items() for s in states if s in sitting}
        name = next(iter(get_close_matches(name.lower(), names, n=1)), name)
    called = load_council().names.get(name.strip().lower().removeprefix("the "), ())
    for state in called:
        if state in sitting:
            return state
    known = "not a member of the Security Council on" if called else "no name of a member of the Security Council on"
    raise UsageError(f"{name.strip()!r} is {known} {on}; members: {', '.join(sorted(sitting))}")


def decide(ballot: Ballot, on: date, *, procedural: bool = False, final: bool = True) -> Outcome:
    """Return whether the votes adopt a draft, and why.

    procedural: on a procedural question no vote is a veto. final: all votes are in, and who is not named did not vote;
    else the ballot holds stated positions only, and what is not known stays open. Raises UsageError if a state is no
    member or is named twice.
    """
    count = _resolve(ballot, on)
    permanent = {s.state for s in members(on) if s.permanent}
    needed = voting_rule(on).votes
    said = len(count.in_favour) if ballot.count_in_favour is None else ballot.count_in_favour
    if not ballot.misread:
        _check_size(count, ballot, said, on)
    vetoes = () if procedural else tuple(s for s in count.against if s in permanent)
    undecided = () if final else _undecided(count, on)
    state = _State(count, said, needed, vetoes, undecided, permanent)
    if procedural:
        count.reasons.append(_text("procedural"))
    adopted = (
        _decide_final(state, ballot, procedural=procedural) if final else _decide_open(state, procedural=procedural)
    )
    return Outcome(
        adopted=adopted,
        needed=needed,
        in_favour=said,
        reasons=tuple(count.reasons),
        vetoes=vetoes,
        missing=max(0, needed - said),
        undecided=undecided,
        blockers=() if procedural else tuple(s for s in undecided if s in permanent),
    )


def is_procedural(words: str) -> str | None:
    """Return the article under which a decision in these words is one of procedure; None where it is of substance."""
    return next((p.article for p, pattern in load_council().procedural if pattern.search(words)), None)


def printed_ballot(vote: Vote, on: date) -> Ballot:
    """Return the ballot that an adoption record prints.

    A count in favour that leaves members over is a scanner's slip: the others' counts tell how many it was.
    """
    apart = (vote.against or 0) + (vote.abstain or 0) + len(vote.absent) + len(vote.not_participating)
    size = len(members(on))
    in_favour = size - apart if (vote.in_favour or 0) + apart < voting_rule(on).votes else vote.in_favour
    return Ballot(
        count_in_favour=size if vote.unanimous else in_favour,
        count_against=vote.against,
        against=vote.opponents,
        abstain=vote.abstainers,
        absent=(*vote.absent, *vote.not_participating),
        misread=True,
    )


@dataclass(frozen=True, slots=True)
class _State:
    count: _Count
    said: int
    needed: int
    vetoes: tuple[str, ...]
    undecided: tuple[str, ...]
    permanent: set[str]


def _decide_final(state: _State, ballot: Ballot, *, procedural: bool) -> bool | None:
    reasons = state.count.reasons
    enough = state.said >= state.needed
    reasons.append(_text("enough" if enough else "too_few", count=state.said, needed=state.needed))
    if state.vetoes:
        reasons.append(_text("veto", states=_list(state.vetoes)))
        return False
    unnamed = (ballot.count_against or 0) - len(state.count.against)
    if enough and unnamed > 0 and not procedural:
        reasons.append(_text("unnamed", count=unnamed))
        return None
    passive = [s for s in (*state.count.abstain, *state.count.absent) if s in state.permanent]
    if enough and passive and not procedural:
        reasons.append(_text("abstention", states=_list(passive)))
    return enough


def _decide_open(state: _State, *, procedural: bool) -> bool | None:
    reasons = state.count.reasons
    if state.vetoes:
        reasons.append(_text("veto", states=_list(state.vetoes)))
        return False
    within_reach = state.said + len(state.undecided)
    if within_reach < state.needed:
        reasons.append(_text("out_of_reach", count=within_reach, needed=state.needed))
        return False
    if state.said < state.needed:
        reasons.append(_text("missing", count=state.needed - state.said))
    else:
        reasons.append(_text("enough", count=state.said, needed=state.needed))
    if state.undecided:
        reasons.append(_text("open", states=_list(state.undecided)))
    blockers = [s for s in state.undecided if s in state.permanent]
    if blockers and not procedural:
        reasons.append(_text("block", states=_list(blockers)))
        return None
    return True if state.said >= state.needed else None


def _resolve(ballot: Ballot, on: date) -> _Count:
    in_favour, against, abstain, absent, parties = (
        tuple(resolve_member(name, on, misread=ballot.misread) for name in names)
        for names in (ballot.in_favour, ballot.against, ballot.abstain, ballot.absent, ballot.parties)
    )
    count = _Count(in_favour, against, abstain, absent)
    every = [*count.in_favour, *count.against, *count.abstain, *count.absent]
    if twice := sorted({s for s in every if every.count(s) > 1}):
        raise UsageError(f"{', '.join(twice)}: named with two votes; give each state once")
    voting = [s for s in parties if s in (*count.in_favour, *count.against)]
    if voting:
        raise UsageError(_text("party", states=_list(voting)))
    if parties:
        count.reasons.append(_text("party", states=_list(parties)))
        count.abstain += tuple(s for s in parties if s not in every)
    return count


def _check_size(count: _Count, ballot: Ballot, said: int, on: date) -> None:
    """Raise UsageError where more vote than sit on the Council, or nobody does."""
    against, abstain = ballot.count_against or len(count.against), ballot.count_abstain or len(count.abstain)
    every, size = said + against + abstain + len(count.absent), len(members(on))
    if every > size:
        raise UsageError(f"{every} votes: the Security Council had {size} members on {on}")
    if not every:
        raise UsageError("nobody votes: give --for, --against or --abstain")


def _undecided(count: _Count, on: date) -> tuple[str, ...]:
    known = {*count.in_favour, *count.against, *count.abstain, *count.absent}
    return tuple(s.state for s in members(on) if s.state not in known)


def _text(name: str, **values: object) -> str:
    return load_council().texts[name].format(**values)


def _list(states: Sequence[str] | Iterable[str]) -> str:
    return ", ".join(states)
