"""What pictures become is made once, of what may be published, and of nothing else."""

from __future__ import annotations

import io
from datetime import date
from pathlib import PurePosixPath

import pytest
from PIL import Image

from event_recap.errors import Place
from event_recap.loading.sitters import PictureFacts
from event_recap.model.consent import Policy
from event_recap.model.event import Attendee, Event
from event_recap.model.person import Picture
from event_recap.model.photograph import Region, Sitter
from event_recap.model.registry import Registry
from event_recap.model.visibility import Visibility
from event_recap.pictures import rendered
from event_recap.pictures.gallery import Gallery
from event_recap.pictures.kept import Kept
from event_recap.pictures.paint import BLOCK

PLACE = Place("content/test.yml", 1, 1)
SRC = "images/hall.jpg"
WIDTHS = (32, 64)


@pytest.fixture(name="open_gallery")
def fixture_open_gallery(tmp_path):
    """Return what opens a gallery with one picture, on which somebody hidden stands, perhaps in a region."""
    content = tmp_path / "content"
    (content / "images").mkdir(parents=True)
    Image.effect_noise((64, 32), 80).convert("RGB").save(content / SRC, quality=95)

    def open_gallery(*, is_named=True, region=None):
        zoe = Attendee(id="zoe", name="Zoé", place=PLACE, visibility=Visibility.HIDDEN)
        registry = Registry(
            Policy(today=date(2026, 1, 1)), {"soir": Event(id="soir", place=PLACE, attendees=(zoe,))}, {}
        )
        sitter = Sitter(place=PLACE, address="people[0]", person_id="zoe", region=region)
        facts = {SRC: PictureFacts((sitter,) if is_named else ())}
        return Gallery(content, registry, facts, Kept(tmp_path / "cache"))

    return open_gallery


def test_a_picture_that_is_not_published_becomes_nothing(open_gallery, tmp_path):
    """No file is made of it, and nothing is kept."""
    gallery = open_gallery()

    assert gallery.rendered.find(SRC, WIDTHS) is None
    assert list(gallery.rendered.list_files()) == []
    assert not (tmp_path / "cache").exists()


def test_a_covered_face_is_covered_in_every_width_and_format(open_gallery):
    """The files are made of the picture as it is published."""
    gallery = open_gallery(region=Region(50, 0, 50, 100))
    gallery.rendered.find(SRC, WIDTHS)

    files = {path: make for path, _, make in gallery.rendered.list_files()}

    assert {PurePosixPath(path).suffix for path in files} >= {".webp", ".jpg"}
    for make in files.values():
        with Image.open(io.BytesIO(make())) as picture:
            pixel = picture.convert("RGB").getpixel((picture.width * 3 // 4, picture.height // 2))
        assert all(abs(value - wanted) <= 8 for value, wanted in zip(pixel, BLOCK, strict=True))


def test_the_next_build_makes_nothing_again(open_gallery, monkeypatch):
    """What was made is kept under a hash of the picture and of what is done to it."""
    first = open_gallery(is_named=False).rendered.find(SRC, WIDTHS)
    monkeypatch.setattr(rendered, "make_renditions", lambda *_: pytest.fail("made again"))

    assert open_gallery(is_named=False).rendered.find(SRC, WIDTHS) == first


def test_what_was_made_of_a_picture_goes_when_the_picture_changes(open_gallery, tmp_path):
    """Somebody is covered from today: of yesterday's files, nothing stays in the cache, and no name stays."""
    before = open_gallery(is_named=False)
    before.rendered.find(SRC, WIDTHS)
    names = {name for path, made_of, _ in before.rendered.list_files() for name in (path, made_of)}
    kept = {path.name for path in (tmp_path / "cache").iterdir()}

    after = open_gallery(region=Region(50, 0, 50, 100))
    after.rendered.find(SRC, WIDTHS)
    after.kept.forget_unused()

    assert names.isdisjoint(
        name for path, made_of, _ in after.rendered.list_files() for name in (path, made_of)
    )
    assert kept.isdisjoint(path.name for path in (tmp_path / "cache").iterdir())


def test_who_is_named_later_counts_as_well(open_gallery):
    """What was found before somebody was named on the picture is found anew."""
    gallery = open_gallery(is_named=False)
    gallery.rendered.find(SRC, WIDTHS)

    sitter = Sitter(place=PLACE, address="people[0]", person_id="zoe")
    gallery.note(Picture(SRC, people=(sitter,)))

    assert gallery.rendered.find(SRC, WIDTHS) is None
