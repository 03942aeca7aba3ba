"""The words below a picture: a caption that was typed as its title, who made it, and its licence."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from ..pictures.finding import ATTRIBUTE, CAPTION, FIGURE, IMAGE, INSIDE, read_attributes

if TYPE_CHECKING:
    from ..loading.sitters import PictureFacts
    from ..pictures.finding import PictureFinder

_ALONE = re.compile(
    rf"<p>\s*(?P<shown>(?:<a\b{INSIDE}>\s*)?<img\b(?P<attributes>{INSIDE})>(?:\s*</a\s*>)?)\s*</p>",
    re.IGNORECASE,
)
"""A paragraph that is a picture and nothing else, perhaps with a link."""

CREDITED = 'class="credit"'
"""What a figure holds in which somebody is named as the one who made it."""

_END = re.compile(r"</(?:figcaption|figure)\s*>", re.IGNORECASE)


def write_captions(html: str, finder: PictureFinder) -> str:
    """Return a text in which a picture that stands alone is a figure, where there are words for below it.

    The words are the title that Markdown knows, ``![…](hall.jpg "The hall")``, and what the file beside the
    picture says of who made it and of its licence.
    """

    def write_alone(found: re.Match[str]) -> str:
        values = read_attributes(found["attributes"])
        facts = finder.gallery.find_facts(finder.find(values.get("src", "")))
        caption = write_caption(escape(values.get("title") or facts.caption, quote=False), facts)
        return f"<figure>{IMAGE.sub(_drop_title, found['shown'])}{caption}</figure>" if caption else found[0]

    def write_figure(found: re.Match[str]) -> str:
        images = [read_attributes(image["attributes"]).get("src", "") for image in IMAGE.finditer(found[0])]
        facts = finder.gallery.find_facts(finder.find(images[0])) if len(images) == 1 else None
        if facts is None or CREDITED in found[0] or not (credit := write_credit(facts)):
            return found[0]
        if CAPTION.search(found[0]):
            return _END.sub(lambda end: f" {credit}{end[0]}", found[0], count=1)
        return _END.sub(lambda end: f"<figcaption>{credit}</figcaption>{end[0]}", found[0], count=1)

    if "<img" not in html.lower():
        return html
    return _ALONE.sub(write_alone, FIGURE.sub(write_figure, html))


def write_caption(words: str, facts: PictureFacts) -> str:
    """Return the caption of a figure; empty where there is nothing to say.

    Args:
        words: HTML.
        facts: What the file beside the picture says.
    """
    parts = " ".join(filter(None, (words, write_credit(facts))))
    return f"<figcaption>{parts}</figcaption>" if parts else ""


def write_credit(facts: PictureFacts) -> str:
    """Return who made a picture, and its licence; empty where nobody said."""
    parts = [escape(facts.credit, quote=False)] if facts.credit else []
    if facts.license:
        name = escape(facts.license.name, quote=False)
        url = escape(facts.license.url)
        parts.append(f'<a href="{url}" rel="license">{name}</a>' if url else name)
    return f"<small {CREDITED}>{' · '.join(parts)}</small>" if parts else ""


def _drop_title(image: re.Match[str]) -> str:
    return ATTRIBUTE.sub(lambda found: "" if found["name"].lower() == "title" else found[0], image[0])
