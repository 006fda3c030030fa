"""Several processes that read, each with its own model; one that dies is told of, and its articles are read again."""

import logging
import multiprocessing
import os
import queue
import signal
from collections import Counter, deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from threading import Thread
from types import TracebackType
from typing import Protocol, Self

from dateline.batch.reading import Reader, Report, not_read, read_batch
from dateline.errors import DatelineError, ReadError, Reason
from dateline.records.entry import Entry

log = logging.getLogger(__name__)

Outcomes = list[Entry | ReadError]
MakeReader = Callable[[], Reader]
AHEAD = 2  # batches that a process has: the one it reads and the next, so that it never waits for the archive
ENOUGH_DEATHS = 2  # of which one was with this article alone, after which it is refused
DEATHS_AT_START = 3  # in a row, after which the run ends: the next process would die like them


class Readers(Protocol):
    """Who reads batches: this process or several others."""

    def has_room(self) -> bool:
        """Would `put` take a batch at once?"""

    def put(self, batch: Sequence[Report]) -> None:
        """Hand over articles to read."""

    def take(self, seconds: float | None) -> list[tuple[Sequence[Report], Outcomes]]:
        """Return the batches that are read; wait for one so many seconds, None for as long as it takes."""

    @property
    def busy(self) -> bool:
        """Is any batch not yet taken back?"""


class Alone:
    """Reads in this process, a batch at a time, when the results are asked for."""

    def __init__(self, make_reader: MakeReader, made_by: str = "rules") -> None:
        self._make_reader, self._made_by = make_reader, made_by
        self._reader: Reader | None = None
        self._waiting: deque[Sequence[Report]] = deque()

    def has_room(self) -> bool:
        """Is nothing waiting to be read?"""
        return not self._waiting

    def put(self, batch: Sequence[Report]) -> None:
        """Keep articles to read."""
        self._waiting.append(batch)

    def take(self, seconds: float | None) -> list[tuple[Sequence[Report], Outcomes]]:  # noqa: ARG002 - it never waits
        """Read what is waiting."""
        if self._waiting and self._reader is None:
            self._reader = self._make_reader()
        done = []
        while self._waiting and self._reader:
            batch = self._waiting[0]
            done.append((batch, read_batch(batch, self._reader, self._made_by)))
            self._waiting.popleft()
        return done

    @property
    def busy(self) -> bool:
        """Is anything waiting to be read?"""
        return bool(self._waiting)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        return


@dataclass(slots=True)
class _Worker:
    process: multiprocessing.process.BaseProcess
    pipe: "Connection[tuple[Sequence[Report] | None], Outcomes | DatelineError]"
    given: deque[Sequence[Report]] = field(default_factory=deque)  # not yet back; the first is being read
    has_read: bool = False


class Workers:
    """Processes that read. Batches come back in the order in which they are done, not in which they were given."""

    def __init__(self, count: int, make_reader: MakeReader, made_by: str = "rules") -> None:
        """make_reader: what each process makes its reader by; it must pickle."""
        self._make_reader, self._made_by = make_reader, made_by
        self._context = multiprocessing.get_context("spawn")  # the same everywhere, and safe beside threads
        self._count = count
        self._workers: list[_Worker] = []
        self._again: deque[Sequence[Report]] = deque()  # batches of processes that died
        self._lost: list[tuple[Sequence[Report], Outcomes]] = []
        self._deaths_at_start = 0
        self._deadly: Counter[Report] = Counter()  # how many processes have ended with an article in hand

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for worker in self._workers:
            if kind is None:
                _send(worker, None)
            else:
                worker.process.kill()  # in the middle of an article, which nobody waits for any more
        for worker in self._workers:
            worker.process.join()
            worker.pipe.close()

    @property
    def pids(self) -> list[int]:
        """The processes' ids, of those that are started."""
        return [w.process.pid for w in self._workers if w.process.pid is not None]

    def has_room(self) -> bool:
        """Has any process fewer batches than it may have?"""
        return not self._again and (len(self._workers) < self._count or any(_has_room(w) for w in self._workers))

    def put(self, batch: Sequence[Report]) -> None:
        """Give a batch to the process that has the fewest; the first ones start a process each."""
        idle = [w for w in self._workers if not w.given]
        if not idle and len(self._workers) < self._count:
            self._workers.append(self._start())
        worker = min(self._workers, key=lambda w: len(w.given))
        worker.given.append(batch)
        _send(worker, batch)

    def take(self, seconds: float | None) -> list[tuple[Sequence[Report], Outcomes]]:
        """Return the batches that are read; wait for one so many seconds, None for as long as it takes.

        Raises DatelineError if processes cannot read at all: no model, or they die as soon as they start.
        """
        done, self._lost = self._lost, []
        busy = {w.pipe: w for w in self._workers if w.given}
        for pipe in wait(list(busy), 0 if done else seconds) if busy else ():
            worker = busy[pipe]  # type: ignore[index]  # a Connection, as all that were given
            try:
                outcomes = worker.pipe.recv()
            except (EOFError, OSError):
                self._bury(worker)
                continue
            if isinstance(outcomes, DatelineError):
                raise outcomes
            worker.has_read = True
            self._deaths_at_start = 0
            done.append((worker.given.popleft(), outcomes))
        while self._again and any(_has_room(w) for w in self._workers):
            self.put(self._again.popleft())
        return done

    @property
    def busy(self) -> bool:
        """Is any batch not yet taken back?"""
        return bool(self._again or self._lost or any(w.given for w in self._workers))

    def _start(self) -> _Worker:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(target=_work, args=(theirs, self._make_reader, self._made_by), daemon=True)
        process.start()
        theirs.close()
        return _Worker(process=process, pipe=ours)

    def _bury(self, worker: _Worker) -> None:
        """Put another process in a dead one's place, and what it was reading back in line, one by one now."""
        worker.process.join()
        code = worker.process.exitcode
        how = f"by signal {-code}" if code is not None and code < 0 else f"with code {code}"
        reading, *waiting = worker.given
        log.warning("a reading process ended %s, short of memory perhaps; what it was reading is read again", how)
        if not worker.has_read:
            self._deaths_at_start += 1
            if self._deaths_at_start >= DEATHS_AT_START:
                raise DatelineError(f"{DEATHS_AT_START} reading processes in a row ended {how}; try fewer --jobs")
        for report in reading:
            self._deadly[report] += 1
            if len(reading) == 1 and self._deadly[report] >= ENOUGH_DEATHS:
                why = f"the process that read it ended {how}, and so did the one before; it is left out"
                self._lost.append((reading, [not_read(report[0], why, Reason.DIED)]))
            else:
                self._again.append([report])
        self._again.extend(waiting)
        worker.pipe.close()
        self._workers[self._workers.index(worker)] = self._start()


def _has_room(worker: _Worker) -> bool:
    return len(worker.given) < AHEAD


def _send(worker: _Worker, batch: Sequence[Report] | None) -> None:
    try:
        worker.pipe.send((batch,))
    except OSError:
        log.debug("a reading process is gone")  # `take` will find out


def _work(
    pipe: "Connection[Outcomes | DatelineError, tuple[Sequence[Report] | None]]", make_reader: MakeReader, made_by: str
) -> None:
    """Read batch after batch until None comes, or the parent is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C goes to all processes of a terminal; the parent decides
    incoming: queue.SimpleQueue[Sequence[Report] | None] = queue.SimpleQueue()
    Thread(target=_receive, args=(pipe, incoming), daemon=True).start()
    try:
        read = make_reader()
    except DatelineError as error:
        incoming.get()
        pipe.send(error)
        return
    while (batch := incoming.get()) is not None:
        pipe.send(read_batch(batch, read, made_by))


def _receive(
    pipe: "Connection[Outcomes | DatelineError, tuple[Sequence[Report] | None]]",
    incoming: "queue.SimpleQueue[Sequence[Report] | None]",
) -> None:
    """Take batches from the pipe at once, so that the parent never waits for a process that reads."""
    while True:
        try:
            (batch,) = pipe.recv()
        except (EOFError, OSError):
            os._exit(1)  # the parent is gone
        incoming.put(batch)
        if batch is None:
            return
