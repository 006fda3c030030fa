"""A record and the text of a paper that it speaks of -> each described provision: confirmed, contradicted, not found."""

import re
from collections import Counter
from collections.abc import Iterator

from dateline.records import Instrument, InstrumentKind, Provision, ProvisionType, Record
from dateline.records.checked import Checked, Verdict
from dateline.records.days import later
from dateline.records.resolution import Duty, Resolution
from dateline.resolutions.units import Unit, is_content, read_units, stem, tokens, weigh

# Share of a claim's weight that a paragraph must hold to bear on it; 0.4 to 0.6 tried on reworded accounts.
BEARS = 0.5
_RESOLUTIONS = {InstrumentKind.DRAFT_RESOLUTION, InstrumentKind.RESOLUTION}
_NUMBER = re.compile(r"\b\d{2,4}\b")
_NOT = re.compile(
    r"\b(?:not(?!\s+(?:later|more|less|only|exceeding|limited))|no(?!\s+later)|never|nor)\b", re.IGNORECASE
)
# What a name is called by anybody: such words do not set one bearer apart from another.
_GENERIC = frozenset(
    [
        "states",
        "members",
        "member",
        "parties",
        "governments",
        "government",
        "council",
        "security",
        "united",
        "nations",
        "un",
        "all",
    ]
)
_MEASURES = {ProvisionType.ESTABLISHMENT, ProvisionType.EXTENSION, ProvisionType.TERMINATION}
_LASTING = {*_MEASURES, ProvisionType.AUTHORIZATION}


def same_paper(instrument: Instrument, resolution: Resolution) -> bool:
    """Does the article's instrument name this paper, by number or symbol?"""
    words = f"{instrument.name} {instrument.symbol or ''}"
    if resolution.symbol and resolution.symbol in words:
        return True
    return resolution.number is not None and re.search(rf"\b{resolution.number}\b", words) is not None


def check_record(record: Record, resolution: Resolution) -> tuple[Checked, ...]:
    """Return what the record says of the paper, each claim against the text.

    The claims are those of the instrument that names the paper; where none does, those of all drafts and resolutions
    that the article speaks of without a number of their own.
    """
    units = [u for u in read_units(resolution) if u.operative]
    named = [i.id for i in record.instruments if same_paper(i, resolution)]
    unnumbered = [i.id for i in record.instruments if i.kind in _RESOLUTIONS and not _NUMBER.search(i.name)]
    accounts = [tuple(p for p in record.provisions if p.instrument == i) for i in named or unnumbered]
    if not named and len(accounts) > 1:  # rival drafts: the one whose account the text bears out best
        accounts = [max(accounts, key=lambda claims: sum(_bearing(_words(c), units)[1] for c in claims))]
    return tuple(_check(claim, record, resolution, units) for claims in accounts for claim in claims)


def _words(claim: Provision) -> str:
    return " ".join([claim.action, *(p for p in claim.purposes if p not in claim.action)])


def _check(claim: Provision, record: Record, resolution: Resolution, units: list[Unit]) -> Checked:
    span = claim.evidence[0]
    words = _words(claim)
    quote = " ".join(record.quote(span).split())
    told = {stem(w) for w in tokens(words) if is_content(w)}
    best, share = _bearing(words if len(told) > 1 else quote, units)
    if best is None or share < BEARS or _other_measure(claim, best):
        return Checked(claim=words, verdict=Verdict.NOT_FOUND, quote=quote, quote_span=span)
    against, agreeing = _held(claim, best, resolution)
    if bool(_NOT.search(claim.action)) != bool(_NOT.search(_clause(best, claim))) and share > 0.7:
        against = (*against, "one of the two says not")
    return Checked(
        claim=words,
        verdict=Verdict.CONTRADICTED if against else Verdict.CONFIRMED,
        quote=quote,
        quote_span=span,
        ref=best.side.ref,
        passage=best.side.text,
        passage_span=best.side.span,
        details=(*against, *agreeing),
    )


def _bearing(words: str, units: list[Unit]) -> tuple[Unit | None, float]:
    """Return the paragraph that holds most of the words' weight, with that share."""
    wanted = Counter(stem(w) for w in tokens(words) if is_content(w))
    if not wanted:
        return None, 0.0
    weights = weigh(units)
    unseen = max(weights.values(), default=1.0)
    total = sum(weights.get(s, unseen) for s in wanted)
    shares = [(sum(weights.get(s, unseen) for s in wanted if s in u.stems) / total, -u.rank, u) for u in units]
    if not shares:
        return None, 0.0
    share, _, best = max(shares, key=lambda entry: entry[:2])
    return best, share


def _other_measure(claim: Provision, unit: Unit) -> bool:
    """Does the claim extend, set up or end what the paragraph does another of these to?"""
    done = {d.type for d in unit.duties} & _MEASURES
    return claim.type in _MEASURES and bool(done) and claim.type not in done


def _held(claim: Provision, unit: Unit, resolution: Resolution) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return what contradicts and what agrees: ends, deadlines, bearers."""
    against: list[str] = []
    agreeing: list[str] = []
    for name, said, printed in (
        ("ends", claim.expires, _ends(claim, unit, resolution)),
        ("due", claim.deadline, [d.deadline for d in unit.duties]),
    ):
        known = [_as_day(p, resolution.adopted) for p in printed if p]
        meant = _as_day(said, resolution.adopted) if said else None
        if meant is None or not known:
            continue
        if any(_same_day(meant, k) for k in known):
            agreeing.append(f"{name}: {said}")
        elif _is_date(meant) and all(_is_date(k) for k in known):
            against.append(f"{name}: {said}, the text has {', '.join(known)}")
    bearers = [d.bearer for d in unit.duties if d.bearer]
    if claim.bearer and bearers and any(is_content(w) for w in tokens(claim.bearer)):
        if any(_alike(claim.bearer, b) for b in bearers):
            agreeing.append(f"bearer: {claim.bearer}")
        elif _is_another(claim.bearer, bearers, unit, resolution):
            against.append(f"bearer: {claim.bearer}, the text has {', '.join(dict.fromkeys(bearers))}")
    return tuple(against), tuple(agreeing)


def _ends(claim: Provision, unit: Unit, resolution: Resolution) -> list[str | None]:
    """Return when what the paragraph sets up ends; a mandate's end may stand in another paragraph than its tasks."""
    here = [d.expires for d in unit.duties if d.expires]
    elsewhere = {d.expires for d in resolution.provisions if d.expires}
    return [*here] or ([*elsewhere] if claim.type in _LASTING and len(elsewhere) == 1 else [])


def _is_another(name: str, bearers: list[str], unit: Unit, resolution: Resolution) -> bool:
    """Is the name surely not one of the bearers: both are proper names, and the text does not speak of it here?"""
    proper = _is_proper(name) and all(_is_proper(b) for b in bearers)
    return proper and not _alike(name, unit.side.text) and not _abbreviates(name, resolution.text)


def _is_proper(name: str) -> bool:
    return any(len(w) > 1 and w[0].isupper() and w.lower() not in _GENERIC for w in tokens(name))


def _as_day(term: str, adopted: str | None) -> str:
    return later(term, adopted) if term.startswith("P") and adopted else term


def _is_date(value: str) -> bool:
    return re.fullmatch(r"\d{4}(?:-\d\d(?:-\d\d)?)?", value) is not None


def _same_day(one: str, other: str) -> bool:
    """Equal as far as the less exact of the two goes."""
    length = min(len(one), len(other))
    return one[:length] == other[:length]


def _alike(one: str, other: str) -> bool:
    words = [{stem(w) for w in tokens(text) if is_content(w)} for text in (one, other)]
    return bool(words[0] & words[1]) or not words[0]


def _abbreviates(name: str, text: str) -> bool:
    """Is the name the initials of capitalized words in the text ("ISF")?"""
    initials = "".join(w[0] for w in tokens(text) if w[:1].isupper())
    return any(len(w) > 1 and w.isupper() and w in initials for w in tokens(name))


def _clause(unit: Unit, claim: Provision) -> str:
    """Return the words of the paragraph's duty that is nearest to the claim, else the whole paragraph."""
    ranked = sorted(_shares(unit.duties, claim), key=lambda entry: -entry[0])
    return ranked[0][1].action if ranked else unit.side.text


def _shares(duties: tuple[Duty, ...], claim: Provision) -> Iterator[tuple[int, Duty]]:
    wanted = {stem(w) for w in tokens(claim.action) if is_content(w)}
    for duty in duties:
        yield len(wanted & {stem(w) for w in tokens(duty.action)}), duty
