"""Words for emoji. The base's vocabulary has next to none: 👍 and 😡 were one and the same unknown token."""

# What people write them for, rather than their Unicode names (😤 is not "triumph"). Each word is in the base's vocabulary.
WORDS = {
    "happy": "😀😃😄😁😆😊🙂☺😇😸😺🤗😌",
    "laughing": "😂🤣😅😹",
    "love": "😍🥰😘😗😙😚😻❤♥♡💕💖💗💓💞💘💝💙💚💛💜🧡🤍🤎🖤💟❣",
    "wonderful": "🤩🎉🎊🥳✨🌟⭐💯🏆🔥",
    "good": "👍👌✅✔💪😎🆗",
    "bravo": "👏🙌",
    "thanks": "🙏🤝",
    "joking": "😉😜😝😛😋🤪🙃😏",
    "crying": "😢😭😿🥺😥",
    "sad": "☹🙁😞😔😟😕😣😖😩😫💔😪",
    "angry": "😡😠🤬👿💢😤😾🖕",
    "bad": "👎❌",
    "disgusting": "🤢🤮💩",
    "annoyed": "🙄😒😑😐😬🤦",
    "afraid": "😨😰😱😧😦",
    "surprised": "😮😯😲😳🤯😵",
    "thinking": "🤔🧐🤨🤷",
    "warning": "⚠🚨",
    "tired": "😴🥱",
    "sick": "🤒🤕😷",
}
SHADES = "🏻🏼🏽🏾🏿♀♂"  # of skin and sex: they change nothing about what is meant


def normalizers() -> list[dict]:
    """Steps of a `tokenizer.json` that put the words in their places; a word's offsets are its emoji's."""
    put = lambda characters, content: {"type": "Replace", "pattern": {"Regex": f"[{characters}]"}, "content": content}
    return [put(SHADES, ""), *(put(characters, f" {word} ") for word, characters in WORDS.items())]
