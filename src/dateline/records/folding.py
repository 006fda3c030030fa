"""Names as they are looked up: without case, accents and surplus white space."""

import unicodedata


def fold(name: str) -> str:
    """Return the name in lower case, without accents, with single blanks: "Pál  Ősz" is "pal osz"."""
    letters = unicodedata.normalize("NFKD", name.casefold())
    return " ".join("".join(c for c in letters if not unicodedata.combining(c)).split())
