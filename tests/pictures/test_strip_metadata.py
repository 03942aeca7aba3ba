"""A published picture tells nothing but what is on it."""

from __future__ import annotations

import io
import random
import struct
import zlib
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from event_recap.pictures.error import PictureError
from event_recap.pictures.strip import strip_metadata

SECRET = "Zephirine-Cachemire"
FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "AVIF", "TIFF")
LOSSLESS = FORMATS
KEPT_TAGS = {"EXIF:Orientation", "EXIF:ExifByteOrder"}
PRIVATE_GROUPS = ("EXIF", "XMP", "IPTC", "Photoshop", "MakerNotes", "MPF", "Composite:GPS")


@pytest.mark.parametrize("kind", FORMATS)
def test_nothing_that_was_noted_in_a_picture_is_left_in_it(write_picture, kind):
    """Author, comment, camera, position and XMP are in the file before, and not after."""
    data = write_picture(kind)

    clean = strip_metadata(data, "a")

    assert SECRET.encode() in data or kind == "PNG"
    assert SECRET.encode() not in clean
    assert b"adobe" not in clean.lower().replace(b"adobe\0d", b"")


@pytest.mark.parametrize("kind", FORMATS)
def test_not_a_pixel_changes(write_picture, read_pixels, kind):
    """Taking notes out of a picture leaves what is seen as it was, bit for bit."""
    data = write_picture(kind)

    assert read_pixels(strip_metadata(data, "a")) == read_pixels(data)


@pytest.mark.parametrize("kind", FORMATS)
def test_a_clean_picture_stays_as_it_is(write_picture, kind):
    """Cleaning twice gives the same bytes as cleaning once, on every run."""
    clean = strip_metadata(write_picture(kind), "a")

    assert strip_metadata(clean, "a") == clean
    assert strip_metadata(write_picture(kind), "a") == clean


@pytest.mark.parametrize("kind", FORMATS)
def test_exiftool_finds_nothing_private(write_picture, ask_exiftool, kind):
    """A program that knows every kind of metadata finds none but what the format itself needs."""
    before, after = (
        ask_exiftool(data) for data in (write_picture(kind), strip_metadata(write_picture(kind), "a"))
    )

    private = [key for key in after if key.startswith(PRIVATE_GROUPS)]

    assert SECRET in str(before)
    assert SECRET not in str(after)
    assert not private or kind == "TIFF"  # in TIFF, also width and height are such tags
    assert not any("GPS" in key or "XMP" in key for key in after)


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_turned_photo_stays_upright(write_picture, write_exif, kind, orientation):
    """Which side is up is the one thing of Exif that is kept, and nothing else with it."""
    data = write_picture(kind, exif=write_exif(orientation=orientation))

    with Image.open(io.BytesIO(strip_metadata(data, "a"))) as clean:
        exif = dict(clean.getexif())

    assert exif == ({0x0112: orientation} if orientation != 1 else {})


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG"])
def test_a_moving_picture_keeps_its_frames_and_times(draw, write_picture, read_pixels, kind):
    """All frames of an animation are there, each as long as before, and it repeats as before."""
    frames = [draw().rotate(90 * turn) for turn in (1, 2, 3)]
    data = write_picture(kind, save_all=True, append_images=frames, duration=[100, 200, 300, 400], loop=3)

    clean = strip_metadata(data, "a")

    assert SECRET.encode() not in clean
    assert len(read_pixels(data)) == 4
    assert read_pixels(clean) == read_pixels(data)
    with Image.open(io.BytesIO(clean)) as picture:
        assert picture.info["loop"] == 3


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF"])
def test_what_hangs_on_the_end_of_a_picture_is_gone(write_picture, kind):
    """A film or another picture that a telephone put behind the photo is not published with it."""
    data = write_picture(kind)

    assert strip_metadata(data + b"\xff\xd8" + SECRET.encode(), "a") == strip_metadata(data, "a")


def test_the_colours_of_a_picture_are_kept(draw):
    """A photo with a colour profile keeps it, since its colours would be others without."""
    from PIL import ImageCms

    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for kind in ("JPEG", "PNG", "WEBP", "AVIF"):
        stream = io.BytesIO()
        draw().save(stream, kind, icc_profile=profile)

        with Image.open(io.BytesIO(strip_metadata(stream.getvalue(), "a"))) as clean:
            assert clean.info["icc_profile"] == profile


def test_the_small_copy_of_a_photo_is_gone(write_picture):
    """A thumbnail, which shows what was cut off the photo since, is in neither JFIF nor Exif."""
    data = write_picture("JPEG")
    thumbnail = b"JFIF\0\x01\x01\0\0\x01\0\x01\x02\x02" + b"SECRETPIXELS"
    segment = b"\xff\xe0" + struct.pack(">H", len(thumbnail) + 2) + thumbnail
    extra = b"\xff\xe0" + struct.pack(">H", 16) + b"JFXX\0\x10SECRETPX"

    clean = strip_metadata(data[:2] + segment + extra + data[2:], "a")

    assert b"SECRET" not in clean


def test_every_segment_that_only_tells_is_taken_out_of_a_jpeg(write_picture, read_pixels):
    """Segments of cameras, of IPTC and of programs yet to come are gone, wherever they stand."""
    data = write_picture("JPEG")
    pieces = [bytes((0xFF, 0xE0 + number)) + b"\0\x0cSECRET-%03d" % number for number in range(1, 16)]
    scan = data.rindex(b"\xff\xda")

    clean = strip_metadata(data[:scan] + b"".join(pieces) + data[scan:], "a")

    assert b"SECRET" not in clean
    assert read_pixels(clean) == read_pixels(data)


def test_words_of_a_press_agency_are_gone_where_they_stand_alone(draw, read_pixels):
    """IPTC without Exif, as an editor of newspapers writes it, tells town and photographer; both go."""
    stream = io.BytesIO()
    draw().save(stream, "JPEG")
    fields = b"".join(
        b"\x1c\x02" + bytes((number,)) + struct.pack(">H", len(SECRET)) + SECRET.encode()
        for number in (80, 90)
    )
    block = b"Photoshop 3.0\08BIM\x04\x04\0\0" + struct.pack(">L", len(fields)) + fields
    data = stream.getvalue()
    data = data[:2] + b"\xff\xed" + struct.pack(">H", len(block) + 2) + block + data[2:]

    clean = strip_metadata(data, "a.jpg")

    assert SECRET.encode() in data
    assert clean == strip_metadata(stream.getvalue(), "a.jpg")
    assert read_pixels(clean) == read_pixels(data)


@pytest.mark.parametrize(
    "options", [{}, {"lossless": True}, {"save_all": True}], ids=["lossy", "lossless", "moving"]
)
@pytest.mark.parametrize("note", ["exif", "xmp"])
def test_a_webp_with_one_kind_of_note_only_is_clean(draw, write_exif, read_pixels, options, note):
    """Exif without XMP, and XMP without Exif, are gone, and the head of the file announces neither."""
    values = {"exif": write_exif(), "xmp": f"<x>{SECRET}</x>".encode()}
    frames = {"append_images": [draw().rotate(90)]} if "save_all" in options else {}
    stream = io.BytesIO()
    draw().save(stream, "WEBP", **{note: values[note]}, **options, **frames)

    clean = strip_metadata(stream.getvalue(), "a.webp")

    assert SECRET.encode() in stream.getvalue()
    assert not any(word in clean for word in (SECRET.encode(), b"EXIF", b"XMP "))
    assert clean[12:16] != b"VP8X" or not clean[20] & 0x0C
    assert read_pixels(clean) == read_pixels(stream.getvalue())


def test_the_name_of_a_profile_of_colours_is_gone(draw):
    """Whoever made the profile of a PNG may have called it after themselves."""
    stream = io.BytesIO()
    draw().save(stream, "PNG", icc_profile=b"profile")
    data = stream.getvalue()
    begin = data.index(b"iCCP")
    body = SECRET.encode() + data[begin + 4 + len("ICC Profile") : data.index(b"IDAT") - 8]
    chunk = struct.pack(">L", len(body)) + b"iCCP" + body + struct.pack(">L", zlib.crc32(b"iCCP" + body))

    clean = strip_metadata(data[:33] + chunk + data[33:], "a.png")

    assert SECRET.encode() not in clean


def test_padding_without_end_is_refused_at_once():
    """Fifty million bytes that lead nowhere cost no more than reading them."""
    with pytest.raises(PictureError, match="is cut short"):
        strip_metadata(b"\xff\xd8\xff" + b"\xff" * 5_000_000, "a.jpg")


def test_a_jpeg_that_comes_in_steps_keeps_them_all(draw, read_pixels):
    """A progressive JPEG has several scans; comments between them are gone, the scans are not."""
    stream = io.BytesIO()
    draw((200, 150)).save(stream, "JPEG", progressive=True, comment=SECRET)
    data = stream.getvalue()

    clean = strip_metadata(data, "a")

    assert clean.count(b"\xff\xda") == data.count(b"\xff\xda") > 1
    assert read_pixels(clean) == read_pixels(data)


def test_png_keeps_no_chunk_that_it_does_not_know(write_picture, read_pixels):
    """Chunks of programs, and those yet to be invented, are gone."""
    data = write_picture("PNG")
    chunks = b""
    for kind in (b"tIME", b"prVt", b"caBX", b"zxIf", b"sPLT", b"iDOT"):
        body = kind + b"SECRET"
        chunks += struct.pack(">L", 6) + body + struct.pack(">L", zlib.crc32(body))

    clean = strip_metadata(data[:33] + chunks + data[33:], "a")

    assert b"SECRET" not in clean
    assert read_pixels(clean) == read_pixels(data)


@pytest.mark.parametrize("kind", FORMATS)
def test_a_picture_that_is_cut_short_is_refused(write_picture, kind):
    """Half a picture cannot be cleaned, and nothing else goes wrong."""
    data = write_picture(kind)

    for length in sorted({*range(4, len(data) // 2, 37), len(data) // 2}):
        with pytest.raises(PictureError):
            strip_metadata(data[:length], "a.jpg")


@pytest.mark.parametrize("kind", FORMATS)
def test_a_damaged_picture_is_cleaned_or_refused_and_nothing_else(write_picture, kind):
    """Whatever bytes are wrong in a picture, cleaning ends with a picture or with one line."""
    data = write_picture(kind)
    chance = random.Random(kind)

    for _ in range(300):
        broken = bytearray(data)
        for _ in range(3):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        with suppress(PictureError):
            assert strip_metadata(bytes(broken), "a.jpg")


@given(
    st.sampled_from(["JPEG", "WEBP", "AVIF"]), st.text("abcdefghij", min_size=12, max_size=60), st.booleans()
)
def test_no_note_of_any_words_survives(write_picture, write_exif, kind, words, is_big):
    """Whatever somebody noted in Exif and XMP, in few words or many, none of it is published."""
    note = words * (40 if is_big else 1)
    data = write_picture(kind, exif=write_exif(note), xmp=f"<x>{note}</x>".encode(), comment=note)

    clean = strip_metadata(data, "a")

    assert note.encode() in data
    assert words.encode() not in clean


def test_a_file_of_no_known_format_is_refused():
    """A picture of a program, or words by the name of a photo, cannot be cleaned."""
    for data, name in ((b"8BPS\0\1", "a.psd"), (b"<html>", "a.jpg"), (b"\xff\x0a", "a.jxl")):
        with pytest.raises(PictureError, match="save it as JPEG"):
            strip_metadata(data, name)


def test_an_icon_is_clean_in_each_of_its_sizes(write_picture):
    """The PNG pictures in a favicon tell nothing either, and are all there."""
    body = write_picture("PNG")
    entry = struct.pack("<BBBBHHLL", 40, 30, 0, 0, 1, 32, len(body), 22)

    clean = strip_metadata(b"\0\0\1\0\1\0" + entry + body, "favicon.ico")

    assert SECRET.encode() not in clean
    assert b"tEXt" not in clean
    with Image.open(io.BytesIO(clean)) as icon:
        assert icon.size == (40, 30)


def test_a_bitmap_ends_where_it_says(draw):
    """What hangs on a bitmap is gone."""
    stream = io.BytesIO()
    draw().save(stream, "BMP")

    assert strip_metadata(stream.getvalue() + b"SECRET", "a.bmp") == stream.getvalue()


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"\xff\xd8\xff\xd9", "no picture in it.jpg"),
        (b"\xff\xd8\xff\xe1\0\1", "a length that is none.jpg"),
        (b"\xff\xd8\xff\xff\xff", "padding and no more.jpg"),
        (b"\xff\xd8\xff\xd0\x01\x02", "something between.jpg"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\0IEND\xae\x42\x60\x82", "an end without a beginning.png"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\0IEND\0\0\0\0", "a wrong checksum.png"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\0ABCD\xdb\x17\x20\xa5", "a part that none may skip.png"),
        (b"RIFF\4\0\0\0WEBP", "nothing.webp"),
        (b"GIF89a" + bytes(7) + b"\x99", "another block.gif"),
        (b"\0\0\1\0\2\0" + bytes(16), "no pictures.ico"),
        (b"BM\0\0\0\0", "no length.bmp"),
        (b"\x1f\x8bno", "not packed.svgz"),
    ],
)
def test_a_file_that_is_not_what_it_says_is_refused(data, name):
    """Each format has its way to be wrong; none of them is published."""
    with pytest.raises(PictureError):
        strip_metadata(data, name)


def test_an_icon_of_plain_pixels_stays_as_it_is():
    """A favicon without PNG pictures in it has nothing to lose."""
    icon = b"\0\0\1\0\1\0" + struct.pack("<BBBBHHLL", 1, 1, 0, 0, 1, 32, 4, 22) + b"pix."

    assert strip_metadata(icon, "favicon.ico") == icon
