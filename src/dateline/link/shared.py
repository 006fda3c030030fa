"""Two reports -> the quotations that stand word for word in both, and the voices that both lead back to. Pure."""

from collections.abc import Iterator, Mapping

from dateline.lexicons.outlets import Outlets
from dateline.link.passages import Run, shared_runs
from dateline.link.reports import Report
from dateline.link.words import Words
from dateline.records import ActorId, ChainLink, ChainRole, Record
from dateline.records.copies import Shared, SharedVoice
from dateline.records.folding import fold

FEWEST_QUOTED = 5  # words; "historic day" is in every second report
# Whoever speaks to everybody makes nobody depend on anybody; these pass on what others then print.
PASSING_ON = frozenset({ChainRole.AGENCY, ChainRole.OUTLET, ChainRole.SPOKESPERSON, ChainRole.DOCUMENT})


def shared_quotations(here: Report, there: Report, runs: list[Run] | None = None) -> tuple[Shared, ...]:
    """Return the words that are quoted in both reports and equal, five in a row at least, in the order of the first."""
    a, b = here.words, there.words
    runs = shared_runs(a, b) if runs is None else runs
    return tuple(
        Shared(here=a.place(i, i + n - 1), there=b.place(j, j + n - 1), words=n)
        for run in sorted(runs)
        for i, j, n in _quoted(run, a, b)
    )


def shared_voices(here: Record | None, there: Record | None, outlets: Outlets) -> tuple[SharedVoice, ...]:
    """Return the agencies, outlets, spokespersons and papers that claims of both records lead back to, by name.

    An outlet has one name, whichever alias is used. A paper counts by its author and its kind, or by a name of its own:
    "a statement" is any.
    """
    if here is None or there is None:
        return ()
    mine, theirs = _voices(here, outlets), _voices(there, outlets)
    return tuple(
        SharedVoice(name=name, role=role, here=tuple(mine[name, role]), there=tuple(theirs[name, role]))
        for name, role in mine
        if (name, role) in theirs
    )


def _quoted(run: Run, here: Words, there: Words) -> Iterator[Run]:
    """Yield the parts of a run that are quoted on both sides."""
    a, b, n = run
    first = None
    for k in range(n + 1):
        inside = k < n and here.quoted[a + k] and there.quoted[b + k]
        if inside and first is None:
            first = k
        elif not inside and first is not None:
            if k - first >= FEWEST_QUOTED:
                yield a + first, b + first, k - first
            first = None


def _voices(record: Record, outlets: Outlets) -> dict[tuple[str, ChainRole], list[str]]:
    found: dict[tuple[str, ChainRole], list[str]] = {}
    names = {actor.id: actor.name for actor in record.actors}
    for attribution in record.attributions:
        for link in attribution.chain:
            name = _name(link, names, outlets) if link.role in PASSING_ON else None
            if name is not None:
                role = ChainRole.AGENCY if link.role is ChainRole.OUTLET else link.role
                claims = found.setdefault((name, role), [])
                if attribution.id not in claims:
                    claims.append(attribution.id)
    return found


def _name(link: ChainLink, names: Mapping[ActorId, str], outlets: Outlets) -> str | None:
    actor = names.get(link.actor) if link.actor is not None else None
    if link.role in (ChainRole.AGENCY, ChainRole.OUTLET):
        outlet = outlets.resolve(link.name) or outlets.resolve(actor)
        return outlet.name if outlet else _proper(link.name)
    if link.role is ChainRole.DOCUMENT:
        return f"{fold(link.name or 'paper')} of {actor}" if actor else _proper(link.name)
    return actor or _proper(link.name)


def _proper(name: str | None) -> str | None:
    """Return a name that has a capital after its first word or is one capitalised word; None for "the agency"."""
    words = [w for w in (name or "").split() if w.lower() not in ("a", "an", "the")]
    return " ".join(words) if words and any(w[:1].isupper() for w in words) else None
