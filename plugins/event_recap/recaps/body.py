"""The text of a recap as HTML: what Markdown does not do by itself."""

from __future__ import annotations

import re
from html import escape, unescape
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from markdown.extensions import Extension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.treeprocessors import Treeprocessor

from ..mention_syntax import PLACEHOLDER, MentionExtension
from ..model.identity import build_id
from ..views.anchors import choose_id

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from xml.etree.ElementTree import Element

    from markdown import Markdown

MARKER = re.compile(r"<p>\s*\[attendees\]\s*</p>", re.IGNORECASE)
"""The author's line ``[attendees]``, as Markdown writes it."""

ATTRIBUTES = r"""(?P<attributes>(?:[^>"']|"[^"]*"|'[^']*')*)"""
"""The inside of a tag; ``>`` may stand in a value."""

ATTRIBUTE = re.compile(
    r"""(?P<name>[^\s"'=/]+)\s*=\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s"']+))"""
)

FRAME = re.compile(
    rf"<iframe\b{ATTRIBUTES}>(?:(?!<iframe\b).)*?(?:</iframe\s*>|$)", re.IGNORECASE | re.DOTALL
)

WIDGET = re.compile(
    r"<script\b[^>]*\bsrc\s*=\s*[\"'](?:https?:)?//(?:platform\.(?:twitter|x)\.com/widgets|embed\.bsky\.app/static/embed)"
    r"\.js[^>]*>\s*</script\s*>",
    re.IGNORECASE,
)
"""What turns a pasted post into a frame of its network."""

IMAGE = re.compile(rf"<img\b{ATTRIBUTES}>", re.IGNORECASE)

UNSAFE_IN_ID = re.compile(r"[^\w.-]+", re.ASCII)
"""What an id may hold, but an address only when quoted, or a reader takes for something else."""

STASHED = re.compile("\x02[^\x03]*\x03")
"""What Markdown keeps elsewhere until a text is whole."""

BEFORE_CONTENTS = 6
"""Before Markdown's table of contents, which takes an id that is there; after attributes that were typed."""

WIDE = re.compile(r"<(table|pre)\b(?![^>]*\btabindex)", re.IGNORECASE)
"""Start of what may be wider than a phone."""


class BodyProcessor(Treeprocessor):
    """Leaves the first heading level to the page's title, and writes alignment as a class."""

    def run(self, root: Element) -> None:
        """Change the tree in place."""
        if root.find(".//h1") is not None:
            for element in root.iter():
                if re.fullmatch(r"h[1-5]", element.tag):
                    element.tag = f"h{int(element.tag[1]) + 1}"
        for image in root.iter("img"):
            # Nothing between the brackets was forgotten; an empty text is typed in HTML, for an ornament.
            if not image.get("alt"):
                image.attrib.pop("alt", None)
        for cell in root.iter():
            # A strict Content-Security-Policy ignores style attributes: columns would lose their sides.
            if alignment := re.fullmatch(r"text-align: (\w+);", cell.get("style", "")):
                cell.attrib.pop("style")
                cell.set("class", f"{cell.get('class', '')} align-{alignment[1]}".strip())


class HeadingProcessor(Treeprocessor):
    """Makes the ids of headings without the mentions in them, where Markdown's table of contents makes ids.

    That one would make them of all words as typed, and nobody knows as yet who may be named.
    """

    def run(self, root: Element) -> None:
        """Change the tree in place."""
        if "toc" not in self.md.treeprocessors:
            return
        taken = {found for element in root.iter() if (found := element.get("id"))}
        for element in root.iter():
            is_heading = re.fullmatch(r"h[1-6]", str(element.tag)) and "id" not in element.attrib
            if is_heading and element.find(f".//{PLACEHOLDER}") is not None:
                words = STASHED.sub(" ", " ".join(_list_words(element)))
                element.set("id", choose_id(build_id(words) or "section", taken))


class BodyExtension(Extension):
    """Python-Markdown extension for the texts of a site."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 -- the name is Python-Markdown's
        """Register the processors: one after all others, and those that deal with mentions."""
        MentionExtension().extendMarkdown(md)
        md.treeprocessors.register(BodyProcessor(md), "event_recap_body", -10)
        md.treeprocessors.register(HeadingProcessor(md), "event_recap_headings", BEFORE_CONTENTS)


def name_footnotes(converter: Markdown, source: Path) -> None:
    """Give the footnotes of the next text ids of its own: several texts may stand on one page or in one feed.

    Args:
        converter: Does nothing where it has no footnotes.
        source: Path of the text below the content folder.
    """
    name = UNSAFE_IN_ID.sub("-", source.with_suffix("").as_posix())
    for extension in converter.registeredExtensions:
        if isinstance(extension, FootnoteExtension):
            extension.setConfig("SEPARATOR", f":{name}:")


def link_frames(html: str) -> str:
    """Return HTML in which each frame is a link to what it shows.

    >>> link_frames('<iframe src="https://video.example/1" title="The talk"></iframe>')
    '<a href="https://video.example/1">The talk</a>'
    """
    return FRAME.sub(_link_frame, html)


def drop_widgets(html: str) -> str:
    """Return HTML without the scripts that networks hand out with a post: the post reads without them.

    >>> drop_widgets('<p>Hi</p><script async src="https://platform.twitter.com/widgets.js"></script>')
    '<p>Hi</p>'
    """
    return WIDGET.sub("", html)


def open_to_keyboard(html: str) -> str:
    """Return HTML in which the arrow keys can scroll a wide table or a long line of code (WCAG 2.1.1).

    >>> open_to_keyboard("<pre><code>x</code></pre>")
    '<pre tabindex="0"><code>x</code></pre>'
    """
    return WIDE.sub(r'<\1 tabindex="0"', html)


def place_attendees(html: str, attendees: str) -> str:
    r"""Return a text with the attendees at the author's line, or after the text where there is none.

    >>> place_attendees("<p>Before</p>\n<p>[attendees]</p>", "<ul></ul>")
    '<p>Before</p>\n<ul></ul>'
    """
    placed, count = MARKER.subn(lambda _: attendees, html, count=1)
    return MARKER.sub("", placed) if count or not attendees else f"{html}\n{attendees}"


def withhold_pictures(html: str) -> str:
    """Return a draft's text with words in the place of its pictures: what is not published is not copied.

    >>> withhold_pictures('<p><img alt="A lantern" src="{static}/images/lantern.jpg"></p>')
    '<p><em>[A lantern]</em></p>'
    >>> withhold_pictures('<img class="face" alt="Portrait of Anne" src="{static}/anne.jpg"><p>Anne</p>')
    '<p>Anne</p>'
    """
    return IMAGE.sub(_withhold, html)


def _list_words(element: Element) -> Iterator[str]:
    """Yield the text of an element without mentions."""
    if element.tag != PLACEHOLDER:
        yield element.text or ""
        for inner in element:
            yield from _list_words(inner)
            yield inner.tail or ""


def _withhold(image: re.Match[str]) -> str:
    values = read_attributes(image["attributes"])
    if not values.get("src", "").startswith(("{", "|")):
        return image[0]
    if "face" in values.get("class", "").split():
        return ""  # of a card, which has the name in words and no room for more
    return f"<em>[{escape(values.get('alt', '')) or '…'}]</em>"


def _link_frame(frame: re.Match[str]) -> str:
    values = read_attributes(frame["attributes"])
    source = values.get("src", "")
    if not source:
        return ""
    return f'<a href="{escape(source)}">{escape(values.get("title") or find_host(source))}</a>'


def find_host(url: str) -> str:
    """Return the host of a URL, or the URL itself where it has none or is broken."""
    try:
        return urlsplit(url).hostname or url
    except ValueError:
        return url


def read_attributes(attributes: str) -> dict[str, str]:
    """Return the attributes of a tag by name in lower case, entities decoded."""
    return {
        found["name"].lower(): unescape(found["double"] or found["single"] or found["bare"] or "")
        for found in ATTRIBUTE.finditer(attributes)
    }
