"""Makes probabilities mean what they say, on rows the weights never saw."""

import numpy as np
from scipy.optimize import minimize_scalar
from scipy.special import expit, log_expit, log_softmax

from .metrics import f1


def softmax_temperature(logits: np.ndarray, truth: np.ndarray, row_weight: np.ndarray) -> float:
    """The one number to divide all logits by that makes the true labels likeliest."""
    rows = np.arange(len(truth))
    cost = lambda t: -(row_weight * log_softmax(logits / t, axis=1)[rows, truth]).sum()
    return float(minimize_scalar(cost, bounds=(0.2, 5), method="bounded").x)


def sigmoid_temperature(logits: np.ndarray, truth: np.ndarray) -> float:
    cost = lambda t: -(truth * log_expit(logits / t) + (1 - truth) * log_expit(-logits / t)).sum()
    return float(minimize_scalar(cost, bounds=(0.2, 5), method="bounded").x)


def best_thresholds(logits: np.ndarray, truth: np.ndarray) -> list[float]:
    """For each label the probability, in steps of 0.05, from which saying yes gives the best F1."""
    steps, probabilities = np.arange(0.05, 0.95, 0.05), expit(logits)
    return [
        round(float(max(steps, key=lambda s: f1(truth[:, c] > 0, probabilities[:, c] >= s))), 2)
        for c in range(truth.shape[1])
    ]
