"""Parquet: typed columns under the names that others use."""

import sys
from datetime import UTC, date, datetime
from io import BufferedReader, BytesIO

import pytest

from dateline import Article, ReadError, RefusedError
from dateline.load import Kind, stream_items

pa = pytest.importorskip("pyarrow")


def parquet(**columns) -> bytes:
    from pyarrow import parquet as module  # noqa: PLC0415 - an extra

    out = BytesIO()
    module.write_table(pa.table(columns), out)
    return out.getvalue()


def read(data):
    items = list(stream_items(BufferedReader(BytesIO(data)), "talks.parquet", Kind.PARQUET))
    return [(item.key, str(item.what) if isinstance(item.what, ReadError) else item.what) for item in items]


def test_rows_become_articles_and_broken_ones_are_named():
    days = [datetime(2031, 4, 9, 23, 30, tzinfo=UTC), None, None]
    data = parquet(body=["One.", None, "Three."], date=days, source=["Wire", "Wire", ""], views=[1, 2, 3])
    (_, one), (_, two), (key, three) = read(data)
    assert one == Article(text="One.", published=date(2031, 4, 9), outlet="Wire")
    assert two == "talks.parquet, row 2: no field 'text'; give it the article's text"
    assert (key, three) == ("3", Article(text="Three."))


def test_a_file_that_breaks_off_is_one_line():
    data = parquet(text=["One."])
    with pytest.raises(RefusedError, match="broken Parquet after row 0"):
        read(data[:-20])


def test_a_table_without_a_text_is_refused():
    with pytest.raises(RefusedError, match="no column with the articles' text"):
        read(parquet(name=["One."]))


def test_without_pyarrow_one_line_says_which_extra(monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(RefusedError, match=r"needs the extra 'parquet': pip install 'dateline\[parquet\]'"):
        read(b"PAR1")
