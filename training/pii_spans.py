"""Personal data as spans of text: from token answers, from the privacy service's patterns, and from both together; and how good they are."""

import json
import os
import subprocess

import numpy as np
from tokenizers import Tokenizer

from . import metrics
from .calibrate import by_type
from .metrics import Figure, interval
from .packed import Packed
from .paths import ROOT
from .predict import Answers
from .recipe import PII_TYPES
from .rows import Row, Span
from .spans import merge

# What the patterns call by a name of their own; everything else that they know is a national number.
PATTERN_TYPES = {"IBAN_CODE": "BANK_ACCOUNT"}
SKIP = set("a an the of in at on to and or is - , . ; : ' \" ( ) / ’s 's mr mrs ms dr".split())
OVERLAP = 0.9  # intersection over union, in characters: Presidio's evaluator's default


def pattern_spans(texts: list[str]) -> list[list[Span]] | None:
    """What the service's patterns find; None where Node or the service's dependencies are not here."""
    try:
        done = subprocess.run(
            ["node", "scripts/bootstrap.mjs", "training/find-patterns.ts"], cwd=ROOT, input="".join(json.dumps(t) + "\n" for t in texts),
            capture_output=True, text=True, check=True, env=os.environ,
        )
    except (FileNotFoundError, subprocess.CalledProcessError) as error:
        print(f"SKIPPED: the patterns did not run ({getattr(error, 'stderr', error)})")
        return None
    named = lambda kind: PATTERN_TYPES.get(kind, kind if kind in PII_TYPES else "NATIONAL_ID")
    return [[(start, end, named(kind)) for start, end, kind in json.loads(line)] for line in done.stdout.splitlines()[-len(texts) :]]  # setup may speak first


def model_spans(rows: list[Row], part: Packed, answers: Answers, threshold: float, tokenizer: Tokenizer) -> list[list[Span]]:
    """Neighbouring tokens of one type that reach the threshold, widened to whole words."""
    found = []
    for nth, encoding in enumerate(tokenizer.encode_batch([r.text for r in rows])):
        scores = by_type(answers["pii"][part.starts[nth] : part.starts[nth + 1]])
        begins = answers["pii"][part.starts[nth] : part.starts[nth + 1]][:, 1::2]
        top, best, spans = scores.argmax(1), scores.max(1), []
        for i, (start, end) in enumerate(encoding.offsets[: len(scores)]):
            if start == end or best[i] < threshold:
                continue
            kind, text = PII_TYPES[top[i]], rows[nth].text
            again = spans and spans[-1][2] == kind and (start == spans[-1][1] or not text[spans[-1][1] : start].strip(" \n,.-'"))
            if again and (start == spans[-1][1] or begins[i, top[i]] < 0.5 or start - spans[-1][1] > 1 or kind in ("PERSON", "ADDRESS", "ORGANIZATION")):
                spans[-1] = (spans[-1][0], end, kind)
            else:
                spans.append((start, end, kind))
        found.append([whole_words(rows[nth].text, span) for span in spans])
    return found


def whole_words(text: str, span: Span) -> Span:
    start, end, kind = span
    while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return start, end, kind


def together(text: str, patterns: list[Span], model: list[Span]) -> tuple[Span, ...]:
    """Patterns win where both speak, unless the model's span holds the pattern's whole (an address around a number)."""
    inside = lambda a, b: b[0] <= a[0] and a[1] <= b[1] and b[1] - b[0] > a[1] - a[0] + 3
    clash = lambda a, b: a[0] < b[1] and b[0] < a[1]
    kept = [p for p in patterns if not any(inside(p, m) for m in model)]
    return merge(text, kept + [m for m in model if not any(clash(m, p) for p in kept)])


def core(text: str, span: Span) -> set[int]:
    """The places of the span's letters and digits, without words that say nothing."""
    places, at = set(), span[0]
    for word in text[span[0] : span[1]].replace("\n", " ").split(" "):
        if word.lower().strip(",.;:") not in SKIP:
            places |= {i for i in range(at, at + len(word)) if text[i].isalnum()}
        at += len(word) + 1
    return places


def joined(text: str, spans: list[Span] | tuple[Span, ...]) -> list[tuple[set[int], str]]:
    """Spans as places; neighbours of one type with only words that say nothing between them are one span."""
    done: list[tuple[int, int, str]] = []
    for start, end, kind in sorted(spans):
        if done and done[-1][2] == kind and not core(text, (done[-1][1], start, kind)):
            done[-1] = (done[-1][0], end, kind)
        else:
            done.append((start, end, kind))
    return [(places, kind) for start, end, kind in done if (places := core(text, (start, end, kind)))]


def count(text: str, true: tuple[Span, ...], guessed: tuple[Span, ...] | list[Span], typed: bool) -> tuple[int, int, int]:
    """(found, guessed, there) of one text."""
    there, said, found = joined(text, true), joined(text, guessed), 0
    left = list(said)
    for places, kind in there:
        fits = [g for g in left if (not typed or g[1] == kind) and len(places & g[0]) >= OVERLAP * len(places | g[0])]
        if fits:
            left.remove(fits[0])
            found += 1
    return found, len(said), len(there)


def figure(rows: list[Row], guessed: list, typed: bool, beta: float = 2.0) -> Figure:
    counts = np.array([count(r.text, r.pii, g, typed) for r, g in zip(rows, guessed)], float)
    return interval(lambda c: metrics.f_beta(*c.sum(0), beta), counts)


def personal_data(
    name: str, rows: list[Row], part: Packed, answers: Answers, threshold: float, tokenizer: Tokenizer, patterns: list[list[Span]] | None,
) -> dict[str, Figure]:
    """F2 of spans: any type counting as found ("F2"), and the type counting too ("typedF2")."""
    # Types the annotators looked for in this set; what else is found is neither right nor wrong there.
    known = {kind for r in rows for _, _, kind in r.pii} if rows[0].pii_known is None else set(rows[0].pii_known)
    keep = lambda spans: [s for s in spans if s[2] in known]
    model = model_spans(rows, part, answers, threshold, tokenizer)
    found = {f"{name}.modelF2": figure(rows, [keep(m) for m in model], False), f"{name}.modelTypedF1": figure(rows, [keep(m) for m in model], True, 1.0)}
    if patterns is not None:
        both = [keep(together(r.text, p, m)) for r, p, m in zip(rows, patterns, model)]
        found[f"{name}.F2"] = figure(rows, both, False)
        found[f"{name}.typedF2"] = figure(rows, both, True)
        found[f"{name}.patternsAloneF2"] = figure(rows, [keep(p) for p in patterns], False)
    return found
