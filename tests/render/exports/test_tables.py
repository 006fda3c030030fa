import json
from collections.abc import Callable
from dataclasses import replace
from io import StringIO

import pandas as pd
import pytest

from dateline.lexicons.coding_tables import cameo, country_codes
from dateline.records import MODES, ActorKind, EventType
from dateline.records.told import Told
from dateline.render.exports import polecat

Export = Callable[..., tuple[str, str]]

POLECAT = [
    "Event ID",
    "Event Date",
    "Event Type",
    "Event Mode",
    "Intensity",
    "Quad Code",
    "Contexts",
    "Actor Name",
    "Actor Country",
    "Actor COW",
    "Primary Actor Sector",
    "Actor Sectors",
    "Actor Title",
    "Actor Name Raw",
    "Wikipedia Actor ID",
    "Recipient Name",
    "Recipient Country",
    "Recipient COW",
    "Primary Recipient Sector",
    "Recipient Sectors",
    "Recipient Title",
    "Recipient Name Raw",
    "Wikipedia Recipient ID",
    "Placename",
    "City",
    "District",
    "Province",
    "Country",
    "Latitude",
    "Longitude",
    "GeoNames ID",
    "Raw Placename",
    "Feature Type",
    "Source",
    "Publication Date",
    "Story People",
    "Story Organizations",
    "Story Locations",
    "Language",
    "Version",
]
ICEWS = [
    "Event ID",
    "Event Date",
    "Source Name",
    "Source Sectors",
    "Source Country",
    "Event Text",
    "CAMEO Code",
    "Intensity",
    "Target Name",
    "Target Sectors",
    "Target Country",
    "Story ID",
    "Sentence Number",
    "Publisher",
    "City",
    "District",
    "Province",
    "Country",
    "Latitude",
    "Longitude",
]
MENTIONS = [
    "GLOBALEVENTID",
    "EventTimeDate",
    "MentionTimeDate",
    "MentionType",
    "MentionSourceName",
    "MentionIdentifier",
    "SentenceID",
    "Actor1CharOffset",
    "Actor2CharOffset",
    "ActionCharOffset",
    "InRawText",
    "Confidence",
    "MentionDocLen",
    "MentionDocTone",
    "MentionDocTranslationInfo",
    "Extras",
]


def frame(text: str) -> pd.DataFrame:
    """Read a table as scripts of the field do: tabs, no quoting, all as text."""
    return pd.read_csv(StringIO(text), sep="\t", quoting=3, dtype=str, keep_default_na=False)


@pytest.mark.parametrize(("name", "columns"), [("polecat", POLECAT), ("icews", ICEWS), ("mentions", MENTIONS)])
def test_columns_are_those_of_the_data_set_in_their_order(
    name: str, columns: list[str], told: list[Told], export: Export
) -> None:
    assert list(frame(export(name, told)[0]).columns) == columns


def test_what_did_not_happen_is_not_told_as_done_where_there_is_no_status(told: list[Told], export: Export) -> None:
    table = frame(export("polecat", told)[0]).set_index("Event ID")
    assert list(table.index) == [told[0].uid, told[2].uid, told[3].uid]  # the denied one is left out
    assert table.loc[told[2].uid, "Event Type"] == "AGREE"  # a visit to come is an agreement to it
    assert table.loc[told[2].uid, "Event Mode"] == "None"
    assert table.loc[told[0].uid, "Event Type"] == "CONSULT"


def test_a_date_that_is_not_known_to_the_day_is_missing(told: list[Told], export: Export) -> None:
    table = frame(export("polecat", told)[0]).set_index("Event ID")
    assert list(table["Event Date"]) == ["2031-04-07", "None", "None"]
    assert list(frame(export("icews", told)[0])["Event Date"]) == ["2031-04-07", "", ""]


def test_a_joint_act_has_its_first_party_as_actor_and_the_others_as_recipients(
    told: list[Told], export: Export
) -> None:
    row = frame(export("polecat", told)[0]).iloc[0]
    assert (row["Actor Name"], row["Recipient Name"]) == ("Ada Berg", "Ivo Kral")


def test_several_values_are_joined_and_keep_their_places(told: list[Told]) -> None:
    event = replace(told[0].event, actors=("a1", "a4"), recipients=("a2",))
    (row,) = polecat.rows([replace(told[0], event=event)])
    given = dict(zip(polecat.COLUMNS, row, strict=True))
    assert given["Actor Name"] == "Ada Berg; Norway"
    assert given["Actor Country"] == "None; NOR"
    assert given["Actor COW"] == "None; 385"


def test_the_sidecar_holds_quote_place_address_status_and_voices_by_event_id(told: list[Told], export: Export) -> None:
    table, beside = (frame(text).set_index("Event ID") for text in export("polecat", told))
    assert list(table.index) == list(beside.index)
    row = beside.loc[told[0].uid]
    text = told[0].record.article.text
    assert text[int(row["Quote Start"]) : int(row["Quote End"])] == told[0].quote
    assert text[int(row["Trigger Start"]) : int(row["Trigger End"])] == row["Trigger"]
    assert row["Status"] == "occurred"
    assert row["URL"] == "https://news.example/kral"
    assert "mission (speaker)" in row["Attribution Chain"]


def test_names_with_tabs_and_line_breaks_stay_in_their_cells(told: list[Told], export: Export) -> None:
    record = told[0].record
    odd = replace(record, actors=(replace(record.actors[0], name="Ada\tBerg\r\nthe\u2028envoy"), *record.actors[1:]))
    for name in ("polecat", "icews", "mentions"):
        table = frame(export(name, [replace(told[0], record=odd)])[0])
        assert len(table) == 1
        assert "Ada Berg the envoy" in table.iloc[0].to_list() or name == "mentions"


def test_cameo_codes_are_text_with_their_zeros(told: list[Told], export: Export) -> None:
    assert list(frame(export("icews", told)[0])["CAMEO Code"]) == ["040", "030", "193"]


def test_each_type_and_mode_has_a_cameo_code() -> None:
    for kind in EventType:
        for mode in (None, *MODES[kind]):
            assert cameo(kind, mode).code[:2].isdigit()
    assert cameo(EventType.CONSULT, "multilateral") is cameo(EventType.CONSULT, None)


def test_states_have_the_numbers_of_the_correlates_of_war() -> None:
    codes = country_codes()
    assert (codes["RUS"].cow, codes["FRA"].cow, codes["SSD"].cow) == (365, 220, 626)
    assert codes["ABW"].cow is None
    assert len({c.alpha2 for c in codes.values()}) >= len(codes) - 1  # two dissolved states shared one


def test_mentions_of_one_event_share_its_number_and_point_at_its_words(told: list[Told], export: Export) -> None:
    table = frame(export("mentions", told)[0])
    assert len(set(table["GLOBALEVENTID"])) == 1
    text = told[0].record.article.text
    row = table.iloc[0]
    assert text[int(row["Actor1CharOffset"]) :].startswith("Ada Berg")
    assert text[int(row["Actor2CharOffset"]) :].startswith("Ivo Kral")
    assert text[int(row["ActionCharOffset"]) :].startswith("met")
    assert row["EventTimeDate"] == "20310407000000"
    assert [json.loads(extras)["status"] for extras in table["Extras"]] == ["occurred", "denied", "planned", "occurred"]


def test_people_and_bodies_of_the_story_are_told_apart(told: list[Told], export: Export) -> None:
    row = frame(export("polecat", told)[0]).iloc[0]
    assert row["Story People"] == "Ada Berg; Ivo Kral"
    bodies = [a.name for a in told[0].record.actors if a.kind is ActorKind.ORGANIZATION]
    assert row["Story Organizations"] == "; ".join(bodies)
