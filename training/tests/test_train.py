import numpy as np
import torch

from training.deck import Deck
from training.packed import pack
from training.recipe import Schedule
from training.rows import Row
from training.train import Run, rate_at

SIZES = {"sentiment": 3, "emotion": 28, "aspect": 3, "aspect_polarity": 3}


def deck(tokenizer) -> Deck:
    """Six sentences, told four times; their states say outright what their words are."""
    rows = [Row(t, "a", label) for t, label in (("great food", 2), ("great service", 2), ("bad food", 0), ("bad service", 0), ("i am ann", 1), ("from rome", 1))]
    packed = pack(rows * 4, tokenizer)
    words = np.random.default_rng(1).normal(size=(20, 384)).astype(np.float16)
    return Deck(packed, torch.device("cpu"), words[packed.ids])


def run(tokenizer, folder=None) -> Run:
    return Run(SIZES, Schedule("feeling", epochs=2, rows_per_step=8), deck(tokenizer), folder=folder)


def test_the_rate_rises_then_falls():
    rates = [rate_at(step, 100, 0.1) for step in range(100)]
    assert rates[0] < rates[9] == max(rates) and rates[-1] < 0.02


def test_the_loss_falls_and_the_branch_begins_as_the_base(tokenizer, base):
    first = run(tokenizer)
    first.train(say=lambda line: None)
    assert first.history[-1] < first.history[0]


def test_a_run_that_was_stopped_goes_on_where_it_was(tokenizer, base, tmp_path):
    stopped = run(tokenizer, tmp_path)
    stopped.train(say=lambda line: None, until=2)
    stopped.save()
    again = run(tokenizer, tmp_path)
    assert again.resume() and again.step == 2
    assert all(torch.equal(a, b) for a, b in zip(again.values, stopped.values))
    again.train(say=lambda line: None)
    assert again.step == again.steps


def test_a_checkpoint_of_another_schedule_is_not_gone_on_with(tokenizer, base, tmp_path):
    run(tokenizer, tmp_path).save()
    other = Run(SIZES, Schedule("feeling", epochs=3, rows_per_step=8), deck(tokenizer), folder=tmp_path)
    assert not other.resume()
