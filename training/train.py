"""The training loop of a branch: one process or several, resumable, on whatever device there is."""

import math
import os
import time
from dataclasses import asdict
from pathlib import Path

import numpy as np
import torch
import torch.distributed as dist
from torch import Tensor, nn

from . import progress
from .base import new_insight
from .deck import Deck, plan
from .losses import total
from .model import Branch
from .recipe import FROZEN, SEED, Schedule, Shape

PAIRS_A_STEP = 10


def device() -> torch.device:
    return torch.device("cuda" if torch.cuda.is_available() else "cpu")


def world() -> tuple[int, int]:
    """(rank, processes); joins the others when `torchrun` started this process."""
    if "RANK" not in os.environ:
        return 0, 1
    if not dist.is_initialized():
        dist.init_process_group("gloo")
    return dist.get_rank(), dist.get_world_size()


def leave() -> None:
    """Parts from the others once all are done: whoever still talks to a process that is gone fails."""
    if dist.is_initialized():
        dist.barrier()
        dist.destroy_process_group()


def autocast(where: torch.device):
    return torch.autocast(where.type, dtype=torch.bfloat16)


def parameter_groups(branch: Branch, schedule: Schedule) -> list[dict]:
    """Layers that already know something learn more slowly than heads."""
    groups: dict[tuple[float, float], list[nn.Parameter]] = {}
    for name, value in branch.named_parameters():
        if value.requires_grad:
            rate = schedule.layer_rate if name.startswith("layers.") else schedule.head_rate
            groups.setdefault((rate, 0.0 if value.ndim < 2 else schedule.weight_decay), []).append(value)
    return [{"params": values, "lr": rate, "base_lr": rate, "weight_decay": decay} for (rate, decay), values in groups.items()]


def rate_at(step: int, steps: int, warm_up: float) -> float:
    """Up in a line, then down along half a cosine to a hundredth."""
    begin = max(1, int(steps * warm_up))
    return (step + 1) / begin if step < begin else 0.01 + 0.495 * (1 + math.cos(math.pi * (step - begin) / max(1, steps - begin)))


def share_gradients(values: list[nn.Parameter], processes: int) -> None:
    """The mean of all processes' gradients, in one message. A head that met no label here has none: zero."""
    flat = torch.cat([(torch.zeros_like(p) if p.grad is None else p.grad).reshape(-1) for p in values])
    dist.all_reduce(flat)
    for p, part in zip(values, (flat / processes).split([p.numel() for p in values])):
        p.grad = part.view_as(p)


def joined(deck: Deck, rows: np.ndarray, pairs: Deck | None, picked: np.ndarray) -> tuple[dict[str, Tensor], Tensor, Tensor]:
    """Labelled rows with pairs below them, padded alike: (labelled batch, all states, all attention)."""
    length = max(deck.longest(rows), pairs.longest(picked) if len(picked) else 0)
    batch = deck.batch(torch.from_numpy(rows).to(deck.device), length)
    if not len(picked):
        return batch, batch["states"], batch["attention"]
    below = pairs.batch(torch.from_numpy(picked).to(deck.device), length)
    return batch, torch.cat([batch["states"], below["states"]]), torch.cat([batch["attention"], below["attention"]])


class Run:
    """One training of one branch: weights, their running average, optimiser and place, saved together."""

    def __init__(self, sizes: dict[str, int], schedule: Schedule, deck: Deck, pairs: Deck | None = None, folder: Path | None = None,
                 start: dict[str, Tensor] | None = None):
        self.rank, self.processes = world()
        self.schedule, self.deck, self.pairs, self.folder = schedule, deck, pairs, folder
        torch.manual_seed(SEED)  # every run begins with the same heads: only then is the mean of several weights a network
        self.branch = new_insight(Shape(dropout=schedule.dropout), sizes).branch[schedule.branch].to(deck.device).train()
        if start:
            self.branch.load_state_dict(start)
        self.branch.layers.requires_grad_(schedule.branch not in FROZEN)
        self.values = [p for p in self.branch.parameters() if p.requires_grad]
        self.average = [p.detach().clone() for p in self.values]
        self.optimiser = torch.optim.AdamW(parameter_groups(self.branch, schedule), betas=(0.9, 0.98), fused=True)
        self.each = max(1, len(plan(deck.lengths, schedule.rows_per_step, schedule.seed, 0)))
        self.steps, self.step = max(1, int(schedule.epochs * self.each)), 0
        self.history: list[float] = []
        torch.manual_seed(schedule.seed * 1000 + self.rank)  # what is dropped differs by process; the weights above do not

    def _advance(self, rows: np.ndarray, picked: np.ndarray) -> Tensor:
        schedule, share = self.schedule, slice(self.rank, None, self.processes)
        rows, picked = rows[share], picked[share].reshape(-1)
        batch, states, attention = joined(self.deck, rows, self.pairs, picked)
        seen = attention * (torch.rand(attention.shape, device=attention.device) >= schedule.token_dropout)
        seen[:, 0] = 1  # [CLS] is always there, so that no row is empty
        with autocast(self.deck.device):
            out = self.branch.answers(states, seen) if schedule.branch in FROZEN else self.branch(states, seen)
        loss, self.parts = total(out, batch, len(rows), schedule)
        self.optimiser.zero_grad(set_to_none=True)
        loss.backward()
        if self.processes > 1:
            share_gradients(self.values, self.processes)
        nn.utils.clip_grad_norm_(self.values, schedule.clip)
        for group in self.optimiser.param_groups:
            group["lr"] = group["base_lr"] * rate_at(self.step, self.steps, schedule.warm_up)
        self.optimiser.step()
        decay = min(schedule.average_decay, (self.step + 1) / (self.step + 10))
        torch._foreach_lerp_(self.average, [p.detach() for p in self.values], 1 - decay)
        return loss.detach()

    def _of_all(self, loss: Tensor) -> float:
        """The mean over all processes, each of which has seen its share of the rows."""
        if self.processes > 1:
            dist.all_reduce(loss)
        return float(loss) / self.processes

    def train(self, say=print, save_every: float = 120.0, until: int | None = None) -> dict[str, Tensor]:
        """Runs to the end (or to step `until`) and gives the averaged weights of the branch."""
        started, saved, sums, order, epoch_of = time.monotonic(), time.monotonic(), [], [], -1
        while self.step < min(self.steps, until or self.steps):
            epoch, nth = divmod(self.step, self.each)
            if epoch != epoch_of:
                order, epoch_of = plan(self.deck.lengths, self.schedule.rows_per_step, self.schedule.seed, epoch), epoch
            draw = np.random.default_rng([self.schedule.seed, 7, self.step])
            picked = draw.integers(0, self.pairs.rows // 2, PAIRS_A_STEP) if self.pairs else np.zeros(0, int)
            sums.append(self._advance(order[nth], np.stack([2 * picked, 2 * picked + 1], 1)))
            self.step += 1
            if self.step % max(1, self.each // 8) == 0 or self.step == self.steps:
                self.history.append(self._of_all(torch.stack(sums).mean()))
                sums = []
                if self.rank == 0:
                    parts = " ".join(f"{n}={float(v):.3f}" for n, v in self.parts.items())
                    say(f"{time.monotonic() - started:7.1f} s  step {self.step}/{self.steps}  loss {self.history[-1]:.4f}  {parts}")
                    if self.folder:
                        progress.step(self.folder.name, self.step, self.steps, loss=self.history[-1], **{f"{n}_loss": float(v) for n, v in self.parts.items()})
            if self.folder and self.rank == 0 and time.monotonic() - saved > save_every:
                self.save()
                saved = time.monotonic()
        return self.averaged()

    def averaged(self) -> dict[str, Tensor]:
        names = [name for name, p in self.branch.named_parameters() if p.requires_grad]
        return {name: p.detach().clone() for name, p in self.branch.named_parameters()} | dict(zip(names, self.average))

    def save(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        state = {"step": self.step, "schedule": asdict(self.schedule), "branch": self.branch.state_dict(), "average": self.average,
                 "optimiser": self.optimiser.state_dict(), "history": self.history}
        torch.save(state, self.folder / "checkpoint.tmp")
        (self.folder / "checkpoint.tmp").replace(self.folder / "checkpoint.pt")

    def resume(self) -> bool:
        """Goes on where the folder's checkpoint stopped; False when there is none of this schedule."""
        file = self.folder and self.folder / "checkpoint.pt"
        if not file or not file.exists():
            return False
        state = torch.load(file, map_location=self.deck.device, weights_only=True)
        if state["schedule"] != asdict(self.schedule):
            return False
        self.branch.load_state_dict(state["branch"])
        self.optimiser.load_state_dict(state["optimiser"])
        self.average, self.step, self.history = state["average"], state["step"], state["history"]
        return True
