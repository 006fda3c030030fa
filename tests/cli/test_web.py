"""dateline read ADDRESS, from a server on this machine."""

import json
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

STORY = (
    "<p>Norwegian Foreign Minister Ada Berg met Danish Prime Minister Ivo Kral in Oslo on Monday, her ministry said.</p>"
    "<p>The two sides signed an agreement on fishing, and they will meet again in June to talk about the limits of the zone.</p>"
    "<p>Fishermen on both coasts had asked for the agreement, which comes after a year of talks between the two ministries.</p>"
)
HEAD = """<title>Berg meets Kral</title><meta property="og:site_name" content="Harbour Wire">
<meta property="article:published_time" content="2031-04-09T10:00:00Z">"""
PAGES = {
    "/talks": (
        "text/html; charset=utf-8",
        f"<html><head>{HEAD}</head><body><article><h1>Berg meets Kral</h1>{STORY}</article>",
    ),
    "/consent": ("text/html", "<html><body><p>Please accept our cookies.</p>"),
    "/talks.json": ("application/json", '{"text": "Talks resumed.", "published": "2031-04-09"}'),
    "/picture": ("image/png", "\x89PNG\r\n"),
}


@pytest.fixture
def site(monkeypatch):
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            kind, page = PAGES.get(self.path, (None, ""))
            if kind is None:
                self.send_error(404)
                return
            self.send_response(200)
            self.send_header("Content-Type", kind)
            self.end_headers()
            self.wfile.write(page.encode("latin-1"))

        def log_message(self, *_: object) -> None:
            pass

    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def test_a_page_is_read_with_its_title_outlet_day_and_address(run, site):
    result = run("read", f"{site}/talks", "--json", "--allow-private")
    assert (result.exit_code, result.stderr) == (0, "")
    article = json.loads(result.stdout)["article"]
    assert (article["title"], article["outlet"], article["published"]) == (
        "Berg meets Kral",
        "Harbour Wire",
        "2031-04-09",
    )
    assert article["url"] == f"{site}/talks"
    assert article["text"].startswith("Norwegian Foreign Minister Ada Berg met")


def test_json_from_a_server_is_read_by_its_type(run, site):
    assert (
        json.loads(run("read", f"{site}/talks.json", "--json", "--allow-private").stdout)["article"]["text"]
        == "Talks resumed."
    )


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("/nowhere", "HTTP 404 Not Found; check the address"),
        ("/consent", "no article on this page; give the address of one article, or its text"),
        ("/picture", "a PNG image; save its text and read that"),
    ],
)
def test_what_an_address_does_not_give_is_one_line(run, site, path, message):
    result = run("read", f"{site}{path}", "--allow-private")
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", f"dateline: {site}{path}: {message}\n")


def test_a_server_that_is_not_there_is_one_line(run, site):
    result = run("read", "http://127.0.0.1:1/talks", "--allow-private")
    assert result.exit_code == 1
    assert result.stderr.startswith("dateline: http://127.0.0.1:1/talks: cannot be reached (")
    assert result.stderr.endswith("; check the address and the network\n")


def test_this_machine_is_not_read_unless_allowed(run, site):
    result = run("read", f"{site}/talks")
    what = "leads to a private network or this machine (127.0.0.1); --allow-private lets it"
    assert (result.exit_code, result.stderr) == (1, f"dateline: {site}/talks: {what}\n")
