"""Many addresses, politely: one request at a time, a pause between two at one host, and never against its wishes."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from protego import Protego

from dateline.errors import FetchError, Reason, RefusedError
from dateline.fetch.fetched import Fetched
from dateline.fetch.web import CREDENTIALS, LaterError, Validators, read_if_changed

PAUSE = 1.0  # seconds between two requests at one host; what crawlers' manners ask for where robots.txt says nothing
LONGEST_PAUSE = 30.0  # seconds, whatever robots.txt asks for
LONGEST_WAIT = 60.0  # seconds that we wait for a busy server; a longer wait is for another run
ENOUGH_FAILURES = 3  # answers in a row that a host fails to give, after which it is left alone for this run
ROBOT = "dateline"

NOTHING_SEEN = Validators()
Read = Callable[[str, Validators], Fetched | None]


@dataclass(slots=True)
class _Host:
    """What is known of a host in this run."""

    free_at: float = 0.0
    pause: float = field(default_factory=lambda: PAUSE)
    failures: int = 0
    closed: str | None = None
    robots: Protego | str | None = None


@dataclass(slots=True, kw_only=True)
class Visitor:
    """Who asks. read: what asks once; the network, with or without private ones, if not given."""

    allow_private: bool = False
    read: Read | None = None
    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic
    _hosts: dict[str, _Host] = field(default_factory=dict)

    def visit(self, address: str, seen: Validators = NOTHING_SEEN) -> Fetched | None:
        """Return what an address that a person named holds; None if it is what it was when `seen` was said.

        Raises ReadError if it gives nothing, and at once if its host has given nothing or wanted peace before.
        """
        host = self._host(address)
        if host.closed:
            raise FetchError(f"{_name(address)}: {host.closed}", reason=Reason.NOT_REACHED)
        try:
            fetched = self._ask(address, seen, host)
        except LaterError:
            host.closed = "its server wanted to be left alone; try again later"
            raise
        except FetchError as error:
            host.failures = host.failures + 1 if error.reason is Reason.NOT_REACHED else 0
            if host.failures >= ENOUGH_FAILURES:
                host.closed = f"its server has failed {ENOUGH_FAILURES} times in this run; try again later"
            raise
        host.failures = 0
        return fetched

    def follow(self, address: str) -> Fetched:
        """Return what an address that no person but a feed named holds, if the host's robots.txt lets us.

        Raises ReadError if it gives nothing or robots.txt closes it.
        """
        self._check_robots(address)
        fetched = self.visit(address)
        if fetched is None:
            message = f"{_name(address)}: HTTP 304 Not Modified, unasked; try again later"
            raise FetchError(message, reason=Reason.NOT_REACHED)
        return fetched

    def _host(self, address: str) -> _Host:
        return self._hosts.setdefault(_site(address), _Host())

    def _ask(self, address: str, seen: Validators, host: _Host) -> Fetched | None:
        try:
            return self._once(address, seen, host)
        except LaterError as error:
            if error.wait is None or error.wait > LONGEST_WAIT:
                raise
            self.sleep(error.wait)
            return self._once(address, seen, host)

    def _once(self, address: str, seen: Validators, host: _Host) -> Fetched | None:
        if (wait := host.free_at - self.clock()) > 0:
            self.sleep(wait)
        try:
            if self.read is not None:
                return self.read(address, seen)
            return read_if_changed(address, seen, allow_private=self.allow_private)
        finally:
            host.free_at = self.clock() + host.pause

    def _check_robots(self, address: str) -> None:
        host = self._host(address)
        if host.robots is None:
            host.robots = self._robots(address)
            if isinstance(host.robots, Protego):
                host.pause = min(max(PAUSE, host.robots.crawl_delay(ROBOT) or 0.0), LONGEST_PAUSE)
        if isinstance(host.robots, str):
            raise FetchError(f"{_name(address)}: {host.robots}", reason=Reason.NOT_REACHED)
        if not host.robots.can_fetch(address, ROBOT):
            message = f"{_name(address)}: its site's robots.txt keeps programs out; save the page and add the file"
            raise FetchError(message, reason=Reason.NOT_ALLOWED)

    def _robots(self, address: str) -> Protego | str:
        """Return a site's rules: none where it has none; why not where it does not answer (RFC 9309, 2.3.1)."""
        try:
            fetched = self.visit(f"{_site(address)}/robots.txt")
        except RefusedError:
            return Protego.parse("")
        except FetchError as error:
            if error.reason in (Reason.NOT_FOUND, Reason.NOT_ALLOWED):
                return Protego.parse("")
            return "its site's robots.txt cannot be read; try again later"
        return Protego.parse(fetched.data[:500_000].decode("utf-8", "replace") if fetched else "")


def _name(address: str) -> str:
    """Return an address for messages, without a name and password in it."""
    return CREDENTIALS.sub("", address)


def _site(address: str) -> str:
    try:
        parts = urlsplit(address)
    except ValueError as error:
        raise FetchError(f"{_name(address)}: no address ({error}); check the spelling") from error
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}".lower()
