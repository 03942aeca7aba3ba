"""What a site chose of the look of its theme, as far as a painter follows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model.look import LOOKS, find_fonts, number_accent
from .colours import read_site_hue

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def read_look(static: Path, look: Mapping[str, str]) -> tuple[tuple[bytes, bytes], float]:
    """Return the typefaces of titles and texts, empty where the theme ships none, and the site's hue.

    Args:
        static: The theme's folder of files that are published as they are.
        look: The site's choices.
    """
    css = _read(static / "css" / "looks.css").decode()
    display, text = (_read(static / name) for name in find_fonts(look) or ("", ""))
    return (display, text), read_site_hue(css, number_accent(look.get("accent", LOOKS["accent"][0])))


def _read(file: Path) -> bytes:
    return file.read_bytes() if file.is_file() else b""
