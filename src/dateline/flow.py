"""The flow on one screen: text -> Doc -> Record."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from importlib.metadata import version

from spacy.language import Language
from spacy.tokens import Doc

from dateline.extract.actors import find_actors
from dateline.extract.attributions import find_attributions
from dateline.extract.coding import code_pair
from dateline.extract.datelines import find_dateline
from dateline.extract.events import find_events
from dateline.extract.explaining import explain_pair, explain_sentence
from dateline.extract.instruments import find_instruments, link_events
from dateline.extract.pairs import Party, mark_pair, tidy
from dateline.extract.provisions import find_provisions
from dateline.extract.times import find_times
from dateline.lexicons import Lexicons, load_lexicons
from dateline.parse import load_model, model_name
from dateline.records import Article, Coding, Explanation, Record

NO_DATE = "no publication date is known: relative dates such as 'on Saturday' are left open; give --published"


def read_article(article: Article, nlp: Language, lex: Lexicons) -> Record:
    """Return the record of one article."""
    return read_doc(complete(article), nlp(article.text), lex, model_name(nlp))


def read_articles(articles: Iterable[Article], nlp: Language, lex: Lexicons) -> Iterator[Record]:
    """Yield a record an article, in order; the texts stream through the model in batches."""
    pairs = ((article.text, article) for article in articles)
    for doc, article in nlp.pipe(pairs, as_tuples=True):
        yield read_doc(complete(article), doc, lex, model_name(nlp))


def complete(article: Article) -> Article:
    """Return the article with what its first lines say of day, place and agency where the metadata is silent.

    A dateline without a year gives no day of publication: unknown stays unknown.
    """
    found = find_dateline(article.text, load_lexicons().datelines)
    return replace(
        article,
        published=article.published or found.published,
        place=article.place or found.place,
        agency=article.agency or found.agency,
    )


def read_doc(article: Article, doc: Doc, lex: Lexicons, model: str) -> Record:
    """Return the record of an article that is already parsed: every finder in its turn."""
    cast = find_actors(doc, lex.actors, article.published)
    times = find_times(doc, lex.times, anchor=article.published)
    attributions = find_attributions(doc, cast, times, lex.cues, article=article)
    events = find_events(doc, article, cast, times, attributions, lex.events)
    instruments = find_instruments(doc, cast, times, events, lex.instruments)
    provisions = find_provisions(doc, cast, times, attributions, instruments, lex.instruments)
    return Record(
        article=article,
        actors=cast.actors,
        times=times,
        attributions=attributions,
        events=link_events(events, instruments),
        instruments=instruments,
        provisions=provisions,
        notes=() if article.published else (NO_DATE,),
        generated_by=generated_by(lex, model),
    )


def generated_by(lex: Lexicons, model: str) -> str:
    """Return what says which code, rules and model make a record."""
    return f"{_version()}, lexicons {lex.digest}, {model}"


def read(
    text: str,
    *,
    published: date | None = None,
    title: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
    model: str | None = None,
) -> Record:
    """Return the record of one article's text.

    published: day of publication; without it a date line in the text is used, and without that relative dates stay
    open, as `Record.notes` says. model: an installed spaCy pipeline in place of the default.
    """
    article = Article(text=text, published=published, title=title, outlet=outlet, url=url)
    return read_article(article, load_model(model), load_lexicons())


def classify(sentence: str, actor: Party, recipient: Party, *, model: str | None = None) -> Coding:
    """Return what the actor does to the recipient in this sentence, as a PLOVER type.

    actor, recipient: their words in the sentence, or the spans of characters where they stand.
    model: an installed spaCy pipeline in place of the default.
    """
    return next(classify_pairs([(sentence, actor, recipient)], load_model(model), load_lexicons()))


def classify_pairs(
    pairs: Iterable[tuple[str, Party, Party]], nlp: Language, lex: Lexicons, *, rules_only: bool = False
) -> Iterator[Coding]:
    """Yield the coding of each sentence and pair, in order; the sentences stream through the model in batches.

    Names are not looked for, as the pair is given: this saves a third of the parser's time.
    """
    texts = ((tidy(sentence), (actor, recipient)) for sentence, actor, recipient in pairs)
    for doc, (actor, recipient) in nlp.pipe(texts, as_tuples=True, disable=["ner"]):
        yield code_pair(doc, mark_pair(doc, actor, recipient), lex.events, lex.pairs, rules_only=rules_only)


def explain(
    sentence: str, actor: Party | None = None, recipient: Party | None = None, *, model: str | None = None
) -> Explanation:
    """Return which rules fire in a sentence, on which words, and why others do not; with a pair, what decides it."""
    nlp, lex = load_model(model), load_lexicons()
    if actor is None or recipient is None:
        doc = nlp(sentence)
        return explain_sentence(doc, find_actors(doc, lex.actors), lex.events)
    doc = nlp(tidy(sentence), disable=["ner"])
    return explain_pair(sentence, doc, mark_pair(doc, actor, recipient), lex.events, lex.pairs)


@cache
def _version() -> str:
    return f"dateline {version('dateline')}"
