"""How far the served graph is from the plain Python reference, on real texts."""

from pathlib import Path

import numpy as np

from .data import held_out
from .evaluate import predict
from .graph import open_session
from .reference import Reference
from .train import Fitted


def largest_difference(model: Path | bytes, fitted: Fitted, texts: list[str]) -> float:
    served = np.hstack(predict(open_session(str(model) if isinstance(model, Path) else model), texts))
    reference = Reference(fitted.vocabulary, fitted.weights, fitted.bias)
    return float(max(np.abs(served[i] - np.concatenate(reference(t))).max() for i, t in enumerate(texts)))


def parity(model: Path, fitted: Fitted, most: int = 2000) -> dict:
    texts = [r.text for part in held_out("test").values() for r in part]
    texts = texts[:: max(1, len(texts) // most)]
    return {"texts": len(texts), "largestDifference": float(f"{largest_difference(model, fitted, texts):.2e}")}
