"""Emoji made of several code points: X counts each as one, as far as its library knows it.

A later sequence, such as a person of no gender at a computer, is counted part by part. X itself
may know it by now; to count too much is the safe side. A single emoji needs no rule here: it
weighs what any character beyond the alphabets weighs.
"""

import regex

_TONE = r"\p{Emoji_Modifier}"
# Hands and people that came with a choice of skin tones up to Emoji 11.
_TONED = (
    r"(?![\U0001F46A-\U0001F46D\U0001F46F\U0001F48F\U0001F491\U0001F90C\U0001F90F\U0001F91D"
    r"\U0001F93C\U0001F977\U0001F9BB\U0001F9CD-\U0001F9CF\U0001FA70-\U0001FAFF])"
    r"\p{Emoji_Modifier_Base}"
)
# Characters that are a sign of text until U+FE0F asks for the picture, ...
_PICTURE_ON_REQUEST = r"(?![0-9#*\u267E\u26A7\p{Emoji_Presentation}])\p{Emoji}"
# ... and pictures that may carry it all the same.
_PICTURE_ANYWAY = (
    r"[\u231A\u231B\u25FD\u25FE\u2614\u2615\u2648-\u2653\u267F\u2693\u26A1\u26AA\u26AB\u26BD"
    r"\u26BE\u26C4\u26C5\u26D4\u26EA\u26F2\u26F3\u26F5\u26FA\u26FD\u2757\u2B1B\u2B1C\u2B50"
    r"\u2B55\U0001F004\U0001F21A\U0001F22F]"
)
_AT_WORK = (
    rf"[👨👩]{_TONE}?\u200D"
    r"(?:[🌾🍳🎓🎤🎨🏫🏭💻💼🔧🔬🚀🚒\U0001F9B0-\U0001F9B3]|[\u2695\u2696\u2708]\uFE0F)"
)
_OF_A_GENDER = (
    rf"(?:[🏃🏄🏊👮👱👳👷💁💂💆💇🙅🙆🙇🙋🙍🙎🚣🚴🚵🚶🤦🤵🤷-🤹🤽🤾🦸🦹\U0001F9D6-\U0001F9DF]{_TONE}?"
    rf"|[👯🤼]|[\u26F9🏋🏌🕵](?:\uFE0F|{_TONE}))\u200D[\u2640\u2642]\uFE0F"
)
_FAMILY = r"(?:👨\u200D[👨👩]|👩\u200D👩|[👨👩])\u200D(?:👧\u200D[👦👧]|👦\u200D👦|[👦👧])"
_COUPLE = r"(?:👩\u200D❤\uFE0F\u200D(?:💋\u200D)?[👨👩]|👨\u200D❤\uFE0F\u200D(?:💋\u200D)?👨)"
_FLAG = (
    r"(?:\p{Regional_Indicator}{2}|🏳\uFE0F\u200D🌈|🏴\u200D☠\uFE0F"
    r"|🏴[\U000E0061-\U000E007A]{5}\U000E007F)"
)
_KEYCAP = r"[0-9#*]\uFE0F?\u20E3"
_SPEECH = r"👁\u200D🗨"

SEQUENCE = regex.compile(
    "|".join(
        (
            _AT_WORK,
            _OF_A_GENDER,
            _FAMILY,
            _COUPLE,
            _FLAG,
            _KEYCAP,
            _SPEECH,
            _TONED + _TONE,
            rf"(?:{_PICTURE_ON_REQUEST}|{_PICTURE_ANYWAY})\uFE0F",
        ),
    ),
)
"""One emoji of more than one code point, the longest reading first."""

PART = regex.compile(
    r"(?![\xA9\xAE])[\p{Extended_Pictographic}\p{Regional_Indicator}\p{Emoji_Modifier}"
    r"\uFE0F\u200D\u20E3\U000E0020-\U000E007F]",
)
"""One code point that is an emoji, or a part of one."""
