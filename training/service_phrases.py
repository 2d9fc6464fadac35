"""Our own customer-service sentences: what an enquiry, a complaint and a thank-you sound like.

The open sets hold hardly any support language, and an n-gram model reads "refund" or "order" as it met them. These
templates teach it that naming a problem area is not yet a complaint. Written for this project, under its licence.
"""

import random
import re

from .recipe import SEED

SLOTS = {
    "thing": "order|parcel|delivery|refund|invoice|account|subscription|booking|card|payment|phone|laptop|router|bill|ticket|package|contract|policy|password|app|website|membership|reservation|flight|plan|warranty|battery|screen|order form|insurance".split("|"),
    "team": "support|the support team|customer service|your agent|the agent|the delivery driver|the technician|the help desk|the staff|your team|the courier".split("|"),
    "number": "4471|88213|10-2291|A5519|00321|77 104|BX-22|900125|3318 7".split("|"),
    "when": "yesterday|last week|on Monday|two days ago|this morning|last month|on 3 May|a week ago".split("|"),
    "long": "two weeks|ten days|over a month|three days|an hour|six weeks|forever|twenty minutes|five months".split("|"),
    "good": "great|excellent|good|helpful|friendly|fast|reliable|perfect|amazing|wonderful|lovely|brilliant|fantastic|easy to use".split("|"),
    "bad": "terrible|awful|useless|rude|slow|broken|horrible|disappointing|unacceptable|a joke|the worst|a nightmare|poor|unreliable".split("|"),
    "fault": "stopped working|keeps crashing|arrived broken|arrived damaged|never arrived|does not work|broke after two days|is still missing|was lost|fell apart|is wrong again".split("|"),
    "angry": "😡|😠|🤬|👎|😤|😞|😢|😭|💔|:(|:-(".split("|"),
    "happy": "😍|😊|❤️|👍|🎉|😀|🥰|🙏|💯|:)|:-)|:D".split("|"),
    "nobody": "nobody|no one|not a single person|nobody at all".split("|"),
    "reply": "answers|replies|calls me back|helps|responds|picks up the phone|cares|has contacted me|knows anything".split("|"),
}

NEUTRAL = """My {thing} number is {number}.
The {thing} reference is {number}
I would like to ask about my {thing}.
Can you tell me the status of my {thing}?
Where can I find my {thing}?
How do I change my {thing}?
How long does a {thing} take?
What are your opening hours?
Could you please send me a copy of the {thing}?
I placed the {thing} {when}.
I want to update the address on my {thing}.
I need to change the date of my {thing}.
Is it possible to pay by bank transfer?
Please update the phone number on my {thing}
Do you ship to Norway?
My email is on file, the {thing} is under my name.
It is a {thing} from {when}.
I am calling about {thing} {number}.
Which {thing} do I have?
How can I cancel my {thing}?
I would like to return the {thing} I bought {when}.
What is your return policy?
How do I request a refund for {thing} {number}?
When will the {thing} be sent?
I have a question about my {thing}
Can I speak to an agent about my {thing}?
Please confirm that you received my {thing}.
Does the {thing} include tax?
The {thing} was delivered {when}.
I bought a {thing} {when}.
I moved to a new address {when}.
What documents do you need for the {thing}?
Ok, I will wait for the {thing}.
Yes, the {thing} ends in {number}.
Who do I contact about a {thing}?
Please forward this to {team}.
I spoke with {team} {when} about the {thing}.
Can I move my {thing} to another date?
I am writing about the {thing} of {when}.
The meeting with {team} is on Monday.
Let me know when the {thing} is ready.
Is the {thing} available in blue?
I am writing to ask about the {thing}.
I would like to know whether the {thing} can be changed.
Does the {thing} cover water damage?
Could you check whether {team} received the {thing}?
Please let me know how the {thing} works.
My {thing} is {number} and my name is on it.
I am looking for the {thing} of {when}.
Which {thing} should I choose?"""

NEGATIVE = """I have been waiting {long} for my {thing}.
I've been waiting {long} and {nobody} {reply}.
I waited {long} for {team} and {nobody} {reply}
It has been {long} and still no {thing}.
Still no {thing} after {long}!
{nobody} {reply}.
Why does {nobody} ever reply? {nobody} {reply}.
My {thing} {fault}.
The {thing} {fault} and {nobody} {reply}.
The {thing} I got {when} {fault}.
{team} was {bad}.
{team} is {bad}!
I was charged twice for the {thing}.
You charged me again for a {thing} I cancelled {when}.
I want my money back.
I want a refund, the {thing} {fault}!
I demand a refund for this {bad} {thing}.
This is the third time my {thing} {fault}.
I am very unhappy with the {thing}.
I'm really disappointed with {team}.
{team} is not {good}.
{team} was not {good} at all.
The {thing} is not {good} at all.
not {good}
not very {good}
The {thing} isn't {good}.
{team} wasn't {good} and didn't help.
{team} never {reply} and it's not {good}
I have called you four times about the {thing} and nothing happens.
I keep asking for my {thing} and get no answer.
{team} hung up on me.
{team} refused to help with my {thing}.
I will never order from you again.
I am cancelling my {thing} because {team} was {bad}.
Worst {thing} ever.
What a waste of money, the {thing} {fault}.
Don't buy this {thing}, it's {bad}.
This {thing} is {bad} and I regret it.
I can't log in to my {thing} and {nobody} {reply}.
Your {thing} is {bad}, fix it.
I am fed up with this {thing}.
{long} on hold and then {team} hung up.
This is ridiculous, my {thing} {fault}.
The {thing} doesn't work any more.
I feel cheated by {team}.
You lost my {thing} and nobody apologised.
Unacceptable. My {thing} {fault}.
You took money from my {thing} without my consent.
Money was taken for the {thing} without asking me.
{fault} {angry}
{angry} {angry}
{angry}{angry}{angry}
{angry}
{angry} {team} was {bad}
The {thing} {fault} {angry}{angry}
The {thing} used to be {good}, now it is {bad}.
{team} could have been {good}, but was {bad}."""

POSITIVE = """Thank you, {team} was {good}!
Thanks for the quick help with my {thing}.
{team} solved it within minutes, thank you.
The {thing} arrived early and works perfectly.
I love the new {thing}!
The {thing} is {good}.
{team} is {good}, I am very happy.
Really {good} service, thanks a lot.
{team} was so {good} and patient with me.
My {thing} arrived {when} and it is {good}.
I am very happy with my {thing}.
Great job, the {thing} was sorted out {when}.
Not bad at all, the {thing} is {good}.
I have no complaints, {team} was {good}.
No problems with the {thing}, everything works.
Couldn't be happier with {team}.
I can't thank {team} enough for the {thing}.
Highly recommend, the {thing} is {good}.
Best {thing} I have ever had.
Problem solved, the refund came {when}. Thank you!
I appreciate the fast reply about my {thing}.
Everything went smoothly with the {thing}, {good}!
Well done, {team} was {good}.
The {thing} exceeded my expectations.
Five stars for {team}.
{happy} {happy}
{happy}{happy}{happy}
{happy}
{happy} thank you
The {thing} is {good} {happy}{happy}
I can't complain about {team}, {good} service.
I expected the {thing} to be {bad}, but it is {good}.
Nobody could have been more {good} than {team}."""

ROWS_A_LABEL = {"neutral": (NEUTRAL, 1500), "negative": (NEGATIVE, 1800), "positive": (POSITIVE, 1200)}


def fill(template: str, pick: random.Random) -> str:
    text = re.sub(r"\{(\w+)\}", lambda slot: pick.choice(SLOTS[slot[1]]), template)
    return text[:1].upper() + text[1:]


def service_phrases() -> list[tuple[str, str]]:
    """Distinct (text, label) rows, the same on every call."""
    pick = random.Random(SEED)
    rows = {}
    for label, (templates, count) in ROWS_A_LABEL.items():
        for template in templates.splitlines() * (count // len(templates.splitlines())):
            rows[fill(template, pick)] = label
    return list(rows.items())
