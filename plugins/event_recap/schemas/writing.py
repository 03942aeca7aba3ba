"""Writes the schemas into the package: ``python -m event_recap.schemas.writing docs/reference``."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from . import FOLDER, name_file
from .descriptions import Descriptions
from .documents import build_documents


def build_files(reference: Path) -> dict[str, str]:
    """Return the text of each file by its name.

    Args:
        reference: Folder of the reference pages.
    """
    documents = build_documents(Descriptions(reference))
    return {
        name_file(name): json.dumps(schema, ensure_ascii=False, indent=1) + "\n" for name, schema in documents
    }


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, text in build_files(Path(sys.argv[1])).items():
        (FOLDER / name).write_text(text, encoding="utf-8")
