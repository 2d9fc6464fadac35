"""Rows whose labels speak of parts of the text: aspects and personal data."""

import random
from collections import defaultdict

from .recipe import PII_TYPES, SEED
from .rows import Row, Span
from .sets import read

# Their names to ours. Presidio's two files say ADDRESS and STREET_ADDRESS, LOCATION and GPE for the same things.
PRESIDIO = {
    "STREET_ADDRESS": "ADDRESS", "ZIP_CODE": "ADDRESS", "GPE": "LOCATION", "US_SSN": "NATIONAL_ID", "IBAN_CODE": "BANK_ACCOUNT",
    "US_DRIVER_LICENSE": "ID_NUMBER", "DOMAIN_NAME": "URL",
}
PII_ANON = {
    "PERSON_NAME": "PERSON", "ORGANIZATION_NAME": "ORGANIZATION", "STREET_ADDRESS": "ADDRESS", "LOCATION_NAME": "LOCATION",
    "POSTAL_CODE": "ADDRESS", "SOCIAL_SECURITY_NUMBER": "NATIONAL_ID", "NATIONAL_ID_NUMBER": "NATIONAL_ID", "PASSPORT_NUMBER": "NATIONAL_ID",
    "TAX_ID": "NATIONAL_ID", "TIMESTAMP": "DATE_TIME", "DATE_OF_BIRTH": "DATE_OF_BIRTH", "AGE": "AGE", "CREDIT_CARD_NUMBER": "CREDIT_CARD",
    "BANK_ACCOUNT_NUMBER": "BANK_ACCOUNT", "IBAN": "BANK_ACCOUNT", "BANK_ROUTING_NUMBER": "BANK_ACCOUNT", "SWIFT_BIC_CODE": "BANK_ACCOUNT",
    "HEALTH_CONDITION": "HEALTH", "MEDICATION_NAME": "HEALTH", "PROCEDURE_NAME": "HEALTH", "NATIONALITY": "NRP", "ETHNICITY": "NRP",
    "RELIGIOUS_BELIEF": "NRP", "POLITICAL_OPINION": "NRP", "USERNAME": "USERNAME", "SOCIAL_MEDIA_HANDLE": "USERNAME", "API_KEY": "PASSWORD",
    "AUTHENTICATION_TOKEN": "PASSWORD", "PIN": "PASSWORD", "CVV": "PASSWORD",
} | {name: "ID_NUMBER" for name in (
    "MEDICAL_RECORD_NUMBER EMPLOYEE_ID NPI_NUMBER HEALTH_INSURANCE_ID INVOICE_NUMBER COURT_CASE_NUMBER BAR_NUMBER INSURANCE_POLICY_NUMBER "
    "DRIVER_LICENSE_NUMBER DOCKET_NUMBER LICENSE_PLATE DEA_NUMBER BIOMETRIC_ID PRESCRIPTION_NUMBER DEVICE_IDENTIFIER VISA_NUMBER "
    "VEHICLE_IDENTIFICATION_NUMBER MAC_ADDRESS CRYPTOCURRENCY_ADDRESS"
).split()}
MULTIDOGO = {
    "name": "PERSON", "address": "ADDRESS", "current_zipcode": "ADDRESS", "current_city": "LOCATION", "arrival_city": "LOCATION",
    "departure_city": "LOCATION", "company_name": "ORGANIZATION", "email_address": "EMAIL_ADDRESS", "phonenumber": "PHONE_NUMBER",
    "phone_number": "PHONE_NUMBER", "card_number": "CREDIT_CARD", "account_number": "BANK_ACCOUNT", "ssn": "NATIONAL_ID",
    "password": "PASSWORD", "username": "USERNAME", "claimid": "ID_NUMBER", "policyid": "ID_NUMBER", "booking_confirmation_number": "ID_NUMBER",
    "order_number": "ID_NUMBER", "account_id": "ID_NUMBER",
}
BITEXT = {"person_name": "PERSON", "delivery_city": "LOCATION", "delivery_country": "LOCATION", "order_id": "ID_NUMBER", "invoice_id": "ID_NUMBER"}
RESTAURANT = {"first_name": "PERSON", "last_name": "PERSON", "date": "DATE_TIME", "time": "DATE_TIME"}
NER = {"PER": "PERSON", "LOC": "LOCATION", "ORG": "ORGANIZATION", "person": "PERSON", "location": "LOCATION", "corporation": "ORGANIZATION"}
NER_SETS = ("wikigold_ner", "wnut17", "uner_ewt", "broad_twitter_ner", "sec_filings_ner")
NER_KNOWN = ("PERSON", "LOCATION", "ORGANIZATION")


def merge(text: str, spans: list[Span]) -> tuple[Span, ...]:
    """In text order, without overlaps; neighbours of one type with nothing but blanks between them are one."""
    merged: list[Span] = []
    for start, end, label in sorted(spans):
        if merged and start < merged[-1][1]:
            continue
        if merged and merged[-1][2] == label and not text[merged[-1][1] : start].strip():
            merged[-1] = (merged[-1][0], end, label)
        else:
            merged.append((start, end, label))
    return tuple(merged)


def translate(row: dict, names: dict[str, str]) -> tuple[Span, ...]:
    found = [(s["start"], s["end"], names.get(s["label"], s["label"])) for s in row["spans"]]
    return merge(row["text"], [span for span in found if span[2] in PII_TYPES])


def presidio(part: str) -> list[Row]:
    return [Row(r["text"], "presidio_synth", pii=translate(r, PRESIDIO), template=r["template"]) for r in read("presidio_synth", part)]


def pii_anon(part: str, a_template: int = 2, at_most: int = 1800) -> list[Row]:
    """English rows drawn at random, at most `a_template` of one template."""
    seen, rows = defaultdict(int), []
    for r in random.Random(SEED).sample(read("pii_anon_synth", part), len(read("pii_anon_synth", part))):
        seen[r["template"]] += 1
        if r["lang"] == "en" and seen[r["template"]] <= a_template and len(rows) < at_most:
            rows.append(Row(r["text"], "pii_anon_synth", pii=translate(r, PII_ANON), template=r["template"]))
    return rows


def partly(name: str, part: str, names: dict[str, str], known: tuple[str, ...]) -> list[Row]:
    """Rows where only some types were looked for."""
    return [
        Row(r["text"], name, pii=tuple(s for s in translate(r, names) if s[2] in known), pii_known=known) for r in read(name, part)
    ]


def ner(name: str, part: str) -> list[Row]:
    if name == "wnut17":  # its "group" is a band or a team: neither organisation nor nothing
        return [r for r, raw in zip(partly(name, part, NER, NER_KNOWN), read(name, part)) if not any(s["label"] == "group" for s in raw["spans"])]
    return partly(name, part, NER, NER_KNOWN)


def chat(part: str, count: int) -> list[Row]:
    """Service chats. Answers of one word say nothing without the question, so they go."""
    rows = partly("multidogo", part, MULTIDOGO, tuple(dict.fromkeys(MULTIDOGO.values())))
    rows = [r for r in rows if len(r.text.split()) >= 4]
    marked, plain = [r for r in rows if r.pii], [r for r in rows if not r.pii]
    pick = random.Random(SEED)
    return pick.sample(marked, min(count, len(marked))) + pick.sample(plain, min(count // 2, len(plain)))


def pii_training() -> list[Row]:
    rows = presidio("train") + pii_anon("train") + [r for name in NER_SETS for r in ner(name, "train")] + chat("train", 1500)
    bitext = partly("bitext_support_intents", "train", BITEXT, tuple(dict.fromkeys(BITEXT.values())))
    tables = partly("restaurant8k", "train", RESTAURANT, ("PERSON", "DATE_TIME"))
    pick = random.Random(SEED)
    return rows + pick.sample(bitext, 1200) + pick.sample([r for r in tables if r.pii], 1200)


def aspect_terms(part: str) -> list[Row]:
    return [
        Row(r["text"], "mams_atsa", aspects=tuple((a["start"], a["end"], a["label"]) for a in r["aspects"])) for r in read("mams_atsa", part)
    ]
