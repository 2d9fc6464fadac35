"""Every choice that shapes the sentiment model, in one place."""

NAME = "sentiment"
VERSION = "1.0.0"
CREATED_AT = "2026-11-23T00:00:00Z"  # fixed, so that the same inputs give the same bytes
SEED = 20261123

LABELS = ["negative", "neutral", "positive"]
EMOTIONS = (
    "admiration amusement anger annoyance approval caring confusion curiosity desire disappointment "
    "disapproval disgust embarrassment excitement fear gratitude grief joy love nervousness optimism "
    "pride realization relief remorse sadness surprise neutral"
).split()

# How much one row of a source counts. Reviews and support count for more than Reddit and film subtitles;
# rows that are neutral only by our assumption count for less.
SOURCE_WEIGHT = {
    "goemotions": 1.0,
    "uci_sentences": 4.0,
    "vader_reviews_tweets": 2.0,
    "mams_acsa": 1.0,
    "xed_multilingual": 0.5,
    "clinc150": 0.3,
    "multidogo": 0.3,
    "service_phrases": 1.0,
}

# A word is a run of letters and digits. Apostrophes, commas and brackets are dropped, so "don't" and "don’t"
# both read "don t" and the pair "t like" carries the negation. Emoticons and emphasis stay whole.
WORD = r"[\p{L}\p{N}]+|[:;=]-?[()dp/|]|[!?]+|[^\s\p{L}\p{N}\pP]"
WORD_GRAMS = (1, 3)
WORD_MIN_ROWS = 2
WORD_FEATURES = 70_000
CHAR_GRAMS = (2, 5)
CHAR_MIN_ROWS = 5
CHAR_FEATURES = 40_000

SENTIMENT_L2 = 1.0
EMOTION_L2 = 1.0
CLASS_BALANCE = 0.5  # 0 leaves the classes as found, 1 makes them weigh the same
