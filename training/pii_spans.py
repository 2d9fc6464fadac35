"""Personal data as spans of text: from token answers, from the privacy service's patterns, and from both together; and how good they are."""

import json
import os
import re
import subprocess
from collections.abc import Callable

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
WIDER = {"DATE_OF_BIRTH": "DATE_TIME"}
PUNCTUATION = " .,;:!?'\"()-/#&"
LITTLE = set("a an the of in at on to and or is".split())  # part of a name, or nothing; with a capital they may be one
ADDRESS = PII_TYPES.index("ADDRESS")
ONE_NAME = [PII_TYPES.index(kind) for kind in ("PERSON", "ORGANIZATION", "ADDRESS")]  # taken for one another within a name of several words
CHANGE = 6.0  # in nats: how much likelier two words that touch must be of two of these kinds than of one
# Stretches that say how much or how long: nobody's data. As `quantities.ts` of the service.
NUMBER = r"(?:\d+(?:[.,]\d+)*\+?|[Hh]alf an?|[Aa] dozen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-[a-z]+)?|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|a hundred)"
UNIT = r"(?:(?:second|minute|min|hour|hr|day|night|week|weekend|month|year|time|mile|metre|meter|inche|inch|gram|kilo|litre|gigabyte|megabyte|dollar|euro|pound|point|star|piece)s?|percent|kg|km|cm|mm|GB|MB)"
MEASURED = rf"(?<![\w.,:/-]){NUMBER}[ -]?(?:(?:working|business|calendar|full|whole|long|more|other|different) )?({UNIT})\b(?! (?:old|ago|of age)\b)"
COUNTED = r"\b(?:[Ss]ize|[Pp]age|[Ee]rror|[Ss]eason|[Vv]ersion|[Ll]evel|[Ss]tep|[Cc]hapter|[Ee]pisode) \d+(?:\.\d+)*\b"
THOUSANDS = r"(?<![\w.,:/-])\d{1,3}(?:,\d{3})+\b(?![./-]\d)"
QUANTITY = re.compile(f"{MEASURED}|{COUNTED}|{THOUSANDS}", re.ASCII)
AGES = re.compile(r"(?:\b(?:is|am|are|was|were|be|aged?|turned|turns)|'s|'m|'re):? $", re.ASCII)  # before years and months, the likely age of somebody
TAKEN_FOR = {PII_TYPES.index(kind) for kind in ("DATE_TIME", "DATE_OF_BIRTH", "AGE", "ADDRESS", "LOCATION", "IP_ADDRESS")}
OVERLAP = 0.9  # intersection over union, in characters: Presidio's evaluator's default


def through_node(script: str, values: list) -> list:
    """What a script of the repository answers to each value, JSON lines in and out."""
    done = subprocess.run(
        ["node", "scripts/bootstrap.mjs", script], cwd=ROOT, input="".join(json.dumps(value) + "\n" for value in values), capture_output=True, text=True, check=True, env=os.environ,
    )
    return [json.loads(line) for line in done.stdout.splitlines()[-len(values) :]]  # setup may speak first


def pattern_spans(texts: list[str]) -> list[list[Span]] | None:
    """What the service's patterns find; None where Node or the service's dependencies are not here."""
    try:
        found = through_node("training/find-patterns.ts", texts)
    except (FileNotFoundError, subprocess.CalledProcessError) as error:
        print(f"SKIPPED: the patterns did not run ({getattr(error, 'stderr', error)})")
        return None
    named = lambda kind: PATTERN_TYPES.get(kind, kind if kind in PII_TYPES else "NATIONAL_ID")
    return [[(start, end, named(kind)) for start, end, kind in spans] for spans in found]


def model_spans(rows: list[Row], part: Packed, answers: Answers, tokenizer: Tokenizer, sure: float) -> list[list[Span]]:
    """Words that are personal data, each of its likeliest type, neighbours of one type joined."""
    encodings = tokenizer.encode_batch([r.text for r in rows])
    return [
        spans_of(row.text, encoding.offsets, answers["pii"][start:end], sure)
        for row, encoding, start, end in zip(rows, encodings, part.starts[:-1], part.starts[1:])
    ]


def spans_of(text: str, offsets: list[tuple[int, int]], p: np.ndarray, sure: float) -> list[Span]:
    """As `entities.ts` of the service. A word is a run of letters and digits; its probabilities are the mean of its tokens'.
    A quantity is nobody's. Words of one name are of one kind unless much speaks for two. A little word is personal data only between two words of its type; what stands
    between two words of an address is part of it."""
    words: list[list[int]] = []  # token numbers
    for i, (start, end) in enumerate(offsets[: len(p)]):
        if start == end or not text[start:end].strip(PUNCTUATION):
            continue
        if words and offsets[words[-1][-1]][1] == start:
            words[-1].append(i)
        else:
            words.append([i])
    mean = [by_type(p[word]).mean(0) for word in words]
    kinds = [int(m.argmax()) if m.sum() >= sure else None for m in mean]
    touches = lambda i: not text[offsets[words[i - 1][-1]][1] : offsets[words[i][0]][0]].strip(" ")
    for run in runs_of_names(kinds, touches):
        kinds[run] = likeliest_names(np.array(mean[run]))
    for low, high in quantities(text):
        for i, word in enumerate(words):
            if low <= offsets[word[0]][0] and offsets[word[-1]][1] <= high and kinds[i] in TAKEN_FOR:
                kinds[i] = None
    for i, word in enumerate(words):
        around = [kinds[j] if 0 <= j < len(kinds) else None for j in (i - 1, i + 1)]
        if text[offsets[word[0]][0] : offsets[word[-1]][1]] in LITTLE and around != [kinds[i]] * 2:
            kinds[i] = None
    for i in range(1, len(kinds) - 1):
        if kinds[i - 1] == kinds[i + 1] == ADDRESS and len(text[offsets[words[i][-1]][1] : offsets[words[i + 1][0]][0]]) <= 3:
            kinds[i] = ADDRESS
    spans: list[Span] = []
    for word, kind in zip(words, kinds):
        if kind is None:
            continue
        start, end, name = offsets[word[0]][0], offsets[word[-1]][1], PII_TYPES[kind]
        between = text[spans[-1][1] : start] if spans else ""
        apart = len(between) > 3 or between.strip(PUNCTUATION + "\n") or ("," in between and name != "ADDRESS")
        if spans and spans[-1][2] == name and not apart and (p[word[0], 1 + 2 * kind] < 0.8 or name == "ADDRESS"):
            spans[-1] = (spans[-1][0], end, name)
        else:
            spans.append((start, end, name))
    return spans


def quantities(text: str) -> list[tuple[int, int]]:
    """Start and end of each."""
    is_age = lambda m: re.match("year|month", m[1] or "") and AGES.search(text[max(0, m.start() - 10) : m.start()])
    return [m.span() for m in QUANTITY.finditer(text) if not is_age(m)]


def runs_of_names(kinds: list[int | None], touches: Callable[[int], bool]) -> list[slice]:
    """Where several words in a row, with nothing but spaces between them, are of kinds of ONE_NAME."""
    runs, start = [], 0
    for i in range(1, len(kinds) + 1):
        if i == len(kinds) or kinds[i] not in ONE_NAME or kinds[i - 1] not in ONE_NAME or not touches(i):
            runs, start = runs + [slice(start, i)] * (i - start > 1), i
    return runs


def likeliest_names(p: np.ndarray) -> list[int]:
    """[words, types] to the likeliest row of kinds of ONE_NAME, a change costing CHANGE (Viterbi)."""
    score = np.log(np.maximum(p[:, ONE_NAME], 1e-6))
    best, back = score[0], []
    for row in score[1:]:
        stays = best >= best.max() - CHANGE
        back.append(np.where(stays, np.arange(len(ONE_NAME)), best.argmax()))
        best = np.where(stays, best, best.max() - CHANGE) + row
    path = [int(best.argmax())]
    for came in reversed(back):
        path.append(int(came[path[-1]]))
    return [ONE_NAME[k] for k in reversed(path)]


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


def as_marked(spans: list[Span] | tuple[Span, ...], known: set[str]) -> list[Span]:
    """The findings whose types a set marks. What else is found is neither right nor wrong there; but a date of birth is a date
    where the set does not tell the two apart."""
    named = [(start, end, kind if kind in known else WIDER.get(kind, kind)) for start, end, kind in spans]
    return [span for span in named if span[2] in known]


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
    name: str, rows: list[Row], part: Packed, answers: Answers, tokenizer: Tokenizer, sure: float, patterns: list[list[Span]] | None,
) -> dict[str, Figure]:
    """F2 of spans: any type counting as found ("F2"), and the type counting too ("typedF2")."""
    # Types the annotators looked for in this set.
    known = {kind for r in rows for _, _, kind in r.pii} if rows[0].pii_known is None else set(rows[0].pii_known)
    keep = lambda spans: as_marked(spans, known)
    model = model_spans(rows, part, answers, tokenizer, sure)
    found = {f"{name}.modelF2": figure(rows, [keep(m) for m in model], False), f"{name}.modelTypedF1": figure(rows, [keep(m) for m in model], True, 1.0)}
    if patterns is not None:
        both = [keep(together(r.text, p, m)) for r, p, m in zip(rows, patterns, model)]
        found[f"{name}.F2"] = figure(rows, both, False)
        found[f"{name}.typedF2"] = figure(rows, both, True)
        found[f"{name}.patternsAloneF2"] = figure(rows, [keep(p) for p in patterns], False)
    return found
