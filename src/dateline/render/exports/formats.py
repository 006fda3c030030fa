"""The formats by name, and how each is written to a file."""

import csv
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import tee
from typing import IO, Any

from dateline.records.told import Told
from dateline.render.exports import ftm, icews, jsonld, mentions, plover, polecat, timelinejs
from dateline.render.exports.facts import as_plover

Writer = Callable[[Iterable[Told], IO[str], IO[str] | None], int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One format.

    write: takes the events, where they go, and where the evidence goes that the format has no room for; returns how
    many it wrote. sidecar: the ending of the file with that evidence, None where the format has room for it.
    """

    name: str
    about: str
    write: Writer
    sidecar: str | None = None


def _table(columns: tuple[str, ...], out: IO[str]) -> Callable[[list[str]], None]:
    """Begin a table with its columns' names; return what writes a row. Values hold neither tabs nor line breaks."""
    writer = csv.writer(out, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_NONE, quotechar=None)
    writer.writerow(columns)
    return lambda row: writer.writerow([_clean(value) for value in row])


def _clean(value: str) -> str:
    return " ".join(value.split()) if any(c in value for c in "\t\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029") else value


class _Counted(Iterable[Told]):
    """Events, counted while they pass."""

    def __init__(self, told: Iterable[Told]) -> None:
        self.told = told
        self.count = 0

    def __iter__(self) -> Iterator[Told]:
        for item in self.told:
            self.count += 1
            yield item


def _polecat(told: Iterable[Told], out: IO[str], evidence: IO[str] | None) -> int:
    counted = _Counted(as_plover(told))
    write, write_beside = _table(polecat.COLUMNS, out), _table(polecat.EVIDENCE, evidence) if evidence else None
    seen, shown = tee(counted)
    for row, words in zip(polecat.rows(seen), polecat.evidence_rows(shown), strict=True):
        write(row)
        if write_beside:
            write_beside(words)
    return counted.count


def _tabular(
    columns: tuple[str, ...], rows: Callable[[Iterable[Told]], Iterator[list[str]]], *, told_as_plover: bool
) -> Writer:
    def write(told: Iterable[Told], out: IO[str], _: IO[str] | None) -> int:
        counted = _Counted(as_plover(told) if told_as_plover else told)
        write_row = _table(columns, out)
        for row in rows(counted):
            write_row(row)
        return counted.count

    return write


def _lines(objects: Callable[[Iterable[Told]], Iterator[dict[str, Any]]], *, told_as_plover: bool) -> Writer:
    def write(told: Iterable[Told], out: IO[str], _: IO[str] | None) -> int:
        counted = _Counted(as_plover(told) if told_as_plover else told)
        for item in objects(counted):
            out.write(json.dumps(item, ensure_ascii=False) + "\n")
        return counted.count

    return write


def _document(make: Callable[[Iterable[Told]], dict[str, Any]]) -> Writer:
    def write(told: Iterable[Told], out: IO[str], _: IO[str] | None) -> int:
        counted = _Counted(told)
        json.dump(make(counted), out, ensure_ascii=False, indent=1)
        out.write("\n")
        return counted.count

    return write


FORMATS = {
    f.name: f
    for f in (
        Format(
            name="polecat",
            about="POLECAT's 40 columns, and a file with the evidence",
            write=_polecat,
            sidecar=".evidence.tsv",
        ),
        Format(
            name="plover", about="PLOVER's JSON, an event a line", write=_lines(plover.objects, told_as_plover=True)
        ),
        Format(
            name="icews",
            about="ICEWS's 20 columns with CAMEO codes",
            write=_tabular(icews.COLUMNS, icews.rows, told_as_plover=True),
        ),
        Format(
            name="mentions",
            about="GDELT's 16 columns of mentions",
            write=_tabular(mentions.COLUMNS, mentions.rows, told_as_plover=False),
        ),
        Format(
            name="ftm", about="FollowTheMoney entities, one a line", write=_lines(ftm.objects, told_as_plover=False)
        ),
        Format(name="timelinejs", about="a TimelineJS document", write=_document(timelinejs.document)),
        Format(name="jsonld", about="JSON-LD: schema.org, PROV-O, Web Annotation", write=_document(jsonld.document)),
    )
}
