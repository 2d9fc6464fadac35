"""Measures a packed model on the test splits, through the ONNX file that is served."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from . import metrics, probe
from .data import NEGATIVE, POSITIVE, Row, held_out
from .features import batches
from .graph import open_session
from .metrics import interval
from .recipe import LABELS
from .train import emotion_targets


def predict(session, texts: Sequence[str]) -> tuple[np.ndarray, np.ndarray]:
    """Sentiment [n, 3] and emotion [n, 28], rows in the order of `texts`."""
    sentiment, emotion = np.zeros((len(texts), 3), np.float32), np.zeros((len(texts), 28), np.float32)
    for at, batch in batches(texts):
        sentiment[at], emotion[at] = session.run(["sentiment", "emotion"], {"text": batch})
    return sentiment, emotion


def probe_rows(session, sentences: list[tuple[str, str]]) -> list[tuple[str, str, str, float]]:
    """(text, wanted, said, probability of what it said)"""
    probabilities, _ = predict(session, [text for text, _ in sentences])
    return [(t, want, LABELS[p.argmax()], float(p.max())) for (t, want), p in zip(sentences, probabilities)]


def polar_accuracy(truth: np.ndarray, probabilities: np.ndarray) -> float:
    return metrics.accuracy(truth == POSITIVE, probabilities[:, POSITIVE] > probabilities[:, NEGATIVE])


def measure(model: Path, thresholds: Sequence[float], rows: dict[str, list[Row]] | None = None) -> dict[str, dict]:
    """Figure by name: value, 95 % interval and number of rows."""
    session, rows, found, pooled = open_session(str(model)), rows or held_out("test"), {}, []
    for source, part in rows.items():
        labelled = [r for r in part if r.label is not None]
        truth = np.array([r.label for r in labelled])
        said, _ = predict(session, [r.text for r in labelled])
        polar = truth != LABELS.index("neutral")
        found[f"{source}.polarAccuracy"] = interval(polar_accuracy, truth[polar], said[polar])
        found[f"{source}.accuracy"] = interval(metrics.accuracy, truth, said.argmax(axis=1))
        if not polar.all():
            found[f"{source}.macroF1"] = interval(metrics.macro_f1, truth, said.argmax(axis=1))
        found[f"{source}.calibrationError"] = interval(metrics.calibration_error, truth, said)
        pooled.append((truth, said))
    truth, said = (np.concatenate(column) for column in zip(*pooled))
    found["allSources.calibrationError"] = interval(metrics.calibration_error, truth, said)

    emotional = [r for r in rows["goemotions"] if r.emotions is not None]
    truth, (_, said) = emotion_targets(emotional) > 0, predict(session, [r.text for r in emotional])
    guess = said >= np.array(thresholds, np.float32)
    found["emotion.macroF1"] = interval(metrics.macro_f1_labels, truth, guess)
    found["emotion.microF1"] = interval(lambda t, g: metrics.f1(t.ravel(), g.ravel()), truth, guess)
    found["emotion.macroF1AtHalf"] = interval(metrics.macro_f1_labels, truth, said >= 0.5)

    for name, sentences in (("obviousSentences", probe.OBVIOUS), ("freshSentences", probe.FRESH)):
        right = np.array([want == said for _, want, said, _ in probe_rows(session, sentences)])
        found[f"{name}.accuracy"] = interval(lambda r: float(r.mean()), right)
    return found


MEANING = {
    "polarAccuracy": "accuracy, negative or positive only",
    "accuracy": "accuracy, three classes",
    "macroF1": "macro F1",
    "macroF1AtHalf": "macro F1, threshold 0.5",
    "microF1": "micro F1",
    "calibrationError": "expected calibration error",
}


def table(figures: dict[str, dict]) -> str:
    lines = ["| test set | figure | value | 95 % interval | rows |", "| --- | --- | --- | --- | --- |"]
    for name, f in figures.items():
        source, figure = name.split(".")
        lines.append(f"| {source} | {MEANING[figure]} | {f['value']:.3f} | {f['low']:.3f} to {f['high']:.3f} | {f['n']:,} |")
    return "\n".join(lines)
