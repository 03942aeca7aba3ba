"""What a search came to, in the words of an author."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import Place, Problem, Severity
from ..loading.files import display_path
from ..loading.removed_file import REMOVED_NAME
from ..model.secret import SecretKind
from ..model.visibility import Visibility
from .forgotten import SOMEBODY
from .search import MOST_FILES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from ..model.secret import Secret
    from .forgotten import Forgotten
    from .search import Findings, Searcher
    from .sources import Sources


def judge_findings(
    findings: Findings, searcher: Searcher, sources: Sources, output: Path
) -> Iterator[Problem]:
    """Yield a problem for each place that brought onto the site what may not be shown.

    Args:
        findings: What stands where in the output.
        searcher: What searched.
        sources: The files of the author.
        output: Folder that was searched.
    """
    is_strict = sources.registry.policy.strict
    for pattern in searcher.patterns:
        secret = pattern.secret
        files = findings.files.get(secret)
        if not files:
            continue
        places = sources.find_places(pattern)
        if places and (secret.kind is SecretKind.NOTE or secret.is_in_name):
            continue  # the author's own words, or a first name alone: they name nobody
        if not places and (copied := sources.find_copy(files[0], output)):
            places = (Place(display_path(copied)),)
        is_word = secret.is_ambiguous or sources.is_common(secret)
        if places:
            severity = _weigh(secret, is_strict=is_strict, is_word=is_word)
            yield from _describe_typed(secret, places, files, severity)
        else:
            yield _describe_leak(secret, files, Severity.WARNING if is_word else Severity.ERROR)
    for name, why in sorted(findings.unsearched.items()):
        what = f"cannot be searched for people who are not shown: {why}; look at it yourself, or leave it out"
        yield Problem(Place(name), "", what, Severity.WARNING)


def judge_forgotten(
    findings: Findings, forgotten: Forgotten, sources: Sources, output: Path
) -> Iterator[Problem]:
    """Yield a problem for each place that brought somebody back who asked to be forgotten.

    Args:
        findings: What stands where in the output.
        forgotten: What tells it of a text.
        sources: The files and the settings of the author.
        output: Folder that was searched.
    """
    files = findings.files.get(SOMEBODY)
    if not files:
        return
    places = sources.find_forgotten(forgotten)
    if not places and (copied := sources.find_copy(files[0], output)):
        places = (Place(display_path(copied)),)
    for place in places:
        what = f"names somebody who asked to be forgotten, and so does {_list(files)}; take them out"
        yield Problem(place, "", what)
    if not places:
        what = (
            f"somebody who asked to be forgotten would be published in {_list(files)}, although no text has "
            "them; look at the theme and at other plugins"
        )
        yield Problem(Place(display_path(sources.content / REMOVED_NAME)), "", what)


def _weigh(secret: Secret, *, is_strict: bool, is_word: bool) -> Severity:
    """Return how grave it is that an author typed a secret."""
    if is_word:
        return Severity.WARNING
    return Severity.ERROR if is_strict or secret.level is Visibility.HIDDEN else Severity.WARNING


def _describe_typed(
    secret: Secret, places: Sequence[Place], files: Sequence[str], severity: Severity
) -> Iterator[Problem]:
    # The message names nobody: it may be read by others than the author.
    whom = f"the {secret.kind.value} of somebody who is {secret.level.word} by {secret.place}"
    for place in places:
        what = f"{whom} stands here, and so in {_list(files)}; take it out, or write it otherwise"
        yield Problem(place, "", what, severity)


def _describe_leak(secret: Secret, files: Sequence[str], severity: Severity) -> Problem:
    what = (
        f"the {secret.kind.value} of this person, who is {secret.level.word}, would be published in "
        f"{_list(files)}, although no text has it; look at the theme and at other plugins"
    )
    return Problem(secret.place, "", what, severity)


def _list(files: Sequence[str]) -> str:
    more = len(files) - 1
    least = "at least " if len(files) >= MOST_FILES else ""
    return files[0] + (f" and {least}{more} more file{'s' if more > 1 else ''}" if more else "")
