"""The article: a text and what is known of its publication."""

import hashlib
from dataclasses import dataclass, field
from datetime import date
from typing import NewType

ArticleId = NewType("ArticleId", str)


def article_id(text: str) -> ArticleId:
    """Return the first 16 hex digits of the SHA-256 of the text's UTF-8 bytes: an edited article is a new one."""
    return ArticleId(hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16])


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One news article. Every offset in its record counts code points of `text`.

    published: the day of publication in the publisher's time zone, or None where it is not known; then relative
    dates stay unresolved.
    place: where it was filed, from its dateline ("Moscow").
    agency: the agency that its dateline names ("Xinhua"), if any.
    """

    text: str
    id: ArticleId = field(default=ArticleId(""))
    url: str | None = None
    title: str | None = None
    outlet: str | None = None
    published: date | None = None
    language: str = "en"
    place: str | None = None
    agency: str | None = None

    def __post_init__(self) -> None:
        if not self.id:
            object.__setattr__(self, "id", article_id(self.text))
