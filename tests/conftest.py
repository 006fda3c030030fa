"""One model for the whole run, and parses that are made once a text."""

from collections.abc import Callable
from functools import cache

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from dateline.lexicons import Lexicons, load_lexicons
from dateline.parse import load_model


@pytest.fixture(scope="session")
def nlp() -> Language:
    return load_model()


@pytest.fixture(scope="session")
def parse(nlp: Language) -> Callable[[str], Doc]:
    """Text -> Doc, each text parsed once: finders never change a Doc."""
    return cache(nlp)


@pytest.fixture(scope="session")
def lex() -> Lexicons:
    return load_lexicons()
