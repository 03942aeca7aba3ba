"""Each picture of a site is made once, and told about once."""

from __future__ import annotations

import io
from datetime import date

import pytest
from PIL import Image

from event_recap.errors import Place, Severity
from event_recap.loading.sitters import PictureFacts
from event_recap.model.consent import Policy
from event_recap.model.event import Attendee, Event
from event_recap.model.person import Person, Picture
from event_recap.model.photograph import Region, Sitter
from event_recap.model.registry import Registry
from event_recap.model.visibility import Visibility
from event_recap.pictures import gallery as gallery_module
from event_recap.pictures.gallery import Gallery
from event_recap.pictures.kept import Kept
from event_recap.pictures.paint import BLOCK

PLACE = Place("content/test.yml", 1, 1)
SRC = "images/hall.jpg"


def sit(person_id, region=None):
    """Return somebody on a picture."""
    return Sitter(place=PLACE, address="people[0]", person_id=person_id, region=region)


@pytest.fixture(name="open_gallery")
def fixture_open_gallery(tmp_path, monkeypatch, write_picture):
    """Return what opens a gallery with one picture, from what the file beside it says."""
    monkeypatch.chdir(tmp_path)
    content = tmp_path / "content"
    (content / "images").mkdir(parents=True)
    (content / SRC).write_bytes(write_picture("JPEG"))

    def open_gallery(*sitters, kept=None, **facts):
        zoe = Attendee(id="zoe", name="Zoé", place=PLACE, visibility=Visibility.HIDDEN)
        event = Event(id="soir", place=PLACE, attendees=(zoe,))
        person = Person(id="anne", name="Anne", place=PLACE, photo=Picture("images/anne.jpg"))
        registry = Registry(Policy(today=date(2026, 1, 1)), {"soir": event}, {"anne": person})
        return Gallery(content, registry, {SRC: PictureFacts(sitters, **facts)}, kept)

    return open_gallery


def test_a_page_shows_a_picture_with_the_words_of_the_file_beside_it(open_gallery):
    """Words typed with the picture come first, those beside it serve where there are none."""
    gallery = open_gallery(alt="Beside", credit="Luc")

    assert gallery.show(Picture(SRC)) == Picture(SRC, "Beside", "Luc")
    assert gallery.show(Picture(SRC, "Typed", "Anne")) == Picture(SRC, "Typed", "Anne")
    assert gallery.show(None) is None


def test_who_is_named_later_counts_as_well(open_gallery):
    """A recap that says who is on a picture changes what was decided before it was read."""
    gallery = open_gallery()
    before = gallery.list_picture(SRC)

    gallery.note(Picture(SRC, people=(sit("zoe"),)))

    assert before > 0
    assert gallery.list_picture(SRC) == 0
    assert gallery.show(Picture(SRC)) is None


def test_a_picture_that_only_a_folder_publishes_is_noted_and_one_that_a_page_wants_is_a_warning(open_gallery):
    """Where nobody would see a hole, the build says what it did without stopping `make publish`."""
    gallery = open_gallery(sit("zoe"))
    gallery.list_picture(SRC)
    (noted,) = gallery.find_problems()

    gallery.is_published(SRC)
    (warned,) = gallery.find_problems()

    assert (noted.severity, warned.severity) == (Severity.NOTE, Severity.WARNING)


def test_a_block_is_noted(open_gallery):
    """The author reads where it says whom a block covers, and the log names nobody."""
    gallery = open_gallery(sit("zoe", Region(0, 0, 50, 50)), sit("", Region(50, 50, 50, 50)))
    gallery.show(Picture(SRC))

    assert [str(problem) for problem in gallery.find_problems()] == [
        f"content/test.yml:1:1: people[0]: {SRC} is published with a block over somebody who may not be seen on it"
    ] * 2


def test_an_unknown_id_counts_on_pictures_that_are_used(open_gallery):
    """A slip on a used picture is an error, whose hint names nobody that is withheld; elsewhere it does no harm."""
    gallery = open_gallery(sit("ann"), sit("zo"), sit("zoe"))
    unused = list(gallery.find_unknown())

    gallery.is_published(SRC)

    assert unused == []
    assert [problem.what for problem in gallery.find_unknown()] == [
        "no list and no file has a person 'ann'; did you mean 'anne'?",
        "no list and no file has a person 'zo'",
    ]


def test_a_link_to_a_picture_is_that_picture(open_gallery, tmp_path):
    """Whoever is on a picture is on it under its other name in the content folder too."""
    gallery = open_gallery(sit("zoe"))
    (tmp_path / "content/images/other.jpg").symlink_to(tmp_path / "content" / SRC)

    assert gallery.show(Picture("images/other.jpg")) is None


def test_a_photo_of_a_telephone_with_another_behind_it_can_be_covered(open_gallery, tmp_path, draw):
    """What a telephone hangs on a photo, such as a lighter one, does not make it a film that moves."""
    stream = io.BytesIO()
    draw().save(stream, "MPO", save_all=True, append_images=[draw().rotate(180)])
    gallery = open_gallery(sit("zoe", Region(0, 0, 50, 50)))
    (tmp_path / "content" / SRC).write_bytes(stream.getvalue())

    with Image.open(io.BytesIO(gallery.read(SRC))) as picture:
        assert (picture.format, getattr(picture, "n_frames", 1)) == ("JPEG", 1)
        assert abs(picture.getpixel((3, 3))[0] - BLOCK[0]) < 8


def test_a_picture_that_is_wanted_again_is_not_painted_again(open_gallery, tmp_path, monkeypatch):
    """The next build takes a covered picture from what is kept, byte for byte."""
    folder = tmp_path / "cache"
    first = open_gallery(sit("zoe", Region(0, 0, 50, 50)), kept=Kept(folder)).read(SRC)
    monkeypatch.setattr(gallery_module, "cover_regions", None)

    second = open_gallery(sit("zoe", Region(0, 0, 50, 50)), kept=Kept(folder)).read(SRC)

    assert second == first
    assert len(list(folder.iterdir())) == 1


def test_a_clean_picture_is_not_kept(open_gallery, tmp_path):
    """Taking notes out costs no more than reading what was kept; nothing is written for it."""
    open_gallery(kept=Kept(tmp_path / "cache")).read(SRC)

    assert not (tmp_path / "cache").exists()


def test_a_file_named_after_somebody_is_to_be_renamed(open_gallery, tmp_path):
    """The author reads why a covered picture is not published."""
    gallery = open_gallery()
    (tmp_path / "content/images/zoe.jpg").write_bytes((tmp_path / "content" / SRC).read_bytes())
    gallery.note(Picture("images/zoe.jpg", people=(sit("zoe", Region(0, 0, 50, 50)),)))

    assert gallery.show(Picture("images/zoe.jpg")) is None
    assert [problem.what for problem in gallery.find_problems()] == [
        "images/zoe.jpg is not published, as somebody may not be seen on it; rename the file, whose name is theirs"
    ]


def test_memory_holds_a_few_pictures_only(open_gallery, monkeypatch, tmp_path, write_picture):
    """Of a site with many photos, the oldest leave the memory, and are made again, the same."""
    gallery = open_gallery()
    (tmp_path / "content/images/b.jpg").write_bytes(write_picture("JPEG"))
    monkeypatch.setattr(gallery_module, "KEPT_BYTES", 10)

    first = gallery.read(SRC)
    gallery.read("images/b.jpg")

    assert list(gallery._kept) == ["images/b.jpg"]
    assert gallery.read(SRC) == first


@pytest.mark.parametrize(
    ("make", "told"),
    [(lambda path: path.write_bytes(b""), "is cut short"), (lambda path: path.unlink(), "cannot be opened")],
)
def test_a_file_without_a_picture_in_it_is_told(open_gallery, tmp_path, make, told):
    """An empty file, and one that went away, are no pictures."""
    gallery = open_gallery()
    make(tmp_path / "content" / SRC)

    assert told in gallery.find_fault(SRC)
    assert gallery.list_picture(SRC) == 0


def test_a_file_is_a_picture_by_its_name_or_its_first_bytes(open_gallery, tmp_path, write_picture):
    """A photo under any name is cleaned, and a folder or a text is not taken for one."""
    gallery = open_gallery()
    for name, data in (("photo", write_picture("PNG")), ("a.txt", b"text"), ("b.jpg", b"text")):
        (tmp_path / "content" / name).write_bytes(data)

    assert [gallery.is_picture(name) for name in ("photo", "a.txt", "b.jpg", "images", "gone.jpg")] == [
        True,
        False,
        True,
        False,
        False,
    ]
