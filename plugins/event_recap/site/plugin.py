"""Wake up where a site has lists, check its settings, and read its events and people."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pelican.plugins import signals
from pelican.settings import DEFAULT_CONFIG

from ..engine.pages import PAGES_KEY
from ..engine.reusing import reuse_pages
from ..errors import EventRecapError, Severity
from ..loading.comment_files import load_comments
from ..loading.folder_links import find_folder_links
from ..loading.follow_ups import NOTEBOOK_NAME, find_notebook
from ..loading.git import check_private
from ..loading.ids_file import IDS_NAME, load_ids
from ..loading.quoted_post_file import load_quoted_posts
from ..loading.removed_file import KEY_NAME, REMOVED_NAME, load_removed
from ..loading.returned import find_returned
from ..loading.sitters import load_picture_files
from ..model.ids import begin_ids
from ..pictures.gallery import Gallery
from ..pictures.kept import Kept
from ..publication import read_publication
from ..rendering import offer_templates, set_typography
from ..run import KEY, Run, find_run
from ..settings import NAME, Settings, check_timezone, read_settings
from .addresses import build_addresses
from .defaults import build_defaults, build_feed_settings
from .endings import tell_endings
from .kept_texts import drop_stale_texts
from .lists import load_registry
from .templates import leave_templates, share_templates

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pelican import Pelican
    from pelican.generators import Generator


KEPT_NAME = "event-recap-pictures"
"""Folder, in Pelican's folder of caches, of what was made of pictures."""

FEED_ENTRIES = 50
"""Entries of a feed where the site leaves Pelican's own number, 100: older ones stand in archives."""

UNPUBLISHED = (IDS_NAME, REMOVED_NAME, KEY_NAME, NOTEBOOK_NAME)
"""Names of files that are never copied to the site."""


def wake_up(pelican: Pelican) -> None:
    """Set our defaults, where the site is one of ours, and stop at what no build could get past."""
    settings = pelican.settings
    if NAME not in settings:
        if not Path(settings["PATH"], Settings().attendees_path).is_dir():
            return
        settings[NAME] = {}
    settings.update(build_defaults(settings))
    # Posts as they are read may be kept; what was decided of people is decided anew at each build.
    settings["CONTENT_CACHING_LAYER"] = "reader"
    drop_stale_texts(settings)
    # Neither published, nor a reason for Pelican's autoreload to build again.
    settings["IGNORE_FILES"] = [*settings["IGNORE_FILES"], *UNPUBLISHED]
    if settings["FEED_MAX_ITEMS"] == DEFAULT_CONFIG["FEED_MAX_ITEMS"]:
        settings["FEED_MAX_ITEMS"] = FEED_ENTRIES
    try:
        zone = check_timezone(settings)
        ours = read_settings(settings[NAME])
        ours.decide_today(os.environ, datetime.now(zone))
        settings.update(build_feed_settings(settings, ours.feeds))
        read_publication(settings)
        if links := list(find_folder_links(Path(settings["PATH"]))):
            raise EventRecapError(links)  # noqa: TRY301 -- told as wrong settings are; Pelican would not end
    except EventRecapError as error:
        sys.stderr.write(f"{error.told}\n")
        raise SystemExit(error.exitcode) from None


def open_run(generator: Generator) -> None:
    """Offer our templates, and at the first generator of a build read lists and people into the context."""
    if NAME not in generator.settings:
        return
    offer_templates(generator.env, Path(generator.theme), generator.settings["SITEURL"])
    if find_run(generator.context) is None:
        generator.context[KEY] = start_run(generator.settings)
    environment, ours = generator.env, generator.context[KEY].settings
    if ours.typography:
        set_typography(environment, generator.settings["DEFAULT_LANG"], ours.typography_region)
    share_templates(environment, generator.settings)
    if pages := generator.settings.get(PAGES_KEY):
        reuse_pages(pages, generator)


def start_run(site: Mapping[str, Any]) -> Run:
    """Read everything that a build needs besides the texts; ``site`` is Pelican's settings."""
    settings, content = read_settings(site[NAME]), Path(site["PATH"])
    zone = check_timezone(site)
    ids_on_file, ids_problems = load_ids(content)
    registry, problems = load_registry(site, settings, zone)
    removed, removed_problems = load_removed(content, os.environ)
    facts, picture_problems = load_picture_files(content)
    gallery = Gallery(content, registry, facts, Kept(Path(site["CACHE_PATH"], KEPT_NAME)))
    run = Run(
        settings=settings,
        registry=registry,
        gallery=gallery,
        removed=removed,
        lang=site["DEFAULT_LANG"],
        addresses=replace(
            build_addresses(site, gallery.show),
            find_renditions=gallery.rendered.find,
            widths=settings.picture_widths,
        ),
        problems=list(problems),
        ids=begin_ids(ids_on_file, str(site["SITEURL"] or "")),
        ids_on_file=ids_on_file,
        quoted_posts=load_quoted_posts(content, settings.quoted_posts_path, zone),
        comments=load_comments(content, settings.comments_path, zone),
    )
    run.report(ids_problems)  # not among those by which the lists are judged
    run.report(picture_problems)
    run.report(tell_endings(registry))
    run.report(removed_problems)
    notebook = find_notebook(content, settings.attendees_path)
    run.report(check_private(notebook, Severity.WARNING) if notebook.exists() else ())
    run.report(run.comments.problems)
    run.report(run.quoted_posts.problems)
    run.report(find_returned(removed, registry, content, run.comments.comments))
    return run


def register() -> None:
    """Connect the receivers to Pelican's signals."""
    signals.initialized.connect(wake_up)
    signals.generator_init.connect(open_run)
    signals.finalized.connect(leave_templates)
