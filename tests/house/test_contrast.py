"""The colours of the style sheet, computed: text is read on every ground, whatever the hue."""

import re
from math import cos, pi, sin
from pathlib import Path

import pytest

CSS = "".join(
    (Path(__file__).parents[2] / "theme/static/css" / name).read_text(encoding="utf-8")
    for name in ("tokens.css", "hues.css")
)
PAPERS = ("paper", "paper-raised", "paper-sunk")
PAIRS = [
    *((ink, paper) for ink in ("ink", "ink-soft", "accent") for paper in PAPERS),
    *(("on-night", ground) for ground in ("night-high", "night", "night-low")),
    *(("on-night-soft", ground) for ground in ("night-high", "night", "night-low")),
    *(("lamp", ground) for ground in ("night-high", "night", "night-low")),
    ("lamp-ink", "lamp"),
    ("badge-ink", "badge"),
    ("face-ink", "face-ground"),
    ("face-ink", "face-shade"),
]


def read_color(name, scheme, hue):
    """Return lightness, chroma and hue of a named colour in a scheme, 0 for light and 1 for dark."""
    value = re.search(rf"--{name}: (.+);", CSS)[1]
    for typed, word in (
        ("calc(var(--hue) + 22)", "later"),
        ("var(--hue)", "hue"),
        ("var(--site-hue)", "hue"),
    ):
        value = value.replace(typed, word)
    found = re.findall(r"oklch\(([\d.]+) ([\d.]+) ([\w.]+)\)", value)
    lightness, chroma, angle = found[scheme if len(found) > 1 else 0]
    degrees = {"hue": hue, "later": hue + 22}.get(angle)
    return float(lightness), float(chroma), float(angle) if degrees is None else degrees


def find_luminance(lightness, chroma, hue):
    """Return the relative luminance of WCAG of a colour, cut to what a screen can show."""
    a, b = chroma * cos(hue * pi / 180), chroma * sin(hue * pi / 180)
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    red = 4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short
    green = -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short
    blue = -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short
    red, green, blue = (min(1, max(0, value)) for value in (red, green, blue))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), PAIRS)
def test_every_ink_is_read_on_its_ground_in_every_hue(ink, ground, scheme):
    """Each of 360 hues, as events have and sites choose, leaves a contrast of 7:1."""
    least = 21
    for hue in range(0, 360, 3):
        one, other = (find_luminance(*read_color(name, scheme, hue)) for name in (ink, ground))
        least = min(least, (max(one, other) + 0.05) / (min(one, other) + 0.05))

    assert round(least, 2) >= 7
