"""The text cut at the edges of spans."""

import pytest

from dateline.render.marks import Layer, Mark, find_marks, leads, paragraphs

TEXT = "one two three four"


def cut(*marks: Mark, text: str = TEXT) -> list[tuple[str, str]]:
    return [(p.text, " ".join(p.keys)) for paragraph in paragraphs(text, marks) for p in paragraph.pieces]


@pytest.mark.parametrize(
    ("spans", "pieces"),
    [
        ([], [(TEXT, "")]),
        ([(4, 7)], [("one ", ""), ("two", "e1"), (" three four", "")]),
        ([(0, 18), (4, 7)], [("one ", "e1"), ("two", "e2 e1"), (" three four", "e1")]),  # nested: the shorter first
        ([(0, 7), (4, 13)], [("one ", "e1"), ("two", "e1 e2"), (" three", "e2"), (" four", "")]),  # overlapping
        ([(4, 7), (4, 7)], [("one ", ""), ("two", "e1 e2"), (" three four", "")]),  # the same twice
    ],
)
def test_pieces_end_where_any_span_does(spans, pieces):
    assert cut(*(Mark(span, Layer.EVENT, f"e{n}") for n, span in enumerate(spans, 1))) == pieces


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\n\nb\nc", [("a", "\n\n"), ("b\nc", "")]),
        ("a\r\nb\rc\n", [("a", "\r\n"), ("b", "\r"), ("c", "\n"), ("", "")]),
        ("a\n \t\r\nb", [("a", "\n \t\r\n"), ("b", "")]),
        (f"{'long ' * 30}\n\nb\nc", [("long " * 30, "\n"), ("", "\n"), ("b", "\n"), ("c", "")]),
        ("", [("", "")]),
    ],
)
def test_paragraphs_are_lines_or_wrapped_lines_between_blank_ones(text, shown):
    assert [("".join(p.text for p in part.pieces), part.gap) for part in paragraphs(text, ())] == shown


def test_a_span_over_paragraphs_marks_all_of_them():
    marks = (Mark((0, 4), Layer.CLAIM, "s1"),)
    assert [[p.keys for p in part.pieces] for part in paragraphs("a\n\nb", marks)] == [[("s1",)], [("s1",)]]


def test_events_are_found_by_their_trigger_and_claims_by_their_source(record, place):
    found = leads(find_marks(record))
    assert found["e3"] == place("met")[0]
    assert found["s1"] == place("the mission")[0]
    assert found["a1"] == place("Ada Berg")[0]
    assert set(found) == {"a1", "a2", "a3", "a4", "t1", "t2", "s1", "s2", "e1", "e2", "e3", "i1", "i2", "p1", "p2"}
