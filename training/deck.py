"""Packed rows on a device, dealt out in batches of like length."""

from collections.abc import Iterator
from copy import copy

import numpy as np
import torch
from torch import Tensor

from .packed import NONE, Packed
from .recipe import EMOTIONS, PII_TAGS, PII_TYPES

Batch = dict[str, Tensor]
CHUNK = 16  # so many steps' rows are sorted by length together


class Deck:
    """`states`: what the layers below the trained ones make of every token, flat as `packed.ids`; then a batch has `states` too."""

    def __init__(self, packed: Packed, device: torch.device, states: np.ndarray | None = None):
        move = lambda a, kind: torch.from_numpy(a.astype(kind)).to(device)
        self.device, self.rows = device, len(packed)
        self.lengths = np.diff(packed.starts)
        self.starts, self.long = move(packed.starts[:-1], np.int64), move(self.lengths, np.int64)
        self.flat = {"ids": move(packed.ids, np.int32)} | {n: move(getattr(packed, n), np.int8) for n in ("aspect", "polarity", "pii")}
        self.sentiment, self.intents = move(packed.sentiment, np.int64), move(packed.intents, np.int64)
        self.emotions, self.known, self.weight = move(packed.emotions, np.int64), move(packed.known, np.int64), move(packed.weight, np.float32)
        self.states = None if states is None else torch.from_numpy(states).to(device)
        kinds = torch.tensor([NONE] + [PII_TYPES.index(tag[2:]) for tag in PII_TAGS[1:]], device=device)
        self.kind_of_tag = kinds

    def batch(self, rows: Tensor, length: int) -> Batch:
        """Padded to `length` tokens; labels that nobody gave are NONE."""
        at = torch.arange(length, device=self.device)
        inside = at < self.long[rows][:, None]
        index = torch.where(inside, self.starts[rows][:, None] + at, 0)
        read = lambda name, fill: torch.where(inside, self.flat[name][index].long(), fill)
        bits = (self.emotions[rows][:, None] >> torch.arange(len(EMOTIONS), device=self.device)) & 1
        looked_for = (self.known[rows][:, None] >> self.kind_of_tag.clamp(min=0)) & 1
        batch = {
            "ids": read("ids", 0), "attention": inside.long(), "sentiment": self.sentiment[rows], "emotion": bits.float(),
            "emotion_said": self.emotions[rows] >= 0, "intents": self.intents[rows], "aspect": read("aspect", NONE),
            "aspect_polarity": read("polarity", NONE), "pii": read("pii", NONE), "weight": self.weight[rows],
            # Tags that "O" may stand for in this row: O itself, and all of types that nobody looked for.
            "pii_silent": (looked_for == 0) | (self.kind_of_tag == NONE),
        }
        return batch if self.states is None else batch | {"states": self.states[index].float()}

    def only(self, rows: np.ndarray) -> "Deck":
        """A deck of these rows, over the same tokens."""
        fewer, at = copy(self), torch.from_numpy(rows).to(self.device)
        fewer.rows, fewer.lengths = len(rows), self.lengths[rows]
        for name in ("starts", "long", "sentiment", "intents", "emotions", "known", "weight"):
            setattr(fewer, name, getattr(self, name)[at])
        return fewer

    def longest(self, rows: np.ndarray) -> int:
        return int(self.lengths[rows].max())

    def in_order(self, size: int) -> Iterator[tuple[np.ndarray, Batch]]:
        """Every row once, shortest first."""
        order = np.argsort(self.lengths, kind="stable")
        for start in range(0, self.rows, size):
            rows = order[start : start + size]
            yield rows, self.batch(torch.from_numpy(rows).to(self.device), self.longest(rows))


def plan(lengths: np.ndarray, size: int, seed: int, epoch: int) -> list[np.ndarray]:
    """The steps of an epoch, `size` rows each: shuffled, sorted by length within chunks, the steps shuffled again."""
    draw = np.random.default_rng([seed, epoch])
    order = draw.permutation(len(lengths))
    steps = []
    for start in range(0, len(order), size * CHUNK):
        chunk = order[start : start + size * CHUNK]
        chunk = chunk[np.argsort(lengths[chunk], kind="stable")]
        steps += [chunk[i : i + size] for i in range(0, len(chunk) - size + 1, size)]
    return [steps[i] for i in draw.permutation(len(steps))]
