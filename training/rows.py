"""A row of training or evaluation: a text and whatever somebody said about it."""

from dataclasses import dataclass

Span = tuple[int, int, str]  # start, end (code points), label


@dataclass(frozen=True)
class Row:
    text: str
    source: str
    sentiment: int | None = None  # index in LABELS
    emotions: tuple[int, ...] | None = None  # indexes in EMOTIONS
    intent: int | None = None
    intent_banking77: int | None = None
    intent_clinc150: int | None = None
    aspects: tuple[Span, ...] | None = None  # label: negative, neutral, positive
    pii: tuple[Span, ...] | None = None  # label: one of PII_TYPES
    pii_known: tuple[str, ...] | None = None  # the types the annotators looked for; None: all
    template: str | None = None  # rows of one template are near-copies of each other


def polarity(groups: set[str]) -> int | None:
    """Both polarities give None; a polarity beats neutral; the rest is neutral."""
    if {"positive", "negative"} <= groups:
        return None
    return 2 if "positive" in groups else 0 if "negative" in groups else 1
