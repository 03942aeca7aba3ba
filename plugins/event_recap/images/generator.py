"""Write pictures as they are published."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pelican.generators import Generator

from ..documents import write_document
from ..run import LENGTH_KEY, find_run

if TYPE_CHECKING:
    from pelican.writers import Writer


class PicturesGenerator(Generator):
    """Writes what Pelican would copy as it is; does nothing where the plugin sleeps."""

    def generate_output(self, writer: Writer) -> None:
        """Write every picture that was taken from Pelican's own files."""
        run = find_run(self.context)
        if run is None:
            return
        for src, static in self.context["static_content"].items():
            if hasattr(static, LENGTH_KEY):
                write_document(writer, static.save_as, run.gallery.read(src))
