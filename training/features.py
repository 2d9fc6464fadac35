"""Learns which n-grams to keep, and turns texts into feature rows by running the feature graph."""

from collections import Counter
from collections.abc import Iterator, Sequence

import numpy as np
import scipy.sparse as sp

from . import recipe
from .graph import Gram, Vocabulary, feature_model, open_session, split_model

BATCH = 128


def batches(texts: Sequence[str]) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """(positions, [n, 1] strings), texts of like length together so that little is padded."""
    order = np.array(sorted(range(len(texts)), key=lambda i: len(texts[i])), dtype=np.int64)
    for start in range(0, len(order), BATCH):
        at = order[start : start + BATCH]
        yield at, np.array([[texts[i]] for i in at], dtype=object)


def grams(tokens: Sequence[str], lengths: tuple[int, int]) -> set[Gram]:
    return {tuple(tokens[i : i + n]) for n in range(lengths[0], lengths[1] + 1) for i in range(len(tokens) - n + 1)}


def says_something(chars: Gram) -> bool:
    """Runs of blanks are layout, not language: without them a text of blanks reads as an empty one."""
    return not any(a.isspace() and b.isspace() for a, b in zip(chars, chars[1:]))


def choose(rows_with: Counter, rows: int, at_least: int, at_most: int) -> tuple[list[Gram], np.ndarray]:
    """The commonest n-grams, ties by spelling; idf as ln((1 + rows) / (1 + rows with it)) + 1."""
    common = sorted(((-n, gram) for gram, n in rows_with.items() if n >= at_least))[:at_most]
    idf = [np.log((1 + rows) / (1 - minus)) + 1 for minus, _ in common]
    return [gram for _, gram in common], np.array(idf, np.float32)


def learn_vocabulary(texts: Sequence[str]) -> Vocabulary:
    session, words, chars = open_session(split_model()), Counter(), Counter()
    for _, batch in batches(texts):
        word_rows, char_rows = session.run(["word_tokens", "char_tokens"], {"text": batch})
        for row in word_rows:
            words.update(grams([t for t in row if t], recipe.WORD_GRAMS))
        for row in char_rows:
            chars.update(filter(says_something, grams([t for t in row if t], recipe.CHAR_GRAMS)))
    return Vocabulary(
        *choose(words, len(texts), recipe.WORD_MIN_ROWS, recipe.WORD_FEATURES),
        *choose(chars, len(texts), recipe.CHAR_MIN_ROWS, recipe.CHAR_FEATURES),
    )


def featurise(vocabulary: Vocabulary, texts: Sequence[str]) -> sp.csr_matrix:
    """[texts, vocabulary.size], rows in the order of `texts`."""
    session, parts, order = open_session(feature_model(vocabulary)), [], []
    for at, batch in batches(texts):
        parts.append(sp.csr_matrix(session.run(["features"], {"text": batch})[0]))
        order.append(at)
    return sp.vstack(parts).tocsr()[np.argsort(np.concatenate(order))]
