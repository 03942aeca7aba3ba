"""Write pictures, films and documents as they are published."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pelican.generators import Generator

from ..documents import find_target, make_document, write_again, write_document
from ..pictures.patch import write_patched
from ..run import LENGTH_KEY, PATCHES_KEY, find_run

if TYPE_CHECKING:
    from pelican.writers import Writer


class PicturesGenerator(Generator):
    """Writes what Pelican would copy as it is; does nothing where the plugin sleeps."""

    def generate_output(self, writer: Writer) -> None:
        """Write every file that was taken from those that Pelican copies, and what pictures become."""
        run = find_run(self.context)
        if run is None:
            return
        for src, static in self.context["static_content"].items():
            if hasattr(static, LENGTH_KEY):
                write_again(writer, static.save_as, run.gallery.read(src))
                run.gallery.written.add(find_target(writer, static.save_as))
            elif hasattr(static, PATCHES_KEY):
                target = find_target(writer, static.save_as)
                write_patched(Path(static.source_path), target, getattr(static, PATCHES_KEY))
        for path, made_of, make in run.gallery.rendered.list_files():
            save_as = self.settings["STATIC_SAVE_AS"].format(path=path)
            write_document(writer, save_as, make_document(writer, save_as, (path, made_of), make))
            run.gallery.written.add(find_target(writer, save_as))
