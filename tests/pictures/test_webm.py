"""A film of a browser tells nothing of its making either."""

from __future__ import annotations

import zlib

import pytest

from event_recap.pictures.error import PictureError
from event_recap.pictures.patch import patch_bytes
from event_recap.pictures.webm import START, find_webm_notes

SECRET = b"SECRET +45.88-072.48"
PIXELS = b"PIXELS"


def element(kind, *parts, wide=False, unknown=False):
    """Return an element, its length in one byte or in eight, or not told."""
    body = b"".join(parts)
    length = bytes((0x80 | len(body),))
    if wide or len(body) > 126:
        length = b"\x01" + len(body).to_bytes(7, "big")
    return kind + (b"\x01" + b"\xff" * 7 if unknown else length) + body


INFO = (
    element(b"\x2a\xd7\xb1", b"\x0f\x42\x40"),
    element(b"\x44\x61", b"SECRETAT"),
    element(b"\x7b\xa9", SECRET),
    element(b"\x57\x41", SECRET),
)


def film(**options):
    """Return a film with tags, and a sum over what is told of it."""
    total = element(b"\xbf", zlib.crc32(b"".join(INFO)).to_bytes(4, "little"))
    segment = element(
        b"\x18\x53\x80\x67",
        element(b"\x15\x49\xa9\x66", total, *INFO),
        element(b"\x12\x54\xc3\x67", SECRET),
        element(b"\x1f\x43\xb6\x75", PIXELS),
        **options,
    )
    return element(START, b"\x42\x82\x84webm") + segment


def apply(data):
    """Return a film as it is published."""
    clean = bytearray(data)
    patch_bytes(clean, find_webm_notes(data))
    return bytes(clean)


@pytest.mark.parametrize("options", [{}, {"wide": True}, {"unknown": True}], ids=["short", "wide", "unknown"])
def test_tags_dates_and_programs_are_gone(options):
    """A film that a program made of another keeps its position in the tags; they go, the pixels stay."""
    published = apply(film(**options))

    assert b"SECRET" not in published
    assert PIXELS in published
    assert b"\x0f\x42\x40" in published
    assert len(published) == len(film(**options))
    assert apply(published) == published


def test_a_sum_over_what_was_told_is_gone():
    """A reader that checks the sum finds none, instead of a wrong one."""
    assert b"\xbf\x84" in film()
    assert b"\xec\x84" in apply(film())


@pytest.mark.parametrize(
    "data",
    [film()[:-3], START + b"\0", START + b"\x80" + b"\x18\x53\x80\x67\x86\x12\x54\xc3\x67\x81x"],
    ids=len,
)
def test_a_damaged_film_is_refused(data):
    """A part that is longer than the film, has no length, or is too short to be replaced."""
    with pytest.raises(PictureError):
        apply(data)
