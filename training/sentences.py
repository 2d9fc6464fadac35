"""Rows whose labels speak of the whole text: sentiment, emotions, intents."""

import random

from .labels import OTHER, OUT_OF_SCOPE, labels
from .recipe import EMOTIONS, LABELS, SEED
from .rows import Row, polarity
from .service_phrases import service_phrases
from .sets import mapping, read

NEUTRAL = LABELS.index("neutral")


def goemotions(part: str) -> list[Row]:
    """Sentiment by the set's own groups; its group "ambiguous" (curiosity, confusion ...) is our neutral."""
    group_of = {emotion: group for group, members in mapping()["sentiment"].items() for emotion in members}
    return [
        Row(r["text"], "goemotions", polarity({group_of.get(e, "neutral") for e in r["labels"]}),
            tuple(EMOTIONS.index(e) for e in r["labels"]))
        for r in read("goemotions", part)
    ]


def labelled(name: str, part: str) -> list[Row]:
    return [Row(r["text"], name, LABELS.index(r["label"])) for r in read(name, part)]


def mams_categories(part: str) -> list[Row]:
    """Review sentences whose aspects do not contradict each other; all-neutral aspects say little, so they go."""
    rows = []
    for r in read("mams_acsa", part):
        label = polarity({a["label"] for a in r["aspects"]})
        if label is not None and label != NEUTRAL:
            rows.append(Row(r["text"], "mams_acsa", label))
    return rows


XED_GROUP = {"joy": "positive", "trust": "positive", "anger": "negative", "disgust": "negative",
             "fear": "negative", "sadness": "negative", "neutral": "neutral"}


def xed(part: str) -> list[Row]:
    """English subtitles annotated by people; anticipation and surprise alone have no polarity and are left out."""
    rows = []
    for r in read("xed_multilingual", part):
        groups = {XED_GROUP[e] for e in r["labels"] if e in XED_GROUP}
        if r["lang"] == "en" and r["kind"] == "annotated" and groups and (label := polarity(groups)) is not None:
            rows.append(Row(r["text"], "xed_multilingual", label))
    return random.Random(SEED).sample(rows, min(6000, len(rows)))


CLINC_LEFT_OUT = {"oos", "thank_you", "goodbye", "greeting", "are_you_a_bot", "tell_joke", "fun_fact", "lost_luggage",
                  "report_fraud", "report_lost_card", "damaged_card", "card_declined", "account_blocked", "no", "yes"}


def chat_answers(part: str) -> list[Row]:
    """Plain answers to an agent, taken to be neutral: nobody labelled their sentiment."""
    chat = [r["text"] for r in read("multidogo", part) if r["label"] == "contentonly" and len(r["text"].split()) > 3]
    return [Row(t, "multidogo", NEUTRAL) for t in random.Random(SEED).sample(chat, min(2000, len(chat)))]


def clinc(part: str) -> list[Row]:
    """Requests to an assistant with their intent; an eighth of them also taken to be neutral."""
    names, pick = labels()["intent_clinc150"], random.Random(SEED)
    return [
        Row(r["text"], "clinc150", NEUTRAL if r["label"] not in CLINC_LEFT_OUT and pick.random() < 0.12 else None,
            intent_clinc150=names.index(r["label"]))
        for r in read("clinc150", part)
    ]


def banking(part: str) -> list[Row]:
    names = labels()["intent_banking77"]
    return [Row(r["text"], "banking77", intent_banking77=names.index(r["label"])) for r in read("banking77", part)]


def support(part: str) -> list[Row]:
    names = labels()["intent"]
    return [Row(r["text"], "bitext_support_intents", intent=names.index(r["label"])) for r in read("bitext_support_intents", part)]


def strangers(part: str) -> list[Row]:
    """Texts that are no support request (for `intent`) and no request to an assistant (for `intent_clinc150`)."""
    other, oos = labels()["intent"].index(OTHER), labels()["intent_clinc150"].index(OUT_OF_SCOPE)
    pick, rows = random.Random(SEED), []
    for name, count in (("goemotions", 1500), ("uci_sentences", 300), ("mams_acsa", 300)):
        texts = [r["text"] for r in read(name, part)]
        rows += [Row(t, "strangers", intent=other, intent_clinc150=oos) for t in pick.sample(texts, min(count, len(texts)))]
    texts = [r["text"] for r in read("clinc150", part) if r["label"] == OUT_OF_SCOPE]
    return rows + [Row(t, "strangers", intent=other) for t in texts]


def own_phrases() -> list[Row]:
    return [Row(text, "service_phrases", LABELS.index(label)) for text, label in service_phrases()]


def sentiment_parts(part: str) -> dict[str, list[Row]]:
    """The rows that sentiment is measured on ("test") or calibrated on ("dev"), by source."""
    parts = {
        "goemotions": goemotions(part),
        "uci_sentences": labelled("uci_sentences", part),
        "vader_reviews_tweets": labelled("vader_reviews_tweets", part),
        "mams_acsa": mams_categories(part),
    }
    return {name: [r for r in rows if r.sentiment is not None] for name, rows in parts.items()}


def training_sentences() -> list[Row]:
    rows = goemotions("train") + labelled("uci_sentences", "train") + labelled("vader_reviews_tweets", "train")
    rows += mams_categories("train") + xed("train") + chat_answers("train") + own_phrases()
    return rows + clinc("train") + banking("train") + support("train") + strangers("train")
