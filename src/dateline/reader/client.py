"""The OpenAI-compatible chat API over httpx: the one place of the reader that talks to the network."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from typing import Any

import httpx

from dateline.errors import ReaderError
from dateline.reader.prompt import messages, response_format
from dateline.reader.reply import Reply

MAX_ANSWER = 8_000_000  # bytes; no reading is so long
LONGEST_WAIT = 60.0
SEED = 7
AGAIN = frozenset({408, 409, 425, 429, 500, 502, 503, 504, 529})


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """Where the model is, and how long we wait. The key is sent as a bearer token and shown nowhere."""

    base_url: str
    model: str
    key: str | None = field(default=None, repr=False)
    silence: float = 120.0  # seconds without a byte: a local model thinks long before its first one
    deadline: float = 900.0  # seconds for one whole answer, or a server that sends drop by drop would hold us for ever
    attempts: int = 4
    first_wait: float = 1.0
    sleep: Callable[[float], None] = time.sleep


class _AgainError(Exception):
    """An attempt that failed; another may not. wait: seconds that the server asks for."""

    def __init__(self, reason: str, wait: float | None = None) -> None:
        super().__init__(reason)
        self.wait = wait


def ask(server: Server, text: str) -> Reply:
    """Return the model's answer to a text. Raises ReaderError when all attempts failed or the server refuses."""
    reason = ""
    for attempt in range(server.attempts):
        try:
            return asyncio.run(_ask(server, text))
        except _AgainError as error:
            reason = str(error)
            if attempt + 1 < server.attempts:
                wait = server.first_wait * 2**attempt if error.wait is None else error.wait
                server.sleep(min(wait, LONGEST_WAIT))
    raise ReaderError(_hide(server, f"{server.model}: {reason}; gave up after {server.attempts} attempts"))


async def _ask(server: Server, text: str) -> Reply:
    try:
        async with asyncio.timeout(server.deadline):
            status, headers, body = await _post(server, text)
    except TimeoutError:
        raise _AgainError(f"no whole answer within {server.deadline:g} seconds") from None
    except httpx.TimeoutException:
        raise _AgainError(f"nothing came for {server.silence:g} seconds") from None
    except httpx.UnsupportedProtocol as error:
        raise ReaderError(
            "the base URL is no http or https address; give one such as http://127.0.0.1:11434/v1"
        ) from error
    except UnicodeError:  # its own message would show the key
        raise ReaderError(
            "the base URL or the key in DATELINE_LLM_KEY holds characters that HTTP cannot send"
        ) from None
    except httpx.InvalidURL as error:
        raise ReaderError(f"the base URL is no address ({error}); check its spelling") from error
    except httpx.HTTPError as error:
        raise _AgainError(f"the server cannot be reached or hung up ({type(error).__name__})") from None
    if status in AGAIN:
        raise _AgainError(f"HTTP {status}", _retry_after(headers))
    if status != httpx.codes.OK:
        said = " ".join(body.decode("utf-8", "replace").split())[:200]
        raise ReaderError(_hide(server, f"{server.model}: HTTP {status}: {said}"))
    return _reply(server, body)


async def _post(server: Server, text: str) -> tuple[int, httpx.Headers, bytes]:
    headers = {"Authorization": f"Bearer {server.key}"} if server.key else {}
    body = {
        "model": server.model,
        "messages": messages(text),
        "response_format": response_format(),
        "temperature": 0,
        "seed": SEED,
        "stream": False,
    }
    data = bytearray()
    async with (
        httpx.AsyncClient(timeout=server.silence, headers=headers, follow_redirects=False) as client,
        client.stream("POST", f"{server.base_url.rstrip('/')}/chat/completions", json=body) as response,
    ):
        async for chunk in response.aiter_bytes():
            data += chunk
            if len(data) > MAX_ANSWER:
                raise ReaderError(f"{server.model}: the answer is larger than {MAX_ANSWER // 1_000_000} MB")
        return response.status_code, response.headers, bytes(data)


def _reply(server: Server, body: bytes) -> Reply:
    try:
        data = httpx.Response(200, content=body).json()
        content = data["choices"][0]["message"]["content"]
    except (ValueError, LookupError, TypeError, RecursionError):
        raise _AgainError("the answer is not the chat API's") from None
    usage: Any = data.get("usage")
    counts = usage if isinstance(usage, dict) else {}
    told, answered = (n if isinstance(n := counts.get(k), int) else 0 for k in ("prompt_tokens", "completion_tokens"))
    if content is not None and not isinstance(content, str):
        raise ReaderError(f"{server.model}: the answer holds no text")
    return Reply(content or "", told, answered)


def _retry_after(headers: httpx.Headers) -> float | None:
    """Return the seconds that the server asks us to wait: a number, or until a date."""
    asked = headers.get("retry-after", "").strip()
    if not asked:
        return None
    try:
        if asked.replace(".", "", 1).isdecimal():
            return float(asked)
        return max(0.0, parsedate_to_datetime(asked).timestamp() - time.time())
    except (ValueError, OverflowError):
        return None


def _hide(server: Server, message: str) -> str:
    """Return the message without the key, which a server may echo."""
    return message.replace(server.key, "***") if server.key else message
