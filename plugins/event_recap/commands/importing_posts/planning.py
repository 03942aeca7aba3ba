"""Which texts are brought in, under which names, and what is told of each; nothing is written here."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from ...errors import EventRecapError, Place, Problem
from ...loading.metadata import LONGEST_SLUG
from ...loading.report import UnreadableError, quote
from ...loading.returned import build_finder, find_names
from ...loading.uris import parse_uri
from ...model.identity import build_id
from ..changes import FileChange
from ..published import build_slug
from .addresses import Addresses, find_lang
from .found import DRAFT, PUBLISHED, FoundPost
from .html_body import convert_html
from .pictures import PictureFolder
from .present import Present, find_present
from .prose import propose_title
from .tree import NOWHERE, Setting
from .writing import Chosen, write_post

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ..opening import OpenSite
    from .found import FoundBlog, TakenOff


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What the author asks for."""

    folder: str = ""
    """Folder of the posts below the content folder; empty for the first of the settings."""
    lang: str = ""
    """Language of all texts; empty for what the source says."""
    drafts: bool = False
    """Whether everything is to be a draft."""
    pictures: Path | None = None


@dataclass(frozen=True, slots=True)
class PlannedFile:
    """A text that is brought in."""

    change: FileChange
    post: FoundPost
    taken: tuple[TakenOff, ...]


@dataclass(slots=True)
class Plan:
    """Everything that is to be written, and what is not."""

    files: list[PlannedFile] = field(default_factory=list)
    copies: dict[Path, Path] = field(default_factory=dict)
    """Where each picture is to be, and where it is."""
    problems: list[Problem] = field(default_factory=list)
    here: int = 0
    """Texts that are on this site already."""
    withheld: int = 0
    """Texts that name somebody who asked to be forgotten."""


@dataclass(frozen=True, slots=True)
class Landing:
    """A text, and where it is to be."""

    post: FoundPost
    path: Path
    title: str
    slug: str
    is_renamed: bool


def plan_posts(
    site: OpenSite,
    blogs: Iterable[FoundBlog],
    wish: Wish,
    track: Callable[[list[Landing]], Iterable[Landing]] = iter,
) -> Plan:
    """Return what becomes of the texts of a source.

    Args:
        site: Where they are brought to.
        blogs: What the source holds.
        wish: What the author asks for.
        track: Yields the texts as they are given, and shows how far it is.

    Raises:
        EventRecapError: It cannot be told who was forgotten on this site, or the folder is none of it.
    """
    _check_folder(site, wish.folder)
    plan = Plan()
    blogs = tuple(blogs)
    present = find_present(site)
    guard = _Guard(site)
    places: list[Landing] = []
    for post in (post for blog in blogs for post in blog.posts):
        if guard.names_forgotten(post):
            plan.withheld += 1
            continue
        place = _choose_place(site, _apply(post, wish), present, wish)
        if place is None:
            plan.here += 1
        else:
            places.append(place)
    pictures = PictureFolder(site.content, wish.pictures)
    addresses = Addresses(site, present.names, {place.path: (place.post, place.slug) for place in places})
    for place in track(places):
        plan.files.append(_write(site, place, addresses, pictures, present))
    plan.copies = pictures.copies
    remarks = [*(blog.remarks for blog in blogs), *(file.post.remarks for file in plan.files)]
    plan.problems = [
        problem for one in remarks for problem in one.problems if not guard.is_forgotten(problem.what)
    ]
    for number, file in enumerate(plan.files):
        shown = tuple(guard.mask(one) for one in file.taken)
        plan.files[number] = replace(file, taken=shown)
    return plan


def _check_folder(site: OpenSite, folder: str) -> None:
    """Stop where texts would be written outside the content folder.

    Raises:
        EventRecapError: They would.
    """
    if not (site.content / folder).resolve().is_relative_to(site.content.resolve()):
        what = f"{quote(folder)} leaves the content folder; expected a folder in it, such as recaps"
        raise EventRecapError([Problem(Place("--folder"), "", what)])


class _Guard:
    """Knows who was forgotten, and tells nobody."""

    def __init__(self, site: OpenSite) -> None:
        """Read who was forgotten.

        Raises:
            EventRecapError: It cannot be read.
        """
        self._removed = site.read_removed()
        self._find = build_finder(self._removed, find_names(site.registry))

    def is_forgotten(self, words: str) -> bool:
        """Tell whether words name somebody who was forgotten."""
        return bool(self._removed) and any(not trace.is_doubtful for trace in self._find(words))

    def names_forgotten(self, post: FoundPost) -> bool:
        """Tell whether anything of a text that would be written names such a person."""
        people = [name for guest in post.guests for name in (guest.name, guest.role, guest.org, guest.url)]
        words = [post.title, post.slug, post.summary, post.category, *post.authors, *people, *post.tags]
        words += [
            unquote(post.address),
            post.entry_id,
            unquote(post.cover),
            post.text,
            post.html,
            *post.hints,
        ]
        return any(map(self.is_forgotten, filter(None, words)))

    def mask(self, taken: TakenOff) -> TakenOff:
        """Return words that were taken off, or nothing of them where they name such a person."""
        return replace(taken, words="…") if self.is_forgotten(taken.words) else taken


def _apply(post: FoundPost, wish: Wish) -> FoundPost:
    """Return a text as the author asked for it; what has no day can be a draft only."""
    is_published = post.status == PUBLISHED
    is_draft = is_published and (wish.drafts or (post.moment is None and not post.is_page))
    hints = post.hints
    if post.moment is None and is_published and not post.is_page:
        hints = (*hints, "the source tells no day; write it as 'date: 2010-02-03', and take out 'status'")
    tags = tuple({build_id(tag): tag for tag in reversed(post.tags) if build_id(tag)}.values())[::-1]
    return replace(
        post, status=DRAFT if is_draft else post.status, lang=wish.lang or post.lang, hints=hints, tags=tags
    )


def _choose_place(site: OpenSite, post: FoundPost, present: Present, wish: Wish) -> Landing | None:
    """Return where a text is to be; None where it is on this site already."""
    title = " ".join(post.title.split()) or propose_title(post.text or re.sub("<[^<>]*>", " ", post.html))
    wanted = _clean_slug(post.slug) or build_slug(site, title) or "post"
    lang = find_lang(site, post)
    if present.has(post.entry_id, wanted, lang, is_page=post.is_page):
        return None
    slug = present.take(wanted, lang, is_page=post.is_page)
    if not slug:
        return None
    folder = (
        site.urls["PAGE_PATHS"]
        if post.is_page
        else [wish.folder]
        if wish.folder
        else site.urls["ARTICLE_PATHS"]
    )
    day = f"{post.moment.strftime('%Y-%m-%d').rjust(10, '0')}-" if post.moment and not post.is_page else ""
    ending = f".{lang}.md" if lang else ".md"
    stem = f"{day}{build_id(slug) or 'post'}"
    path = present.take_path(site.content / str(folder[0]), stem, ending)
    return Landing(post, path, title, slug, slug != wanted)


def _clean_slug(slug: str) -> str:
    """Return a slug that an address can have; empty where it is none."""
    is_fit = re.fullmatch(r"[\w-]+", slug) and len(slug.encode()) <= LONGEST_SLUG
    return slug if is_fit else build_id(slug)


def _write(
    site: OpenSite, place: Landing, addresses: Addresses, pictures: PictureFolder, present: Present
) -> PlannedFile:
    """Return the file of a text."""
    post, remarks = place.post, place.post.remarks
    body = post.text
    if post.html:
        setting = Setting(
            remarks=remarks,
            base=post.address,
            first_line=post.html_line,
            has_blank_lines=post.has_blank_lines,
            is_page=post.has_page_words,
            find_link=lambda url: addresses.find_link(url) or pictures.find_link(url),
        )
        body = convert_html(post.html, setting)
    if not body.strip():
        remarks.warn(post.line, "the source has no text for it")
    cover = pictures.find(post.cover) if post.cover else ""
    hints = (
        ()
        if cover or not post.cover or urlsplit(post.cover).hostname == NOWHERE
        else (f"cover: {post.cover}",)
    )
    if hints:
        remarks.note(post.line, "its picture is not copied; name the folder of pictures with --pictures")
    chosen = Chosen(
        title=place.title,
        slug=place.slug if post.slug or place.is_renamed else "",
        lang=find_lang(site, post),
        cover=cover,
        entry_id=_choose_id(post, present),
        former=addresses.find_former(post, place.slug),
        hints=hints,
    )
    change = FileChange(place.path, "", write_post(post, chosen, body))
    return PlannedFile(change, post, tuple(remarks.taken))


def _choose_id(post: FoundPost, present: Present) -> str:
    """Return the id by which feed readers know a text; empty where it has none that can be kept."""
    if not post.entry_id or post.is_page or post.status != PUBLISHED:
        return ""
    try:
        identifier = parse_uri(post.entry_id)
    except UnreadableError:
        what = "its id in feeds is no URI and cannot be kept; subscribers may see it as new"
        post.remarks.warn(post.line, what)
        return ""
    if not present.take_id(identifier):
        what = "its id in feeds is that of another text, or was withdrawn; subscribers may see it as new"
        post.remarks.warn(post.line, what)
        return ""
    return identifier
