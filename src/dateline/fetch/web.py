"""An http or https address -> bytes, within limits of size, time and redirects."""

import re
from importlib.metadata import version
from time import monotonic

import httpx

from dateline.errors import FetchError
from dateline.fetch.fetched import MAX_BYTES, Fetched, too_large

SILENCE = 20.0  # seconds without a byte until we give up: slow newspapers answer within 10
DEADLINE = 90.0  # seconds for the whole answer, or a server that sends drop by drop would hold us for ever
MAX_REDIRECTS = 5  # http -> https -> www -> consent -> article; more is a loop
CREDENTIALS = re.compile(r"(?<=//)[^/?#]*@")
ADVICE = {
    401: "it asks for a login; save the page and read the file",
    403: "the site keeps programs out; save the page and read the file",
    404: "check the address",
    410: "the page is gone; look for a copy",
    429: "the site wants fewer requests; try again later",
}


def read_address(address: str, transport: httpx.BaseTransport | None = None) -> Fetched:
    """Return what the address holds, redirects followed.

    transport: what carries the request, the network if None. A name or password in the address is sent, but is in
    no message and not in the result's `url`. Raises FetchError if there is no answer or an HTTP error.
    """
    name = CREDENTIALS.sub("", address)
    agent = {"User-Agent": f"dateline/{version('dateline')} (+https://github.com/dateline/dateline)"}
    try:
        with (
            httpx.Client(
                follow_redirects=True,
                max_redirects=MAX_REDIRECTS,
                timeout=SILENCE,
                headers=agent,
                transport=transport,
            ) as client,
            client.stream("GET", address) as response,
        ):
            if not response.is_success:
                raise FetchError(f"{name}: {_status(response)}")
            data = _body(response, name)
            final = response.url.copy_with(username=None, password=None)
            content_type = response.headers.get("content-type")
    except (httpx.HTTPError, httpx.InvalidURL, UnicodeError) as error:
        raise FetchError(f"{name}: {_failure(error)}") from error
    return Fetched(data=data, name=name, content_type=content_type, url=str(final))


def _body(response: httpx.Response, name: str) -> bytes:
    data, start = bytearray(), monotonic()
    for chunk in response.iter_bytes():
        data += chunk
        if len(data) > MAX_BYTES:
            raise too_large(name)
        if monotonic() - start > DEADLINE:
            raise FetchError(f"{name}: not finished after {DEADLINE:.0f} seconds; try again later")
    return bytes(data)


def _status(response: httpx.Response) -> str:
    code = response.status_code
    advice = ADVICE.get(code) or ("try again later" if code >= 500 else "check the address")
    return f"HTTP {code} {response.reason_phrase}".rstrip() + f"; {advice}"


def _failure(error: Exception) -> str:
    match error:
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
