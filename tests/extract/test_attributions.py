"""Who says what: sentence -> source, cue, content."""

import pytest

from dateline.extract.actors import find_actors
from dateline.extract.attributions import find_attributions


def read(text, parse, lex):
    doc = parse(text)
    found = find_attributions(doc, find_actors(doc, lex.actors), (), lex.cues)
    return [tuple(" | ".join(text[s:e] for s, e in spans) for spans in (a.source, a.cue, a.content)) for a in found]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("The minister said that the talks would resume.", "The minister", "that the talks would resume"),
        ("The talks would resume, the minister said on Monday.", "the minister", "The talks would resume"),
        ("The talks, the minister said, would resume.", "the minister", "The talks | would resume"),
        ('"We will resume the talks," the minister said.', "the minister", '"We will resume the talks,"'),
        ('"The talks," the minister said, "will resume."', "the minister", '"The talks," | "will resume."'),
        ("According to the ministry, the talks would resume.", "the ministry", "the talks would resume"),
    ],
)
def test_source_and_content(text, source, content, parse, lex):
    assert (source, content) in [(s, c) for s, _, c in read(text, parse, lex)]
