"""Labels of every head, in the order of its outputs."""

from functools import cache

from .recipe import ASPECT_TAGS, EMOTIONS, LABELS, PII_TAGS
from .sets import read

OTHER = "other"  # none of the support intents
OUT_OF_SCOPE = "oos"


@cache
def intents(name: str) -> list[str]:
    return sorted({row["label"] for row in read(name, "train")} - {OUT_OF_SCOPE})


@cache
def labels() -> dict[str, list[str]]:
    return {
        "sentiment": LABELS,
        "emotion": EMOTIONS,
        "intent": [*intents("bitext_support_intents"), OTHER],
        "intent_banking77": intents("banking77"),
        "intent_clinc150": [*intents("clinc150"), OUT_OF_SCOPE],
        "aspect": ASPECT_TAGS,
        "aspect_polarity": LABELS,
        "pii": PII_TAGS,
    }


def sizes() -> dict[str, int]:
    return {name: len(of) for name, of in labels().items()}
