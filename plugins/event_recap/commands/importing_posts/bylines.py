"""Lines that say who wrote a text, when, and under what it was filed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...model.recap import Guest
from .days import find_day

if TYPE_CHECKING:
    from datetime import date, datetime

LONGEST = 250
"""Characters of such a line."""
_WORD = r"(?:[^\W\d_a-z]|[A-ZÀ-ÖØ-Þ])[\w.’'-]*"
_PARTICLE = r"(?:d[eu]s?|de la|van|von|der|den|le|la|el|al|bin|da|dos|di|y|et|and|&)"
_NAME = rf"@[\w.]{{2,30}}|{_WORD}(?:\s+(?:{_PARTICLE}\s+)?{_WORD}){{0,4}}"
_LEAD = re.compile(
    r"(?:(?:[eé]crit|publi[eé]|post[eé]|r[eé]dig[eé]|mis en ligne|sign[eé]|propos recueillis|texte"
    r"|un (?:billet|texte|article)|written|posted|published|guest post)\s+)?(?:par|by)\s+"
    r"|(?:auteure?|autrice|author|texte|text)\s*:\s*",
    re.IGNORECASE,
)
_DAY_LEAD = re.compile(
    r"(?:publi[eé]e?|post[eé]e?|[eé]crit|r[eé]dig[eé]|mise? (?:en ligne|[aà] jour)|ajout[eé]"
    r"|posted|published|written|updated|date)\b(?:\s*:|\s+(?:le|on|in))?\s*|(?:le|on)\s+",
    re.IGNORECASE,
)
_FILED = re.compile(
    r"(?:(?P<tags>[eé]tiquettes?|mots?[- ]cl[eé]s?|tags?|labels?|libell[eé]s?|tagged)"
    r"|(?P<category>cat[eé]gories?|categor(?:y|ies)|rubriques?|(?:class[eé]|publi[eé]) (?:dans|sous)"
    r"|(?:filed|posted) (?:under|in)))\s*:?\s+(?P<words>.+)",
    re.IGNORECASE,
)
_PICTURE = (
    r"(?:cr[eé]dits?(?: photos?)?|photos?(?: de couverture)?|photographie|illustrations?|images?|dessins?"
    r"|visuels?|(?:photo |image )?credits?|picture)"
)
_BY = r"(?:photos? (?:by|par|de)|illustr[eé]e? par|illustrated by)"
_CREDIT = re.compile(
    rf"(?:{_PICTURE}\s*(?:\([^)]{{1,40}}\)\s*)?(?::|©)\s*|©\s*|{_BY}\s+(?-i:(?=[^\W\d_a-zà-ÿ]|@)))"
    r"(?P<who>\S.{0,150})",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\s+[–—-]\s+|\s*[,|·•]\s*|\s*\(|\)\s*")
_AT = re.compile(r"\s+(?:chez|at|@|pour|for)\s+(?=\S)", re.IGNORECASE)
_OF = re.compile(r"\s+(?:de la|de l[’']|du|des|de|d[’']|of(?: the)?)\s*(?=[^\W\d_a-zà-öø-ÿ])")
_SIGNS = " .–—-"
_HOUR = re.compile(r"\s+(?:à|a|at|@)\s+\d{1,2}\s?[:h]\s?\d{2}(?:\s?[ap]m)?\b", re.IGNORECASE)
_REST = re.compile(r"[\s|·•,–—()/-]*")


@dataclass(frozen=True, slots=True)
class Byline:
    """Who wrote a text, and when it was published, as far as one line says it."""

    name: str = ""
    role: str = ""
    org: str = ""
    moment: datetime | date | None = None
    category: str = ""

    @property
    def guest(self) -> Guest | None:
        """Somebody with a role or an organisation; None for a name alone."""
        return Guest(name=self.name, role=self.role, org=self.org) if self.role or self.org else None


def read_byline(line: str) -> Byline | None:
    """Return what a line says of author and day; None for a line of a text.

    >>> read_byline("Par Anne Roy (chroniqueuse) – Directrice de Café Lune")
    Byline(name='Anne Roy', role='chroniqueuse, Directrice', org='Café Lune', moment=None, category='')
    >>> read_byline("Publié le 3 février 2010 par Anne Roy").name, read_byline("Par exemple, Anne Roy")
    ('Anne Roy', None)
    """
    line = " ".join(line.split())
    if not line or len(line) > LONGEST:
        return None
    day = find_day(line)
    before, after = (line[: day.start], line[day.end :]) if day else (line, "")
    before = _DAY_LEAD.sub("", before, count=1) if day and _DAY_LEAD.match(before) else before
    rest = before.strip(" ,|·•–—-") or after.strip(" ,|·•–—-")
    if day and before.strip(" ,|·•–—-") and after.strip(" ,|·•–—-.()"):
        return None
    if day and not _REST.sub("", rest).strip(".:()"):
        return Byline(moment=day.moment)
    author = _read_author(rest, is_alone=day is None)
    if author is None:
        return None
    return Byline(author.name, author.role, author.org, day.moment if day else None, author.category)


def read_filed(line: str) -> tuple[str, tuple[str, ...]] | None:
    """Return ``tags`` or ``category`` and the words of a line that files a text; None for others.

    >>> read_filed("Étiquettes : réseautage, #Drummondville"), read_filed("Tags")
    (('tags', ('réseautage', 'Drummondville')), None)
    """
    found = _FILED.fullmatch(" ".join(line.split()))
    if found is None or len(line) > LONGEST or (":" not in line and found["tags"]):
        return None
    words = tuple(word.strip(" #.") for word in re.split(r"[,;|]", found["words"]) if word.strip(" #."))
    return ("tags" if found["tags"] else "category", words) if words else None


def read_credit(line: str) -> str:
    """Return whose a picture is that a line credits; empty for other lines.

    >>> read_credit("Illustration : Zoé Roy"), read_credit("Photos de la soirée où nous étions : belles !")
    ('Zoé Roy', '')
    """
    plain = " ".join(line.split())
    found = _CREDIT.fullmatch(plain) if len(plain) <= LONGEST else None
    return found["who"] if found else ""


def _read_author(text: str, *, is_alone: bool) -> Byline | None:
    """Return name, role and organisation; None where a text does not begin as one that names its author."""
    lead = _LEAD.match(text)
    if lead is None:
        return None
    words = text[lead.end() :]
    name = re.match(_NAME, words)
    if name is None or (len(name[0].split()) == 1 and is_alone and not _is_end(words[name.end() :])):
        return None
    rest = _HOUR.sub("", words[name.end() :])
    category = ""
    if filed := re.match(r"\s+(?:dans|in)\s+(.{1,80})", rest):
        category, rest = filed[1].strip(" ."), ""
    if not is_alone and re.fullmatch(r"[\s,|]*(?:le|on|à|at|,)?\s*", rest, re.IGNORECASE):
        rest = ""
    if rest.strip() and not re.match(r"\s*[,(|·•–—-]|\s+(?:chez|at|@)\s", rest):
        return None
    parts = [part.strip(_SIGNS) for part in _PARTS.split(rest) if part.strip(_SIGNS)]
    role, org = _split_role(parts, rest)
    return Byline(name[0].strip(" ,"), role, org, None, category)


def _split_role(parts: list[str], rest: str) -> tuple[str, str]:
    """Return what an author does, and where."""
    if not parts:
        return "", ""
    if at := re.match(r"\s+(?:chez|at|@)\s+(.+)", rest):
        return "", at[1].strip(" .")
    for number, part in enumerate(parts):
        halves = _AT.split(part, maxsplit=1) if _AT.search(part) else _OF.split(part, maxsplit=1)
        if len(halves) > 1:
            roles = [*parts[:number], halves[0]]
            return ", ".join(roles), ", ".join([halves[1], *parts[number + 1 :]])
    return (", ".join(parts[:-1]), parts[-1]) if len(parts) > 1 else (parts[0], "")


def _is_end(text: str) -> bool:
    return not text.strip(" .") or bool(re.match(r"\s*(?:[(|–—]|,\s)", text))
