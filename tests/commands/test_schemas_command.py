"""New files name their schema, and it is there."""

from __future__ import annotations

from pathlib import Path

import pytest

from event_recap.schemas import SCHEMAS, name_file, read_schema


@pytest.mark.parametrize(
    ("words", "path", "schema"),
    [
        (
            ("new", "event", "--name", "Focus 20", "--id", "focus-20"),
            "attendees/focus-20.yml",
            "attendee-list",
        ),
        (("new", "person", "--name", "Anne Roy"), "people/anne-roy.yml", "person"),
    ],
)
def test_a_new_file_names_its_schema(words, path, schema, write_site, run):
    """By a path from the file itself, so that editors need no network; a build reads the file all the same."""
    write_site({"attendees/a.yml": "- Bob\n"})

    done = run(*words)

    file = Path("content", path)
    first = file.read_text(encoding="utf-8").splitlines()[0]
    assert first == f"# yaml-language-server: $schema=../../.schemas/{name_file(schema)}"
    assert file.parent.joinpath(first.partition("=")[2]).is_file()
    assert (done.code, run("consents").code) == (0, 0)


def test_an_imported_list_names_its_schema(write_site, run, read, tmp_path):
    """Where the import makes the file."""
    write_site({"attendees/a.yml": "- Bob\n"})
    (tmp_path / "list.csv").write_text("Name\nAnne Roy\n", encoding="utf-8")

    run("import", "list.csv", "--event", "focus-20", "--yes")

    assert read("attendees/focus-20.yml").startswith("# yaml-language-server: $schema=../../.schemas/")
    assert (tmp_path / ".schemas" / name_file("attendee-list")).is_file()


def test_the_schemas_are_written_anew_where_they_differ(write_site, run, tmp_path):
    """After an update of the plugin, one command brings them up to date."""
    write_site({"attendees/a.yml": "- Bob\n"})
    run("schemas")
    (tmp_path / ".schemas" / name_file("person")).write_text("{}", encoding="utf-8")

    done = run("schemas")

    assert "1 of 7 schemas written" in done.out
    assert {path.name for path in (tmp_path / ".schemas").iterdir()} == set(map(name_file, SCHEMAS))
    assert read_schema("person")["title"] in (tmp_path / ".schemas" / name_file("person")).read_text("utf-8")
