"""The state of one build, in Pelican's shared context and nowhere else."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

from .errors import Severity
from .loading.comment_files import LoadedComments
from .loading.files import YAML_SUFFIXES
from .loading.quoted_post_file import LoadedPosts
from .model.ids import Ids
from .model.removal import Removed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from .errors import Place, Problem
    from .model.registry import Registry
    from .pictures.gallery import Gallery
    from .settings import Settings
    from .views.address import Addresses
    from .views.values import AttendeesView, EventView

AnyArticle: TypeAlias = Any
"""A Pelican article: what front matter says is an attribute, which no type can tell."""

KEY = "event_recap"
"""Our key in the context of templates and generators."""

SOURCE_KEY = f"{KEY}_source"
"""Metadata key and attribute under which a text carries what its file says, a ``ParsedRecap``."""

LENGTH_KEY = f"{KEY}_length"
"""Attribute of Pelican's static file that is a picture: its bytes as it is published."""

PATCHES_KEY = f"{KEY}_patches"
"""Attribute of Pelican's static file that is a film, a sound or a PDF: what of it is replaced."""

LATE_KEY = "EVENT_RECAP_LATE"
"""Key of Pelican's settings: problems that are found once everything is written."""

BODY_KEY = f"{KEY}_body"
"""Attribute of an article: its text without anybody who was there."""

FEED_KEY = f"{KEY}_write_for_feeds"
"""Attribute of an article: returns its text with a list of names in the place of the cards."""

TEXT_KEY = f"{KEY}_text"
"""Attribute of an article or a page: its text as plain words, without the cards."""

QUOTED_POSTS_KEY = f"{KEY}_quoted_posts"
"""Attribute of an article or a page: the posts that it quotes, as it shows them."""

APART_KEY = f"{KEY}_apart"
"""Attribute of an article or a page: its text as HTML that may be read far from it, as addresses are."""

MENTIONS_KEY = f"{KEY}_mentions"
"""Attribute of an article or a page: the first sentence that mentions each person, by id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Redirect:
    """A former address, and the page of today to which it leads."""

    save_as: str
    """File at the former address, below the output folder."""
    url: str
    """The former address below ``SITEURL``, as a reader types it."""
    target: str
    """Address of the page of today below ``SITEURL``."""
    title: str
    """Of that page, plain text."""
    place: Place
    """Where an author finds why it is there."""


@dataclass(slots=True)
class Run:
    """What the features of one build share."""

    settings: Settings
    registry: Registry
    lang: str
    """BCP 47 tag of the site."""
    addresses: Addresses
    """Where the site's pages are."""
    gallery: Gallery
    """The pictures, and what of them may be published."""
    problems: list[Problem] = field(default_factory=list)
    """Everything found so far, errors and warnings, in no order."""
    ids: Ids = field(default_factory=Ids)
    """What the site remembers of the ids that it gave."""
    ids_on_file: Ids = field(default_factory=Ids)
    """What its file of ids says."""
    removed: Removed = field(default_factory=Removed)
    """People who asked to be forgotten."""
    comments: LoadedComments = field(default_factory=LoadedComments)
    """Every comment that is in a file, whether it may be published or not."""
    quoted_posts: LoadedPosts = field(default_factory=LoadedPosts)
    """Every quoted post that is in a file, whether it may be shown or not."""
    quoted_ids: set[str] = field(default_factory=set)
    """Ids of those that a text has named so far."""
    entry_ids: dict[str, str] = field(default_factory=dict)
    """Ids of the published posts, by the path of each file below the content folder."""
    planned: list[tuple[str, Place]] = field(default_factory=list)
    """Files that features will write beside the pages: path below the output, and where each comes from."""
    listed: list[str] = field(default_factory=list)
    """Addresses below ``SITEURL`` of pages for search engines that no content of Pelican's stands for."""
    unlisted: list[str] = field(default_factory=list)
    """Files below the output folder of such pages that search engines are asked not to list."""
    redirects: list[Redirect] = field(default_factory=list)
    """Former addresses, and where they lead."""
    events: dict[tuple[str, str], EventView] = field(default_factory=dict)
    """What is shown of events, as far as it was asked for, by id and language."""
    attendees: dict[tuple[str, str], AttendeesView] = field(default_factory=dict)
    """Who was there, as far as it may be said, by id of the event and language."""
    cards: dict[tuple[AttendeesView, str], str] = field(default_factory=dict)
    """Cards as HTML that were made so far, by whom they show and the language."""
    links: dict[tuple[str, str], str] = field(default_factory=dict)
    """Where links lead that mean the same in every text, by the beginning of addresses and as typed."""
    is_registry_whole: bool = field(init=False)
    """Whether every list and person's file could be read, so that who is missing is missing."""

    def __post_init__(self) -> None:
        """Judge the lists by the problems with which the build begins: those of their reading."""
        self.is_registry_whole = not any(
            problem.severity is Severity.ERROR and problem.place.source.endswith(YAML_SUFFIXES)
            for problem in self.problems
        )

    def report(self, problems: Iterable[Problem]) -> None:
        """Keep problems for the end of the reading, where all are told at once."""
        self.problems.extend(problems)

    def plan(self, save_as: str, place: Place) -> None:
        """Claim a file of the output, so that two that want the same are told before either is written."""
        self.planned.append((save_as, place))

    def redirect(self, redirect: Redirect) -> None:
        """Let a former address lead to a page of today; its file is claimed as any other."""
        self.plan(redirect.save_as, redirect.place)
        self.redirects.append(redirect)


def find_run(context: Mapping[str, Any]) -> Run | None:
    """Return the state of this build, or None where the plugin sleeps."""
    run = context.get(KEY)
    return run if isinstance(run, Run) else None
