"""Reads the open sets as rows of (text, label), and keeps test text out of training."""

import gzip
import json
import random
import re
from dataclasses import dataclass
from functools import cache

from .paths import data_dir
from .recipe import EMOTIONS, LABELS, SEED
from .service_phrases import service_phrases

NEGATIVE, NEUTRAL, POSITIVE = range(3)
USED = ["goemotions", "uci_sentences", "vader_reviews_tweets", "mams_acsa", "xed_multilingual", "clinc150", "multidogo"]


@dataclass(frozen=True)
class Row:
    text: str
    label: int | None  # index in LABELS; None where the annotators pull both ways
    source: str
    emotions: tuple[int, ...] | None = None  # indexes in EMOTIONS, GoEmotions only


def normalise(text: str) -> str:
    """The form in which two texts count as the same text: words only, or what is there when there are no words."""
    return re.sub(r"[\W_]+", " ", text.lower()).strip() or text.strip()


@cache
def read(name: str, part: str) -> tuple[dict, ...]:
    with gzip.open(data_dir() / name / f"{part}.jsonl.gz", "rt", encoding="utf-8") as lines:
        return tuple(json.loads(line) for line in lines)


def polarity(groups: set[str]) -> int | None:
    """Both polarities give None; a polarity beats neutral; the rest is neutral."""
    if {"positive", "negative"} <= groups:
        return None
    return POSITIVE if "positive" in groups else NEGATIVE if "negative" in groups else NEUTRAL


def goemotions(part: str) -> list[Row]:
    """GoEmotions by its own sentiment groups; its group "ambiguous" (curiosity, confusion ...) is our neutral."""
    mapping = json.loads((data_dir() / "goemotions" / "mapping.json").read_text())["sentiment"]
    group_of = {emotion: group for group, members in mapping.items() for emotion in members}
    return [
        Row(r["text"], polarity({group_of.get(e, "neutral") for e in r["labels"]}), "goemotions",
            tuple(EMOTIONS.index(e) for e in r["labels"]))
        for r in read("goemotions", part)
    ]


def labelled(name: str, part: str) -> list[Row]:
    return [Row(r["text"], LABELS.index(r["label"]), name) for r in read(name, part)]


def mams(part: str) -> list[Row]:
    """Review sentences whose aspects do not contradict each other; all-neutral aspects say little, so they go."""
    rows = []
    for r in read("mams_acsa", part):
        label = polarity({a["label"] for a in r["aspects"]})
        if label in (NEGATIVE, POSITIVE):
            rows.append(Row(r["text"], label, "mams_acsa"))
    return rows


XED_GROUP = {"joy": "positive", "trust": "positive", "anger": "negative", "disgust": "negative",
             "fear": "negative", "sadness": "negative", "neutral": "neutral"}


def xed(part: str) -> list[Row]:
    """English subtitles annotated by people; anticipation and surprise alone have no polarity and are left out."""
    rows = []
    for r in read("xed_multilingual", part):
        groups = {XED_GROUP[e] for e in r["labels"] if e in XED_GROUP}
        if r["lang"] == "en" and r["kind"] == "annotated" and groups and (label := polarity(groups)) is not None:
            rows.append(Row(r["text"], label, "xed_multilingual"))
    return rows


CLINC_LEFT_OUT = {"oos", "thank_you", "goodbye", "greeting", "are_you_a_bot", "tell_joke", "fun_fact", "lost_luggage",
                  "report_fraud", "report_lost_card", "damaged_card", "card_declined", "account_blocked", "no", "yes"}


def enquiries(part: str) -> list[Row]:
    """Plain requests and answers to an agent, taken to be neutral: nobody labelled their sentiment."""
    clinc = [r["text"] for r in read("clinc150", part) if r["label"] not in CLINC_LEFT_OUT]
    chat = [r["text"] for r in read("multidogo", part) if r["label"] == "contentonly" and len(r["text"].split()) > 3]
    pick = random.Random(SEED)
    return [Row(t, NEUTRAL, "clinc150") for t in pick.sample(clinc, min(3000, len(clinc)))] + [
        Row(t, NEUTRAL, "multidogo") for t in pick.sample(chat, min(3000, len(chat)))
    ]


def held_out(part: str) -> dict[str, list[Row]]:
    """The rows that figures are measured on ("test") or settings are chosen on ("dev"), by source."""
    return {
        "goemotions": goemotions(part),
        "uci_sentences": labelled("uci_sentences", part),
        "vader_reviews_tweets": labelled("vader_reviews_tweets", part),
        "mams_acsa": mams(part),
    }


def held_out_texts() -> set[str]:
    """Normalised text of every dev and test row of every set used, whatever its label."""
    return {normalise(r["text"]) for name in USED for part in ("dev", "test") for r in read(name, part)}


def without(rows: list[Row], forbidden: set[str]) -> list[Row]:
    """Rows whose normalised text is not forbidden, each (text, label, source) once, in the order given."""
    seen, kept = set(), []
    for row in rows:
        key = (normalise(row.text), row.label, row.source, row.emotions)
        if key[0] not in forbidden and key not in seen:
            seen.add(key)
            kept.append(row)
    return kept


def training_rows() -> list[Row]:
    rows = goemotions("train") + labelled("uci_sentences", "train") + labelled("vader_reviews_tweets", "train")
    rows += mams("train") + xed("train") + enquiries("train")
    rows += [Row(text, LABELS.index(label), "service_phrases") for text, label in service_phrases()]
    return without(rows, held_out_texts())
