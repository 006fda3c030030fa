"""Options of the second reader, and what they make: a reader by rules, by a language model, or a count of tokens."""

import json
import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dateline.batch.reading import Reader
from dateline.records import Article

if TYPE_CHECKING:
    from dateline.reader.both import Difference

KEY = "DATELINE_LLM_KEY"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReaderChoice:
    """Who reads, and with which model."""

    reader: str = "rules"
    llm: str | None = None
    base_url: str | None = None
    cache: str | None = None
    jobs: int = 2
    dry_run: bool = False
    price_in: float | None = None
    price_out: float | None = None
    differences: str | None = None

    def __post_init__(self) -> None:
        if self.differences and self.reader != "both":
            raise click.UsageError("--differences needs two readers; give --reader both")
        if self.dry_run or self.reader == "rules":
            return
        if not self.llm:
            raise click.UsageError(f"--reader {self.reader} needs a model; give --llm NAME or set DATELINE_LLM_MODEL")
        if not self.base_url:
            raise click.UsageError(
                f"--reader {self.reader} needs a server; give --base-url URL or set DATELINE_LLM_BASE_URL"
            )


def reader_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options of ReaderChoice to a verb, which gets them as keywords."""
    for option in reversed(READER_OPTIONS):
        function = option(function)
    return function


def reader_options_beside_jobs(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options of ReaderChoice to a verb whose --jobs are processes: the model's is called --requests."""
    for option in reversed(READER_OPTIONS):
        function = (REQUESTS if option is JOBS else option)(function)
    return function


def with_model(choice: ReaderChoice, model: str | None) -> Reader:
    """Return the reader that asks a language model. model: the spaCy pipeline that parses.

    Differences are appended to the work list, which several processes may do at once; `begin_work_list` makes it.
    """
    from dateline.lexicons import load_lexicons  # noqa: PLC0415 - the help comes without the second that spaCy takes
    from dateline.parse import load_model  # noqa: PLC0415
    from dateline.reader.cache import Cache  # noqa: PLC0415
    from dateline.reader.client import Server  # noqa: PLC0415
    from dateline.reader.reading import Reading, read_with_both, read_with_model  # noqa: PLC0415

    server = Server(base_url=choice.base_url or "", model=choice.llm or "", key=os.environ.get(KEY) or None)
    cache = Cache(Path(choice.cache) if choice.cache else _default_cache())
    reading = Reading(server=server, cache=cache, concurrency=choice.jobs)
    nlp, lex = load_model(model), load_lexicons()
    if choice.reader == "llm":
        return lambda articles: read_with_model(articles, reading, nlp, lex)
    return lambda articles: read_with_both(articles, reading, nlp, lex, _noting(choice.differences))


def begin_work_list(choice: ReaderChoice) -> None:
    """Make an empty file for the differences, where they are asked for."""
    if choice.differences is None:
        return
    try:
        Path(choice.differences).write_text("", encoding="utf-8")
    except OSError as error:
        raise click.UsageError(f"--differences {choice.differences}: cannot be written ({error.strerror})") from error


def _noting(path: str | None) -> Callable[["Difference"], None]:
    """Return what adds a difference to the file as a line; nothing is written where none is asked for."""

    def note(difference: "Difference") -> None:
        if path is not None:
            with Path(path).open("a", encoding="utf-8", newline="\n") as file:
                file.write(json.dumps(difference.to_dict(), ensure_ascii=False) + "\n")

    return note


def show_estimate(articles: Iterable[Article], choice: ReaderChoice) -> int:
    """Write about how many tokens a reading of the articles takes, and its price; return how many there are."""
    from dateline.reader.parts import split  # noqa: PLC0415
    from dateline.reader.prompt import estimate  # noqa: PLC0415

    count = told = answered = 0
    for count, article in enumerate(articles, 1):  # noqa: B007 - counted for the line below
        for start, end in split(article.text):
            asking, answer = estimate(article.text[start:end])
            told, answered = told + asking, answered + answer
    click.echo(f"{count} articles, nothing sent: about {told} tokens in and {answered} out (an estimate from lengths)")
    if choice.price_in is not None and choice.price_out is not None:
        cost = (told * choice.price_in + answered * choice.price_out) / 1_000_000
        click.echo(f"about {cost:.2f} at {choice.price_in:g} in and {choice.price_out:g} out a million tokens")
    return count


def _default_cache() -> Path:
    folder = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    return (Path(folder) if folder else Path.home() / ".cache") / "dateline" / "answers.sqlite"


JOBS = click.option(
    "--jobs", type=click.IntRange(1, 64), default=2, show_default=True, help="Requests to the model at a time."
)
REQUESTS = click.option(
    "--requests",
    type=click.IntRange(1, 64),
    default=2,
    show_default=True,
    help="Requests to the model at a time, of each process.",
)
READER_OPTIONS = (
    click.option(
        "--reader",
        type=click.Choice(["rules", "llm", "both"]),
        default="rules",
        show_default=True,
        help="Who reads: the rules, a language model that is held to the text, or both, their differences in the notes.",
    ),
    click.option(
        "--llm",
        envvar="DATELINE_LLM_MODEL",
        show_envvar=True,
        metavar="NAME",
        help="The language model, as its server calls it; its key, if it needs one, is in DATELINE_LLM_KEY.",
    ),
    click.option(
        "--base-url",
        envvar="DATELINE_LLM_BASE_URL",
        show_envvar=True,
        metavar="URL",
        help="Where an OpenAI-compatible API is, such as http://127.0.0.1:11434/v1.",
    ),
    click.option(
        "--cache",
        envvar="DATELINE_LLM_CACHE",
        show_envvar=True,
        metavar="FILE",
        help="Where the model's answers are kept, in place of the user's cache folder.",
    ),
    JOBS,
    click.option("--differences", metavar="OUT", help="With both: write what they differ in as JSON Lines to OUT."),
    click.option("--dry-run", is_flag=True, help="Ask nobody; say about how many tokens a model would take."),
    click.option("--price-in", type=click.FloatRange(0), metavar="N", help="Price of a million tokens in."),
    click.option("--price-out", type=click.FloatRange(0), metavar="N", help="Price of a million tokens out."),
)
