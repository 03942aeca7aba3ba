"""What the last build put into the output folder: only these files are ever removed.

The list lies beside the output folder and not in it: it names drafts, which nobody may find by it on the web.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, replace
from functools import cache
from hashlib import sha256
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

_LINE = re.compile(r"(?P<name>.+)\t(?P<sha256>[0-9a-f]{64})\t(?P<seconds>-?\d{1,15})\t(?P<source>[^\t]*)")
_DOTS = frozenset({"", ".", ".."})
_SIGNS = frozenset("\\:")
_AT_ONCE = 1 << 20


@dataclass(frozen=True, slots=True)
class Entry:
    """What is known of one file that a build wrote."""

    sha256: str
    """Of its bytes, 64 hexadecimal digits."""
    seconds: int
    """When it became what it is, in seconds since 1970."""
    source: str = ""
    """Path of the file from which it was made, as an author types it; empty where it is of several."""


NOTHING: Mapping[str, Entry] = MappingProxyType({})


def find_manifest(output: Path) -> Path:
    """Return the file beside the output folder that has a line for each file below it, sorted.

    A line holds path, SHA-256, time and source, with tabs between them.
    """
    return output.parent / f".{output.name}.manifest"


def read_manifest(output: Path) -> set[str]:
    """Return the paths of the last build; empty where there was none."""
    root = output.resolve()

    @cache
    def is_inside(name: str) -> bool:
        """Tell whether a name lies below the folder: most do where theirs does, which is seen once."""
        if not name:
            return True
        # A link, dots, and what Windows takes for a drive or a folder may lead anywhere.
        is_plain = _DOTS.isdisjoint(name.split("/")) and (os.sep == "/" or _SIGNS.isdisjoint(name))
        if is_plain and not os.path.islink(os.path.join(root, name)):
            return is_inside(name.rpartition("/")[0])
        return _is_inside(name, root)

    return {name for name in read_entries(output) if "\0" not in name and is_inside(name)}


def read_entries(output: Path) -> dict[str, Entry | None]:
    """Return what is known of each file of the last build, by path; None of those that are only named.

    Somebody may have edited the list: ``read_manifest`` looks where a path leads.
    """
    return dict(_read_lines(output))


def write_manifest(output: Path, names: Iterable[str], entries: Mapping[str, Entry] = NOTHING) -> None:
    """Replace the list, whole or not at all: without it, what is to be withdrawn would stay for ever."""
    manifest = find_manifest(output)
    unfinished = manifest.with_name(f"{manifest.name}.new")
    lines = "".join(f"{_write_line(name, entries.get(name))}\n" for name in sorted(names))
    unfinished.unlink(missing_ok=True)  # a link would lead elsewhere
    with unfinished.open("xb") as stream:
        stream.write(os.fsencode(lines))
        stream.flush()
        os.fsync(stream.fileno())  # a name may reach the disk before what it stands for
    unfinished.replace(manifest)


def describe_file(path: Path, source: str) -> Entry:
    """Return what is to be known of a file that was written."""
    digest = sha256()
    with path.open("rb", buffering=0) as stream:
        while part := stream.read(_AT_ONCE):
            digest.update(part)
        seconds = int(os.fstat(stream.fileno()).st_mtime)
    return Entry(digest.hexdigest(), seconds, _write_source(source))


def describe_again(entry: Entry, source: str) -> Entry:
    """Return what is to be known of a file that is as it was, whatever it is made from now."""
    return entry if entry.source == source else replace(entry, source=_write_source(source))


def _write_source(source: str) -> str:
    return re.sub(r"[\t\n]", " ", source)


def _read_lines(output: Path) -> Iterator[tuple[str, Entry | None]]:
    manifest = find_manifest(output)
    for line in os.fsdecode(manifest.read_bytes()).split("\n") if manifest.is_file() else ():
        if found := _LINE.fullmatch(line):
            yield found["name"], Entry(found["sha256"], int(found["seconds"]), found["source"])
        elif line:
            yield line, None


def _write_line(name: str, entry: Entry | None) -> str:
    return f"{name}\t{entry.sha256}\t{entry.seconds}\t{entry.source}" if entry else name


def _is_inside(name: str, root: Path) -> bool:
    """Tell whether a name of the list, which somebody may have edited, lies below a resolved folder."""
    return (root / name).resolve().is_relative_to(root)
