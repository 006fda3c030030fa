"""tools/fallback/frames.tsv -> labelled sentences of our own, each with its actor and recipient. Deterministic."""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FRAMES = Path(__file__).with_name("fallback") / "frames.tsv"
SEED = 20261125
_BRACES = re.compile(r"\{([^{}]*)\}")
_STATES = (
    "Norway|Peru|Zambia|Kenya|Vietnam|Chile|Nepal|Oman|Ghana|Estonia|Bolivia|Malaysia|Morocco|Uganda|Croatia|Fiji|Qatar|"
    "Tunisia|Canada|Denmark|Ecuador|Mongolia|Senegal|Portugal|Thailand|Paraguay|Cyprus|Belgium|Laos|Cuba"
).split("|")
_OTHERS = (
    "President Adeyemi|Prime Minister Lund|Foreign Minister Vasko|the Norwegian government|Peruvian officials|the Kenyan army|"
    "Croatian police|the United Nations|the European Union|the African Union|Zambian authorities|the Labour Party|"
    "the Green Front rebels|the Nepalese parliament|a court in Lima|the opposition leader|the Estonian foreign ministry|"
    "Malaysian lawmakers|the Red Cross|General Okoro|the Tupac militia|the Supreme Court|the interior ministry|"
    "the Danish prime minister|Chilean president Elena Rojas|the Coral Liberation Army|the World Bank|Senator Mills|"
    "the miners' union|the governor of Tarapaca|the Vietnamese foreign minister|Islamist militants|a human rights group|"
    "the Sultan of Oman|the Mongolian government|Bishop Tembo|the Fijian military|a journalist|the Chin tribe|aid workers"
).split("|")
_TIMES = "on Monday|on Tuesday|last week|in March|late on Friday|this year|in 2016|on Thursday|earlier this month|yesterday".split(
    "|"
)
_CITIES = "Oslo|Lima|Nairobi|Doha|Hanoi|Lusaka|Geneva|Accra|Zagreb|Muscat".split("|")


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence, whose act on whom it tells, and the act's type and mode."""

    type: str
    mode: str | None
    sentence: str
    actor: str
    recipient: str


def examples(path: Path = FRAMES) -> Iterator[Example]:
    """Yield the examples: one for each choice of a frame's first braces."""
    chance = random.Random(SEED)  # noqa: S311 - variety, no secret
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            kind, mode, frame = line.split("\t")
            for sentence in _spread(frame, chance):
                yield _filled(kind, None if mode == "-" else mode, sentence, chance)


def _spread(frame: str, chance: random.Random) -> Iterator[str]:
    first = _BRACES.search(frame)
    for choice in first[1].split("|") if first else [""]:
        text = frame[: first.start()] + choice + frame[first.end() :] if first else frame
        yield _BRACES.sub(lambda found: chance.choice(found[1].split("|")), text)


def _filled(kind: str, mode: str | None, sentence: str, chance: random.Random) -> Example:
    actor, recipient, other = chance.sample([*_STATES, *_OTHERS], 3)
    for slot, pool in (("<T>", _TIMES), ("<P>", _CITIES)):
        while slot in sentence:
            sentence = sentence.replace(slot, chance.choice(pool), 1)
    sentence = sentence.replace("<X>", other).replace("[A]", actor).replace("[R]", recipient)
    sentence = re.sub(r"\s+", " ", sentence).strip()
    return Example(kind, mode, sentence[0].upper() + sentence[1:], actor, recipient)
