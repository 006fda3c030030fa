"""Short texts of our own, and how a test makes a source or a PDF of them."""

import textwrap
from collections.abc import Callable
from io import BytesIO

import pytest
from pypdf import PdfWriter
from pypdf.generic import DictionaryObject, NameObject, StreamObject

from dateline.fetch import Fetched

STORY = (
    "Norwegian Foreign Minister Ada Berg met Danish envoy Ivo Kral in Oslo on Monday, her ministry said. "
    "The two sides signed an agreement on fishing and will meet again in June to talk about the zone."
)


@pytest.fixture(scope="session")
def story() -> str:
    return STORY


@pytest.fixture(scope="session")
def source() -> Callable[..., Fetched]:
    """Text or bytes -> a source called talks.txt, or as the test says."""

    def make(data: str | bytes, name: str = "talks.txt", **fields: str) -> Fetched:
        return Fetched(data=data.encode() if isinstance(data, str) else data, name=name, **fields)

    return make


@pytest.fixture(scope="session")
def pdf() -> Callable[..., bytes]:
    """Lines, a list a page -> a PDF with them."""

    def make(*pages: list[str], title: str | None = None, password: str | None = None) -> bytes:
        writer, out = PdfWriter(), BytesIO()
        for lines in pages:
            page = writer.add_blank_page(612, 792)
            kind = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica"}
            font = DictionaryObject({NameObject(key): NameObject(value) for key, value in kind.items()})
            fonts = DictionaryObject({NameObject("/F1"): writer._add_object(font)})
            page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
            stream = StreamObject()
            shown = "".join(f"({line}) Tj T* " for line in lines)
            stream._data = f"BT /F1 11 Tf 50 740 Td 14 TL {shown}ET".encode()
            page[NameObject("/Contents")] = writer._add_object(stream)
        if title:
            writer.add_metadata({"/Title": title})
        if password:
            writer.encrypt(password)
        writer.write(out)
        return out.getvalue()

    return make


@pytest.fixture(scope="session")
def wrapped() -> list[str]:
    return textwrap.wrap(STORY, 75)
