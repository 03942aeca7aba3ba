"""One picture becomes several: smaller, in every format, upright, in the colours of a screen, and silent."""

from __future__ import annotations

import io
import os
import struct

import pytest
from PIL import Image

from event_recap.pictures.renditions import make_renditions, read_body, read_renditions
from event_recap.pictures.tone import Tone

WIDTHS = (40, 120, 400)
SECRET = b"Zephirine"


def save(picture, kind="JPEG", **options):
    """Return a picture as a file."""
    stream = io.BytesIO()
    picture.save(stream, kind, **options)
    return stream.getvalue()


def make(data, widths=WIDTHS):
    """Return what a picture becomes, and each file by its format and width."""
    made = make_renditions(data, widths)
    found = read_renditions(made)
    return found, {(file.format, file.width): read_body(made, file) for file in found.files}


def look(data):
    """Return a file as pixels."""
    with Image.open(io.BytesIO(data)) as picture:
        picture.load()
        return picture


@pytest.fixture(name="photo", scope="module")
def fixture_photo():
    """Return a picture, 200 pixels wide, as detailed as a photograph."""
    noise = Image.effect_noise((50, 25), 90).resize((200, 100))
    return Image.merge("RGB", [noise, noise.rotate(180), noise.transpose(Image.Transpose.FLIP_LEFT_RIGHT)])


def write_profile(gamma):
    """Return an ICC profile of the primaries of sRGB with another curve (ICC.1:2022, 7 and 8.3)."""
    xyz = {
        "wtpt": (0.9642, 1, 0.8249),
        "rXYZ": (0.4361, 0.2225, 0.0139),
        "gXYZ": (0.3851, 0.7169, 0.0971),
        "bXYZ": (0.1431, 0.0606, 0.7141),
    }
    bodies = {
        name: b"XYZ \0\0\0\0" + struct.pack(">3l", *(round(value * 65536) for value in values))
        for name, values in xyz.items()
    }
    curve = b"curv\0\0\0\0" + struct.pack(">LHH", 1, round(gamma * 256), 0)
    bodies |= dict.fromkeys(("rTRC", "gTRC", "bTRC"), curve)
    tags, data, start = b"", b"", 128 + 4 + 12 * len(bodies)
    for name, body in bodies.items():
        tags += name.encode() + struct.pack(">LL", start + len(data), len(body))
        data += body
    head = bytearray(128)
    head[8:24] = struct.pack(">L", 0x02400000) + b"mntrRGB XYZ "
    head[36:40], head[68:80] = b"acsp", struct.pack(">3L", 0xF6D6, 0x10000, 0xD32D)
    whole = head + struct.pack(">L", len(bodies)) + tags + data
    whole[:4] = struct.pack(">L", len(whole))
    return bytes(whole)


def test_a_photo_becomes_avif_webp_and_jpeg_in_widths_that_fit(photo):
    """No file is wider than the picture, and the widest is as wide as it is."""
    found, files = make(save(photo, quality=98))

    assert (found.width, found.height) == (200, 100)
    assert sorted(files) == [(kind, width) for kind in ("AVIF", "JPEG", "WEBP") for width in (40, 120, 200)]
    assert {(kind, *look(data).size) for (kind, _), data in files.items()} == {
        (kind, width, width // 2) for kind, width in files
    }


@pytest.mark.parametrize("cores", [1, 2, 7])
def test_the_same_bytes_come_of_any_number_of_cores(photo, monkeypatch, cores):
    """Two machines publish the same site."""
    data = save(photo, quality=98)
    before = make_renditions(data, WIDTHS)

    monkeypatch.setattr(os, "cpu_count", lambda: cores)

    assert make_renditions(data, WIDTHS) == before


@pytest.mark.parametrize(
    ("turn", "size"), [(1, (200, 100)), (3, (200, 100)), (6, (100, 200)), (8, (100, 200))]
)
def test_a_picture_stands_upright_whatever_its_camera_noted(photo, turn, size):
    """Its width and height are those that a reader sees, so that nothing jumps."""
    exif = Image.Exif()
    exif[0x0112] = turn

    found, files = make(save(photo, quality=98, exif=exif))

    assert (found.width, found.height) == size
    assert look(files["WEBP", size[0]]).size == size
    assert all(not look(data).getexif() for data in files.values())


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF", "TIFF"])
def test_no_file_tells_anything_beside_the_picture(write_picture, kind):
    """Position, camera and author are in none of them."""
    _, files = make(write_picture(kind), (20, 40))

    assert files
    assert all(SECRET not in data and not look(data).getexif() for data in files.values())


def test_colours_of_another_profile_become_those_of_a_screen(photo):
    """What is half as light in a linear profile looks the same without it."""
    grey = Image.new("RGB", (60, 30), (128, 128, 128))
    grey.paste(photo.resize((20, 30)), (0, 0))

    _, files = make(save(grey, quality=98, icc_profile=write_profile(1.0)), (60,))

    assert all("icc_profile" not in look(data).info for data in files.values())
    pixels = [look(data).convert("RGB").getpixel((45, 15)) for data in files.values()]
    assert all(abs(value - 188) <= 4 for pixel in pixels for value in pixel)


def test_what_can_be_seen_through_stays_so(photo):
    """It has no colour behind it, and its files for every browser are PNG."""
    clear = photo.convert("RGBA")
    clear.putalpha(Image.linear_gradient("L").resize(clear.size))

    found, files = make(save(clear, "PNG"))

    assert found.tone is None
    assert {kind for kind, _ in files} <= {"AVIF", "WEBP", "PNG"}
    assert all(look(data).convert("RGBA").getpixel((20, 2))[3] < 40 for data in files.values())


@pytest.mark.parametrize("kind", ["GIF", "WEBP"])
def test_a_picture_that_moves_stays_as_it_is(photo, kind):
    """One of its frames would be another picture."""
    assert make_renditions(save(photo, kind, save_all=True, append_images=[photo.rotate(90)]), WIDTHS) == b""


@pytest.mark.parametrize("data", [b"", b"<svg/>", b"\xff\xd8\xff\xe0 no more"])
def test_what_cannot_be_read_stays_as_it_is(data):
    """A drawing of lines needs no widths."""
    assert make_renditions(data, WIDTHS) == b""
    assert read_renditions(b"") is None


def test_no_widths_leave_every_picture_as_it_is(photo):
    """The setting may be empty."""
    assert make_renditions(save(photo), ()) == b""


def test_a_format_that_saves_nothing_is_left_out():
    """Four colours are smallest as PNG, and the picture itself serves at its own width."""
    drawing = Image.new("P", (200, 100))
    drawing.putpalette([0, 0, 0, 255, 255, 255, 255, 0, 0, 0, 0, 255])
    drawing.paste(2, (50, 20, 120, 60))
    data = save(drawing, "PNG", bits=2, optimize=True)

    found, files = make(data)

    assert all(len(body) < len(data) for (kind, _), body in files.items() if kind == "PNG")
    sizes = {kind: sum(len(body) for (one, _), body in files.items() if one == kind) for kind, _ in files}
    assert list(sizes.values()) == sorted(sizes.values())
    assert found.tone


@pytest.mark.parametrize(
    ("colour", "tone"),
    [
        ("black", Tone(0, 0)),
        ("white", Tone(6, 4)),
        ((200, 60, 40), Tone(2, 7)),
        ((20, 60, 160), Tone(18, 6)),
    ],
)
def test_the_colour_that_waits_is_about_that_of_the_picture(colour, tone):
    """Dark for dark, and of its hue where it has one."""
    found = read_renditions(make_renditions(save(Image.new("RGB", (64, 64), colour), "PNG"), (64,)))

    assert found.tone == tone
