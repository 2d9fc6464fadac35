import numpy as np

from training.evaluate import predict
from training.graph import open_session
from training.parity import largest_difference

ODD = ["", "   ", "\n", "I LOVE it!!", "don't", "don’t", "ÉCOLE Straße", "Привет", "你好世界", "😀👍🏽", "great\0service", "a" * 5000, ":-) :("]


def test_the_graph_and_plain_python_agree_on_odd_texts(fitted):
    assert largest_difference(fitted.model().SerializeToString(), fitted, ODD) < 1e-5


def test_a_row_does_not_depend_on_the_batch_it_comes_in(fitted):
    session = open_session(fitted.model())
    together = session.run(["sentiment"], {"text": np.array([[t] for t in ODD], object)})[0]
    alone = np.vstack([session.run(["sentiment"], {"text": np.array([[t]], object)})[0] for t in ODD])
    assert np.abs(together - alone).max() < 1e-6


def test_a_blank_text_reads_as_an_empty_one_and_probabilities_sum_to_one(fitted):
    sentiment, emotion = predict(open_session(fitted.model()), ["", " \n  "])
    assert np.array_equal(sentiment[0], sentiment[1])
    assert np.allclose(sentiment.sum(axis=1), 1)
    assert emotion.shape == (2, 28)


def test_it_learns_what_it_was_shown(fitted):
    sentiment, _ = predict(open_session(fitted.model()), ["I love this shop", "terrible service, never again", "when do you open"])
    assert sentiment.argmax(axis=1).tolist() == [2, 0, 1]


def test_fitting_twice_gives_the_same_bytes(fitted):
    from training.tests.conftest import ASK, HATE, LOVE, row
    from training.train import fit

    rows = [row(t, 2, 17) for t in LOVE] + [row(t, 0, 2) for t in HATE] + [row(t, 1, 27) for t in ASK]
    again = fit(rows * 3, {"goemotions": rows}, say=lambda line: None)
    assert again.model().SerializeToString(deterministic=True) == fitted.model().SerializeToString(deterministic=True)
