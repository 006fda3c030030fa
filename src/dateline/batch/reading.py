"""Articles -> entries for the archive: the part of adding that runs in each reading process."""

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence

from dateline.errors import DatelineError, ReadError, Reason
from dateline.records import Article, Record
from dateline.records.entry import Entry

log = logging.getLogger(__name__)

Reader = Callable[[Iterable[Article]], Iterator[Record]]
Report = tuple[Article, str | None]  # an article and its locator


def rules_reader(model: str | None = None) -> Reader:
    """Return the reader by rules. model: an installed spaCy pipeline in place of the default. Raises ModelError."""
    from dateline.flow import read_articles  # noqa: PLC0415 - spaCy takes a second to load
    from dateline.lexicons import load_lexicons  # noqa: PLC0415
    from dateline.parse import load_model  # noqa: PLC0415

    nlp, lex = load_model(model), load_lexicons()
    return lambda articles: read_articles(articles, nlp, lex)


def read_batch(reports: Sequence[Report], read: Reader, made_by: str = "rules") -> list[Entry | ReadError]:
    """Return the entry of each article, in order; an error in the place of one that could not be read.

    made_by: who reads, as the archive keeps it.
    """
    from dateline.archive import entry  # noqa: PLC0415 - its store is heavy, and `read` needs none

    try:
        records = list(read([article for article, _ in reports]))
        return [entry(record, locator, reader=made_by) for record, (_, locator) in zip(records, reports, strict=True)]
    except Exception:  # noqa: BLE001 - one by one, to see which it is; that tells what is wrong
        if len(reports) == 1:
            return [_read_alone(reports[0], read, made_by)]
        return [_read_alone(report, read, made_by) for report in reports]


def not_read(article: Article, why: str, reason: Reason = Reason.NOT_READ) -> ReadError:
    """Return the error for an article whose reading failed."""
    return ReadError(f"article {article.id} ({article.title or article.url or 'no title'}): {why}", reason=reason)


def _read_alone(report: Report, read: Reader, made_by: str) -> Entry | ReadError:
    from dateline.archive import entry  # noqa: PLC0415

    article, locator = report
    try:
        (record,) = read([article])
        return entry(record, locator, reader=made_by)
    except DatelineError as error:
        return not_read(article, str(error))
    except Exception as error:
        log.debug("article %s", article.id, exc_info=error)
        what = " ".join(f"{type(error).__name__}: {error}".split())[:200]
        return not_read(article, f"its reading failed ({what}); please report it")
