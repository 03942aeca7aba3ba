"""The parts of an AVIF or HEIF file that tell something become zeros, wherever they are kept."""

from __future__ import annotations

import io
import struct

import pytest
from PIL import Image

from event_recap.pictures.error import PictureError
from event_recap.pictures.heif import strip_heif

SECRET = b"SECRET-NOTE"
PIXELS = b"PIXELS-PIXELS"


def box(kind, *parts, wide=False):
    """Return a part of a file, with a length of four bytes or of eight."""
    body = b"".join(parts)
    if wide:
        return struct.pack(">L4sQ", 1, kind, len(body) + 16) + body
    return struct.pack(">L4s", len(body) + 8, kind) + body


def item(number, kind, version=2, extra=b"\0"):
    """Return the entry of an item."""
    wide = ">HH" if version < 3 else ">LH"
    return box(b"infe", bytes((version, 0, 0, 0)), struct.pack(wide, number, 0), kind, extra)


def place(number, method, start, length, version=1):
    """Return where an item is: in the file, or in the part for data of items."""
    wide = ">HHHHLL" if version < 2 else ">LHHHLL"
    return struct.pack(wide, number, method, 0, 1, start, length)


def build(items, places, *, version=1, info_version=0, **more):
    """Return a file with two items in its ``idat``, pixels and a note."""
    count = struct.pack(">H" if info_version == 0 else ">L", len(items))
    info = box(b"iinf", bytes((info_version, 0, 0, 0)), count, *items)
    number = struct.pack(">H" if version < 2 else ">L", len(places))
    where = box(b"iloc", bytes((version, 0, 0, 0)), b"\x44\0", number, *places)
    meta = box(
        b"meta",
        bytes(4),
        box(b"hdlr", bytes(24)),
        info,
        where,
        box(b"idat", PIXELS + SECRET),
        *more.get("meta", ()),
    )
    return box(b"ftyp", b"avif\0\0\0\0mif1") + meta + b"".join(more.get("after", ()))


TWO = [item(1, b"av01"), item(2, b"mime", extra=b"\0application/rdf+xml\0")]
PLACES = [place(1, 1, 0, len(PIXELS)), place(2, 1, len(PIXELS), len(SECRET))]


@pytest.mark.parametrize(
    "data",
    [
        build(TWO, PLACES),
        build(
            [item(1, b"grid", 3), item(2, b"Exif", 3)],
            [place(1, 1, 0, 13, 2), place(2, 1, 13, 11, 2)],
            version=2,
        ),
        build(TWO, PLACES, info_version=1),
    ],
)
def test_a_note_beside_the_pixels_becomes_zeros(data):
    """Notes go and pixels stay, at the places where the file says they are."""
    clean = strip_heif(data)

    assert SECRET not in clean
    assert PIXELS in clean
    assert len(clean) == len(data)
    assert strip_heif(clean) == clean


@pytest.mark.parametrize("kind", [b"uuid", b"free", b"udta", b"mpvd", b"xml "])
@pytest.mark.parametrize("where", ["meta", "after"])
def test_parts_that_are_no_picture_become_zeros(kind, where):
    """What programs and telephones append is not published, whether it is known or not."""
    data = build(TWO, PLACES, **{where: [box(kind, SECRET, wide=kind == b"uuid")]})

    clean = strip_heif(data)

    assert SECRET not in clean
    assert len(clean) == len(data)


@pytest.mark.parametrize(("version", "wide"), [(0, ">HHH"), (1, ">LHL")])
def test_a_small_copy_becomes_zeros(version, wide):
    """A thumbnail, which may show what was cut off the photo since, goes."""
    items = [item(1, b"hvc1"), item(2, b"hvc1")]
    leads = box(b"iref", bytes((version, 0, 0, 0)), box(b"thmb", struct.pack(wide, 2, 1, 1)))
    data = build(items, PLACES, meta=[leads])

    clean = strip_heif(data)

    assert SECRET not in clean
    assert PIXELS in clean
    assert strip_heif(clean) == clean


def test_a_moving_picture_keeps_its_frames_only(draw):
    """An animation has no notes in its tracks, and all of its frames."""
    stream = io.BytesIO()
    draw().save(stream, "AVIF", save_all=True, append_images=[draw().rotate(90)], duration=100, xmp=SECRET)
    media = box(b"mdia", box(b"hdlr", bytes(8), b"pict", bytes(12), SECRET))
    note = box(b"moov", box(b"udta", SECRET), box(b"trak", box(b"meta", SECRET), media))
    data = stream.getvalue()

    clean = strip_heif(data + note)

    assert SECRET in data
    assert SECRET not in clean
    with Image.open(io.BytesIO(clean[: len(data)])) as picture:
        assert picture.n_frames == 2


@pytest.mark.parametrize(
    "data",
    [
        box(b"ftyp", b"avif"),
        box(b"ftyp", b"avif") + box(b"meta", bytes(4), box(b"hdlr")),
        box(b"ftyp", b"avif") + struct.pack(">L4s", 4, b"meta"),
        box(b"ftyp", b"avif") + struct.pack(">L4s", 400, b"meta"),
        build([item(1, b"av01", 1)], PLACES),
        build(TWO, [place(2, 0, 9_000, 11)]),
        build(TWO, [place(2, 2, 0, 11)]),
        build(TWO, [place(2, 1, 0, 11)[:-4]]),
    ],
)
def test_a_file_that_contradicts_itself_is_refused(data):
    """Where a part is missing, too long, or somewhere else, nothing can be made clean for certain."""
    with pytest.raises(PictureError):
        strip_heif(data)


def test_the_last_part_may_reach_to_the_end():
    """A part of length zero goes on to the end of the file."""
    clean = strip_heif(build(TWO, PLACES) + struct.pack(">L4s", 0, b"skip") + SECRET)

    assert SECRET not in clean
