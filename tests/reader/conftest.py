"""A server on loopback that speaks the chat API and answers as each test says."""

import json
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from tests.reader.server import KEY, Replies, chat

from dateline.reader.client import Server


@pytest.fixture
def replies() -> Iterator[Replies]:
    """A running server. A step is an answer's content, (status, headers, body), or a function of the handler."""
    plan = Replies()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            plan.requests.append({"path": self.path, **json.loads(body)})
            plan.keys.append(self.headers.get("Authorization"))
            step = plan.step()
            if callable(step):
                step(self)
                return
            status, headers, data = (200, {}, chat(step)) if isinstance(step, str) else step
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    plan.url = f"http://127.0.0.1:{server.server_port}/v1"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield plan
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def server(replies: Replies) -> Callable[..., Server]:
    """Make a client's view of the server, with short limits."""

    def make(**changes: Any) -> Server:
        given = {"silence": 2.0, "deadline": 2.0, "first_wait": 0.01, "attempts": 3, "key": KEY}
        return Server(**({"base_url": replies.url, "model": "test-model"} | given | changes))

    return make
