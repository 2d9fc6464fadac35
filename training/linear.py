"""A linear layer under softmax or sigmoid loss, with L2 on the weights, fitted by L-BFGS."""

import numpy as np
import scipy.sparse as sp
from scipy.optimize import minimize
from scipy.special import expit, log_expit, log_softmax, softmax


def fit_linear(x: sp.csr_matrix, y: np.ndarray, row_weight: np.ndarray, l2: float, kind: str) -> tuple[np.ndarray, np.ndarray]:
    """Weights [features, outputs] and bias [outputs] for targets `y` [rows, outputs] of 0 and 1."""
    columns, outputs = x.shape[1], y.shape[1]
    x_t, w = x.T.tocsr(), row_weight[:, None]

    def loss(flat: np.ndarray) -> tuple[float, np.ndarray]:
        theta = flat.reshape(columns + 1, outputs)
        weights, bias = theta[:-1], theta[-1]
        z = x @ weights + bias
        if kind == "softmax":
            value, error = -(w * y * log_softmax(z, axis=1)).sum(), w * (softmax(z, axis=1) - y)
        else:
            value, error = -(w * (y * log_expit(z) + (1 - y) * log_expit(-z))).sum(), w * (expit(z) - y)
        gradient = np.vstack([x_t @ error + l2 * weights, error.sum(axis=0)])
        return value + 0.5 * l2 * (weights**2).sum(), gradient.ravel()

    start = np.zeros((columns + 1) * outputs)
    best = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 150, "ftol": 1e-6, "maxcor": 6})
    theta = best.x.reshape(columns + 1, outputs)
    return theta[:-1], theta[-1]
