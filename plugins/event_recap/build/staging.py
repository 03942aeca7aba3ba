"""A build writes beside the output folder; what it wrote is put in place when all of it is right.

The manifest beside the output folder lists what the last build put into it. Only these files are
ever removed, so that nothing else in the folder is touched, whatever folder a site names. It does
not lie in the folder: it names drafts, which nobody may find by it on the web.
"""

from __future__ import annotations

import errno
import filecmp
import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


def find_staging(output: Path) -> Path:
    """Return the folder beside the output folder into which a build writes; on the same file system."""
    return output.parent / f".{output.name}.staging"


def find_manifest(output: Path) -> Path:
    """Return the file beside the output folder that has, on each line, one path below it; sorted."""
    return output.parent / f".{output.name}.manifest"


def open_staging(output: Path) -> Path:
    """Make an empty folder to write into, in the place of one that a broken build left."""
    staging = find_staging(output)
    shutil.rmtree(staging, ignore_errors=True)
    staging.mkdir(parents=True)
    return staging


def publish_staging(output: Path) -> None:
    """Put a complete build in place: replace what changed, remove what was withdrawn, keep the rest."""
    staging = find_staging(output)
    output.mkdir(parents=True, exist_ok=True)
    withdrawn = _read_manifest(output)
    written = sorted(path.relative_to(staging).as_posix() for path in _find_files(staging))
    # Told before anything moves: a build that is interrupted here leaves no file that nobody knows of.
    _write_manifest(output, sorted({*written, *withdrawn}))
    for name in written:
        _clear_way(output / name, output, withdrawn)
        _put_in_place(staging / name, output / name)
    for name in sorted(withdrawn - set(written)):
        _remove(output / name, output)
    _write_manifest(output, written)
    shutil.rmtree(staging, ignore_errors=True)


def discard_staging(output: Path) -> None:
    """Forget a build that went wrong; the output folder stays as it was."""
    shutil.rmtree(find_staging(output), ignore_errors=True)


def _find_files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if not path.is_dir())


def _read_manifest(output: Path) -> set[str]:
    manifest = find_manifest(output)
    names = os.fsdecode(manifest.read_bytes()).split("\n") if manifest.is_file() else []
    return {name for name in names if _is_inside(name, output)}


def _is_inside(name: str, output: Path) -> bool:
    """Tell whether a name of the manifest, which somebody may have edited, lies in the output folder."""
    if not name or "\0" in name:
        return False
    return (output / name).resolve().is_relative_to(output.resolve())


def _write_manifest(output: Path, names: list[str]) -> None:
    manifest = find_manifest(output)
    unfinished = manifest.with_name(f"{manifest.name}.new")
    unfinished.write_bytes(os.fsencode("".join(f"{name}\n" for name in names)))
    unfinished.replace(manifest)


def _put_in_place(staged: Path, target: Path) -> None:
    if target.is_file() and not target.is_symlink() and filecmp.cmp(staged, target, shallow=False):
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        staged.replace(target)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        _copy_in_place(staged, target)


def _copy_in_place(staged: Path, target: Path) -> None:
    """Replace a file where the output folder is a disk of its own, as in a container."""
    beside = target.with_name(f".{target.name}.new")
    shutil.copyfile(staged, beside)
    beside.replace(target)


def _clear_way(target: Path, output: Path, withdrawn: set[str]) -> None:
    """Remove what stands in the way of a file: a page that became a section, or a section that became a page.

    Of such a section only what an earlier build wrote is removed.
    """
    for folder in target.relative_to(output).parents:
        if (output / folder).is_file():
            (output / folder).unlink()
    if target.is_dir() and not target.is_symlink():
        inside = target.relative_to(output).as_posix() + "/"
        for name in sorted(name for name in withdrawn if name.startswith(inside)):
            _remove(output / name, output)


def _remove(path: Path, output: Path) -> None:
    """Remove a file, and the folders that are empty without it."""
    if not path.is_file() and not path.is_symlink():
        return
    path.unlink()
    folder = path.parent
    while folder != output and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
