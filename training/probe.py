"""Sentences of our own, never trained on, that show what the model can and cannot do."""

import numpy as np

# What a customer platform must not get wrong.
OBVIOUS = [
    ("I absolutely love this, thank you!", "positive"),
    ("This is the worst service ever, I want my money back", "negative"),
    ("not good at all", "negative"),
    ("My order number is 12345.", "neutral"),
    ("I have been waiting three weeks and nobody answers", "negative"),
    ("Thanks so much, Maria was incredibly helpful.", "positive"),
    ("Could you tell me when the shop on Main Street opens?", "neutral"),
    ("The screen cracked on the first day and support ignored me.", "negative"),
    ("Best purchase I made this year.", "positive"),
    ("I don't like the new design.", "negative"),
    ("Please change my delivery address to 12 Oak Lane.", "neutral"),
    ("You people are useless, cancel everything.", "negative"),
    ("Everything arrived on time and in perfect condition.", "positive"),
    ("Not happy with how I was treated on the phone.", "negative"),
    ("I am writing to ask whether the warranty covers batteries.", "neutral"),
    ("The food was cold and the waiter was rude.", "negative"),
    ("Awesome, that fixed it!", "positive"),
    ("Which plan includes international calls?", "neutral"),
    ("I was overcharged again and I am furious.", "negative"),
    ("Such a friendly team, I will definitely come back.", "positive"),
    ("The package is at the post office.", "neutral"),
    ("It broke after one week, what a rip-off.", "negative"),
    ("Super easy to set up and works like a charm.", "positive"),
    ("How do I reset my password?", "neutral"),
    ("I hate your app, it crashes all the time.", "negative"),
    ("wow great job guys 😍", "positive"),
    ("😡😡😡", "negative"),
    ("I booked a table for four on Friday at seven.", "neutral"),
    ("Terrible quality, do not recommend.", "negative"),
    ("I'm so grateful for your quick reply.", "positive"),
]

# Nothing in the recipe or the templates was adjusted to these: leave it so, or write new ones.
FRESH = [
    ("Your colleague went out of her way to sort this out for me.", "positive"),
    ("The charger melted and nearly started a fire.", "negative"),
    ("Could someone tell me which size fits a child of six?", "neutral"),
    ("Honestly the smoothest checkout I have ever used.", "positive"),
    ("I have explained my problem to five different people now.", "negative"),
    ("The invoice should be made out to the company, not to me.", "neutral"),
    ("Shame on you for treating loyal customers like this.", "negative"),
    ("Beautiful colour, fits perfectly, will buy again.", "positive"),
    ("Do I need an account to use the voucher?", "neutral"),
    ("The room smelled of smoke and the sheets were dirty.", "negative"),
    ("I sent the form by post on Tuesday.", "neutral"),
    ("Thank you for sorting that out so quickly.", "positive"),
    ("Your chatbot keeps going round in circles, it is infuriating.", "negative"),
    ("We will be arriving around nine in the evening.", "neutral"),
    ("My kids adore it.", "positive"),
    ("Stay away from this company.", "negative"),
    ("Is there parking near the office?", "neutral"),
    ("Impressed by how fast the replacement came.", "positive"),
    ("The update deleted all my photos.", "negative"),
    ("Please remove me from the mailing list.", "neutral"),
]

# Sentences of ours whose words alone do not tell; written before any model read emoji as words, and adjusted to nothing.
EMOJI = [
    ("👍", "positive"),
    ("😡😡😡", "negative"),
    ("My order came today 😍", "positive"),
    ("My order came today 😡", "negative"),
    ("Spoke to your support again 🙄", "negative"),
    ("Spoke to your support again 😊", "positive"),
    ("So that is the new app 🤮", "negative"),
    ("So that is the new app 🔥🔥", "positive"),
    ("The parcel is at my neighbour's 🎉", "positive"),
    ("The parcel is at my neighbour's 😤", "negative"),
    ("Day four of waiting for a technician 😭", "negative"),
    ("The refund is on its way ❤️", "positive"),
    ("This is what I got for 80 euros 👎🏽", "negative"),
    ("This is what I got for 80 euros 👏🏽", "positive"),
    ("You changed the menu 💔", "negative"),
    ("You changed the menu 🥰", "positive"),
]

# Nobody's data: numbers, measures and names of things, which must stay readable. No training text is like these; the rule for quantities was written with them in view.
HARMLESS = [
    "Repairs took seventeen working days instead of five.",
    "The kettle needs four minutes to boil a litre.",
    "Our subscription went from 9.99 to 14.99 without a word.",
    "I tried six times and got error 504 each time.",
    "The jacket is a size 38 but fits like a 34.",
    "Two of the eight plates were chipped.",
    "Half an hour in the queue, then the line went dead.",
    "It says 1,250 points on my account, there should be 2,300.",
    "The mixer is louder than my old one, 70 decibels at least.",
    "Is the 65 inch model in stock again?",
    "We drove forty miles for nothing.",
    "You charged me for 3 nights although we stayed 2.",
    "The update weighs 2.4 gigabytes.",
    "Can I still return it after 30 days?",
    "My battery drops from 80 to 20 percent within an hour.",
    "Nine out of ten for the food, one for the service.",
    "The Summer Edition box has a scratch on the lid.",
    "Terms and Conditions say something else on page 12.",
    "How many gigabytes do I have left?",
    "Please cancel the Premium plan and keep the Basic one.",
    "There was a hair in the Caesar salad.",
    "The lift has been out of order for most of the winter.",
    "A dozen eggs, all broken.",
    "I would like the blue one in a smaller size.",
]

# Where models are known to be weak; the card prints what this one said.
HARD = [
    ("Oh great, another outage. Just what I needed.", "negative"),
    ("I expected it to be awful, but it was anything but.", "positive"),
    ("It would have been nice if someone had called.", "negative"),
    ("The old version was great, this one is not.", "negative"),
    ("Nobody could have done a better job.", "positive"),
    ("Works as well as a chocolate teapot.", "negative"),
    ("I can't complain.", "positive"),
    ("Delivery fast, product dead on arrival.", "negative"),
    ("You took money from my account without asking.", "negative"),
    ("Das ist der schlechteste Service aller Zeiten.", "negative"),
    ("El servicio es excelente, muchas gracias.", "positive"),
]


def as_array(right: list[bool]) -> np.ndarray:
    return np.array(right, float)
