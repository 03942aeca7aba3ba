"""A post of another blog, as far as its source tells, before anything is written."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ...errors import Place, Problem, Severity

if TYPE_CHECKING:
    from datetime import date, datetime

    from ...model.recap import Guest

PUBLISHED, DRAFT, HELD = "published", "draft", "skip"
"""Status of a text: a draft has a page that nothing links to, one that is held has none."""


@dataclass(frozen=True, slots=True)
class TakenOff:
    """Words of a source that are not in what becomes of it."""

    line: int
    """Of the source, from 1; 0 where none can be told."""
    words: str
    """As they stand in the source, on one line."""
    why: str
    """What they were taken for, such as ``a link to share the page``."""


@dataclass(slots=True)
class Remarks:
    """What whoever brings a post in should know of it."""

    source: str
    """Path as the author would type it, or address."""
    taken: list[TakenOff] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def take_off(self, line: int, words: str, why: str) -> None:
        """Remember words that are left out; nothing where there are none."""
        words = " ".join(words.split())
        if words:
            self.taken.append(TakenOff(line, words, why))

    def warn(self, line: int, what: str) -> None:
        """Tell what the author has to look at."""
        self.problems.append(Problem(Place(self.source, line), "", what, Severity.WARNING))

    def note(self, line: int, what: str) -> None:
        """Tell what was decided, and is worth knowing."""
        self.problems.append(Problem(Place(self.source, line), "", what, Severity.NOTE))


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundPost:
    """One text of a source, and what the source says of it."""

    remarks: Remarks
    line: int = 0
    """Of the source, on which it begins, from 1; 0 where none can be told."""
    title: str = ""
    """Plain text; empty where the source has none."""
    is_page: bool = False
    """Whether it is a page that stands by itself, and no post."""
    status: str = PUBLISHED
    moment: datetime | date | None = None
    """When it was published: aware, or as on a clock of the site, or a day; None where nothing tells."""
    slug: str = ""
    lang: str = ""
    """BCP 47 tag; empty where nothing tells."""
    authors: tuple[str, ...] = ()
    guests: tuple[Guest, ...] = ()
    category: str = ""
    tags: tuple[str, ...] = ()
    summary: str = ""
    """Plain text."""
    entry_id: str = ""
    """By which feed readers know it, letter by letter."""
    address: str = ""
    """Absolute URL that it had; empty where nothing tells."""
    cover: str = ""
    """Absolute URL or path of the picture at its top."""
    text: str = ""
    """Markdown; empty where ``html`` holds the text."""
    html: str = ""
    html_line: int = 1
    """Line of the source on which the HTML begins, from 1."""
    has_blank_lines: bool = False
    """Whether a blank line of the HTML parts two paragraphs, as in the editor of WordPress."""
    has_page_words: bool = False
    """Whether it was taken from a page or a feed, which add words of their own."""
    hints: tuple[str, ...] = ()
    """What whoever goes on with the file should know; each is a comment in its front matter."""


@dataclass(frozen=True, slots=True)
class FoundBlog:
    """Everything that a source holds."""

    posts: tuple[FoundPost, ...]
    """In the order of the source."""
    remarks: Remarks
    """About the source as a whole."""
