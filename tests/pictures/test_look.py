"""A copy of a picture is known by how it looks, whatever its name, size and format."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageDraw

from event_recap.pictures.look import is_same_picture, read_look, see_picture, write_look


def scene(move=0, size=(480, 320)):
    """Return a scene with somebody in it, who may stand elsewhere."""
    picture = Image.radial_gradient("L").resize(size).convert("RGB")
    draw = ImageDraw.Draw(picture)
    for number in range(6):
        draw.rectangle((number * 80, 200, number * 80 + 30, 300), fill=(number * 40, 90, 250 - number * 40))
    draw.ellipse((100 + move, 40, 180 + move, 140), fill="white")
    return picture


def save(picture, kind="JPEG", **options):
    """Return a picture as a file."""
    stream = io.BytesIO()
    picture.save(stream, kind, **options)
    return stream.getvalue()


@pytest.mark.parametrize(
    "copy",
    [
        save(scene(), quality=50),
        save(scene().resize((240, 160))),
        save(scene().resize((120, 80), Image.Resampling.LANCZOS)),
        save(scene(), "PNG"),
        save(scene(), "WEBP"),
        save(scene(), "AVIF"),
        save(scene().convert("RGBA"), "PNG"),
        save(scene(), progressive=True, comment="Another"),
    ],
)
def test_a_copy_looks_like_the_picture(copy):
    """Smaller, sharper packed, in another format or with other notes, it is the same picture."""
    assert see_picture(copy).is_like(see_picture(save(scene())))


@pytest.mark.parametrize(
    "other",
    [
        save(scene(move=60)),
        save(scene().transpose(Image.Transpose.FLIP_LEFT_RIGHT)),
        save(scene().crop((0, 0, 480, 280))),
        save(scene().point(lambda value: 255 - value)),
    ],
)
def test_another_picture_does_not(other):
    """Of the same place, a moment later, or another part of it, it is another picture."""
    assert not see_picture(other).is_like(see_picture(save(scene())))


def test_a_turned_copy_looks_like_the_picture_as_it_is_seen():
    """Which side is up counts: a camera that was held upright wrote the picture lying down."""
    exif = Image.Exif()
    exif[0x0112] = 6
    turned = save(scene().rotate(90, expand=True), exif=exif)

    assert see_picture(turned).is_like(see_picture(save(scene())))
    assert not see_picture(save(scene().rotate(90, expand=True))).is_like(see_picture(save(scene())))


def test_sixteen_bits_and_transparent_pictures_are_looked_at():
    """Grey pictures of scanners are not all white, and what can be seen through is."""
    deep = Image.radial_gradient("L").convert("I").point(lambda value: value * 256).convert("I;16")
    clear = Image.new("RGBA", (40, 40), (0, 0, 0, 0))

    assert see_picture(save(deep, "PNG")).is_like(see_picture(save(Image.radial_gradient("L"), "PNG")))
    assert see_picture(save(clear, "PNG")).is_like(see_picture(save(Image.new("L", (40, 40), 255), "PNG")))


def test_a_plain_picture_shows_nobody():
    """A card of one colour looks like every other; a scene does not."""
    assert see_picture(save(Image.new("RGB", (40, 30), "orange"))).is_plain
    assert not see_picture(save(scene())).is_plain


def test_the_same_pixels_are_the_same_picture():
    """Other notes and another packing make no difference; one pixel does."""
    one, other = save(scene(), "PNG"), save(scene(), "PNG", compress_level=0)
    changed = scene()
    changed.putpixel((5, 5), (1, 2, 3))

    assert is_same_picture(one, other)
    assert not is_same_picture(one, save(changed, "PNG"))
    assert not is_same_picture(b"no picture", b"nor this")


@pytest.mark.parametrize("data", [b"", b"no picture", save(scene())[:400], b"<svg/>"])
def test_what_cannot_be_opened_looks_like_nothing(data):
    """A file that is no picture, or half of one, is not looked at, nor kept as if it had been."""
    assert see_picture(data) is None
    assert read_look(write_look(None)) is None
