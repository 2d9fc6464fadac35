"""Writes a model folder: the graph, its tokenizer, metadata, card, and the signed manifest with the sha256 of each."""

import hashlib
import json
from pathlib import Path

from . import keys, recipe
from .base import tokenizer_json
from .calibration import Calibration
from .model import SEQUENCE_HEADS

WHAT = {
    "sentiment": "how the text feels; one of three",
    "emotion": "emotions in the text, each for itself; `thresholds` has the probability from which each counts as there",
    "intent": "what a customer of a shop wants",
    "intent_banking77": "what a customer of a bank wants (benchmark)",
    "intent_clinc150": "what the user of an assistant wants (benchmark); `oos` is none of them",
    "aspect": "what is being judged, as tags a token",
    "aspect_polarity": "how what the token names is judged; to be read at the tokens of an aspect, as their mean",
    "pii": "personal data, as tags a token",
    "embedding": "meaning as a unit vector, close to that of the base encoder",
}


def manifest(folder: Path, version: str) -> dict:
    """Every file of the folder except the manifest and its signature."""
    files = {}
    for path in sorted(folder.iterdir()):
        if path.name not in ("manifest.json", "manifest.sig"):
            content = path.read_bytes()
            files[path.name] = {"sha256": hashlib.sha256(content).hexdigest(), "bytes": len(content)}
    return {"name": recipe.NAME, "version": version, "files": files}


def write_json(path: Path, value: dict) -> None:
    path.write_text(json.dumps(value, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def outputs(labels: dict[str, list[str]], calibration: Calibration) -> dict[str, dict]:
    """What each output of the graph is."""
    said = {}
    for name, what in WHAT.items():
        kind = "embedding" if name == "embedding" else "sequence" if name in SEQUENCE_HEADS else "token"
        said[name] = {
            "kind": kind,
            "what": what,
            "labels": labels.get(name, []),
            "activation": {"embedding": "unit", "emotion": "sigmoid"}.get(name, "softmax"),
            "temperature": round(calibration.temperatures.get(name, 1.0), 4),
        }
        if name in calibration.smoothing:
            said[name]["smoothing"] = round(calibration.smoothing[name], 4)
        if name in calibration.thresholds:
            said[name]["thresholds"] = calibration.thresholds[name]
    return said


def metadata(version: str, outputs: dict, ekman: dict[str, list[str]], metrics: dict, **more) -> dict:
    """`task`, `labels`, `emotions` and `emotionThresholds` repeat what the outputs say, for readers of the first format."""
    return {
        "name": recipe.NAME,
        "version": version,
        "task": "multi-task text understanding",
        "format": "onnx",
        "file": "model.onnx",
        "tokenizer": "tokenizer.json",
        "maxTokens": recipe.MAX_TOKENS,
        "languages": ["en"],
        "inputs": {name: {"type": "int64", "shape": ["batch", "sequence"]} for name in ("input_ids", "attention_mask")},
        "outputs": outputs,
        "ekman": ekman,
        "labels": recipe.LABELS,
        "emotions": recipe.EMOTIONS,
        "emotionThresholds": outputs["emotion"].get("thresholds", [0.5] * len(recipe.EMOTIONS)),
        "metrics": metrics,
        **more,
        "createdAt": recipe.CREATED_AT,
    }


def seal(folder: Path, version: str) -> Path:
    """Manifest and signature, last: from here on a changed byte shows."""
    write_json(folder / "manifest.json", manifest(folder, version))
    key = keys.private_key()
    keys.sign(folder, key)
    keys.publish(key.public_key(), folder.parent.parent)
    return folder


def write_tokenizer(folder: Path) -> None:
    (folder / "tokenizer.json").write_text(tokenizer_json(), encoding="utf-8")
