"""Reading processes: all is read, whatever dies."""

import os

import pytest
from tests.batch.toys import article, dead_at_start, no_model, toy_reader

from dateline import DatelineError, ModelError, ReadError
from dateline.batch.workers import AHEAD, Alone, Workers
from dateline.errors import Reason


def read_all(readers, batches):
    """Give the batches as there is room, and return everything that comes back, by text."""
    done, waiting = {}, [[(article(text), text) for text in batch] for batch in batches]
    while waiting or readers.busy:
        while waiting and readers.has_room():
            readers.put(waiting.pop(0))
        for reports, outcomes in readers.take(None):
            done.update({locator: outcome for (_, locator), outcome in zip(reports, outcomes, strict=True)})
    return done


def test_two_processes_share_the_work_and_all_comes_back():
    with Workers(2, toy_reader, "toy") as workers:
        done = read_all(workers, [[f"sleep 0.02 {n}", f"{n} too"] for n in range(20)])
    assert len(done) == 40
    assert all(entry.locator == text and entry.reader == "toy" for text, entry in done.items())
    pids = {entry.record.generated_by for entry in done.values()}
    assert len(pids) == 2
    assert str(os.getpid()) not in pids


def test_there_is_room_for_so_many_batches_and_no_more():
    with Workers(2, toy_reader) as workers:
        given = 0
        while workers.has_room():
            workers.put([(article(), None)])
            given += 1
        assert given == 2 * AHEAD


def test_a_process_that_dies_is_replaced_and_nothing_is_lost(tmp_path, caplog):
    with Workers(2, toy_reader) as workers:
        done = read_all(workers, [["a", "b"], [f"die-once {tmp_path / 'flag'}", "c"], ["d"], ["e", "f"]])
    assert len(done) == 7
    assert not any(isinstance(outcome, ReadError) for outcome in done.values())
    assert "a reading process ended by signal 9" in caplog.text


def test_an_article_that_kills_its_reader_twice_is_left_out_and_named():
    with Workers(2, toy_reader) as workers:
        done = read_all(workers, [["a", "b"], ["c", "die", "d"], ["e"], ["f"]])
    error = done.pop("die")
    assert error.reason is Reason.DIED
    assert "ended by signal 9, and so did the one before; it is left out" in str(error)
    assert sorted(done) == ["a", "b", "c", "d", "e", "f"]
    assert not any(isinstance(outcome, ReadError) for outcome in done.values())


def test_processes_that_cannot_start_end_the_run():
    with Workers(2, dead_at_start) as workers, pytest.raises(DatelineError, match="3 reading processes in a row ended"):
        read_all(workers, [["a"], ["b"]])


@pytest.mark.parametrize("readers", [Alone(no_model), Workers(2, no_model)])
def test_a_model_that_is_missing_ends_the_run(readers):
    with readers, pytest.raises(ModelError, match="no such model"):
        read_all(readers, [["a"], ["b"]])


@pytest.mark.parametrize("make", [lambda: Alone(toy_reader), lambda: Workers(1, toy_reader)], ids=["alone", "workers"])
def test_an_article_whose_reading_fails_is_named_and_the_others_are_read(make):
    with make() as readers:
        done = read_all(readers, [["a", "fail", "bug", "b"]])
    assert str(done["fail"]).endswith("(no title): the model says nothing")
    assert "its reading failed (ZeroDivisionError: a bug); please report it" in str(done["bug"])
    assert [done[text].locator for text in "ab"] == ["a", "b"]
