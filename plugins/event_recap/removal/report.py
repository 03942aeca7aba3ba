"""What is shown before somebody is forgotten."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import Place
from ..loading.files import display_path

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from .plan import Finding, Plan
    from .subject import Subject


def show_plan(plan: Plan, subject: Subject, content: Path) -> Iterator[str]:
    """Yield every line that the author reads before answering.

    Args:
        plan: What would happen.
        subject: Who is to be forgotten.
        content: The content folder.
    """
    yield f"To be forgotten: {', '.join(sorted({value for _, value in subject.values} | subject.also))}"
    for one in sorted(subject.shared):
        yield f"  somebody who stays has {one!r} as well: it is left as it is"
    if not plan.found:
        yield "  nowhere in the content; only what keeps them out would be written"
    yield from _show("These places name them, and are changed:", plan.found, content)
    yield from _show(
        "These may mean them or somebody else, and stay; --also WORD changes them too:",
        plan.doubtful,
        content,
    )
    yield from _show("These cannot be changed by this program; change them by hand:", plan.stuck, content)


def _show(heading: str, findings: Iterable[Finding], content: Path) -> Iterator[str]:
    lines = sorted(set(findings))
    if lines:
        yield heading
    for one in lines:
        place = Place(display_path((content / one.path).resolve()), one.line)
        yield f"  {place}: {one.what}"
