"""Reads the open data sets, and says when two texts count as the same."""

import gzip
import json
import re
from functools import cache

from .paths import data_dir


@cache
def read(name: str, part: str) -> tuple[dict, ...]:
    with gzip.open(data_dir() / name / f"{part}.jsonl.gz", "rt", encoding="utf-8") as lines:
        return tuple(json.loads(line) for line in lines)


def normalise(text: str) -> str:
    """The form in which two texts count as the same text: words only, or what is there when there are no words."""
    return re.sub(r"[\W_]+", " ", text.lower()).strip() or text.strip()


@cache
def mapping() -> dict:
    """GoEmotions' official groups: `ekman` and `sentiment`, each a dict of lists of emotions."""
    return json.loads((data_dir() / "goemotions" / "mapping.json").read_text())
