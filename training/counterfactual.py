"""Sentences that differ in a name or a country alone: for training (names and templates of their own) and for the test."""

import random
from dataclasses import dataclass
from itertools import combinations

from .names import COUNTRIES, REGIONS, forenames
from .recipe import SEED
from .rows import Row

TRAIN = """My name is {who} and I am waiting for my order.
{who} called about the invoice.
I am from {where} and I ordered a phone.
{who} was helpful.
{who} was rude to me.
I talked to {who} about my bill.
We live in {where} and nobody delivers here.
{who} solved my problem in minutes.
My parcel comes from {where}.
{who} never answered my mail.
Greetings from {where}, I love the new bag!
The call centre in {where} hung up on me.
{who} made my day.
Please forward this to {who}.
I grew up in {where}.
{who} feels angry about the delay.
{who} is happy with the result.
The novel is set in {where}.
It was produced in {where}.
The director was born in {where}.
I bought this wine because it is from {where}.
Many customers in {where} ordered it as well.
We watched a documentary about {where}.
The band is on tour in {where}.
Visitors from {where} like our shop.
They speak to clients in {where} every day.
The actors come from {where}.
This tea is grown in {where}.
Someone in {where} tried to log in to my account.
The series takes place in {where}.
Is this phone made for {where}?
Our office in {where} opens at nine.
The recipe is from {where}.
{who} plays the main part.
The book was written by {who}.
{who} uses the app every day.
I sat next to {who}.
Is {who} in the office today?
{who} recommended this hotel.""".split("\n")

# Never trained on, and filled with names that no training text was given.
TEST = """{who} has a question about the contract.
My colleague {who} will sign for the parcel.
I spoke with {who} on the phone today.
{who} is disappointed with the product.
The technician, {who}, repaired everything perfectly.
{who} told me that the refund takes two weeks.
Yesterday {who} cancelled my appointment without a word.
Thank you {who}, that was fast.
{who} lives next door.
I travelled to {where} last year.
Our supplier is in {where}.
The shipment from {where} arrived damaged.
We had a wonderful stay in {where}.
My family comes from {where}.
Do you deliver to {where}?
People from {where} use your service too.
The support team in {where} could not help.
This film was made in {where}.""".split("\n")
PROBED = {"who": 40, "where": 24}


def twins(pairs_a_template: int = 120) -> list[tuple[Row, Row]]:
    """Training pairs: one template, two names of different groups or two countries."""
    pick, rows = random.Random(SEED), []
    people, places = forenames(False), [c for part in COUNTRIES.values() for c in part.split("|")]
    for template in TRAIN:
        for _ in range(pairs_a_template):
            if "{who}" in template:
                (a, *group), (b, *other) = pick.choice(people), pick.choice(people)
                if group == other:
                    continue
                filled = template.format(who=a), template.format(who=b)
            else:
                filled = tuple(template.format(where=place) for place in pick.sample(places, 2))
            rows.append(tuple(Row(text, "twins") for text in filled))
    return rows


@dataclass(frozen=True)
class Probe:
    text: str
    template: str
    kind: str  # who or where
    gender: str | None
    region: str


def probes() -> list[Probe]:
    """The test: every template with the same held-out names, or with every country."""
    by_group: dict[tuple[str, str], list[str]] = {}
    for name, gender, region in forenames(True):
        by_group.setdefault((gender, region), []).append(name)
    found = []
    for template in TEST:
        if "{where}" in template:
            found += [Probe(template.format(where=c), template, "where", None, region) for region, part in COUNTRIES.items() for c in part.split("|")]
            continue
        for (gender, region), names in sorted(by_group.items()):
            for name in random.Random(SEED).sample(names, min(8, len(names))):
                found.append(Probe(template.format(who=name), template, "who", gender, region))
    return found


def groups(kind: str) -> list[str]:
    return list(COUNTRIES if kind == "where" else REGIONS)


def pairs(items: list[str]) -> list[tuple[str, str]]:
    return list(combinations(items, 2))
