"""The learned weights: what the file must hold, and what a model makes of it."""

import pytest
from pydantic import ValidationError

from dateline.lexicons import load_lexicons
from dateline.lexicons.weights import ModelEntry, linear
from dateline.records import MODES, EventStatus, EventType

LEARNED = load_lexicons().events.learned


def test_every_decision_of_the_step_has_its_model():
    assert set(LEARNED.models) == {"reading", "role", "date", "status", "mode", "event"}
    assert set(LEARNED.limits) == {"reading", "role", "event"}


def test_the_labels_are_types_statuses_and_modes_of_the_record():
    assert set(LEARNED.models["reading"].labels) == {"-", *EventType}
    assert set(LEARNED.models["status"].labels) <= set(EventStatus)
    assert set(LEARNED.models["mode"].labels) - {"-"} <= {mode for modes in MODES.values() for mode in modes}


def test_no_feature_holds_a_sentence():
    assert max(len(name.split()) for model in LEARNED.models.values() for name in model.rows) <= 3


def test_chances_follow_the_weights_and_unknown_features_count_nothing():
    model = linear(("no", "yes"), {"bias": [0.0, 0.0], "good": [-1.0, 1.0]})
    assert model.chances(["bias"]) == pytest.approx([0.5, 0.5])
    assert model.chances(["bias", "good", "good", "never seen"]) == pytest.approx([0.1192, 0.8808], abs=1e-4)
    assert model.chances([]) == pytest.approx([0.5, 0.5])


def test_options_are_compared_by_the_sum_of_their_features_each_counted_once():
    model = linear(("score",), {"near": [1.5], "far": [-0.5]})
    assert model.total(["near", "far", "near", "never seen"]) == pytest.approx(1.0)
    assert model.total([]) == 0


def test_a_row_of_the_wrong_length_is_refused():
    with pytest.raises(ValidationError, match="not one weight for each"):
        ModelEntry(labels=("no", "yes"), weights={"good": [1.0]})
