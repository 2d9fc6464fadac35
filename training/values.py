"""Invented personal data: values to put into templates. Nobody's."""

import random
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
    "FORENAME": "PERSON", "SURNAME": "PERSON", "STREET": "ADDRESS", "ZIP": "ADDRESS", "BOX": "ADDRESS", "CITY": "LOCATION", "COUNTRY": "LOCATION",
    "COMPANY": "ORGANIZATION", "DATE": "DATE_TIME", "WEEKDAY": "DATE_TIME", "MONTH": "DATE_TIME", "YEAR": "DATE_TIME", "DECADE": "DATE_TIME",
}
TITLES = "Mr. Mrs. Ms. Miss Dr. Prof. Sir Madam".split()


class Values:
    """`draw(kind)` gives a value of one of the PII types, or of one of PARTS."""

    def __init__(self, seed: int):
        self.pick = random.Random(seed)
        self.fake = {locale: Faker(locale) for locale in LOCALES}
        for faker in self.fake.values():
            faker.seed_instance(seed)
        self.seen: dict[str, list[str]] = {}
        for row in presidio("train"):
            for start, end, kind in row.pii:
                self.seen.setdefault(kind, []).append(row.text[start:end])
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

    def house(self) -> str:
        return self.digits(self.pick.choice(["#", "##", "###", "####", "#####"]))

    def street(self) -> str:
        """Number and street as they are written there, or the street alone."""
        here, way = self.pick.choice(LOCALES), self.pick.random()
        street, number = self.fake[here].street_name(), self.house()
        if way < 0.25:
            return street
        return f"{number} {street}" if here.startswith(("en", "fr")) or way > 0.9 else f"{street} {number}"

    def zip(self) -> str:
        return self.locale().postcode()

    def box(self) -> str:
        return self.pick.choice(["P.O. Box ", "PO Box ", "Postfach "]) + self.digits(self.pick.choice(["##", "###", "####"]))

    def address(self) -> str:
        here, way = self.locale(), self.pick.random()
        street, number, city, code = here.street_name(), self.house(), here.city(), here.postcode()
        if way < 0.35:
            return self.street()
        if way < 0.5:
            return f"{number} {street}, {city}, {code}"
        if way < 0.6:
            return f"{street} {number}, {code} {city}"
        unit = self.pick.choice([f"Apt. {self.digits('###')}", f"Suite {self.digits('###')}", f"Unit {self.digits('##')}", ""])
        if way < 0.85:
            country = self.fake["en_US"].country()
            return f"{number} {street} {self.digits('##')} {unit}\n{city}\n{self.pick.choice(['', ', ' + self.fake['en_US'].state_abbr()])}\n {country} {code}".replace("  ", " ")
        return self.fake["en_US"].address()

    def city(self) -> str:
        city = self.locale().city()
        return city.upper() if self.pick.random() < 0.1 else city

    def country(self) -> str:
        return self.fake["en_US"].country()

    def location(self) -> str:
        return self.city() if self.pick.random() < 0.6 else self.country()

    def organization(self) -> str:
        return self.locale().company()

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
