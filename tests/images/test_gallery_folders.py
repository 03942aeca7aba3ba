"""A line of a text stands for the pictures of a folder."""

from __future__ import annotations

import re

import pytest

from event_recap.images.folders import GalleryFolders
from event_recap.loading.sitters import PictureFacts
from event_recap.pictures.finding import PictureFinder

SOIR = "recaps/soir"


class Gallery:
    """Every file is a picture that may be published; those called a are described."""

    def is_picture(self, src):
        """Tell whether a file is a picture."""
        return src.endswith(".jpg")

    def is_published(self, _src):
        """Tell whether a picture may be published."""
        return True

    def find_facts(self, src):
        """Return what the file beside a picture says."""
        return PictureFacts(alt="A hall", caption="The <hall>") if "a1" in src else PictureFacts(alt="B")


@pytest.fixture(name="content")
def fixture_content(tmp_path, monkeypatch):
    """Return a content folder with pictures beside a text, in a folder below it, and elsewhere."""
    monkeypatch.chdir(tmp_path)
    content = tmp_path / "content"
    for name in (
        f"{SOIR}/photos/10.jpg", f"{SOIR}/photos/a1.jpg", f"{SOIR}/photos/2.JPG", f"{SOIR}/photos/2.JPG.yml",
        f"{SOIR}/photos/.hidden.jpg", f"{SOIR}/b.jpg", f"{SOIR}/c.jpg", "images/hall/d.jpg",
        "images/raw/e.heic", "images/none/notes.txt",
    ):  # fmt: skip
        (content / name).parent.mkdir(parents=True, exist_ok=True)
        (content / name).write_bytes(b"")
    (content / SOIR / "index.md").write_text("Texte\n\n[gallery photo]\n", encoding="utf-8")
    return content


@pytest.fixture(name="place")
def fixture_place(content):
    """Return what places galleries in a text, and gives the pictures that it shows and what it tells."""

    def place(html, cover=""):
        folders = GalleryFolders(content / SOIR / "index.md", content, PictureFinder(SOIR, "", Gallery()))
        shown = folders.place(html, cover)
        told = [
            f"{problem.severity.value}: {problem}".removeprefix("error: ") for problem in folders.problems
        ]
        return shown, re.findall(r'\{static\}/([^"]*)', shown), told

    return place


@pytest.mark.parametrize("line", ["[gallery photos]", "[Gallery photos/]", " [gallery  photos ] "])
def test_the_pictures_of_a_folder_stand_in_the_order_in_which_people_count(place, line):
    """A folder beside the text is named as it is; what is hidden, and what describes a picture, is none."""
    html, shown, problems = place(f"<p>{line}</p>")

    assert shown == [f"{SOIR}/photos/{name}" for name in ("2.JPG", "10.jpg", "a1.jpg")]
    assert html.startswith('<div class="gallery">\n<figure>')
    assert '<img alt="A hall" src="{static}/recaps/soir/photos/a1.jpg"><figcaption>The &lt;hall&gt;' in html
    assert problems == []


def test_a_folder_of_the_content_folder_is_named_from_there(place):
    """Several texts may show the same pictures."""
    assert place("<p>[gallery images/hall]</p>")[1] == ["images/hall/d.jpg"]


def test_a_line_without_a_folder_shows_the_pictures_beside_the_text_that_it_does_not_show_itself(place):
    """Neither twice on the page, nor the cover once more."""
    html = '<p><img src="b.jpg"></p><p>[gallery]</p>'

    assert place(html)[1] == [f"{SOIR}/c.jpg"]
    assert place(html, f"{SOIR}/c.jpg")[1] == []
    assert place("<p>[gallery .]</p>", f"{SOIR}/c.jpg")[1] == [f"{SOIR}/b.jpg", f"{SOIR}/c.jpg"]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (
            "[gallery photo]",
            "content/recaps/soir/index.md:3: text: there is no folder 'photo'; did you mean 'photos'?",
        ),
        (
            "[gallery x]",
            (
                "content/recaps/soir/index.md: text: there is no folder 'x'"
                "; expected a folder beside the text, or below the content folder"
            ),
        ),
        (
            "[gallery ../../..]",
            (
                "content/recaps/soir/index.md: text: there is no folder '../../..'"
                "; expected a folder beside the text, or below the content folder"
            ),
        ),
        (
            "[gallery images/none]",
            (
                "warning: content/recaps/soir/index.md: text: this gallery is empty"
                "; expected pictures such as hall.jpg in the folder"
            ),
        ),
    ],
)
def test_a_folder_that_is_not_there_is_told_with_the_nearest_one(place, line, told):
    """Nothing stands in the place of the line."""
    html, _, problems = place(f"<p>{line}</p>")

    assert (html, problems) == ("", [told])


def test_a_picture_that_no_browser_shows_is_told(place):
    """Telephones make such."""
    told = (
        "warning: content/images/raw/e.heic: no browser shows a picture of this kind"
        ": the gallery leaves it out; save it as JPEG"
    )

    assert told in place("<p>[gallery images/raw]</p>")[2]


def test_a_picture_without_words_is_told_by_its_name(place, monkeypatch):
    """The words of a gallery stand beside its pictures."""
    monkeypatch.setattr(Gallery, "find_facts", lambda *_: PictureFacts())

    (told,) = place("<p>[gallery images/hall]</p>")[2]

    assert told == (
        "warning: content/recaps/soir/index.md: text: no text stands for the picture images/hall/d.jpg"
        "; write 'alt: …' with what it shows into d.jpg.yml beside it"
    )


@pytest.mark.parametrize("html", ["<p>See [gallery photos] here</p>", "<pre>[gallery photos]</pre>"])
def test_a_mark_that_is_no_line_stays_as_typed(place, html):
    """Whoever explains the line can write it."""
    assert place(html)[0] == html


def test_a_folder_is_named_from_the_text_with_two_dots(place):
    """As a picture is."""
    assert place("<p>[gallery ../../images/hall]</p>")[1:] == (["images/hall/d.jpg"], [])
