"""Other code books' codes: countries' alpha-2 codes and Correlates of War numbers, and CAMEO's for PLOVER's types."""

from functools import cache
from typing import Annotated

from pydantic import BeforeValidator, Field

from dateline.errors import LexiconError
from dateline.lexicons.loading import TableRow, check_unique, read_csv
from dateline.records import MODES, EventType

Absent = BeforeValidator(lambda value: None if value == "" else value)


class CountryCodes(TableRow):
    """One country's codes: ISO alpha-3 and alpha-2, and its number in the Correlates of War project, if any."""

    code: Annotated[str, Field(pattern=r"^[A-Z]{3}$")]
    alpha2: Annotated[str, Field(pattern=r"^[A-Z]{2}$")]
    cow: Annotated[int | None, Absent]


class CameoAct(TableRow):
    """The CAMEO code nearest to a PLOVER type, or to one of its modes, with its name and Goldstein's score."""

    type: EventType
    mode: Annotated[str | None, Absent]
    code: Annotated[str, Field(pattern=r"^\d{3,4}$")]
    text: str
    intensity: Annotated[float, Field(ge=-10, le=10)]


@cache
def country_codes() -> dict[str, CountryCodes]:
    """Return the countries' codes by ISO alpha-3."""
    rows = read_csv("country_codes.csv", CountryCodes)
    check_unique("country_codes.csv", (row.code for row in rows))
    return {row.code: row for row in rows}


@cache
def cameo_acts() -> dict[tuple[EventType, str | None], CameoAct]:
    """Return CAMEO's acts by PLOVER type and mode; the mode None stands for all that have no act of their own."""
    rows = read_csv("cameo.csv", CameoAct)
    check_unique("cameo.csv", (f"{row.type} {row.mode}" for row in rows))
    for row in rows:
        if row.mode is not None and row.mode not in MODES[row.type]:
            raise LexiconError(f"lexicons/cameo.csv: {row.type} has no mode {row.mode!r}")
    acts = {(row.type, row.mode): row for row in rows}
    if missing := [kind for kind in EventType if (kind, None) not in acts]:
        raise LexiconError(f"lexicons/cameo.csv: no code for {', '.join(missing)}")
    return acts


def cameo(kind: EventType, mode: str | None) -> CameoAct:
    """Return the CAMEO act nearest to a type in a mode."""
    acts = cameo_acts()
    return acts.get((kind, mode)) or acts[kind, None]
