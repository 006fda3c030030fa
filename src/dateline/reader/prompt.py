"""What a model is told: instructions without an example, the article as data between markers, the answer's schema."""

import hashlib
import json
from functools import cache
from importlib.resources import files
from typing import Any

from dateline.reader.answer import answer_schema
from dateline.records import MODES

CHARACTERS_A_TOKEN = 4  # of English, roughly; each model counts in its own way
ANSWER_TO_TEXT = 4  # an answer that quotes is some four times as long as what it reads


@cache
def instructions() -> str:
    """Return what the model is told before the article."""
    text = files("dateline.reader").joinpath("prompt.txt").read_text(encoding="utf-8")
    modes = "\n".join(f"{kind}: {', '.join(sorted(modes)) or '-'}" for kind, modes in MODES.items())
    return f"{text}\nEVENT TYPES AND THEIR MODES\n{modes}\n"


@cache
def prompt_hash() -> str:
    """Return twelve hex digits that change when the instructions or the schema do."""
    told = instructions() + json.dumps(answer_schema(), sort_keys=True)
    return hashlib.sha256(told.encode()).hexdigest()[:12]


def messages(text: str) -> list[dict[str, str]]:
    """Return the chat that asks for a reading of a text. The markers hold its hash: no text can close its own fence."""
    marker = f"=====ARTICLE {hashlib.sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}====="
    article = text.encode("utf-8", "replace").decode("utf-8")
    return [
        {"role": "system", "content": instructions()},
        {"role": "user", "content": f"{marker}\n{article}\n{marker}"},
    ]


def response_format() -> dict[str, Any]:
    """Return the API's request for an answer that keeps to the schema."""
    return {"type": "json_schema", "json_schema": {"name": "reading", "strict": True, "schema": answer_schema()}}


def estimate(text: str) -> tuple[int, int]:
    """Return about how many tokens the asking and the answer take: by length, no more than an estimate."""
    told = len(instructions()) + len(json.dumps(answer_schema())) + len(text)
    return told // CHARACTERS_A_TOKEN, ANSWER_TO_TEXT * len(text) // CHARACTERS_A_TOKEN
