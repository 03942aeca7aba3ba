"""What is shown before somebody is forgotten."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import Place
from ..loading.files import display_path
from ..model.removal import Kind
from ..wording.speech import word

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from .parts import Part
    from .plan import Finding, Plan
    from .subject import Subject


def show_plan(plan: Plan, subject: Subject, content: Path) -> Iterator[str]:
    """Yield every line that the author reads before answering.

    Args:
        plan: What would happen.
        subject: Who is to be forgotten.
        content: The content folder.
    """
    known = {value for kind, value in subject.values if kind is not Kind.LOCAL}
    yield word(f"To be forgotten: {', '.join(sorted(known | subject.also))}")
    for one in sorted(subject.shared):
        yield word(f"  somebody who stays has {one!r} as well: it is left as it is")
    if not plan.found:
        yield word("  nowhere in the content; only what keeps them out would be written")
    yield from _show("These places name them, and are changed:", plan.found, content)
    heading = "These parts of the name stand where they were, and are asked about word by word:"
    yield from _show(heading, plan.likely, content)
    yield from _show(
        "These may mean them or somebody else, and stay; --also WORD changes them too:",
        plan.doubtful,
        content,
    )
    yield from _show("These cannot be changed by this program; change them by hand:", plan.stuck, content)


def list_places(findings: Iterable[Finding | Part], content: Path) -> list[str]:
    """Return a line for each place, in their order."""
    lines = sorted({(one.path, one.line, one.what) for one in findings})
    shown = ((Place(display_path((content / path).resolve()), line), what) for path, line, what in lines)
    # Without a line it is a word of ours; with one, it is what the file says there.
    return [f"  {place}: {what}" if place.line else word(f"  {place}: {what}") for place, what in shown]


def _show(heading: str, findings: Iterable[Finding | Part], content: Path) -> Iterator[str]:
    if lines := list_places(findings, content):
        yield word(heading)
        yield from lines
