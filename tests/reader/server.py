"""An article of our own, a right answer to it, and what a server may do instead."""

import json
import time
from datetime import date
from http.server import BaseHTTPRequestHandler
from typing import Any

from dateline import Article

TEXT = (
    "Norwegian Foreign Minister Ada Berg met Danish envoy Ivo Kral in Oslo on Monday, her ministry said.\n\n"
    "“We have signed the fisheries agreement,” Berg said. Kral said that the agreement obliges both states to\n"
    "share their catch reports within 60 days."
)
ARTICLE = Article(text=TEXT, published=date(2031, 4, 9))
KEY = "sk-very-secret-9731"


def quote(words: str, around: str | None = None) -> dict[str, Any]:
    return {"words": words, "around": around}


def good() -> dict[str, Any]:
    """An answer that is right in everything."""
    met = quote("Norwegian Foreign Minister Ada Berg met Danish envoy Ivo Kral in Oslo on Monday")
    signed = quote('"We have signed the fisheries agreement,"')
    return {
        "actors": [
            {
                "label": "berg",
                "name": "Ada Berg",
                "kind": "person",
                "country": "NOR",
                "sector": "GOV",
                "office": "Norwegian Foreign Minister",
                "mentions": [quote("Norwegian Foreign Minister Ada Berg"), quote("Berg", "Berg said")],
            },
            {
                "label": "kral",
                "name": "Ivo Kral",
                "kind": "person",
                "country": "DNK",
                "sector": "GOV",
                "office": None,
                "mentions": [quote("Danish envoy Ivo Kral")],
            },
        ],
        "attributions": [
            {
                "label": "s",
                "kind": "direct",
                "source": quote("Berg", "Berg said"),
                "cue": quote("said"),
                "content": [signed],
                "speakers": ["berg"],
                "role": "speaker",
                "via": [],
                "said": None,
                "within": None,
            }
        ],
        "events": [
            {
                "type": "CONSULT",
                "mode": "visit",
                "status": "occurred",
                "contexts": ["diplomatic"],
                "trigger": quote("met"),
                "evidence": [met],
                "actors": ["berg", "kral"],
                "recipients": [],
                "mediators": [],
                "date": quote("on Monday"),
                "place": quote("Oslo"),
                "topics": [],
                "attribution": None,
                "instrument": None,
            }
        ],
        "instruments": [
            {
                "label": "deal",
                "kind": "agreement",
                "name": "fisheries agreement",
                "symbol": None,
                "body": None,
                "status": "signed",
                "evidence": [signed],
                "proposers": [],
                "parties": ["berg"],
                "dates": [],
                "relations": [],
            }
        ],
        "provisions": [
            {
                "type": "obligation",
                "instrument": "deal",
                "bearer": "both states",
                "bearer_actor": None,
                "action": "share their catch reports",
                "purposes": [],
                "with": [],
                "deadline": quote("within 60 days"),
                "expires": None,
                "evidence": [quote("obliges both states to share their catch reports within 60 days")],
                "attribution": "s",
            }
        ],
    }


class Replies:
    """What the server does, one step a request; the last step is repeated. It keeps what it was sent."""

    def __init__(self) -> None:
        self.steps: list[Any] = []
        self.requests: list[dict[str, Any]] = []
        self.keys: list[str | None] = []
        self.url = ""

    def step(self) -> Any:
        return self.steps.pop(0) if len(self.steps) > 1 else self.steps[0]


def chat(content: str) -> bytes:
    return json.dumps(
        {"choices": [{"message": {"content": content}}], "usage": {"prompt_tokens": 11, "completion_tokens": 7}}
    ).encode()


def hang_up(handler: BaseHTTPRequestHandler) -> None:
    handler.close_connection = True
    handler.connection.close()


def dribble(handler: BaseHTTPRequestHandler) -> None:
    """Send a byte at a time, for longer than anybody waits here."""
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    try:
        for _ in range(40):
            handler.wfile.write(b" ")
            handler.wfile.flush()
            time.sleep(0.05)
    except OSError:
        pass
    handler.close_connection = True
