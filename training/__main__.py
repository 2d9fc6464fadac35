"""python -m training train | evaluate [--model FOLDER] | all"""

import argparse
import json
import sys
from pathlib import Path

from . import recipe
from .evaluate import measure, table
from .pack import pack
from .paths import MODELS, data_dir
from .train import train

DEFAULT = MODELS / recipe.NAME / recipe.VERSION


def evaluate(folder: Path) -> int:
    """Prints the table of the folder's card, measured anew; 1 when it differs from what the folder states."""
    meta = json.loads((folder / "metadata.json").read_text(encoding="utf-8"))
    fresh = table(measure(folder / "model.onnx", meta["emotionThresholds"]))
    print(fresh)
    if fresh in (folder / "card.md").read_text(encoding="utf-8"):
        print("\nThe card says the same.")
        return 0
    print("\nThe card says something else.", file=sys.stderr)
    return 1


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m training", description="Trains and measures the platform's models.")
    parser.add_argument("step", choices=["train", "evaluate", "all"])
    parser.add_argument("--model", type=Path, default=DEFAULT, help="the model folder that evaluate reads")
    args = parser.parse_args()
    data_dir()
    if args.step in ("train", "all"):
        print(f"wrote {pack(train())}")
    return evaluate(args.model) if args.step in ("evaluate", "all") else 0


raise SystemExit(main())
