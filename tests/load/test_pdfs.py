"""PDF: paragraphs from lines, or a refusal."""

import pytest

from dateline import Article, RefusedError
from dateline.load import load
from dateline.load.pdfs import read_pdf


def test_lines_become_paragraphs_and_page_numbers_go(source, pdf, wrapped, story):
    article = read_pdf(source(pdf([*wrapped, "1"], [*wrapped, "Page 2 of 2"]), name="talks.pdf"))
    assert article.text == f"{story}\n\n{story}"
    assert (article.title, article.published) == (None, None)


def test_a_word_broken_at_a_line_end_is_mended(source, pdf):
    lines = ["Berg and Kral signed the agree-", "ment on fishing in Oslo today."]
    assert read_pdf(source(pdf(lines))).text == "Berg and Kral signed the agreement on fishing in Oslo today."


@pytest.mark.parametrize(
    ("written", "title"), [("Talks in Oslo", "Talks in Oslo"), ("Microsoft Word - a.docx", None), ("a.pdf", None)]
)
def test_a_title_counts_unless_a_program_made_it(source, pdf, wrapped, written, title):
    assert read_pdf(source(pdf(wrapped, title=written))).title == title


def test_an_encrypted_pdf_is_refused_by_name(source, pdf, wrapped):
    with pytest.raises(RefusedError, match=r"talks\.txt: an encrypted PDF; save a copy without a password"):
        read_pdf(source(pdf(wrapped, password="secret")))  # noqa: S106 - a lock to be met, not kept


def test_a_pdf_of_pictures_is_refused_by_name(source, pdf):
    with pytest.raises(RefusedError, match="a PDF without text, pictures perhaps; put it through text recognition"):
        read_pdf(source(pdf([])))


@pytest.mark.parametrize("data", [b"%PDF-1.4\nnothing", b"%PDF-", b""])
def test_a_broken_pdf_is_refused_by_name(source, data):
    with pytest.raises(RefusedError, match="a broken PDF; open it elsewhere and save its text"):
        read_pdf(source(data))


@pytest.mark.parametrize("share", [0.1, 0.3, 0.5, 0.7, 0.9, 0.99])
def test_a_pdf_cut_short_is_read_as_far_as_it_goes_or_refused(source, pdf, wrapped, story, share):
    whole = pdf(wrapped)
    (found,) = load(source(whole[: int(share * len(whole))]))
    if isinstance(found, Article):
        assert found.text in story
    else:
        assert "PDF" in str(found)
