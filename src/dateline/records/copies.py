"""Who wrote it first: what two reports share, whether one copies the other, and where a report comes from."""

from dataclasses import dataclass
from enum import StrEnum

from dateline.records.spans import Span, check_spans
from dateline.records.vocabulary import ChainRole


class CopyKind(StrEnum):
    """How a report takes over another's words."""

    EXACT_REPRINT = "exact_reprint"  # the same words, headline, dateline and agency line aside
    EDITED_REPRINT = "edited_reprint"  # most of it, reworded, reordered or cut a little
    EXCERPT = "excerpt"  # a part of it and little else
    REWRITE = "rewrite"  # fewer words in common, and it names the other as where it has them from
    MERGED = "merged"  # this and other matter in one


class OriginKind(StrEnum):
    """Where a report's words come from."""

    OWN = "own"
    AGENCY = "agency"
    STATEMENT = "statement"
    OUTLET = "outlet"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """A passage that two reports share: `here` in the first, `there` in the second; words: how many are the same."""

    here: Span
    there: Span
    words: int

    def __post_init__(self) -> None:
        check_spans((self.here, self.there), "shared passage")


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedVoice:
    """A voice that both records' attributions lead to, with the claims (attribution ids) that do, here and there."""

    name: str
    role: ChainRole
    here: tuple[str, ...]
    there: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """The first report takes over words of the second, or the other way round: words alone do not tell who was first.

    here_share, there_share: the part of each report's own words (quotations, datelines and stock passages aside) that
    the passages cover, 0 to 1. changed: figures and days that stand in one place of a shared passage and differ.
    why: the reason in plain words.
    """

    kind: CopyKind
    passages: tuple[Shared, ...]
    here_share: float
    there_share: float
    quotations: tuple[Shared, ...] = ()
    voices: tuple[SharedVoice, ...] = ()
    changed: tuple[Shared, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """One thing that shows where a report comes from: words of it (None where it is not in the text) and the reason."""

    span: Span | None
    why: str

    def __post_init__(self) -> None:
        check_spans([self.span] if self.span else [], "sign of origin")


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where a report comes from.

    sources: ids in lexicons/outlets.csv, or names that it does not have, of those it comes from, the main one first;
    empty for own and unknown. signs: what shows it. report: the earlier report that it copies, as the caller names it.
    told: the words are its own, the news is its source's ("Reuters reported").
    """

    kind: OriginKind
    sources: tuple[str, ...] = ()
    signs: tuple[Sign, ...] = ()
    report: str | None = None
    told: bool = False
