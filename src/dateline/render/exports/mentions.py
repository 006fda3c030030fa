"""GDELT's 16 columns of mentions: for each event each report that tells it, and where in the text it does."""

import json
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from dateline.records.told import Told
from dateline.render.exports import facts
from dateline.render.plain import one_line

COLUMNS = (
    *("GLOBALEVENTID", "EventTimeDate", "MentionTimeDate", "MentionType", "MentionSourceName", "MentionIdentifier"),
    *("SentenceID", "Actor1CharOffset", "Actor2CharOffset", "ActionCharOffset", "InRawText", "Confidence"),
    *("MentionDocLen", "MentionDocTone", "MentionDocTranslationInfo", "Extras"),
)
WEB, CITED = "1", "2"  # GDELT's kinds of identifiers: an address; a citation that is none


def rows(told: Iterable[Told]) -> Iterator[list[str]]:
    """Yield a row for each report of an event, in the order of COLUMNS; what is not known is empty.

    GLOBALEVENTID is one number for all reports that are judged to tell one event. Extras, which GDELT leaves empty,
    holds the quote and the status as JSON.
    """
    for item in told:
        article = item.record.article
        first = item.actors(facts.actors(item))[:1]
        second = item.actors(facts.recipients(item))[:1]
        address = article.url or item.locator or article.id
        yield [
            str(int(item.group[:15], 16)),
            _stamp(facts.exact_day(item)),
            _stamp(article.published.isoformat() if article.published else None),
            WEB if address.startswith("http") else CITED,
            article.outlet or urlsplit(address).hostname or facts.source(item) or "",
            address,
            str(facts.sentence_number(item)),
            str(facts.nearest_mention(item, first[0]) if first else -1),
            str(facts.nearest_mention(item, second[0]) if second else -1),
            str(item.event.trigger[0]),
            "1",
            "",
            str(len(article.text)),
            "",
            "",
            json.dumps({"quote": one_line(item.quote), "status": item.event.status}, ensure_ascii=False),
        ]


def _stamp(day: str | None) -> str:
    return f"{day.replace('-', '')}000000" if day else ""
