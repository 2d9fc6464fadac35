"""What the frozen layers make of every token, worked out once by the very int8 graph that will be served."""

import tempfile
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from .base import new_insight
from .deck import Deck
from .export import OPSET, quantise
from .model import Insight, climb, mean_pool
from .packed import Packed
from .predict import open_session
from .recipe import FROZEN, Shape
from .smooth import smoothed


class Stem(nn.Module):
    """Trunk, and the branch's own layers where those are frozen too."""

    def __init__(self, model: Insight, branch: str):
        super().__init__()
        self.trunk = model.trunk
        self.above = model.branch[branch].layers if branch in FROZEN else nn.ModuleList()

    def forward(self, input_ids: Tensor, attention_mask: Tensor) -> Tensor:
        return climb(self.above, self.trunk(input_ids, attention_mask), attention_mask)


def write_stem(branch: str, file: Path, train: Packed) -> None:
    stem, axes = Stem(smoothed(new_insight(Shape(), {}), train), branch).eval(), {0: "batch", 1: "sequence"}
    ids = torch.tensor([[2, 1029, 1009, 3], [2, 1029, 3, 0]])
    with tempfile.TemporaryDirectory() as scratch:
        exact = Path(scratch) / "stem.onnx"
        torch.onnx.export(stem, (ids, (ids > 0).long()), str(exact), input_names=["input_ids", "attention_mask"], output_names=["states"],
                          dynamic_axes={"input_ids": axes, "attention_mask": axes, "states": axes}, opset_version=OPSET, dynamo=False)
        quantise(exact, file)


def states(packed: Packed, branch: str, scratch: Path, train: Packed, threads: int = 1, tokens_a_batch: int = 2048) -> np.ndarray:
    """[tokens, hidden] float16, flat as `packed.ids`; `train`: the rows that the graph is smoothed for, as the served one is."""
    stem = scratch / f"stem-{branch}.onnx"
    if not stem.exists():
        write_stem(branch, stem, train)
    session, deck = open_session(stem, threads), Deck(packed, torch.device("cpu"))
    out, order, at = np.empty((len(packed.ids), Shape().hidden), np.float16), np.argsort(deck.lengths, kind="stable"), 0
    while at < len(order):
        rows = order[at : at + max(1, tokens_a_batch // int(deck.lengths[order[at]]))]
        batch = deck.batch(torch.from_numpy(rows), deck.longest(rows))
        said = session.run(None, {"input_ids": batch["ids"].numpy(), "attention_mask": batch["attention"].numpy()})[0]
        for row, tokens in zip(rows, said):
            start, end = packed.starts[row], packed.starts[row + 1]
            out[start:end] = tokens[: end - start]
        at += len(rows)
    return out


def base_embeddings(packed: Packed) -> np.ndarray:
    """The base's own embeddings, in float32: unit vectors [rows, hidden]."""
    model, deck = new_insight(Shape(), {}).eval(), Deck(packed, torch.device("cpu"))
    out = np.empty((len(packed), Shape().hidden), np.float32)
    with torch.no_grad():
        for rows, batch in deck.in_order(64):
            x = climb(model.branch["meaning"].layers, model.trunk(batch["ids"], batch["attention"]), batch["attention"])
            out[rows] = torch.nn.functional.normalize(mean_pool(x, batch["attention"]), dim=-1).numpy()
    return out
