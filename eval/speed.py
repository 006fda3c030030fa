"""How much the whole flow costs beside the bare parser: ratios within one run, never absolute times."""

import gzip
import json
import statistics
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from spacy.tokens import Doc

from dateline import Article
from dateline.extract.actors import find_actors
from dateline.extract.attributions import find_attributions
from dateline.extract.times import find_times
from dateline.flow import read_articles
from dateline.lexicons import load_lexicons
from dateline.parse import load_model
from eval.floors import Figures

ARTICLES = 200
ROUNDS = 3  # the median of three: these machines are noisy


def overhead(corpus: Path) -> Figures:
    """Return the flow's articles per second over those of bare `nlp.pipe`, on the corpus's first articles."""
    articles = _articles(corpus)
    nlp, lex = load_model(), load_lexicons()
    texts = [a.text for a in articles]

    def parse() -> None:
        for _ in nlp.pipe(texts):
            pass

    def flow() -> None:
        for _ in read_articles(articles, nlp, lex):
            pass

    parse()  # once unmeasured, so that caches are warm for both
    ratios = [_seconds(parse) / _seconds(flow) for _ in range(ROUNDS)]
    return {"ratio": statistics.median(ratios)}


def finders_share(corpus: Path) -> Figures:
    """Return the time of the finders of actors, times and attributions together as a share of the parse before them."""
    articles = _articles(corpus)
    nlp, lex = load_model(), load_lexicons()
    docs: list[Doc] = []

    def parse() -> None:
        docs[:] = nlp.pipe(a.text for a in articles)

    def find() -> None:
        for article, doc in zip(articles, docs, strict=True):
            cast = find_actors(doc, lex.actors, article.published)
            times = find_times(doc, lex.times, anchor=article.published)
            find_attributions(doc, cast, times, lex.cues, article=article)

    parse()
    find()  # both once unmeasured, so that caches are warm
    shares = []
    for _ in range(ROUNDS):
        parsing = _seconds(parse)
        shares.append(_seconds(find) / parsing)
    return {"share": statistics.median(shares)}


def _articles(corpus: Path) -> list[Article]:
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line, _ in zip(lines, range(ARTICLES), strict=False)]
    return [Article(text=r["text"], published=date.fromisoformat(r["published"])) for r in rows]


def _seconds(work: Callable[[], None]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start
