"""Show the pictures of every text in the formats and widths that fit, wherever the text is shown."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pelican.plugins import signals

from ..page_generator import ListedContent, list_texts
from ..pictures.finding import PictureFinder
from ..run import KEY, AnyArticle, find_run
from .text import ROOT, TextPictures

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pelican.generators import Generator

    from ..run import Run


class ShownText:
    """Gives the text of a page for a place of the site: Pelican resolves what it knows, we our files.

    A feed does not ask here: it has the text as it was, with one plain file for each picture.
    """

    def __init__(self, content: AnyArticle, pictures: TextPictures, finder: PictureFinder) -> None:
        """Make what is shown, so that the files are known that it needs."""
        self._content = content
        self._pictures = pictures
        self._finder = finder
        self._html = self._shown = ""
        self._renew()

    def __call__(self, siteurl: str) -> str:
        """Return the text with every address as a page needs it.

        Args:
            siteurl: Address of the site as that page has it, without a slash at the end.
        """
        self._renew()
        return str(self._content._update_content(self._shown, siteurl)).replace(ROOT, siteurl)  # noqa: SLF001 -- how Pelican resolves links

    def _renew(self) -> None:
        html = self._content._content or ""  # noqa: SLF001 -- another plugin may change it until a page asks
        if html != self._html:
            view = getattr(self._content, KEY, None)
            has_cover = bool(view and getattr(view, "cover", None))
            self._shown = self._pictures.show(html, self._finder, has_cover=has_cover)
            self._html = html


def show_pictures(generators: list[Generator]) -> None:
    """Let every text with pictures show them, then forget what earlier builds made in vain."""
    run = find_run(generators[0].context)
    if run is None:
        return
    for content, generator in _list_contents(generators):
        if "<img" in (content._content or "") and content.status != "draft":  # noqa: SLF001 -- as above
            content.get_content = _show(content, generator, run)
    run.gallery.kept.forget_unused()


def _show(content: AnyArticle, generator: Generator, run: Run) -> ShownText:
    root = Path(generator.path)
    folder = Path(str(content.source_path)).parent.relative_to(root).as_posix()
    finder = PictureFinder(folder, str(generator.settings["SITEURL"] or ""), run.gallery)
    return ShownText(content, TextPictures(generator.env, run.addresses, root, content.lang), finder)


def _list_contents(generators: list[Generator]) -> Iterator[tuple[AnyArticle, Generator]]:
    """Yield everything with a text, and who will write it."""
    for generator in generators:
        for content in list_texts(generator):
            yield content, generator
    for content in generators[0].context["generated_content"].values():
        if isinstance(content, ListedContent):
            yield content, generators[0]


def register() -> None:
    """Connect the receiver to Pelican's signal; the last of those that make or change texts."""
    signals.all_generators_finalized.connect(show_pictures)
