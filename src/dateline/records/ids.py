"""Content -> an id that is the same whenever the content is."""

import hashlib
import json

UID_LENGTH = 16  # hex digits: among three million claims two share 64 bits with a chance of one in four million


def content_id(kind: str, *parts: object) -> str:
    """Return 16 hex digits of the SHA-256 of the parts as a JSON list: parts are strings, numbers, lists or None."""
    content = json.dumps([kind, *parts], ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(content.encode()).hexdigest()[:UID_LENGTH]
