"""The committed model folder, as the services find it."""

import json

import pytest

from training import probe, recipe
from training.evaluate import probe_rows, table
from training.graph import open_session
from training.pack import manifest
from training.paths import MODELS

FOLDER = MODELS / recipe.NAME / recipe.VERSION


@pytest.fixture(scope="module")
def session():
    return open_session(str(FOLDER / "model.onnx"))


def test_the_manifest_matches_every_file():
    assert json.loads((FOLDER / "manifest.json").read_text()) == manifest(FOLDER, recipe.VERSION)


def test_the_card_states_the_figures_of_the_metadata():
    meta = json.loads((FOLDER / "metadata.json").read_text())
    assert table(meta["metrics"]) in (FOLDER / "card.md").read_text()


def test_inputs_and_outputs_are_as_promised(session):
    assert [(i.name, i.type) for i in session.get_inputs()] == [("text", "tensor(string)")]
    assert [(o.name, o.shape[1]) for o in session.get_outputs()] == [("sentiment", 3), ("emotion", 28)]


@pytest.mark.parametrize("text, wanted", probe.OBVIOUS[:5])
def test_it_gets_the_plainest_sentences_right(session, text, wanted):
    assert probe_rows(session, [(text, wanted)])[0][2] == wanted
