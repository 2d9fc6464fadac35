"""Run by torchrun or by itself: trains a small branch without dropout and prints its losses and the seconds it took."""

import json
import time
from dataclasses import replace

import numpy as np
import torch

from training.deck import Deck
from training.packed import NONE, Packed
from training.recipe import SCHEDULES
from training.train import Run, leave


def made_up_deck(rows: int = 512, length: int = 24) -> Deck:
    draw, tokens = np.random.default_rng(1), rows * length
    none = np.full(tokens, NONE, np.int8)
    packed = Packed(
        ids=draw.integers(5, 1000, tokens).astype(np.uint16), starts=np.arange(0, tokens + 1, length), sentiment=draw.integers(0, 3, rows).astype(np.int8),
        emotions=np.full(rows, NONE, np.int32), intents=np.full((rows, 3), NONE, np.int16), aspect=none, polarity=none, pii=none,
        known=np.zeros(rows, np.int32), weight=np.ones(rows, np.float32), source=np.array(["a"] * rows),
    )
    return Deck(packed, torch.device("cpu"), draw.normal(size=(tokens, 384)).astype(np.float16))


if __name__ == "__main__":
    torch.set_num_threads(1)
    schedule = replace(SCHEDULES["feeling"], epochs=1, rows_per_step=64, dropout=0.0, token_dropout=0.0)
    run = Run({"sentiment": 3}, schedule, made_up_deck())
    started = time.perf_counter()
    run.train(say=lambda line: None)
    if run.rank == 0:
        print(json.dumps({"losses": run.history, "seconds": time.perf_counter() - started}))
    leave()
