"""Articles -> records through a model: asked in parts, several at a time, each answer kept, then held to the text."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from importlib.metadata import version

from spacy.language import Language

from dateline.errors import ReaderError
from dateline.extract.actors import find_actors
from dateline.extract.times import find_times
from dateline.flow import NO_DATE, complete, read_article
from dateline.lexicons import Lexicons
from dateline.parse import model_name
from dateline.reader.answer import Answer, read_answer
from dateline.reader.assemble import Page, assemble
from dateline.reader.both import Difference, with_review
from dateline.reader.cache import Cache, answer_key
from dateline.reader.client import Server, ask
from dateline.reader.dates import Dates
from dateline.reader.parts import SIZE, split
from dateline.reader.prompt import prompt_hash
from dateline.reader.reply import Reply
from dateline.records import Article, Record, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Who reads: a server and its model, where answers are kept, how many are asked for at once, how long a part is."""

    server: Server
    cache: Cache | None = None
    concurrency: int = 2
    size: int = SIZE


Asked = list[tuple[Span, "Future[Reply]"]]


def read_with_model(articles: Iterable[Article], reading: Reading, nlp: Language, lex: Lexicons) -> Iterator[Record]:
    """Yield a record an article, in order. Raises ReaderError at an article that the model did not read."""
    pool = ThreadPoolExecutor(max_workers=reading.concurrency)
    waiting: deque[tuple[Article, Asked]] = deque()
    try:
        for article in articles:
            waiting.append((article, _ask_for(article, reading, pool, lex)))
            if len(waiting) > reading.concurrency:
                yield _record(*waiting.popleft(), reading, nlp, lex)
        while waiting:
            yield _record(*waiting.popleft(), reading, nlp, lex)
    finally:
        pool.shutdown(cancel_futures=True)


def read_with_both(
    articles: Iterable[Article], reading: Reading, nlp: Language, lex: Lexicons, note: Callable[[Difference], None]
) -> Iterator[Record]:
    """Yield the rules' record of each article with what the model saw otherwise; `note` is told each difference."""
    for theirs in read_with_model(articles, reading, nlp, lex):
        record, differences = with_review(read_article(theirs.article, nlp, lex), theirs)
        for difference in differences:
            note(difference)
        yield record


def _ask_for(article: Article, reading: Reading, pool: ThreadPoolExecutor, lex: Lexicons) -> Asked:
    def one(text: str) -> Reply:
        key = answer_key(text, reading.server.model, prompt_hash(), lex.digest)
        kept = reading.cache.get(key) if reading.cache else None
        if kept is not None:
            return kept
        reply = ask(reading.server, text)
        read_answer(reply.content)  # what cannot be read is not kept: the next run asks again
        if reading.cache:
            reading.cache.put(key, reply)
        return reply

    return [(span, pool.submit(one, article.text[slice(*span)])) for span in split(article.text, reading.size)]


def _record(article: Article, asked: Asked, reading: Reading, nlp: Language, lex: Lexicons) -> Record:
    replies = [(span, _result(span, coming, len(asked))) for span, coming in asked]
    answers = [(span, read_answer(reply.content)) for span, reply in replies]
    record = hold_to_text(article, answers, nlp, lex)
    made_by = _made_by(reading.server.model, [reply for _, reply in replies])
    return replace(record, generated_by=f"{record.generated_by}; read by {made_by}")


def _result(span: Span, coming: "Future[Reply]", parts: int) -> Reply:
    try:
        return coming.result()
    except ReaderError as error:
        if parts == 1:
            raise
        raise ReaderError(f"characters {span[0]} to {span[1]}: {error}") from error


def hold_to_text(article: Article, answers: Iterable[tuple[Span, Answer]], nlp: Language, lex: Lexicons) -> Record:
    """Return the record that the answers to an article's parts make, as far as its text bears them out."""
    article = complete(article)
    doc = nlp(article.text)
    times = find_times(doc, lex.times, anchor=article.published)
    page = Page(
        article=article,
        cast=find_actors(doc, lex.actors, article.published),
        times=times,
        dates=Dates(article.text, times, lambda words: find_times(nlp(words), lex.times, anchor=article.published)),
        countries=frozenset(lex.actors.countries),
    )
    return replace(
        assemble(page, answers),
        notes=() if article.published else (NO_DATE,),
        generated_by=f"dateline {version('dateline')}, lexicons {lex.digest}, {model_name(nlp)}",
    )


def _made_by(model: str, replies: list[Reply]) -> str:
    tokens = f"{sum(r.tokens_in for r in replies)} tokens in, {sum(r.tokens_out for r in replies)} out"
    kept = sum(r.cached for r in replies)
    return f"{model}, prompt {prompt_hash()}, {tokens}" + (
        f", {kept} of {len(replies)} answers kept before" if kept else ""
    )
