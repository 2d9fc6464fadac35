import numpy as np

from training.four_bits import BLOCK, four_bits, rounded

WEIGHTS = np.random.default_rng(1).normal(size=(50, 4 * BLOCK)).astype(np.float32) * 0.05


def test_codes_have_four_bits_and_lose_little():
    codes, scales = four_bits(WEIGHTS)
    assert codes.shape == WEIGHTS.shape and scales.shape == (50, 4)
    assert codes.min() >= -8 and codes.max() <= 7
    assert np.sqrt(np.square(rounded(WEIGHTS) - WEIGHTS).mean() / np.square(WEIGHTS).mean()) < 0.13


def test_twice_is_as_good_as_once():
    once = rounded(WEIGHTS)
    assert np.array_equal(rounded(once), once)


def test_a_word_of_nothing_but_zeros_stays_so():
    assert not rounded(np.zeros((1, BLOCK), np.float32)).any()
