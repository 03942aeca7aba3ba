"""A page's address as a picture that a telephone reads: for a page that was printed."""

from __future__ import annotations

import re
from dataclasses import dataclass

import segno
from markupsafe import Markup

QUIET = 4
"""Modules of white around the code, which the standard (ISO/IEC 18004) demands."""


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
    code = segno.make_qr(url, error="m", boost_error=False)
    side = code.symbol_size(border=QUIET)[0]
    drawn = code.svg_inline(border=QUIET, omitsize=True, svgclass=None, lineclass=None)
    (path,) = re.findall(r'<path[^>]* d="([^"]+)"', drawn)
    return Markup(
        '<svg class="qr__code" viewBox="0 0 {side} {side}" aria-hidden="true">'
        '<path fill="#fff" d="M0 0h{side}v{side}h-{side}z"/>'
        '<path fill="none" stroke="#000" transform="translate(0 .5)" d="{path}"/></svg>'
    ).format(side=side, path=_plain(path))


def _plain(path: str) -> str:
    """Return the lines of a code, which count from the middle of a module, from its edge."""
    return re.sub(r"^M(\d+) (\d+)\.5", r"M\1 \2", path)
