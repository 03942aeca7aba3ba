"""The typography of a whole page: every text of it by the rules of its own language."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from .elements import PART
from .setter import Level, PageSetter

if TYPE_CHECKING:
    from .setter import Levels

LONGEST = 4000
"""Signs of the longest part that is remembered: longer ones stand on one page only."""


def set_page(html: str, lang: str = "", region: str = "") -> str:
    r"""Return HTML with the typography of its languages; setting it once more changes nothing.

    Code, addresses, attributes and names stay, and what is marked ``translate="no"``.

    Args:
        html: A page or a part of one, well-formed or not.
        lang: BCP 47 tag of what no ``lang`` attribute speaks of.
        region: Country by whose rules a language is set that names none, such as ``CA``; may be empty.

    >>> set_page('<p lang="fr">L\'<b>été</b> <code>\'a\'</code> <em lang="en">"Hi"</em></p>')
    '<p lang="fr">L’<b>été</b> <code>\'a\'</code> <em lang="en">“Hi”</em></p>'
    """
    output: list[str] = []
    levels: Levels = (Level("", lang),)
    setter = None
    for part in PART.findall(html):
        if setter is None:
            found = (_set_part if len(part) <= LONGEST else _set_part.__wrapped__)(part, levels, region)
            if found:
                text, levels = found
                output.append(text)
                continue
            setter = PageSetter(levels, region)
        setter.read(part)
        if setter.is_at_rest:
            output.append(setter.finish())
            levels, setter = setter.levels, None
    return "".join(output) + (setter.finish() if setter else "")


@lru_cache(maxsize=8192)
def _set_part(part: str, levels: Levels, region: str) -> tuple[str, Levels] | None:
    """Return a part of a page and what is open behind it; None where it goes on in the next part.

    The head, the menus and the foot are the same on every page, and so are the cards of a person.
    """
    setter = PageSetter(levels, region)
    setter.read(part)
    return (setter.finish(), setter.levels) if setter.is_at_rest else None
