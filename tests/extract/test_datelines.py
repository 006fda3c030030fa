"""What the first lines of an article say of its filing."""

from datetime import date
from operator import attrgetter

import pytest

from dateline.extract.datelines import Dateline, find_dateline, matching_form
from dateline.lexicons.datelines import load_datelines

LEXICON = load_datelines()


@pytest.mark.parametrize(
    ("text", "place", "agency", "month", "day"),
    [
        ("MOSCOW, Nov 16 (Xinhua) -- Envoys left.", "Moscow", "Xinhua", 11, 16),
        ("Moscow [Russia], November 16 : Envoys left.", "Moscow", None, 11, 16),
        ("New Delhi [India], November 16 (ANI): Envoys left.", "New Delhi", "ANI", 11, 16),
        ("GENEVA (AP) _ Envoys left.", "Geneva", "AP", None, None),
        ("OTTAWA, Canada (AP)_ Envoys left.", "Ottawa", "AP", None, None),
        ("WASHINGTON (Reuters) - Envoys left.", "Washington", "Reuters", None, None),
        ("AUSTIN, Tex. — Envoys left.", "Austin", None, None, None),
        ("ST. PETERSBURG, June 3. /TASS/. Envoys left.", "St. Petersburg", "TASS", 6, 3),
        ("(Reuters) - Envoys left.", None, "Reuters", None, None),
        ("BERN _\n\nEnvoys left.", "Bern", None, None, None),
        ("PORT-AU-PRINCE, Haiti, Jan 3 (AP) -- Envoys left.", "Port-au-Prince", "AP", 1, 3),
        ("RIO DE JANEIRO (AFP) - Envoys left.", "Rio de Janeiro", "AFP", None, None),
        ("N'DJAMENA (AFP) - Envoys left.", "N'Djamena", "AFP", None, None),
        ("LA PAZ (AFP) - Envoys left.", "La Paz", "AFP", None, None),
        ("UN HEADQUARTERS (AFP) - Envoys left.", "UN Headquarters", "AFP", None, None),
        ("Envoys leave in anger\n\nby Ada Berg\n\nROME, Nov. 26 (Xinhua) -- Envoys left.", "Rome", "Xinhua", 11, 26),
    ],
)
def test_place_agency_and_day_are_read(text, place, agency, month, day):
    assert find_dateline(text, LEXICON) == Dateline(place=place, agency=agency, month=month, day=day)


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("Nov 16, 2031\n\nEnvoys left.", date(2031, 11, 16)),
        ("Envoys leave\nPublished: Monday, 16 November 2031 at 10:30 GMT\n\nEnvoys left.", date(2031, 11, 16)),
        ("2031-11-16T10:00:00\nEnvoys left.", date(2031, 11, 16)),
        ("ROME, 4 May 2030 (AFP) - Envoys left.", date(2030, 5, 4)),
        ("ROME, May 4 (AFP) - Envoys left.", None),
        ("30 February 2031\n\nEnvoys left.", None),
        ("On May 4, 2030 the envoys left.", None),
    ],
)
def test_a_day_of_publication_needs_a_year_and_a_line_of_its_own(text, published):
    assert find_dateline(text, LEXICON).published == published


@pytest.mark.parametrize(
    "text",
    [
        "BREAKING - Envoys left.",
        "Envoys - and their staff - left.",
        "Moscow - The envoys left.",
        "Mr. Berg (Norway) - met the envoys.",
        "Poll: 3 races tight",
        "",
    ],
)
def test_other_first_lines_are_no_dateline(text):
    assert find_dateline(text, LEXICON) == Dateline()


@pytest.mark.parametrize("form", LEXICON.forms, ids=attrgetter("id"))
def test_a_form_fires_on_its_own_example_only(form):
    assert (matching_form(form.fires, LEXICON) or ("",))[0] == form.id
    assert (matching_form(form.silent, LEXICON) or ("",))[0] != form.id
