"""A covered face cannot be uncovered."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from event_recap.model.photograph import Region
from event_recap.pictures.error import PictureError
from event_recap.pictures.paint import BLOCK, cover_regions, repaint_tiff

percent = st.floats(0, 99).map(lambda number: round(number, 3))
regions = st.tuples(percent, percent, percent, percent).map(
    lambda numbers: Region(
        numbers[0],
        numbers[1],
        max(0.001, (100 - numbers[0]) * numbers[2] / 100),
        max(0.001, (100 - numbers[1]) * numbers[3] / 100),
    )
)


def save(picture, kind="PNG", **options):
    """Return a picture as a file."""
    stream = io.BytesIO()
    picture.save(stream, kind, **options)
    return stream.getvalue()


@given(region=regions, size=st.tuples(st.integers(1, 60), st.integers(1, 60)))
def test_what_was_below_a_block_makes_no_difference(draw, region, size):
    """Two pictures that differ only below a region are the same file once it is covered."""
    first = draw(size)
    second = first.copy()
    box = (region.x * size[0] / 100, region.y * size[1] / 100)
    for x in range(int(box[0]), min(size[0], int(box[0] + region.width * size[0] / 100) + 1)):
        for y in range(int(box[1]), min(size[1], int(box[1] + region.height * size[1] / 100) + 1)):
            if (
                x < (region.x + region.width) * size[0] / 100
                and y < (region.y + region.height) * size[1] / 100
            ):
                second.putpixel((x, y), (255, 0, 255))

    assert cover_regions(save(first), [region]) == cover_regions(save(second), [region])


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "RGBA", "LA", "I;16"])
def test_a_picture_with_any_kind_of_colours_can_be_covered(draw, mode):
    """Grey, indexed and transparent pictures get an opaque block like others."""
    picture = draw().convert("I").convert("I;16") if mode == "I;16" else draw(mode=mode)

    with Image.open(io.BytesIO(cover_regions(save(picture), [Region(0, 0, 50, 50)]))) as covered:
        assert covered.convert("RGBA").getpixel((3, 3)) == (*BLOCK, 255)


def test_transparent_parts_stay_transparent(draw):
    """What can be seen through beside the block can be seen through still."""
    picture = draw(mode="RGBA")
    picture.putalpha(0)

    with Image.open(io.BytesIO(cover_regions(save(picture), [Region(0, 0, 50, 50)]))) as covered:
        assert (covered.getpixel((3, 3))[3], covered.getpixel((39, 29))[3]) == (255, 0)


def test_a_covered_photo_of_a_printer_is_in_colours_of_a_screen(draw):
    """A photo in four inks is covered too, and no profile of inks stays in it."""
    data = save(draw(mode="CMYK"), "JPEG", icc_profile=b"inks")

    with Image.open(io.BytesIO(cover_regions(data, [Region(0, 0, 50, 50)]))) as covered:
        assert covered.mode == "RGB"
        assert "icc_profile" not in covered.info


def test_a_comment_does_not_come_through_a_cover(draw):
    """A picture that is painted anew takes nothing along, whatever its format kept."""
    for kind in ("JPEG", "PNG", "WEBP", "AVIF", "GIF"):
        data = cover_regions(
            save(draw(), kind, comment="SECRET", exif=b"", xmp=b"SECRET"), [Region(0, 0, 9, 9)]
        )

        assert b"SECRET" not in data


@pytest.mark.parametrize("kind", ["TIFF", "BMP"])
def test_a_format_that_is_not_for_the_web_is_not_covered(draw, kind):
    """Only pictures for the web are painted anew."""
    with pytest.raises(PictureError, match="save it as JPEG or PNG"):
        cover_regions(save(draw(), kind), [Region(0, 0, 9, 9)])


def test_a_tiff_keeps_its_pages(draw):
    """All pages of a scan are there, without the tags of the scanner."""
    data = save(draw(), "TIFF", save_all=True, append_images=[draw().rotate(90)], description="SECRET")

    clean = repaint_tiff(data)

    with Image.open(io.BytesIO(clean)) as picture:
        assert picture.n_frames == 2
    assert b"SECRET" not in clean


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "RGBA", "CMYK", "I;16", "F"])
def test_a_tiff_keeps_its_colours(draw, mode):
    """Inks of a printer, sixteen bits of a scanner and a palette stay what they are, to the last bit."""
    picture = draw().convert("I").convert("I;16") if mode == "I;16" else draw(mode=mode)
    data = save(picture, "TIFF", description="SECRET", icc_profile=b"colours")

    with Image.open(io.BytesIO(repaint_tiff(data))) as clean:
        assert (clean.mode, clean.convert(mode).tobytes()) == (mode, picture.tobytes())
        assert clean.info["icc_profile"] == b"colours"


def test_a_tiff_with_too_many_pages_is_refused(draw, monkeypatch):
    """Thousands of pages would take a build minutes."""
    data = save(draw((2, 2)), "TIFF", save_all=True, append_images=[draw((2, 2))] * 2)
    monkeypatch.setattr("event_recap.pictures.paint.PAGES_LIMIT", 2)

    with pytest.raises(PictureError, match="too many pixels to be painted anew"):
        repaint_tiff(data)


@pytest.mark.parametrize(("kind", "mode"), [("WEBP", "RGB"), ("PNG", "RGBA"), ("JPEG", "CMYK")])
def test_a_format_that_takes_more_memory_is_painted_up_to_half_the_size(draw, monkeypatch, kind, mode):
    """A picture that would be in memory three times is refused by its header."""
    data = save(draw((20, 20), mode=mode), kind)
    monkeypatch.setattr("event_recap.pictures.paint.PAINTED_LIMIT", 600)

    with pytest.raises(PictureError, match="too many pixels to be painted anew"):
        cover_regions(data, [Region(0, 0, 9, 9)])


@pytest.mark.parametrize("cover", [lambda data: cover_regions(data, [Region(0, 0, 9, 9)]), repaint_tiff])
@pytest.mark.parametrize(
    "data", [b"", b"II*\0", b"\x89PNG\r\n\x1a\n", save(Image.new("RGB", (400, 400)), "TIFF")[:900]]
)
def test_a_damaged_picture_is_not_painted(cover, data):
    """What cannot be opened is refused with one line."""
    with pytest.raises(PictureError):
        cover(data)


def test_a_picture_that_would_fill_the_memory_is_not_opened():
    """Fifty thousand by fifty thousand pixels are refused by the header alone."""
    png = save(Image.new("1", (1, 1)))
    huge = png[:16] + (50_000).to_bytes(4, "big") * 2 + png[24:29]
    import zlib

    data = huge + zlib.crc32(huge[12:29]).to_bytes(4, "big") + png[33:]

    with pytest.raises(PictureError):
        cover_regions(data, [Region(0, 0, 9, 9)])
