"""What a batch costs. Each row adds the losses of the heads that somebody labelled it for, so that every row counts alike."""

import torch
import torch.nn.functional as F
from torch import Tensor

from .deck import Batch
from .packed import INTENTS, NONE
from .recipe import Schedule


def said(logits: Tensor, target: Tensor, smoothing: float) -> Tensor:
    """Cross-entropy a row; 0 where nobody said."""
    return F.cross_entropy(logits.float(), target, ignore_index=NONE, reduction="none", label_smoothing=smoothing)


def a_row(values: Tensor, there: Tensor) -> Tensor:
    """The mean over the tokens of a row that are there; 0 for none."""
    return (values * there).sum(1) / there.sum(1).clamp(min=1)


def tokens(logits: Tensor, target: Tensor) -> Tensor:
    return a_row(said(logits.transpose(1, 2), target, 0.0), target != NONE)


def pii(logits: Tensor, batch: Batch) -> Tensor:
    """As `tokens`, but "O" stands for every tag of a type that nobody looked for in that row."""
    log_p = torch.log_softmax(logits.float(), -1)
    silent = log_p.masked_fill(~batch["pii_silent"][:, None, :], -1e4).logsumexp(-1)
    tagged = log_p.gather(-1, batch["pii"].clamp(min=0)[..., None]).squeeze(-1)
    return a_row(-torch.where(batch["pii"] == 0, silent, tagged), batch["pii"] != NONE)


def binary(logits: Tensor, target: Tensor) -> Tensor:
    return F.binary_cross_entropy_with_logits(logits.float(), target, reduction="none").mean(-1)


def row_losses(out: dict[str, Tensor], batch: Batch, smoothing: float) -> dict[str, Tensor]:
    """Loss by head, a value a row."""
    ways = {
        "sentiment": lambda logits: said(logits, batch["sentiment"], smoothing),
        "emotion": lambda logits: binary(logits, batch["emotion"]) * batch["emotion_said"],
        "aspect": lambda logits: tokens(logits, batch["aspect"]),
        "aspect_polarity": lambda logits: tokens(logits, batch["aspect_polarity"]),
        "pii": lambda logits: pii(logits, batch),
    }
    ways |= {name: lambda logits, i=i: said(logits, batch["intents"][:, i], smoothing) for i, name in enumerate(INTENTS)}
    return {name: ways[name](logits) for name, logits in out.items()}


def unlikeness(out: dict[str, Tensor], first: int) -> Tensor:
    """How differently the two halves of pairs are judged; rows from `first` on are pairs, side by side."""
    feel, emote = torch.softmax(out["sentiment"][first:].float(), -1), torch.sigmoid(out["emotion"][first:].float())
    apart = lambda p: (p[0::2] - p[1::2]).square().sum(-1).mean()
    return 10 * apart(feel) + 2 * apart(emote)


def total(out: dict[str, Tensor], batch: Batch, rows: int, schedule: Schedule) -> tuple[Tensor, dict[str, Tensor]]:
    """The loss to descend and its parts. The first `rows` rows are labelled; the rest are pairs."""
    own = {name: value[:rows] for name, value in out.items()}
    parts = {name: (loss * batch["weight"]).mean() for name, loss in row_losses(own, batch, schedule.label_smoothing).items()}
    if "sentiment" in out and len(out["sentiment"]) > rows:
        parts["consistency"] = unlikeness(out, rows)
    return sum(schedule.loss_weight[name] * value for name, value in parts.items()), {name: value.detach() for name, value in parts.items()}
