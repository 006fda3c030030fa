import json
import warnings
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import polars
import pytest
import rdflib
from followthemoney import model
from pyld import jsonld

from dateline.records import DateRange
from dateline.records.told import Told
from dateline.render.exports import parquet

Export = Callable[..., tuple[str, str]]
SCHEMA, PROV, OA = (
    rdflib.Namespace(n) for n in ("https://schema.org/", "http://www.w3.org/ns/prov#", "http://www.w3.org/ns/oa#")
)
REQUIRED = {"id", "date", "actor", "event"}
MANUAL = {
    *(
        "id",
        "has_event",
        "date",
        "time",
        "enddate",
        "endtime",
        "actor",
        "recipient",
        "event",
        "event_loc",
        "event_text",
    ),
    *("quad_code", "event_scale", "mode", "context", "link", "text", "text_info", "cite_info", "coder", "coded_date"),
    *("coded_time", "comment"),
}


def test_plover_lines_have_the_manuals_names_and_read_back(told: list[Told], export: Export) -> None:
    lines = [json.loads(line) for line in export("plover", told)[0].splitlines()]
    assert all(set(line) == MANUAL for line in lines)
    assert all(line[key] for line in lines for key in REQUIRED)
    text = told[0].record.article.text
    assert all(text[line["text_info"]["start"] : line["text_info"]["end"]] == line["text"] for line in lines)
    assert [(line["date"], line["enddate"]) for line in lines] == [
        ("2031-04-07", ""),
        ("2031-W15", "2031-04-13"),
        ("2031-04", "2031-04-30"),
    ]


def test_entities_are_valid_followthemoney_and_nothing_of_them_is_lost(told: list[Told], export: Export) -> None:
    entities = [json.loads(line) for line in export("ftm", told)[0].splitlines()]
    ids = {entity["id"] for entity in entities}
    assert len(ids) == len(entities)
    for entity in entities:
        proxy = model.get_proxy(entity, cleaned=False)
        proxy.schema.validate(entity)
        for name, values in entity["properties"].items():
            assert sorted(proxy.get(name)) == sorted(set(values))
        for name in ("involved", "proof", "entity", "document"):
            assert set(entity["properties"].get(name, ())) <= ids
    (month,) = (e for e in entities if e["id"] == f"dateline-{told[3].uid}")
    assert month["properties"]["date"] == ["2031-04"]


def test_a_long_list_of_parties_is_still_a_valid_name(told: list[Told], export: Export) -> None:
    record = told[0].record
    long = replace(record, actors=(replace(record.actors[0], name="Ada " * 200), *record.actors[1:]))
    for line in export("ftm", [replace(told[0], record=long)])[0].splitlines():
        entity = json.loads(line)
        if entity["schema"] == "Event":
            model.get_proxy(entity, cleaned=False).schema.validate(entity)


def test_timeline_slides_show_how_exact_a_date_is_and_what_is_not_done(told: list[Told], export: Export) -> None:
    undated = replace(told[0], event=replace(told[0].event, date=DateRange()))
    document = json.loads(export("timelinejs", [*told, undated])[0])
    slides = document["events"]
    assert [s["unique_id"] for s in slides] == [t.uid for t in told]  # what has no date has no place
    assert [s["start_date"]["display_date"] for s in slides] == [
        "2031-04-07",
        "2031-04-07",
        "2031-04-07 – 2031-04-13",
        "2031-04",
    ]
    assert slides[3]["end_date"] == {"year": 2031, "month": 4, "day": 30}
    assert "(denied)" in slides[1]["text"]["headline"]
    assert "(planned)" in slides[2]["text"]["headline"]


def test_json_ld_is_one_graph_of_articles_events_voices_and_words(told: list[Told], export: Export) -> None:
    text = export("jsonld", told)[0]
    assert jsonld.expand(json.loads(text))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # rdflib's JSON-LD reader uses what rdflib deprecates
        graph = rdflib.Graph().parse(data=text, format="json-ld")
    events = set(graph.subjects(rdflib.RDF.type, SCHEMA.Event))
    assert len(events) == len(told)
    (article,) = graph.subjects(rdflib.RDF.type, SCHEMA.NewsArticle)
    assert {o for e in events for o in graph.objects(e, PROV.wasQuotedFrom)} == {article}
    assert all(list(graph.objects(e, PROV.hadPrimarySource)) for e in events)
    words = told[0].record.article.text
    for selector in graph.subjects(rdflib.RDF.type, OA.TextPositionSelector):
        start, end = (int(graph.value(selector, p)) for p in (OA.start, OA.end))
        assert words[start:end]
    exact = {str(o) for o in graph.objects(None, OA.exact)}
    assert told[0].record.quote(told[0].event.trigger) in exact


def test_parquet_is_typed_and_whole(told: list[Told], tmp_path: Path) -> None:
    out = tmp_path / "events.parquet"
    assert parquet.write(told, out) == len(told)
    table = polars.read_parquet(out)
    assert table["status"].to_list() == ["occurred", "denied", "planned", "occurred"]
    assert table["actors"].to_list()[0] == ["Ada Berg", "Ivo Kral"]
    assert table["earliest"].to_list()[3] == "2031-04-01"
    text = told[0].record.article.text
    assert all(text[r["start"] : r["end"]] == r["quote"] for r in table.iter_rows(named=True))


@pytest.mark.parametrize("name", ["polecat", "plover", "icews", "mentions", "ftm", "timelinejs", "jsonld"])
def test_no_events_make_an_empty_file_that_still_reads(name: str, export: Export) -> None:
    text = export(name, [])[0]
    assert (
        text == "" or json.loads(text) if name in ("plover", "ftm", "timelinejs", "jsonld") else text.count("\n") == 1
    )
