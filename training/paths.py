"""Where the data sets are read, where training works and where models are written."""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MODELS = Path(os.environ.get("MODELS_DIR", ROOT / "models"))
WORK = Path(os.environ.get("TRAINING_WORK_DIR", ROOT / "artifacts" / "training"))  # artifacts/ is ignored by git
EXIT_NO_DATA = 3


def data_dir() -> Path:
    """The folder of open data sets; leaves with code 3 when there is none."""
    named = os.environ.get("DATA_SETS_DIR")
    folder = Path(named) if named else ROOT.parent / "shared" / "data"
    if not (folder / "goemotions" / "train.jsonl.gz").is_file():
        print(
            "SKIPPED: the open data sets are not here, so nothing was trained or measured.\n"
            "Set DATA_SETS_DIR to a folder that holds goemotions/, uci_sentences/ and the others "
            "listed in training/README.md.",
            file=sys.stderr,
        )
        raise SystemExit(EXIT_NO_DATA)
    return folder
