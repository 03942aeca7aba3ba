"""JSON Schemas of the files that an author types, for editors and for the forms of a browser.

Made from the tables by which files are read and from the reference pages, by ``make schemas``; a test
compares, so that they cannot differ from either.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "files"
SCHEMAS = ("attendee-list", "person", "front-matter", "comment", "quoted-post", "picture", "settings")
"""Names of the schemas; the file of each has the ending ``.schema.json``."""


def name_file(name: str) -> str:
    """Return the file of a schema.

    >>> name_file("person")
    'person.schema.json'
    """
    return f"{name}.schema.json"


def read_schema(name: str) -> dict[str, Any]:
    """Return one of the schemas."""
    schema: dict[str, Any] = json.loads((FOLDER / name_file(name)).read_text(encoding="utf-8"))
    return schema
