"""Films, documents, archives and the pictures of a theme tell no more than the pictures of a text."""

from __future__ import annotations

import io
import struct
import zipfile

import pytest
from PIL import Image

SECRET = "Secretposition"
RECAP = '---\ntitle: Le récit\ndate: 2010-02-03\n---\n[Le programme]({attach}a.pdf) et <video src="{attach}film.mp4" controls></video>\n'
PDF = b"%PDF-1.4\n1 0 obj\n<</Title (Programme) /Author (Secretposition)>>\nendobj\ntrailer <</Info 1 0 R>>\n%%EOF\n"


def box(kind, *parts):
    """Return a part of a film."""
    body = b"".join(parts)
    return struct.pack(">L4s", len(body) + 8, kind) + body


FILM = (
    box(b"ftyp", b"isom", bytes(4))
    + box(b"mdat", b"PIXELS")
    + box(b"moov", box(b"mvhd", bytes(100)), box(b"udta", box(b"\xa9xyz", SECRET.encode())))
)


def write_photo():
    """Return a photo that tells where it was taken."""
    stream = io.BytesIO()
    Image.linear_gradient("L").save(stream, "JPEG", comment=SECRET)
    return stream.getvalue()


def write_archive(photo):
    """Return a ZIP with a photo in it."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("photos/a.jpg", photo)
    return stream.getvalue()


def test_films_and_documents_tell_neither_place_nor_author(build_site, find_traces):
    """What a telephone and a word processor note is gone; film and document are there, as long as before."""
    files = {"recaps/a.md": RECAP, "recaps/a.pdf": PDF, "recaps/film.mp4": FILM}

    site = build_site({"attendees/soir.yml": "- Anne Roy\n", **files})

    (film,) = [name for name in site.files() if name.endswith(".mp4")]
    (paper,) = [name for name in site.files() if name.endswith(".pdf")]
    assert find_traces(site, SECRET) == []
    assert len((site.output / film).read_bytes()) == len(FILM)
    assert b"PIXELS" in (site.output / film).read_bytes()
    assert b"/Title (Programme)" in (site.output / paper).read_bytes()
    assert (site.folder / "content/recaps/film.mp4").read_bytes() == FILM


def test_a_film_that_cannot_be_cleaned_is_not_published(build_site):
    """Where nobody can say what a damaged film tells, the author is told, and the site does without."""
    files = {"recaps/a.md": RECAP, "recaps/a.pdf": PDF, "recaps/film.mp4": FILM[:40]}

    site = build_site({"attendees/soir.yml": "- Anne Roy\n", **files})

    assert not [name for name in site.files() if name.endswith(".mp4")]
    assert "warning: content/recaps/film.mp4: is cut short" in site.errors
    assert "the file is not published" in site.errors


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        (
            "extra/a.zip",
            write_archive(write_photo()),
            "warning: content/extra/a.zip: holds a picture with what cameras",
        ),
        (
            "extra/b.pdf",
            PDF + b"/ByteRange [0 1 2 3]",
            "note: content/extra/b.pdf: says who made it, when and with what",
        ),
    ],
    ids=["archive", "signed"],
)
def test_what_cannot_be_taken_out_is_told(build_site, name, data, told):
    """An archive with photos, and a document that is signed, are published, and the author reads what they tell."""
    site = build_site({"attendees/soir.yml": "- Anne Roy\n", name: data})

    assert name in site.files()
    assert told in site.errors


def test_an_archive_of_clean_pictures_is_nothing_to_tell(build_site):
    """Pictures of the built site may be packed."""
    stream = io.BytesIO()
    Image.linear_gradient("L").save(stream, "PNG")

    site = build_site({"attendees/soir.yml": "- Anne Roy\n", "extra/a.zip": write_archive(stream.getvalue())})

    assert "a.zip" not in site.errors


@pytest.mark.parametrize("name", ["a.xmp", "IMG_1.AAE", "a.jpg.pp3"])
def test_what_programs_lay_beside_pictures_is_not_published(build_site, name):
    """A folder that is copied whole does not publish the notes that lie in it."""
    files = {f"extra/{name}": SECRET, "extra/a.jpg": write_photo()}

    site = build_site({"attendees/soir.yml": "- Anne Roy\n", **files})

    assert f"extra/{name}" not in site.files()
    assert "extra/a.jpg" in site.files()


@pytest.mark.parametrize("name", ["a.psd", "a.jxl", "a.ppm", "a.mpo", "a.icns", "a.CR3"])
def test_a_picture_of_another_format_is_not_published(build_site, name):
    """Where nothing can be taken out, the picture stays at home, and the author reads why."""
    site = build_site({"attendees/soir.yml": "- Anne Roy\n", f"extra/{name}": b"8BPS" + SECRET.encode()})

    assert f"extra/{name}" not in site.files()
    assert f"warning: content/extra/{name}: is of a format whose notes cannot be taken out" in site.errors


def test_the_pictures_of_a_theme_are_clean_too(build_site, find_traces, tmp_path):
    """What a theme brings along is cleaned in the site, and stays as it is in the theme, also where it is linked."""
    (tmp_path / "theme/static").mkdir(parents=True)
    (tmp_path / "theme/templates").mkdir()
    (tmp_path / "theme/static/a.jpg").write_bytes(write_photo())
    (tmp_path / "theme/static/a.psd").write_bytes(b"8BPS")

    site = build_site(
        {"attendees/soir.yml": "- Anne Roy\n"},
        THEME=str(tmp_path / "theme"),
        DIRECT_TEMPLATES=[],
        STATIC_CREATE_LINKS=True,
    )

    assert find_traces(site, SECRET) == []
    assert "theme/a.jpg" in site.files()
    assert "theme/a.psd" not in site.files()
    assert (tmp_path / "theme/static/a.jpg").read_bytes() == write_photo()
