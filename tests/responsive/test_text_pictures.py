"""The pictures of a text are shown in several formats and widths, whatever their author typed around them."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from jinja2 import ChoiceLoader, Environment
from PIL import Image

from event_recap.model.photograph import Decision
from event_recap.pictures.finding import PictureFinder
from event_recap.pictures.renditions import RenditionFile, Renditions
from event_recap.pictures.tone import Tone
from event_recap.rendering import offer_templates
from event_recap.responsive.text import ROOT, TextPictures
from event_recap.views.address import Addresses

WIDTHS = (480, 960)


class Gallery:
    """Two pictures of the content folder, one of which is not published."""

    is_picture = {"images/a.jpg", "images/b.svg", "images/gone.jpg"}.__contains__

    def is_published(self, src):
        """Tell whether a picture may be published."""
        return "gone" not in src

    def decide(self, _src):
        """Return what may be published."""
        return Decision()


def find_renditions(src, widths):
    """Return two files of each format; a drawing has none."""
    files = tuple(
        RenditionFile(kind, width, 0, 1) for kind in ("AVIF", "WEBP", "JPEG") for width in widths[:2]
    )
    return None if src.endswith(".svg") else Renditions(1600, 1200, "c0ffee00", Tone(3, 7), files)


@pytest.fixture(name="show")
def fixture_show(tmp_path):
    """Return what shows the pictures of a text."""
    content = tmp_path / "content"
    (content / "images").mkdir(parents=True)
    Image.new("RGB", (16, 12)).save(content / "images/a.jpg")
    (content / "images/b.svg").write_text('<svg width="30" height="20"/>', encoding="utf-8")
    environment = Environment(loader=ChoiceLoader([]), autoescape=True)
    offer_templates(environment, tmp_path, "")
    pictures = TextPictures(
        environment, Addresses("", "", find_renditions=find_renditions, widths=WIDTHS), content, "en"
    )

    def show(html, *, has_cover=False):
        finder = PictureFinder("recaps", "", Gallery())
        shown = pictures.show(html, finder, has_cover=has_cover).replace(ROOT, "..")
        return BeautifulSoup(shown, "html.parser")

    return show


def test_a_picture_is_offered_in_each_format_and_width(show):
    """The browser takes one; the one for every browser keeps size, words and colour."""
    page = show('<p><img class="x" id="y" src="{static}/images/a.jpg" alt="A &quot;hall&quot;"></p>')

    assert [(source["type"], source["srcset"]) for source in page.select("picture > source")] == [
        ("image/avif", "../images/a-480-c0ffee00.avif 480w, ../images/a-960-c0ffee00.avif 960w"),
        ("image/webp", "../images/a-480-c0ffee00.webp 480w, ../images/a-960-c0ffee00.webp 960w"),
    ]
    image = page.select_one("picture > img")
    assert image["srcset"] == "../images/a-480-c0ffee00.jpg 480w, ../images/a-960-c0ffee00.jpg 960w"
    assert image["sizes"] == page.source["sizes"]
    assert (image["src"], image["alt"], image["id"]) == ("../images/a-480-c0ffee00.jpg", 'A "hall"', "y")
    assert (image["width"], image["height"], image["class"]) == (
        "1600",
        "1200",
        ["x", "tone", "tone-7", "hue-3"],
    )


def test_the_first_picture_of_a_page_comes_at_once_and_all_others_when_they_are_near(show):
    """A cover above the text is the first one."""
    html = '<img src="/images/a.jpg" width="64" alt="">' + 2 * '<img src="/images/a.jpg" alt="">'

    lazy = [image.get("loading") for image in show(html).select("img")]
    first = show(html).select("img")[1]

    assert lazy == ["lazy", None, "lazy"]
    assert first["fetchpriority"] == "high"
    assert all(image["decoding"] == "async" for image in show(html, has_cover=True).select("img[loading]"))
    assert len(show(html, has_cover=True).select("img[loading=lazy]")) == 3


@pytest.mark.parametrize(
    ("typed", "size"), [('width="64"', ("64", "48")), ('width="64" height="76"', ("64", "76"))]
)
def test_a_picture_that_is_shown_small_needs_small_files(show, typed, size):
    """A face on a card has a width of its own."""
    image = show(f'<img src="/images/a.jpg" alt="" {typed}>').img

    assert (image["width"], image["height"], image["sizes"]) == (*size, "(max-width: 64px) 100vw, 64px")
    assert "a-176-" in image["srcset"]


def test_a_drawing_of_lines_stays_one(show):
    """It has the size that its file says."""
    image = show('<img src="/images/b.svg" alt="Plan">').img

    assert (image["src"], image["width"], image["height"]) == ("../images/b.svg", "30", "20")
    assert image.find_parent("picture") is None


@pytest.mark.parametrize(
    "html",
    [
        "<p>None</p>",
        '<img src="https://photos.example/a.jpg" alt="A">',
        '<img src="/images/gone.jpg" alt="A">',
        '<picture><source srcset="/images/a.jpg" type="image/jpeg"/><img src="/images/a.jpg" alt="A"/></picture>',
        '<img src="/images/none.jpg" alt="A">',
    ],
)
def test_what_is_none_of_ours_stays_as_it_is(show, html):
    """Neither a picture from elsewhere, nor one whose author chose the files."""
    assert str(show(html)) == str(BeautifulSoup(html, "html.parser"))


def test_a_picture_without_words_gets_an_empty_text(show):
    """Its author was told; a screen reader would read the name of the file."""
    assert show('<img src="https://photos.example/a.jpg">').img["alt"] == ""


def test_a_gallery_leads_from_each_picture_to_itself(show):
    """In a theme that knows no more, to its widest file."""
    figure = '<figure><img src="/images/a.jpg" alt="A"><figcaption>The <em>hall</em></figcaption></figure>'
    page = show(f'<div class="gallery">{figure * 2}</div>')

    assert [link["href"] for link in page.select("ul.gallery a")] == ["../images/a-960-c0ffee00.jpg"] * 2
    assert page.select_one("figcaption em").text == "hall"
