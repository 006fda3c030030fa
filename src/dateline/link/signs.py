"""A report -> the words in it that show where it comes from, each with its place and the outlet that it names. Pure."""

import re
from dataclasses import dataclass

from dateline.lexicons.common_words import load_common_words
from dateline.lexicons.origins import SignKind, SignRule, Where, load_origins
from dateline.lexicons.outlets import Outlet, Outlets
from dateline.link.reports import Report, publisher
from dateline.records import Span

START = 400  # characters: headline, byline and dateline
END = 250
_NO_NAME = re.compile(
    r"^(?:The|A|An|This|That|Its|His|Her|Their|Our|Another|One|\w+(?:an|ish|ese|i|ch|ic))$"
)  # "the Croatian daily" has no name here
LEAD_SENTENCES = 3


@dataclass(frozen=True, slots=True)
class Found:
    """One sign. source: the outlet's id, or its name where the tables do not know it; None for own and statements."""

    rule: str
    kind: SignKind
    span: Span
    source: str | None
    why: str


def find_signs(report: Report, outlets: Outlets) -> tuple[Found, ...]:
    """Return a report's signs, rule by rule in the lexicon's order, each source of a rule once."""
    text = report.article.text
    found: dict[tuple[str, str | None], Found] = {}
    for rule, pattern in load_origins().signs:
        start, end = _part(rule, report)
        for match in pattern.finditer(text, start, end):
            sign = _sign(rule, match, outlets)
            if sign is not None:
                found.setdefault((sign.rule, sign.source), sign)
    return tuple(found.values())


def names_source(here: Report, there: Report, outlets: Outlets) -> str | None:
    """Return the name by which a report names the other's outlet or agency, None if it does not."""
    for source in (publisher(there.article, outlets), outlets.resolve(there.article.agency)):
        if source is None or source is publisher(here.article, outlets):
            continue
        if outlets.resolve(here.article.agency) is source:
            return source.name
        for name in (source.name, *source.aliases):
            if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", here.article.text):
                return name
    return None


def _part(rule: SignRule, report: Report) -> Span:
    text = report.article.text
    if rule.where is Where.START:
        return 0, START
    if rule.where is Where.END:
        return max(0, len(text) - END), len(text)
    sentences = report.words.sentences
    if rule.where is Where.LEAD and len(sentences) > LEAD_SENTENCES:
        return 0, report.words.spans[sentences[LEAD_SENTENCES].start][0]
    return 0, len(text)


def _sign(rule: SignRule, match: re.Match[str], outlets: Outlets) -> Found | None:
    group = next((g for g, words in match.groupdict().items() if words and g.startswith(("name", "outlet"))), None)
    if group is None:
        return None if match.re.groupindex else Found(rule.id, rule.kind, match.span(), None, rule.why)
    named = _named(match, group, outlets)
    if named is None:
        return None
    source, shown = (named.id, named.name) if isinstance(named, Outlet) else (named, named)
    return Found(rule.id, rule.kind, _trimmed(match), source, rule.why.format(source=shown))


def _named(match: re.Match[str], group: str, outlets: Outlets) -> Outlet | str | None:
    """Return the outlet that a match names: the longest of its words that the tables know, else a name so called."""
    words = match[group].split()
    called = bool(match.groupdict().get("noun"))
    article = match.string[: match.start(group)].rstrip().lower().endswith("the")
    for length in range(len(words), 0, -1):
        for first in (0, len(words) - length):
            name = re.sub(r"['’]s$", "", " ".join(words[first : first + length]))
            outlet = outlets.resolve(name)
            if first and words[first - 1] in ("of", "for", "de"):  # "the Ministry of Foreign Affairs" is no magazine
                continue
            if outlet is not None and _is_name(name, outlet, called=called, article=article and first == 0):
                return outlet
    return match[group] if called and not _NO_NAME.search(match[group]) else None


def _is_name(name: str, outlet: Outlet, *, called: bool, article: bool) -> bool:
    """Whether these letters are the outlet's name in running text: "Prime" is not PRIME, nor "Nation" The Nation."""
    bare = name.removeprefix("The ")
    written = next((n for n in (outlet.name, *outlet.aliases) if n.removeprefix("The ").strip() == bare), None)
    if written is None:
        return False
    everyday = not outlet.is_agency and bare.istitle() and bare.lower() in load_common_words()
    return called or not everyday or (written.startswith("The ") and (article or name != bare))


def _trimmed(match: re.Match[str]) -> Span:
    start, end = match.span()
    text = match[0]
    return start + len(text) - len(text.lstrip()), end - len(text) + len(text.rstrip())
