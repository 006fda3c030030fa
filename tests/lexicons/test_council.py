import pytest

from dateline.lexicons.council import load_council


@pytest.mark.parametrize(("question", "pattern"), load_council().procedural, ids=lambda p: getattr(p, "id", ""))
def test_a_question_of_procedure_is_known_by_its_words(question, pattern):
    assert pattern.search(question.fires)
    assert not pattern.search(question.silent)
