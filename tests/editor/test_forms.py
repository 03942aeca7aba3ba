"""The forms of the editor are the schemas in other words."""

from __future__ import annotations

import json

import pytest

from event_recap.editor.config import build_config, read_forms
from event_recap.loading import spellings
from event_recap.loading.metadata import KNOWN_KEYS
from event_recap.schemas import read_schema

FOLDERS = {name: f"content/{name}" for name in ("recaps", "attendees", "people", "pages", "images")}


@pytest.fixture(name="forms", scope="module")
def fixture_forms():
    """Return the form of each kind of file."""
    return read_forms()


def test_every_key_has_a_field(forms):
    """Nothing that a file may say is left out of its form."""
    event, attendees = forms["list"].parts.values()

    assert tuple(forms["recap"].parts) == KNOWN_KEYS
    assert tuple(forms["person"].parts) == spellings.PERSON.keys
    assert tuple(event.parts) == spellings.EVENT.keys
    assert tuple(attendees.item.parts) == spellings.ATTENDEE.keys
    assert tuple(event.parts["location"].parts) == spellings.LOCATION.keys


def test_choices_are_those_of_the_model(forms):
    """A word that is read can be chosen, and no other."""
    event, attendees = forms["list"].parts.values()

    assert attendees.item.parts["role"].item.words == tuple(role.value for role in spellings.ROLES)
    assert event.parts["coverage"].item.parts["type"].words == tuple(
        kind.value for kind in spellings.COVERAGE_TYPES
    )
    assert attendees.item.parts["consent"].parts["photo"].words == ("true", "false")


def test_what_a_text_alone_stands_for_is_known(forms):
    """A bare name, an id, a path and a place are shown in their forms, and written back as they were."""
    event, attendees = forms["list"].parts.values()

    assert attendees.item.bare == "name"
    assert event.parts["organizers"].item.bare == "id"
    assert (event.parts["location"].bare, event.parts["cover"].bare) == ("name", "src")
    assert (forms["recap"].parts["guests"].item.bare, forms["recap"].parts["share"].bare) == ("name", "text")


def test_every_field_says_what_its_key_means(forms):
    """In the words of the reference page."""
    told = {key: form.about for key, form in forms["recap"].parts.items()}

    schema = read_schema("front-matter")["properties"]
    assert told == {key: schema[key]["description"] for key in KNOWN_KEYS}


def test_the_editor_gets_the_repository_that_the_settings_name():
    """In its own words, with a folder for each kind of file."""
    editor = {"backend": "gitlab", "repo": "marie/blog", "branch": "main"}

    config = build_config(editor, FOLDERS, "https://blog.example")["config"]

    assert config["backend"] == {"name": "gitlab", "repo": "marie/blog", "branch": "main"}
    assert [one["folder"] for one in config["collections"]] == list(FOLDERS.values())[:4]
    assert json.dumps(config)
