"""A published PDF tells nothing of who made it; what can be read in it stays."""

from __future__ import annotations

import zlib

import pytest

from event_recap.pictures.patch import patch_bytes
from event_recap.pictures.told import find_notes, find_remark

SECRET = "Zephirine Cachemire"
HEAD = b"%PDF-1.4\n1 0 obj\n<</Type /Catalog /Pages 2 0 R /Metadata 4 0 R>>\nendobj\n"
TAIL = b"\ntrailer <</Root 1 0 R /Info 3 0 R>>\n%%EOF\n"
XMP = f'<?xpacket begin="" id="x"?><x:xmpmeta xmlns:x="adobe:ns:meta/">{SECRET}</x:xmpmeta><?xpacket end="w"?>'.encode()


def write_info(author):
    """Return the part of a PDF that says who made it."""
    return (
        b"3 0 obj\n<</Title (Programme) /Author "
        + author
        + b" /CreationDate (D:20100202) /Producer(Word)>>\nendobj\n"
    )


def stream(kind, data):
    """Return a stream of a kind."""
    return b"4 0 obj\n<</Type /" + kind + b" /Length 9>>\nstream\n" + data + b"\nendstream\nendobj\n"


@pytest.fixture(name="publish")
def fixture_publish(tmp_path):
    """Return what gives a PDF as it is published, and what is said of it."""

    def publish(data):
        path = tmp_path / "a.pdf"
        path.write_bytes(data)
        clean = bytearray(data)
        patch_bytes(clean, find_notes(path))
        path.write_bytes(clean)
        return bytes(clean), find_remark(path)

    return publish


@pytest.mark.parametrize(
    "author",
    [
        b"(Zephirine Cachemire)",
        b"(Zephirine \\(the other\\) Cachemire)",
        b"(Zephirine (the other) Cachemire)",
        b"<5a657068\n6972696e65>",
        b"5 0 R",
    ],
)
def test_who_made_a_pdf_is_gone(publish, author):
    """Author, program and date become blanks, however they are written; the title stays, and nothing moves."""
    named = b"5 0 obj\n(Zephirine Cachemire)\nendobj\n"
    data = (
        HEAD + write_info(author) + named + TAIL if author == b"5 0 R" else HEAD + write_info(author) + TAIL
    )

    clean, remark = publish(data)

    assert not any(word in clean for word in (b"Zephirine", b"Cachemire", b"5a657068", b"Word", b"D:2010"))
    assert b"/Title (Programme)" in clean
    assert len(clean) == len(data)
    assert clean.index(b"trailer") == data.index(b"trailer")
    assert remark == ""


@pytest.mark.parametrize("body", [XMP, zlib.compress(XMP)], ids=["plain", "compressed"])
def test_what_programs_note_in_a_pdf_is_gone(publish, body):
    """XMP goes, also where nobody could read it without unpacking it."""
    data = HEAD + stream(b"Metadata", body) + TAIL

    clean, _ = publish(data)

    assert SECRET.encode() not in clean
    assert body not in clean
    assert len(clean) == len(data)


def test_a_photo_in_a_pdf_tells_no_position(publish, write_picture):
    """The notes of a camera in a photo that was put into a document become zeros."""
    data = HEAD + stream(b"XObject", write_picture("JPEG")) + TAIL

    clean, _ = publish(data)

    assert b"Zephirine" in data
    assert b"Zephirine" not in clean


@pytest.mark.parametrize(
    "sealed",
    [
        b"/Encrypt 9 0 R ",
        b"/ByteRange [0 1 2 3] ",
        stream(b"ObjStm", zlib.compress(b"3 0 <</Author (Zephirine)>>")),
    ],
    ids=["locked", "signed", "packed"],
)
def test_a_pdf_that_cannot_be_changed_is_told(publish, sealed):
    """A signed or locked PDF stays as it is, and the author of the site reads what to do."""
    data = HEAD + sealed + TAIL

    clean, remark = publish(data)

    assert clean == data
    assert remark.endswith("print it into a new PDF")
