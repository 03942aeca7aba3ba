"""Feeds, calendars and social images that say what they said are taken from the last site.

No template makes them, so nobody listens to what they read. Each is made of one value and of nothing else;
where that is what it was, and the file is still the very one that was written, it is taken as a page is.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from .page_record import PageRecord

if TYPE_CHECKING:
    from collections.abc import Callable

    from .pages import Pages

NO_TEMPLATE = ""
"""Stands for the template of what none makes."""


def make_or_take(pages: Pages, path: str, value: object, make: Callable[[], bytes]) -> bytes | None:
    """Return what a document holds; None where it is the file of the last site, which comes later.

    Args:
        pages: Those of the last site, and of this one.
        path: Where it is, below the output folder.
        value: All that it is made of: frozen values, text, numbers and moments.
        make: Makes it of the value.
    """
    record, warnings = _describe(pages, value), pages.count_warnings()
    before = (pages.before.pages or {}).get(path)
    if before is not None and replace(before, state="") == record and pages.has_file(path, before):
        pages.reuse(path, before)
        return None
    pages.reasons[path] = "what it says changed, or its file is not what the last build wrote"
    content = make()
    if record is not None and pages.count_warnings() == warnings:
        pages.keep(path, record, content)
    return content


def _describe(pages: Pages, value: object) -> PageRecord | None:
    """Return the record of a document; None where nobody can tell what it is made of."""
    if pages.things is None:
        return None
    met: list[object] = []
    try:
        digest = pages.things.digests.digest(value, lambda thing, _: met.append(thing), "document")
    except TypeError:
        return None
    return None if met else PageRecord(NO_TEMPLATE, (), (("document", digest.hex()),), ())
