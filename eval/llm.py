"""Whole articles through a live model: the articles benchmark with --reader llm, and what it took.

    DATELINE_LLM_BASE_URL=http://127.0.0.1:11434/v1 DATELINE_LLM_MODEL=NAME python -m eval.llm [--keep DIR]

Without a server this says so and exits 0. Answers are not kept, so that the seconds are the model's.
"""

import argparse
import json
import os
import re
import sys
import tempfile
from pathlib import Path
from time import monotonic

from dateline import ReaderError
from dateline.lexicons import load_lexicons
from dateline.parse import load_model
from dateline.reader.client import Server
from dateline.reader.reading import Reading, read_with_model
from eval.bench import KINDS, as_article, bench_folder
from eval.scoring import score

TOKENS = re.compile(r"(\d+) tokens in, (\d+) out")


def main() -> int:
    """Read the articles and print figures, tokens and seconds."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("--keep", type=Path, help="keep the records in this folder")
    args = parser.parse_args()
    url, model = os.environ.get("DATELINE_LLM_BASE_URL"), os.environ.get("DATELINE_LLM_MODEL")
    articles = bench_folder() / "articles"
    if not url or not model:
        print("no DATELINE_LLM_BASE_URL and DATELINE_LLM_MODEL: no live model measured")
        return 0
    if not articles.is_dir():
        print("no benchmark data: nothing measured")
        return 0
    server = Server(base_url=url, model=model, key=os.environ.get("DATELINE_LLM_KEY") or None)
    with tempfile.TemporaryDirectory() as scratch:
        return measure(articles, args.keep or Path(scratch), server)


def measure(articles: Path, folder: Path, server: Server) -> int:
    """Read each article, score the records, print; return 1 if none was read, else 0."""
    folder.mkdir(parents=True, exist_ok=True)
    nlp, lex, reading = load_model(), load_lexicons(), Reading(server=server)
    began, told, answered, refused, read = monotonic(), 0, 0, 0, 0
    for path in sorted((articles / "texts").glob("*.json")):
        article = as_article(json.loads(path.read_text(encoding="utf-8")))
        (folder / path.name).unlink(missing_ok=True)
        try:
            (record,) = read_with_model([article], reading, nlp, lex)
        except ReaderError as error:
            print(f"{path.stem}: not read: {error}")
            continue
        (folder / path.name).write_text(record.to_json(), encoding="utf-8")
        read, refused = read + 1, refused + len(record.refused)
        if tokens := TOKENS.search(record.generated_by):
            told, answered = told + int(tokens[1]), answered + int(tokens[2])
    seconds = monotonic() - began
    report = score(articles / "score.py", articles, folder)
    figures = {"record_f1": report["record_f1"], "record_full_f1": report["record_full_f1"]}
    figures |= {f"{kind}s": report[kind]["core"]["f1"] for kind in KINDS}
    print(f"{server.model}: " + ", ".join(f"{key} {value or 0.0:.3f}" for key, value in figures.items()))
    print(
        f"{read} articles read, {refused} items or fields refused, {told} tokens in, {answered} out, {seconds:.0f} seconds"
    )
    return 0 if read else 1


if __name__ == "__main__":
    sys.exit(main())
