"""Articles -> records, and those to where the user wants them; one that fails does not stop the others."""

import logging
from collections import deque
from collections.abc import Iterable, Iterator
from itertools import chain

from dateline.batch.reading import Reader, not_read, rules_reader
from dateline.cli.messages import Messages, one_line
from dateline.cli.options import Output
from dateline.cli.reader import ReaderChoice, begin_work_list, with_model
from dateline.cli.writing import write_line, write_page, write_view
from dateline.errors import DatelineError
from dateline.records import Article, Record

log = logging.getLogger(__name__)


def exit_code(read: int, refused: int) -> int:
    """Return 0 if all inputs were read, 1 if none was, 3 if only some were."""
    if not refused:
        return 0
    return 3 if read else 1


def show_records(
    articles: Iterator[Article],
    output: Output,
    messages: Messages,
    model: str | None,
    choice: ReaderChoice | None = None,
) -> int:
    """Read the articles, write their records as `output` says, and return how many there were.

    The model is loaded when the first article is there: a misspelt name of a file is told at once.
    """
    first = next(articles, None)
    if first is None:
        return 0
    messages.progress("loading the language model")
    if choice and choice.reader != "rules":
        begin_work_list(choice)
        read = with_model(choice, model)
    else:
        read = rules_reader(model)
    kept: list[Record] = []
    count = events = 0
    for count, record in enumerate(records_of(chain([first], articles), read, messages), 1):
        events += len(record.events)
        for reason in record.refused:
            log.info("article %s: refused: %s", record.article.id, one_line(reason))
        messages.clear()
        if output.html:
            kept.append(record)
        if output.as_json:
            write_line(record.to_json())
        elif not output.html:
            write_view(record, first=count == 1)
        messages.progress(f"{count} read, {messages.refused} refused")
    messages.clear()
    if output.html and kept:
        write_page(kept, output.html)
    log.info("read %d articles: %d events, %d refused", count, events, messages.refused)
    return count


def records_of(articles: Iterable[Article], read: Reader, messages: Messages) -> Iterator[Record]:
    """Yield the records in order; an article whose reading fails is named, and the others are read on."""
    coming = iter(articles)
    handed_over: deque[Article] = deque()  # to the model, which takes them in batches; their records are not back yet

    def feed(again: tuple[Article, ...]) -> Iterator[Article]:
        for article in chain(again, coming):
            handed_over.append(article)
            yield article

    while True:
        again = tuple(handed_over)
        handed_over.clear()
        try:
            for record in read(feed(again)):
                handed_over.popleft()
                yield record
        except DatelineError as error:
            if not handed_over:
                raise
            failed = handed_over.popleft()
            failure = not_read(failed, str(error))
            failure.__cause__ = error
            messages.refuse(failure)
        else:
            return
