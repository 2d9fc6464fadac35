"""From prepared rows to the weights of a branch."""

import json
from dataclasses import asdict, replace
from pathlib import Path

import numpy as np
import torch
import torch.distributed as dist
from safetensors.torch import load_file, save_file
from torch import Tensor

from . import progress
from .base import new_insight
from .deck import Deck
from .model import Insight
from .packed import NONE, Packed
from .recipe import POLISH, POLISH_KEPT, POLISH_ROWS, SCHEDULES, SEED, SEEDS, Schedule, Shape
from .states import states
from .train import Run, device, world
from .work import Work

# Rows of a source that a branch learns from: what carries a label of one of its heads.
CARRIES = {
    "feeling": lambda p: (p.sentiment != NONE) | (p.emotions != NONE) | has(p, p.aspect),
    "meaning": lambda p: (p.intents != NONE).any(1),
    "naming": lambda p: p.known != 0,
}


def has(packed: Packed, flat: np.ndarray) -> np.ndarray:
    """Which rows have a token that is labelled."""
    return np.maximum.reduceat(flat, packed.starts[:-1]) > NONE


def cached(work: Work, name: str, packed: Packed, branch: str) -> np.ndarray:
    file = work.folder / f"states-{branch}-{name}.npy"
    if not file.exists():
        found = states(packed, branch, work.folder, work.train)
        np.save(file.with_suffix(".tmp.npy"), found)
        file.with_suffix(".tmp.npy").replace(file)
    return np.load(file, mmap_mode="r")


def decks(work: Work, branch: str) -> tuple[Deck, Deck | None]:
    """Rows and pairs of a branch with their states; of several processes the first works the states out."""
    rows, where = work.train.only(np.flatnonzero(CARRIES[branch](work.train))), device()
    rank, processes = world()
    if rank and processes > 1:
        dist.barrier()
    deck = Deck(rows, where, np.array(cached(work, "train", rows, branch)))
    pairs = Deck(work.twins, where, np.array(cached(work, "twins", work.twins, branch))) if branch == "feeling" else None
    if processes > 1 and not rank:
        dist.barrier()
    return deck, pairs


def run_once(work: Work, schedule: Schedule, data: tuple[Deck, Deck | None], name: str, say, start: dict[str, Tensor] | None = None) -> Path:
    """One run, from its checkpoint where there is one, none where it is done; the weights' file."""
    folder = work.folder / name
    weights, about = folder / "weights.safetensors", folder / "schedule.json"
    if weights.exists() and about.exists() and json.loads(about.read_text()) == asdict(schedule):
        say(f"{name} is learned")
        progress.step(name, 1, 1)
        return weights
    run = Run(work.sizes, schedule, *data, folder, start)
    if run.resume():
        say(f"{name} goes on at step {run.step}")
    learned = run.train(lambda line: say(f"{name}: {line}"))
    folder.mkdir(exist_ok=True)
    if run.rank == 0:
        save_file({name: value.cpu().contiguous() for name, value in learned.items()}, weights)
        about.write_text(json.dumps(asdict(schedule)))
        (folder / "checkpoint.pt").unlink(missing_ok=True)
    if run.processes > 1:
        dist.barrier()  # the others read what the first has written
    return weights


def runs_of(branch: str) -> list[str]:
    """Names of the runs that `learn` makes of a branch, in their order."""
    seeds = range(SEEDS[branch])
    return [f"{branch}-{nth}" for nth in seeds] + ([f"{branch}-polished-{nth}" for nth in seeds] if branch in POLISH else [])


def learn(work: Work, branch: str, say=print, seed: int | None = None, times: float = 1) -> list[Path]:
    """Trains the branch once for each of its seeds (or for the one given), then polishes each from the mean of all; `times` as long as the recipe says."""
    data, seeds = decks(work, branch), range(SEEDS[branch]) if seed is None else [seed]
    seeded = lambda schedule, nth: replace(schedule, seed=schedule.seed + nth, epochs=schedule.epochs * times)
    files = [run_once(work, seeded(SCHEDULES[branch], nth), data, f"{branch}-{nth}", say) for nth in seeds]
    if branch not in POLISH or seed is not None:
        return files
    return [polish(work, branch, nth, say, data, times) for nth in seeds]


def polish(work: Work, branch: str, nth: int, say=print, data: tuple[Deck, Deck | None] | None = None, times: float = 1) -> Path:
    """Goes on from the mean of the first runs, on the sources of POLISH_ROWS alone."""
    deck, pairs = data or decks(work, branch)
    rows, draw = work.train.only(np.flatnonzero(CARRIES[branch](work.train))), np.random.default_rng(SEED)
    share = np.array([POLISH_ROWS.get(source, 0.0) for source in rows.source])
    schedule = replace(POLISH[branch], seed=POLISH[branch].seed + nth, epochs=POLISH[branch].epochs * times)
    start = mean_weights(sorted(work.folder.glob(f"{branch}-[0-9]/weights.safetensors")))
    return run_once(work, schedule, (deck.only(np.flatnonzero(draw.random(len(share)) < share)), pairs), f"{branch}-polished-{nth}", say, start)


def mean_weights(files: list[Path]) -> dict[str, Tensor]:
    found = [load_file(file) for file in files]
    return {name: torch.stack([weights[name] for weights in found]).mean(0) for name in found[0]}


def assemble(work: Work) -> Insight:
    """The whole network from whatever branches have learned; of a polished branch so much of the polish as the recipe keeps."""
    model = new_insight(Shape(), work.sizes)
    for name, branch in model.branch.items():
        first, polished = (sorted(work.folder.glob(f"{name}-{which}/weights.safetensors")) for which in ("[0-9]", "polished-*"))
        if polished:
            before, after = mean_weights(first), mean_weights(polished)
            branch.load_state_dict({key: torch.lerp(before[key], after[key], POLISH_KEPT[name]) for key in before})
        elif first:
            branch.load_state_dict(mean_weights(first))
    return model.eval()
