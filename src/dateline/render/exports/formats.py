"""The formats by name, and how each is written to a file."""

import csv
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
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


def _table(columns: tuple[str, ...], rows: Iterable[list[str]], out: IO[str]) -> None:
    """Write tab-separated rows below their names; values hold neither tabs nor line breaks."""
    writer = csv.writer(out, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_NONE, quotechar=None)
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_clean(value) for value in row])


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
    if evidence is None:
        _table(polecat.COLUMNS, polecat.rows(counted), out)
        return counted.count
    beside = csv.writer(evidence, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_NONE, quotechar=None)
    beside.writerow(polecat.EVIDENCE)

    def passing() -> Iterator[Told]:
        for item in counted:
            for row in polecat.evidence_rows([item]):
                beside.writerow([_clean(value) for value in row])
            yield item

    _table(polecat.COLUMNS, polecat.rows(passing()), out)
    return counted.count


def _tabular(
    columns: tuple[str, ...], rows: Callable[[Iterable[Told]], Iterator[list[str]]], *, told_as_plover: bool
) -> Writer:
    def write(told: Iterable[Told], out: IO[str], _: IO[str] | None) -> int:
        counted = _Counted(as_plover(told) if told_as_plover else told)
        _table(columns, rows(counted), out)
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
