"""The committed model folder, as the services find it."""

import json

import numpy as np
import pytest
from tokenizers import Tokenizer

from training import probe
from training.evaluate import probe_rows, table
from training.keys import signed_by
from training.pack import manifest
from training.paths import MODELS
from training.predict import open_session

from .conftest import FOLDER


@pytest.fixture(scope="module")
def session():
    return open_session(FOLDER / "model.onnx", 1)


@pytest.fixture(scope="module")
def spelt():
    return Tokenizer.from_file(str(FOLDER / "tokenizer.json"))


def ask(session, rows: list[list[int]]) -> dict[str, np.ndarray]:
    length = max(len(r) for r in rows)
    ids = np.array([r + [0] * (length - len(r)) for r in rows])
    names = [o.name for o in session.get_outputs()]
    return dict(zip(names, session.run(names, {"input_ids": ids, "attention_mask": (ids > 0).astype(np.int64)})))


def test_the_manifest_matches_every_file_and_a_known_key_signed_it(meta):
    assert json.loads((FOLDER / "manifest.json").read_text()) == manifest(FOLDER, meta["version"])
    assert signed_by(FOLDER, MODELS)


def test_the_folder_is_small_enough_to_live_in_a_repository():
    assert sum(file.stat().st_size for file in FOLDER.iterdir()) <= 30_000_000


def test_the_card_states_the_figures_of_the_metadata(meta):
    assert table(meta["metrics"]) in (FOLDER / "card.md").read_text(encoding="utf-8")


def test_outputs_are_what_the_metadata_says(session, spelt, meta):
    said = ask(session, [spelt.encode("My name is Ann.").ids, spelt.encode("Great food, bad service, and I waited for hours.").ids])
    assert list(said) == list(meta["outputs"])
    for name, out in meta["outputs"].items():
        assert said[name].shape[-1] == (len(out["labels"]) or 384)
        assert said[name].ndim == (3 if out["kind"] == "token" else 2)
        if out["activation"] == "softmax":
            assert np.allclose(said[name].sum(-1), 1, atol=1e-4)
    assert np.allclose(np.linalg.norm(said["embedding"], axis=-1), 1, atol=1e-4)


def test_a_row_hardly_depends_on_the_batch_it_comes_in(session, spelt):
    texts = ["ok", "The screen cracked on the first day and support ignored me.", "", "😀👍🏽", "Привет", "a" * 500]
    rows = [spelt.encode(t).ids[:256] for t in texts]
    together = ask(session, rows)["sentiment"]
    alone = np.vstack([ask(session, [row])["sentiment"] for row in rows])
    assert np.abs(together - alone).max() < 0.08  # int8 scales are a batch's


@pytest.mark.parametrize("text, wanted", probe.OBVIOUS[:5])
def test_it_gets_the_plainest_sentences_right(session, spelt, text, wanted):
    assert probe_rows(session, spelt, [(text, wanted)])[0][2] == wanted
