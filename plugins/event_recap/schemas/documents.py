"""The schema of each kind of file that an author types."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..loading import spellings
from ..loading.metadata import FRENCH_KEYS, KEPT_BEGINNINGS, KNOWN_KEYS, LIST_KEYS, SINGLE_KEYS
from ..loading.offers import AVAILABILITIES, FREE
from ..loading.vocabulary import Vocabulary, fold_key
from ..model.profile import NETWORKS
from ..model.share import SHARE_NETWORKS
from . import values
from .keys import Schema, build_mapping, case_pattern, fold_pattern, require, unless_spelled
from .people import LIST, PeopleForms
from .site_settings import build_settings
from .values import loose, several

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from .descriptions import Descriptions

FRONT = "front-matter"
_ANNOTATIONS = {"description", "deprecationMessage", "title"}


def build_documents(told: Descriptions) -> Iterator[tuple[str, Schema]]:
    """Yield the name and the schema of each kind of file.

    Args:
        told: The reference pages, which say what each key means.
    """
    forms = PeopleForms(told)
    documents = {
        "attendee-list": ("An attendee list", _build_list(forms)),
        "person": ("A person's file", forms.person),
        "front-matter": ("The front matter of a recap or a page", _build_front_matter(forms)),
        "comment": ("A comment", _build_comment(forms)),
        "quoted-post": ("A quoted post", _build_post(forms)),
        "picture": ("The file beside a picture", forms.picture_file),
        "settings": ("The setting EVENT_RECAP", build_settings(told)),
    }
    for name, (title, schema) in documents.items():
        used: dict[str, Schema] = {}
        body = _share({**schema, "title": title}, forms.list_shared(), used)
        head = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
        yield name, {**head, **body, **({"$defs": dict(sorted(used.items()))} if used else {})}


def _share(node: Any, shared: Mapping[str, Schema], used: dict[str, Schema]) -> Any:  # noqa: ANN401 (a part of a schema)
    """Return a part of a schema in which what stands often is named; the named parts go into ``used``."""
    if isinstance(node, list):
        return [_share(item, shared, used) for item in node]
    if not isinstance(node, dict):
        return node
    for name, known in shared.items():
        extra = {key: value for key, value in node.items() if key not in known}
        if extra.keys() <= _ANNOTATIONS and all(node.get(key) is value for key, value in known.items()):
            if name not in used:
                used[name] = known
                used[name] = {key: _share(value, shared, used) for key, value in known.items()}
            return {**extra, "$ref": f"#/$defs/{name}"}
    return {key: _share(value, shared, used) for key, value in node.items()}


def _build_list(forms: PeopleForms) -> Schema:
    entry = {"anyOf": [values.FILLED, forms.attendee]}
    entries = {"type": "array", "items": entry}
    by_id = {
        "type": "object",
        "additionalProperties": loose(values.TEXT, {"type": "object"}),
        "deprecationMessage": "read as a list; begin each entry with '- id: …'",
    }
    kinds = {"event": loose(_build_event(forms)), "attendees": loose(entries, by_id)}
    mapping = build_mapping(spellings.LIST_FILE, kinds, forms.told.find(LIST, "The whole file"))
    return {"anyOf": [mapping, entries]}


def _build_event(forms: PeopleForms) -> Schema:
    find = forms.told.find
    degrees = {"latitude": values.degrees(90), "longitude": values.degrees(180)}
    texts = dict.fromkeys(("name", "locality", "region", "country"), values.TEXT)
    pair = {"dependentRequired": {"latitude": ["longitude"], "longitude": ["latitude"]}}
    both = unless_spelled(spellings.LOCATION, list(degrees), pair)
    place = build_mapping(
        spellings.LOCATION, {**texts, **degrees, "url": values.URL}, find(LIST, "`location`"), both
    )
    coverage = build_mapping(
        spellings.COVERAGE,
        {"type": values.words(spellings.COVERAGE_TYPES), "title": values.TEXT, "url": values.URL},
        find(LIST, "`coverage`"),
        *(require(spellings.COVERAGE, key, values.GIVEN) for key in ("type", "url")),
    )
    named = unless_spelled(
        spellings.ORGANIZER, ["id", "name"], {"anyOf": [{"required": [key]} for key in ("id", "name")]}
    )
    organizer = build_mapping(
        spellings.ORGANIZER,
        {"id": values.ID, "name": values.TEXT, "url": values.URL},
        find(LIST, "Organisers"),
        named,
    )
    kinds = {
        **dict.fromkeys(("name", "edition"), values.TEXT),
        "series": values.NAMING,
        **dict.fromkeys(("start", "previous_start"), values.MOMENT),
        "end": values.END,
        "timezone": values.ZONE,
        "status": values.words(spellings.STATUSES),
        "location": loose(values.TEXT, place),
        "organizers": several({"anyOf": [values.TEXT, organizer]}),
        "hashtag": values.HASHTAG,
        "url": values.URL,
        "offers": several(_build_offer(forms)),
        "coverage": several(coverage),
        "cover": forms.picture,
        "moved_from": values.IDS,
    }
    put_off = {"dependentRequired": {"previous_start": ["start"]}}
    known = unless_spelled(spellings.EVENT, ["start", "previous_start"], put_off)
    return build_mapping(spellings.EVENT, kinds, find(LIST, "`event`"), known)


def _build_offer(forms: PeopleForms) -> Schema:
    told_somehow = {"anyOf": [{"required": [key]} for key in ("price", "url")]}
    unpaid = {"enum": [None, "", 0, "0", *sorted(FREE)]}
    paid = {"required": ["price"], "properties": {"price": {"not": unpaid}}}
    return build_mapping(
        spellings.OFFER,
        {
            "name": values.TEXT,
            "price": values.PRICE,
            "currency": values.CURRENCY,
            "availability": values.words(AVAILABILITIES),
            "url": values.URL,
            "valid_from": values.MOMENT,
        },
        forms.told.find(LIST, "`offers`"),
        unless_spelled(spellings.OFFER, ["price", "url"], told_somehow),
        unless_spelled(
            spellings.OFFER, ["price", "currency"], {"if": paid, "then": {"required": ["currency"]}}
        ),
    )


def _build_comment(forms: PeopleForms) -> Schema:
    kinds = {
        "author": forms.author(spellings.COMMENTER, "comment", "name", "person"),
        "date": values.MOMENT,
        "text": values.MARKDOWN,
        "kind": values.words(spellings.COMMENT_KINDS),
        "in_reply_to": values.TEXT,
        "source": values.URL,
        "lang": values.LANGUAGE,
        "status": values.words(spellings.COMMENT_STATUSES),
        "id": values.COMMENT_ID,
    }
    told = forms.told.find("comment", "Keys")
    given = (require(spellings.COMMENT, key, values.GIVEN) for key in ("author", "date"))
    return build_mapping(spellings.COMMENT, kinds, told, *given)


def _build_post(forms: PeopleForms) -> Schema:
    kinds = {
        "author": forms.author(spellings.QUOTED_AUTHOR, "quoted-post", "name", "handle", "person"),
        "network": loose(
            values.hints(NETWORKS, {"type": "string", "pattern": fold_pattern(spellings.PROFILES.known)})
        ),
        "date": values.MOMENT,
        "text": values.MARKDOWN,
        **dict.fromkeys(("url", "archive_url"), values.URL),
        "lang": values.LANGUAGE,
    }
    told = forms.told.find("quoted-post", "Keys")
    given = (require(spellings.QUOTED_POST, key, values.GIVEN) for key in ("author", "text"))
    return build_mapping(spellings.QUOTED_POST, kinds, told, *given)


def _build_front_matter(forms: PeopleForms) -> Schema:
    kinds = {
        **dict.fromkeys(SINGLE_KEYS, values.MARKDOWN),
        **dict.fromkeys(LIST_KEYS, values.TEXTS),
        "title": {**values.MARKDOWN, "type": ["string", "number", "boolean"], "minLength": 1},
        **dict.fromkeys(("date", "modified"), values.MOMENT),
        "summary": values.TEXTS,
        "slug": values.SLUG,
        "lang": values.LANGUAGE,
        "status": values.STATUS,
        **dict.fromkeys(("save_as", "url"), values.OUTPUT_PATH),
        "event": values.form(
            r"(?:.*/)?[a-z0-9](?:[a-z0-9_-]*[a-z0-9])?(?:\.ya?ml)?", "expected the id of a list"
        ),
        "guests": several({"anyOf": [values.MARKDOWN, _build_guest(forms)]}),
        "cover": forms.picture,
        "share": loose(values.TEXT, _build_share(forms)),
        "id": values.URI,
        "toc": values.FLAG,
        "comments": values.words(spellings.COMMENTS_STATES),
        "syndication": several(values.form(r".*\S", "expected a web address")),
        "redirect_from": several(values.form(r".*\S", "expected an address below the site")),
    }
    kinds["comments"]["anyOf"].append({"type": "boolean"})
    told = forms.told.find(FRONT, "Keys of this plugin", "Keys of Pelican")
    others: dict[str, Schema | bool] = {}
    for key in KNOWN_KEYS:
        others[rf"^(?!{key}$){case_pattern(key)}$"] = kinds[key]
        others[rf"^(?!{case_pattern(key)}$)" + fold_pattern([fold_key(key)])[1:]] = False
    others[fold_pattern([*FRENCH_KEYS, "followup", "followups"])] = False
    others[f"^(?:{'|'.join(KEPT_BEGINNINGS)})"] = False
    return {
        "type": "object",
        "properties": {key: {"description": told[key], **kinds[key]} for key in KNOWN_KEYS},
        "patternProperties": others,
        "additionalProperties": values.TEXTS,
        "anyOf": [
            {"required": ["title"]},
            {"not": {"propertyNames": {"not": {"pattern": rf"^(?!title$){case_pattern('title')}$"}}}},
        ],
    }


def _build_guest(forms: PeopleForms) -> Schema:
    told = forms.told.find(FRONT, "`guests`")
    given = require(spellings.GUEST, "name", values.FILLED)
    return build_mapping(spellings.GUEST, {**forms.shared, "role": values.TEXT}, told, given)


def _build_share(forms: PeopleForms) -> Schema:
    networks = Vocabulary("a text for each network", tuple(sorted(SHARE_NETWORKS)))
    told = dict.fromkeys(networks.keys, "Words for this network.")
    names = "|".join(map(case_pattern, SHARE_NETWORKS))
    listed = {"type": ["string"], "pattern": rf"^\s*(?:(?:{names})\s*,?\s*)*$"}
    kinds = {
        "text": values.TEXT,
        "texts": loose(build_mapping(networks, dict.fromkeys(networks.keys, values.TEXT), told)),
        "via": values.HANDLE_ON_X,
        "hashtags": values.TEXTS,
        "networks": several(values.hints(SHARE_NETWORKS, listed)),
    }
    return build_mapping(spellings.SHARE, kinds, forms.told.find(FRONT, "`share`"))
