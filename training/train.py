"""From rows to a fitted, calibrated and packed model."""

import time
from dataclasses import dataclass

import numpy as np

from . import recipe
from .calibrate import best_thresholds, sigmoid_temperature, softmax_temperature
from .data import Row, held_out, training_rows
from .features import featurise, learn_vocabulary
from .graph import Vocabulary, sentiment_model
from .linear import fit_linear


@dataclass(frozen=True)
class Fitted:
    vocabulary: Vocabulary
    weights: np.ndarray  # [features, 3 + 28], exactly representable as float16
    bias: np.ndarray
    thresholds: list[float]
    temperatures: dict[str, float]
    rows: dict[str, int]

    def model(self):
        return sentiment_model(self.vocabulary, self.weights, self.bias)


def row_weights(rows: list[Row]) -> np.ndarray:
    """The source's weight, times a factor that draws the three classes towards equal total weight."""
    weight = np.array([recipe.SOURCE_WEIGHT[r.source] for r in rows])
    label = np.array([r.label for r in rows])
    total = np.array([weight[label == c].sum() for c in range(len(recipe.LABELS))])
    return weight * (weight.sum() / len(recipe.LABELS) / total[label]) ** recipe.CLASS_BALANCE


def emotion_targets(rows: list[Row]) -> np.ndarray:
    targets = np.zeros((len(rows), len(recipe.EMOTIONS)))
    for i, row in enumerate(rows):
        targets[i, list(row.emotions)] = 1
    return targets


def fit(rows: list[Row], dev: dict[str, list[Row]], say=print) -> Fitted:
    started = time.monotonic()
    step = lambda what: say(f"{time.monotonic() - started:6.0f} s  {what}")

    texts = [r.text for r in rows]
    vocabulary = learn_vocabulary(texts)
    x = featurise(vocabulary, texts)
    step(f"{len(rows):,} rows, {vocabulary.size:,} features")

    at = [i for i, r in enumerate(rows) if r.label is not None]
    polar = [rows[i] for i in at]
    sentiment = fit_linear(x[at], np.eye(3)[[r.label for r in polar]], row_weights(polar), recipe.SENTIMENT_L2, "softmax")
    step("sentiment fitted")

    at = [i for i, r in enumerate(rows) if r.emotions is not None]
    emotional = [rows[i] for i in at]
    emotion = fit_linear(x[at], emotion_targets(emotional), np.ones(len(at)), recipe.EMOTION_L2, "sigmoid")
    step("emotions fitted")

    dev_rows = [r for part in dev.values() for r in part if r.label is not None]
    weight = np.array([recipe.SOURCE_WEIGHT[r.source] for r in dev_rows])
    logits = featurise(vocabulary, [r.text for r in dev_rows]) @ sentiment[0] + sentiment[1]
    warm = softmax_temperature(logits, np.array([r.label for r in dev_rows]), weight)

    dev_rows = [r for part in dev.values() for r in part if r.emotions is not None]
    truth = emotion_targets(dev_rows)
    logits = featurise(vocabulary, [r.text for r in dev_rows]) @ emotion[0] + emotion[1]
    warm_emotion = sigmoid_temperature(logits, truth)
    step(f"temperatures {warm:.3f} and {warm_emotion:.3f}")

    weights = np.hstack([sentiment[0] / warm, emotion[0] / warm_emotion]).astype(np.float16).astype(np.float32)
    bias = np.concatenate([sentiment[1] / warm, emotion[1] / warm_emotion]).astype(np.float32)
    counts = {name: sum(r.source == name for r in rows) for name in recipe.SOURCE_WEIGHT}
    temperatures = {"sentiment": round(warm, 4), "emotion": round(warm_emotion, 4)}
    return Fitted(vocabulary, weights, bias, best_thresholds(logits / warm_emotion, truth), temperatures, counts)


def train(say=print) -> Fitted:
    return fit(training_rows(), held_out("dev"), say)
