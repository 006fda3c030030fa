"""Run a benchmark's own scorer."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any


def score(script: Path, *arguments: Path) -> dict[str, Any]:
    """Return the JSON object that a scorer prints for these arguments."""
    done = subprocess.run(
        [sys.executable, script, *arguments], check=True, capture_output=True, text=True, encoding="utf-8"
    )
    return dict(json.loads(done.stdout))
