"""How many voted in the General Assembly -> whether a draft is adopted, by Article 18 of the Charter."""

from dateline.errors import UsageError
from dateline.lexicons.council import load_council
from dateline.resolutions.council import Ballot, Outcome

LARGEST = 193  # members since 14 July 2011; there never were more


def decide_assembly(ballot: Ballot, *, important: bool = False) -> Outcome:
    """Return whether the Assembly adopts a draft, and why.

    important: one of the questions that Article 18(2) lists or that the Assembly has added by Article 18(3), which need
    two thirds of those present and voting; others need a majority. Who abstains does not vote (rule 86 of the
    Assembly's rules of procedure). Raises UsageError where a state votes twice or more vote than there are members.
    """
    _check(ballot)
    in_favour = len(ballot.in_favour) if ballot.count_in_favour is None else ballot.count_in_favour
    against = len(ballot.against) if ballot.count_against is None else ballot.count_against
    abstain = len(ballot.abstain) if ballot.count_abstain is None else ballot.count_abstain
    if in_favour + against + abstain > LARGEST:
        raise UsageError(f"{in_favour + against + abstain} votes: the General Assembly has at most {LARGEST} members")
    voting = in_favour + against
    if not voting:
        raise UsageError("nobody votes for or against: give --for and --against")
    needed = -(-2 * voting // 3) if important else voting // 2 + 1
    texts = load_council().texts
    rule = texts["two_thirds" if important else "majority"].format(count=in_favour, voting=voting, needed=needed)
    reasons = [rule]
    if abstain:
        reasons.append(texts["abstain_assembly"].format(count=abstain))
    if in_favour == against:
        reasons.append(texts["divided"])
    return Outcome(
        adopted=in_favour >= needed,
        needed=needed,
        in_favour=in_favour,
        reasons=tuple(reasons),
        missing=max(0, needed - in_favour),
    )


def _check(ballot: Ballot) -> None:
    named = [
        name.lower().removeprefix("the ")
        for names in (ballot.in_favour, ballot.against, ballot.abstain)
        for name in names
    ]
    if twice := sorted({name for name in named if named.count(name) > 1}):
        raise UsageError(f"{', '.join(twice)}: named with two votes; give each state once")
