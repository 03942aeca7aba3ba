"""What a build had in memory when it ended, and the pages of texts that changed since."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pelican.generators import ArticlesGenerator, PagesGenerator
from pelican.writers import Writer

from ..build.discretion import build_discretion
from ..build.verdict import find_problems_of
from ..engine.circumstances import name_day
from ..errors import Place, Severity
from ..loading.files import display_path
from ..loading.returned import check_text, find_names
from ..proof.check import prepare_proof
from ..run import Redirect, find_run
from .answers import Answer
from .changes import Sorter
from .reading import CONTENTS, list_drafts, read_texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pelican.generators import Generator

    from ..errors import Problem
    from ..run import AnyArticle
    from .answers import Request


class Snapshot:
    """The site as it was built. Once it has shown texts it is spent: each request has a fork of its own."""

    def __init__(self, generators: Sequence[Generator]) -> None:
        """Keep what was built, and make ready what every request needs.

        Args:
            generators: All of Pelican's of one build, of a site of ours.
        """
        self._context: dict[str, Any] = generators[0].context
        run = find_run(self._context)
        if run is None:
            raise TypeError(generators)
        self._run = run
        self._settings = generators[0].settings
        self._generators = [
            one for one in generators if type(one) is ArticlesGenerator or type(one) is PagesGenerator
        ]
        self._content = Path(self._settings["PATH"])
        self._sorter = Sorter(self._generators)
        self._day = name_day(self._settings)
        self._mask = build_discretion(run, self._content).mask
        self._proof = prepare_proof(run, self._context)

    def show(self, request: Request) -> Answer:
        """Write the pages of the texts that changed, or tell what is wrong with them.

        Who may be shown was decided when the lists were read: where these changed as well, or another day
        began, nothing is shown before the next build.
        """
        sorted_texts = self._sorter.sort(request.changed)
        if sorted_texts is None or name_day(self._settings) != self._day:
            return Answer()
        chosen = {self._generators[place]: names for place, names in sorted_texts.items()}
        paths = [self._content / name for names in chosen.values() for name in names]
        sources = tuple(display_path(path) for path in paths)
        if not chosen:
            return Answer(is_shown=True)
        former = dict(self._context[CONTENTS])
        self._run.problems.clear()
        self._run.gallery.kept.spare()
        texts = read_texts(chosen, self._context)
        self._run.report(self._find_returned(paths))
        self._run.report(find_problems_of(texts, self._generators[0]))
        lines = self._word(problem for problem in self._run.problems if problem.place.source in sources)
        if not lines:
            folder = Path(request.folder)
            self._write(chosen, folder)
            self._write_ways(texts, former, folder)
            lines = self._word(self._proof.check(folder).problems)
        return Answer(is_shown=True, problems=lines, drafts=list_drafts(texts), texts=sources)

    def _find_returned(self, paths: Iterable[Path]) -> Iterator[Problem]:
        """Yield a problem for each line that brings somebody back who asked to be forgotten."""
        if self._run.removed:
            others = find_names(self._run.registry)
            for path in paths:
                name = path.relative_to(self._content).as_posix()
                yield from check_text(path, name, self._run.removed, others)

    def _write(self, chosen: Iterable[ArticlesGenerator | PagesGenerator], folder: Path) -> None:
        """Write the pages, as the build does."""
        writer = Writer(str(folder), settings=self._settings)
        write = partial(writer.write_file, relative_urls=self._settings["RELATIVE_URLS"])
        for generator in chosen:
            if isinstance(generator, ArticlesGenerator):
                generator.generate_articles(write)
                generator.generate_drafts(write)
            else:
                generator.generate_output(writer)

    def _write_ways(self, texts: Iterable[AnyArticle], former: dict[str, Any], folder: Path) -> None:
        """Let the open page lead on where a text has another address than before."""
        template = self._generators[0].get_template("event_recap/redirect")
        writer = Writer(str(folder), settings=self._settings)
        for text in texts:
            before = former.get(text.get_relative_source_path())
            if before and not (folder / before.save_as).exists():
                way = Redirect(
                    save_as=before.save_as,
                    url=before.url,
                    target=text.url,
                    title=text.title,
                    place=Place(display_path(Path(text.source_path))),
                )
                relative_urls = self._settings["RELATIVE_URLS"]
                writer.write_file(
                    way.save_as,
                    template,
                    self._context,
                    relative_urls=relative_urls,
                    url=way.url,
                    redirect=way,
                )

    def _word(self, problems: Iterable[Problem]) -> tuple[str, ...]:
        """Return the lines of what stops a build, in the order of reading."""
        errors = {problem for problem in problems if problem.severity is Severity.ERROR}
        ordered = sorted(errors, key=lambda problem: problem.sort_key)
        return tuple(self._mask(problem).told for problem in ordered)
