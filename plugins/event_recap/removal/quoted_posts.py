"""Takes the posts of somebody out of what a site quotes: files, lines that place them, pasted ones."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from ..loading.files import YAML_SUFFIXES
from ..loading.report import UnreadableError
from ..loading.spellings import QUOTED_POST
from ..loading.yaml_edit import read_yaml_text
from .comments import find_value, is_author
from .texts import find_places

if TYPE_CHECKING:
    from collections.abc import Container, Mapping

    from .subject import Subject
    from .texts import Setting

_PLACED = re.compile(
    r"^[ ]{0,3}\[post[ \t]+(?P<id>[^\[\]\s]+)[ \t]*\][ \t]*\r?\n?", re.IGNORECASE | re.MULTILINE
)
_PASTED = re.compile(
    r'<blockquote\b[^>]*\bclass="[^"]*\b(?:twitter-tweet|twitter-video|bluesky-embed)\b[^"]*"[^>]*>'
    r".*?</p>(?P<signed>.*?)</blockquote>(?:\s*<script\b[^>]*>\s*</script>)?[ \t]*(?:\r?\n)?",
    re.IGNORECASE | re.DOTALL,
)


def find_own_posts(texts: Mapping[str, str], folder: str, subject: Subject) -> frozenset[str]:
    """Return the ids of the quoted posts that somebody wrote.

    Args:
        texts: Every text of the content folder, by its path there.
        folder: That of the quoted posts.
        subject: Who is to be forgotten.
    """
    files = {PurePosixPath(path): text for path, text in texts.items() if path.endswith(YAML_SUFFIXES)}
    return frozenset(
        path.stem
        for path, text in files.items()
        if path.parent == PurePosixPath(folder) and is_own_post(text, subject)
    )


def is_own_post(text: str, subject: Subject) -> bool:
    """Tell whether somebody wrote the post of a file: by its author, or by its address."""
    try:
        edit = read_yaml_text(text)
    except UnreadableError:
        return False
    author = find_value(edit.root, "author", QUOTED_POST.find)
    url = find_value(edit.root, "url", QUOTED_POST.find)
    is_signed = author is not None and is_author(author, edit, subject)
    return is_signed or (url is not None and bool(find_places(edit.plain(url), subject)))


def drop_own_posts(text: str, setting: Setting) -> str:
    """Return a text without the lines that place their posts, and without those that were pasted."""
    text = _PLACED.sub(lambda found: _drop_placed(found, setting.posts), text)
    return _PASTED.sub(lambda found: "" if find_places(found["signed"], setting.subject) else found[0], text)


def _drop_placed(found: re.Match[str], posts: Container[str]) -> str:
    return "" if found["id"] in posts else found[0]
