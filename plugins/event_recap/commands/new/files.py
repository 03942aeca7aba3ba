"""The text and the place of each new file; nothing that is there is ever written over."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, NoReturn

from ...errors import EventRecapError, Place, Problem
from ...loading.files import YAML_SUFFIXES, display_path
from ...loading.report import quote
from ...loading.returned import BACK, is_removed
from ...loading.text import clean_text, join_lines
from ...loading.yaml_text import write_value
from ...model.identity import build_id
from ..published import build_slug, find_slug_holder
from ..schemas import write_modeline
from . import words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from ..opening import OpenSite

_RECAPS = "recaps"
"""Folder of the recaps where the settings name none."""


@dataclass(frozen=True, slots=True)
class NewFile:
    """A file that is not there yet."""

    path: Path
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecapWishes:
    """What a new recap begins with."""

    title: str
    event_id: str = ""
    date: str = ""
    """As typed; empty for today."""
    lang: str = ""
    """Empty for the site's language."""
    authors: Sequence[str] = ()
    category: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventWishes:
    """What a new list begins with; what is empty stays a comment."""

    name: str
    event_id: str = ""
    """Empty for one made of the name and the year."""
    start: str = ""
    """As typed."""
    end: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonWishes:
    """What a new person's file begins with; what is empty stays a comment."""

    name: str
    person_id: str = ""
    """Empty for one made of the name."""
    org: str = ""
    job_title: str = ""
    url: str = ""


def build_recap(site: OpenSite, wishes: RecapWishes) -> NewFile:
    """Return a recap that is a draft, with the slug that Pelican makes of its title.

    Raises:
        EventRecapError: No slug can be made of the title, or another recap has it, or the file is there.
    """
    title = _clean(wishes.title)
    lang = wishes.lang or str(site.urls["DEFAULT_LANG"])
    slug = build_slug(site, title)
    if not slug:
        what = f"no address can be made of {quote(title)}; use letters or digits"
        _refuse("title", what)
    if holder := find_slug_holder(site, slug, lang):
        what = f"{display_path(holder)} has the address '{slug}' already; choose another title"
        _refuse("title", what)
    day = wishes.date or str(site.registry.policy.today)
    table = words.pick_language(lang)
    text = words.RECAP[table].format(
        title=_write(title),
        slug=slug,
        date=day,
        event=_choose(words.EVENT_LINE[table], id=wishes.event_id),
        authors=_choose(words.AUTHORS_LINE, names=", ".join(map(_write, wishes.authors))),
        category=_choose(words.CATEGORY_LINE, name=_write(wishes.category)),
        cards=words.CARDS[table] if wishes.event_id else "",
    )
    text = re.sub(r"^lang: \w+$", f"lang: {lang}", text, count=1, flags=re.MULTILINE)
    ending = "" if lang == site.urls["DEFAULT_LANG"] else f".{lang}"
    return _check_new(site.content / _find_folder(site) / f"{day[:10]}-{slug}{ending}.md", text)


def build_event(site: OpenSite, wishes: EventWishes) -> NewFile:
    """Return an attendee list with the facts of an event, and nobody yet.

    Raises:
        EventRecapError: No id can be made of the name, or a list has it.
    """
    name = _clean(wishes.name)
    year = wishes.start[:4]
    made = build_id(name) + (f"-{year}" if year and year not in name else "")
    event_id = wishes.event_id or _make_id(name, made)
    table = words.pick_language(str(site.urls["DEFAULT_LANG"]))
    text = words.EVENT[table].format(
        id=event_id,
        name=_write(name),
        start=_choose(words.START_LINE, value=wishes.start),
        end=_choose(words.END_LINE, value=wishes.end),
        place=_choose(words.PLACE_LINE[table], value=_write(wishes.place)),
    )
    path = site.content / site.settings.attendees_path / f"{event_id}.yml"
    return _check_new(path, write_modeline(path, site.content, "attendee-list") + text)


def build_person(site: OpenSite, wishes: PersonWishes) -> NewFile:
    """Return a person's file.

    Raises:
        EventRecapError: No id can be made of the name, somebody has it, or they asked to be forgotten.
    """
    name = _clean(wishes.name)
    person_id = wishes.person_id or _make_id(name, build_id(name))
    removed = site.read_removed()
    if is_removed(removed, (name, person_id), (), (wishes.url,)):
        _refuse("name", BACK)
    resolved = site.registry.resolve_id(person_id)
    if resolved != person_id:
        what = f"'{person_id}' is an alias of '{resolved}', who has a file"
        _refuse("id", what)
    today = site.registry.policy.today
    table = words.pick_language(str(site.urls["DEFAULT_LANG"]))
    text = words.PERSON[table].format(
        id=person_id,
        name=_write(name),
        alt=name.replace('"', "’"),
        org=_choose(words.ORG_LINE, value=_write(wishes.org)),
        job=_choose(words.JOB_LINE[table], value=_write(wishes.job_title)),
        url=_choose(words.URL_LINE, value=_write(wishes.url)),
        date=today,
        until=today + timedelta(days=3 * 365),
    )
    path = site.content / site.settings.people_path / f"{person_id}.yml"
    return _check_new(path, write_modeline(path, site.content, "person") + text)


def _choose(lines: tuple[str, str], **values: str) -> str:
    """Return the first line with its value, or the second where there is none."""
    return lines[0].format(**values) if all(values.values()) else lines[1].format()


def _write(text: str) -> str:
    """Return a text as a value in YAML; empty where there is none."""
    return write_value(_clean(text)) if text.strip() else ""


def _clean(text: str) -> str:
    return join_lines(clean_text(text))


def _make_id(name: str, made: str) -> str:
    if not made:
        what = f"no id can be made of {quote(name)}; say one with --id"
        _refuse("name", what)
    return made


def _find_folder(site: OpenSite) -> str:
    """Return the folder of the recaps, below the content folder."""
    folders = [str(folder) for folder in site.urls["ARTICLE_PATHS"]]
    return next(filter(None, folders), _RECAPS)


def _check_new(path: Path, text: str) -> NewFile:
    """Return a file.

    Raises:
        EventRecapError: It is there, or one of another ending with the same id.
    """
    endings = YAML_SUFFIXES if path.suffix in YAML_SUFFIXES else (path.suffix,)
    for other in (path.with_name(path.name.removesuffix(path.suffix) + ending) for ending in endings):
        if os.path.lexists(other):
            what = "is there already, and stays as it is; open it, or choose another name"
            raise EventRecapError([Problem(Place(display_path(other)), "", what)])
    return NewFile(path, text)


def _refuse(option: str, what: str) -> NoReturn:
    raise EventRecapError([Problem(Place(f"--{option}"), "", what)])
