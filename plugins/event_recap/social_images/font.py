"""The shapes of letters: a font of ours with many scripts, and those that a site adds."""

from __future__ import annotations

import io
import lzma
import re
import unicodedata
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import regex
from PIL import ImageFont

if TYPE_CHECKING:
    from collections.abc import Sequence

OWN_FONT = Path(__file__).parent / "font" / "font.ttf.xz"
"""Latin, Greek, Cyrillic, Arabic, Hebrew, Chinese, Japanese, Korean and emoji; README.md beside it."""

FOUND_EVERYWHERE = re.compile(
    r"[\x20-\x7e\xa0-\xac\xae-\u024f\u0391-\u03a1\u0400-\u045f\u2010-\u2026\u202f]*"
)
"""What the font of ours has for certain: a text of it alone can be judged without opening the font."""

NOWHERE = "\U0010fffd"
"""Of a private plane: how a font draws it, it draws whatever it lacks."""

LARGE = 40
"""Pixels from which words are large."""

_DECORATION = regex.compile(r"[\p{So}\p{Extended_Pictographic}]")
_LOOKED_AT = 16
_DROPPED = re.compile(r"[\u20e3\x00-\x1f\x7f]")
_UNSEEN = {"Cf", "Zs", "Zl", "Zp"}


@dataclass(slots=True)
class Fonts:
    """Fonts in the order in which a line looks for one that has all of its signs; each is a whole file."""

    more: tuple[bytes, ...] = ()
    """Those that a site adds, TrueType or OpenType."""
    display: bytes = b""
    """The typeface of the theme's titles, which comes first for large words; empty for ours."""
    text: bytes = b""
    """The typeface of the theme's texts, which comes first for small words; empty for ours."""
    missing: set[str] = field(default_factory=set)
    """Signs that were looked for, and are in no font."""
    _sums: tuple[bytes, ...] = ()
    _faces: tuple[_Face, ...] = ()
    _theme: tuple[_Face | None, _Face | None] | None = None

    @property
    def sums(self) -> tuple[bytes, ...]:
        """What tells these fonts from others; ours are the same for everybody."""
        if not self._sums:  # for the first image of a build
            self._sums = tuple(sha256(font).digest() for font in (self.display, self.text, *self.more))
        return self._sums

    def keep_drawable(self, text: str) -> str:
        """Return a text as it can be drawn; empty where a font for one of its words is missing.

        An emoji that no font has is left out. Letters of mathematics and the like become plain ones.
        """
        text = _DROPPED.sub("", text)
        if FOUND_EVERYWHERE.fullmatch(text) or self._find_index(text) is not None:
            return text
        text = "".join(sign if self._has(sign) else unicodedata.normalize("NFKC", sign) for sign in text)
        text = "".join(sign for sign in text if self._has(sign) or not _DECORATION.match(sign))
        self.missing |= {sign for sign in text if not self._has(sign)}
        return text if self._find_index(text) is not None else ""

    def find(self, text: str, size: int) -> ImageFont.FreeTypeFont:
        """Return the first font that has every sign of a text; ours, where none has."""
        first = self._open_theme()[size < LARGE]
        if first and all(map(first.has, set(text))):
            return first.at(size)
        return self._open()[self._find_index(text) or 0].at(size)

    def _find_index(self, text: str) -> int | None:
        signs = set(text)
        faces = self._open()
        return next((i for i, face in enumerate(faces) if all(face.has(sign) for sign in signs)), None)

    def _has(self, sign: str) -> bool:
        return any(face.has(sign) for face in self._open())

    def _open_theme(self) -> tuple[_Face | None, _Face | None]:
        if self._theme is None:
            display, text = (_Face(font) if check_font(font) else None for font in (self.display, self.text))
            self._theme = (display, text)
        return self._theme

    def _open(self) -> Sequence[_Face]:
        if not self._faces:
            own = lzma.decompress(OWN_FONT.read_bytes())
            self._faces = tuple(_Face(data) for data in (own, *self.more))
        return self._faces


class _Face:
    """One font."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._sizes: dict[int, ImageFont.FreeTypeFont] = {}
        self._known: dict[str, bool] = {}

    def at(self, size: int) -> ImageFont.FreeTypeFont:
        """Return the font in a size, in pixels; letters are joined as their scripts want it."""
        if size not in self._sizes:
            layout = ImageFont.Layout.RAQM
            self._sizes[size] = ImageFont.truetype(io.BytesIO(self._data), size, layout_engine=layout)
        return self._sizes[size]

    def has(self, sign: str) -> bool:
        """Tell whether the font has a shape of its own for a sign; what is never seen needs none."""
        if sign not in self._known:
            is_unseen = unicodedata.category(sign) in _UNSEEN or "\ufe00" <= sign <= "\ufe0f"
            self._known[sign] = is_unseen or self._draw(sign) != self._nothing
        return self._known[sign]

    @cached_property
    def _nothing(self) -> tuple[tuple[int, int], bytes]:
        return self._draw(NOWHERE)

    @cached_property
    def _plain(self) -> ImageFont.FreeTypeFont:
        basic = ImageFont.Layout.BASIC
        return ImageFont.truetype(io.BytesIO(self._data), _LOOKED_AT, layout_engine=basic)

    def _draw(self, sign: str) -> tuple[tuple[int, int], bytes]:
        mask = self._plain.getmask(sign)
        return mask.size, bytes(mask)


def check_font(data: bytes) -> bool:
    """Tell whether a file is a font that can be drawn with."""
    try:
        _Face(data).has("a")
    except (OSError, ValueError):
        return False
    return True
