"""Labelled articles -> lexicons/event_parts_weights.json: who plays which part in an act, its date, status and mode.

    python -m tools.train_parts

The articles are records/train of the benchmarks (DATELINE_BENCH, else ../shared/bench). What is written are names of
features with their weights; no sentence. Train these before tools.train_events, which ranks acts by what they tell.
"""

import sys
from collections.abc import Sequence

from dateline.lexicons import load_lexicons
from dateline.lexicons.events import EventLexicon
from dateline.lexicons.weights import PARTS_FILE, EventWeights, LinearModel, linear
from tools.choice_model import fit_choices
from tools.event_samples import (
    Labelled,
    date_groups,
    labelled,
    mode_samples,
    role_samples,
    status_samples,
)
from tools.fitting import SMALLEST, bare, fit, training_pairs, write

# Chances: "role": what the chance of no part is multiplied by.
LIMITS = {"role": 0.5}
# How strongly the dates follow their examples and how often a feature must be seen: flat from 0.02 to 0.1.
DATES = (0.02, 3)


def learn_parts(articles: Sequence[Labelled], lexicon: EventLexicon) -> dict[str, LinearModel]:
    """Return the models of an act's parts, date, status and mode that these articles teach."""
    dates = fit_choices([group for group in date_groups(articles, lexicon) if group[1]], *DATES)
    return {
        "role": linear(*fit("role", role_samples(articles, lexicon))),
        "date": linear(("score",), {f: row for f, row in dates.items() if abs(row[0]) >= SMALLEST}),
        "status": linear(*fit("status", status_samples(articles, lexicon))),
        "mode": linear(*fit("mode", mode_samples(articles, lexicon))),
    }


def main() -> int:
    """Train on records/train and write the file."""
    pairs = training_pairs()
    if not pairs:
        return 1
    lexicon = bare(load_lexicons().events, LIMITS)
    models = learn_parts(labelled(pairs, lexicon), lexicon)
    write(EventWeights(frozenset(), LIMITS, models), PARTS_FILE)
    return 0


if __name__ == "__main__":
    sys.exit(main())
