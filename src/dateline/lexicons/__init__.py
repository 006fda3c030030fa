"""Rules and word lists as data (.toml, .csv), and the loader that checks them."""

from dataclasses import dataclass
from functools import cache

from dateline.lexicons.actors import ActorLexicon, load_actors
from dateline.lexicons.cues import CueLexicon, load_cues
from dateline.lexicons.datelines import DatelineLexicon, load_datelines
from dateline.lexicons.events import EventLexicon, load_events
from dateline.lexicons.instruments import InstrumentLexicon, load_instruments
from dateline.lexicons.loading import digest
from dateline.lexicons.pairs import PairLexicon, load_pairs
from dateline.lexicons.times import TimeLexicon, load_times


@dataclass(frozen=True, slots=True)
class Lexicons:
    """All rules and tables, checked, each layer's in its own type."""

    actors: ActorLexicon
    times: TimeLexicon
    datelines: DatelineLexicon
    cues: CueLexicon
    events: EventLexicon
    pairs: PairLexicon
    instruments: InstrumentLexicon
    digest: str


@cache
def load_lexicons() -> Lexicons:
    """Return the package's lexicons, read and checked once a process."""
    return Lexicons(
        actors=load_actors(),
        times=load_times(),
        datelines=load_datelines(),
        cues=load_cues(),
        events=load_events(),
        pairs=load_pairs(),
        instruments=load_instruments(),
        digest=digest(),
    )


__all__ = ["Lexicons", "load_lexicons"]
