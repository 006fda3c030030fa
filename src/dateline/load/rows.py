"""CSV from a file of any length -> its articles and records, row by row."""

import csv
from collections.abc import Iterator, Sequence
from io import BufferedReader, TextIOWrapper

from dateline.errors import Reason, RefusedError
from dateline.load.columns import columns_of
from dateline.load.decoding import SAMPLE, encoding_of
from dateline.load.fields import item_of, parse_json
from dateline.load.items import Item

MAX_FIELD = 20_000_000  # characters of one field; Python's own limit is 131,072, less than a long article
DELIMITERS = ",;\t|"


def read_rows(file: BufferedReader, name: str, url: str | None = None) -> Iterator[Item]:
    """Yield the article or record of each row; an error, with the row's number, in the place of a broken one.

    The first row has the columns' names; it is row 1, as spreadsheets count.
    Raises RefusedError if there is no column with a text or a record.
    """
    csv.field_size_limit(MAX_FIELD)
    lines = _lines(file, name)
    header, delimiter = _header(next(lines, ""), name)
    rows = csv.reader(lines, delimiter=delimiter)
    number = 1
    while True:
        number += 1
        where = f"{name}, row {number}"
        try:
            row = next(rows, None)
        except csv.Error as error:
            message = f"{where}: broken ({error}); an opening quote without its end, perhaps"
            yield Item(RefusedError(message, reason=Reason.BROKEN), str(number))
            continue
        if row is None:
            return
        if row:
            yield _item(row, header, where, str(number), url)


def check_columns(names: Sequence[str], name: str) -> None:
    """Raise RefusedError if no column holds a text or a record."""
    if not columns_of(names).keys() & {"text", "record"}:
        has = ", ".join(names)[:200]
        message = f"{name}: no column with the articles' text; call it text, body or content (there are: {has})"
        raise RefusedError(message, reason=Reason.FORMAT)


def row_item(values: dict[str, object], where: str, key: str, url: str | None = None) -> Item:
    """Return what a row with these columns holds: the record in its column `record`, else the article."""
    for column in columns_of(values).get("record", ()):
        if isinstance(written := values[column], str) and written.strip():
            return item_of(parse_json(written, where), where, key, url)
    return item_of({k: v for k, v in values.items() if v not in (None, "")}, where, key, url)


def _item(row: list[str], header: list[str], where: str, key: str, url: str | None) -> Item:
    if len(row) != len(header):
        counts = f"{len(row)} fields, where the first row names {len(header)}"
        return Item(RefusedError(f"{where}: {counts}; mend it", reason=Reason.BROKEN), key)
    return row_item(dict(zip(header, row, strict=True)), where, key, url)


def _header(line: str, name: str) -> tuple[list[str], str]:
    """Return the columns' names and what separates them: the mark that there is most of."""
    delimiter = max(DELIMITERS, key=line.count)
    header = [column.strip() for column in next(csv.reader([line], delimiter=delimiter), [])]
    check_columns(header, name)
    return header, delimiter


def _lines(file: BufferedReader, name: str) -> Iterator[str]:
    """Yield the file's lines, decoded as they are read; what its encoding does not hold becomes U+FFFD."""
    text = TextIOWrapper(file, encoding=encoding_of(file.peek(SAMPLE)[:SAMPLE], name), errors="replace", newline="")
    return iter(lambda: text.readline(MAX_FIELD), "")
