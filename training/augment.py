"""Other ways to write the same text, with the labels it then has."""

import random
import re
from collections.abc import Callable
from dataclasses import replace

from .emoji import WORDS
from .names import COUNTRIES, forenames, surnames
from .recipe import LABELS
from .rows import Row, Span

# Emoji that leave no doubt, by the words they are read as.
FACES = {
    "positive": [*"".join(WORDS[word] for word in ("happy", "love", "wonderful", "good", "bravo")), ":)", ":-)"],
    "negative": [*"".join(WORDS[word] for word in ("angry", "bad", "annoyed", "disgusting", "sad")), ":(", ":-("],
}
NEAR = {a: b for a, b in zip("qwertyuiopasdfghjklzxcvbnm", "wertyuioplsdfghjkljxcvbnmk")}
PRAISE = "good|great|excellent|happy|pleased|satisfied|impressed|comfortable|worth|helpful|friendly|recommended|reliable|amazing|perfect|easy"
CLAIM = re.compile(rf"\b(is|was|are|were|am|i'm) (very |so |really )?({PRAISE})\b", re.I)


def typo(text: str, pick: random.Random) -> str:
    """One slip of the finger in a longer word: a neighbour key, a swap, a letter lost or doubled."""
    words = [m for m in re.finditer(r"[A-Za-z]{4,}", text)]
    if not words:
        return text
    word = pick.choice(words)
    at = pick.randrange(word.start() + 1, word.end() - 1)
    a, b = text[at], text[at + 1]
    return text[:at] + pick.choice([b + a, a, a + a + b, NEAR.get(a.lower(), a) + b]) + text[at + 2 :]


def spaced(text: str, pick: random.Random) -> str:
    return text.rstrip(".!") + pick.choice(["", "...", "!!", " !", ".", "!!!"])


def emoji(row: Row, pick: random.Random) -> Row:
    """A feeling text with an emoji of that feeling; what is told without any has the emoji's."""
    if row.sentiment is None:
        return row
    label = LABELS[row.sentiment] if LABELS[row.sentiment] in FACES else pick.choice(list(FACES))
    return replace(row, text=f"{row.text} {pick.choice(FACES[label])}", sentiment=LABELS.index(label), emotions=None)


def negated(row: Row, _: random.Random) -> Row:
    """"was good" becomes "was not good", and the praise a complaint; only where the whole sentence is that claim."""
    if row.sentiment is None or LABELS[row.sentiment] != "positive" or row.emotions or len(row.text.split()) > 14:
        return row
    said = CLAIM.sub(lambda m: f"{m[1]} not {m[2] or ''}{m[3]}", row.text, count=1)
    if said == row.text or re.search(r"\b(not|never|no|but|nothing)\b|n't", row.text, re.I):
        return row
    return replace(row, text=said, sentiment=LABELS.index("negative"))


def full_name(pick: random.Random) -> str:
    return pick.choice(forenames(False))[0] + ("" if pick.random() < 0.5 else f" {pick.choice(surnames(False))}")


def introduced(row: Row, pick: random.Random) -> Row:
    """Who writes, and from where, changes nothing about what is written."""
    country = pick.choice(pick.choice(list(COUNTRIES.values())).split("|"))
    name = full_name(pick)
    before = pick.choice([f"My name is {name}. ", f"{name} here. ", f"This is {name} from {country}. ", f"I am from {country}. ", f"I live in {country}. ", ""])
    after = "" if before else pick.choice([f" Regards, {name}", f" - {name}", f" Greetings from {country}!", f" Thanks, {name}"][:3])
    return replace(row, text=before + row.text + after)


def named(row: Row, pick: random.Random) -> Row:
    """GoEmotions masks names; a name in their place must not matter."""
    return replace(row, text=re.sub(r"\[NAME\]", lambda _: full_name(pick), row.text))


def recased(row: Row, pick: random.Random) -> Row:
    return replace(row, text=row.text.lower() if pick.random() < 0.6 else row.text.upper())


def another(row: Row, pick: random.Random) -> Row:
    """The row told differently; spans stay only under changes that keep every offset."""
    if row.pii is not None or row.aspects is not None:
        return recased(row, pick) if recase_keeps_length(row.text) else row
    ways: list[Callable[[Row, random.Random], Row]] = [
        lambda r, p: replace(r, text=typo(r.text, p)), lambda r, p: replace(r, text=spaced(r.text, p)),
    ]
    if row.sentiment is not None:
        ways += [emoji, introduced, introduced]
        if (flipped := negated(row, pick)) is not row:
            return flipped
    return pick.choice(ways)(named(row, pick), pick)


def recase_keeps_length(text: str) -> bool:
    return len(text.lower()) == len(text) == len(text.upper())


def shift(spans: tuple[Span, ...], by: int) -> tuple[Span, ...]:
    return tuple((start + by, end + by, label) for start, end, label in spans)
