"""Builds a site many times in one process, as a server that rebuilds does."""

from __future__ import annotations

import contextlib
import io
import os
import warnings
from pathlib import Path
from zlib import crc32

import pytest
from expected import may_mention
from invented_site import InventedSite
from pelican import Pelican
from pelican.settings import read_settings
from PIL import Image

from event_recap.cli import main
from event_recap.proof.check import Proof, Verdict

ROOT = Path(__file__).parents[2]
CONFIGURATION = f"""\
from pathlib import Path
exec(Path({str(ROOT / "pelicanconf.py")!r}).read_text(encoding="utf-8"))
PLUGIN_PATHS, THEME, EXTRA_PATH_METADATA = [{str(ROOT / "plugins")!r}], {str(ROOT / "theme")!r}, {{}}
SITENAME, AUTHOR, PATH, OUTPUT_PATH, CACHE_PATH = "Rencontres", "La salle", "content", "output", "cache"
"""
CACHES = (None, "reader", "generator")


class Author:
    """Keeps a site in a folder, and builds it."""

    def __init__(self, folder, seed, monkeypatch):
        """Make the settings; a third of the sites has no cache of Pelican's, the others one of each kind."""
        self.folder, self.site = folder, InventedSite(seed)
        self.proved = []
        cache = CACHES[seed % 3]
        feeds = {kind: ["atom", "json"] for kind in ("person", "series", "author")}
        ours = {"feeds": feeds} | (
            {"strict": True} if self.site.is_strict else {"default_visibility": self.site.default}
        )
        text = f"{CONFIGURATION}CACHE_CONTENT = LOAD_CONTENT_CACHE = {bool(cache)}\n"
        text += f"CONTENT_CACHING_LAYER = {cache or 'reader'!r}\nEVENT_RECAP = {ours!r}\n"
        text += "EVENT_RECAP_PUBLISH = {}\n"
        (folder / "pelicanconf.py").write_text(text, encoding="utf-8")
        check = Proof.check
        monkeypatch.setattr(Proof, "check", lambda proof, *given: self._ask(check, proof, *given))

    def _ask(self, check, proof, output, spared=frozenset()):
        """Take the proof off, and ask it all the same: what it would say is kept beside what was written."""
        whole, asked = check(proof, output), check(proof, output, spared)
        assert asked.problems == whole.problems, "what was spared is not proved"
        self.proved.extend(whole.problems)
        return Verdict(is_clean=asked.is_clean)

    def write(self):
        """Write the site as it is now; what it has no longer is deleted."""
        content, files = self.folder / "content", self.site.write(may_mention)
        for path in content.rglob("*.*"):
            if path.relative_to(content).as_posix() not in {*files, "ids.yml", "removed.yml"}:
                path.unlink()
        for name, text in files.items():
            path = content / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if text is None:
                Image.new("RGB", (2, 2), crc32(name.encode()) % 2**24).save(path)  # no two are alike
            elif not path.exists() or path.read_text(encoding="utf-8") != text:
                path.write_text(text, encoding="utf-8")

    def run(self, *arguments):
        """Run a command in the folder, and return its exit code."""
        with contextlib.chdir(self.folder), contextlib.redirect_stdout(io.StringIO()):
            return main(arguments)

    def find_words(self, words):
        """Return the files of the content and of Pelican's cache that hold a word, in name or content."""
        files = [
            path
            for name in ("content", "cache")
            for path in (self.folder / name).rglob("*")
            if path.is_file()
        ]
        needles = [word.lower().encode() for word in words]
        held = {path: (path.name.encode() + path.read_bytes()).lower() for path in files}
        return sorted(path.name for path, data in held.items() if any(needle in data for needle in needles))

    def read(self):
        """Return the bytes of every file of the site, by path."""
        output = self.folder / "output"
        return {path.relative_to(output): path.read_bytes() for path in output.rglob("*") if path.is_file()}

    def build(self, pelican=Pelican, **settings):
        """Build with a class of Pelican's, and return the exit code and what the author reads."""
        told = io.StringIO()
        self.proved.clear()
        with contextlib.chdir(self.folder), warnings.catch_warnings(), contextlib.redirect_stderr(told):
            warnings.simplefilter("ignore")  # Pelican's own
            os.environ["SOURCE_DATE_EPOCH"] = str(find_noon(self.site.today))
            try:
                with contextlib.redirect_stdout(io.StringIO()):
                    pelican(read_settings("pelicanconf.py", override=settings)).run()
            except SystemExit as ended:
                return ended.code, told.getvalue()
            finally:
                del os.environ["SOURCE_DATE_EPOCH"]
        return 0, told.getvalue()


def find_noon(day):
    """Return the seconds since 1970 at noon of a day."""
    from datetime import UTC, datetime

    return int(datetime(day.year, day.month, day.day, 12, tzinfo=UTC).timestamp())


@pytest.fixture(name="make_author")
def fixture_make_author(tmp_path, monkeypatch):
    """Return what makes the author of the site of a seed."""

    def make_author(seed):
        folder = tmp_path / str(seed)
        (folder / "content").mkdir(parents=True)
        return Author(folder, seed, monkeypatch)

    return make_author
