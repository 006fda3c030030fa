"""Counts how many reports use each word and writes lexicons/common_words.csv: the words that tell reports least apart.

    python -m tools.build_common_words REPORTS.jsonl.gz

REPORTS: one JSON object a line, with `text`. Only words and their class of frequency are kept.
"""

import csv
import gzip
import json
import sys
from collections import Counter
from pathlib import Path

from dateline.link.words import read_words

TARGET = Path(__file__).resolve().parent.parent / "src" / "dateline" / "lexicons" / "common_words.csv"
# Share of reports that use a word -> its rank: 0 never stands for a sentence, 8 and 3 seldom.
RANKS = ((0.08, 0), (0.03, 8), (0.01, 3))


def main() -> int:
    """Write the table."""
    with gzip.open(sys.argv[1], "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    used: Counter[str] = Counter()
    for text in texts:
        used.update({word for word in read_words(text).words if word[0].isalpha()})
    rows = [(word, rank(count / len(texts))) for word, count in used.items() if count / len(texts) >= RANKS[-1][0]]
    with TARGET.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["word", "rank"])
        writer.writerows(sorted(rows))
    return 0


def rank(share: float) -> int:
    """Return the rank of a word that this share of reports uses."""
    return next(value for least, value in RANKS if share >= least)


if __name__ == "__main__":
    sys.exit(main())
