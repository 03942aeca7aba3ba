"""Asking a pattern only where its sign is changes nothing of what Markdown makes of a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor, SimpleTagInlineProcessor

from event_recap.mention_syntax import MentionExtension
from event_recap.recaps.inline import INLINE_PRIORITY, SignedInlineProcessor

EXTENSIONS = ("extra", "codehilite", "sane_lists", "smarty", "toc")
PIECES = st.sampled_from(
    [
        *(
            "mot ",
            "é",
            "*",
            "**",
            "_",
            "__",
            "`",
            "``",
            "\\",
            "[",
            "](u)",
            "][r]",
            "]",
            "![",
            "<",
            ">",
            "&amp;",
            "&",
        ),
        *(
            "<b>",
            "</b>",
            "<https://a.example>",
            "<a@b.example>",
            "[^1]",
            "  \n",
            "\n\n",
            "- ",
            "## ",
            "@anne",
            "[[",
        ),
        *("]]", "＠anne", "(c)", "'", '"', "...", "\n\n[r]: https://r.example\n\n", "\n\n[^1]: note\n\n"),
    ]
)


def convert(text, is_signed):
    """Return the HTML of a text, by our loop or by Markdown's own."""
    converter = Markdown(extensions=[*EXTENSIONS, MentionExtension()])
    if is_signed:
        converter.treeprocessors.register(SignedInlineProcessor(converter), "inline", INLINE_PRIORITY)
    return converter.convert(text)


@given(st.lists(PIECES, max_size=30))
def test_the_html_is_the_same(pieces):
    """Whatever a text is made of."""
    text = "".join(pieces)

    assert convert(text, is_signed=True) == convert(text, is_signed=False)


@pytest.mark.parametrize("text", ["un ~~mot~~ ici", "~~mot~~"])
def test_a_pattern_of_somebody_else_is_always_asked(text):
    """Nobody knows without which sign it finds nothing."""
    converter = Markdown()
    converter.inlinePatterns.register(SimpleTagInlineProcessor(r"()~~(.*?)~~", "del"), "del", 55)
    converter.treeprocessors.register(SignedInlineProcessor(converter), "inline", INLINE_PRIORITY)

    assert "<del>mot</del>" in converter.convert(text)


def test_it_takes_the_place_of_markdowns_own(monkeypatch):
    """Where Python-Markdown calls its loop as it did; else this one would be of no use."""
    asked = []
    find = InlineProcessor.getCompiledRegExp
    monkeypatch.setattr(InlineProcessor, "getCompiledRegExp", lambda self: asked.append(self) or find(self))

    convert("Un texte sans rien.", is_signed=True)

    assert {type(one).__module__ for one in asked} <= {"markdown.extensions.smarty"}
