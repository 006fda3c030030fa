"""The errors that Dateline raises on purpose; everything else is a bug.

DatelineError            exit code 1
├── ReadError            an input that cannot be fetched or read as an article
│   ├── FetchError       a file or address that gives no bytes
│   └── RefusedError     bytes that are no English article of a size we read
├── UsageError           a wrong argument (exit code 2)
├── LexiconError         a rule or table that breaks its schema
├── ModelError           the parser's model is missing or unfit
├── ReaderError          a language model that reads articles gives no answer that can be used
├── StoreError           an archive that cannot be opened, written or understood
└── RecordError          a record that contradicts its own text
"""

from enum import StrEnum


class Reason(StrEnum):
    """Why an input was not read, for counts; the message says what exactly and where."""

    NOT_FOUND = "not found"
    NOT_ALLOWED = "access denied"
    NOT_REACHED = "not reached"
    PRIVATE = "private address"
    TOO_LARGE = "too large"
    FORMAT = "format not read"
    EMPTY = "no words in it"
    NO_ARTICLE = "no article on the page"
    LANGUAGE = "not English"
    BROKEN = "broken"
    NOT_READ = "not read"
    DIED = "its reading process died"


class DatelineError(Exception):
    """What went wrong, where, and what to do about it, in one line."""

    exit_code = 1


class ReadError(DatelineError):
    """An input that cannot be fetched or read as an article.

    reason: which of the usual ones it is, for counts.
    """

    def __init__(self, message: str, *, reason: Reason = Reason.NOT_READ) -> None:
        super().__init__(message)
        self.reason = reason


class FetchError(ReadError):
    """A file or address that gives no bytes: missing, forbidden, no network, an HTTP status."""


class RefusedError(ReadError):
    """Bytes that are no article we read: empty, binary, too large, not English, a broken PDF."""


class UsageError(DatelineError):
    """An argument that makes no sense, such as a date that is none."""

    exit_code = 2


class LexiconError(DatelineError):
    """A rule or table that breaks its schema."""


class ModelError(DatelineError):
    """The language model is missing or unfit."""


class ReaderError(DatelineError):
    """A language model that is asked to read an article cannot be reached or gives no answer that can be used."""


class StoreError(DatelineError):
    """An archive that cannot be opened or written, is of another version, or holds nothing by the name that is asked for."""


class RecordError(DatelineError):
    """A record that contradicts its own text: a span outside it, an id that names nothing."""
