"""What `calibrate` finds, and `export` puts into the graph."""

from dataclasses import dataclass, field

LEAST_KEPT = 0.05  # of a probability that is smaller than what smoothing leaves on every label


@dataclass(frozen=True)
class Calibration:
    """By head: how its scores become probabilities, and from which of these on to act. As it stands: not at all."""

    temperatures: dict[str, float] = field(default_factory=dict)
    smoothing: dict[str, float] = field(default_factory=dict)
    thresholds: dict[str, list[float]] = field(default_factory=dict)
