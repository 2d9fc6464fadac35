"""The served graph once more, in plain Python: only here to prove that the graph does what we think it does."""

import re
import string
import unicodedata

import numpy as np
from scipy.special import expit, softmax

from . import recipe
from .features import grams
from .graph import Vocabulary

# `re` has no \p{L}: [^\W_] is a letter or digit, and a symbol is what is neither that, nor space, nor punctuation.
PYTHON_WORD = r"[^\W_]+|[:;=]-?[()dp/|]|[!?]+|[^\w\s]"
LOWER = str.maketrans(string.ascii_uppercase, string.ascii_lowercase)


def is_word(token: str) -> bool:
    return len(token) > 1 or token in "!?" or not unicodedata.category(token).startswith("P")


class Reference:
    def __init__(self, vocabulary: Vocabulary, weights: np.ndarray, bias: np.ndarray):
        self.blocks = [
            ({g: i for i, g in enumerate(vocabulary.words)}, vocabulary.word_idf, recipe.WORD_GRAMS, 0),
            ({g: i for i, g in enumerate(vocabulary.chars)}, vocabulary.char_idf, recipe.CHAR_GRAMS, len(vocabulary.words)),
        ]
        self.weights, self.bias = weights.astype(np.float64), bias.astype(np.float64)

    def __call__(self, text: str) -> tuple[np.ndarray, np.ndarray]:
        """Sentiment [3] and emotion [28] of one text."""
        lower = text.translate(LOWER)
        logits = self.bias.copy()
        for tokens, (column, idf, lengths, offset) in zip(
            ([t for t in re.findall(PYTHON_WORD, lower) if is_word(t)], list(lower)), self.blocks
        ):
            found = np.array(sorted(column[g] for g in grams(tokens, lengths) if g in column), dtype=np.int64)
            value = idf[found].astype(np.float64)
            if len(found):
                logits += (value / np.linalg.norm(value)) @ self.weights[offset + found]
        return softmax(logits[:3]), expit(logits[3:])
