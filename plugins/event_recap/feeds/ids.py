"""Give each post of a build its id, and keep the ids in a file beside the texts."""

from __future__ import annotations

import os
import sys
import unicodedata
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from feedgenerator import get_tag_uri

from ..errors import Place, Problem, Severity
from ..loading.files import display_path
from ..loading.ids_file import IDS_NAME
from ..loading.ids_lines import render_ids
from ..model.event_ids import drop_former, follow_events
from ..model.ids import is_on_web
from ..model.post_ids import Post, assign_post_ids
from ..model.telling import Telling
from ..page_generator import find_path, find_recap
from ..run import AnyArticle
from ..views.address import join_url
from ..wording.speech import is_quiet, word

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, MutableMapping

    from ..model.post_ids import Clash
    from ..run import Run

AnyGenerator: TypeAlias = Any
"""A generator of articles: one of Pelican's, or of another plugin that adds lists to it."""

PENDING_KEY = "EVENT_RECAP_IDS"
"""Key of Pelican's settings under which the new text of the file waits for the end of the build."""

PUBLISHED = ("articles", "translations")
OTHERS = ("hidden_articles", "hidden_translations", "drafts", "drafts_translations")
"""Attributes of a generator that hold its articles."""


def assign_ids(generators: Iterable[AnyGenerator], run: Run) -> None:
    """Give every published article its id, for ``find_entry_id`` to find, and tell which are not free.

    Args:
        generators: Those of the build that make articles.
        run: The build; it gets ``ids`` and ``entry_ids``.
    """
    for generator in generators:
        articles = {find_path(one): one for one in _find_articles(generator, PUBLISHED) if one.source_path}
        posts = {path: _read_post(path, one, run, generator.settings) for path, one in articles.items()}
        posts |= {post.path: post for post in _find_unpublished(generator, run) if post.path not in posts}
        unread = set(_find_unread(generator, run, posts))
        assignment = assign_post_ids(run.ids, posts.values(), unread, run.registry.policy.today)
        run.report(_describe(clash, articles, Path(generator.path)) for clash in assignment.clashes)
        ids = follow_events(assignment.ids, run.registry.events.values())
        run.ids = drop_former(ids, Telling(run.registry, run.removed).is_in)
        run.entry_ids.update(assignment.by_path)
        _keep_text(generator.settings, run)


def find_entry_id(article: AnyArticle, run: Run) -> str:
    """Return the id by which feeds know an article; of one without a file, it comes from its address."""
    if not getattr(article, "source_path", None):
        return run.ids.find_uid("post", f"@{article.url}")
    path = find_path(article)
    return run.entry_ids.get(path) or run.ids.find_uid("post", path)


def write_ids(settings: MutableMapping[str, Any]) -> None:
    """Write the file of ids where something changed; whole or not at all.

    A build goes on where this fails, with a warning: the same ids are found again at the next.

    Args:
        settings: Pelican's.
    """
    text = settings.pop(PENDING_KEY, None)
    if text is None:
        return
    path = Path(settings["PATH"], IDS_NAME)
    unfinished = path.with_name(f".{path.name}.new")
    try:
        unfinished.write_text(text, encoding="utf-8", newline="\n")
        unfinished.replace(path)
    except OSError as error:
        what = f"cannot be written: {(error.strerror or 'unknown reason').lower()}; make it writable"
        problem = Problem(Place(display_path(path)), "", what, Severity.WARNING)
        # Not by the logger: with --fatal=warnings, Pelican would end here, and the site is whole.
        if not is_quiet():
            sys.stderr.write(word("warning: ") + problem.told + "\n")


def _keep_text(settings: MutableMapping[str, Any], run: Run) -> None:
    """Let the file be written at the end, if it would be another and the site is one that others read."""
    settings.pop(PENDING_KEY, None)
    if is_on_web(str(settings["SITEURL"])) and run.ids != run.ids_on_file:
        settings[PENDING_KEY] = render_ids(run.ids)


def _find_articles(generator: AnyGenerator, names: Iterable[str]) -> Iterator[AnyArticle]:
    return chain.from_iterable(getattr(generator, name, ()) for name in names)


def _read_post(path: str, article: AnyArticle, run: Run, settings: MutableMapping[str, Any]) -> Post:
    recap = find_recap(article)
    page_url = join_url(str(settings["SITEURL"]), article.url)
    is_migrated = run.settings.entry_ids == "tag" and hasattr(article, "date")
    return Post(
        path=path,
        slug=str(article.slug),
        lang=str(getattr(article, "lang", "")),
        typed_id=recap.entry_id if recap else "",
        former_id=str(get_tag_uri(page_url, article.date)) if is_migrated else "",
    )


def _find_unpublished(generator: AnyGenerator, run: Run) -> Iterator[Post]:
    """Yield drafts and hidden posts, and those of which Pelican keeps no more than that they are skipped."""
    for article in _find_articles(generator, OTHERS):
        # Other plugins hide what is published elsewhere: the text itself has to say that it is not.
        if article.source_path and article.metadata.get("status", "published") != "published":
            recap = find_recap(article)
            yield Post(
                path=find_path(article),
                slug=str(article.slug),
                lang=str(getattr(article, "lang", "")),
                typed_id=recap.entry_id if recap else "",
                is_published=False,
            )
    for path in _find_skipped(generator, run):
        record = run.ids.posts[path]
        yield Post(path=path, slug=record.slug, lang=record.lang, is_published=False)


def _find_skipped(generator: AnyGenerator, run: Run) -> set[str]:
    """Return the known posts that Pelican found, and that no list of contents has."""
    known = {unicodedata.normalize("NFC", path) for path in generator.context["generated_content"]}
    missing = set(run.ids.posts) - known
    if not missing:
        return set()
    settings = generator.settings
    found = generator.get_files(settings["ARTICLE_PATHS"], exclude=settings["ARTICLE_EXCLUDES"])
    return missing & {unicodedata.normalize("NFC", Path(os.path.normpath(name)).as_posix()) for name in found}


def _find_unread(generator: AnyGenerator, run: Run, posts: Iterable[str]) -> Iterator[str]:
    """Yield the paths of known posts whose files are there, although this build did not look at them."""
    for path in set(run.ids.posts) - set(posts):
        spellings = (unicodedata.normalize(form, path) for form in ("NFC", "NFD"))
        if any(os.path.isfile(os.path.join(generator.path, name)) for name in spellings):  # noqa: PTH113, PTH118 -- never raises
            yield path


def _describe(clash: Clash, articles: dict[str, AnyArticle], content: Path) -> Problem:
    """Tell the author that an id is not free, and who has it."""
    recap = find_recap(articles[clash.path])
    place = recap.entry_id_place if recap else None
    if clash.other:
        what = f"is also the id of {display_path(content / clash.other)}; one id names one post"
    else:
        what = "was the id of a post that is gone; an id is never used again, take another"
    return Problem(place or Place(display_path(content / clash.path)), "id", what)
