"""Paint a card: an invitation with a stub, as the theme shows an event."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from PIL import Image, ImageDraw, ImageOps

from ..pictures.tone import HUE_STEP
from .colours import Colour, build_palette
from .paragraph import balance_text, cut_text, runs_right_to_left, wrap_text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PIL import ImageFont

    from ..views.social import SocialCard, SocialFace
    from .colours import Palette
    from .font import Fonts

WIDTH, HEIGHT = 1200, 630
"""Pixels of every image, as networks ask for."""

STUB = 330
"""Pixels of the stub's width; with a picture it is wider."""
STUB_WITH_PICTURE = 430
MARGIN = 60
ROW = 84
"""Pixels of a face's height, which stands at the foot."""
TITLE_SIZES = (94, 85, 76, 70, 64, 58, 52, 47, 42)
TITLE_LINES = 5
SMALL = 30
NAME_ROOM = 345
"""Pixels beside the faces that are left to the name of the site."""
ENCODING: dict[str, Any] = {"quality": 88, "subsampling": 2}
"""Of the JPEG; fixed, so that one card always gives the same bytes. It is half of the work: letters are dark
on light, so that colours in half the detail are not seen, and smaller tables would take twice the time."""
HOLE = 7
"""Pixels of the radius of a hole, of which a row is between the stub and the rest."""
SMOOTH = 3
"""So much larger are circles painted before they are made small: their edges are soft then."""


def draw_card(card: SocialCard, pictures: Mapping[str, bytes], fonts: Fonts, site: str, hue: float) -> bytes:
    """Return a card as JPEG.

    Args:
        card: Words and people that may be shown, as far as there are letters for them.
        pictures: Files of the photos and the cover as they are published, by path; what is missing or cannot
            be opened is done without.
        fonts: Shapes of letters.
        site: Name of the site, at the foot; or empty.
        hue: Colour of the card, in degrees.
    """
    palette = build_palette(hue)
    sheet = Image.new("RGB", (WIDTH, HEIGHT), palette.paper)
    painter = _Painter(sheet, card, pictures, fonts, palette)
    painter.paint(site)
    stream = io.BytesIO()
    sheet.save(stream, "JPEG", **ENCODING)
    return stream.getvalue()


def open_picture(data: bytes | None, size: tuple[int, int]) -> Image.Image | None:
    """Return a picture cut to a size, upright; None where there is none, or none that Pillow reads."""
    if not data:
        return None
    try:
        with Image.open(io.BytesIO(data)) as source:
            source.draft("RGB", (size[0] * 2, size[1] * 2))
            upright = ImageOps.exif_transpose(source)
            if upright.has_transparency_data:
                upright = upright.convert("RGBA")
                ground = Image.new("RGBA", upright.size, "white")
                upright = Image.alpha_composite(ground, upright)
            return ImageOps.fit(upright.convert("RGB"), size, Image.Resampling.LANCZOS, centering=(0.5, 0.4))
    except Exception:  # noqa: BLE001 -- Pillow raises errors of many kinds for what it cannot read
        return None


_open_face = lru_cache(maxsize=64)(open_picture)  # those who come often are on many cards


@dataclass(slots=True)
class _Painter:
    """One sheet while it is painted; places are counted from the side at which its language begins."""

    sheet: Image.Image
    card: SocialCard
    pictures: Mapping[str, bytes]
    fonts: Fonts
    palette: Palette
    pen: ImageDraw.ImageDraw = field(init=False)
    is_mirrored: bool = field(init=False)
    """Whether it is read from right to left."""

    def __post_init__(self) -> None:
        self.pen = ImageDraw.Draw(self.sheet)
        self.is_mirrored = runs_right_to_left(self.card.title)

    def paint(self, site: str) -> None:
        """Paint the stub, then the words beside it, then who was there."""
        cover = open_picture(self.pictures.get(self.card.picture), (STUB_WITH_PICTURE, HEIGHT))
        edge = STUB_WITH_PICTURE if cover else STUB
        self._paint_stub(cover, edge)
        left, width = edge + MARGIN, WIDTH - edge - 2 * MARGIN
        foot = HEIGHT - MARGIN
        if self.card.faces or site:
            foot -= ROW
            self._paint_foot(left, width, foot, site)
        self._paint_words(left, width, foot - 24)

    def _paint_stub(self, cover: Image.Image | None, edge: int) -> None:
        """Paint the part that is torn off at the door: the picture, the day, or the person."""
        start = WIDTH - edge if self.is_mirrored else 0
        self.sheet.paste(cover or self._paint_night(edge), (start, 0))
        hole = WIDTH - edge if self.is_mirrored else edge
        self.sheet.paste(self.palette.paper, (hole - HOLE, 0), _cut_holes())
        middle = start + edge // 2
        if self.card.portrait:
            self._paint_face(self.card.portrait, (middle, HEIGHT // 2), 230)
        elif self.card.date_block:
            self._paint_date(middle, HEIGHT - 150 if cover else HEIGHT // 2, is_small=bool(cover))
        elif not cover:
            self._paint_lantern(middle)

    def _paint_date(self, middle: int, y: int, *, is_small: bool) -> None:
        day = self.card.date_block
        if day is None:
            return
        if is_small:
            box = (middle - 105, y - 100, middle + 105, y + 100)
            self.pen.rounded_rectangle(box, 12, fill=self.palette.night_high)
        big, small = (96, 34) if is_small else (190, 52)
        self._centre(day.month.upper(), (middle, y - round(big * 0.58)), small, self.palette.on_night)
        self._centre(day.day, (middle, y + round(big * 0.36)), big, self.palette.lamp)
        self._centre(day.year, (middle, y + round(big * 0.84)), small, self.palette.on_night)

    def _paint_night(self, width: int) -> Image.Image:
        """Return the ground of the stub: dark above, a little lighter below."""
        column = ImageOps.colorize(_shade_column(), self.palette.night_high, self.palette.night_low)
        return column.resize((width, HEIGHT), Image.Resampling.NEAREST)

    def _paint_lantern(self, middle: int) -> None:
        """Paint an ornament: people around a light."""
        self._paint_disc((middle, HEIGHT // 2), 46, self.palette.lamp)
        for x, y in ((0, -112), (97, -56), (97, 56), (0, 112), (-97, 56), (-97, -56)):
            self._paint_disc((middle + x, HEIGHT // 2 + y), 22, self.palette.on_night)

    def _paint_words(self, left: int, width: int, bottom: int) -> None:
        """Paint the line above, the title as large as it fits, and the facts below, amid the room."""
        above = SMALL * 2 - 6 if self.card.kicker else 0
        facts = [line for fact in self.card.facts for line in self._part_fact(fact, width)][:4]
        room = bottom - MARGIN - above - len(facts) * (SMALL + 14) - 20
        size, lines = self._fit_title(width, room)
        y = MARGIN + max(0, room - len(lines) * round(size * 1.22)) // 2
        if self.card.kicker:
            self._write(self.card.kicker, (left, y), width, SMALL, self.palette.accent)
            y += above
        for line in lines:
            self._write(line, (left, y), width, size, self.palette.ink)
            y += round(size * 1.22)
        y += 20
        for fact in facts:
            self._write(fact, (left, y), width, SMALL, self.palette.soft_ink)
            y += SMALL + 14

    def _part_fact(self, fact: str, width: int) -> list[str]:
        """Return a fact in two lines at the most."""
        first, *rest = wrap_text(fact, width, self._ruler(fact, SMALL)) or [fact]
        return [first, " ".join(rest)] if rest else [first]

    def _fit_title(self, width: int, room: int) -> tuple[int, list[str]]:
        """Return the largest size in which the title has room, and its lines; the last one may be cut."""
        title = self.card.title
        for size in TITLE_SIZES:
            lines = balance_text(title, width, ruler := self._ruler(title, size))
            most = min(TITLE_LINES, max(1, room // round(size * 1.22)))
            if len(lines) <= most and all(ruler(line) <= width for line in lines):
                return size, lines
        lines = wrap_text(title, width, ruler)
        return size, [*lines[: most - 1], " ".join(lines[most - 1 :])] if len(lines) > most else lines

    def _paint_foot(self, left: int, width: int, top: int, site: str) -> None:
        """Paint faces, each a little over the one before, how many there were, and whose site it is."""
        size, step = ROW, ROW - 18
        most = max(0, (width - NAME_ROOM - size) // step + 1)
        faces = self.card.faces[:most]
        y = top + size // 2
        for number, face in reversed(list(enumerate(faces))):
            x = self._turn(left + size // 2 + number * step)
            self._paint_disc((x, y), size // 2 + 4, self.palette.paper)
            self._paint_face(face, (x, y), size)
        taken = (len(faces) - 1) * step + size + 18 if faces else 0
        words = [(self.card.total_text, self.palette.soft_ink)] if faces and self.card.total_text else []
        words += [(site, self.palette.accent)] if site else []
        for number, (text, colour) in enumerate(words):
            spot = (left + taken, y + number * 34 - 17 * len(words))
            self._write(text, spot, width - taken, 26, colour)

    def _paint_face(self, face: SocialFace, middle: tuple[int, int], size: int) -> None:
        box = (middle[0] - size // 2, middle[1] - size // 2)
        photo = _open_face(self.pictures.get(face.src), (size, size))
        colours = build_palette(face.hue * HUE_STEP)
        if photo is None:
            self._paint_disc(middle, size // 2, colours.face_ground)
            letters = round(size * 0.4)
            spot = (middle[0], middle[1] + round(letters * 0.36))
            self._centre(face.monogram, spot, letters, colours.face_ink)
            return
        self.sheet.paste(photo, box, _cut_disc(size))

    def _paint_disc(self, middle: tuple[int, int], radius: int, colour: Colour) -> None:
        self.sheet.paste(colour, (middle[0] - radius, middle[1] - radius), _cut_disc(2 * radius))

    def _write(self, text: str, place: tuple[int, int], width: int, size: int, colour: Colour) -> None:
        """Write one line from its upper corner, cut where it is too wide."""
        text = cut_text(text, width, self._ruler(text, size))
        font = self.fonts.find(text, size)
        direction = "rtl" if runs_right_to_left(text) else "ltr"
        x, y = place
        anchor = "rs" if self.is_mirrored else "ls"
        spot = (self._turn(x), y + round(size * 0.95))
        self._print(_cut_letters(text, font, anchor, direction), spot, colour)

    def _centre(self, text: str, middle: tuple[int, int], size: int, colour: Colour) -> None:
        font = self.fonts.find(text, size)
        self._print(_cut_letters(text, font, "ms"), middle, colour)

    def _print(self, letters: _Letters, place: tuple[int, int], colour: Colour) -> None:
        spot = (place[0] + letters.left, place[1] + letters.top)
        self.sheet.paste(colour, spot, letters.mask)

    def _ruler(self, text: str, size: int) -> Callable[[str], float]:
        """Return what measures parts of a text, in the font in which it will be written."""
        return cache(self.fonts.find(text, size).getlength)

    def _turn(self, x: int) -> int:
        """Return where a place is on a sheet that is read from the other side."""
        return WIDTH - x if self.is_mirrored else x


@cache
def _cut_disc(size: int) -> Image.Image:
    """Return a round mask with a soft edge."""
    mask = Image.new("L", (size * SMOOTH, size * SMOOTH), 0)
    ImageDraw.Draw(mask).ellipse((0, 0, size * SMOOTH - 1, size * SMOOTH - 1), fill=255)
    return mask.resize((size, size), Image.Resampling.LANCZOS)


@cache
def _cut_holes() -> Image.Image:
    """Return a mask of the line at which the stub is torn off."""
    mask = Image.new("L", (2 * HOLE, HEIGHT), 0)
    for y in range(15, HEIGHT, 30):
        mask.paste(_cut_disc(2 * HOLE), (0, y - HOLE))
    return mask


class _Letters(NamedTuple):
    """A line that waits for its colour."""

    mask: Image.Image
    left: int
    """Where it begins, from its anchor."""
    top: int


@lru_cache(maxsize=1024)
def _cut_letters(
    text: str, font: ImageFont.FreeTypeFont, anchor: str, direction: str | None = None
) -> _Letters:
    """Return a line as a mask: days, months and initials are on many cards."""
    left, top, right, bottom = map(int, font.getbbox(text, anchor=anchor, direction=direction))
    mask = Image.new("L", (right - left, bottom - top), 0)
    ImageDraw.Draw(mask).text((-left, -top), text, fill=255, font=font, anchor=anchor, direction=direction)
    return _Letters(mask, left, top)


@cache
def _shade_column() -> Image.Image:
    """Return one column of a ground that is dark above."""
    return Image.linear_gradient("L").resize((1, HEIGHT))
