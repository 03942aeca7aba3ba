"""The JSON Schemas say what the loading of files says, as far as an editor can see it."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from event_recap.schemas import FOLDER, SCHEMAS, read_schema
from event_recap.schemas.writing import build_files
from event_recap.setting_values import Settings
from event_recap.settings import EventRecapError, read_settings

ROOT = Path(__file__).parents[2]
KINDS = {
    "attendee": "attendee-list",
    "event": "attendee-list",
    "person": "person",
    "recap": "front-matter",
    "comment": "comment",
    "quoted_post": "quoted-post",
}
FOLDERS = {
    "attendee-list": "attendees/*.yml",
    "person": "people/*.yml",
    "front-matter": "recaps/**/*.md",
    "comment": "comments/*/*.yml",
    "quoted-post": "quoted-posts/*.yml",
    "picture": "images/*.yml",
}
UNSEEN = {
    # Two values that are one.
    "a former day that is the day",
    # Words that are near to others.
    "a role with a typo",
    "a summary with a typo",
    "an event with a typo",
    # What is in other files, in the list of zones or in the program.
    "a zone with a typo",
    "a city",
    "a cover that is missing",
    "a missing cover",
    "another id",
    "a key of Pelican's own",
    "a handle of another network",
    # What two values say together.
    "an end before the start",
    "a last day before the first",
    "an end without time",
    "a time without a start",
    "a time and a start without",
    "a time just before the start",
    "a key twice, once in capitals",
    # Signs and numbers that no pattern counts.
    "an emoji for a name",
    "a note full of brackets",
    "an hour that is skipped",
    "too far",
}
"""Mistakes that only a build tells."""


def list_mistakes():
    """Yield the kind of file, the name, the text and the lines of each mistake that tests/invalid has."""
    for kind, schema in KINDS.items():
        path = ROOT / f"tests/invalid/test_{kind}_mistakes.py"
        spec = importlib.util.spec_from_file_location(f"mistakes_{kind}", path)
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        groups = [group for name, group in vars(module).items() if name.isupper() and isinstance(group, dict)]
        for group in groups:
            for title, (text, lines) in group.items():
                if isinstance(text, str):
                    yield pytest.param(schema, title, text, lines, id=f"{kind}: {title}")


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_schema_is_one(name):
    """By the rules of JSON Schema, draft 2020-12."""
    schema = read_schema(name)

    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_schemas_are_those_that_code_and_reference_make():
    """If this fails, run: make schemas."""
    kept = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.iterdir()}

    assert kept == build_files(ROOT / "docs/reference")


@pytest.mark.parametrize("name", FOLDERS)
def test_every_file_of_the_example_is_right(name, explain):
    """An editor marks nothing in a list, a file or a front matter that a build takes."""
    files = sorted((ROOT / "content").glob(FOLDERS[name]))

    found = {file.name: explain(name, file.read_text(encoding="utf-8")) for file in files}

    assert found
    assert {file: told for file, told in found.items() if told} == {}


@pytest.mark.parametrize(("name", "title", "text", "lines"), list(list_mistakes()))
def test_a_mistake_is_one_in_the_editor_too(name, title, text, lines, explain):
    """What a build refuses is marked, and what it takes is not, but for what no editor can know."""
    is_error = any(not line.startswith("warning: ") for line in lines)

    told = explain(name, text)

    # What is no YAML, an editor tells without a schema.
    assert told is None or bool(told) is (is_error and title not in UNSEEN), told
    assert is_error or told is not None


@pytest.mark.parametrize(
    "raw",
    [
        {},
        {"strict": True, "feeds": {"person": ["atom"]}, "picture_widths": [480]},
        {"editor": {"backend": "github", "repo": "marie/blog"}},
        {"stict": True},
        {"strict": "yes"},
        {"toc_words": -1},
        {"feeds": {"person": ["atmo"]}},
        {"look": {"accent": "purple"}},
        {"share_networks": ["orkut"]},
        {"picture_widths": [1]},
        {"default_visibility": "pubic"},
        {"privacy_contact": "me"},
        {"editor": {"backend": "svn", "repo": "marie/blog"}},
        {"csp_sources": {"img": []}},
    ],
    ids=str,
)
def test_settings_are_judged_alike(raw, validators):
    """What the schema of the settings takes, a build takes."""
    try:
        is_right = isinstance(read_settings(raw), Settings)
    except EventRecapError:
        is_right = False

    assert validators["settings"].is_valid(raw) is is_right
