"""``schemas``: the JSON Schemas of the files, where editors find them without a network."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from ..loading.files import display_path
from ..schemas import FOLDER, SCHEMAS, name_file
from ..wording.speech import say
from .arguments import add_command
from .changes import FileChange, write_changes
from .opening import open_site

if TYPE_CHECKING:
    import argparse

    from .arguments import Commands

PLACE = ".schemas"
"""Folder of the schemas, beside the content folder."""


def add_schemas(commands: Commands) -> None:
    """Add ``schemas`` to the parser of all commands."""
    words = (
        "write the JSON Schemas by which editors complete and check lists, people's files and front matter"
    )
    parser = add_command(commands, "schemas", words, _run)
    parser.epilog = "Example: event-recap schemas --settings pelicanconf.py"


def plan_schemas(content: Path) -> list[FileChange]:
    """Return the schemas that are missing beside a content folder, or of another version."""
    folder = content.absolute().parent / PLACE
    changes = []
    for name in map(name_file, SCHEMAS):
        path, after = folder / name, (FOLDER / name).read_text(encoding="utf-8")
        before = path.read_text(encoding="utf-8") if path.is_file() else ""
        if before != after:
            changes.append(FileChange(path, before, after))
    return changes


def write_modeline(file: Path, content: Path, schema: str) -> str:
    r"""Return the comment by which editors find the schema of a file.

    >>> write_modeline(Path("/s/content/people/anne.yml"), Path("/s/content"), "person")
    '# yaml-language-server: $schema=../../.schemas/person.schema.json\n'
    """
    place = content.absolute().parent / PLACE / name_file(schema)
    path = Path(os.path.relpath(place, file.absolute().parent)).as_posix()
    return f"# yaml-language-server: $schema={path}\n"


def _run(chosen: argparse.Namespace) -> int:
    site = open_site(chosen.settings)
    changes = plan_schemas(site.content)
    write_changes(changes)
    folder = display_path(site.content.absolute().parent / PLACE)
    say(f"{folder}: {len(changes)} of {len(SCHEMAS)} schemas written\n")
    return 0
