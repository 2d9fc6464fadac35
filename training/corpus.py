"""All training rows, cleaned: no held-out text, no doubles; how much each counts; how often and in what other forms it comes."""

import random
from collections import Counter

from .augment import another
from .counterfactual import twins
from .pii_templates import made_up
from .recipe import REPEATS, SEED
from .rows import Row
from .sentences import training_sentences
from .sets import normalise, read
from .spans import NER_SETS, aspect_terms, pii_training

USED = (
    "goemotions", "uci_sentences", "vader_reviews_tweets", "mams_acsa", "mams_atsa", "xed_multilingual", "clinc150", "banking77",
    "bitext_support_intents", "multidogo", "restaurant8k", "presidio_synth", "pii_anon_synth", *NER_SETS,
)
# Their dev and test parts bind too, though nothing of theirs is trained on.
ALSO_HELD_OUT = ("bitext_support_llm_4k", "emobank_vad", "hwu64", "nlupp")


def held_out_texts() -> set[str]:
    """Normalised text of every dev and test row of every set, whatever its label."""
    return {normalise(r["text"]) for name in (*USED, *ALSO_HELD_OUT) for part in ("dev", "test") for r in read(name, part)}


def held_out_templates() -> set[str]:
    return {r["template"] for name in ("presidio_synth", "pii_anon_synth") for part in ("dev", "test") for r in read(name, part)}


def without(rows: list[Row], texts: set[str], templates: set[str] = frozenset()) -> list[Row]:
    """Rows that stand in no held-out part, by text or by template; each kind of label of a text once, in the order given."""
    seen, kept = set(), []
    for row in rows:
        text = normalise(row.text)
        key = (text, row.source, row.sentiment, row.emotions, row.intent, row.aspects is None, row.pii is None)
        if text and text not in texts and row.template not in templates and key not in seen:
            seen.add(key)
            kept.append(row)
    return kept


def training_rows() -> list[Row]:
    rows = training_sentences() + aspect_terms("train") + pii_training() + made_up()
    return without(rows, held_out_texts(), held_out_templates())


def told_again(rows: list[Row]) -> list[Row]:
    """The rows with the copies that REPEATS asks for: a whole number of copies, and a chance of one more."""
    pick, more = random.Random(SEED), []
    for row in rows:
        times = REPEATS.get(row.source, 0.5)
        for _ in range(int(times) + (pick.random() < times % 1)):
            more.append(another(row, pick))
    forbidden = held_out_texts()
    return rows + [r for r in more if normalise(r.text) not in forbidden]


def corpus(corrections: list[Row] = []) -> tuple[list[Row], list[tuple[Row, Row]], dict[str, int]]:
    """Rows to learn from, pairs that must be judged alike, and how many distinct rows each source gave."""
    rows = training_rows() + without(corrections, held_out_texts())
    return told_again(rows), twins(), dict(Counter(r.source for r in rows))


def report() -> str:
    raw = training_sentences() + aspect_terms("train") + pii_training() + made_up()
    clean = without(raw, held_out_texts(), held_out_templates())
    before, after, told = (Counter(r.source for r in rows) for rows in (raw, clean, told_again(clean)))
    lines = [f"{'source':26}{'read':>9}{'kept':>9}{'with copies':>13}"]
    lines += [f"{name:26}{before[name]:>9,}{after[name]:>9,}{told[name]:>13,}" for name in sorted(before)]
    return "\n".join([*lines, f"{'all':26}{before.total():>9,}{after.total():>9,}{told.total():>13,}"])
