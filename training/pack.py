"""Writes a model folder: the graph, its card, its metadata, and a manifest with the sha256 of each."""

import hashlib
import json
from pathlib import Path

from . import recipe
from .card import card
from .evaluate import measure
from .paths import MODELS
from .parity import parity
from .train import Fitted


def manifest(folder: Path, version: str) -> dict:
    """Every file of the folder except the manifest itself."""
    files = {}
    for path in sorted(folder.iterdir()):
        if path.name != "manifest.json":
            content = path.read_bytes()
            files[path.name] = {"sha256": hashlib.sha256(content).hexdigest(), "bytes": len(content)}
    return {"version": version, "files": files}


def write_json(path: Path, value: dict) -> None:
    path.write_text(json.dumps(value, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def metadata(fitted: Fitted, metrics: dict) -> dict:
    return {
        "name": recipe.NAME,
        "version": recipe.VERSION,
        "task": "sentiment",
        "labels": recipe.LABELS,
        "emotions": recipe.EMOTIONS,
        "emotionThresholds": fitted.thresholds,
        "languages": ["en"],
        "inputs": [{"name": "text", "type": "string", "shape": ["N", 1]}],
        "outputs": [
            {"name": "sentiment", "type": "float32", "shape": ["N", len(recipe.LABELS)]},
            {"name": "emotion", "type": "float32", "shape": ["N", len(recipe.EMOTIONS)]},
        ],
        "metrics": metrics,
        "features": fitted.vocabulary.size,
        "temperatures": fitted.temperatures,
        "trainingRows": fitted.rows,
        "createdAt": recipe.CREATED_AT,
    }


def pack(fitted: Fitted, models: Path = MODELS) -> Path:
    folder = models / recipe.NAME / recipe.VERSION
    folder.mkdir(parents=True, exist_ok=True)
    model = folder / "model.onnx"
    model.write_bytes(fitted.model().SerializeToString(deterministic=True))
    meta = metadata(fitted, measure(model, fitted.thresholds))
    meta["parity"] = parity(model, fitted)
    write_json(folder / "metadata.json", meta)
    (folder / "card.md").write_text(card(model, meta), encoding="utf-8")
    write_json(folder / "manifest.json", manifest(folder, recipe.VERSION))
    return folder
