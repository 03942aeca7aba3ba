"""``editor``: fetch, once, the programs of others that the page for editing in the browser runs."""

from __future__ import annotations

import io
import subprocess
import tarfile
import tempfile
from base64 import b64encode
from hashlib import sha512
from pathlib import Path
from typing import TYPE_CHECKING

from ..editor.packages import PACKAGES, find_folder
from ..errors import EventRecapError, Place, Problem
from ..loading.files import display_path
from ..wording.speech import say
from .arguments import add_command
from .opening import open_site

if TYPE_CHECKING:
    import argparse

    from ..editor.packages import Package
    from .arguments import Commands

_NO_NPM = "npm is not on this computer; install Node.js, which brings it, and try again"


def add_editor(commands: Commands) -> None:
    """Add ``editor`` to the parser of all commands."""
    words = "fetch what the page for editing in the browser runs, once; needs npm"
    parser = add_command(commands, "editor", words, _run)
    parser.epilog = "Example: event-recap editor --settings pelicanconf.py"


def _run(chosen: argparse.Namespace) -> int:
    folder = find_folder(open_site(chosen.settings).content)
    fetch_packages(folder)
    say(f"{display_path(folder)}: the editor is here; build the site, and open /admin/\n")
    return 0


def fetch_packages(folder: Path) -> None:
    """Fetch every package by npm, and keep the files that the page needs.

    Raises:
        EventRecapError: npm is missing or fails, or what it brought is not what was tested.
    """
    contents = {
        name: data for package in PACKAGES for name, data in _unpack(package, _fetch(package)).items()
    }
    for name, data in contents.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def _fetch(package: Package) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        words = ["npm", "pack", "--silent", "--pack-destination", folder, f"{package.name}@{package.version}"]
        try:
            done = subprocess.run(  # noqa: S603 -- no shell; every word is ours
                words, cwd=folder, capture_output=True, encoding="utf-8", errors="replace", check=False
            )
        except OSError:
            raise _refuse(_NO_NPM) from None
        archives = sorted(Path(folder).glob("*.tgz"))
        if done.returncode or not archives:
            last = done.stderr.strip().splitlines()[-1:] or ["no reason given"]
            what = f"npm could not fetch {package.name} {package.version}: {last[0]}"
            raise _refuse(what)
        return archives[0].read_bytes()


def _unpack(package: Package, archive: bytes) -> dict[str, bytes]:
    """Return the files of an archive that the page needs, once it is proved to be the one that was tested."""
    if hash_archive(archive) != package.integrity:
        what = f"what came as {package.name} {package.version} is not what was tested; nothing was written"
        raise _refuse(what)
    found = {}
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        for path, name in package.files.items():
            stream = tar.extractfile(f"package/{path}")
            found[name] = stream.read() if stream else b""
    return found


def hash_archive(archive: bytes) -> str:
    """Return the SHA-512 of an archive as npm writes it."""
    return b64encode(sha512(archive).digest()).decode()


def _refuse(what: str) -> EventRecapError:
    return EventRecapError([Problem(Place("npm"), "", what)])
