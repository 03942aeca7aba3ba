"""Text fit for a post: one kind of space, nothing invisible, no reply by accident."""

from unicodedata import normalize

import regex

# Controls but for the line feed, soft hyphens, zero-width spaces, marks that turn the direction
# of what follows, other invisible orders, and code points that are no characters. Kept: the
# joiners of emoji and Persian, and the plain direction marks of Hebrew and Arabic text.
_INVISIBLE = regex.compile(
    r"[\xAD\u180E\u200B\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]"
    r"|(?!\n)\p{Cc}|\p{Cs}|\p{Noncharacter_Code_Point}",
)
_LINE_END = regex.compile(r" *(?:\r\n?|[\n\v\f\x85\u2028\u2029]) *")
_NO_BREAK = regex.compile(r"[\u202F\u2007]")
_SPACE = regex.compile(r"[\t\u1680\u2000-\u2006\u2008-\u200A\u205F\u3000]")
_SPACES = regex.compile(r" {2,}")
_AROUND_LINE_END = regex.compile(r" *\n *")
_LINES = regex.compile(r"\n{3,}")
_REPLY = regex.compile(r"^[\s\p{Cf}]*[@\uFF20][\s\p{Cf}@\uFF20]*")


def clean_text(text: str) -> str:
    r"""Prepare plain text for a post; running it twice changes nothing.

    Spaces become a plain one or U+00A0: the narrow no-break space of French typography weighs 2
    on X. Runs of spaces become one, runs of more than two line ends become two. What cannot be
    seen is removed, orders to turn the direction of writing among it.

    A text that starts with a handle is a reply on X, shown to few: the first handle loses its @.

    >>> clean_text("@cafelune\u202f: trente  avatars\r\ndeviennent…")
    'cafelune\xa0: trente avatars\ndeviennent…'
    """
    if not text.isprintable():  # most texts are: letters, signs and plain spaces
        text = _LINE_END.sub("\n", _SPACE.sub(" ", _NO_BREAK.sub("\xa0", text)))
        text = _INVISIBLE.sub("", text)
    text = _SPACES.sub(" ", normalize("NFC", text))
    if "\n" in text:
        text = _LINES.sub("\n\n", _AROUND_LINE_END.sub("\n", text))
    return _REPLY.sub("", text.strip())
