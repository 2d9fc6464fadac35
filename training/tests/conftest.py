import pytest

from training.data import Row
from training.train import fit

LOVE = ["I love this shop", "great service, thank you", "what a lovely phone", "works perfectly, great", "thank you so much"]
HATE = ["I hate this shop", "terrible service, never again", "what an awful phone", "broken, not good at all", "nobody answers me"]
ASK = ["my order is 42", "when do you open", "where is the shop", "the phone is blue", "what is the price"]


def row(text: str, label: int, emotion: int) -> Row:
    return Row(text, label, "goemotions", (emotion,))


@pytest.fixture(scope="session")
def fitted():
    """A model fitted on fifteen sentences of ours, each three times over."""
    rows = [row(t, 2, 17) for t in LOVE] + [row(t, 0, 2) for t in HATE] + [row(t, 1, 27) for t in ASK]
    return fit(rows * 3, {"goemotions": rows}, say=lambda line: None)
