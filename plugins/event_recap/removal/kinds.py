"""The kinds of files of a site, and what becomes of each when somebody is forgotten.

``KINDS`` is the one place where they are listed: a kind that needs more than the words of its texts
changed has an entry there, before the kinds that would take its files otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from ..loading.files import YAML_SUFFIXES
from ..loading.follow_up_edit import rewrite_notebook
from ..loading.follow_ups import NOTEBOOK_NAME
from ..loading.yaml_edit import read_yaml_text
from ..model.identity import build_id
from .comments import rewrite_comment
from .front_matter import rewrite_recap
from .lists import rewrite_list, rewrite_yaml
from .quoted_posts import drop_own_posts, is_own_post
from .texts import find_places, rewrite_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from .texts import Setting

_RULES = frozenset({"_redirects", "_headers", ".htaccess", "robots.txt"})
"""Files that a web server reads, line by line."""


@dataclass(frozen=True, slots=True)
class Site:
    """Where the parts of a site lie, and its language."""

    content: Path
    attendees: str
    """Folder of the lists, below the content folder."""
    lang: str
    today: date
    comments: str = "comments"
    """Folder of the comments, below the content folder."""
    posts: str = "quoted-posts"
    """Folder of the quoted posts, below it."""
    beside: tuple[str, ...] = ()
    """Files outside the content folder that are rewritten as well, by their paths from it: ``../a.yml``."""


@dataclass(frozen=True, slots=True)
class FileKind:
    """A kind of file, and how somebody is taken out of it."""

    name: str
    is_one: Callable[[PurePosixPath, Site], bool]
    """Whether a file is of this kind, by its path from the content folder."""
    rewrite: Callable[[str, Setting], str | None]
    """Return the text without the person; the same where they are not in it; None where the file goes.

    It raises ``UnreadableError`` where the file is to be mended by hand.
    """


def find_kind(path: str, site: Site) -> FileKind:
    """Return the kind of a file by its path from the content folder: the first in the list that it is of."""
    pure = PurePosixPath(path)
    return next(kind for kind in KINDS if kind.is_one(pure, site))


def is_below(path: PurePosixPath, folder: str) -> bool:
    """Tell whether a file lies in a folder of the content folder, or deeper."""
    return path.is_relative_to(PurePosixPath(folder))


def is_yaml(path: PurePosixPath) -> bool:
    """Tell whether a file is YAML, by its name."""
    return path.name.endswith(YAML_SUFFIXES)


def rewrite_words_of_yaml(text: str, setting: Setting) -> str:
    """Return YAML in whose values and comments nobody can read who was named.

    Raises:
        UnreadableError: It is no YAML, or would be none any more.
    """
    after = rewrite_text(text, setting)
    if after != text:
        read_yaml_text(after)
    return after


def _rewrite_rules(text: str, setting: Setting) -> str:
    """Return the rules of a server without those that say an address of theirs."""
    return "".join(line for line in text.splitlines(keepends=True) if not find_places(line, setting.subject))


def _rewrite_list(text: str, setting: Setting) -> str:
    return rewrite_words_of_yaml(rewrite_list(text, setting), setting)


def _rewrite_comment(text: str, setting: Setting) -> str | None:
    after = rewrite_comment(text, setting)
    return None if after is None else rewrite_words_of_yaml(after, setting)


def _rewrite_post(text: str, setting: Setting) -> str | None:
    return None if is_own_post(text, setting.subject) else _rewrite_yaml(text, setting)


def _rewrite_notebook(text: str, setting: Setting) -> str:
    """Return the private notes without those on the person; notes on others no longer name them."""

    def keep(typed: str) -> str | None:
        return None if build_id(typed) in setting.subject.ids or setting.subject.is_called(typed) else typed

    return rewrite_words_of_yaml(rewrite_notebook(text, keep), setting)


def _rewrite_yaml(text: str, setting: Setting) -> str:
    return rewrite_words_of_yaml(rewrite_yaml(text, setting), setting)


def _rewrite_recap(text: str, setting: Setting) -> str:
    return rewrite_text(rewrite_recap(drop_own_posts(text, setting), setting), setting)


KINDS = (
    FileKind("rules of a server", lambda path, _: path.name in _RULES, _rewrite_rules),
    FileKind("private notes", lambda path, _: path.name == NOTEBOOK_NAME, _rewrite_notebook),
    FileKind(
        "list",
        lambda path, site: is_yaml(path) and path.parent == PurePosixPath(site.attendees),
        _rewrite_list,
    ),
    FileKind("comment", lambda path, site: is_yaml(path) and is_below(path, site.comments), _rewrite_comment),
    FileKind("quoted post", lambda path, site: is_yaml(path) and is_below(path, site.posts), _rewrite_post),
    FileKind("YAML", lambda path, _: is_yaml(path), _rewrite_yaml),
    FileKind("text", lambda _path, _site: True, _rewrite_recap),
)
"""From the most special to the most general."""
