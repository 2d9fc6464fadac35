"""Measures a model folder on the test splits, through the ONNX file that is served."""

import json
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from . import probe
from .fairness import fairness
from .figures import aspects, ekman_groups, emotion, intents, likeness, sentiment
from .metrics import Figure, interval
from .packed import pack
from .parts import likeness_rows, packed_parts, parts
from .pii_spans import model_spans, pattern_spans, personal_data
from .predict import answer, open_session, probabilities
from .recipe import LABELS
from .rows import Row
from .states import base_embeddings

MARKED = ("presidio_synth", "pii_anon_synth", "uner_ewt", "broad_twitter_ner")  # sets with spans of personal data


def probe_rows(session, tokenizer: Tokenizer, sentences: list[tuple[str, str]]) -> list[tuple[str, str, str, float]]:
    """(text, wanted, said, probability of what it said)"""
    said = probabilities(session, pack([Row(text, "probe") for text, _ in sentences], tokenizer))["sentiment"]
    return [(text, want, LABELS[p.argmax()], float(p.max())) for (text, want), p in zip(sentences, said)]


def measure(folder: Path, say=print) -> tuple[dict[str, Figure], dict[str, dict[str, float]]]:
    """(figure by name, lead of each group in the counterfactual test)"""
    meta = json.loads((folder / "metadata.json").read_text(encoding="utf-8"))
    session, tokenizer = open_session(folder / "model.onnx", threads=1), Tokenizer.from_file(str(folder / "tokenizer.json"))
    edge = lambda head: meta["outputs"][head]["thresholds"]
    rows, held = parts("test"), packed_parts("test", tokenizer)
    said = answer(session, held)
    say("answered the test parts")
    found = sentiment(held, said)
    found |= emotion(held["goemotions"], said["goemotions"], edge("emotion"), ekman_groups(meta["ekman"], meta["emotions"]))
    found |= intents(held, said, edge("intent_clinc150")[0])
    found |= aspects(held["mams_atsa"], said["mams_atsa"])
    patterns = pattern_spans([r.text for name in MARKED for r in rows[name]])
    for name in MARKED:
        own = patterns and [patterns.pop(0) for _ in rows[name]]
        found |= personal_data(name, rows[name], held[name], said[name], tokenizer, edge("pii")[0], own)
    pairs = [r.text for r in likeness_rows("test")]
    texts = list(dict.fromkeys(pairs))
    number = {text: i for i, text in enumerate(texts)}
    place = np.array([number[text] for text in pairs])
    once = pack([Row(text, "likeness") for text in texts], tokenizer)
    found["embedding.spearman"] = likeness(probabilities(session, once)["embedding"][place], base_embeddings(once)[place])
    say("compared embeddings")
    fair, leads = fairness(session, tokenizer)
    found |= fair
    for name, sentences in (("obviousSentences", probe.OBVIOUS), ("freshSentences", probe.FRESH), ("emojiSentences", probe.EMOJI)):
        right = [want == guess for _, want, guess, _ in probe_rows(session, tokenizer, sentences)]
        found[f"{name}.accuracy"] = interval(lambda r: float(r.mean()), probe.as_array(right))
    harmless = [Row(text, "probe") for text in probe.HARMLESS]
    once = pack(harmless, tokenizer)
    left = [not spans for spans in model_spans(harmless, once, probabilities(session, once), tokenizer, edge("pii")[0])]
    found["harmlessSentences.untouched"] = interval(lambda r: float(r.mean()), probe.as_array(left))
    return found, leads


MEANING = {
    "polarAccuracy": "accuracy, negative or positive only",
    "accuracy": "accuracy",
    "macroF1": "macro F1",
    "macroF1AtHalf": "macro F1, threshold 0.5",
    "microF1": "micro F1",
    "ekmanMacroF1": "macro F1 of the Ekman groups and neutral",
    "calibrationError": "expected calibration error",
    "inScopeAccuracy": "accuracy, in scope; a rejected row is wrong",
    "outOfScopeRecall": "out-of-scope recall",
    "polarityAccuracy": "polarity accuracy, the term given",
    "polarityMacroF1": "polarity macro F1, the term given",
    "termF1": "F1 of aspect terms, exact",
    "F2": "span F2, patterns and model together",
    "typedF2": "span F2, the type counting, together",
    "modelF2": "span F2, the model alone",
    "modelTypedF1": "span F1, the type counting, the model alone",
    "patternsAloneF2": "span F2, the patterns alone",
    "untouched": "share in which no personal data is found",
    "spearman": "Spearman to the base's similarities",
    "genderGap": "mean score gap between genders",
    "nameOriginGap": "mean score gap between names' origins",
    "countryGap": "mean score gap between countries' regions",
    "singlePairGap": "mean score distance of single pairs",
}

# What was asked of the model: figure, bound, whether lower is better.
FLOORS = {
    "goemotions.macroF1": (0.69, False), "uci_sentences.polarAccuracy": (0.93, False), "emotion.macroF1": (0.46, False),
    "mams_atsa.polarityAccuracy": (0.78, False), "banking77.accuracy": (0.92, False), "clinc150.inScopeAccuracy": (0.95, False),
    "clinc150.outOfScopeRecall": (0.55, False), "embedding.spearman": (0.97, False), "presidio_synth.F2": (0.86, False),
    "goemotions.calibrationError": (0.03, True), "counterfactual.genderGap": (0.02, True), "counterfactual.nameOriginGap": (0.02, True),
    "counterfactual.countryGap": (0.02, True),
}


def verdict(name: str, value: float) -> str:
    if name not in FLOORS:
        return ""
    bound, lower = FLOORS[name]
    return f"{'at most' if lower else 'at least'} {bound}: {'met' if (value <= bound if lower else value >= bound) else '**missed**'}"


def table(figures: dict[str, Figure]) -> str:
    lines = ["| test set | figure | value | 95 % interval | rows | asked |", "| --- | --- | --- | --- | --- | --- |"]
    for name, f in figures.items():
        source, figure = name.split(".")
        lines.append(f"| {source} | {MEANING[figure]} | {f['value']:.3f} | {f['low']:.3f} to {f['high']:.3f} | {f['n']:,} | {verdict(name, f['value'])} |")
    return "\n".join(lines)
