import re
from operator import attrgetter

import pytest

from dateline.lexicons.sketching import load_sketching


@pytest.mark.parametrize("sign", load_sketching().signs, ids=attrgetter("id"))
def test_a_sign_fires_on_its_own_example_alone(sign):
    assert re.search(sign.words, sign.fires, re.IGNORECASE)
    assert not re.search(sign.words, sign.silent, re.IGNORECASE)


def test_signs_of_both_kinds_are_found_together():
    words = load_sketching()
    for sign in words.signs:
        assert getattr(words, sign.shows).search(sign.fires)
