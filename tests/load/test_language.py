"""English or not, and which language if not."""

import pytest

from dateline.load.language import foreign_language, language_name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The two sides signed an agreement on fishing and will meet again in June to talk about the limits.", None),
        ("Berg traf Kral.", None),  # too short to tell
        (
            "Die beiden Seiten unterzeichneten ein Abkommen über die Fischerei und wollen sich im Juni wieder "
            "treffen, um über die Grenzen der Zone zu sprechen.",
            "German",
        ),
        (
            "Les deux parties ont signé un accord sur la pêche et se retrouveront en juin pour parler des "
            "limites de la zone, a dit le ministère.",
            "French",
        ),
        ("Стороны подписали соглашение.", "Russian"),
        ("両者は漁業協定に署名した。", "Japanese"),
        ("", None),
    ],
)
def test_languages_are_told_by_name(text, name):
    assert foreign_language(text) == name


def test_a_language_without_a_name_is_called_by_its_code():
    assert language_name("xx") == "the language 'xx'"


def test_names_in_english_text_do_not_make_it_foreign():
    text = "President Iliescu met Prime Minister Nastase in Bucharest, Mediafax said. Ursu and Popescu were there too."
    assert foreign_language(text) is None
