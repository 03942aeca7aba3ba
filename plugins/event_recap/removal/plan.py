"""Everything that forgetting somebody changes, worked out before anything is written."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from ..loading.files import SIDE_FILE, YAML_SUFFIXES
from ..loading.ids_file import IDS_NAME
from ..loading.ids_lines import render_ids
from ..loading.pictures import PICTURE_SUFFIXES
from ..loading.report import UnreadableError
from ..loading.returned import find_texts, read_text
from ..loading.yaml_edit import CommentedMap, read_yaml_text
from ..model.ids import WithdrawnId, sort_withdrawn
from ..model.removal import fold_name
from .front_matter import rewrite_recap
from .lists import YamlSetting, find_pictures_of, is_person, rewrite_list, rewrite_yaml
from .texts import Setting, find_places, find_target, rewrite_path, rewrite_text

if TYPE_CHECKING:
    from pathlib import Path

    from ..model.ids import Ids
    from .subject import Subject

_LANG = re.compile(r"^lang(?:uage)?[ \t]*:[ \t]*[\"']?([A-Za-z-]{2,})", re.IGNORECASE | re.MULTILINE)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BESIDE = frozenset({".py", ".md", ".txt", ".yml", ".yaml", ".toml", ".cfg", ".html"})
"""Endings of the files beside the settings in which somebody may be named, an author for instance."""
_RULES = frozenset({"_redirects", "_headers", ".htaccess", "robots.txt"})
"""Files that a web server reads, line by line."""
_HEAD = 2000
"""Characters of a text in which its language is looked for."""


@dataclass(frozen=True, slots=True)
class Site:
    """Where the parts of a site lie, and its language."""

    content: Path
    attendees: str
    """Folder of the lists, below the content folder."""
    lang: str
    today: date


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """A place that names the person, as it is shown before anything happens."""

    path: str
    """Below the content folder."""
    line: int
    """From 1; 0 for a file as a whole."""
    what: str
    """The line as it stands, or what happens to the file."""


@dataclass(slots=True)
class Plan:
    """What would be written, and what is said about it."""

    found: list[Finding] = field(default_factory=list)
    changes: dict[str, bytes | None] = field(default_factory=dict)
    """New bytes of each file, by its path below the content folder; None for one that goes."""
    doubtful: list[Finding] = field(default_factory=list)
    """Places that may mean the person or somebody else; they stay as they are."""
    stuck: list[Finding] = field(default_factory=list)
    """Files that no program can change."""


@dataclass(frozen=True, slots=True)
class _Texts:
    """The content folder, read once."""

    texts: dict[str, str]
    """As in the files, with their own line ends."""
    others: tuple[str, ...]
    """Paths of everything else, pictures for the most part."""


def make_plan(site: Site, subject: Subject, ids: Ids) -> Plan:
    """Return what would happen to each file of the content folder."""
    plan = Plan()
    read = _read_all(site.content)
    pictures = _find_pictures(read, subject)
    for path in read.others:
        _plan_other(path, pictures, plan, site, subject)
    for path, text in read.texts.items():
        side = SIDE_FILE.fullmatch(PurePosixPath(path).name)
        if path == subject.file or (side and path.removesuffix(PurePosixPath(path).suffix) in pictures):
            plan.changes[path] = None
            plan.found.append(Finding(path, 0, "deleted"))
        else:
            _plan_text(path, text, plan, Setting(subject, "", site.lang, _folder(path), pictures), site)
    _plan_ids(ids, plan, site, subject)
    return plan


def _read_all(content: Path) -> _Texts:
    texts, others = {}, []
    for path in find_texts(content):
        name = path.relative_to(content).as_posix()
        data = path.read_bytes()
        try:
            texts[name] = "" if b"\0" in data or path.suffix.lower() in PICTURE_SUFFIXES else data.decode()
        except UnicodeDecodeError:
            texts[name] = ""
        if data and not texts[name]:
            del texts[name]
            others.append(name)
    return _Texts(texts, tuple(others))


def _folder(path: str) -> str:
    return PurePosixPath(path).parent.as_posix()


def _is_yaml(path: str) -> bool:
    return path.endswith(YAML_SUFFIXES)


def _find_pictures(read: _Texts, subject: Subject) -> frozenset[str]:
    """Return the pictures that go: their portraits, those on which they are said to be, those called so."""
    found = set(subject.photos)
    for path, text in read.texts.items():
        if not _is_yaml(path):
            continue
        try:
            for src in find_pictures_of(text, subject):
                found.update(one for one in find_target(src, _folder(path)) if one in read.others)
            if SIDE_FILE.fullmatch(PurePosixPath(path).name) and _names_sitter(text, subject):
                found.add(path.removesuffix(PurePosixPath(path).suffix))
        except UnreadableError:
            continue
    called = {path for path in read.others if find_places(PurePosixPath(path).name, subject)}
    return frozenset(found | called)


def _names_sitter(text: str, subject: Subject) -> bool:
    edit = read_yaml_text(text)
    if not isinstance(edit.root, CommentedMap):
        return False
    sitters = edit.root.get("people") or ()
    return any(is_person(one, edit, subject) for one in ([sitters] if isinstance(sitters, str) else sitters))


def _plan_other(path: str, pictures: frozenset[str], plan: Plan, site: Site, subject: Subject) -> None:
    """Plan for a picture or another file that is no text."""
    data = (site.content / path).read_bytes()
    if path in pictures:
        plan.changes[path] = None
        plan.found.append(Finding(path, 0, "deleted"))
        return
    moved = rewrite_path(path, subject, site.lang)
    if moved != path:
        plan.changes |= {path: None, moved: data}
        plan.found.append(Finding(path, 0, f"renamed to {moved}"))
    folded = data.decode("utf-8", "ignore").casefold()
    if any(name.casefold() in folded for name in subject.names | subject.handles if len(name) > 4):  # noqa: PLR2004
        plan.stuck.append(Finding(path, 0, "holds the name inside; save it again without it, or delete it"))


def _plan_text(path: str, text: str, plan: Plan, setting: Setting, site: Site) -> None:
    found = find_places(text, setting.subject)
    setting = replace(setting, lang=find_lang(text, site.lang))
    yaml_setting = YamlSetting(setting.subject, setting.folder, setting.pictures)
    try:
        after = _rewrite(path, text, setting, yaml_setting, site)
    except UnreadableError:
        if found:
            line = _line(text, found[0].start)
            plan.stuck.append(Finding(path, line, "is no YAML that can be changed"))
        after = text
    moved = rewrite_path(path, setting.subject, site.lang)
    if moved != path:
        plan.changes |= {path: None, moved: after.encode()}
        plan.found.append(Finding(path, 0, f"renamed to {moved}"))
    elif after != text:
        plan.changes[path] = after.encode()
    plan.found += _list_lines(path, text, after, [trace.start for trace in found])
    plan.doubtful += _find_doubtful(path, after, setting.subject)


def _rewrite(path: str, text: str, setting: Setting, yaml_setting: YamlSetting, site: Site) -> str:
    if PurePosixPath(path).name in _RULES:
        # A rule says an address: it cannot be put otherwise.
        kept = (line for line in text.splitlines(keepends=True) if not find_places(line, setting.subject))
        return "".join(kept)
    if _is_yaml(path):
        is_list = _folder(path) == PurePosixPath(site.attendees).as_posix()
        text = rewrite_list(text, yaml_setting) if is_list else rewrite_yaml(text, yaml_setting)
        after = rewrite_text(text, setting)
        if after != text:
            read_yaml_text(after)
        return after
    return rewrite_text(rewrite_recap(text, yaml_setting), setting)


def find_beside(content: Path, home: Path, subject: Subject) -> list[Finding]:
    """Return the lines of the files beside the settings that name the person; no command changes those."""
    found = []
    for path in sorted(home.iterdir()):
        text = read_text(path) if path.suffix in _BESIDE and path.is_file() else None
        for trace in find_places(text, subject) if text else ():
            line = _line(text or "", trace.start)
            what = (text or "").split("\n")[line - 1].strip()
            found.append(Finding(os.path.relpath(path, content), line, what))
    return found


def find_lang(text: str, site_lang: str) -> str:
    """Return the language that the front matter of a text names, else that of the site."""
    found = _LANG.search(text[:_HEAD])
    return found[1] if found else site_lang


def _line(text: str, offset: int) -> int:
    return text.count("\n", 0, offset) + 1


def _list_lines(path: str, text: str, after: str, offsets: list[int]) -> list[Finding]:
    """Return each line that names the person, and each other line that goes or changes with it."""
    lines, kept = text.split("\n"), set(after.split("\n"))
    numbers = {_line(text, offset) for offset in offsets}
    if after != text:
        numbers |= {number for number, line in enumerate(lines, 1) if line.strip() and line not in kept}
    return [Finding(path, number, lines[number - 1].strip()) for number in sorted(numbers)]


def _find_doubtful(path: str, text: str, subject: Subject) -> list[Finding]:
    """Return the lines on which a part of the name stands alone, with a capital."""
    found = []
    if not subject.given_names or not subject.names:
        return []
    for number, line in enumerate(text.split("\n"), 1):
        words = {word for word in _WORD.findall(line) if word[0].isupper()}
        if any(fold_name(word) in subject.given_names for word in words):
            found.append(Finding(path, number, line.strip()))
    return found


def _plan_ids(ids: Ids, plan: Plan, site: Site, subject: Subject) -> None:
    """Follow the posts whose file or slug held the name, so that feed readers know them again."""
    if not ids.has_site or not (site.content / IDS_NAME).is_file():
        return
    kept = {path: record for path, record in ids.posts.items() if not find_places(record.id, subject)}
    gone = [
        # An id that says the name is remembered in another form, and the post gets a new one.
        WithdrawnId(id=ids.obscure(record.id), on=site.today, is_obscured=True)
        for path, record in ids.posts.items()
        if path not in kept
    ]
    posts = {
        rewrite_path(path, subject, site.lang): replace(
            record, slug=rewrite_path(record.slug, subject, site.lang)
        )
        for path, record in kept.items()
    }
    if posts != dict(ids.posts):
        withdrawn = tuple(sorted({*ids.withdrawn, *gone}, key=sort_withdrawn))
        after = replace(ids, posts=dict(sorted(posts.items())), withdrawn=withdrawn)
        plan.changes[IDS_NAME] = render_ids(after).encode()
        plan.found.append(Finding(IDS_NAME, 0, "paths and slugs of posts change as their files do"))
