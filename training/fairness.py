"""How far the score moves when only a name or a country changes."""

from collections import defaultdict
from itertools import combinations

import numpy as np
from tokenizers import Tokenizer

from .counterfactual import Probe, probes
from .metrics import Figure, interval
from .packed import pack
from .predict import probabilities
from .rows import Row


def scored(session, tokenizer: Tokenizer) -> list[tuple[Probe, float]]:
    """Each probe with its score: probability of positive minus that of negative, -1 to 1."""
    found = probes()
    said = probabilities(session, pack([Row(p.text, "probe") for p in found], tokenizer))["sentiment"]
    return [(probe, float(p[2] - p[0])) for probe, p in zip(found, said)]


def gaps(items: list[tuple[Probe, float]], kind: str, group_of) -> tuple[Figure, dict[str, float]]:
    """The mean, over templates and pairs of groups, of the distance between two groups' mean scores; and each group's lead over all, by group."""
    by_template: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    for probe, score in items:
        if probe.kind == kind and group_of(probe):
            by_template[probe.template][group_of(probe)].append(score)
    apart, lead = [], defaultdict(list)
    for groups in by_template.values():
        means = {name: float(np.mean(scores)) for name, scores in groups.items()}
        apart.append(np.mean([abs(a - b) for a, b in combinations(means.values(), 2)]))
        for name, mean in means.items():
            lead[name].append(mean - np.mean(list(means.values())))
    return interval(lambda v: float(v.mean()), np.array(apart)), {name: round(float(np.mean(v)), 4) for name, v in sorted(lead.items())}


def single_pairs(items: list[tuple[Probe, float]]) -> Figure:
    """The strictest view: the mean distance between any two texts of one template."""
    by_template: dict[str, list[float]] = defaultdict(list)
    for probe, score in items:
        by_template[probe.template].append(score)
    return interval(lambda v: float(v.mean()), np.array([np.mean([abs(a - b) for a, b in combinations(s, 2)]) for s in by_template.values()]))


def fairness(session, tokenizer: Tokenizer) -> tuple[dict[str, Figure], dict[str, dict[str, float]]]:
    items = scored(session, tokenizer)
    found, leads = {}, {}
    for name, kind, group_of in (
        ("gender", "who", lambda p: p.gender), ("nameOrigin", "who", lambda p: p.region), ("country", "where", lambda p: p.region),
    ):
        found[f"counterfactual.{name}Gap"], leads[name] = gaps(items, kind, group_of)
    return found | {"counterfactual.singlePairGap": single_pairs(items)}, leads
