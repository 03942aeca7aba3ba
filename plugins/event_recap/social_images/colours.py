"""The colours of the theme as a painter needs them: ``tokens.css`` and ``hues.css`` as red, green, blue."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from math import cos, radians, sin
from typing import TypeAlias

Colour: TypeAlias = tuple[int, int, int]
"""Red, green and blue, each 0 to 255."""

_DARK = 0.0031308
"""Below it, sRGB is linear."""

_SITE_HUE = re.compile(r"\.accent-(\d+) *\{ *--site-hue: *([\d.]+)")

USUAL_HUE = 285
"""``--site-hue`` of the theme's own look."""


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours of the light scheme by their names in the style sheets: networks know no other."""

    paper: Colour
    ink: Colour
    soft_ink: Colour
    accent: Colour
    night_high: Colour
    night_low: Colour
    """The ground of the stub, above and below."""
    on_night: Colour
    lamp: Colour
    face_ground: Colour
    face_ink: Colour


def read_site_hue(css: str, accent: int) -> float:
    """Return the hue of a site, in degrees, from the style sheet in which its theme says what accents are.

    Args:
        css: ``looks.css``; what is not in it has the hue of a theme that says nothing.
        accent: Number of the accent that a site chose.

    >>> read_site_hue(".accent-3 { --site-hue: 340; }", 3)
    340.0
    """
    hues = dict(_SITE_HUE.findall(css))
    return float(hues.get(str(accent), USUAL_HUE))


@cache
def build_palette(hue: float) -> Palette:
    """Return the colours of a hue, in degrees.

    >>> build_palette(32).lamp == build_palette(210).lamp
    True
    """
    return Palette(
        paper=convert_oklch(0.978, 0.007, hue),
        ink=convert_oklch(0.23, 0.035, hue),
        soft_ink=convert_oklch(0.4, 0.03, hue),
        accent=convert_oklch(0.39, 0.12, hue),
        night_high=convert_oklch(0.225, 0.06, hue),
        night_low=convert_oklch(0.35, 0.105, hue + 22),
        on_night=convert_oklch(0.975, 0.012, hue),
        lamp=convert_oklch(0.845, 0.14, 78),
        face_ground=convert_oklch(0.83, 0.1, hue),
        face_ink=convert_oklch(0.25, 0.075, hue),
    )


def convert_oklch(lightness: float, chroma: float, hue: float) -> Colour:
    """Return a colour of OKLCH in sRGB, as CSS Color 4 defines it; what a screen cannot show is cut off.

    >>> convert_oklch(1, 0, 0), convert_oklch(0, 0, 0)
    ((255, 255, 255), (0, 0, 0))
    """
    a, b = chroma * cos(radians(hue)), chroma * sin(radians(hue))
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        _encode(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short),
        _encode(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short),
        _encode(-0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short),
    )


def _encode(light: float) -> int:
    """Return an amount of light, 0 to 1, as sRGB writes it."""
    light = min(max(light, 0.0), 1.0)
    return round(255 * (12.92 * light if light <= _DARK else 1.055 * light ** (1 / 2.4) - 0.055))
