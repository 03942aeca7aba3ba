import pytest

from event_recap.model.person import Picture
from event_recap.views.address import Addresses, link_person
from event_recap.views.values import PictureView


@pytest.mark.parametrize(
    ("formats", "person", "event"),
    [
        (("people/{slug}/", "events/{slug}/"), "people/anne/", "events/focus-20/"),
        (("gens/{slug}.html", "soirees/{slug}.html"), "gens/anne.html", "soirees/focus-20.html"),
    ],
)
def test_pages_are_where_the_settings_say(formats, person, event):
    """PERSON_URL and EVENT_URL are Pelican's formats."""
    addresses = Addresses(*formats)

    assert (addresses.find_person("anne"), addresses.find_event("focus-20")) == (person, event)


def test_a_picture_has_the_address_under_which_it_is_published():
    """Spaces and accents of its file name are written so that any browser finds it."""
    addresses = Addresses("", "", "files/{path}")
    picture = Picture("images/la soirée.jpg", "Une tasse à la main", "Anne")

    view = addresses.view_picture(picture)

    assert view == PictureView(
        url="files/images/la%20soir%C3%A9e.jpg",
        href="{static}/images/la%20soir%C3%A9e.jpg",
        alt="Une tasse à la main",
        credit="Anne",
    )


def test_a_file_name_is_no_format():
    """Braces in the name of a picture stay braces."""
    addresses = Addresses("", "")

    assert addresses.view_picture(Picture("images/{slug}.jpg")).url == "images/%7Bslug%7D.jpg"


def test_without_a_picture_there_is_no_view_of_one():
    """A template asks whether there is one."""
    assert Addresses("", "").view_picture(None) is None


def test_links_inside_a_text_are_left_to_pelican():
    """It knows whether addresses of the site are relative."""
    assert link_person("anne") == "{filename}/@person/anne"
