"""Write the page on which a site can be edited, where its settings ask for it."""

from __future__ import annotations

import json
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pelican.generators import Generator
from pelican.plugins import signals

from ..documents import write_document
from ..errors import Place, Problem
from ..loading.git import ask_git
from ..model.response_headers import build_editor_policy
from ..run import find_run
from ..settings import NAME
from .config import build_config
from .packages import find_folder, list_names

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pelican.writers import Writer

FOLDER = "admin"
"""Where the page is, below the output folder."""
OWN = Path(__file__).parent / "files"
_MISSING = "the editor is not on this computer yet; fetch it once with 'event-recap editor'"


class EditorGenerator(Generator):
    """Writes one folder; does nothing where the plugin sleeps or the settings name no editor."""

    def generate_context(self) -> None:
        """Claim the files, and tell where those of others are missing."""
        run = find_run(self.context)
        if run is None or not run.settings.editor:
            return
        if not all((self._find_kept() / name).is_file() for name in list_names()):
            run.report([Problem(Place(NAME), "editor", _MISSING)])
        for name in ("index.html", "begin.js", "editor.js", "forms.json", *list_names()):
            run.plan(f"{FOLDER}/{name}", Place(NAME))

    def generate_output(self, writer: Writer) -> None:
        """Write the page, its forms and its scripts."""
        run = find_run(self.context)
        if run is None or not run.settings.editor:
            return
        for name, content in self._build_files(run.settings.editor):
            write_document(writer, f"{FOLDER}/{name}", content)

    def _build_files(self, editor: Mapping[str, str]) -> Iterator[tuple[str, bytes]]:
        for name in list_names():
            yield name, (self._find_kept() / name).read_bytes()
        for name in ("begin.js", "editor.js"):
            yield name, (OWN / name).read_bytes()
        page = (OWN / "index.html").read_text(encoding="utf-8")
        policy, title = build_editor_policy(editor), str(self.settings["SITENAME"])
        yield (
            "index.html",
            page.replace("@policy@", escape(policy)).replace("@title@", escape(title)).encode(),
        )
        forms = build_config(editor, self._find_folders(), str(self.settings["SITEURL"] or ""))
        yield "forms.json", json.dumps(forms, ensure_ascii=False, separators=(",", ":")).encode()

    def _find_kept(self) -> Path:
        return find_folder(Path(self.path))

    def _find_folders(self) -> dict[str, str]:
        """Return the folders of the texts and lists, as the repository has them."""
        content = Path(self.path).absolute()
        top = (ask_git(content, "rev-parse", "--show-toplevel") or "").strip()
        is_inside = bool(top) and content.resolve().is_relative_to(Path(top).resolve())
        base = content.resolve().relative_to(Path(top).resolve()) if is_inside else Path(content.name)
        run: Any = find_run(self.context)
        inner = {
            "recaps": next(iter(self.settings["ARTICLE_PATHS"]), ""),
            "pages": next(iter(self.settings["PAGE_PATHS"]), ""),
            "attendees": run.settings.attendees_path,
            "people": run.settings.people_path,
            "images": "images",
        }
        return {name: (base / folder).as_posix() for name, folder in inner.items()}


def offer_generator(_pelican: object) -> type[EditorGenerator]:
    """Tell Pelican about our generator."""
    return EditorGenerator


def register() -> None:
    """Connect the receiver to Pelican's signal."""
    signals.get_generators.connect(offer_generator)
