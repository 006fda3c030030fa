"""dateline resolution, compare, vote: papers read, set side by side, put to the vote."""

import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dateline.cli.options import Day, private_option
from dateline.cli.papers import read_paper, read_paper_or_article
from dateline.cli.writing import console, write_bytes, write_line
from dateline.errors import UsageError
from dateline.records import Article
from dateline.records.resolution import Resolution

if TYPE_CHECKING:
    from dateline.resolutions.council import Outcome


@click.command()
@click.argument("source", metavar="FILE|URL|-")
@click.option("--json", "as_json", is_flag=True, help="Write the resolution as JSON.")
@click.option("--akn", metavar="OUT", help="Write Akoma Ntoso XML to the file OUT; '-' is stdout.")
@click.option("--ics", metavar="OUT", help="Write its deadlines as a calendar to the file OUT; '-' is stdout.")
@private_option
def resolution(source: str, as_json: bool, akn: str | None, ics: str | None, allow_private: bool) -> None:
    """Read a resolution, a draft or a presidential statement.

    Shows its paragraphs, what each obliges, lets or asks whom to do until when, what it cites and how it was voted.
    Reads plain text, Markdown, HTML, PDF and Akoma Ntoso.
    """
    read = read_paper(source, allow_private=allow_private)
    if akn:
        from dateline.render.akn import render_akn  # noqa: PLC0415

        write_bytes(render_akn(read), akn)
    if ics:
        from dateline.render.ics import render_ics  # noqa: PLC0415
        from dateline.views.due import due_in_resolution, select_due  # noqa: PLC0415

        write_bytes(render_ics(select_due(due_in_resolution(read), since=date.min), made=datetime.now(UTC)), ics)
    if as_json:
        write_line(read.to_json())
    elif not akn and not ics:
        from dateline.render.resolution import render_resolution  # noqa: PLC0415

        render_resolution(read, console())


@click.command()
@click.argument("first", metavar="A")
@click.argument("second", metavar="B")
@click.option("--json", "as_json", is_flag=True, help="Write the differences as JSON.")
@click.option("--html", metavar="OUT", help="Write both texts side by side as one page to the file OUT; '-' is stdout.")
@private_option
def compare(first: str, second: str, as_json: bool, html: str | None, allow_private: bool) -> None:
    """Compare two drafts or two versions, or a draft and the news of it.

    Paragraphs are paired by meaning and wording; each difference is classed: added, dropped, moved, split, merged,
    stronger, weaker, other bearer, other date, reworded. What both share is shown as the same. Where B is an article,
    each provision that it describes is held against the text of A: confirmed, contradicted or not found.
    """
    from dateline.resolutions.comparing import compare as compare_resolutions  # noqa: PLC0415

    ours = read_paper(first, allow_private=allow_private)
    other = read_paper_or_article(second, allow_private=allow_private)
    if isinstance(other, Article):
        _check(ours, other, _name(first), as_json=as_json, html=html)
        return
    found = compare_resolutions(ours, other, names=(_name(first), _name(second)))
    if html:
        from dateline.render.comparison import render_comparison_page  # noqa: PLC0415

        write_bytes(render_comparison_page(found).encode(), html)
    if as_json:
        write_line(found.to_json())
    elif not html:
        from dateline.render.comparison import render_comparison  # noqa: PLC0415

        render_comparison(found, console())


def _check(paper: Resolution, article: Article, name: str, *, as_json: bool, html: str | None) -> None:
    from dateline.flow import read_article  # noqa: PLC0415 - spaCy takes a second to load
    from dateline.lexicons import load_lexicons  # noqa: PLC0415
    from dateline.parse import load_model  # noqa: PLC0415
    from dateline.resolutions.checking import check_record  # noqa: PLC0415

    if html:
        raise UsageError("--html sets two papers side by side; an article's claims come as text or --json")
    checked = check_record(read_article(article, load_model(), load_lexicons()), paper)
    if as_json:
        for item in checked:
            write_line(json.dumps(item.to_dict(), ensure_ascii=False))
        return
    from dateline.render.resolution import render_checked  # noqa: PLC0415

    render_checked(checked, name, console())


@click.command()
@click.option("--body", type=click.Choice(["unsc", "unga"]), default="unsc", show_default=True, help="The voting body.")
@click.option("--for", "in_favour", default="", metavar="STATES|N", help="Who votes in favour: names, or how many.")
@click.option("--against", default="", metavar="STATES|N", help="Who votes against: names, or how many.")
@click.option("--abstain", default="", metavar="STATES|N", help="Who abstains: names, or how many.")
@click.option("--absent", default="", metavar="STATES", help="Who is absent or takes no part.")
@click.option("--parties", default="", metavar="STATES", help="Parties to the dispute, who must abstain.")
@click.option("--on", "day", type=Day(), metavar="DATE", help="The day of the vote; today, if not given.")
@click.option("--procedural", is_flag=True, help="The question is one of procedure.")
@click.option("--important", is_flag=True, help="In the Assembly: a question that needs two thirds, Article 18(2).")
@click.option("--stated", is_flag=True, help="These are stated positions: the others have not voted yet.")
@click.option("--json", "as_json", is_flag=True, help="Write the outcome as JSON.")
def vote(  # noqa: PLR0913, PLR0917 - one for each option
    body: str,
    in_favour: str,
    against: str,
    abstain: str,
    absent: str,
    parties: str,
    day: date | None,
    procedural: bool,
    important: bool,
    stated: bool,
    as_json: bool,
) -> None:
    """Tell whether a vote in the Security Council or the General Assembly adopts a draft, and why.

    Names are separated by commas or semicolons. With --stated, those not named have not spoken yet: what is still
    missing and who can block is told.
    """
    from dateline.resolutions.assembly import decide_assembly  # noqa: PLC0415
    from dateline.resolutions.council import Ballot, decide  # noqa: PLC0415

    counts = {
        name: int(value)
        for name, value in (("in_favour", in_favour), ("against", against), ("abstain", abstain))
        if value.strip().isdigit()
    }
    ballot = Ballot(
        in_favour=_states(in_favour),
        against=_states(against),
        abstain=_states(abstain),
        absent=_states(absent),
        parties=_states(parties),
        count_in_favour=counts.get("in_favour"),
        count_against=counts.get("against"),
        count_abstain=counts.get("abstain"),
    )
    if stated and counts:
        raise UsageError("--stated needs the states by name: a number does not tell who can still vote")
    if body == "unga":
        _refuse(procedural=procedural, stated=stated, parties=bool(parties.strip()))
        _tell(decide_assembly(ballot, important=important), as_json=as_json)
        return
    _refuse(important=important)
    outcome = decide(ballot, day or datetime.now(UTC).date(), procedural=procedural, final=not stated)
    _tell(outcome, as_json=as_json)


def _refuse(**given: bool) -> None:
    """Raise UsageError for an option that the body does not know."""
    for name, is_given in given.items():
        if is_given:
            raise UsageError(f"--{name} has no meaning for this body; see dateline vote --help")


def _tell(outcome: "Outcome", *, as_json: bool) -> None:
    if as_json:
        write_line(outcome.to_json())
        return
    from dateline.render.resolution import render_outcome  # noqa: PLC0415

    render_outcome(outcome, console())


def _states(value: str) -> tuple[str, ...]:
    if value.strip().isdigit():
        return ()
    return tuple(name.strip() for name in value.replace(";", ",").split(",") if name.strip())


def _name(source: str) -> str:
    return source if "://" in source or source == "-" else Path(source).stem
