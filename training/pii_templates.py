"""Our own sentences with personal data, and other sets' templates filled anew."""

import random
import re

from .recipe import SEED
from .rows import Row, Span
from .spans import presidio
from .values import Values

TEMPLATES = r"""My name is {PERSON} and I live at {ADDRESS}.
I'm {PERSON}, please send the replacement to {ADDRESS}
Hello, this is {PERSON} from {ORGANIZATION}. We never got our invoice {ID_NUMBER}.
{TITLE} {PERSON} asked me to change the delivery address to {ADDRESS}. Thank you.
Regards,\n{PERSON}
Kind regards, {PERSON}\n{ORGANIZATION}\n{ADDRESS}
Name: {PERSON}\nAddress: {ADDRESS}\nPhone: {PHONE_NUMBER}\nEmail: {EMAIL_ADDRESS}
I was born on {DATE_OF_BIRTH} in {LOCATION}.
My date of birth is {DATE_OF_BIRTH}, my customer number {ID_NUMBER}.
DOB {DATE_OF_BIRTH}, name {PERSON}
I moved from {LOCATION} to {LOCATION} {DATE_TIME} and my parcel went to {ADDRESS}.
My husband {PERSON} is {AGE} years old and has {HEALTH}.
I am {AGE} and live alone in {LOCATION}.
{PERSON} from your team in {LOCATION} was very rude to me on {DATE_TIME}.
I spoke with {PERSON} and then with {PERSON}, nobody could find order {ID_NUMBER}.
Please cancel the subscription of {PERSON} ({EMAIL_ADDRESS}).
My username is {USERNAME} and the password {PASSWORD} does not work.
Call me at {PHONE_NUMBER}, ask for {PERSON}.
I work for {ORGANIZATION} and we ordered from {LOCATION}.
{ORGANIZATION} charged my card {CREDIT_CARD} twice.
Transfer it to {BANK_ACCOUNT}, account holder {PERSON}.
My social security number is {NATIONAL_ID}
Passport {NATIONAL_ID}, issued in {LOCATION}, holder {PERSON}.
As a {NRP} customer I was treated badly by {PERSON}.
Our {NRP} branch is at {ADDRESS}.
The shop in {LOCATION} was great, {PERSON} helped me a lot!
Ship it to {PERSON}, {ADDRESS}.
Deliver to: {PERSON}\n{ADDRESS}
Is {PERSON} still working at {ORGANIZATION}?
{PERSON}: where is my order?\nAgent: may I have your address?\n{PERSON}: {ADDRESS}
Can I come and see you at {ADDRESS} {DATE_TIME}?
How far is {LOCATION} from {LOCATION}?
We went to {LOCATION} {DATE_TIME} and stayed near {ADDRESS}.
{ORGANIZATION} has its headquarters in {LOCATION}.
I bought it at {ORGANIZATION} in {LOCATION} {DATE_TIME}.
The meeting with {TITLE} {PERSON} is on {DATE_TIME}.
Visit {URL} or write to {EMAIL_ADDRESS}.
Someone logged in from {IP_ADDRESS} as {USERNAME}.
The doctor says it is {HEALTH}. Policy {ID_NUMBER}, {PERSON}.
{PERSON} lives in {LOCATION}, {PERSON} in {LOCATION}.
my name is {PERSON} and my zip is {ADDRESS}
We'd like {ORGANIZATION} to send {PERSON} to {LOCATION} on {DATE_TIME}.
{PERSON} used to sing in a band with {PERSON}, long before {ORGANIZATION} existed.
A song by {PERSON} was playing in {LOCATION} back in {DATE_TIME}.
The {NRP} embassy in {LOCATION} closed {DATE_TIME}.
{TITLE} {PERSON}, {AGE}, of {ADDRESS}
Please update my billing address: {ADDRESS}
old address {ADDRESS}\nnew address {ADDRESS}
I can't believe {ORGANIZATION} and {ORGANIZATION} merged!
{ORGANIZATION}, {ORGANIZATION} and {ORGANIZATION} are all hiring in {LOCATION}."""


def own_templates() -> list[str]:
    return [line.replace("\\n", "\n") for line in TEMPLATES.split("\n")]


def fill(template: str, values: Values) -> tuple[str, tuple[Span, ...]]:
    text, spans, at = "", [], 0
    for slot in re.finditer(r"\{([A-Z_]+)\}", template):
        text += template[at : slot.start()]
        value = values.draw(slot[1])
        spans.append((len(text), len(text) + len(value), slot[1]))
        text, at = text + value, slot.end()
    return text + template[at:], tuple(spans)


def with_new_values(row: Row, values: Values) -> Row:
    """The row's sentence around other values of the same types."""
    text, spans, at = "", [], 0
    for start, end, kind in row.pii:
        text += row.text[at:start]
        value = values.draw(kind)
        spans.append((len(text), len(text) + len(value), kind))
        text, at = text + value, end
    return Row(text + row.text[at:], "pii_refilled", pii=tuple(spans), template=row.template)


def made_up(of_own: int = 60, of_theirs: int = 25) -> list[Row]:
    """Each of our templates, and each template of the Presidio training part, filled that many times."""
    values, pick, rows = Values(SEED), random.Random(SEED), []
    for template in own_templates():
        for _ in range(of_own):
            text, spans = fill(template, values)
            rows.append(Row(text, "pii_templates", pii=spans, template=template))
    theirs = presidio("train")
    for template in sorted({r.template for r in theirs}):
        same = [r for r in theirs if r.template == template]
        rows += [with_new_values(pick.choice(same), values) for _ in range(of_theirs)]
    return rows
