"""PDF -> Article: the pages' lines joined to paragraphs."""

import re
from collections.abc import Iterable, Iterator
from io import BytesIO
from itertools import pairwise

from pypdf import PdfReader
from pypdf.errors import DependencyError, FileNotDecryptedError

from dateline.errors import Reason, RefusedError
from dateline.load.accepting import MAX_CHARACTERS, accept
from dateline.load.source import Source
from dateline.records import Article

FULL_LINE = 0.75  # of the longest line's length: a shorter line may end a paragraph; ragged margins reach 0.8
PARAGRAPH_END = re.compile(r"[.!?…:][\"'”’»)]*$")
PARAGRAPH_START = re.compile(r"[\"'“‘«(•–—-]?\s*[A-Z0-9]")
PAGE_NUMBER = re.compile(r"(?:page )?\d{1,4}(?: ?(?:of|/) ?\d{1,4})?", re.IGNORECASE)
BROKEN_WORD = re.compile(r"(?<=[a-z])-$")
# What word processors write as a title when the author gave none.
NO_TITLE = re.compile(r"microsoft word|untitled|.*\.(?:docx?|odt|indd|qxd|pdf|rtf|txt)$", re.IGNORECASE)


def read_pdf(source: Source) -> Article:
    """Return the article of a PDF with text in it, a blank line between paragraphs.

    Its date of creation is when the file was made, not when the article came out, so it is not used. Raises
    RefusedError if it is encrypted, broken, or pictures of pages alone.
    """
    try:
        reader = PdfReader(BytesIO(source.data))  # tries the empty password: many PDFs are closed to changes alone
        lines = list(_lines(reader))
        title = reader.metadata.title if reader.metadata else None
    except (FileNotDecryptedError, DependencyError) as error:
        message = f"{source.name}: an encrypted PDF; save a copy without a password"
        raise RefusedError(message, reason=Reason.NOT_ALLOWED) from error
    except Exception as error:  # what a broken PDF makes pypdf raise has no common class
        message = f"{source.name}: a broken PDF; open it elsewhere and save its text"
        raise RefusedError(message, reason=Reason.BROKEN) from error
    if not lines:
        message = f"{source.name}: a PDF without text, pictures perhaps; put it through text recognition"
        raise RefusedError(message, reason=Reason.EMPTY)
    return accept("\n\n".join(_paragraphs(lines)), source.name, url=source.url, title=_title(title))


def _lines(reader: PdfReader) -> Iterator[str]:
    """Every line but blank ones and page numbers, as far as the longest article goes."""
    characters = 0
    for page in reader.pages:
        for line in page.extract_text().splitlines():
            words = " ".join(line.split())
            if words and not PAGE_NUMBER.fullmatch(words):
                characters += len(words)
                yield words
        if characters > MAX_CHARACTERS:
            return


def _paragraphs(lines: Iterable[str]) -> Iterator[str]:
    lines = list(lines)
    full = FULL_LINE * max(map(len, lines))
    paragraph = ""
    for line, following in pairwise([*lines, ""]):
        paragraph += line
        ends = PARAGRAPH_END.search(line) or PARAGRAPH_START.match(following)
        if not following or (len(line) < full and ends):
            yield paragraph
            paragraph = ""
        elif BROKEN_WORD.search(line) and following[0].islower():
            paragraph = paragraph[:-1]
        else:
            paragraph += " "


def _title(written: str | None) -> str | None:
    return written if written and not NO_TITLE.match(written) else None
