"""The floors: each benchmark's figures as they last stood and the digest of its data. eval/floors.toml <-> checks."""

import hashlib
import math
import tomllib
from pathlib import Path
from typing import Any

FILE = Path(__file__).with_name("floors.toml")
Figures = dict[str, float]

# Speed swings from run to run on a shared machine, so its floors are the promises themselves.
FIXED = {
    "gaza": {"record_f1": 0.9},  # one article: a single fact moves the figure by three hundredths
    "overhead": {"ratio": 0.6},
    "classify_speed": {"ratio": 0.85},
    "dead_rules": {"alive": 0.7},
    "copies": {"pair_f1": 0.96, "origin": 0.95},
    "same_event": {"pair_f1": 0.92, "unseen_pair_f1": 0.75},
    "grounding": {"record_f1": 0.96, "dates": 0.95},
    "adding": {"reading": 0.85},  # how much faster two processes are hangs on what else the machine does
    "resolutions_read": {"whole": 0.997, "a_second": 200.0, "adopted": 0.997, "akn": 0.997},
}
# Costs: what they must not rise above, the promise itself. They have no floors.
CEILINGS = {"finders": {"share": 0.25}}
# The same model rounds differently on another processor: a few of a thousand words are parsed in another way there.
MARGIN = 0.01


def data_digest(folder: Path) -> str:
    """Return twelve hex digits of the contents of a folder's files."""
    together = hashlib.sha256()
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        together.update(path.name.encode() + b"\0" + path.read_bytes())
    return together.hexdigest()[:12]


def read_floors() -> dict[str, Any]:
    """Return {benchmark: {figure: floor, ..., "data": digest}}."""
    return tomllib.loads(FILE.read_text(encoding="utf-8")) if FILE.exists() else {}


def check_floors(figures: dict[str, Figures], digests: dict[str, str]) -> int:
    """Print what is under its floor or measured on other data; return 1 if anything is, else 0."""
    failed = 0
    for name, floors in read_floors().items():
        if name not in figures:
            continue
        if floors["data"] != digests[name]:
            print(f"FLOOR {name}: the data is not that of the floors; measure again and run --raise")
            failed = 1
        for key, floor in floors.items():
            if key != "data" and figures[name].get(key, 0.0) < floor:
                print(f"FLOOR {name}: {key} is {figures[name].get(key, 0.0):.3f}, its floor {floor:.3f}")
                failed = 1
    for name, ceilings in CEILINGS.items():
        for key, ceiling in ceilings.items():
            if (cost := figures.get(name, {}).get(key, 0.0)) > ceiling:
                print(f"CEILING {name}: {key} is {cost:.3f}, its ceiling {ceiling:.3f}")
                failed = 1
    return failed


def write_floors(figures: dict[str, Figures], digests: dict[str, str], *, lower: bool) -> None:
    """Write figures that are above their floors as the new floors; with `lower`, those below them too."""
    old = read_floors()
    for name, new in figures.items():
        fixed = FIXED.get(name)
        floors = dict(fixed) if fixed else {k: _floor(v) for k, v in new.items() if k not in CEILINGS.get(name, {})}
        if not lower:
            floors = {key: max(value, old.get(name, {}).get(key, 0.0)) for key, value in floors.items()}
        old[name] = {**floors, "data": digests[name]}
    lines = [
        "# What each figure must not fall under. Written by `python -m eval.bench --raise`; lowered only with --lower"
    ]
    lines.append(
        "# and a line in the changelog. `data` is the digest of the gold data that the figures were measured on."
    )
    for name, floors in old.items():
        lines += ["", f"[{name}]", *(f"{_key(k)} = {_value(v)}" for k, v in floors.items())]
    FILE.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _floor(value: float) -> float:
    """Take the margin off and round down to three digits; a perfect figure stays perfect only as far as that."""
    return max(0.0, math.floor((value - MARGIN) * 1000) / 1000)


def _key(key: str) -> str:
    return f'"{key}"' if "." in key else key


def _value(value: Any) -> str:
    return f'"{value}"' if isinstance(value, str) else f"{value:.3f}"
