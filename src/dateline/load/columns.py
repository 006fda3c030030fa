"""What others call an article's fields -> our names: one table for JSON, CSV and Parquet."""

import re
from collections.abc import Iterable, Mapping

# Ours first, then by how sure the name is: of several that an object has, the first with a value counts. Written
# without capitals, spaces and marks, so that "pubDate", "Pub Date" and "pub_date" are one.
NAMES = {
    "text": ("text", "body", "content", "articletext", "fulltext", "maintext", "articlebody", "bodytext"),
    "title": ("title", "headline"),
    "published": (
        *("published", "date", "pubdate", "publisheddate", "datepublished", "publicationdate", "publishdate"),
        *("publishedat", "publishedon", "pubdatetime"),
    ),
    "url": ("url", "link", "permalink", "sourceurl", "articleurl", "weburl"),
    "outlet": ("outlet", "source", "publisher", "sourcename", "sitename", "newspaper"),
    "language": ("language", "lang"),
    "place": ("place",),
    "agency": ("agency",),
    "id": ("id", "guid", "uid", "articleid"),
    "record": ("record",),
}
_MARKS = re.compile(r"[\W_]+")


def columns_of(names: Iterable[str]) -> dict[str, list[str]]:
    """Return which of the names stand for each of our fields, the best first.

    >>> columns_of(["Headline", "Body", "pub date"])
    {'text': ['Body'], 'title': ['Headline'], 'published': ['pub date']}
    """
    plain = {_MARKS.sub("", name).casefold(): name for name in reversed(list(names))}
    found = {field: [plain[name] for name in known if name in plain] for field, known in NAMES.items()}
    return {field: written for field, written in found.items() if written}


def renamed(value: Mapping[str, object]) -> tuple[dict[str, object], dict[str, str]]:
    """Return the fields that we know under our names, and what each was called; empty ones are left out."""
    fields, called = {}, {}
    for field, written in columns_of(map(str, value)).items():
        name = next((name for name in written if value[name] not in (None, "")), written[0])
        found = value[name]
        if field == "outlet" and isinstance(found, Mapping):  # news APIs give their source as an object
            found = found.get("name")
        fields[field], called[field] = found, name
    return fields, called
