"""Every choice that shapes the model, in one place."""

from dataclasses import dataclass, field

NAME = "insight"
VERSION = "1.0.0"
CREATED_AT = "2026-11-28T00:00:00Z"  # fixed, so that the same inputs give the same metadata
SEED = 20261128
MAX_TOKENS = 256  # a window, [CLS] and [SEP] included

LABELS = ["negative", "neutral", "positive"]
EMOTIONS = (
    "admiration amusement anger annoyance approval caring confusion curiosity desire disappointment "
    "disapproval disgust embarrassment excitement fear gratitude grief joy love nervousness optimism "
    "pride realization relief remorse sadness surprise neutral"
).split()
ASPECT_TAGS = ["O", "B-ASPECT", "I-ASPECT"]

# Personal data that is known by its surroundings. What has a form of its own (cards, IBANs, addresses of machines) is also
# found by the patterns and check digits of the privacy service, which win where both speak.
PII_TYPES = (
    "PERSON LOCATION ADDRESS ORGANIZATION DATE_OF_BIRTH DATE_TIME AGE NRP TITLE USERNAME PASSWORD "
    "EMAIL_ADDRESS PHONE_NUMBER IP_ADDRESS URL CREDIT_CARD BANK_ACCOUNT NATIONAL_ID ID_NUMBER HEALTH"
).split()
PII_SURE = 0.6  # probability of all types together from which a word is personal data at all: near the best F2 of spans on the dev parts together
PII_TAGS = ["O"] + [f"{part}-{kind}" for kind in PII_TYPES for part in "BI"]


@dataclass(frozen=True)
class Shape:
    """The network. The trunk is the lowest `fork` layers of the base and stays as it is."""

    layers: int = 6
    fork: int = 3
    hidden: int = 384
    heads: int = 12
    inner: int = 1536
    vocabulary: int = 28754  # the base's without words that no English text has
    positions: int = MAX_TOKENS
    dropout: float = 0.1
    looks: int = 8


# Top layers of each branch, copied from the base's. Those of `meaning` are not trained: its embedding is the base's.
LAYERS_OF = {"feeling": 3, "meaning": 3, "naming": 3}
FROZEN = ("meaning",)

# How often a row of a source comes again in another form (case, typo, emoji, negation, name): scarce and telling sources more.
REPEATS = {
    "uci_sentences": 3.0, "vader_reviews_tweets": 0.6, "mams_acsa": 0.6, "goemotions": 0.0, "xed_multilingual": 0.0, "service_phrases": 0.2,
    "clinc150": 1.0, "banking77": 1.0, "bitext_support_intents": 0.3, "strangers": 0.0, "multidogo": 0.0, "restaurant8k": 0.0,
    "mams_atsa": 0.4, "presidio_synth": 1.0, "pii_anon_synth": 0.0, "pii_templates": 0.3, "pii_refilled": 0.3,
    "uner_ewt": 0.3, "wikigold_ner": 0.3, "sec_filings_ner": 0.0, "broad_twitter_ner": 0.0, "wnut17": 0.0,
}

# How much one row of a source counts; those that rest on an assumption or on noisy labels count for less.
SOURCE_WEIGHT = {"xed_multilingual": 0.5, "multidogo": 0.3, "clinc150": 1.0, "uci_sentences": 1.5, "restaurant8k": 0.5}

# Which branch a head reads.
BRANCH_OF = {
    "sentiment": "feeling", "emotion": "feeling", "aspect": "feeling", "aspect_polarity": "feeling",
    "intent": "meaning", "intent_banking77": "meaning", "intent_clinc150": "meaning", "embedding": "meaning",
    "pii": "naming",
}


LOSS_WEIGHT = {
    "sentiment": 1.0, "emotion": 8.0, "intent": 0.3, "intent_banking77": 1.0, "intent_clinc150": 1.0,
    "aspect": 1.0, "aspect_polarity": 1.5, "pii": 1.0, "consistency": 1.0,
}


@dataclass(frozen=True)
class Schedule:
    """How a branch is trained."""

    branch: str
    seed: int = SEED
    epochs: float = 3.0
    rows_per_step: int = 64
    layer_rate: float = 2e-4
    head_rate: float = 1e-3
    weight_decay: float = 0.01
    warm_up: float = 0.06
    clip: float = 1.0
    average_decay: float = 0.998  # of the running average of weights, which is what ships
    dropout: float = 0.1
    token_dropout: float = 0.05
    label_smoothing: float = 0.05
    loss_weight: dict[str, float] = field(default_factory=lambda: dict(LOSS_WEIGHT))


SCHEDULES = {
    "feeling": Schedule("feeling", epochs=2.2),
    "meaning": Schedule("meaning", epochs=14, rows_per_step=128),
    "naming": Schedule("naming", epochs=4),
}
# After its first runs a branch goes on from their mean, on rows of these sources alone, all of them or such a share: less sure of itself, and
# more strictly held to judge alike what differs in a name or a country.
POLISH = {
    "feeling": Schedule("feeling", epochs=1.0, layer_rate=1e-4, head_rate=4e-4, average_decay=0.995, label_smoothing=0.1, loss_weight=LOSS_WEIGHT | {"consistency": 4.0}),
    "naming": Schedule("naming", epochs=2.0, layer_rate=1.5e-4, head_rate=6e-4, average_decay=0.99),
}
POLISH_KEPT = {"feeling": 0.5, "naming": 1.0}  # place on the line from the weights before to those after: half of it keeps what it would cost (Wortsman et al. 2022)
POLISH_ROWS = {
    "mams_atsa": 1.0, "uci_sentences": 0.5, "vader_reviews_tweets": 0.5, "mams_acsa": 0.7, "goemotions": 0.4, "service_phrases": 0.3, "clinc150": 0.3,
    "multidogo": 0.3, "xed_multilingual": 0.3,
    "presidio_synth": 1.0, "pii_refilled": 1.0, "pii_templates": 0.7, "pii_anon_synth": 0.1, "uner_ewt": 0.3, "wikigold_ner": 0.2, "wnut17": 0.1, "broad_twitter_ner": 0.1,
}
SEEDS = {"feeling": 2, "meaning": 4, "naming": 2}  # runs whose weights are averaged: they begin at the same place, so their mean is a better model
