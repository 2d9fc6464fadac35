"""The rows that figures are measured on ("test") and settings are chosen on ("dev"), by source."""

import random

from tokenizers import Tokenizer

from .packed import Packed, pack
from .recipe import SEED
from .rows import Row
from .sentences import banking, clinc, goemotions, sentiment_parts, support
from .spans import aspect_terms, ner, pii_anon, presidio

PAIRS = 5000


def parts(part: str) -> dict[str, list[Row]]:
    held = sentiment_parts(part)
    held["goemotions"] = goemotions(part)
    held |= {"banking77": banking(part), "clinc150": clinc(part), "bitext_support_intents": support(part)}
    held |= {"mams_atsa": aspect_terms(part), "presidio_synth": presidio(part), "pii_anon_synth": pii_anon(part, 2, 500)}
    return held | {name: ner(name, part) for name in ("uner_ewt", "broad_twitter_ner")}


def packed_parts(part: str, tokenizer: Tokenizer) -> dict[str, Packed]:
    return {name: pack(rows, tokenizer) for name, rows in parts(part).items()}


LIKENESS = ("goemotions", "uci_sentences", "banking77", "clinc150", "mams_atsa", "bitext_support_intents")


def likeness_rows(part: str) -> list[Row]:
    """5,000 pairs, side by side: half of them two texts of one set, half two texts of one set and one label."""
    pick, held, rows = random.Random(SEED), parts(part), []
    label = lambda r: (r.sentiment, r.intent, r.intent_banking77, r.intent_clinc150)
    for nth in range(PAIRS):
        own = held[LIKENESS[nth % len(LIKENESS)]]
        a = pick.choice(own)
        alike = [r for r in pick.sample(own, min(400, len(own))) if r is not a and label(r) == label(a)] if nth % 2 else []
        rows += [Row(a.text, "likeness"), Row((pick.choice(alike) if alike else pick.choice(own)).text, "likeness")]
    return rows
