"""The second reader's own part: a model's answers, rebuilt from its records, and what our checks leave of them."""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

from dateline import Article
from dateline.lexicons import load_lexicons
from dateline.parse import load_model
from dateline.reader.answer import LAYERS, read_answer
from dateline.reader.reading import hold_to_text
from eval.floors import Figures
from eval.scoring import score

Json = dict[str, Any]
# The prompt asks for the words of the calendar that tell a date, not for those that refer to another act.
CALENDAR = re.compile(
    r"\d|\b(?:to|yester|to-?morrow|\w+)day\b|\b(?:week|month|year|night)s?\b|\b[A-Z][a-z]{2,8}\b(?= \d|$)"
)
MARGIN = 30  # characters around words that stand at several places


def bench_grounding(bench: Path, keep: Path) -> Figures:
    """Return the articles scorer's figures for the rebuilt answers, and how often our dates are the model's."""
    articles, folder = bench / "articles", keep / "grounding"
    folder.mkdir(parents=True, exist_ok=True)
    nlp, lex = load_model(), load_lexicons()
    same = dated = 0
    listed: list[Json] = []
    for path in sorted((articles / "model").glob("*.json")):
        record = json.loads(path.read_text(encoding="utf-8"))
        article = as_article(record["article"])
        content = json.dumps(Rebuilt(record).answer(), ensure_ascii=False)
        read = hold_to_text(article, [((0, len(article.text)), read_answer(content))], nlp, lex)
        (folder / path.name).write_text(read.to_json(), encoding="utf-8")
        ours = {(e.type.value, e.trigger): e for e in read.events}
        for event in record["events"]:
            if not event["date"]["value"]:
                continue  # bounds alone are what the model concludes from the day of publication
            dated += 1
            found = ours.get((event["type"], tuple(event["trigger"])))
            got = (found.date.earliest, found.date.latest) if found else None
            if got == (event["date"]["earliest"], event["date"]["latest"]):
                same += 1
            else:
                listed.append({"article": path.stem, "event": event["id"], "model": event["date"], "ours": got})
        listed += [{"article": path.stem, "refused": reason} for reason in read.refused]
    lines = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in listed)
    (keep / "grounding-differences.jsonl").write_text(lines, encoding="utf-8")
    report = score(articles / "score.py", articles, folder)
    return {
        "record_f1": report["record_f1"],
        "record_full_f1": report["record_full_f1"],
        "dates": same / dated if dated else 0.0,
    }


def as_article(fields: Json) -> Article:
    """Return the article of a record."""
    published = fields["published"]
    return Article(
        text=fields["text"],
        title=fields["title"],
        outlet=fields["outlet"],
        published=date.fromisoformat(published) if published else None,
    )


class Rebuilt:
    """The answer that a model would have given, from its record: words in place of offsets and dates."""

    def __init__(self, record: Json) -> None:
        self._record = record
        self._text: str = record["article"]["text"]

    def answer(self) -> Json:
        """Return the answer as the schema has it."""
        make = {
            "actors": self._actor,
            "attributions": self._attribution,
            "events": self._event,
            "instruments": self._instrument,
            "provisions": self._provision,
        }
        return {layer: [make[layer](item) for item in self._record[layer]] for layer in LAYERS}

    def _quote(self, span: list[int]) -> Json:
        start, end = span
        words = self._text[start:end]
        several = self._text.count(words) > 1
        return {"words": words, "around": self._text[max(0, start - MARGIN) : end + MARGIN] if several else None}

    def _first(self, spans: list[list[int]]) -> Json | None:
        return self._quote(spans[0]) if spans else None

    def _quotes(self, spans: list[list[int]]) -> list[Json]:
        return [self._quote(s) for s in spans]

    def _date(self, wanted: Json | str | None, spans: list[list[int]]) -> Json | None:
        """Return the words of the nearest time expression that the model reads as this date."""
        if not wanted:
            return None
        value = wanted if isinstance(wanted, str) else wanted["value"]
        told = [t for t in self._record["times"] if t["value"] and value and value == t["value"].partition("T")[0]]
        times = [t for t in told if CALENDAR.search(self._text[slice(*t["span"])])] or told
        if not times and isinstance(wanted, str):  # a term: "through 2027" ends on that year's last day
            times = [t for t in self._record["times"] if value == t["latest"]]
        if not times:
            return None
        near = min(times, key=lambda t: min(max(0, t["span"][0] - b, a - t["span"][1]) for a, b in spans))
        return self._quote(near["span"])

    def _actor(self, item: Json) -> Json:
        kept = {key: item[key] for key in ("name", "kind", "country", "sector", "office")}
        return {"label": item["id"], **kept, "mentions": self._quotes(item["mentions"])}

    def _attribution(self, item: Json) -> Json:
        first, *via = item["chain"] or [{"role": "speaker", "name": None}]
        return {
            "label": item["id"],
            "kind": item["kind"],
            "source": self._first(item["source"]),
            "cue": self._first(item["cue"]),
            "content": self._quotes(item["content"]),
            "speakers": [item["speaker"]] if item["speaker"] else [],
            "role": first["role"] or "speaker",
            "via": [
                {"words": {"words": v["name"], "around": None}, "role": v["role"] or "agency", "actor": v["actor"]}
                for v in via
                if v["name"]
            ],
            "said": self._date(item["date"], item["content"]),
            "within": item.get("within"),
        }

    def _event(self, item: Json) -> Json:
        kept = ("type", "mode", "status", "contexts", "actors", "recipients", "mediators", "topics", "attribution")
        dated = item["date"] if any(item["date"].values()) else None
        place = item["place"]
        return {
            **{key: item[key] for key in (*kept, "instrument")},
            "trigger": self._quote(item["trigger"]),
            "evidence": self._quotes(item["evidence"]),
            "date": self._date(dated, item["evidence"]),
            "place": {"words": place, "around": None} if place else None,
        }

    def _instrument(self, item: Json) -> Json:
        kept = ("kind", "name", "symbol", "body", "status", "proposers", "parties", "relations")
        dates = [
            {"stage": d["stage"], "date": words}
            for d in item["dates"]
            if (words := self._date(d["value"], item["evidence"]))
        ]
        return {
            "label": item["id"],
            **{key: item[key] for key in kept},
            "evidence": self._quotes(item["evidence"]),
            "dates": dates,
        }

    def _provision(self, item: Json) -> Json:
        kept = ("type", "instrument", "bearer", "bearer_actor", "action", "purposes", "with", "attribution")
        terms = {key: self._date(item[key], item["evidence"]) for key in ("deadline", "expires")}
        return {**{key: item[key] for key in kept}, **terms, "evidence": self._quotes(item["evidence"])}
