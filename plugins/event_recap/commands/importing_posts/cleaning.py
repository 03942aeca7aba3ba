"""Takes out of HTML what no reader saw, what asks or follows readers, and what belongs to the page around."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bs4.element import Comment, PreformattedString

from .leftovers import find_leftover
from .tree import read

if TYPE_CHECKING:
    from bs4 import BeautifulSoup

    from .tree import Setting

_NEVER = ("script", "style", "link", "meta", "base", "template", "head", "title")
"""What a reader never sees."""
_ASKING = ("form", "button", "input", "select", "textarea", "dialog", "nav")
_AROUND = re.compile(
    r"(?:^|[\s_-])(?:sharedaddy|sharing|share-(?:buttons?|links?|row)|social-(?:links?|share|icons?)|addtoany|addthis"
    r"|jp-relatedposts|related-?posts?|yarpp|post-?navigation|nav-?links|breadcrumbs?|comments?-?(?:area|list|form"
    r"|respond|reply)?|respond|skip-?link|screen-reader-text|wp-block-post-navigation|newsletter|cookie-notice"
    r"|back-to-top|feedflare|mw-editsection)(?:$|\s)",
    re.IGNORECASE,
)
"""Classes and ids of what belongs to a page and not to its text."""
_KEPT = {"html", "body", "article", "main"}
_BLOCKS = ("p", "div", "li", "span", "h2", "h3", "h4", "h5", "h6", "footer", "a", "section")
_NOTES_OF_EDITORS = re.compile(r"/?wp:|more\b|nextpage|\[if |<!\[")


def drop_comments(soup: BeautifulSoup, setting: Setting) -> None:
    """Take comments out; those that an editor writes for itself are not told."""
    for comment in [*soup.find_all(string=lambda one: isinstance(one, PreformattedString))]:
        words = comment.strip()
        if isinstance(comment, Comment) and not _NOTES_OF_EDITORS.match(words):
            why = "a comment in the source, which no reader saw"
            setting.remarks.take_off(setting.first_line, words, why)
        comment.extract()


def drop_unseen(soup: BeautifulSoup, setting: Setting) -> None:
    """Take out what no reader saw, and what asks readers for something."""
    for tag in [*soup.find_all(_NEVER)]:
        if tag.name == "script":
            setting.take_off(tag, read(tag, "src") or str(tag.string or "script"), "a script")
        tag.decompose()
    for tag in [*soup.find_all(_ASKING)]:
        if not tag.decomposed:
            setting.take_off(tag, tag.get_text(" ") or tag.name, "a form or a menu")
            tag.decompose()


def drop_around(soup: BeautifulSoup, setting: Setting) -> None:
    """Take off what belongs to the page: links to share, related posts, places to comment."""
    for tag in [*soup.find_all(lambda one: bool(_AROUND.search(f"{read(one, 'class')} {read(one, 'id')}")))]:
        if not tag.decomposed and tag.name not in _KEPT:
            setting.take_off(tag, tag.get_text(" "), "belongs to the page around the text")
            tag.decompose()
    for tag in [*soup.find_all(_BLOCKS)]:
        if tag.decomposed or tag.find("img") or (tag.name in {"li", "span"} and not tag.find("a")):
            continue
        if why := find_leftover(tag.get_text(" ")):
            setting.take_off(tag, tag.get_text(" "), why)
            tag.decompose()
