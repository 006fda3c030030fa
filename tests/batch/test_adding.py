"""A run: what is known is not read, what is read is written, and what is broken off goes on."""

import pytest
from tests.batch.toys import Shelf, article, toy_reader

from dateline import Record, RefusedError
from dateline.batch import adding
from dateline.batch.adding import Adding
from dateline.batch.gathering import FeedRead, Gathered, KnownEntry, PassedOver
from dateline.batch.workers import Alone, Workers
from dateline.errors import StoreError
from dateline.fetch.web import Validators
from dateline.records.resolution import PaperKind, Resolution


def gathered(*texts):
    return [Gathered(what=article(text), locator=f"file:///talks#{n}") for n, text in enumerate(texts)]


def run(items, shelf=None, readers=None, refused=None):
    shelf = shelf or Shelf()
    made = Adding(
        archive=shelf,
        readers=readers or Alone(toy_reader),
        complete=lambda a: a,
        refuse=(refused if refused is not None else []).append,
        progress=lambda _: None,
    )
    return made.run(items), shelf


def test_what_is_gathered_is_read_and_written_in_batches(monkeypatch):
    monkeypatch.setattr(adding, "WRITE_ENTRIES", 4)
    tally, shelf = run(gathered(*map(str, range(10))))
    assert (tally.read, tally.added, tally.done) == (10, 10, 10)
    assert [len(batch) for batch in shelf.batches] == [4, 4, 2]


def test_adding_again_reads_nothing():
    _, shelf = run(gathered("a", "b"))
    tally, _ = run(gathered("a", "b", "c"), shelf)
    assert (tally.read, tally.added, tally.known) == (1, 1, 2)


@pytest.mark.parametrize("make", [lambda: Alone(toy_reader), lambda: Workers(2, toy_reader)], ids=["alone", "workers"])
def test_versions_of_one_address_are_written_in_their_order(make):
    texts = [f"sleep {0.2 - n / 20} version {n}" for n in range(4)]
    with make() as readers:
        tally, shelf = run(
            [Gathered(what=article(text), locator="https://wire.example/1") for text in texts], None, readers
        )
    assert [entry.record.article.text for entry in shelf.entries] == texts
    assert tally.added + tally.versions == 4


def test_records_need_no_reading_and_resolutions_no_model():
    paper = Resolution(text="x", kind=PaperKind.DRAFT)
    items = [Gathered(what=Record(article=article()), locator="a"), Gathered(what=paper, locator="b")]
    tally, shelf = run([*items, PassedOver(), KnownEntry()], readers=Alone(None))
    assert (tally.added, tally.resolutions, tally.passed_over, tally.known) == (2, 1, 1, 1)
    assert shelf.resolutions == [(paper, "b")]


def test_refusals_are_told_and_counted_by_reason():
    refused = []
    items = [Gathered(what=RefusedError("x: broken")), *gathered("fail"), Gathered(what=RefusedError("y: broken"))]
    tally, _ = run(items, refused=refused)
    assert tally.refused == {"not read": 3}
    assert len(refused) == 3
    assert tally.to_dict()["reasons"] == {"not read": 3}


def test_what_a_feed_was_read_with_is_kept_when_all_of_it_is_there():
    feed = FeedRead("https://wire.example/feed", Validators(etag='"v1"'))
    tally, shelf = run([*gathered("a"), feed, FeedRead("https://wire.example/old", None)])
    assert (shelf.feeds, tally.unchanged) == ({"https://wire.example/feed": ('"v1"', None)}, 1)


def interrupted(items):
    yield from items
    raise KeyboardInterrupt


@pytest.mark.parametrize("make", [lambda: Alone(toy_reader), lambda: Workers(2, toy_reader)], ids=["alone", "workers"])
def test_an_interrupted_run_keeps_what_is_read_and_the_next_one_carries_on(make, monkeypatch):
    monkeypatch.setattr(adding, "BATCH_ARTICLES", 2)
    feed = FeedRead("https://wire.example/feed", Validators(etag='"v1"'))
    texts = [str(n) for n in range(20)]
    with make() as readers:
        tally, shelf = run(interrupted([*gathered(*texts), feed]), None, readers)
    assert tally.interrupted
    assert 0 < len(shelf.entries) <= 20
    assert shelf.feeds == {}
    again, _ = run([*gathered(*texts), feed], shelf)
    assert again.known == tally.added
    assert sorted(e.record.article.text for e in shelf.entries) == sorted(texts)


def test_an_archive_that_fails_ends_the_run_with_all_batches_before(monkeypatch):
    monkeypatch.setattr(adding, "WRITE_ENTRIES", 2)

    class Full(Shelf):
        def add(self, entries):
            if len(self.batches) == 2:
                raise StoreError("the disk is full")
            return super().add(entries)

    shelf = Full()
    with pytest.raises(StoreError, match="the disk is full"):
        run(gathered(*"abcdefgh"), shelf)
    assert len(shelf.entries) == 4


def test_no_more_is_gathered_than_is_soon_read(monkeypatch):
    """Memory stays flat: a source of any length is taken as it is read."""
    monkeypatch.setattr(adding, "BATCH_ARTICLES", 2)
    taken = 0

    def endless():
        nonlocal taken
        for item in gathered(*map(str, range(1000))):
            taken += 1
            yield item

    class Watching(Shelf):
        most = 0

        def add(self, entries):
            Watching.most = max(Watching.most, taken - len(self.entries) - len(entries))
            return super().add(entries)

    monkeypatch.setattr(adding, "WRITE_ENTRIES", 8)
    with Workers(2, toy_reader) as readers:
        run(endless(), Watching(), readers)
    assert Watching.most <= 2 * 2 * 2 + 2 + 8
