"""From truth and answers to figures with intervals."""

from collections.abc import Callable

import numpy as np

from . import metrics
from .calibrate import by_type, emotion_truth, out_of_scope_guess
from .metrics import Figure, interval
from .packed import INTENTS, NONE, Packed
from .predict import Answers
from .recipe import LABELS, PII_TYPES

NEGATIVE, NEUTRAL, POSITIVE = range(len(LABELS))


def polar_accuracy(truth: np.ndarray, p: np.ndarray) -> float:
    return metrics.accuracy(truth == POSITIVE, p[:, POSITIVE] > p[:, NEGATIVE])


def sentiment(parts: dict[str, Packed], said: dict[str, Answers]) -> dict[str, Figure]:
    found, pooled = {}, []
    for source in ("goemotions", "uci_sentences", "vader_reviews_tweets", "mams_acsa"):
        there = parts[source].sentiment != NONE
        truth, p = parts[source].sentiment[there].astype(int), said[source]["sentiment"][there]
        polar = truth != NEUTRAL
        found[f"{source}.polarAccuracy"] = interval(polar_accuracy, truth[polar], p[polar])
        found[f"{source}.accuracy"] = interval(metrics.accuracy, truth, p.argmax(1))
        if not polar.all():
            found[f"{source}.macroF1"] = interval(metrics.macro_f1, truth, p.argmax(1))
        found[f"{source}.calibrationError"] = interval(metrics.calibration_error, truth, p)
        pooled.append((truth, p))
    truth, p = (np.concatenate(column) for column in zip(*pooled))
    return found | {"allSources.calibrationError": interval(metrics.calibration_error, truth, p)}


def ekman_groups(ekman: dict[str, list[str]], emotions: list[str]) -> np.ndarray:
    """[28, groups]: which emotion belongs to which group; neutral is one of its own."""
    members = [*ekman.values(), ["neutral"]]
    return np.array([[e in group for group in members] for e in emotions])


def emotion(part: Packed, answers: Answers, thresholds: list[float], groups: np.ndarray) -> dict[str, Figure]:
    truth, p = emotion_truth(part), answers["emotion"]
    guess = p >= np.array(thresholds, np.float32)
    joined = lambda yes: (yes[:, :, None] & groups).any(1)
    return {
        "emotion.macroF1": interval(metrics.macro_f1_labels, truth, guess),
        "emotion.microF1": interval(lambda t, g: metrics.f1(t.ravel(), g.ravel()), truth, guess),
        "emotion.macroF1AtHalf": interval(metrics.macro_f1_labels, truth, p >= 0.5),
        "emotion.ekmanMacroF1": interval(metrics.macro_f1_labels, joined(truth), joined(guess)),
    }


def intents(parts: dict[str, Packed], said: dict[str, Answers], scope: float) -> dict[str, Figure]:
    found = {}
    for place, (name, source) in enumerate(zip(INTENTS[:2], ("bitext_support_intents", "banking77"))):
        found[f"{source}.accuracy"] = interval(metrics.accuracy, parts[source].intents[:, place].astype(int), said[source][name].argmax(1))
    truth, p = parts["clinc150"].intents[:, 2].astype(int), said["clinc150"]["intent_clinc150"]
    guess, inside = out_of_scope_guess(p, scope), truth < p.shape[1] - 1
    found["clinc150.inScopeAccuracy"] = interval(metrics.accuracy, truth[inside], guess[inside])
    return found | {"clinc150.outOfScopeRecall": interval(metrics.accuracy, truth[~inside], guess[~inside])}


def runs(tags: np.ndarray, starts: np.ndarray) -> list[tuple[int, int]]:
    """(first, past last) of each tagged stretch of flat BIO tags; 1 begins, 2 goes on; a row's edge ends it."""
    edges, found, begin = set(starts.tolist()), [], None
    for i, tag in enumerate([*tags.tolist(), 0]):
        if begin is not None and (tag != 2 or i in edges):
            found.append((begin, i))
            begin = None
        if tag == 1 or (tag == 2 and begin is None):
            begin = i
    return found


def aspects(part: Packed, answers: Answers) -> dict[str, Figure]:
    true = runs(part.aspect, part.starts)
    p = np.stack([answers["aspect_polarity"][a:b].mean(0) for a, b in true])
    truth = np.array([part.polarity[a] for a, _ in true]).astype(int)
    tags = np.where(part.aspect == NONE, 0, answers["aspect"].argmax(1))
    found = set(runs(tags, part.starts))
    row_of = lambda at: int(np.searchsorted(part.starts, at, "right")) - 1
    counts = np.zeros((len(part), 3))
    for run in true:
        counts[row_of(run[0])] += (run in found, 0, 1)
    for run in found:
        counts[row_of(run[0])] += (0, 1, 0)
    f = lambda c: metrics.f_beta(*c.sum(0), beta=1.0)
    return {
        "mams_atsa.polarityAccuracy": interval(metrics.accuracy, truth, p.argmax(1)),
        "mams_atsa.polarityMacroF1": interval(metrics.macro_f1, truth, p.argmax(1)),
        "mams_atsa.termF1": interval(f, counts),
    }


def pii_tokens(part: Packed, answers: Answers, threshold: float, kinds: tuple[str, ...] = tuple(PII_TYPES)) -> tuple[float, float]:
    """(F2, F1) of tokens of the model alone, the type counting: a quick look for dev."""
    there = part.pii != NONE
    truth, types = part.pii[there].astype(int), by_type(answers["pii"][there])
    wanted = np.array([PII_TYPES.index(k) for k in kinds])
    kind, top, best = (truth - 1) // 2, types.argmax(1), types.max(1)
    is_there = (truth > 0) & np.isin(kind, wanted)
    guessed = (best >= threshold) & np.isin(top, wanted)
    found = (is_there & guessed & (kind == top)).sum()
    return tuple(metrics.f_beta(found, guessed.sum(), is_there.sum(), b) for b in (2.0, 1.0))


def likeness(ours: np.ndarray, base: np.ndarray) -> Figure:
    """Of pairs side by side."""
    near: Callable = lambda e: (e[0::2] * e[1::2]).sum(1)
    return interval(metrics.spearman, near(ours), near(base), rounds=100)
