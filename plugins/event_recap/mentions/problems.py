"""What an author is told about mentions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..errors import Place, Problem, Severity, suggest
from ..model.directory import Verdict
from ..model.mention import parse_mention
from ..model.removal import Kind
from ..model.visibility import Visibility
from .source import find_places

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from ..model.directory import Decision
    from ..run import Run
    from ..views.mentions import Finding


@dataclass(frozen=True, slots=True)
class Origin:
    """A text, and where its author finds it."""

    path: Path
    """The file."""
    source: str
    """Its name as the author reads it."""
    field: str
    """Part of the file, such as ``text`` or ``note``."""
    line: int = 1
    """Where the text begins in it."""
    last_line: int = 0
    """Where it ends; 0 for the end of the file."""
    is_only: bool = False
    """Whether of several places the first is meant: others belong to other texts."""


def tell_findings(findings: Iterable[Finding], origin: Origin, run: Run) -> Iterator[Problem]:
    """Yield what is wrong with the mentions of a text, each of its places once."""
    for typed, decision in {finding.typed: finding.decision for finding in findings}.items():
        said = _explain(typed, decision, run)
        if said is not None:
            what, severity = said
            for place in _choose_places(typed, origin, is_withheld=decision.verdict is Verdict.WITHHELD):
                yield Problem(place, origin.field, what, severity)


def _choose_places(typed: str, origin: Origin, *, is_withheld: bool) -> list[Place]:
    """Return where an author has to look: in code only for what may stand nowhere."""
    places = [
        (place, is_code)
        for place, is_code in find_places(origin.path, origin.source, typed, origin.line)
        if not origin.last_line or place.line <= origin.last_line
    ]
    in_words = [place for place, is_code in places if is_withheld or not is_code]
    chosen = in_words or [place for place, _ in places]
    return chosen[:1] if origin.is_only else chosen


def _explain(typed: str, decision: Decision, run: Run) -> tuple[str, Severity] | None:
    """Return the message about a mention; it names nobody who may not be shown."""
    if decision.verdict is Verdict.WITHHELD:
        return _explain_withheld(decision, is_strict=run.settings.strict)
    if decision.verdict is Verdict.AMBIGUOUS:
        what = f"{typed!r} may be {' or '.join(decision.choices)}; write [[id|name]]"
        return what, Severity.WARNING
    if decision.verdict is Verdict.UNKNOWN and run.is_registry_whole and not _is_removed(typed, run):
        nearest = suggest(typed, run.registry.directory.list_public_words())
        what = f"nobody is known as {typed!r}{nearest or '; put it between backticks if nobody is meant'}"
        return what, Severity.WARNING
    return None


def _is_removed(typed: str, run: Run) -> bool:
    """Tell whether somebody who was forgotten is meant, which is told with all their other traces."""
    mention = parse_mention(typed)
    words = (mention.target, mention.words) if mention else ()
    return any(run.removed.has(kind, word) for word in words for kind in (Kind.NAME, Kind.HANDLE))


def _explain_withheld(decision: Decision, *, is_strict: bool) -> tuple[str, Severity]:
    if decision.level is Visibility.HIDDEN or is_strict:
        what = "mentions somebody who may not be shown; write the sentence without them"
        return what, Severity.ERROR
    what = f"mentions somebody at the level '{decision.level.word}'; a word that names nobody takes the place"
    return what, Severity.WARNING
