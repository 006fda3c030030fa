"""Private addresses, in all their disguises: never asked, neither first nor after a redirect."""

import asyncio
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import httpx
import pytest

from dateline import FetchError
from dateline.errors import Reason
from dateline.fetch import fetch
from dateline.fetch.guard import Guard, is_public
from dateline.fetch.web import read_address


@pytest.mark.parametrize(
    "number",
    [
        *("127.0.0.1", "127.8.9.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1"),
        *("0.0.0.0", "255.255.255.255", "224.0.0.1", "240.0.0.1", "192.0.2.1", "198.18.0.1"),  # noqa: S104
        *("::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "fd12::1", "fec0::1", "ff02::1", "2001:db8::1"),
        *("::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "2002:a00:1::"),
    ],
)
def test_a_private_number_is_not_public(number):
    assert not is_public(number)


@pytest.mark.parametrize("number", ["93.184.216.34", "2606:4700::1111", "::ffff:93.184.216.34", "64:ff9b::808:808"])
def test_a_machine_on_the_internet_is_public(number):
    assert is_public(number)


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "2130706433",
        "0x7f.1",
        "127.1",
        "localhost",
        "[::1]",
        "[::ffff:7f00:1]",
        "0",
        "10.0.0.1",
    ],
)
def test_every_way_to_write_a_private_address_is_refused(host, monkeypatch):
    monkeypatch.setenv("NO_PROXY", "*")
    with pytest.raises(FetchError, match=r"leads to a private network or this machine .*; --allow-private") as caught:
        fetch(f"http://{host}:1/talks")
    assert caught.value.reason is Reason.PRIVATE


def test_octal_numbers_are_no_address():
    with pytest.raises(FetchError, match="no address"):
        fetch("http://0177.0.0.1:1/talks")


@pytest.fixture
def server(monkeypatch):
    asked: list[tuple[str, str]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append((self.headers["Host"], self.path))
            self.send_response(302 if self.path == "/away" else 200)
            if self.path == "/away":
                self.send_header("Location", f"http://metadata.example:{made.server_port}/secrets")
            self.end_headers()
            self.wfile.write(b"Talks.")

        def log_message(self, *_: object) -> None:
            pass

    monkeypatch.setenv("NO_PROXY", "*")
    with HTTPServer(("127.0.0.1", 0), Handler) as made:
        thread = threading.Thread(target=made.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield made.server_port, asked
        made.shutdown()
        thread.join()


@pytest.fixture
def public_is_here(monkeypatch):
    """Let the test's server pass for a public machine: its number is the only one that is judged so."""
    monkeypatch.setattr("dateline.fetch.guard.is_public", lambda number: number == "127.0.0.1")


def test_a_redirect_to_a_private_network_is_not_followed(server, public_is_here):
    port, asked = server
    names = {"wire.example": ["127.0.0.1"], "metadata.example": ["169.254.169.254"]}
    guard = Guard(resolve=lambda host, _: names[host])
    with pytest.raises(FetchError, match=r"\(metadata.example is 169.254.169.254\)"):
        read_address(f"http://wire.example:{port}/away", guard)
    assert asked == [(f"wire.example:{port}", "/away")]


def test_the_connection_goes_to_the_number_that_was_judged(server, public_is_here):
    """DNS rebinding: the second answer would be another one, but nobody asks twice."""
    port, asked = server
    answers = iter([["127.0.0.1"]])
    got = read_address(f"http://wire.example:{port}/talks", Guard(resolve=lambda *_: next(answers)))
    assert (got.data, got.url) == (b"Talks.", f"http://wire.example:{port}/talks")
    assert asked == [(f"wire.example:{port}", "/talks")]


def test_a_name_with_one_private_number_among_public_ones_is_refused():
    guard = Guard(resolve=lambda *_: ["93.184.216.34", "10.0.0.1"])
    with pytest.raises(FetchError, match=r"\(wire.example is 10.0.0.1\)"):
        read_address("http://wire.example/talks", guard)


def test_the_next_number_is_tried_where_one_does_not_answer(server, public_is_here, monkeypatch):
    monkeypatch.setattr("dateline.fetch.guard.is_public", lambda _: True)
    port, _ = server
    guard = Guard(resolve=lambda *_: ["::1", "127.0.0.1"])
    assert read_address(f"http://wire.example:{port}/talks", guard).data == b"Talks."


def test_behind_a_proxy_the_proxy_connects_but_a_private_address_is_not_asked_for(server, monkeypatch):
    port, asked = server
    monkeypatch.delenv("NO_PROXY")
    monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{port}")
    unknown = Guard(resolve=_no_such_name)
    assert read_address("http://wire.example/talks", unknown).data == b"Talks."
    assert asked == [("wire.example", "http://wire.example/talks")]
    with pytest.raises(FetchError, match="private network"):
        read_address("http://10.0.0.1/talks")


def _no_such_name(*_: object) -> list[str]:
    raise OSError("Name or service not known")


def test_a_name_that_is_not_known_is_named_with_what_to_do(monkeypatch):
    monkeypatch.setenv("NO_PROXY", "*")
    with pytest.raises(FetchError, match=r"cannot be reached \(Name or service not known\)"):
        read_address("http://wire.example/talks", Guard(resolve=_no_such_name))


def test_a_request_for_another_scheme_is_not_sent():
    with pytest.raises(httpx.UnsupportedProtocol):
        asyncio.run(Guard().handle_async_request(httpx.Request("GET", "ftp://wire.example/")))
