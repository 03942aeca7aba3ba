"""A page's address as a picture that a telephone reads: for a page that was printed."""

from __future__ import annotations

import re
from dataclasses import dataclass

from markupsafe import Markup

from .qr_mask import draw_symbol

QUIET = 4
"""Modules of white around the code, which the standard (ISO/IEC 18004) demands."""

_DARK = re.compile("1+")


@dataclass(frozen=True, slots=True)
class QrCode:
    """A QR code; it is drawn when a template shows it, and takes no time before."""

    url: str
    """Absolute URL."""

    def __html__(self) -> str:
        """Return the code as ``<svg>``, black on white whatever the colours of the page."""
        return str(draw_qr_code(self.url))

    def __str__(self) -> str:
        """Return the same, for themes that do not escape."""
        return self.__html__()


def draw_qr_code(url: str) -> Markup:
    """Return an address as an SVG element that stands in a page as it is.

    >>> str(draw_qr_code("https://blog.example/"))[:59]
    '<svg class="qr__code" viewBox="0 0 33 33" aria-hidden="true'
    """
    rows = draw_symbol(url)
    return Markup(
        '<svg class="qr__code" viewBox="0 0 {side} {side}" aria-hidden="true">'
        '<path fill="#fff" d="M0 0h{side}v{side}h-{side}z"/>'
        '<path fill="none" stroke="#000" transform="translate(0 .5)" d="{path}"/></svg>'
    ).format(side=len(rows) + 2 * QUIET, path=_draw_lines(rows))


def _draw_lines(rows: list[str]) -> str:
    """Return a line for each row of dark modules, from where the one before it ended."""
    x = y = 0
    path: list[str] = []
    for row, modules in enumerate(rows, QUIET):
        for line in _DARK.finditer(modules):
            start, end = line.span()
            path.append(f"{'m' if path else 'M'}{start + QUIET - x} {row - y}h{end - start}")
            x, y = end + QUIET, row
    return "".join(path)
