"""The values of keys as schemas: what an editor can see of what the loading of files checks.

A text is what an editor takes for text, a number or a truth value: here, values stay as they were typed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..loading.fields import MARKDOWN_LIMIT
from ..loading.metadata import LONGEST_SLUG, STATUSES
from ..loading.offers import FREE
from ..loading.pictures import PICTURE_SUFFIXES
from ..loading.profiles import NO_PROFILE
from ..loading.report import EMAIL
from ..loading.spellings import NO, YES
from ..loading.vocabulary import fold_key
from ..model.identity import ID_PATTERN
from ..model.profile import NETWORKS
from ..model.visibility import VISIBILITY_WORDS
from .keys import Schema, case_pattern, fold_pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from enum import Enum

_ANY = ["string", "number", "boolean"]
_NOTHING: Schema = {"type": "null"}
_NO_EMAIL = rf"^(?![\s\S]*{EMAIL.pattern})"
_SPELT = r"^\s*$|[^\x00-\x2f\x3a-\x40\x5b-\x60\x7b-\xbf]"
"""A text of which an id can be made, or none."""
_MONTHS = (
    r"(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|02-(?:0[1-9]|[12]\d))"
)
_DAY = rf"[1-9]\d{{3}}-{_MONTHS}"
_ZONE = r"(?:Z|UTC|GMT|[+-](?:[01]\d|2[0-3]):?\d{2}|[A-Z][A-Za-z_+-]*(?:/[A-Za-z0-9_+-]+)+)"
_TIME = rf"(?:[01]?\d|2[0-3])(?::|\s?h\s?)(?:[0-5]\d)?(?::[0-5]\d(?:[.,]\d+)?)?\s?{_ZONE}?"
_MOMENT = rf"{_DAY}(?:(?:[T_]|\s+){_TIME})?"
_HOST = r"(?:(?:[Hh][Tt][Tt][Pp][Ss]?:)?//[^\s\\/?#@]+|(?:[^\s\\/?#@:.]+\.)+[^\W\d_]{2,}(?::\d+)?)"
_ADDRESS = rf"{_HOST}(?:[/?#][^\s\\]*)?"
_LEVELS = "|".join(case_pattern(word).replace("-", "[-_ ]") for word in VISIBILITY_WORDS)
_SUFFIXES = "|".join(case_pattern(suffix[1:]) for suffix in PICTURE_SUFFIXES)


def form(pattern: str, expected: str) -> Schema:
    """Return the schema of a text of some form, which may be left out."""
    return {
        "type": ["string", "null"],
        "pattern": rf"^\s*(?:{pattern})?\s*$",
        "patternErrorMessage": expected,
    }


def loose(*kinds: Schema) -> Schema:
    """Return the schema of a value of one of some kinds, which may be left out."""
    return {"anyOf": [*kinds, _NOTHING]}


def several(item: Schema) -> Schema:
    """Return the schema of one of something, or a list of them."""
    return {"anyOf": [item, {"type": "array", "items": item}, _NOTHING]}


def words(known: Mapping[Any, str]) -> Schema:
    """Return the schema of one of some words, or another spelling of one."""
    standard: list[Enum] = list(known)
    folded = [form for word, others in known.items() for form in (fold_key(word.value), *others.split())]
    spelled = {"type": "string", "pattern": fold_pattern(folded)}
    return loose({"enum": [word.value for word in standard]}, spelled)


def hints(proposed: Iterable[str], item: Schema) -> Schema:
    """Return the schema of an item that is often one of some words."""
    return {"anyOf": [{"enum": list(proposed)}, item]}


def profile(network: str) -> Schema:
    """Return the schema of a profile on a network: a handle or an address."""
    none = "|".join(case_pattern(word) for word in sorted(NO_PROFILE) if word)
    handle = "" if network == "website" else rf"@?{NETWORKS[network].handle_pattern}|"
    if network == "bluesky":
        handle = rf"@?(?=[^/]*\.){NETWORKS[network].handle_pattern}|"
    expected = f"expected a profile on {NETWORKS[network].name or 'the web'}: a handle or an address"
    text = form(rf"{handle}{_ADDRESS}|{none}", expected)
    return {**text, "type": ["string", "number", "boolean", "null"]}


ANYTHING: Schema = {}
TEXT: Schema = {
    "type": [*_ANY, "null"],
    "pattern": _NO_EMAIL,
    "patternErrorMessage": "an e-mail address is never published",
}
MARKDOWN: Schema = {"type": [*_ANY, "null"], "maxLength": MARKDOWN_LIMIT}
FILLED: Schema = {**TEXT, "type": _ANY, "minLength": 1}
GIVEN: Schema = {"not": {"enum": [None, ""]}}
TEXTS = several(MARKDOWN)
ID = form(ID_PATTERN.pattern, "expected an id: lower case letters, digits and hyphens")
ID = {**ID, "type": ["string", "number", "null"]}
DAY = form(_DAY, "expected a day such as 2010-02-03")
MOMENT = form(_MOMENT, "expected a day or a moment, such as 2010-02-03 18:30")
END = form(rf"{_MOMENT}|{_TIME}", "expected a moment such as 2010-02-03 21:00, or a time such as 21:00")
ZONE = form(r"[A-Z][\w+-]*(?:/[\w+-]+)*", "expected a zone such as Europe/Paris")
URL = form(rf"{_ADDRESS}|[Nn][Oo][Nn][Ee]", "expected a web address such as https://example.org/page")
ADDRESS = form(_ADDRESS, "expected a web address such as https://example.org/page")
LANGUAGE = form(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", "expected a language such as fr or fr-CA")
HASHTAG: Schema = {**form(r"[#＃]*[^#＃\s]\S*", "expected one word such as focus20"), "type": [*_ANY, "null"]}  # noqa: RUF001
FLAG = loose(
    {"type": "boolean"},
    {"enum": [0, 1]},
    {"type": "string", "pattern": f"^(?:{'|'.join(map(case_pattern, sorted(YES | NO)))})$"},
)
VISIBILITY: Schema = {
    "anyOf": [
        {"enum": list(reversed(VISIBILITY_WORDS))},
        {"type": "string", "pattern": f"^(?:{_LEVELS})$"},
    ]
}
STATUS: Schema = {"enum": [*STATUSES, None]}
NAMING: Schema = {
    "type": [*_ANY, "null"],
    "pattern": _SPELT,
    "patternErrorMessage": "expected an id or a name",
}
IDS = several(NAMING)
PICTURE_PATH = form(
    rf"(?!(?:[A-Za-z]+:)?//|[Ww]{{3}}\.|data:)[^\\]*\.(?:{_SUFFIXES})"
    r"|[Nn]one|[Ff]alse|[Nn]o",
    "expected the path of a picture in the content folder, such as images/anne.jpg",
)
SITE_PATH = form(
    r"(?!//|[A-Za-z][\w+.-]*:)[^\\?#*]+", "expected an address below the site, such as /2010/02/focus-20/"
)
URI = form(r"[A-Za-z][A-Za-z0-9+.-]*:\S+", "expected a URI such as tag:blog.example,2010-02-03:/focus-20/")
SLUG: Schema = {
    "type": [*_ANY, "null"],
    "pattern": r"^[^/\\]*$",
    "maxLength": LONGEST_SLUG,
    "not": {"enum": [".", ".."]},
}
OUTPUT_PATH = form(
    r"(?![/\\]|[A-Za-z][\w+.-]*:)(?!(?:.*[/\\])?\.\.(?:[/\\]|$)).*", "expected a path below the site"
)
HANDLE_ON_X = form(r"@?[A-Za-z0-9_]{1,20}", "expected a handle on X")
PRICE: Schema = {
    **form(
        rf"\d{{1,7}}(?:[.,]\d{{1,3}})?|{'|'.join(map(case_pattern, sorted(FREE)))}",
        "expected a number such as 12.50, or free",
    ),
    "type": ["string", "number", "null"],
    "minimum": 0,
}
CURRENCY = form("[A-Za-z]{3}", "expected three letters such as CAD or EUR")
COMMENT_ID = form(r"[A-Za-z0-9_.:-]{1,100}", "expected letters, digits, '-', '.', ':' and '_'")


def degrees(limit: int) -> Schema:
    """Return the schema of degrees of latitude or longitude."""
    number = {"type": "number", "minimum": -limit, "maximum": limit}
    return loose(number, {"type": "string", "pattern": r"^[+-]?\d+(?:\.\d+)?$"})


NAMED: dict[str, Schema] = {
    "text": TEXT,
    "markdown": MARKDOWN,
    "filled": FILLED,
    "texts": TEXTS,
    "id": ID,
    "ids": IDS,
    "day": DAY,
    "moment": MOMENT,
    "url": URL,
    "language": LANGUAGE,
    "flag": FLAG,
    "visibility": VISIBILITY,
    "picture-path": PICTURE_PATH,
    "output-path": OUTPUT_PATH,
}
"""Values that stand in a schema more than once, by the name that they have there."""
