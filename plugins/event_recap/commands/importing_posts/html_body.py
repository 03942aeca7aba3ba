"""The HTML of a text as Markdown, without what runs, follows readers or belongs to the page around."""

from __future__ import annotations

import re
from html import unescape

from bs4 import BeautifulSoup

from ...recaps.deadline import OutOfTimeError, limit_time
from .cleaning import drop_around, drop_comments, drop_unseen
from .linking import settle_links
from .markdown import escape_words, write_markdown
from .paragraphs import part_paragraphs
from .shaping import replace_frames, unwrap_blocks, write_captions
from .tree import Setting

SECONDS = 60
"""A text that takes longer is none."""


def convert_html(html: str, setting: Setting) -> str:
    """Return the Markdown of a text; what is left out, or has to be looked at, is in the remarks.

    A text that is nested too deep, or takes too long, comes as its words alone, which is told.
    """
    try:
        with limit_time(SECONDS):
            return _convert_tree(BeautifulSoup(html, "html5lib"), setting)
    except (OutOfTimeError, RecursionError):
        what = "the HTML is nested too deep; only its words are there, without headings, links and pictures"
        setting.remarks.warn(setting.first_line, what)
        lines = unescape(re.sub(r"<[^<>]*>", "\n", html)).split("\n")
        return "\n\n".join(escape_words(" ".join(line.split())) for line in lines if line.strip())


def _convert_tree(soup: BeautifulSoup, setting: Setting) -> str:
    """Return the Markdown of a tree, which is changed."""
    drop_comments(soup, setting)
    drop_unseen(soup, setting)
    replace_frames(soup, setting)
    if setting.is_page:
        drop_around(soup, setting)
    unwrap_blocks(soup)
    part_paragraphs(soup, has_blank_lines=setting.has_blank_lines)
    write_captions(soup)
    settle_links(soup, setting)
    return write_markdown(soup.body or soup)
