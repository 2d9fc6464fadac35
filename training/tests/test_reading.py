"""What the figures of personal data are measured with reads token answers as the service does."""

import re
import shutil

import numpy as np
import pytest

from training.pii_spans import spans_of, through_node
from training.recipe import PII_TAGS, PII_TYPES

PIECES = (
    "Ann", "Anna-Maria", "Smith", "O'Neil", "Curas", "and", "And", "of", "the", "is", "a", "Calle", "Mayor", "88", "12/4", "C/", "Señores", "Acme", "Inc.", "Rome",
    "eleven", "days", "size", "38", "Half", "an", "hour", "3", "kg", "1,234", "she", "is", "four", "years", "old", "12:30", "007", "at", "x@y.org", "(", ")", '"', ";",
)
BETWEEN = (" ", " ", " ", " ", ", ", ",", "  ", "\n", " - ", ". ", "")
SURE = 0.6
CASES = 600


def case(draw: np.random.Generator) -> tuple[str, list[tuple[int, int]], np.ndarray]:
    """A text of random pieces, tokens of one to five characters, and probabilities of tags, which stay with a type for a while."""
    text = "".join(draw.choice(PIECES) + draw.choice(BETWEEN) for _ in range(draw.integers(2, 14))).strip()
    tokens = [
        (at, min(at + 5, match.end()))
        for match in re.finditer(r"\w+|[^\w\s]", text)
        for at in range(match.start(), match.end(), 5)
    ]
    likely = [PII_TYPES.index(kind) for kind in ("PERSON", "ORGANIZATION", "ADDRESS", "DATE_TIME", "LOCATION", "AGE")]
    logits, kind = draw.normal(size=(len(tokens), len(PII_TAGS))), None
    for row in logits:
        if draw.random() < 0.45:
            kind = draw.choice([None, *likely])
        if kind is None:
            row[0] += draw.uniform(2, 8)
        else:
            row[[1 + 2 * kind, 2 + 2 * kind]] += draw.uniform(1, 9, 2)
    p = np.exp(logits)
    return text, tokens, (p / p.sum(1, keepdims=True)).astype(np.float32)


def test_the_service_finds_the_same_spans():
    if not shutil.which("node"):
        pytest.skip("Node is not here")
    draw = np.random.default_rng(11)
    cases = [case(draw) for _ in range(CASES)]
    asked = [{"text": text, "labels": PII_TAGS, "tokens": tokens, "rows": p.flatten().tolist(), "thresholds": [SURE] * len(PII_TYPES)} for text, tokens, p in cases]
    theirs = [[tuple(span) for span in spans] for spans in through_node("training/tests/read-entities.ts", asked)]
    ours = [spans_of(text, tokens, p, SURE) for text, tokens, p in cases]
    assert sum(map(len, ours)) > CASES
    different = [(text, mine, found) for (text, _, _), mine, found in zip(cases, ours, theirs) if mine != found]
    assert not different, f"{len(different)} of {CASES}, such as {different[0]}"
