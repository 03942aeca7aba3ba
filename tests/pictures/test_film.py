"""A published film tells neither where nor when nor by whom it was taken."""

from __future__ import annotations

import struct

import pytest

from event_recap.pictures.error import PictureError
from event_recap.pictures.patch import Patch, write_patched
from event_recap.pictures.told import find_notes

SECRET = b"+45.8800-072.4800/ SECRET"
PIXELS, SOUND = b"PIXELS-PIXELS", b"SOUND-SOUND"
TIMES = (3_800_000_000).to_bytes(4, "big") * 2


def box(kind, *parts):
    """Return a part of a film."""
    body = b"".join(parts)
    return struct.pack(">L4s", len(body) + 8, kind) + body


def table(places, sizes, *, kind=b"stco", coder=b""):
    """Return where the samples of a track are: one chunk for each of them."""
    wide = ">L" if kind == b"stco" else ">Q"
    return box(
        b"stbl",
        box(
            b"stsd",
            bytes(4),
            struct.pack(">L", 1),
            box(b"avc1", bytes(42), coder.ljust(32, b"\0"), b"\0\x18\xff\xff"),
        ),
        box(b"stsc", bytes(4), struct.pack(">LLLL", 1, 1, 1, 1)),
        box(
            b"stsz", bytes(4), struct.pack(">LL", 0, len(sizes)), *(struct.pack(">L", size) for size in sizes)
        ),
        box(kind, bytes(4), struct.pack(">L", len(places)), *(struct.pack(wide, place) for place in places)),
    )


def track(handler, samples, *extra, name=b"Secret camera\0"):
    """Return a track of a kind, with its samples somewhere in the film."""
    media = box(
        b"mdia",
        box(b"mdhd", bytes(4), TIMES, bytes(12)),
        box(b"hdlr", bytes(8), handler, bytes(12), name),
        box(b"minf", box(b"dinf", b""), samples),
    )
    return box(b"trak", box(b"tkhd", bytes(4), TIMES, bytes(72)), media, *extra)


def film(*tracks, extra=(), after=b"", head=b"isom"):
    """Return a film: its pixels first, then what is known of it."""
    data = PIXELS + SOUND + SECRET
    moov = box(b"moov", box(b"mvhd", bytes(4), TIMES, bytes(88)), *tracks, *extra)
    return box(b"ftyp", head, bytes(4)) + box(b"mdat", data) + moov + after


START = 16 + 8
"""Where the pixels of such a film begin."""
PICTURE = track(b"vide", table([START], [len(PIXELS)], coder=b"\x0cSecret coder"))
NOTES = track(b"meta", table([START + len(PIXELS + SOUND)], [len(SECRET)]))


@pytest.fixture(name="clean")
def fixture_clean(tmp_path):
    """Return what writes a film as it is published."""

    def clean(data, name="film.mp4"):
        source, target = tmp_path / name, tmp_path / "published"
        source.write_bytes(data)
        write_patched(source, target, find_notes(source))
        assert source.read_bytes() == data
        return target.read_bytes()

    return clean


@pytest.mark.parametrize(
    "extra",
    [
        box(b"udta", box(b"\xa9xyz", SECRET)),
        box(b"meta", bytes(4), box(b"ilst", SECRET)),
        box(b"uuid", SECRET),
        box(b"free", SECRET),
        box(b"new!", SECRET),
    ],
    ids=["udta", "meta", "uuid", "free", "new"],
)
def test_where_a_film_was_taken_is_gone(clean, extra):
    """Position, telephone and author are gone, wherever a film keeps them; picture and sound stay."""
    inner = track(b"soun", table([START + len(PIXELS)], [len(SOUND)]), extra)
    data = film(PICTURE, inner, NOTES, extra=[extra], after=extra)

    published = clean(data)

    assert b"SECRET" in data
    assert b"SECRET" not in published
    assert PIXELS + SOUND in published
    assert len(published) == len(data)
    assert clean(published) == published


def test_neither_date_nor_camera_is_left(clean):
    """When a film was taken, and what took it, stands in several places."""
    published = clean(film(PICTURE))

    assert TIMES in film(PICTURE)
    assert TIMES not in published
    assert b"ecret" not in published


@pytest.mark.parametrize("kind", [b"stco", b"co64"])
def test_a_track_of_positions_is_gone_with_what_it_holds(clean, kind):
    """Some cameras note the position at every second; nothing of it is left beside the picture."""
    places = [START + len(PIXELS + SOUND), START + len(PIXELS + SOUND) + 10]
    notes = track(b"meta", table(places, [10, len(SECRET) - 10], kind=kind))

    published = clean(film(PICTURE, notes))

    assert SECRET[:10] not in published
    assert SECRET[10:] not in published
    assert PIXELS in published


def test_a_film_of_quicktime_is_known_without_a_head(clean):
    """Old films begin with their pixels; what ends a list of theirs, four zeros, is no damage."""
    data = box(b"wide") + film(PICTURE, extra=[box(b"udta", SECRET), bytes(4)], head=b"qt  ")[16:]

    assert b"SECRET-" not in clean(data, "film.MOV").replace(SECRET, b"", 1)
    assert len(clean(data, "film.MOV")) == len(data)


def test_what_hangs_on_the_end_of_a_film_is_gone(clean):
    """A telephone's own part after the film is not published, whether it is well made or not."""
    for after in (b"SEFT SECRET", box(b"sefd", SECRET), b"\0\0\xff\xffmore SECRET"):
        assert b"SECRET" not in clean(film(PICTURE, after=after)).replace(SECRET, b"", 1)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (box(b"ftyp", b"isom"), "is damaged"),
        (film(box(b"trak", box(b"tkhd", bytes(84)))), "is damaged"),
        (film(PICTURE)[:-20], "is cut short"),
        (film(NOTES, after=box(b"moof")), "holds a track of notes in pieces"),
    ],
    ids=["empty", "no media", "cut", "pieces"],
)
def test_a_film_that_cannot_be_cleaned_is_refused(clean, data, told):
    """Where it cannot be said what a film tells, it is not published."""
    with pytest.raises(PictureError, match=told):
        clean(data)


def test_other_files_are_left_alone(clean):
    """A text that looks a little like a film is none."""
    for name, data in (("a.txt", b"\0\0\0\x08free"), ("a.bin", b""), ("a.mp3", b"ID3\3")):
        assert clean(data, name) == data


def test_a_long_part_is_replaced_to_its_end(tmp_path):
    """A patch that is longer than the memory should hold is written piece by piece."""
    source, target = tmp_path / "a", tmp_path / "b"
    source.write_bytes(b"x" * 3_000_000)

    write_patched(source, target, [Patch(1, 2_999_999, b"ab", b"c")])

    assert target.read_bytes() == b"xab" + b"c" * 2_999_996 + b"x"
