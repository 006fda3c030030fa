"""Resolution <-> Akoma Ntoso for the United Nations (AKN 3.0, `statement`): XML that keeps every paragraph."""

import re
from collections.abc import Iterable, Iterator

from lxml import etree

from dateline.errors import RefusedError
from dateline.records.resolution import Item, OperativeParagraph, PaperKind, PreambularParagraph, Resolution
from dateline.resolutions.header import MONTHS

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
_NAMES = {
    PaperKind.RESOLUTION: "resolution",
    PaperKind.DRAFT: "resolutionDraft",
    PaperKind.STATEMENT: "deliberation",
}
_KINDS = {
    PaperKind.RESOLUTION: "Resolution",
    PaperKind.DRAFT: "Draft resolution",
    PaperKind.STATEMENT: "Statement by the President of the Security Council",
}
_BODIES = {"Security Council": "sc", "General Assembly": "ga", "Economic and Social Council": "ecosoc"}
_UNDATED = "0001-01-01"  # the schema demands a date; the year 1 says that none is known

Paragraph = PreambularParagraph | OperativeParagraph


def render_akn(resolution: Resolution) -> bytes:
    """Return the resolution as AKN XML, UTF-8: metadata, preamble, paragraphs with their items, adoption, annexes."""
    root = etree.Element(_tag("akomaNtoso"), nsmap={None: NAMESPACE})
    statement = _add(root, "statement", name=_NAMES[resolution.kind], contains="singleVersion")
    _meta(statement, resolution)
    _preface(statement, resolution)
    first = [p for p in resolution.preambular if p.section is None]
    preamble = _add(statement, "preamble")
    _add(_add(preamble, "formula", name="enactingFormula"), "p", f"The {resolution.body or 'Security Council'},")
    for paragraph in first:
        _preambular(preamble, paragraph)
    _body(_add(statement, "mainBody"), resolution)
    if resolution.vote and resolution.vote.span:
        start, end = resolution.vote.span
        _add(_add(statement, "conclusions"), "p", " ".join(resolution.text[start:end].split()))
    _attachments(statement, resolution)
    xml: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    return xml


def read_akn(xml: bytes) -> str:
    """Return the text of an AKN statement in the layout that `parse_resolution` reads. Raises RefusedError."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_blank_text=True)
    try:
        root = etree.fromstring(xml, parser)
    except etree.XMLSyntaxError as error:
        raise RefusedError(f"broken XML: {error.msg}") from error
    statement = root.find(_tag("statement"))
    if statement is None:
        raise RefusedError("no Akoma Ntoso <statement>: only resolutions and drafts are read from XML")
    return "\n\n".join(_text_of(statement)) + "\n"


def _tag(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


def _add(parent: etree._Element, element: str, text: str | None = None, /, **attributes: str) -> etree._Element:
    child = etree.SubElement(parent, _tag(element), attributes)
    child.text = _printable(text) if text is not None else None
    return child


def _printable(text: str) -> str:
    """Leave out the control characters that XML cannot hold."""
    return re.sub(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "", text)


def _meta(statement: etree._Element, resolution: Resolution, prefix: str = "") -> None:
    body = _BODIES.get(resolution.body or "", "un")
    day = resolution.adopted or _UNDATED
    number = str(resolution.number or 0)
    work = f"/akn/un/statement/{_NAMES[resolution.kind]}/{body}/{day}/{number}"
    meta = _add(statement, "meta")
    identification = _add(meta, "identification", source=f"#{prefix}dateline")
    for level, uri in (("Work", work), ("Expression", f"{work}/eng@{day}"), ("Manifestation", f"{work}/eng@{day}.xml")):
        frbr = _add(identification, f"FRBR{level}")
        _add(frbr, "FRBRthis", value=f"{uri}/!main")
        _add(frbr, "FRBRuri", value=uri)
        _add(frbr, "FRBRdate", date=day, name="adoption" if resolution.adopted else "unknown")
        _add(frbr, "FRBRauthor", href=f"#{prefix}{body}")
        if level == "Work":
            _add(frbr, "FRBRcountry", value="un")
            _add(frbr, "FRBRnumber", value=number)
        if level == "Expression":
            _add(frbr, "FRBRlanguage", language="eng")
    if resolution.adopted:
        lifecycle = _add(meta, "lifecycle", source=f"#{prefix}dateline")
        _add(
            lifecycle,
            "eventRef",
            date=day,
            source=f"#{prefix}{body}",
            type="generation",
            eId=f"{prefix}lifecycle_adopted",
        )
    references = _add(meta, "references", source=f"#{prefix}dateline")
    name = resolution.body or "United Nations"
    _add(references, "TLCOrganization", eId=f"{prefix}{body}", href=f"/ontology/organization/un/{body}", showAs=name)
    _add(
        references,
        "TLCOrganization",
        eId=f"{prefix}dateline",
        href="/ontology/organization/dateline",
        showAs="Dateline",
    )


def _preface(statement: etree._Element, resolution: Resolution) -> None:
    preface = _add(statement, "preface")
    if resolution.title:
        _add(_add(preface, "p"), "docTitle", resolution.title)
    if resolution.symbol:
        _add(_add(preface, "p"), "docNumber", resolution.symbol)
    line = _add(preface, "p")
    kind = _KINDS[resolution.kind]
    if resolution.number is not None:
        _add(line, "docNumber", f"{kind} {resolution.number} ({resolution.year})")
    else:
        _add(line, "docType", kind)
    if resolution.adopted:
        _add(_add(preface, "p"), "docDate", _day(resolution.adopted), date=resolution.adopted)


def _day(iso: str) -> str:
    year, month, day = map(int, iso.split("-"))
    name = next(name for name, number in MONTHS.items() if number == month)
    return f"of {day} {name.title()} {year}"


def _preambular(parent: etree._Element, paragraph: PreambularParagraph) -> None:
    _add(parent, "p", paragraph.text, eId=f"preamble_{paragraph.number}")
    if paragraph.items:
        _block_list(parent, paragraph.items, f"preamble_{paragraph.number}")


def _block_list(parent: etree._Element, items: Iterable[Item], eid: str) -> None:
    block = _add(parent, "blockList", eId=f"{eid}__list")
    for number, item in enumerate(items, start=1):
        entry = _add(block, "item", eId=f"{eid}__item_{number}")
        _add(entry, "num", item.label)
        _add(entry, "p", item.text)
        if item.items:
            _block_list(entry, item.items, f"{eid}__item_{number}")


def _body(body: etree._Element, resolution: Resolution) -> None:
    sections = dict.fromkeys([*(p.section for p in resolution.preambular), *(p.section for p in resolution.operative)])
    for section in sections:
        parent, prefix = body, ""
        if section:
            prefix = f"sec_{section}__"
            parent = _add(body, "section", eId=f"sec_{section}")
            _add(parent, "num", section)
            if opening := [p for p in resolution.preambular if p.section == section]:
                intro = _add(parent, "intro")
                for preambular in opening:
                    _preambular(intro, preambular)
        for paragraph in resolution.operative:
            if paragraph.section == section:
                _operative(parent, paragraph, f"{prefix}para_{paragraph.number}")
    if len(body) == 0:
        _add(body, "p")


def _operative(parent: etree._Element, paragraph: OperativeParagraph, eid: str) -> None:
    element = _add(parent, "paragraph", eId=eid)
    printed = (paragraph.label or str(paragraph.number)).split()[-1]
    if printed.isdigit():
        _add(element, "num", f"{printed}.")
    _listed(element, paragraph.text, paragraph.items, eid)


def _listed(element: etree._Element, text: str, items: tuple[Item, ...], eid: str) -> None:
    if not items:
        _add(_add(element, "content"), "p", text)
        return
    _add(_add(element, "intro"), "p", text)
    for number, item in enumerate(items, start=1):
        point = _add(element, "point", eId=f"{eid}__point_{number}")
        _add(point, "num", item.label)
        _listed(point, item.text, item.items, f"{eid}__point_{number}")


def _attachments(statement: etree._Element, resolution: Resolution) -> None:
    if not resolution.annexes:
        return
    attachments = _add(statement, "attachments")
    for number, annex in enumerate(resolution.annexes, start=1):
        attachment = _add(attachments, "attachment", eId=f"att_{number}")
        _add(attachment, "heading", annex.heading)
        document = _add(attachment, "doc", name="annex")
        _meta(document, resolution, f"att_{number}__")
        main = _add(document, "mainBody")
        for text in annex.paragraphs or ("",):
            _add(main, "p", text)


def _text_of(statement: etree._Element) -> Iterator[str]:
    """Yield the statement's blocks of text in order."""
    for name in ("docTitle", "docNumber", "docType", "docDate"):
        yield from ("".join(e.itertext()) for e in statement.findall(f"{_tag('preface')}//{_tag(name)}"))
    parts = {etree.QName(part).localname: part for part in statement if isinstance(part.tag, str)}
    yield from _blocks(parts.get("preamble"))
    yield from _blocks(parts.get("mainBody"))
    yield from _blocks(parts.get("conclusions"))
    for attachment in statement.iter(_tag("attachment")):
        yield "".join(attachment.findtext(_tag("heading")) or "")
        yield from _blocks(attachment.find(f"{_tag('doc')}/{_tag('mainBody')}"))


def _blocks(element: etree._Element | None) -> Iterator[str]:
    """Yield each p of an element, with the number that stands before it."""
    number = ""
    for inner in [] if element is None else element.iter(_tag("num"), _tag("p")):
        words = " ".join("".join(inner.itertext()).split())
        if inner.tag == _tag("p"):
            yield f"{number} {words}".strip()
            number = ""
        elif inner.getparent().tag == _tag("section"):
            yield words
            if inner.getparent().find(_tag("intro")) is not None:
                yield "The Security Council,"
        else:
            number = words
