"""What lists, people's files, comments and quoted posts say of somebody, and of pictures, as schemas."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from ..loading import spellings
from ..loading.permissions import METHODS
from ..loading.profiles import NO_PROFILE
from ..model.profile import NETWORKS
from . import values
from .keys import Schema, build_mapping, case_pattern, require, unless_spelled
from .values import loose, several

if TYPE_CHECKING:
    from ..loading.vocabulary import Vocabulary
    from .descriptions import Descriptions

LIST = "attendee-list"
_NAMES: dict[str, Schema] = dict.fromkeys(("name", "first_name", "last_name", "handle"), values.TEXT)
PROFILES = {f"profile-{network}": values.profile(network) for network in NETWORKS}
_FLAT = {f"profiles.{network}": PROFILES[f"profile-{network}"] for network in NETWORKS}


class PeopleForms:
    """Schemas of what is said of people alike in several kinds of files."""

    def __init__(self, told: Descriptions) -> None:
        """Take the pages that say what each key means."""
        self.told = told

    @cached_property
    def picture(self) -> Schema:
        """A path, or a mapping."""
        given = require(spellings.PICTURE, "src", values.GIVEN)
        told = self.told.find(LIST, "Pictures")
        mapping = build_mapping(spellings.PICTURE, self._picture_values, told, given)
        return loose(values.PICTURE_PATH, {"const": False}, mapping)

    @cached_property
    def picture_file(self) -> Schema:
        """The file beside a picture."""
        told = self.told.find(LIST, "The file beside a picture")
        return build_mapping(spellings.PICTURE_FILE, self._picture_values, told)

    @cached_property
    def _picture_values(self) -> dict[str, Schema]:
        number = {"anyOf": [{"type": "number", "minimum": 0, "maximum": 100}, {"type": "string"}]}
        region = loose({"type": "array", "items": number, "minItems": 4, "maxItems": 4})
        told = self.told.find(LIST, "People on a picture")
        named = {"anyOf": [{"required": ["id"]}, {"required": ["region"]}]}
        sitter = build_mapping(spellings.SITTER, {"id": values.ID, "region": region}, told, named)
        texts = dict.fromkeys(("alt", "caption", "credit", "license"), values.TEXT)
        return {"src": values.PICTURE_PATH, **texts, "people": several({"anyOf": [values.ID, sitter]})}

    @cached_property
    def consent(self) -> Schema:
        """A record of what was agreed."""
        kinds = {
            **dict.fromkeys(("given", "until"), values.DAY),
            "method": values.words(METHODS),
            **dict.fromkeys(("photo", "index", "graph"), values.FLAG),
        }
        return loose(build_mapping(spellings.CONSENT, kinds, self.told.find(LIST, "`consent`")))

    @cached_property
    def profiles(self) -> Schema:
        """A mapping of networks; also addresses, or mappings of two keys."""
        kinds = {network: PROFILES[f"profile-{network}"] for network in NETWORKS}
        told = {
            network: f"Handle or address on {known.name or 'the web'}." for network, known in NETWORKS.items()
        }
        mapping = build_mapping(spellings.PROFILES, kinds, told)
        entry = build_mapping(
            spellings.PROFILE_ENTRY, dict.fromkeys(spellings.PROFILE_ENTRY.keys, values.TEXT), _ENTRY
        )
        none = {"enum": [False, *sorted(NO_PROFILE - {""})]}
        address = {"type": "string", "pattern": "[./:]"}
        return loose(mapping, none, address, {"type": "array", "items": loose(address, entry)})

    def list_shared(self) -> dict[str, Schema]:
        """Return what stands so often that a schema says it once, by name."""
        mine = {"picture": self.picture, "consent": self.consent, "profiles": self.profiles}
        return {**values.NAMED, **mine, **PROFILES}

    @cached_property
    def shared(self) -> dict[str, Schema]:
        """What every kind of person may have."""
        return {
            **_NAMES,
            **_FLAT,
            **dict.fromkeys(("org", "job_title", "group"), values.TEXT),
            **dict.fromkeys(("note", "bio"), values.MARKDOWN),
            **dict.fromkeys(("met_with", "aliases", "moved_from"), values.IDS),
            **dict.fromkeys(("id", "person"), values.ID),
            "role": several(values.hints((role.value for role in spellings.ROLES), values.MARKDOWN)),
            "url": values.URL,
            "profiles": self.profiles,
            "photo": self.picture,
            "known_since": values.DAY,
            "visibility": values.VISIBILITY,
            "consent": self.consent,
            "follow_up": values.ANYTHING,
        }

    @cached_property
    def attendee(self) -> Schema:
        """An entry of a list that has keys."""
        told = self.told.find(LIST, "`attendees`")
        return build_mapping(
            spellings.ATTENDEE, self.shared, told, _name(spellings.ATTENDEE, "name", "handle", "id")
        )

    @cached_property
    def person(self) -> Schema:
        """A person's file."""
        told = self.told.find("person-file", "Keys")
        return build_mapping(
            spellings.PERSON, self.shared, told, require(spellings.PERSON, "name", values.FILLED)
        )

    def author(self, vocabulary: Vocabulary, page: str, *keys: str) -> Schema:
        """Return who wrote something: a name, or a mapping that has one of some keys."""
        told = self.told.find(page, "`author`")
        # The handle on a network may be one of Mastodon, which looks like an e-mail address.
        kinds = {**self.shared, "handle": values.MARKDOWN}
        mapping = build_mapping(vocabulary, kinds, told, _name(vocabulary, *keys, lone=False))
        return {"anyOf": [values.FILLED, mapping]}


_ENTRY = {"name": "The network.", "link": "Address or handle."}


def _name(vocabulary: Vocabulary, *keys: str, lone: bool = True) -> Schema:
    """Return the rule that somebody is named, or only counted."""
    filled: list[Schema] = [{"required": [key], "properties": {key: values.GIVEN}} for key in keys]
    counted: dict[str, Any] = {"pattern": f"^{case_pattern('counted')}$"}
    alone = {"required": ["visibility"], "maxProperties": 1, "properties": {"visibility": counted}}
    return unless_spelled(vocabulary, keys, {"anyOf": [*filled, alone] if lone else filled})
