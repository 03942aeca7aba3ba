"""``check``: every problem, warning and gap of a site, and whether it may be published."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ...errors import Problem, Severity
from ...wording.speech import tell, word
from ..arguments import add_command
from ..progress import show_busy
from .found_links import find_outside_links
from .gaps import find_gaps
from .outside import ask_server, check_links
from .reading import read_whole_site

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from ..arguments import Commands
    from .reading import SiteReading

GAP = "gap"
"""What a note of ours is called: it stops nothing."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the answer."""

    kind: str
    """``error``, ``warning``, ``note`` or ``gap``."""
    problem: Problem

    def describe(self) -> dict[str, object]:
        """Return it for JSON; line and column are 0 where none can be told."""
        place = self.problem.place
        return {
            "kind": self.kind,
            "file": place.source,
            "line": place.line,
            "column": place.column,
            "field": self.problem.field,
            "what": self.problem.what,
        }

    def __str__(self) -> str:
        """Return the line that an author reads; an error needs no word before it."""
        told = self.problem.told
        return told if self.kind == Severity.ERROR.value else word(f"{self.kind}: ") + told


ORDER = (GAP, Severity.NOTE.value, Severity.WARNING.value, Severity.ERROR.value)
"""The worst comes last, where it is seen."""


def add_check(commands: Commands) -> None:
    """Add ``check`` to the parser of all commands."""
    words = "read everything without building: what is wrong, what is doubtful, what is missing"
    parser = add_command(commands, "check", words, _run_check)
    parser.epilog = "Example: event-recap check --links"
    parser.add_argument("--json", action="store_true", help="as JSON, for programs")
    parser.add_argument(
        "--links", action="store_true", help="ask other sites too whether links to them still lead somewhere"
    )


def _run_check(chosen: argparse.Namespace) -> int:
    """Print every finding; 1 where ``make publish`` would refuse, else 0."""
    with show_busy("Reading the site"):
        reading = read_whole_site(chosen.settings)
    findings = sorted(
        {*_find_all(reading), *(_find_dead_links(reading) if chosen.links else ())},
        key=lambda found: (ORDER.index(found.kind), found.problem.sort_key),
    )
    stoppers = [found for found in findings if found.kind in ORDER[2:]]
    if chosen.json:
        said = {"ready": not stoppers, "findings": [found.describe() for found in findings]}
        sys.stdout.write(json.dumps(said, ensure_ascii=False, indent=2) + "\n")
    else:
        sys.stdout.write("".join(f"{found}\n" for found in findings) + word(_sum_up(findings)) + "\n")
    return 1 if stoppers else 0


def _find_all(reading: SiteReading) -> Iterator[Finding]:
    for problem in reading.problems:
        yield Finding(problem.severity.value, problem)
    for problem in find_gaps(reading.ended.run, reading.ended.generators):
        yield Finding(GAP, reading.ended.mask(problem))


def _find_dead_links(reading: SiteReading) -> Iterator[Finding]:
    run, generators = reading.ended.run, reading.ended.generators
    links = find_outside_links(run, generators)
    tell(f"asking about {len(links)} addresses of other sites ...\n")
    cache = Path(str(generators[0].settings["CACHE_PATH"]))
    for url, why in check_links(links, cache, run.registry.policy.today, ask_server).items():
        for place in links[url]:
            what = f"{url!r} {why}; mend the link, or take it out"
            yield Finding(GAP, reading.ended.mask(Problem(place, "", what, Severity.NOTE)))


def _sum_up(findings: list[Finding]) -> str:
    """Return the last line: how many of each kind, and what follows from it."""
    counts = {kind: sum(1 for found in findings if found.kind == kind) for kind in reversed(ORDER)}
    said = ", ".join(
        f"{number} {kind}{'s' if number > 1 else ''}" for kind, number in counts.items() if number
    )
    if counts["error"]:
        end = "a build refuses this; put the errors right"
    elif counts["warning"]:
        end = "a build goes through, 'make publish' does not; put the warnings right"
    else:
        end = "ready to publish"
    return f"{said or 'nothing found'}: {end}"
