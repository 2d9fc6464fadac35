"""python -m training prepare | train | export | evaluate | all | recalibrate | new-key | report"""

import argparse
import json
import sys
from pathlib import Path

from . import progress, recipe
from .paths import MODELS, WORK, data_dir

DEFAULT = MODELS / recipe.NAME / recipe.VERSION


def prepare(args: argparse.Namespace) -> int:
    from .work import Work

    data_dir()
    Work(args.work).prepare(corrections=args.corrections)
    return 0


def train(args: argparse.Namespace) -> int:
    from .learn import learn, runs_of
    from .train import leave
    from .work import Work

    if not Work(args.work).prepared or args.corrections:
        prepare(args)
    branches = args.branch or list(recipe.LAYERS_OF)
    progress.expect([run for branch in branches for run in runs_of(branch)])
    for branch in branches:
        learn(Work(args.work), branch, seed=args.seed, times=args.epochs)
    leave()
    return 0


def evaluate(args: argparse.Namespace) -> int:
    """Prints the table of the folder's card, measured anew; 1 when it differs from what the card states."""
    from .evaluate import measure, table

    data_dir()
    figures, _ = measure(args.model, say=lambda line: print(line, file=sys.stderr))
    fresh = table(figures)
    print(fresh)
    if fresh in (args.model / "card.md").read_text(encoding="utf-8"):
        print("\nThe card says the same.")
        return 0
    stated = json.loads((args.model / "metadata.json").read_text(encoding="utf-8"))["metrics"]
    for name in sorted(figures.keys() | stated.keys()):
        if figures.get(name) != stated.get(name):
            print(f"{name}: measured {figures.get(name)}, the card says {stated.get(name)}", file=sys.stderr)
    print("\nThe card says something else.", file=sys.stderr)
    return 1


def export(args: argparse.Namespace) -> int:
    from .keys import private_key
    from .ship import ship
    from .work import Work

    private_key()  # its absence should not cost an evaluation
    data_dir()
    print(f"wrote {ship(Work(args.work), MODELS, args.version)}")
    return 0


def everything(args: argparse.Namespace) -> int:
    return train(args) or export(args) or evaluate(args)


def recalibrate(args: argparse.Namespace) -> int:
    from .recalibrate import recalibrate as again

    return again(args.model, args.corrections, args.version)


def new_key(_: argparse.Namespace) -> int:
    from . import keys

    print(f"made release key {keys.new_key(MODELS)}; its public half is in {MODELS / 'keys'}")
    return 0


def report(_: argparse.Namespace) -> int:
    from .corpus import report as lines

    data_dir()
    print(lines())
    return 0


STEPS = {"prepare": prepare, "train": train, "export": export, "evaluate": evaluate, "all": everything, "recalibrate": recalibrate, "new-key": new_key, "report": report}


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m training", description="Trains, measures, signs and recalibrates the platform's model.")
    parser.add_argument("step", choices=STEPS)
    parser.add_argument("--model", type=Path, default=DEFAULT, help="the model folder that evaluate and recalibrate read")
    parser.add_argument("--version", default=recipe.VERSION, help="the version that export and recalibrate write")
    parser.add_argument("--work", type=Path, default=WORK, help="where prepared rows, states and checkpoints are kept")
    parser.add_argument("--branch", action="append", choices=recipe.LAYERS_OF, help="train: only this branch (may be given again)")
    parser.add_argument("--seed", type=int, help="train: only this run of the branch, counted from 0")
    parser.add_argument("--epochs", type=float, default=1, help="train: how many times as long as the recipe says")
    parser.add_argument("--corrections", type=Path, help="reviewers' corrections, JSON lines of {text, label}")
    args = parser.parse_args()
    progress.end_with_watcher()
    return STEPS[args.step](args)


if __name__ == "__main__":
    raise SystemExit(main())
