"""The keys of the front matter that are Pelican's own, or another plugin's."""

from __future__ import annotations

import difflib
import re
from datetime import datetime
from typing import TYPE_CHECKING

from ..errors import suggest
from .dates import parse_moment
from .nodes import MappingNode, Node, ScalarNode, SequenceNode
from .report import UnreadableError, enumerate_words, quote, shorten
from .text import INVISIBLE, find_invisible
from .vocabulary import fold_key

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from .report import Report

OWN_KEYS = ("event", "guests", "cover", "share", "id", "toc", "comments", "syndication", "redirect_from")
"""Keys that this package reads; they are no metadata of Pelican's."""
SINGLE_KEYS = (
    *("title", "date", "modified", "slug", "lang", "category", "author", "summary", "status"),
    *("template", "save_as", "url", "translation"),
)
LIST_KEYS = ("tags", "authors", "keywords")
KNOWN_KEYS = (*SINGLE_KEYS, *LIST_KEYS, *OWN_KEYS)
LIKELY_KEYS = tuple(key for key in KNOWN_KEYS if len(key) > len("id"))
"""Keys that are long enough for a slip to be told from another word."""
STATUSES = ("draft", "hidden", "published", "skip")
KEPT_BEGINNINGS = ("_", "override_")

_PRIVATE_KEYS = {"followup", "followups"}
"""Keys of notes for the author alone; what Pelican reads of a text is kept in caches and shown to themes."""
"""How names begin under which Pelican keeps a text, and where it is written, past every check."""
FRENCH_KEYS = {
    "titre": "title",
    "auteur": "author",
    "autrice": "author",
    "auteurs": "authors",
    "autrices": "authors",
    "categorie": "category",
    "etiquettes": "tags",
    "motscles": "tags",
    "resume": "summary",
    "langue": "lang",
    "statut": "status",
    "evenement": "event",
    "invites": "guests",
    "invitees": "guests",
    "couverture": "cover",
    "partage": "share",
    "identifiant": "id",
    "commentaires": "comments",
    "sommaire": "toc",
    "tabledesmatieres": "toc",
}
"""What a French author types, without accents and signs; no plugin of Pelican has such a key."""
KEY_LIKENESS = 0.8
"""How near to a known key an unknown one must be to be taken for a slip; from 0 to 1."""
LONGEST_SLUG = 200
"""Bytes; file systems take 255 for a name with its ending."""
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")

Metadata = dict[str, "str | list[str]"]


def read_metadata(
    node: MappingNode, reserved: Collection[str], report: Report
) -> tuple[Metadata, dict[str, int]]:
    """Return the metadata, lower-case keys to texts as typed, and the line of each key.

    Dates are checked, and written so that Pelican reads the same moment.
    """
    metadata: Metadata = {}
    lines: dict[str, int] = {}
    named: set[str] = set()
    for key, value in node.entries:
        name = INVISIBLE.sub("", key.text).strip().lower()
        if name in OWN_KEYS:
            continue
        what = _explain_key(name, reserved)
        if name in named and not what:
            what = "key given twice, in capitals and without; keep one"
        named.add("title" if "'title'" in what else name)
        if what:
            report.error(key, shorten(name), what)
            continue
        read = _read_value(name, value, report)
        if read is not None:
            metadata[name], lines[name] = read, key.line
    if "title" not in named:
        report.error(node, "title", "the recap has no title; add 'title: …'")
    return metadata, lines


def _explain_key(name: str, reserved: Collection[str]) -> str:
    """Return what is wrong with a key; empty for a known one and for another plugin's."""
    if name in KNOWN_KEYS:
        return ""
    if fold_key(name) in _PRIVATE_KEYS:
        return "a note for yourself has no place in a text; write it into .follow-ups.yml, beside the lists"
    same = next((key for key in KNOWN_KEYS if fold_key(key) == fold_key(name)), None)
    same = same or FRENCH_KEYS.get(fold_key(name))
    likely = difflib.get_close_matches(name, LIKELY_KEYS, n=1, cutoff=KEY_LIKENESS)
    if same or (likely and not re.search(r"[_\W]", name)):
        return f"unknown key; did you mean '{same or likely[0]}'?"
    if name in reserved or name.startswith(KEPT_BEGINNINGS):
        return f"'{name}' is a name Pelican keeps for itself; choose another"
    return ""


def _read_value(name: str, node: Node, report: Report) -> str | list[str] | None:
    """Return a text or a list of texts; None where it is absent or wrong."""
    if isinstance(node, MappingNode):
        report.error(node, name, "expected text, not keys and values")
        return None
    if isinstance(node, SequenceNode):
        return _read_list(name, node, report)
    text = "" if node.is_absent else _clean(node, name, report)
    if name == "title" and not text:
        report.error(node, name, "the title is empty; write it after 'title:'")
    if node.is_absent:
        return None
    try:
        return _CHECKS[name](text) if name in _CHECKS and text else text
    except UnreadableError as error:
        report.error(node, name, str(error))
        return None


def _read_list(name: str, node: SequenceNode, report: Report) -> str | list[str] | None:
    texts = []
    for item in node.items:
        if isinstance(item, ScalarNode):
            texts.append("" if item.is_absent else _clean(item, name, report))
        elif name in {"author", "authors"} and isinstance(item, MappingNode):
            what = "an author is a name only; somebody with a role or an organisation is a guest"
            report.error(item, name, f"{what}, under 'guests'")
        else:
            report.error(item, name, "expected a list of texts, without lists inside")
    if name == "summary":
        return "\n".join(texts)
    if name in SINGLE_KEYS:
        advice = "several go under 'authors'" if name == "author" else "write it on one line"
        report.error(node, name, f"expected one text, not a list; {advice}")
        return None
    return [text for text in texts if text]


def _clean(node: ScalarNode, name: str, report: Report) -> str:
    if found := find_invisible(node.text):
        report.warn(node, name, f"holds invisible characters, {found}; they are left out")
    return INVISIBLE.sub("", node.text).strip()


def _check_date(text: str) -> str:
    moment = parse_moment(text, None)
    return moment.isoformat(" ") if isinstance(moment, datetime) else moment.isoformat()


def _check_slug(text: str) -> str:
    if re.search(r"[/\\]", text) or text in {".", ".."}:
        what = f"{quote(text)} would leave its folder; a slug is one name, without / and \\"
        raise UnreadableError(what)
    if len(text.encode(errors="replace")) > LONGEST_SLUG:
        what = f"too long for the name of a folder; expected {LONGEST_SLUG} letters at most"
        raise UnreadableError(what)
    return text


def parse_language(text: str) -> str:
    """Return a language tag as it is typed.

    Raises:
        UnreadableError: It has not the form of one.
    """
    if not _LANGUAGE.fullmatch(text):
        better = text.replace("_", "-")
        hint = f"; did you mean '{better}'?" if _LANGUAGE.fullmatch(better) else ""
        what = f"{quote(text)} is no language{hint or '; expected a code such as fr or fr-CA'}"
        raise UnreadableError(what)
    return text


def _check_status(text: str) -> str:
    if text not in STATUSES:
        hint = suggest(text, STATUSES) or f"; expected {enumerate_words(STATUSES)}"
        what = f"{quote(text)} is no status{hint}"
        raise UnreadableError(what)
    return text


def _check_output_path(text: str) -> str:
    parts = re.split(r"[/\\]", text)
    if text.startswith(("/", "\\")) or ".." in parts or re.match(r"[A-Za-z][\w+.-]*:", text):
        what = f"{quote(text)} leads out of the site; expected a path such as about/index.html"
        raise UnreadableError(what)
    return text


_CHECKS: dict[str, Callable[[str], str]] = {
    "date": _check_date,
    "modified": _check_date,
    "slug": _check_slug,
    "lang": parse_language,
    "status": _check_status,
    "save_as": _check_output_path,
    "url": _check_output_path,
}
