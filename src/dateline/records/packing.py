"""A record <-> the bytes that the archive keeps of it: compressed JSON without the text, which stands beside it."""

import json
import re
import zlib
from dataclasses import asdict

from dateline.errors import StoreError
from dateline.records.building import build
from dateline.records.record import Record
from dateline.records.resolution import Resolution

LEVEL = 6  # zlib's default: 9 takes twice as long for 2 % less
UNKEEPABLE = re.compile("[\0\ud800-\udfff]")  # what no database keeps in a text
_NUL = re.compile(rb"(?<!\\)(?:\\\\)*\\u0000")  # as JSON writes it


def pack(record: Record) -> bytes:
    """Return the record as it is kept. Raises StoreError if it holds a character that no database keeps."""
    data = record.to_dict()
    text = data["article"]["text"]
    data["article"]["text"] = ""
    try:
        packed = json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
        sound = "\0" not in text and (text.isascii() or text.encode()) and not _NUL.search(packed)
    except UnicodeEncodeError:
        sound = False
    if not sound:
        raise _unkeepable(f"article {record.article.id}")
    return zlib.compress(packed, LEVEL)


def pack_resolution(resolution: Resolution) -> bytes:
    """Return all that was parsed of a resolution, as it is kept. Raises StoreError as `pack` does."""
    data = asdict(resolution) | {"text": ""}
    check_words(resolution.symbol or resolution.title or "a resolution", resolution.text)
    return zlib.compress(json.dumps(data, separators=(",", ":")).encode(), LEVEL)


def unpack_resolution(packed: bytes, text: str) -> Resolution:
    """Return the resolution that `pack_resolution` was given, with its text."""
    return build(Resolution, json.loads(zlib.decompress(packed)) | {"text": text}, "resolution")


def check_words(what: str, *words: str) -> None:
    """Raise StoreError if the words hold a character that no database keeps."""
    for each in words:
        if UNKEEPABLE.search(each):
            raise _unkeepable(what)


def _unkeepable(what: str) -> StoreError:
    return StoreError(f"{what}: holds a character that no database keeps (NUL or half a surrogate pair)")


def unpack(packed: bytes, text: str) -> Record:
    """Return the record that `pack` was given, with its text."""
    data = json.loads(zlib.decompress(packed))
    data["article"]["text"] = text
    return Record.from_dict(data)
