"""Addresses, over a transport that never leaves the process, and once over the loopback."""

import asyncio
import gzip
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import httpx
import pytest

from dateline import FetchError, RefusedError
from dateline.errors import Reason
from dateline.fetch import fetch
from dateline.fetch.web import LaterError, Validators, read_address, read_if_changed

HERE = "https://wire.example/talks"


def answering(*args: object, **fields: object) -> httpx.MockTransport:
    return httpx.MockTransport(lambda _: httpx.Response(*args, **fields))


def failing(error: Exception) -> httpx.MockTransport:
    def handler(_: httpx.Request) -> httpx.Response:
        raise error

    return httpx.MockTransport(handler)


def test_an_address_gives_its_bytes_its_type_and_where_it_led():
    def handler(request: httpx.Request) -> httpx.Response:
        assert request.headers["user-agent"].startswith("dateline/")
        if request.url.path == "/old":
            return httpx.Response(301, headers={"location": "/talks"})
        return httpx.Response(200, content=b"Talks.", headers={"content-type": "text/plain"})

    got = read_address("https://wire.example/old", httpx.MockTransport(handler))
    assert (got.data, got.content_type, got.url) == (b"Talks.", "text/plain", HERE)


@pytest.mark.parametrize(
    ("status", "message"),
    [
        (404, "HTTP 404 Not Found; check the address"),
        (410, "HTTP 410 Gone; the page is gone; look for a copy"),
        (403, "HTTP 403 Forbidden; the site keeps programs out; save the page and read the file"),
        (401, "HTTP 401 Unauthorized; it asks for a login"),
        (429, "HTTP 429 Too Many Requests; the site wants fewer requests; try again later"),
        (503, "HTTP 503 Service Unavailable; try again later"),
        (418, "HTTP 418 I'm a teapot; check the address"),
        (304, "HTTP 304 Not Modified; check the address"),
    ],
)
def test_an_http_error_is_named_with_what_to_do(status, message):
    with pytest.raises(FetchError, match=f"^{HERE}: {message}"):
        read_address(HERE, answering(status))


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (httpx.ConnectError("Name or service not known"), "cannot be reached .*; check the address and the network"),
        (httpx.ReadTimeout("slow"), "no answer within 20 seconds; try again later"),
        (httpx.RemoteProtocolError("cut off"), r"the connection broke \(cut off\); try again"),
        (httpx.ReadError(""), r"the connection broke \(ReadError\); try again"),
    ],
)
def test_a_network_that_fails_is_named_with_what_to_do(error, message):
    with pytest.raises(FetchError, match=f"^{HERE}: {message}"):
        read_address(HERE, failing(error))


def test_redirects_in_a_circle_end():
    with pytest.raises(FetchError, match="more than 5 redirects"):
        read_address(HERE, answering(302, headers={"location": HERE}))


@pytest.mark.parametrize("elsewhere", ["ftp://wire.example/", "file:///etc/hosts"])
def test_a_redirect_does_not_leave_the_web(elsewhere):
    def handler(request: httpx.Request) -> httpx.Response:
        if request.url.scheme != "https":
            raise httpx.UnsupportedProtocol("as the network's transport does")
        return httpx.Response(302, headers={"location": elsewhere})

    with pytest.raises(FetchError, match="an address that is not http or https"):
        read_address(HERE, httpx.MockTransport(handler))


@pytest.mark.parametrize("address", ["http://", "http://[::1", "http://wire.example:port/"])
def test_what_is_no_address_is_named(address):
    with pytest.raises(FetchError, match=r"no address|not http or https"):
        read_address(address)  # nothing is sent


def test_a_password_is_sent_but_told_to_nobody():
    sent = []

    def handler(request: httpx.Request) -> httpx.Response:
        sent.append(request.headers.get("authorization"))
        return httpx.Response(200 if len(sent) == 1 else 404)

    transport = httpx.MockTransport(handler)
    got = read_address("https://ada:secret@wire.example/talks", transport)
    assert sent[0].startswith("Basic ")
    assert (got.name, got.url) == (HERE, HERE)
    with pytest.raises(FetchError, match=HERE) as caught:
        read_address("https://ada:secret@wire.example/talks", transport)
    assert "secret" not in str(caught.value)


def test_more_than_the_limit_is_refused_while_it_comes(monkeypatch):
    monkeypatch.setattr("dateline.fetch.web.MAX_BYTES", 10)
    monkeypatch.setattr("dateline.fetch.fetched.MAX_BYTES", 5_000_000)
    with pytest.raises(RefusedError, match="larger than 5 MB"):
        read_address(HERE, answering(200, content=b"x" * 11))


def test_an_answer_that_drips_for_ever_ends(monkeypatch):
    monkeypatch.setattr("dateline.fetch.web.DEADLINE", 0.05)
    with pytest.raises(FetchError, match="not finished after"):
        read_address(HERE, httpx.MockTransport(lambda _: httpx.Response(200, stream=Dripping())))


class Dripping(httpx.AsyncByteStream):
    """One byte after the other, without an end."""

    async def __aiter__(self):
        while True:
            yield b"x"
            await asyncio.sleep(0.01)


@pytest.fixture
def server():
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            if self.path == "/slow":
                stop.wait(5)
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"Talks.")

        def log_message(self, *_: object) -> None:
            pass

    stop = threading.Event()
    with HTTPServer(("127.0.0.1", 0), Handler) as made:
        thread = threading.Thread(target=made.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield f"http://127.0.0.1:{made.server_port}"
        stop.set()
        made.shutdown()
        thread.join()


def test_a_real_server_is_read_and_a_silent_one_given_up(server, monkeypatch):
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    assert fetch(f"{server}/talks", allow_private=True).data == b"Talks."
    monkeypatch.setattr("dateline.fetch.web.SILENCE", 0.2)
    with pytest.raises(FetchError, match="no answer within 0 seconds"):
        fetch(f"{server}/slow", allow_private=True)


def test_a_gzip_bomb_is_refused_while_it_unpacks(monkeypatch):
    monkeypatch.setattr("dateline.fetch.web.MAX_BYTES", 1_000_000)
    bomb = gzip.compress(bytes(5_000_000))
    with pytest.raises(RefusedError, match="larger than") as caught:
        read_address(HERE, packed(bomb, "gzip"))
    assert caught.value.reason is Reason.TOO_LARGE


@pytest.mark.parametrize("encoding", ["gzip, gzip", "br", "zstd"])
def test_layers_of_compression_and_unasked_ones_are_refused(encoding):
    with pytest.raises(RefusedError, match="packed as"):
        read_address(HERE, packed(b"x", encoding))


def packed(data: bytes, encoding: str) -> httpx.MockTransport:
    class Sent(httpx.AsyncByteStream):
        async def __aiter__(self):
            yield data

    return httpx.MockTransport(lambda _: httpx.Response(200, stream=Sent(), headers={"content-encoding": encoding}))


def test_an_answer_that_has_not_changed_is_none_and_its_validators_are_kept():
    def handler(request: httpx.Request) -> httpx.Response:
        if request.headers.get("if-none-match") == '"v1"':
            return httpx.Response(304)
        return httpx.Response(200, content=b"Talks.", headers={"etag": '"v1"', "last-modified": "Wed, 09 Apr 2031"})

    transport = httpx.MockTransport(handler)
    got = read_if_changed(HERE, Validators(), transport)
    assert (got.etag, got.last_modified) == ('"v1"', "Wed, 09 Apr 2031")
    assert read_if_changed(HERE, Validators(etag=got.etag, last_modified=got.last_modified), transport) is None


@pytest.mark.parametrize(
    ("said", "wait"), [("7", 7.0), ("", None), ("soon", None), ("Wed, 09 Apr 2003 10:00:00 GMT", 0.0)]
)
def test_a_server_that_is_busy_says_when_to_come_back(said, wait):
    with pytest.raises(LaterError, match="HTTP 429") as caught:
        read_address(HERE, answering(429, headers={"retry-after": said}))
    assert caught.value.wait == wait
