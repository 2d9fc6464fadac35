"""What int8 costs: macro scores on dev parts, of the float graph less those of the int8 one."""

import numpy as np

from . import metrics
from .calibrate import best_thresholds, emotion_truth
from .figures import aspects, pii_tokens
from .packed import INTENTS, NONE, Packed
from .predict import Answers
from .recipe import SEED

PII_EDGE = 0.4  # of probability; one for both graphs, since only their difference is told


def macro_f1_of_halves(p: np.ndarray, truth: np.ndarray) -> float:
    """Each half of the rows judged by thresholds that the other half gave: on the rows that they are fitted on, thresholds of rare labels are half a point of luck."""
    half = np.random.default_rng(SEED).random(len(p)) < 0.5
    score = lambda fit, judge: metrics.macro_f1_labels(truth[judge], p[judge] >= np.array(best_thresholds(p[fit], truth[fit])))
    return (score(half, ~half) + score(~half, half)) / 2


def macro_scores(parts: dict[str, Packed], said: dict[str, Answers]) -> dict[str, float]:
    """Macro F1 of sentiment and emotions, accuracy of intents and of aspect polarity, F2 of tokens of personal data; thresholds are each graph's own."""
    goemotions, answers = parts["goemotions"], said["goemotions"]
    felt, emotional = goemotions.sentiment != NONE, goemotions.emotions != NONE
    truth, p = emotion_truth(goemotions)[emotional], answers["emotion"][emotional]
    found = {
        "sentiment": metrics.macro_f1(goemotions.sentiment[felt].astype(int), answers["sentiment"][felt].argmax(1)),
        "emotion": macro_f1_of_halves(p, truth),
        "aspect_polarity": aspects(parts["mams_atsa"], said["mams_atsa"])["mams_atsa.polarityAccuracy"]["value"],
        "pii": pii_tokens(parts["presidio_synth"], said["presidio_synth"], PII_EDGE)[0],
    }
    for place, (name, source) in enumerate(zip(INTENTS, ("bitext_support_intents", "banking77", "clinc150"))):
        found[name] = metrics.accuracy(parts[source].intents[:, place].astype(int), said[source][name].argmax(1))
    return found


def falls(parts: dict[str, Packed], exact: dict[str, Answers], shipped: dict[str, Answers]) -> dict[str, float]:
    """By head, in points; below 0 the int8 graph scores better."""
    before, after = macro_scores(parts, exact), macro_scores(parts, shipped)
    return {name: round(100 * (before[name] - after[name]), 2) for name in before}
