"""A text -> its signature: a few 64-bit keys a sentence, so that a report finds its like by looking keys up. Pure.

Each sentence is a set of words, and a MinHash picks words of it by chance, rare ones sooner; two picks are a band, and a
band is a key. A sentence of which a third of the words was edited keeps one of its four keys nine times in ten, wherever
it went: cutting, reordering and merging change other sentences' keys. A key depends on the words alone.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from dateline.lexicons.common_words import load_common_words
from dateline.link.words import Words, read_words
from dateline.records import Span

BANDS = 4
ROWS = 2
FEWEST_WORDS = 4  # a shorter sentence ("He did not elaborate.") says nothing of the report
MOST_SENTENCES = 64  # signed per report: its first ones; a report has ten

_U64 = np.uint64


@dataclass(frozen=True, slots=True)
class Signature:
    """A text's keys.

    sentences: where each signed sentence stands. keys: as many tuples, of BANDS signed 64-bit integers each.
    """

    sentences: tuple[Span, ...]
    keys: tuple[tuple[int, ...], ...]


def signature(text: str | Words) -> Signature:
    """Return the signature of a text; a text without words of its own has no sentence in it."""
    words = read_words(text) if isinstance(text, str) else text
    picked = [
        (s, told) for s in words.sentences if len(told := _telling(words.words[s.start : s.stop])) >= FEWEST_WORDS
    ]
    if not picked and (told := _telling(words.words)):
        picked = [(range(len(words.words)), told)]
    picked = picked[:MOST_SENTENCES]
    if not picked:
        return Signature((), ())
    spans = tuple(words.place(s.start, s.stop - 1) for s, _ in picked)
    return Signature(spans, _keys([told for _, told in picked]))


def band_keys(signature: Signature) -> tuple[int, ...]:
    """Return the keys to store and to look up, each once, in order: signed 64-bit integers, as databases hold them."""
    return tuple(sorted({key for keys in signature.keys for key in keys}))


def _telling(words: Iterable[str]) -> list[str]:
    """Return the words that may stand for a sentence, each once: no years and other short numbers, no single letters."""
    ranks = load_common_words()
    return [w for w in dict.fromkeys(words) if ranks.get(w, 1) and len(w) > 1 and not (len(w) < 5 and w.isdecimal())]


def _keys(sentences: list[list[str]]) -> tuple[tuple[int, ...], ...]:
    words = np.fromiter((_hash(w) for told in sentences for w in told), dtype=_U64)
    ranks = load_common_words()
    weights = np.fromiter((ranks.get(w, 1) for told in sentences for w in told), dtype=_U64)
    starts = np.cumsum([0, *(len(told) for told in sentences[:-1])])
    # A pick is the least of random numbers; a common word's is multiplied, so it is picked as many times more seldom.
    # Whole numbers only: the same key on every machine.
    random = (_mixed(words[None, :] ^ _seeds()[:, None]) >> _U64(8)) * weights
    least = np.minimum.reduceat(random, starts, axis=1)
    bands = least.reshape(BANDS, ROWS, len(sentences))
    key = _mixed(bands[:, 0] ^ _seeds()[:BANDS, None])
    for row in range(1, ROWS):
        key = _mixed(key ^ bands[:, row])
    return tuple(tuple(column) for column in key.view(np.int64).T.tolist())


@cache
def _seeds() -> NDArray[np.uint64]:
    return _mixed(np.arange(1, BANDS * ROWS + 1, dtype=_U64))


@lru_cache(maxsize=1 << 16)
def _hash(word: str) -> int:
    data = word.encode("utf-8", "surrogatepass")
    return crc32(data) << 32 | crc32(data, 0x9E3779B9)


def _mixed(values: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Return the values with all bits spread (the finalizer of SplitMix64, Steele and others 2014)."""
    values = (values + _U64(0x9E3779B97F4A7C15)).astype(_U64)
    values = (values ^ (values >> _U64(30))) * _U64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> _U64(27))) * _U64(0x94D049BB133111EB)
    return values ^ (values >> _U64(31))
