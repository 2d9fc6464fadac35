"""Answers for packed rows, from PyTorch weights or from a served ONNX file, in the same form."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import onnxruntime
import torch

from .deck import Deck
from .export import OUTPUTS
from .model import TOKEN_HEADS, Insight
from .packed import Packed
from .train import autocast

Answers = dict[str, np.ndarray]  # [rows, labels], and [tokens, labels] for token heads


@torch.no_grad()
def logits(model: Insight, packed: Packed, device: torch.device, size: int = 512) -> Answers:
    """Raw scores, float32."""
    deck, model, found = Deck(packed, device), model.to(device).eval(), {}
    for rows, batch in deck.in_order(size):
        with autocast(device):
            out = model(batch["ids"], batch["attention"])
        collect(found, packed, rows, {name: value.float().cpu().numpy() for name, value in out.items()})
    return found


def open_session(file: Path, threads: int = 0) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(file), options, providers=["CPUExecutionProvider"])


def probabilities(session: onnxruntime.InferenceSession, packed: Packed, size: int = 32) -> Answers:
    """What is served."""
    found: Answers = {}
    for rows, batch in Deck(packed, torch.device("cpu")).in_order(size):
        out = session.run(list(OUTPUTS), {"input_ids": batch["ids"].numpy(), "attention_mask": batch["attention"].numpy()})
        collect(found, packed, rows, dict(zip(OUTPUTS, out)))
    return found


def answer(session: onnxruntime.InferenceSession, parts: dict[str, Packed]) -> dict[str, Answers]:
    """Several parts at once, a thread each."""
    with ThreadPoolExecutor(4) as pool:
        return dict(zip(parts, pool.map(lambda part: probabilities(session, part), parts.values())))


def collect(found: Answers, packed: Packed, rows: np.ndarray, out: Answers) -> None:
    for name, value in out.items():
        if name not in TOKEN_HEADS:
            found.setdefault(name, np.zeros((len(packed), value.shape[-1]), np.float32))[rows] = value
            continue
        flat = found.setdefault(name, np.zeros((len(packed.ids), value.shape[-1]), np.float32))
        for row, tokens in zip(rows, value):
            start, end = packed.starts[row], packed.starts[row + 1]
            flat[start:end] = tokens[: end - start]
