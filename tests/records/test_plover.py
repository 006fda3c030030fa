"""PLOVER's tables: every type and mode has its score where the manual gives one."""

import pytest

from dateline.records import MODES, EventType
from dateline.records.plover import MODE_SCORES, intensity


@pytest.mark.parametrize(
    ("kind", "mode", "score"),
    [
        (EventType.AGREE, None, 2.5),
        (EventType.CONSULT, "phone", 1.5),
        (EventType.CONSULT, None, 2.5),
        (EventType.RETREAT, "disarm", 10.0),
        (EventType.REQUEST, "change", -1.0),
        (EventType.ACCUSE, "allege", -3.5),
        (EventType.ACCUSE, None, None),
        (EventType.PROTEST, "vandalize", -5.0),
        (EventType.ASSAULT, "unconventional", -10.0),
    ],
)
def test_intensity_is_the_modes_else_the_types(kind, mode, score):
    assert intensity(kind, mode) == score


def test_scores_are_of_modes_that_there_are():
    assert all(set(scores) <= MODES[kind] for kind, scores in MODE_SCORES.items())
