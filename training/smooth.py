"""Evens out what int8 has to round, without changing what the network says: SmoothQuant (Xiao et al. 2023, arXiv:2211.10438).

All of a matrix's input shares one scale in int8. A few channels of it reach far (28 where the median is 2), and the others lose their digits. Each
channel is therefore divided by a number of its own before the matrix, whose column is multiplied by it. onnxruntime leaves this to
neural-compressor, and to static quantisation; ours is dynamic.
"""

from copy import deepcopy

import numpy as np
import torch
from torch import Tensor, nn

from .deck import Deck
from .model import Insight, Layer
from .packed import Packed
from .recipe import SEED

SHARE = 0.8  # of a channel's reach that moves into the matrix: int8 was nearest to float there, of 0.5 to 1
TEXTS = 512  # that tell how far a channel reaches
MATRICES = ("qkv", "up", "down")  # `out` reads means of values, which are even already
LEAST = 1e-5


class Smoothed(nn.Module):
    """A linear map whose input is rescaled channel by channel, and which undoes it."""

    def __init__(self, linear: nn.Linear, reach: Tensor):
        super().__init__()
        own = linear.weight.detach().abs().amax(0).clamp(min=LEAST)
        scale = own ** (1 - SHARE) / reach.clamp(min=LEAST) ** SHARE
        self.register_buffer("scale", (scale / scale.median()).half().float())  # as it will be kept in the file
        self.linear = deepcopy(linear)
        self.linear.weight.data /= self.scale

    def forward(self, x: Tensor) -> Tensor:
        return self.linear(x * self.scale)


@torch.no_grad()
def reaches(model: Insight, matrices: dict[str, nn.Linear], texts: Packed) -> dict[str, Tensor]:
    """By matrix the largest number, sign aside, that each channel of its input has in these texts."""
    found: dict[str, Tensor] = {}

    def seen(name: str):
        def keep(_: nn.Module, given: tuple[Tensor, ...], __: Tensor) -> None:
            top = given[0].abs().flatten(0, -2).amax(0)
            found[name] = torch.maximum(found[name], top) if name in found else top

        return keep

    hooks = [matrix.register_forward_hook(seen(name)) for name, matrix in matrices.items()]
    for _, batch in Deck(texts, torch.device("cpu")).in_order(1):  # one by one: no padding
        model(batch["ids"], batch["attention"])
    for hook in hooks:
        hook.remove()
    return found


def smoothed(model: Insight, train: Packed) -> Insight:
    """The same network, ready for int8."""
    eased = deepcopy(model).eval()
    texts = train.only(np.sort(np.random.default_rng(SEED).choice(len(train), min(TEXTS, len(train)), replace=False)))
    layers = {name: module for name, module in eased.named_modules() if isinstance(module, Layer)}
    matrices = {f"{place}.{which}": getattr(layer, which) for place, layer in layers.items() for which in MATRICES}
    for name, reach in reaches(eased, matrices, texts).items():
        place, _, which = name.rpartition(".")
        setattr(layers[place], which, Smoothed(matrices[name], reach))
    return eased
