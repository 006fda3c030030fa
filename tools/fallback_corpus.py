"""tools/fallback/*.tsv -> labelled sentences of our own, each with its actor and recipient. Deterministic."""

import random
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_FOLDER = Path(__file__).with_name("fallback")
FRAMES = _FOLDER / "frames.tsv"
SENTENCES = _FOLDER / "sentences.tsv"
NAMES = tomllib.loads((_FOLDER / "names.toml").read_text(encoding="utf-8"))
SEED = 20261125
VARIANTS = 3
_BRACES = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence, whose act on whom it tells, and the act's type and mode."""

    type: str
    mode: str | None
    sentence: str
    actor: str
    recipient: str


def examples(path: Path = FRAMES) -> Iterator[Example]:
    """Yield the examples: VARIANTS for each choice of a frame's first braces."""
    chance = random.Random(SEED)  # noqa: S311 - variety, no secret
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            kind, mode, frame = line.split("\t")
            for _ in range(VARIANTS):
                for sentence in _spread(frame, chance):
                    yield _filled(kind, None if mode == "-" else mode, sentence, chance)


def sentences(path: Path = SENTENCES) -> Iterator[Example]:
    """Yield the examples that are written out whole."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            kind, actor, recipient, sentence = line.split("\t")
            yield Example(kind, None, sentence, actor, recipient)


def _spread(frame: str, chance: random.Random) -> Iterator[str]:
    first = _BRACES.search(frame)
    for choice in first[1].split("|") if first else [""]:
        text = frame[: first.start()] + choice + frame[first.end() :] if first else frame
        yield _BRACES.sub(lambda found: chance.choice(found[1].split("|")), text)


def _filled(kind: str, mode: str | None, sentence: str, chance: random.Random) -> Example:
    actor, recipient, other = chance.sample([*NAMES["states"], *NAMES["others"]], 3)
    for slot, pool in (("<T>", NAMES["times"]), ("<P>", NAMES["cities"])):
        while slot in sentence:
            sentence = sentence.replace(slot, chance.choice(pool), 1)
    sentence = sentence.replace("<X>", other).replace("[A]", actor).replace("[R]", recipient)
    sentence = re.sub(r"\s+", " ", sentence).strip()
    return Example(kind, mode, sentence[0].upper() + sentence[1:], actor, recipient)
