"""An http or https address -> bytes, within limits of size, time and redirects."""

import asyncio
import re
import time
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from importlib.metadata import version

import httpx

from dateline.errors import FetchError, Reason, RefusedError
from dateline.fetch.fetched import MAX_BYTES, Fetched, too_large
from dateline.fetch.guard import Guard, PrivateAddressError

SILENCE = 20.0  # seconds without a byte until we give up: slow newspapers answer within 10
DEADLINE = 90.0  # seconds for the whole answer, or a server that sends drop by drop would hold us for ever
MAX_REDIRECTS = 5  # http -> https -> www -> consent -> article; more is a loop
# One layer of these alone: a small answer in several layers of compression can unpack to any size between two looks.
ENCODINGS = ("", "identity", "gzip", "deflate")
CREDENTIALS = re.compile(r"(?<=//)[^/?#]*@")
AGENT = f"dateline/{version('dateline')} (+https://github.com/dateline/dateline)"
ADVICE = {
    401: "it asks for a login; save the page and read the file",
    403: "the site keeps programs out; save the page and read the file",
    404: "check the address",
    410: "the page is gone; look for a copy",
    429: "the site wants fewer requests; try again later",
}
REASONS = {401: Reason.NOT_ALLOWED, 403: Reason.NOT_ALLOWED, 404: Reason.NOT_FOUND, 410: Reason.NOT_FOUND}
UNCHANGED = 304


class LaterError(FetchError):
    """A server that wants to be asked later. wait: after so many seconds, None where it does not say."""

    def __init__(self, message: str, wait: float | None) -> None:
        super().__init__(message, reason=Reason.NOT_REACHED)
        self.wait = wait


@dataclass(frozen=True, slots=True, kw_only=True)
class Validators:
    """What a server said of its last answer, to ask it for a newer one: the headers ETag and Last-Modified."""

    etag: str | None = None
    last_modified: str | None = None

    @property
    def headers(self) -> dict[str, str]:
        """The request's headers."""
        pairs = (("If-None-Match", self.etag), ("If-Modified-Since", self.last_modified))
        return {name: value for name, value in pairs if value}


def read_address(
    address: str, transport: httpx.AsyncBaseTransport | None = None, *, allow_private: bool = False
) -> Fetched:
    """Return what the address holds, redirects followed.

    transport: what carries the request, the network if None. allow_private: whether it may lead to this machine or a
    private network. A name or password in the address is sent, but is in no message and not in the result's `url`.
    Raises FetchError if there is no answer or an HTTP error, LaterError if the server wants to be asked later.
    """
    fetched = _run(address, transport or Guard(allow_private=allow_private), Validators())
    if fetched is None:
        name = CREDENTIALS.sub("", address)
        raise FetchError(f"{name}: HTTP 304 Not Modified; check the address", reason=Reason.NOT_REACHED)
    return fetched


def read_if_changed(
    address: str,
    seen: Validators,
    transport: httpx.AsyncBaseTransport | None = None,
    *,
    allow_private: bool = False,
) -> Fetched | None:
    """Return what the address holds, as `read_address` does, or None if it holds what it did when `seen` was said."""
    return _run(address, transport or Guard(allow_private=allow_private), seen)


def _run(address: str, transport: httpx.AsyncBaseTransport, seen: Validators) -> Fetched | None:
    name = CREDENTIALS.sub("", address)
    try:
        return asyncio.run(_within_deadline(address, name, transport, seen))
    except TimeoutError as error:
        message = f"{name}: not finished after {DEADLINE:.0f} seconds; try again later"
        raise FetchError(message, reason=Reason.NOT_REACHED) from error
    except (httpx.HTTPError, httpx.InvalidURL, UnicodeError) as error:
        reason = Reason.PRIVATE if isinstance(error, PrivateAddressError) else Reason.NOT_REACHED
        raise FetchError(f"{name}: {_failure(error)}", reason=reason) from error


async def _within_deadline(
    address: str, name: str, transport: httpx.AsyncBaseTransport, seen: Validators
) -> Fetched | None:
    async with asyncio.timeout(DEADLINE):
        return await _answer(address, name, transport, seen)


async def _answer(address: str, name: str, transport: httpx.AsyncBaseTransport, seen: Validators) -> Fetched | None:
    headers = {"User-Agent": AGENT, "Accept-Encoding": "gzip, deflate", **seen.headers}
    async with (
        httpx.AsyncClient(
            follow_redirects=True,
            max_redirects=MAX_REDIRECTS,
            timeout=SILENCE,
            headers=headers,
            transport=transport,
        ) as client,
        client.stream("GET", address) as response,
    ):
        if response.status_code == UNCHANGED and seen.headers:
            return None
        if not response.is_success:
            raise _refusal(response, name)
        data = await _body(response, name)
        return Fetched(
            data=data,
            name=name,
            content_type=response.headers.get("content-type"),
            url=str(response.url.copy_with(username=None, password=None)),
            etag=response.headers.get("etag"),
            last_modified=response.headers.get("last-modified"),
        )


async def _body(response: httpx.Response, name: str) -> bytes:
    encoding = response.headers.get("content-encoding", "").strip().lower()
    if encoding not in ENCODINGS:
        raise RefusedError(f"{name}: packed as {encoding[:40]!r}, which is not read", reason=Reason.FORMAT)
    data = bytearray()
    async for chunk in response.aiter_bytes():  # a piece of the network's 64 KB, unpacked: 64 MB at the very most
        data += chunk
        if len(data) > MAX_BYTES:
            raise too_large(name)
    return bytes(data)


def _refusal(response: httpx.Response, name: str) -> FetchError:
    code = response.status_code
    advice = ADVICE.get(code) or ("try again later" if code >= 500 else "check the address")
    message = f"{name}: " + f"HTTP {code} {response.reason_phrase}".rstrip() + f"; {advice}"
    if code in (429, 503):
        return LaterError(message, _retry_after(response.headers))
    return FetchError(message, reason=REASONS.get(code, Reason.NOT_REACHED))


def _retry_after(headers: httpx.Headers) -> float | None:
    """Return the seconds that the server asks us to wait: a number, or until a date."""
    asked = headers.get("retry-after", "").strip()
    try:
        if asked.isdecimal():
            return float(asked)
        return max(0.0, parsedate_to_datetime(asked).timestamp() - time.time()) if asked else None
    except (ValueError, OverflowError):
        return None


def _failure(error: Exception) -> str:
    match error:
        case PrivateAddressError():
            return f"leads to a private network or this machine ({error}); --allow-private lets it"
        case httpx.TimeoutException():
            return f"no answer within {SILENCE:.0f} seconds; try again later"
        case httpx.TooManyRedirects():
            return f"more than {MAX_REDIRECTS} redirects; give the article's final address"
        case httpx.UnsupportedProtocol():
            return "leads to an address that is not http or https; check the address"
        case httpx.ConnectError():
            return f"cannot be reached ({error}); check the address and the network"
        case httpx.InvalidURL() | UnicodeError():
            return f"no address ({error}); check the spelling"
        case _:
            return f"the connection broke ({str(error) or type(error).__name__}); try again"
