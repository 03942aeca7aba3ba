"""The colour that stands where a picture is still to come, as one of the few of the site's style sheet.

A strict Content-Security-Policy allows no ``style`` on an element: the colour is a class, and the classes
are those of the 24 hues that the theme has anyway, with ten steps of lightness and strength.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PIL import Image

if TYPE_CHECKING:
    from collections.abc import Iterable

LIGHTS = (0.25, 0.42, 0.58, 0.74, 0.9)
"""Lightness of each step in OKLCH, from dark to light."""

STRONG = 0.035
"""From this chroma on a tone has a colour of its own; below it, it is nearly grey."""

_STRAIGHT = 0.04045
HUE_STEP = 15
"""Degrees between two hues of the theme."""


@dataclass(frozen=True, slots=True)
class Tone:
    """About the colour of a whole picture."""

    hue: int
    """0 to 23."""
    step: int
    """0 to 4 nearly grey, from dark to light; 5 to 9 the same in colour."""


def find_tone(picture: Image.Image) -> Tone | None:
    """Return about the colour of a picture; None where something can be seen through it.

    >>> find_tone(Image.new("RGB", (8, 8), "white")), find_tone(Image.new("RGB", (8, 8), "navy"))
    (Tone(hue=6, step=4), Tone(hue=18, step=5))
    """
    if picture.mode == "RGBA" and picture.getchannel("A").getextrema() != (255, 255):
        return None
    pixel = picture.convert("RGB").resize((1, 1), Image.Resampling.BOX).getpixel((0, 0))
    light, chroma, degrees = _find_oklch(pixel if isinstance(pixel, tuple) else (0, 0, 0))
    nearest = min(range(len(LIGHTS)), key=lambda step: abs(LIGHTS[step] - light))
    return Tone(round(degrees / HUE_STEP) % 24, nearest + (len(LIGHTS) if chroma >= STRONG else 0))


def _find_oklch(pixel: Iterable[float]) -> tuple[float, float, float]:
    """Return lightness, chroma and degrees of a colour of sRGB (CSS Color 4, section 10)."""
    red, green, blue = (_straighten(value / 255) for value in pixel)
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    middle = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    light = 0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short
    a = 1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short
    return light, math.hypot(a, b), math.degrees(math.atan2(b, a)) % 360


def _straighten(value: float) -> float:
    return value / 12.92 if value <= _STRAIGHT else ((value + 0.055) / 1.055) ** 2.4
