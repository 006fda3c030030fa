"""Add invented reports to the store that is named, a few at a time, and say after each batch what is kept.

python -m tests.store.adder ADDRESS FIRST LAST
"""

import sys

from tests.store.samples import report

from dateline.archive import open_archive

BATCH = 4


def main() -> None:
    address, first, last = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    made = [report(n) for n in range(first, last)]
    with open_archive(address) as archive:
        _say("ready")
        for start in range(0, len(made), BATCH):
            archive.add(made[start : start + BATCH])
            _say(first + min(start + BATCH, len(made)))


def _say(words: object) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
