import pytest
from sqlalchemy import select
from tests.store.test_adding import rows

import dateline
from dateline.archive import open_archive
from dateline.errors import StoreError
from dateline.records.entry import Added
from dateline.store import schema

TEXT = """Resolution 9017 (2031)

Adopted by the Security Council at its 9999th meeting, on 9 April 2031

The Security Council,

Recalling its resolution 9001 (2030),

1. Decides to extend the mandate of the Mission in Norland until 30 June 2032;

2. Requests the Secretary-General to report to the Council every 90 days on the implementation of this resolution;

3. Calls upon all States to withdraw their forces within 60 days of the adoption of this resolution;

4. Decides to remain seized of the matter.
"""


@pytest.fixture
def archive(address):
    with open_archive(address) as opened:
        yield opened


def test_a_resolution_is_kept_with_its_provisions_and_days_and_comes_back_equal(archive):
    made = dateline.parse_resolution(TEXT)
    assert archive.add_resolution(made, "https://un.example/9017") == Added(added=1)
    assert archive.add_resolution(made, "https://un.example/9017") == Added(known=1)
    assert archive.resolution(1) == made
    assert rows(archive, schema.papers, "uid") == ["unsc:9017:2031"]
    found = rows(archive, schema.provisions, "paragraph", "start", "end", "paper_pk", "document_pk")
    assert len(found) == len(made.provisions) >= 3
    assert [made.text[start:end] for _, start, end, *_ in found] == [
        made.text[slice(*duty.span)] for duty in made.provisions
    ]
    assert "2032-06-30" in rows(archive, schema.dues, "latest")
    with pytest.raises(KeyError):
        archive.resolution(2)


def test_another_text_from_the_same_place_is_a_new_version(archive):
    archive.add_resolution(dateline.parse_resolution(TEXT), "https://un.example/9017")
    later = dateline.parse_resolution(TEXT.replace("2032", "2033"))
    assert archive.add_resolution(later, "https://un.example/9017") == Added(versions=1)
    assert rows(archive, schema.documents, "version", "current", "paper_pk") == [(1, False, 1), (2, True, 1)]
    with archive.engine.begin() as connection:
        query = select(schema.dues.c.latest).where(schema.dues.c.current)
        assert "2032-06-30" not in set(connection.execute(query).scalars())


def test_half_a_character_is_refused(archive):
    with pytest.raises(StoreError, match="holds a character"):
        archive.add_resolution(dateline.parse_resolution(TEXT + "\ud83d"), None)
    assert rows(archive, schema.documents, "pk") == []
