"""Reviewers' corrections as labelled rows: JSON lines of {"text": ..., "label": negative | neutral | positive}."""

import json
from pathlib import Path

from .recipe import LABELS
from .rows import Row

SOURCE = "corrections"


def read_corrections(file: Path) -> list[Row]:
    """Every line, or an error that names the first bad one. The label may be in capitals, as GraphQL spells it."""
    rows = []
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        try:
            said = json.loads(line)
            rows.append(Row(said["text"], SOURCE, LABELS.index(said["label"].lower())))
        except (json.JSONDecodeError, KeyError, TypeError, AttributeError, ValueError) as error:
            raise SystemExit(f"{file}, line {number}: not a correction: a line is {{\"text\": ..., \"label\": one of {', '.join(LABELS)}}}.") from error
    return rows
