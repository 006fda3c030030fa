"""outlets.csv, owners.csv -> who publishes, and to whom it belongs: outlets by name, alias or address, and their owners."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import BeforeValidator

from dateline.errors import LexiconError
from dateline.lexicons.loading import TableRow, check_unique, read_csv
from dateline.records.folding import fold


class OutletKind(StrEnum):
    """What kind of publisher an outlet is."""

    AGENCY = "agency"
    STATE_AGENCY = "state agency"
    NEWSPAPER = "newspaper"
    BROADCASTER = "broadcaster"
    ONLINE = "online"
    MAGAZINE = "magazine"
    GOVERNMENT = "government site"
    PARTY = "party organ"


class OwnerKind(StrEnum):
    """What kind of owner stands behind an outlet."""

    STATE = "state"
    PUBLIC = "public"
    PRIVATE = "private"
    PARTY = "party"
    FAMILY = "family"
    COOPERATIVE = "cooperative"
    FOUNDATION = "foundation"


def _parts(value: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in value.split(";")) if value else ()


Parts = Annotated[tuple[str, ...], BeforeValidator(_parts)]
Maybe = Annotated[str | None, BeforeValidator(lambda value: value or None)]


class Owner(TableRow):
    """Who owns outlets or other owners. parent: the owner that it belongs to; source: where that is said."""

    id: str
    name: str
    kind: OwnerKind
    country: Maybe
    parent: Maybe
    source: Maybe


class Outlet(TableRow):
    """One outlet. owner: None where we are not sure; the owner's row says where the ownership is known from."""

    id: str
    name: str
    aliases: Parts
    domains: Parts
    country: Maybe
    kind: OutletKind
    owner: Maybe
    wikidata: Maybe

    @property
    def is_agency(self) -> bool:
        """Whether others print what it writes."""
        return self.kind in (OutletKind.AGENCY, OutletKind.STATE_AGENCY)


@dataclass(frozen=True, slots=True)
class Outlets:
    """The tables, asked by id, by name or alias, by address."""

    by_id: Mapping[str, Outlet]
    owners: Mapping[str, Owner]
    names: Mapping[str, str]
    domains: Mapping[str, str]

    def resolve(self, name: str | None) -> Outlet | None:
        """Return the outlet of this name or alias, whatever its case, accents and article; None if unknown."""
        found = self.names.get(name_key(name)) if name else None
        return self.by_id[found] if found else None

    def at(self, url: str | None) -> Outlet | None:
        """Return the outlet whose page an address or a host name is; None if unknown."""
        labels = _host(url).split(".") if url else []
        for first in range(len(labels) - 1):
            if found := self.domains.get(".".join(labels[first:])):
                return self.by_id[found]
        return None

    def find(self, name: str | None, url: str | None = None) -> Outlet | None:
        """Return the outlet that the name or else the address says; a name may be an address ("reuters.com")."""
        return self.resolve(name) or (self.at(name) if name and "." in name else None) or self.at(url)

    def owners_of(self, outlet: Outlet) -> Iterator[Owner]:
        """Yield the outlet's owner, the owner's owner, and so on."""
        owner = outlet.owner
        while owner is not None:
            yield self.owners[owner]
            owner = self.owners[owner].parent

    def shared_owner(self, a: Outlet, b: Outlet) -> Owner | None:
        """Return the nearest owner that two outlets have in common, None if none is known."""
        mine = {owner.id for owner in self.owners_of(a)}
        return next((owner for owner in self.owners_of(b) if owner.id in mine), None)


@cache
def load_outlets() -> Outlets:
    """Return the checked tables. Raises LexiconError that names the row."""
    outlets = read_csv("outlets.csv", Outlet)
    owner_rows = read_csv("owners.csv", Owner)
    check_unique("owners.csv", (owner.id for owner in owner_rows))
    owners = {owner.id: owner for owner in owner_rows}
    check_unique("outlets.csv", (outlet.id for outlet in outlets))
    names: dict[str, str] = {}
    domains: dict[str, str] = {}
    for outlet in outlets:
        if outlet.owner is not None and outlet.owner not in owners:
            raise LexiconError(f"lexicons/outlets.csv: {outlet.id}: no owner {outlet.owner!r} in owners.csv")
        for name in {name_key(n) for n in (outlet.name, *outlet.aliases)}:
            _enter(names, name, outlet.id)
        for domain in outlet.domains:
            _enter(domains, domain, outlet.id)
    _check_owners(owners)
    return Outlets({o.id: o for o in outlets}, owners, names, domains)


def name_key(name: str) -> str:
    """Return a name as it is looked up: folded, without stops, hyphens and a leading article."""
    words = fold(name).replace(".", "").replace("-", " ").replace("’", "'").split()
    return " ".join(words[1:] if words[:1] == ["the"] and len(words) > 1 else words)


def _enter(table: dict[str, str], key: str, outlet: str) -> None:
    if (other := table.setdefault(key, outlet)) != outlet:
        raise LexiconError(f"lexicons/outlets.csv: {key!r} is {other}'s and {outlet}'s")


def _check_owners(owners: Mapping[str, Owner]) -> None:
    check_unique("owners.csv", (name_key(owner.name) for owner in owners.values()))
    for owner in owners.values():
        seen, at = {owner.id}, owner.parent
        while at is not None:
            if at not in owners or at in seen:
                raise LexiconError(f"lexicons/owners.csv: {owner.id}: parent {at!r} is unknown or its own child")
            seen.add(at)
            at = owners[at].parent


def _host(url: str) -> str:
    try:
        host = urlsplit(url if "//" in url else f"//{url}").hostname or ""
    except ValueError:  # an address that is none
        host = ""
    return host
