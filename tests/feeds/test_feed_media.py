"""Pictures, sounds and films that a feed names."""

from types import SimpleNamespace

import pytest

from event_recap.feeds.document import FeedFile
from event_recap.feeds.media import Media
from event_recap.views.picture_values import PictureView

SITE = "https://blog.example"


@pytest.fixture
def media(tmp_path, picture):
    """Return the files of a site: a picture 4 pixels wide and 2 high, and a sound of 5 bytes."""
    (tmp_path / "été 1.png").write_bytes(picture)
    (tmp_path / "mot.mp3").write_bytes(b"sound")
    names = ("été 1.png", "mot.mp3")
    return Media([SimpleNamespace(url=name, source_path=str(tmp_path / name)) for name in names], SITE)


def test_a_file_is_named_with_its_true_length_and_size(media, picture):
    """A program that fetches files knows before how much comes."""
    url = f"{SITE}/%C3%A9t%C3%A9%201.png"

    assert media.find_file(url, "Été") == FeedFile(url, "image/png", len(picture), "Été", 4, 2)


def test_a_cover_stands_for_a_recap_before_a_picture_of_its_text(media):
    """The author chose it for that."""
    found = media.find_picture(PictureView("%C3%A9t%C3%A9%201.png", alt="Affiche"), "")

    assert found.alt == "Affiche"


def test_the_first_picture_of_the_text_stands_for_a_recap_without_a_cover(media):
    """A reader that shows small pictures has one; those of other sites are not ours to offer."""
    content = f'<img src="https://other.example/a.png" alt="x"><img alt="Été &amp; eau" src="{SITE}/%C3%A9t%C3%A9%201.png">'

    assert media.find_picture(None, content).alt == "Été & eau"


def test_a_recap_without_pictures_has_none(media):
    """Nothing stands in the place of what is not there."""
    assert media.find_picture(None, "<p>Mot</p>") is None


def test_the_first_sound_of_the_site_can_be_fetched(media):
    """Also where it stands as one of several sources."""
    content = f'<audio controls><source src="{SITE}/mot.mp3"></audio>'

    assert (media.find_recording(content).type, media.find_recording(content).length) == ("audio/mpeg", 5)


def test_a_picture_is_no_recording(media):
    """The sources of a picture element are pictures."""
    assert media.find_recording(f'<picture><source src="{SITE}/%C3%A9t%C3%A9%201.png"></picture>') is None
