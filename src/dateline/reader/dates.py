"""The words that tell a date -> the date, by our own time finder; a model's arithmetic is never asked for."""

from collections.abc import Callable, Sequence

from dateline.extract.event_dates import as_range
from dateline.records import DateRange, Span, Timex, TimexType

FindAlone = Callable[[str], Sequence[Timex]]  # the times of a phrase by itself


class Dates:
    """The time expressions of an article."""

    def __init__(self, text: str, times: Sequence[Timex], alone: FindAlone) -> None:
        self._text, self._times, self._alone = text, times, alone

    def at(self, span: Span) -> Timex | None:
        """Return the time expression in these words: one of the article's, else the words' own; None if there is none."""
        here = [t for t in self._times if t.span[0] < span[1] and span[0] < t.span[1]]
        if not here:
            here = list(self._alone(self._text[slice(*span)]))
        valued = [t for t in here if t.value is not None and t.type is not TimexType.SET]
        dated = [t for t in valued if t.earliest or t.latest or t.interval]
        return next(iter(dated or valued or here), None)

    def range(self, span: Span) -> DateRange | None:
        """Return the days that these words tell, None where our finder sees none in them."""
        timex = self.at(span)
        if timex is None or timex.value is None or timex.type in (TimexType.SET, TimexType.DURATION):
            return None
        before = self._text[max(0, span[0] - 6) : timex.span[0]].lower() if timex in self._times else ""
        return as_range(timex, since="since" in before)
