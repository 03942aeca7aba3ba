"""One line of an export becomes what may be kept of one guest; everything else is left behind here."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from ...loading.profiles import parse_profile
from ...loading.report import UnreadableError
from ...loading.spellings import ROLES
from ...loading.text import clean_text, has_email, join_lines
from ...loading.urls import parse_url
from ...loading.vocabulary import fold_key
from ...model.identity import build_id
from ...model.profile import NETWORKS
from .columns import NETWORK_MEANINGS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

LONGEST = 120
"""Characters of a name, an organisation or a job; more is a text."""
LONGEST_NOTE = 2_000
"""Characters of what somebody wrote."""
_UNASSIGNED = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
"""Characters that mean something in one font alone."""
_RUN_BY_SPREADSHEETS = re.compile(r"^\s*(?:=|\+(?!\d)|@[A-Z]+\(|-(?=\d*[=+(]))|^\t")
"""How a cell begins that a spreadsheet would run, not show."""
_PHONE = re.compile(r"\+?\(?\d[\d\s().-]{6,}")
_BLANKS = frozenset(("none", "None", "NONE", "null", "NULL", "nan", "NaN", "undefined", "n/a", "N/A"))
"""What programs write where there is nothing; ``Null`` and ``Na`` are names of people."""
_NOBODY_WORDS = """
    inforequested info requested unknown unknownattendee anonymous anonymousparticipant anonymousattendee
    guest guests invite inconnu inconnue anonyme participantanonyme participanteanonyme
    test xxx plusone deleted noname sansnom tbd tba anonymerteilnehmer
"""
_NOBODY = frozenset(_NOBODY_WORDS.split())
"""What services write where they know no name, folded."""
_SALUTATION_WORDS = "mr mrs ms miss mx dr m mme mlle monsieur madame herr frau sir sr sra"
_SALUTATIONS = frozenset(_SALUTATION_WORDS.split())
_BRACKETS = re.compile(r"\s*[(\[](?P<inside>[^()\[\]]*)[)\]]\s*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Guest:
    """What is kept of one person."""

    line: int
    """Line of the export."""
    name: str
    """Empty where only a handle is known."""
    handle: str = ""
    org: str = ""
    job_title: str = ""
    url: str = ""
    note: str = ""
    """What they wrote, where the author asked for it."""
    roles: tuple[str, ...] = ()
    """Words of ``Role``."""
    profiles: Mapping[str, str] = field(default_factory=dict)
    """By the network's key: what an author would type."""
    person_id: str = ""
    """Id of somebody who is known on the site under another name; else empty."""

    @property
    def id(self) -> str:
        """Id of the entry that is written."""
        return self.person_id or build_id(self.handle) or build_id(self.name)

    @property
    def shown_name(self) -> str:
        """Name for the author's terminal."""
        return self.name or self.handle


@dataclass(slots=True)
class Leavings:
    """Values that were left behind for what they held, not for their column."""

    counts: dict[str, int] = field(default_factory=dict)
    """Why, and how often."""

    def add(self, why: str) -> str:
        """Count one, and return what is kept of it: nothing."""
        self.counts[why] = self.counts.get(why, 0) + 1
        return ""


def read_guest(line: int, facts: Mapping[str, str], role: str, leavings: Leavings) -> Guest | None:
    """Return what may be kept of a line; None where it names nobody.

    Args:
        line: Line of the export.
        facts: Values by the meaning of their columns.
        role: Of everybody in this table; empty for none.
        leavings: Where left values are counted.
    """
    clean = {key: _clean(value, leavings) for key, value in facts.items() if key != "note"}
    name, inside = _read_name(clean)
    handle = clean.get("handle", "")
    if handle.startswith("@") and "@" in handle[1:]:  # an account of the Fediverse, with its server
        name, inside, handle = name or handle, inside or handle, ""
    handle = _clean_handle(handle)
    profiles = _read_profiles(clean, inside, leavings)
    if not build_id(handle) and not build_id(name):
        return None
    found_role = find_role(clean.get("role", ""))
    job_title = clean.get("job_title", "")
    return Guest(
        line=line,
        name=name,
        handle=handle,
        org=clean.get("org", ""),
        job_title="" if fold_key(job_title) in _SALUTATIONS else job_title,
        url=_keep(clean.get("url", ""), partial(_read_url, leavings=leavings), leavings),
        note=_clean_note(facts.get("note", ""), leavings),
        roles=tuple(dict.fromkeys(filter(None, (role, found_role)))),
        profiles=profiles,
    )


def find_role(word: str) -> str:
    """Return the role that a word stands for; empty for another, such as the name of a ticket.

    >>> find_role("Conférencière"), find_role("Early bird")
    ('speaker', '')
    """
    folded = fold_key(word)
    return next(
        (
            role.value
            for role, spellings in ROLES.items()
            if folded in {fold_key(role.value), *spellings.split()} and role.value != "attendee"
        ),
        "",
    )


def order_name(name: str) -> str:
    """Return a name in the order in which it is spoken, where a comma shows that it is not.

    >>> order_name("Roy, Anne"), order_name("Anne Roy, PhD")
    ('Anne Roy', 'Anne Roy')
    """
    family, comma, given = (part.strip() for part in name.partition(","))
    if (
        comma
        and given
        and " " not in family
        and not given.isupper()
        and fold_key(given) not in {"phd", "jr", "md"}
    ):
        return f"{given} {family}"
    return family


def _clean(value: str, leavings: Leavings) -> str:
    """Return a cell as it may be kept; nothing of one that is private, hostile or a whole text."""
    text = " ".join(join_lines(clean_text(_UNASSIGNED.sub("", value))).split())
    if text[:1] == "'" and text[1:2] in {"=", "+", "-", "@"}:
        text = text[1:]  # put there by whoever wrote the table, so that no spreadsheet runs the cell
    if _RUN_BY_SPREADSHEETS.match(text):
        return leavings.add("formula")
    if has_email(text):
        return leavings.add("e-mail address")
    if _PHONE.fullmatch(text):
        return leavings.add("telephone number")
    if len(text) > LONGEST and not text.startswith("http"):
        return leavings.add("long text")
    return "" if text in _BLANKS or not fold_key(text) else text


def _clean_note(value: str, leavings: Leavings) -> str:
    text = clean_text(_UNASSIGNED.sub("", value))
    if has_email(text) or _PHONE.search(text):
        return leavings.add("e-mail address" if has_email(text) else "telephone number")
    return leavings.add("long text") if len(text) > LONGEST_NOTE else text


def _read_name(clean: Mapping[str, str]) -> tuple[str, str]:
    """Return a name, and what stood in brackets behind it."""
    first, last, name = (clean.get(key, "") for key in ("first_name", "last_name", "name"))
    if name and not (first and last):
        # "Nom" beside "Prénom" is the family's; "Name" beside nothing, or beside a part of it, is all of it.
        missing = [part for part in (first, last) if part and not _holds(name, part)]
        first, last = (missing[0], name) if missing and first else (name, missing[0] if missing else "")
    if {fold_key(part) for part in (first, last) if part} <= _NOBODY:
        return "", ""
    whole = f"{first} {last}".strip()
    found = _BRACKETS.search(whole)
    bare = whole[: found.start()] if found and found.start() else whole
    if bare.startswith("http") or "://" in bare:
        bare = ""
    return order_name(bare.strip(" ,;")), found["inside"] if found else ""


def _holds(name: str, part: str) -> bool:
    return set(part.casefold().split()) <= set(name.casefold().split())


def _clean_handle(text: str) -> str:
    return text.removeprefix("@") if " " not in text and "://" not in text else ""


def _read_profiles(clean: Mapping[str, str], inside: str, leavings: Leavings) -> dict[str, str]:
    """Return the profiles that can be read; an account of the Fediverse also stands behind a name."""
    typed = {network: clean[network] for network in NETWORK_MEANINGS if clean.get(network)}
    if inside.startswith("@") and "@" in inside[1:]:
        typed.setdefault("mastodon", inside)
    found: dict[str, str] = {}
    for network, text in typed.items():
        if kept := _keep(text, partial(_read_profile, network), leavings):
            found[network] = kept
    return {network: found[network] for network in NETWORKS if network in found}


def _read_profile(network: str, text: str) -> str:
    profile = parse_profile(network, text)
    if profile is None:
        return ""
    if profile.handle:
        return f"@{profile.handle}" if network == "mastodon" else profile.handle
    return profile.url.partition("?")[0]


def _read_url(text: str, leavings: Leavings) -> str:
    url = parse_url(text) if text else ""
    return leavings.add("address with a secret") if "?" in url or "#" in url else url


def _keep(text: str, parse: Callable[[str], str], leavings: Leavings) -> str:
    """Return what is read of a text; nothing of one that is not what its column says."""
    try:
        return parse(text)
    except UnreadableError:
        return leavings.add("no address or handle") if text else ""
