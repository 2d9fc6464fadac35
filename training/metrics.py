"""The figures we report, each with a bootstrap interval."""

from collections.abc import Callable

import numpy as np

from .recipe import SEED

Metric = Callable[..., float]
Figure = dict[str, float | int]  # value, low, high, n


def accuracy(truth: np.ndarray, guess: np.ndarray) -> float:
    return float(np.mean(truth == guess))


def f1(truth: np.ndarray, guess: np.ndarray) -> float:
    """F1 of one yes/no label; 0 where it neither occurs nor is guessed."""
    both = np.sum(truth & guess)
    return float(2 * both / max(1, np.sum(truth) + np.sum(guess)))


def macro_f1(truth: np.ndarray, guess: np.ndarray, classes: int = 3) -> float:
    return float(np.mean([f1(truth == c, guess == c) for c in range(classes)]))


def macro_f1_labels(truth: np.ndarray, guess: np.ndarray) -> float:
    """Mean F1 over the columns of two boolean [rows, labels] arrays."""
    both, either = (truth & guess).sum(0), truth.sum(0) + guess.sum(0)
    return float(np.mean(2 * both / np.maximum(1, either)))


def calibration_error(truth: np.ndarray, probabilities: np.ndarray, bins: int = 15) -> float:
    """Expected calibration error of the top label, in `bins` bins of equal width."""
    top, right = probabilities.max(axis=1), probabilities.argmax(axis=1) == truth
    bin_of = np.minimum((top * bins).astype(int), bins - 1)
    return float(sum(abs(right[bin_of == b].sum() - top[bin_of == b].sum()) for b in range(bins)) / len(truth))


def ranks(values: np.ndarray) -> np.ndarray:
    """Places in ascending order, the mean place for ties."""
    _, inverse, counts = np.unique(values, return_inverse=True, return_counts=True)
    last = np.cumsum(counts)
    return (last - (counts - 1) / 2)[inverse]


def spearman(a: np.ndarray, b: np.ndarray) -> float:
    return float(np.corrcoef(ranks(a), ranks(b))[0, 1])


def f_beta(found: float, guessed: float, there: float, beta: float = 2.0) -> float:
    """From counts: spans found, spans guessed, spans that are there."""
    precision, recall = found / max(1, guessed), found / max(1, there)
    square = beta * beta
    return float((1 + square) * precision * recall / max(1e-9, square * precision + recall))


def interval(metric: Metric, *columns: np.ndarray, rounds: int = 300) -> Figure:
    """The metric on all rows, with the 2.5 and 97.5 percentiles over rows drawn again with replacement."""
    draw, rows = np.random.default_rng(SEED), len(columns[0])
    again = [metric(*(c[at] for c in columns)) for at in (draw.integers(0, rows, rows) for _ in range(rounds))]
    low, high = np.percentile(again, [2.5, 97.5])
    return {"value": round(metric(*columns), 4), "low": round(float(low), 4), "high": round(float(high), 4), "n": rows}
