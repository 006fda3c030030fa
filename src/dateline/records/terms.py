"""Words as somebody types them into a search -> phrases to be there and phrases not to be. Pure; nothing typed is an error of syntax."""

import re
from dataclasses import dataclass

from dateline.errors import UsageError

# A minus counts before a word or quote alone: "-word", not "UK-led" and not "- word".
_TERM = re.compile(r'(?P<no>(?<!\S)-)?(?:["“”](?P<quoted>[^"“”]*)["“”]|(?P<word>[^\s"“”]+))')
WORDS = re.compile(r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*", re.UNICODE)
MOST = 32  # phrases; nobody types more


@dataclass(frozen=True, slots=True)
class Terms:
    """Phrases, each a tuple of words, that must all stand in a text, and such that must not."""

    wanted: tuple[tuple[str, ...], ...]
    unwanted: tuple[tuple[str, ...], ...] = ()


def parse_terms(typed: str) -> Terms:
    """Return what was typed as phrases. Raises UsageError where no word is to be looked for.

    >>> parse_terms('ceasefire "Security Council" -Syria')
    Terms(wanted=(('ceasefire',), ('Security', 'Council')), unwanted=(('Syria',),))
    """
    wanted: list[tuple[str, ...]] = []
    unwanted: list[tuple[str, ...]] = []
    for match in _TERM.finditer(typed):
        words = tuple(WORDS.findall(match["quoted"] if match["quoted"] is not None else match["word"]))
        if words:
            (unwanted if match["no"] else wanted).append(words)
    if not wanted:
        raise UsageError(f"{typed!r}: no word to look for; give one that must be there")
    return Terms(tuple(dict.fromkeys(wanted))[:MOST], tuple(dict.fromkeys(unwanted))[:MOST])
