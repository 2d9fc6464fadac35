import numpy as np
import torch

from training.deck import Deck, plan
from training.figures import runs
from training.losses import pii, row_losses
from training.packed import NONE, pack
from training.recipe import PII_TAGS, PII_TYPES
from training.rows import Row

CPU = torch.device("cpu")


def test_tags_lie_under_the_tokens_of_their_span(tokenizer):
    packed = pack([Row("I am Anna Smith, from Rome", "a", pii=((5, 15, "PERSON"), (22, 26, "LOCATION")))], tokenizer)
    tags = [None if t == NONE else PII_TAGS[t] for t in packed.pii]
    assert tags == [None, "O", "O", "B-PERSON", "I-PERSON", "I-PERSON", "O", "O", "B-LOCATION", None]


def test_a_row_without_labels_has_none(tokenizer):
    packed = pack([Row("great food", "a")], tokenizer)
    assert packed.sentiment[0] == packed.emotions[0] == NONE and packed.known[0] == 0
    assert set(packed.pii.tolist()) == set(packed.aspect.tolist()) == {NONE}


def test_a_batch_is_padded_and_holds_what_was_packed(tokenizer):
    deck = Deck(pack([Row("great food", "a", 2, (0, 27)), Row("bad", "a", 0)], tokenizer), CPU)
    batch = deck.batch(torch.tensor([1, 0]), 4)
    assert batch["attention"].tolist() == [[1, 1, 1, 0], [1, 1, 1, 1]]
    assert batch["ids"][0, 3] == 0 and batch["sentiment"].tolist() == [0, 2]
    assert batch["emotion_said"].tolist() == [False, True] and batch["emotion"][1].nonzero().flatten().tolist() == [0, 27]


def test_rows_taken_out_keep_their_tokens(tokenizer):
    packed = pack([Row(t, "a", 1) for t in ("great food", "bad", "i am from rome")], tokenizer)
    again = packed.only(np.array([2, 0]))
    assert again.ids.tolist() == [*packed.ids[packed.starts[2] :], *packed.ids[: packed.starts[1]]]


def test_every_step_of_an_epoch_has_as_many_rows_and_no_row_comes_twice():
    steps = plan(np.random.default_rng(1).integers(3, 40, 1000), 16, seed=1, epoch=0)
    assert {len(s) for s in steps} == {16}
    assert len(set(np.concatenate(steps).tolist())) == 16 * len(steps)
    assert not np.array_equal(np.concatenate(steps), np.concatenate(plan(np.random.default_rng(1).integers(3, 40, 1000), 16, seed=1, epoch=1)))


def loss_of(tokenizer, known, tag: str) -> float:
    """The loss of saying `tag` for every token of a row in which nothing was marked."""
    deck = Deck(pack([Row("i am ann", "a", pii=(), pii_known=known)], tokenizer), CPU)
    logits = torch.zeros(1, 5, len(PII_TAGS))
    logits[..., PII_TAGS.index(tag)] = 20
    return float(pii(logits, deck.batch(torch.tensor([0]), 5)))


def test_a_type_that_nobody_looked_for_may_be_said_where_nothing_is_marked(tokenizer):
    assert loss_of(tokenizer, ("PERSON",), "B-AGE") < 0.01
    assert loss_of(tokenizer, ("PERSON",), "B-PERSON") > 10
    assert loss_of(tokenizer, tuple(PII_TYPES), "B-AGE") > 10


def test_a_head_that_nobody_labelled_a_row_for_costs_nothing(tokenizer):
    batch = Deck(pack([Row("great food", "a", 2)], tokenizer), CPU).batch(torch.tensor([0]), 4)
    out = {"sentiment": torch.randn(1, 3), "emotion": torch.randn(1, 28), "intent": torch.randn(1, 5), "aspect": torch.randn(1, 4, 3)}
    losses = row_losses(out, batch, 0.0)
    assert losses["sentiment"] > 0 and [float(losses[n]) for n in ("emotion", "intent", "aspect")] == [0, 0, 0]


def test_runs_of_tags_end_at_the_edge_of_a_row():
    assert runs(np.array([0, 1, 2, 1, 0, 2, 2, 1]), np.array([0, 6, 8])) == [(1, 3), (3, 4), (5, 6), (6, 7), (7, 8)]


def test_a_smaller_deck_deals_the_same_rows(tokenizer):
    deck = Deck(pack([Row(t, "a", i) for i, t in enumerate(("great food", "bad", "i am from rome"))], tokenizer), CPU)
    fewer = deck.only(np.array([2, 1]))
    assert torch.equal(fewer.batch(torch.tensor([0]), 6)["ids"], deck.batch(torch.tensor([2]), 6)["ids"])
    assert fewer.batch(torch.tensor([0, 1]), 6)["sentiment"].tolist() == [2, 1]
