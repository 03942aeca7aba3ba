import pytest
from feedgenerator.django.utils.encoding import iri_to_uri

from event_recap.model.person import Picture
from event_recap.views.address import Addresses, join_url, link_person, quote_url
from event_recap.views.picture_values import PictureView


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


@pytest.mark.parametrize(
    "siteurl", ["https://blog.example", "https://blog.example/", "https://blog.example/carnet"]
)
@pytest.mark.parametrize("path", ["recaps/été/", "a b.html", "", "x.html?a=[1]&b=2"])
def test_addresses_are_quoted_as_pelican_quotes_them(siteurl, path):
    """A blog that moves to us keeps the links of its feeds."""
    assert join_url(siteurl, path) == iri_to_uri(f"{siteurl.rstrip('/')}/{path}")


def test_a_path_that_is_a_whole_address_stays_one():
    """An author whose page is on another site is linked there."""
    assert join_url("https://blog.example", "https://marie.example/") == "https://marie.example/"


def test_quoting_twice_changes_nothing():
    """An address that is already quoted is right as it is."""
    assert quote_url(quote_url("https://é.example/à 5%")) == quote_url("https://é.example/à 5%")
