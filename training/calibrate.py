"""Makes probabilities mean what they say, and finds the ones to act on, from dev rows that the weights never saw."""

import numpy as np

from .calibration import LEAST_KEPT, Calibration
from .metrics import f1
from .packed import INTENTS, NONE, Packed
from .predict import Answers
from .recipe import EMOTIONS, PII_SURE, PII_TYPES

# Sentiment is calibrated for the mix it will meet rather than for the largest set.
SENTIMENT_SHARE = {"goemotions": 0.5, "uci_sentences": 0.15, "vader_reviews_tweets": 0.25, "mams_acsa": 0.1}
CALIBRATED = (*SENTIMENT_SHARE, "banking77", "clinc150", "bitext_support_intents", "mams_atsa", "presidio_synth")
OOS_COST = 0.005  # of in-scope accuracy on dev, paid for out-of-scope recall


def log_softmax(x: np.ndarray) -> np.ndarray:
    x = x - x.max(-1, keepdims=True)
    return x - np.log(np.exp(x).sum(-1, keepdims=True))


def softmax(x: np.ndarray) -> np.ndarray:
    return np.exp(log_softmax(x))


def sigmoid(x: np.ndarray) -> np.ndarray:
    return 1 / (1 + np.exp(-np.clip(x, -30, 30)))


def lowest(cost, low: float = 0.3, high: float = 4.0, rounds: int = 40) -> float:
    """The place of the minimum of a function with one valley, by golden section."""
    ratio = (5**0.5 - 1) / 2
    a, b = low, high
    for _ in range(rounds):
        c, d = b - ratio * (b - a), a + ratio * (b - a)
        a, b = (a, d) if cost(c) < cost(d) else (c, b)
    return float((a + b) / 2)


def temperature(logits: np.ndarray, truth: np.ndarray) -> float:
    """The one number to divide all logits by that makes the true labels likeliest."""
    return lowest(lambda t: -log_softmax(logits / t)[np.arange(len(truth)), truth].sum())


def unsmoothed(logits: np.ndarray, smoothing: float) -> np.ndarray:
    """The logits of what a network would say without the label smoothing it was trained with, which leaves the same share on every label."""
    p = softmax(logits)
    return np.log(np.maximum(p - smoothing, LEAST_KEPT * p))


def likeliest(parts: list[tuple[np.ndarray, np.ndarray]], share: list[float]) -> tuple[float, float]:
    """The smoothing to take off, and the temperature after it, with which the truth of all parts, (logits, truth) each, is likeliest by their shares."""
    def cost(smoothing: float, t: float) -> float:
        return -sum(s * log_softmax(unsmoothed(logits, smoothing) / t)[np.arange(len(truth)), truth].mean() for (logits, truth), s in zip(parts, share))

    tried = [(smoothing, lowest(lambda t: cost(smoothing, t))) for smoothing in np.arange(0, 0.1, 0.005)]
    smoothing, t = min(tried, key=lambda one: cost(*one))
    return float(smoothing), t


def binary_temperature(logits: np.ndarray, truth: np.ndarray) -> float:
    return lowest(lambda t: (np.logaddexp(0, logits / t) - truth * logits / t).sum())


def emotion_truth(packed: Packed) -> np.ndarray:
    return (packed.emotions[:, None] >> np.arange(len(EMOTIONS))) & 1 > 0


def best_thresholds(probabilities: np.ndarray, truth: np.ndarray) -> list[float]:
    """For each label the probability from which saying yes gives the best F1, smoothed over neighbours so that a lucky row decides nothing."""
    steps = np.arange(0.04, 0.9, 0.02)
    chosen = []
    for c in range(truth.shape[1]):
        score = np.array([f1(truth[:, c], probabilities[:, c] >= s) for s in steps])
        smooth = np.convolve(np.pad(score, 2, mode="edge"), np.ones(5) / 5, "valid")
        chosen.append(round(float(steps[smooth.argmax()]), 2))
    return chosen


def out_of_scope_guess(probabilities: np.ndarray, threshold: float) -> np.ndarray:
    """The likeliest intent, or the last one (out of scope) when nothing in scope reaches the threshold."""
    inside = probabilities[:, :-1]
    return np.where(inside.max(1) >= threshold, inside.argmax(1), probabilities.shape[1] - 1)


def scope_threshold(probabilities: np.ndarray, truth: np.ndarray) -> float:
    """The highest threshold that costs in-scope accuracy at most OOS_COST."""
    scope = truth < probabilities.shape[1] - 1
    right = lambda t: np.mean(out_of_scope_guess(probabilities[scope], t) == truth[scope])
    steps, bare = np.arange(0.0, 0.98, 0.02), right(0.0)
    return round(float(max(t for t in steps if right(t) >= bare - OOS_COST)), 2)


def by_type(probabilities: np.ndarray) -> np.ndarray:
    """[tokens, types]: the probability that a token belongs to each type, begin and inside together."""
    return probabilities[:, 1::2] + probabilities[:, 2::2]


def calibrate(parts: dict[str, Packed], said: dict[str, Answers]) -> Calibration:
    felt = {name: parts[name].sentiment != NONE for name in SENTIMENT_SHARE}
    feel = [(said[name]["sentiment"][there], parts[name].sentiment[there].astype(int)) for name, there in felt.items()]
    smoothing, sentiment = likeliest(feel, list(SENTIMENT_SHARE.values()))
    warm = {"sentiment": sentiment}
    emotional = parts["goemotions"].emotions != NONE
    truth, scores = emotion_truth(parts["goemotions"])[emotional], said["goemotions"]["emotion"][emotional]
    warm["emotion"] = binary_temperature(scores, truth)
    thresholds = {"emotion": best_thresholds(sigmoid(scores / warm["emotion"]), truth)}
    for place, (name, source) in enumerate(zip(INTENTS, ("bitext_support_intents", "banking77", "clinc150"))):
        truth = parts[source].intents[:, place].astype(int)
        warm[name] = temperature(said[source][name], truth)
    truth = parts["clinc150"].intents[:, 2].astype(int)
    edge = scope_threshold(softmax(said["clinc150"]["intent_clinc150"] / warm["intent_clinc150"]), truth)
    thresholds["intent_clinc150"] = [edge] * 150 + [0.0]
    for name, source, column in (("aspect", "mams_atsa", "aspect"), ("aspect_polarity", "mams_atsa", "polarity"), ("pii", "presidio_synth", "pii")):
        truth = getattr(parts[source], column).astype(int)
        warm[name] = max(0.7, temperature(said[source][name][truth != NONE], truth[truth != NONE]))
    thresholds["pii"] = [PII_SURE] * len(PII_TYPES)
    return Calibration(warm, {"sentiment": smoothing}, thresholds)
