"""Parquet from a file of any length -> its articles and records, some rows in memory at a time."""

from collections.abc import Iterator
from typing import BinaryIO

from dateline.errors import Reason, RefusedError
from dateline.load.columns import columns_of
from dateline.load.items import Item
from dateline.load.rows import check_columns, row_item

BATCH = 64  # rows: a few megabytes of text


def read_table(file: BinaryIO, name: str, url: str | None = None) -> Iterator[Item]:
    """Yield the article or record of each row, the first being row 1; an error in the place of a broken one.

    Raises RefusedError if pyarrow is missing, the file is broken, or no column holds a text or a record.
    """
    try:
        import pyarrow as pa  # noqa: PLC0415 - an extra, and only Parquet needs it
        from pyarrow import parquet  # noqa: PLC0415
    except ImportError as error:
        message = f"{name}: Parquet needs the extra 'parquet': pip install 'dateline[parquet]'"
        raise RefusedError(message, reason=Reason.FORMAT) from error
    number = 0
    try:
        table = parquet.ParquetFile(file, pre_buffer=False)
        names = table.schema_arrow.names
        check_columns(names, name)
        ours = [column for columns in columns_of(names).values() for column in columns]
        for batch in table.iter_batches(BATCH, columns=ours, use_threads=False):
            for row in batch.to_pylist():
                number += 1
                yield row_item(row, f"{name}, row {number}", str(number), url)
    except (pa.ArrowException, OSError) as error:
        message = f"{name}: broken Parquet after row {number} ({' '.join(str(error).split())[:200]})"
        raise RefusedError(message, reason=Reason.BROKEN) from error
