"""What the last build put into the output folder: only these files are ever removed.

The list lies beside the output folder and not in it: it names drafts, which nobody may find by it on the web.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def find_manifest(output: Path) -> Path:
    """Return the file beside the output folder that has, on each line, one path below it; sorted."""
    return output.parent / f".{output.name}.manifest"


def read_manifest(output: Path) -> set[str]:
    """Return the paths of the last build; empty where there was none."""
    manifest = find_manifest(output)
    names = os.fsdecode(manifest.read_bytes()).split("\n") if manifest.is_file() else []
    root = output.resolve()
    return {name for name in names if _is_inside(name, root)}


def write_manifest(output: Path, names: list[str]) -> None:
    """Replace the list, whole or not at all."""
    manifest = find_manifest(output)
    unfinished = manifest.with_name(f"{manifest.name}.new")
    unfinished.write_bytes(os.fsencode("".join(f"{name}\n" for name in names)))
    unfinished.replace(manifest)


def _is_inside(name: str, root: Path) -> bool:
    """Tell whether a name of the list, which somebody may have edited, lies below a resolved folder."""
    if not name or "\0" in name:
        return False
    return (root / name).resolve().is_relative_to(root)
