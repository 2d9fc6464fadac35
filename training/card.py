"""The model card, written from the figures so that it cannot say anything else."""

from pathlib import Path

from . import probe, recipe
from .evaluate import probe_rows, table
from .graph import open_session

SOURCES = {
    "goemotions": ("GoEmotions (Demszky et al., 2020)", "CC BY 4.0", "Reddit comments, 27 emotions and neutral; its emotions decide the class"),
    "uci_sentences": ("Sentiment Labelled Sentences (Kotzias et al., 2015)", "CC BY 4.0, by the UCI page", "sentences of product, film and restaurant reviews"),
    "vader_reviews_tweets": ("VADER ground truth (Hutto & Gilbert, 2014)", "MIT", "product review sentences and tweets, rated by 20 people"),
    "mams_acsa": ("MAMS (Jiang et al., 2019)", "Apache-2.0", "restaurant review sentences whose aspects do not contradict each other"),
    "xed_multilingual": ("XED (Öhman et al., 2020), English", "CC BY 4.0", "film subtitles with emotions"),
    "clinc150": ("CLINC150 (Larson et al., 2019)", "CC BY 3.0", "requests to an assistant, **taken to be neutral**"),
    "multidogo": ("MultiDoGO (Peskov et al., 2019)", "CDLA-Permissive-1.0", "answers to a service agent, **taken to be neutral**"),
    "service_phrases": ("our own templates", "MIT", "customer-service enquiries, complaints and thanks"),
}


def sources(rows: dict[str, int]) -> str:
    lines = ["| source | licence | rows | weight of a row | what it is |", "| --- | --- | --- | --- | --- |"]
    for name, (title, licence, what) in SOURCES.items():
        lines.append(f"| {title} | {licence} | {rows[name]:,} | {recipe.SOURCE_WEIGHT[name]:g} | {what} |")
    return "\n".join(lines)


def answers(rows: list[tuple[str, str, str, float]]) -> str:
    lines = ["| sentence | a person says | the model says |", "| --- | --- | --- |"]
    for text, want, said, p in rows:
        lines.append(f"| {text} | {want} | {said}, {p:.2f}{'' if want == said else ' (wrong)'} |")
    return "\n".join(lines)


def card(model: Path, meta: dict) -> str:
    session = open_session(str(model))
    wrong = [row for row in probe_rows(session, probe.OBVIOUS + probe.FRESH) if row[1] != row[2]]
    return f"""# {meta["name"]} {meta["version"]}

Sentiment (negative, neutral, positive) and 28 emotions of one English customer text: a review, a chat turn, a mail,
a survey answer.

- **Input** `text`: string tensor `[N, 1]`, the raw text. Splitting and weighing happen inside the graph.
  Only NUL has to go (a space instead): onnxruntime's Node binding cuts a string there.
- **Output** `sentiment`: float `[N, 3]`, calibrated probabilities in the order {", ".join(meta["labels"])}.
- **Output** `emotion`: float `[N, 28]`, one probability an emotion, in the order of `emotions` in `metadata.json`; several can hold
  at once. `emotionThresholds` has, for each, the probability from which to say that it is there.

## Intended use

Sorting and trends over many English texts, and a first guess that a person may overrule. Not for decisions about a person.
**Other languages are outside of it**: nothing was measured there, and what it says rests on fragments that look like English.
An empty or blank text gets the prior, which leans to neutral; do not store it as an opinion. A single strong word gets a probability near 1.

## Method

Lower-cased words (1 to {recipe.WORD_GRAMS[1]} in a row) and characters ({recipe.CHAR_GRAMS[0]} to {recipe.CHAR_GRAMS[1]} in a row): {meta["features"]:,} features, presence times inverse document
frequency, each of the two blocks scaled to length 1; then one linear layer, softmax for sentiment and sigmoid for emotions,
L2-regularised, fitted by L-BFGS. Features for training come from the very operators that serve them. Weights rest as
float16. Logits are divided by a temperature ({meta["temperatures"]["sentiment"]} sentiment, {meta["temperatures"]["emotion"]} emotion) fitted on dev splits. Against an independent
implementation in plain Python the graph differs by at most {meta["parity"]["largestDifference"]:.1e} on {meta["parity"]["texts"]:,} test texts.

## Data

{sources(meta["trainingRows"])}

Dev and test rows were never trained on, and any training row whose normalised text stands in a dev or test split of any of
these sets was dropped. GoEmotions rows become positive or negative by the set's own sentiment groups; its group "ambiguous"
(curiosity, confusion, realization, surprise) counts as neutral unless an emotion with a polarity stands beside it; rows with
both polarities train and test the emotions only. Emotions come from GoEmotions alone.

## Figures

Intervals are bootstrap intervals over rows of the test split (1,000 draws). `python -m training evaluate` prints this table
from the folder. Settings were chosen on dev splits. Sets without a neutral class (uci_sentences, mams_acsa) make a
three-class model look worse calibrated than it is: each doubt it voices as "neutral" counts as a miss.
"obviousSentences" are {len(probe.OBVIOUS)} sentences of our own, and our templates were widened after a look at them and at the hard ones
below: a smoke test, not an estimate. "freshSentences" are {len(probe.FRESH)} more that nothing was adjusted to: few, but an honest look.

{table(meta["metrics"])}

## Known failures

Word order beyond three words, irony, comparisons and conditionals are invisible to it. Our hard sentences:

{answers(probe_rows(session, probe.HARD))}

{"Of the obvious and fresh sentences it misses:" + chr(10) + chr(10) + answers(wrong) if wrong else "It misses none of the obvious and fresh sentences."}

Neutral review sentences are scarce in the data, and `vader_reviews_tweets` has the lowest macro F1 of three classes. Reddit and
film subtitles are not customers' language, and whatever bias they carry is in the weights. Fairness across groups has not been
measured for this version.
"""
