"""Prove that a site shows of nobody more than may be shown."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..loading.returned import find_names
from ..model.secret import find_secrets
from .forgotten import Forgotten
from .search import Searcher
from .sources import Sources
from .verdict import judge_findings, judge_forgotten

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ..errors import Problem
    from ..model.secret import Secrets
    from ..run import Run

OWN_TEMPLATES = Path(__file__).parent.parent / "templates"
KEY = "EVENT_RECAP_PROOF"
"""Key of Pelican's settings under which the proof waits for the end of the build."""


@dataclass(frozen=True, slots=True)
class Proof:
    """What has to be proved of one build."""

    secrets: Secrets
    forgotten: Forgotten
    sources: Sources

    def check(self, output: Path) -> Iterator[Problem]:
        """Yield a problem for each thing in a folder that may not be shown; reads every file of it.

        Args:
            output: The folder into which the build wrote.
        """
        if not self.secrets.secrets and not self.forgotten:
            return
        searcher = Searcher(self.secrets, self.forgotten)
        findings = searcher.search_folder(output)
        yield from judge_findings(findings, searcher, self.sources, output)
        yield from judge_forgotten(findings, self.forgotten, self.sources, output)


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
