"""Bytes -> text: by what they declare if it holds, else UTF-8, else what charset-normalizer finds."""

import codecs
import logging
import re
from unicodedata import category

from dateline.errors import Reason, RefusedError

log = logging.getLogger(__name__)

MARKS = (  # UTF-32 first: its mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
SAMPLE = 100_000  # bytes that are looked at: detection tries each encoding on them, and slows with their number
DAMAGE = 0.2  # bad bytes for each good character beyond ASCII, up to which a text is damaged UTF-8
CONTROLS = 0.01  # share of control characters from which a text is none
PRINTED_CONTROLS = "\t\n\r\f\v\x85"
ADVICE = "save it as UTF-8"


def decode(data: bytes, name: str, declared: str | None = None) -> str:
    """Return the text of some bytes, line ends and odd characters as they are, without a byte order mark.

    declared: what a header or the page itself says; a wrong one is passed over. Raises RefusedError if the bytes
    are no text or their encoding cannot be told.
    """
    text = _marked(data, name)
    if text is None and b"\0" not in data[:SAMPLE]:
        text = _plain(data, name, declared)
    if text is None:
        text = _detected(data, name)
    controls = sum(category(c) == "Cc" and c not in PRINTED_CONTROLS for c in text[:SAMPLE])
    if controls > CONTROLS * min(len(text), SAMPLE):
        raise RefusedError(f"{name}: binary, not a text; save its text and read that", reason=Reason.FORMAT)
    return text


def encoding_of(sample: bytes, name: str) -> str:
    """Return the encoding that a file's first bytes are in, for one that is decoded as it is read.

    Raises RefusedError if they are no text.
    """
    marked = next((encoding for mark, encoding in MARKS if sample.startswith(mark)), None)
    if marked:
        return marked
    if b"\0" not in sample:
        text = codecs.getincrementaldecoder("utf-8")("replace").decode(sample)  # the last character may be cut
        if _is_damaged_at_most(text):
            return "utf-8"
    whole_lines = sample[: sample.rfind(b"\n") + 1] or sample
    return _encoding(whole_lines, name)


def charset_of(content_type: str | None) -> str | None:
    """Return the charset that a Content-Type header names, if any.

    >>> charset_of('text/html; charset="ISO-8859-1"')
    'ISO-8859-1'
    """
    match = CHARSET.search(content_type or "")
    return match[1] if match else None


def _marked(data: bytes, name: str) -> str | None:
    encoding = next((encoding for mark, encoding in MARKS if data.startswith(mark)), None)
    if encoding is None:
        return None
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        message = f"{name}: begins as {encoding} but breaks it at byte {error.start}; {ADVICE}"
        raise RefusedError(message, reason=Reason.BROKEN) from error


def _plain(data: bytes, name: str, declared: str | None) -> str | None:
    for encoding in (declared, "utf-8"):
        text = _strict(data, encoding)
        if text is not None:
            return text
    text = data.decode("utf-8", "replace")
    if not _is_damaged_at_most(text):
        return None
    bad = text.count("\ufffd")
    log.warning("%s: damaged UTF-8: %d characters are lost and read as U+FFFD", name, bad)
    return text


def _is_damaged_at_most(text: str) -> bool:
    """Has a text that was read as UTF-8 few enough bad bytes for it to be that?"""
    bad = text.count("\ufffd")
    return bad <= DAMAGE * (sum(not c.isascii() for c in text) - bad)


def _strict(data: bytes, encoding: str | None) -> str | None:
    """Return the text in this encoding, or None if it does not hold, or is none that we know."""
    try:
        return data.decode(_as_browsers_do(encoding)) if encoding else None
    except (ValueError, LookupError):
        return None


def _as_browsers_do(encoding: str) -> str:
    """Pages that say Latin-1 or ASCII mean Windows-1252 (WHATWG Encoding, section 4.2)."""
    name = codecs.lookup(encoding).name
    return "cp1252" if name in ("iso8859-1", "ascii") else name


def _detected(data: bytes, name: str) -> str:
    sample = data[:SAMPLE]
    if len(data) > SAMPLE and b"\0" not in sample:  # not within a character; those of UTF-16 and UTF-32 end there
        sample = sample[: sample.rfind(b"\n") + 1] or sample
    encoding = _encoding(sample, name, data)
    log.info("%s: read as %s", name, encoding)
    return data.decode(encoding)


def _encoding(sample: bytes, name: str, data: bytes | None = None) -> str:
    """Return what charset-normalizer finds in the sample, if all the data holds to it."""
    from charset_normalizer import from_bytes  # noqa: PLC0415 - only what is not UTF-8 needs it

    best = from_bytes(sample).best()
    if best is None or (b"\0" in sample and not best.encoding.startswith(("utf_16", "utf_32"))):
        what = "binary, not a text" if b"\0" in sample else "in an encoding that cannot be told"
        raise RefusedError(f"{name}: {what}; {ADVICE}", reason=Reason.FORMAT)
    for encoding in (_english(best.encoding, sample), best.encoding):
        if encoding and _strict(sample if data is None else data, encoding) is not None:
            return _as_browsers_do(encoding)
    message = f"{name}: begins as {best.encoding} but breaks it later; {ADVICE}"
    raise RefusedError(message, reason=Reason.BROKEN)


def _english(encoding: str, sample: bytes) -> str | None:
    """Return what English is written in, where Latin ones look alike: a few curly quotes among ASCII letters."""
    beyond_ascii = len(sample) - len(sample.decode("ascii", "ignore"))
    if beyond_ascii > len(sample) / 10:
        return None
    if encoding.startswith("mac_"):
        return "mac_roman"
    return "cp1252" if encoding.startswith(("cp125", "iso8859", "latin")) else None
