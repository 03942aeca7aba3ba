"""Prove that a site shows of nobody more than may be shown."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..engine.digests import combine
from ..loading.returned import find_names
from ..model.secret import find_secrets
from .forgotten import Forgotten
from .sources import Sources

if TYPE_CHECKING:
    from collections.abc import Container, Mapping

    from ..errors import Problem
    from ..model.secret import Secrets
    from ..run import Run

OWN_TEMPLATES = Path(__file__).parent.parent / "templates"
KEY = "EVENT_RECAP_PROOF"
"""Key of Pelican's settings under which the proof waits for the end of the build."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a search came to."""

    problems: tuple[Problem, ...] = ()
    """One for each thing that may not be shown."""
    is_clean: bool = False
    """Whether nothing was found, not even what may stay."""


@dataclass(frozen=True, slots=True)
class Proof:
    """What has to be proved of one build."""

    secrets: Secrets
    forgotten: Forgotten
    sources: Sources

    def check(self, output: Path, proved: Container[str] = frozenset()) -> Verdict:
        """Return what a folder shows that may not be shown; reads every file of it that is not proved.

        Args:
            output: The folder into which the build wrote.
            proved: Paths below it of files in which nothing of what is searched for stands.
        """
        if not self.secrets.secrets and not self.forgotten:
            return Verdict(is_clean=True)
        # A site that hides nobody need not wait for what searches.
        from .search import Searcher  # noqa: PLC0415
        from .verdict import judge_findings, judge_forgotten  # noqa: PLC0415

        searcher = Searcher(self.secrets, self.forgotten)
        findings = searcher.search_folder(output, proved)
        problems = (
            *judge_findings(findings, searcher, self.sources, output),
            *judge_forgotten(findings, self.forgotten, self.sources, output),
        )
        return Verdict(problems, is_clean=not findings.files and not findings.unsearched)

    def describe(self) -> str:
        """Return a digest that differs where a search might find something else in the same files."""
        wanted = sorted(
            [one.text, one.kind.value, one.is_ambiguous, one.is_in_name] for one in self.secrets.secrets
        )
        shown = sorted(self.secrets.shown) if wanted else []
        return combine([wanted, shown, self.forgotten.describe()]).hex()


def prepare_proof(run: Run, context: Mapping[str, Any]) -> Proof:
    """Return what has to be proved once everything is written.

    Args:
        run: The state of the build.
        context: Pelican's, with the settings and the authors of the site.
    """
    authors = [str(author) for author, _ in context.get("authors") or ()]
    named = [context.get("SITENAME"), context.get("AUTHOR"), run.settings.share_via]
    allowed = [*authors, *(str(name) for name in named if name), *run.settings.words_allowed]
    folders = (*map(Path, (context["THEME"], *context["THEME_TEMPLATES_OVERRIDES"])), OWN_TEMPLATES)
    spared = (*run.settings.words_allowed, *find_names(run.registry))
    return Proof(
        find_secrets(run.registry, allowed),
        Forgotten(run.removed, spared, str(context.get("SITEURL") or "")),
        Sources(Path(context["PATH"]), folders, run.registry, context),
    )
