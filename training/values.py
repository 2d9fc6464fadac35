"""Invented personal data: values to put into templates. Nobody's."""

import random
import re
import string

from faker import Faker

from .names import forenames, surnames
from .spans import presidio

LOCALES = ["en_US", "en_GB", "de_DE", "fr_FR", "it_IT", "es_ES", "nl_NL", "pl_PL", "pt_BR", "sv_SE", "da_DK", "fi_FI", "hu_HU", "cs_CZ", "en_AU", "en_IN", "tr_TR", "no_NO"]
MONTHS = "January February March April May June July August September October November December".split()
GROUPS = "American British Canadian German French Polish Chinese Japanese Nigerian Mexican Turkish Indian Muslim Jewish Catholic Buddhist Hindu Kenyan Dutch Brazilian".split()
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
# What a template may ask for by a name of its own, and the type it is marked as.
PARTS = {
    "FORENAME": "PERSON", "SURNAME": "PERSON", "STREET": "ADDRESS", "HOUSE": "ADDRESS", "UNIT": "ADDRESS", "FLAT": "ADDRESS", "ZIP": "ADDRESS", "BOX": "ADDRESS",
    "CITY": "LOCATION", "COUNTRY": "LOCATION", "COMPANY": "ORGANIZATION", "JOB": "TITLE", "DATE": "DATE_TIME", "WEEKDAY": "DATE_TIME", "MONTH": "DATE_TIME", "YEAR": "DATE_TIME", "DECADE": "DATE_TIME",
}
# Pieces of which firms make their names.
SYLLABLES = "ac al bel cor dat den ex fin gen hal in jor kel lin lu mar med nex or per pro quan ro sen sol ta tri ur vel ver xi zen".split()
ENDINGS = "ia io ity ix ly metrics scape sense soft source ta tech um us ware works".split()
FIELDS = "Analytics Capital Care Data Energy Finance Foods Health Insights Labs Logistics Media Mobility Networks Partners Robotics Solutions Systems Trust Ventures".split()
TITLES = "Mr. Mrs. Ms. Miss Dr. Prof. Sir Madam".split()


def slot_of(kind: str, value: str) -> str:
    """The slot that would be filled with a value like this one: a whole address is no postcode, and a year no weekday."""
    words = value.split()
    if kind == "ADDRESS" and re.fullmatch(r".+\s*\n\s*(Apt|Suite|Unit|Flat|Floor)\S* \S+", value):
        return "FLAT"
    if kind == "ADDRESS":
        return "ZIP" if len(words) <= 2 and sum(c.isalpha() for c in value) <= 4 else "ADDRESS" if "\n" in value.strip() or len(words) > 4 else "STREET"
    if kind == "DATE_TIME" and len(words) == 1:
        return "YEAR" if value.isdigit() and len(value) == 4 else "WEEKDAY" if value in WEEKDAYS else kind
    return "FORENAME" if kind == "PERSON" and len(words) == 1 else kind


def in_order(italian: Faker) -> None:
    """Faker keeps the cities of Italy in the order of a set, which is another one in every process."""
    for provider in italian.providers:
        if isinstance(cities := getattr(provider, "cities", None), list):
            provider.cities = sorted(cities)


class Values:
    """`draw(kind)` gives a value of one of the PII types, or of one of PARTS."""

    def __init__(self, seed: int):
        self.pick = random.Random(seed)
        self.fake = {locale: Faker(locale) for locale in LOCALES}
        for faker in self.fake.values():
            faker.seed_instance(seed)
        in_order(self.fake["it_IT"])
        self.seen: dict[str, list[str]] = {}
        for row in presidio("train"):
            for start, end, kind in row.pii:
                self.seen.setdefault(slot_of(kind, row.text[start:end]), []).append(row.text[start:end])
        self.people = [name for name, _, _ in forenames(False)]

    def locale(self) -> Faker:
        return self.fake[self.pick.choice(LOCALES)]

    def digits(self, shape: str) -> str:
        """`#` becomes a digit, `?` a capital letter."""
        return "".join(str(self.pick.randint(0, 9)) if c == "#" else self.pick.choice(string.ascii_uppercase) if c == "?" else c for c in shape)

    def forename(self) -> str:
        return self.pick.choice(self.people) if self.pick.random() < 0.6 else self.locale().first_name()

    def surname(self) -> str:
        return self.pick.choice(surnames(False)) if self.pick.random() < 0.6 else self.locale().last_name()

    def person(self) -> str:
        first, last, way = self.forename(), self.surname(), self.pick.random()
        if way < 0.35:
            return first
        if way < 0.8:
            return f"{first} {last}"
        if way < 0.9:
            return f"{first} {self.pick.choice(string.ascii_uppercase)}. {last}"
        return last

    def house_number(self) -> str:
        return self.digits(self.pick.choice(["#", "##", "###", "####", "#####"]))

    def street(self) -> str:
        """Number and street as they are written there, or the street alone."""
        here, way = self.pick.choice(LOCALES), self.pick.random()
        street, number = self.fake[here].street_name(), self.house_number()
        if way < 0.25:
            return street
        return f"{number} {street}" if here.startswith(("en", "fr")) or way > 0.9 else f"{street} {number}"

    def zip(self) -> str:
        return self.locale().postcode()

    def box(self) -> str:
        return self.pick.choice(["P.O. Box ", "PO Box ", "Postfach "]) + self.digits(self.pick.choice(["##", "###", "####"]))

    def unit(self) -> str:
        return self.digits(self.pick.choice(["Apt. ###", "Suite ###", "Unit ##", "Flat #", "Apt ##?", "Floor #"]))

    def flat(self) -> str:
        return f"{self.house()}\n {self.unit()}"

    def house(self) -> str:
        """With the house's number in front whatever the country does, sometimes one behind the street too."""
        street = self.locale().street_name()
        return f"{self.house_number()} {street}" + (f" {self.digits(self.pick.choice(['#', '##', '###']))}{self.pick.choice(['', '', '.'])}" if self.pick.random() < 0.4 else "")

    def address(self) -> str:
        """A whole address, as it is written in one go; one whose city and country stand for themselves is for a template to lay out."""
        here, way, us = self.locale(), self.pick.random(), self.fake["en_US"]
        street, city, code = self.house(), self.city(), here.postcode()
        unit = f" {self.unit()}" if self.pick.random() < 0.5 else ""
        state = self.pick.choice([us.state_abbr(), us.state_abbr(), self.digits("##"), "nan"])
        end = self.pick.choice([code, f"{us.country()} {code}", us.country()])
        if way < 0.2:
            return f"{street}{unit}\n{city}\n, {state}\n {end}"
        if way < 0.35:
            return f"{street}{unit}, {city}, {us.country()}{self.pick.choice(['', ' ' + code])}"
        if way < 0.47:
            return f"{street}\n{unit or ' ' + self.unit()}\n {city}\n {end}"
        if way < 0.6:
            return f"{street}{unit} {city} {end}"
        if way < 0.7:
            return f"{street}{unit}\n{city}, {us.state_abbr()} {code}"
        if way < 0.77:
            return f"{street}, {city}, {us.state_abbr()} {us.postcode()}"
        if way < 0.85:
            return f"the corner of {self.street()} and {here.street_name()}"
        return self.street() if way < 0.92 else us.address()

    def city(self) -> str:
        city = self.locale().city()
        return city.upper() if self.pick.random() < 0.1 else city

    def country(self) -> str:
        return self.fake["en_US"].country()

    def location(self) -> str:
        return self.city() if self.pick.random() < 0.6 else self.country()

    def organization(self) -> str:
        way = self.pick.random()
        if way < 0.5:
            return self.locale().company()
        coined = "".join(self.pick.choices(SYLLABLES, k=self.pick.choice([1, 2, 2]))).capitalize() + self.pick.choice(ENDINGS)
        words = " ".join(self.fake["en_US"].words(2)).title()
        if way < 0.62:
            return f"{words}{self.pick.choice(['', '', ' Inc', ' Inc.', ' Ltd', ' ' + self.pick.choice(FIELDS)])}"
        return coined if way < 0.8 else f"{self.pick.choice([coined, coined, self.surname(), self.city()])} {self.pick.choice(FIELDS)}"

    def date_of_birth(self) -> str:
        day, month, year = self.pick.randint(1, 28), self.pick.randint(1, 12), self.pick.randint(1935, 2010)
        return self.pick.choice([f"{day:02d}/{month:02d}/{year}", f"{year}-{month:02d}-{day:02d}", f"{MONTHS[month - 1]} {day}, {year}", f"{day} {MONTHS[month - 1]} {year}", f"{day}.{month}.{year}"])

    def date(self) -> str:
        return self.date_of_birth()

    def date_time(self) -> str:
        if self.pick.random() < 0.5:
            return self.date_of_birth()
        return self.pick.choice(["yesterday", "last Monday", "next Friday", "June 12th", "March 3", "the 80s", "2019", "tomorrow at 5 pm", "10:30", "Tuesday", "last week", "three days", "two weeks ago", "1994", "May 2020"])

    def draw(self, kind: str) -> str:
        if kind in self.seen and self.pick.random() < 0.35:
            return self.pick.choice(self.seen[kind])
        if kind == "COMPANY":
            return self.draw("ORGANIZATION")
        if made := getattr(self, kind.lower(), None):
            return made()
        us = self.fake["en_US"]
        ways = {
            "JOB": lambda: us.job().split(",")[0],
            "WEEKDAY": lambda: self.pick.choice(WEEKDAYS), "MONTH": lambda: self.pick.choice(MONTHS), "YEAR": lambda: str(self.pick.randint(1900, 2026)),
            "DECADE": lambda: self.pick.choice(["80s", "1920s", "sixties", "1970s", "nineties"]),
            "AGE": lambda: self.pick.choice([str(self.pick.randint(1, 99)), f"{self.pick.randint(1, 24)} months"]),
            "NRP": lambda: self.pick.choice(GROUPS), "TITLE": lambda: self.pick.choice(TITLES), "USERNAME": us.user_name, "PASSWORD": us.password,
            "EMAIL_ADDRESS": us.email, "PHONE_NUMBER": lambda: self.locale().phone_number(), "IP_ADDRESS": us.ipv4, "URL": us.domain_name,
            "CREDIT_CARD": us.credit_card_number, "BANK_ACCOUNT": lambda: self.pick.choice([us.iban(), us.bban(), self.digits("########")]),
            "NATIONAL_ID": lambda: self.pick.choice([us.ssn(), self.digits("?########"), self.digits("## ## ## ##-?")]),
            "ID_NUMBER": lambda: self.digits(self.pick.choice(["???-#####", "#########", "?######", "##-####", "ORD-######", "CN#######"])),
            "HEALTH": lambda: self.pick.choice(["asthma", "diabetes", "migraine", "hypertension", "depression", "ibuprofen", "insulin", "a heart condition"]),
        }
        return ways[kind]()
