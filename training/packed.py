"""Rows as arrays of token numbers and labels: small on disk, and gathered into batches on whatever device trains."""

from dataclasses import dataclass, fields
from pathlib import Path

import numpy as np
from tokenizers import Encoding, Tokenizer

from .recipe import ASPECT_TAGS, LABELS, MAX_TOKENS, PII_TAGS, PII_TYPES, SOURCE_WEIGHT
from .rows import Row, Span

NONE = -1  # nobody said
INTENTS = ("intent", "intent_banking77", "intent_clinc150")


@dataclass
class Packed:
    """`ids`, `aspect`, `polarity`, `pii` are flat, a value a token; row i has those from starts[i] to starts[i + 1]."""

    ids: np.ndarray  # uint16
    starts: np.ndarray  # int64 [rows + 1]
    sentiment: np.ndarray  # int8
    emotions: np.ndarray  # int32, a bit an emotion; NONE: nobody said
    intents: np.ndarray  # int16 [rows, 3]
    aspect: np.ndarray  # int8
    polarity: np.ndarray  # int8
    pii: np.ndarray  # int8
    known: np.ndarray  # int32, a bit a type that was looked for; 0: none
    weight: np.ndarray  # float32
    source: np.ndarray  # str

    def __len__(self) -> int:
        return len(self.sentiment)

    def only(self, rows: np.ndarray) -> "Packed":
        """These rows, in this order."""
        tokens = np.concatenate([np.arange(self.starts[i], self.starts[i + 1]) for i in rows])
        lengths = np.diff(self.starts)[rows]
        flat = {name: getattr(self, name)[tokens] for name in ("ids", "aspect", "polarity", "pii")}
        rest = {f.name: getattr(self, f.name)[rows] for f in fields(self) if f.name not in (*flat, "starts")}
        return Packed(**flat, **rest, starts=np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64))

    @classmethod
    def joined(cls, parts: list["Packed"]) -> "Packed":
        lengths = np.concatenate([np.diff(p.starts) for p in parts])
        rest = {f.name: np.concatenate([getattr(p, f.name) for p in parts]) for f in fields(cls) if f.name != "starts"}
        return cls(**rest, starts=np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64))

    def save(self, file: Path) -> None:
        np.savez_compressed(file, **{f.name: getattr(self, f.name) for f in fields(self)})

    @classmethod
    def load(cls, file: Path) -> "Packed":
        with np.load(file) as arrays:
            return cls(**{f.name: arrays[f.name] for f in fields(cls)})


def tags(encoding: Encoding, spans: tuple[Span, ...] | None, begin: dict[str, int], inside: dict[str, int], outside: int) -> np.ndarray:
    """A tag a token: `begin` where a span starts, `inside` after it; NONE for [CLS] and [SEP], the first and the last."""
    said = np.full(len(encoding), NONE, np.int8)
    if spans is None:
        return said
    said[1:-1] = outside
    if spans:
        offsets = np.array(encoding.offsets[1:-1]).reshape(-1, 2)
        for start, end, label in spans:
            touched = 1 + np.flatnonzero((offsets[:, 0] < end) & (offsets[:, 1] > start))
            said[touched[:1]], said[touched[1:]] = begin[label], inside[label]
    return said


BEGIN_PII = {kind: PII_TAGS.index(f"B-{kind}") for kind in PII_TYPES}
INSIDE_PII = {kind: PII_TAGS.index(f"I-{kind}") for kind in PII_TYPES}
BEGIN_ASPECT, INSIDE_ASPECT = dict.fromkeys(LABELS, ASPECT_TAGS.index("B-ASPECT")), dict.fromkeys(LABELS, ASPECT_TAGS.index("I-ASPECT"))
POLARITY = {label: i for i, label in enumerate(LABELS)}


def known_bits(row: Row) -> int:
    if row.pii is None:
        return 0
    return sum(1 << PII_TYPES.index(kind) for kind in (row.pii_known or PII_TYPES))


def pack(rows: list[Row], tokenizer: Tokenizer) -> Packed:
    tokenizer.enable_truncation(MAX_TOKENS)
    encodings = tokenizer.encode_batch([r.text for r in rows])
    flat = lambda make: np.concatenate([make(e, r) for e, r in zip(encodings, rows)])
    return Packed(
        ids=flat(lambda e, r: np.array(e.ids, np.uint16)),
        starts=np.cumsum([0, *(len(e) for e in encodings)]).astype(np.int64),
        sentiment=np.array([NONE if r.sentiment is None else r.sentiment for r in rows], np.int8),
        emotions=np.array([NONE if r.emotions is None else sum(1 << e for e in set(r.emotions)) for r in rows], np.int32),
        intents=np.array([[NONE if (v := getattr(r, name)) is None else v for name in INTENTS] for r in rows], np.int16),
        aspect=flat(lambda e, r: tags(e, r.aspects, BEGIN_ASPECT, INSIDE_ASPECT, 0)),
        polarity=flat(lambda e, r: tags(e, r.aspects, POLARITY, POLARITY, NONE)),
        pii=flat(lambda e, r: tags(e, r.pii, BEGIN_PII, INSIDE_PII, 0)),
        known=np.array([known_bits(r) for r in rows], np.int32),
        weight=np.array([SOURCE_WEIGHT.get(r.source, 1.0) for r in rows], np.float32),
        source=np.array([r.source for r in rows]),
    )
