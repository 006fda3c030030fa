"""Groups of options, of which some are right -> weights that make the right ones score highest (conditional logit)."""

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

Group = tuple[Sequence[Sequence[str]], frozenset[int]]  # the features of each option, the places of the right ones
Floats = NDArray[np.float64]


def fit_choices(groups: Sequence[Group], strength: float, least: int) -> dict[str, list[float]]:
    """Return a weight a feature.

    strength: how strongly the examples are followed. least: how often a feature must be seen. Groups without a right
    option teach nothing and are left out by the caller.
    """
    counts = Counter(f for options, _ in groups for option in options for f in set(option))
    columns = {f: i for i, f in enumerate(sorted(f for f, n in counts.items() if n >= least))}
    table, group_of, right = _table(groups, columns)
    starts = np.searchsorted(group_of, np.arange(len(groups)))
    turned = table.T.tocsr()

    def loss(weights: Floats) -> tuple[float, Floats]:
        scores = table @ weights
        powers = np.exp(scores - np.maximum.reduceat(scores, starts)[group_of])
        chances = powers / np.add.reduceat(powers, starts)[group_of]
        whole = np.maximum(np.add.reduceat(chances * right, starts), 1e-12)
        slope = turned @ (chances - chances * right / whole[group_of])
        value = -strength * float(np.log(whole).sum()) + 0.5 * float(weights @ weights)
        return value, strength * slope + weights

    found = minimize(loss, np.zeros(len(columns)), jac=True, method="L-BFGS-B", options={"maxiter": 300}).x
    return {f: [round(float(found[i]), 2)] for f, i in columns.items()}


def _table(groups: Sequence[Group], columns: dict[str, int]) -> tuple[csr_matrix, NDArray[np.int64], Floats]:
    """Return options by features, the group of each option, and which options are right."""
    rows: list[int] = []
    places: list[int] = []
    group_of: list[int] = []
    right: list[float] = []
    for number, (options, answers) in enumerate(groups):
        for place, option in enumerate(options):
            known = {columns[f] for f in option if f in columns}
            rows += [len(group_of)] * len(known)
            places += known
            group_of.append(number)
            right.append(float(place in answers))
    table = csr_matrix((np.ones(len(rows)), (rows, places)), shape=(len(group_of), len(columns)))
    return table, np.array(group_of), np.array(right)
