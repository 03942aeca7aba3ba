"""Pictures as cameras, telephones and programs leave them: with everything that they tell."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
from functools import partial

import pytest
from PIL import Image, PngImagePlugin

SECRET = "Zephirine-Cachemire"
"""Stands in every place where a picture can tell something."""

XMP = (
    '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""'
    f' xmlns:dc="http://purl.org/dc/elements/1.1/" dc:rights="{SECRET}"/></rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
).encode()
FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "AVIF", "TIFF")
HARMLESS = ("SourceFile", "ExifTool:", "File:", "Composite:")
"""What exiftool says of every file."""


def draw(size=(40, 30), mode="RGB"):
    """Return a drawing in which no two rows or columns are alike."""
    picture = Image.new("RGB", size)
    picture.putdata(
        [(x * 6 % 256, y * 8 % 256, (x + y) * 3 % 256) for y in range(size[1]) for x in range(size[0])]
    )
    return picture.convert(mode)


def write_exif(text=SECRET, orientation=1):
    """Return an Exif block with who made the picture, with what, where, and which side is up."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = exif[0x013B] = exif[0x8298] = text
    exif.get_ifd(0x8769)[0x9286] = b"ASCII\0\0\0" + text.encode()
    exif.get_ifd(0x8825).update({1: "N", 2: (45.0, 52.0, 48.0), 3: "W", 4: (72.0, 28.0, 48.0)})
    return exif.tobytes()


def write(kind, *, exif=None, xmp=XMP, comment=SECRET, **options):
    """Return a picture of a format with everything in it that the format can tell."""
    stream = io.BytesIO()
    exif = write_exif() if exif is None else exif
    if kind == "PNG":
        notes = PngImagePlugin.PngInfo()
        notes.add_text("Author", comment)
        notes.add_text("Comment", comment, zip=True)
        notes.add_itxt("XML:com.adobe.xmp", xmp.decode())
        options |= {"pnginfo": notes}
    values = {
        "JPEG": {"exif": exif, "xmp": xmp, "comment": comment},
        "PNG": {"exif": exif},
        "WEBP": {"exif": exif, "xmp": xmp},
        "GIF": {"comment": comment, "xmp": xmp},
        "AVIF": {"exif": exif, "xmp": xmp, "quality": 60},
        "TIFF": {"exif": exif, "description": comment, "artist": comment},
    }
    draw().save(stream, kind, **values[kind], **options)
    return stream.getvalue()


@pytest.fixture(name="draw", scope="session")
def fixture_draw():
    """Return what draws a picture."""
    return draw


@pytest.fixture(name="write_picture", scope="session")
def fixture_write_picture():
    """Return what writes a picture of a format with everything that it can tell."""
    return write


@pytest.fixture(name="write_exif", scope="session")
def fixture_write_exif():
    """Return what writes an Exif block."""
    return write_exif


@pytest.fixture(name="read_pixels", scope="session")
def fixture_read_pixels():
    """Return what reads the pixels of every frame, upright, and how long each stands."""

    def read_pixels(data):
        frames = []
        with Image.open(io.BytesIO(data)) as picture:
            for number in range(getattr(picture, "n_frames", 1)):
                picture.seek(number)
                frames.append((picture.convert("RGBA").tobytes(), picture.info.get("duration", 0)))
        return frames

    return read_pixels


@pytest.fixture(name="ask_exiftool", scope="session")
def fixture_ask_exiftool():
    """Return what asks exiftool for everything that a picture tells beside its pixels."""
    program = shutil.which("exiftool")
    if not program:
        pytest.skip("exiftool is not installed (Debian: libimage-exiftool-perl)")
    return partial(_ask, program)


def _ask(program, data):
    done = subprocess.run(
        [program, "-j", "-G", "-a", "-u", "-ee", "-"], input=data, capture_output=True, check=False
    )
    told = json.loads(done.stdout)[0]
    return {
        key: value for key, value in told.items() if key == "File:Comment" or not key.startswith(HARMLESS)
    }
