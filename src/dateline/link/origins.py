"""A report, its signs and the earlier reports that it copies -> where it comes from, with what shows it. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dateline.lexicons.origins import SignKind
from dateline.lexicons.outlets import Outlet, OutletKind, Outlets
from dateline.link.reports import Report, publisher
from dateline.link.signs import Found, find_signs
from dateline.records import Article, ChainRole, Record
from dateline.records.copies import Copy, Origin, OriginKind, Sign

NEW_SHARE = 0.12  # of a report's characters that a further source must explain; less is a paragraph of background
MOST_CLAIMS = 0.6  # of a record's attributions that pass through one agency or outlet: the report tells what it has


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """An earlier report that this one copies. report: the caller's name for it; origin: its own, if it is known."""

    copy: Copy
    article: Article
    report: str | None = None
    origin: Origin | None = None


def origin(report: Article, record: Record | None, outlets: Outlets, matches: Sequence[Match] = ()) -> Origin:
    """Return where a report comes from.

    matches: what `compare_reports(this, earlier)` found, in any order; those of a later day or of the same outlet are
    passed over, and those of the same day too unless they are an agency's, as nobody knows who was first.
    Looked at in this order: a statement's own text, the line that names an agency, text shared with an earlier report,
    the source that the first sentences name, signs of own reporting.
    """
    this = Report(report, record)
    mine = publisher(report, outlets)
    signs = find_signs(this, outlets)
    return (
        _statement(mine, signs)
        or _shared_text(report, mine, outlets, matches, signs)
        or _line(report, mine, outlets, signs)
        or _cited(this, mine, outlets, signs)
        or _own(mine, signs)
        or Origin(kind=OriginKind.UNKNOWN, signs=tuple(_shown(f) for f in signs if f.kind is SignKind.TOLD))
    )


def _statement(mine: Outlet | None, signs: Sequence[Found]) -> Origin | None:
    shown = [_shown(f) for f in signs if f.kind is SignKind.STATEMENT]
    if mine is not None and mine.kind is OutletKind.GOVERNMENT:
        shown.append(Sign(span=None, why=f"{mine.name} publishes a government's or an organization's own texts"))
        return Origin(kind=OriginKind.STATEMENT, sources=(mine.id,), signs=tuple(shown))
    return Origin(kind=OriginKind.STATEMENT, signs=tuple(shown)) if shown else None


def _line(report: Article, mine: Outlet | None, outlets: Outlets, signs: Sequence[Found]) -> Origin | None:
    found = [f for f in signs if f.kind is SignKind.LINE and _foreign(f.source, mine) and _is_agency(f.source, outlets)]
    shown = [_shown(f) for f in found]
    sources = [f.source for f in found if f.source]
    agency = outlets.resolve(report.agency)
    if agency is not None and agency.is_agency and agency is not mine and agency.id not in sources:
        sources.append(agency.id)
        shown.append(Sign(span=None, why=f"it is filed as {agency.name}'s"))
    if not sources:
        return None
    return Origin(kind=OriginKind.AGENCY, sources=tuple(dict.fromkeys(sources)), signs=tuple(shown))


def _shared_text(
    report: Article, mine: Outlet | None, outlets: Outlets, matches: Sequence[Match], signs: Sequence[Found]
) -> Origin | None:
    chosen = _explaining(report, [m for m in matches if _earlier(report, mine, m, outlets)])
    if not chosen:
        return None
    origins = [(m, _source_of(m, outlets)) for m in chosen]
    sources = dict.fromkeys(name for _, (_, names) in origins for name in names)
    shown = tuple(_by_text(m, names, outlets) for m, (_, names) in origins)
    line = _line(report, mine, outlets, signs)
    if line is not None:  # the report says itself whose it is: an earlier reprint of the same dispatch says no more
        sources = dict.fromkeys((*line.sources, *(s for s in sources if _is_agency(s, outlets))))
        return Origin(
            kind=OriginKind.AGENCY, sources=tuple(sources), signs=(*line.signs, *shown), report=chosen[0].report
        )
    return Origin(kind=origins[0][1][0], sources=tuple(sources), signs=shown, report=chosen[0].report)


def _explaining(report: Article, matches: Iterable[Match]) -> list[Match]:
    """Return the matches that together explain most: each further one covers words that those before do not."""
    taken = bytearray(len(report.text))
    chosen = []
    # Of two that explain as much, the earlier one: the other is a copy as well.
    for match in sorted(
        matches, key=lambda m: (-round(m.copy.here_share, 1), str(m.article.published), m.report or "")
    ):
        new = sum(end - start - sum(taken[start:end]) for start, end in (p.here for p in match.copy.passages))
        if new >= NEW_SHARE * len(report.text):
            chosen.append(match)
            for start, end in (p.here for p in match.copy.passages):
                taken[start:end] = b"\1" * (end - start)
    return chosen


def _earlier(report: Article, mine: Outlet | None, match: Match, outlets: Outlets) -> bool:
    other = publisher(match.article, outlets)
    same = other is mine if other or mine else match.article.outlet == report.outlet
    if (same and report.outlet is not None) or report.published is None or match.article.published is None:
        return False
    if match.article.published != report.published:
        return match.article.published < report.published
    from_agency = match.origin is not None and match.origin.kind is OriginKind.AGENCY
    return (other is not None and other.is_agency and not (mine is not None and mine.is_agency)) or from_agency


def _source_of(match: Match, outlets: Outlets) -> tuple[OriginKind, tuple[str, ...]]:
    """Return the kind and names of a matched report's source: whose words that one has, else itself."""
    if match.origin is not None and _takes_words(match.origin):
        return match.origin.kind, match.origin.sources
    other = publisher(match.article, outlets)
    if other is None:
        return OriginKind.OUTLET, (match.article.outlet or match.article.url or match.article.id,)
    return OriginKind.AGENCY if other.is_agency else OriginKind.OUTLET, (other.id,)


def _takes_words(origin: Origin) -> bool:
    """Whether a report of this origin has its words from elsewhere too, not the news alone."""
    return bool(origin.sources) and not origin.told


def _by_text(match: Match, names: Sequence[str], outlets: Outlets) -> Sign:
    where = match.article.outlet or match.article.url or "an earlier report"
    from_ = f", which has it from {_listed(names, outlets)}" if match.origin and _takes_words(match.origin) else ""
    day = f" of {match.article.published}" if match.article.published else ""
    longest = max(match.copy.passages, key=lambda p: p.words)
    return Sign(span=longest.here, why=f"{match.copy.why}: {where}{day}{from_}")


def _cited(this: Report, mine: Outlet | None, outlets: Outlets, signs: Sequence[Found]) -> Origin | None:
    cited = [f for f in signs if f.kind is SignKind.CITED and _foreign(f.source, mine)]
    if cited:
        return _by(cited[0].source or "", [_shown(f) for f in cited if f.source == cited[0].source], outlets)
    through = _through(this.record, mine, outlets)
    return _by(through[0], [through[1]], outlets) if through else None


def _through(record: Record | None, mine: Outlet | None, outlets: Outlets) -> tuple[str, Sign] | None:
    """Return the outlet through which most of a record's claims pass."""
    if record is None or not record.attributions:
        return None
    for outlet in _passing(record, outlets):
        claims = [a for a in record.attributions if any(outlets.resolve(link.name) is outlet for link in a.chain)]
        if outlet is not mine and len(claims) >= MOST_CLAIMS * len(record.attributions):
            span = (claims[0].source or claims[0].cue or (None,))[0]
            return outlet.id, Sign(span=span, why=f"most of what it tells is told by {outlet.name}")
    return None


def _passing(record: Record, outlets: Outlets) -> list[Outlet]:
    links = (link for a in record.attributions for link in a.chain if link.role in (ChainRole.AGENCY, ChainRole.OUTLET))
    return list({o.id: o for link in links if (o := outlets.resolve(link.name)) is not None}.values())


def _by(source: str, signs: Sequence[Sign], outlets: Outlets) -> Origin:
    kind = OriginKind.AGENCY if _is_agency(source, outlets) else OriginKind.OUTLET
    return Origin(kind=kind, sources=(source,), signs=tuple(signs), told=True)


def _own(mine: Outlet | None, signs: Sequence[Found]) -> Origin | None:
    found = [f for f in signs if f.kind is SignKind.OWN or (mine is not None and f.source == mine.id)]
    shown = [_shown(f) for f in found]
    if mine is not None and mine.is_agency:
        shown.append(Sign(span=None, why=f"{mine.name} is an agency, and nothing shows another source"))
    return Origin(kind=OriginKind.OWN, signs=tuple(shown)) if shown else None


def _foreign(source: str | None, mine: Outlet | None) -> bool:
    return source is not None and (mine is None or source != mine.id)


def _is_agency(source: str | None, outlets: Outlets) -> bool:
    outlet = outlets.by_id.get(source or "")
    return outlet is not None and outlet.is_agency


def _listed(names: Sequence[str], outlets: Outlets) -> str:
    return " and ".join(outlets.by_id[n].name if n in outlets.by_id else n for n in names)


def _shown(found: Found) -> Sign:
    return Sign(span=found.span, why=found.why)
