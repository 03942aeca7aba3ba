"""Below a picture stands what its author typed, who made it, and what others may do with it."""

from __future__ import annotations

import pytest

from event_recap.images.captions import write_captions
from event_recap.images.wordless import find_wordless
from event_recap.loading.sitters import PictureFacts
from event_recap.model.license import build_license
from event_recap.pictures.finding import PictureFinder

FACTS = {
    "images/a.jpg": PictureFacts(),
    "images/b.jpg": PictureFacts(credit="Luc <3", license=build_license("cc-by 4.0"), caption="Beside"),
    "images/c.jpg": PictureFacts(license=build_license("Ask Anne")),
}
CREDIT = (
    '<small class="credit">Luc &lt;3 · <a href="https://creativecommons.org/licenses/by/4.0/"'
    ' rel="license">CC BY 4.0</a></small>'
)


class Gallery:
    """Three pictures: one of which nothing is said, one of which much is, one with words for a licence."""

    is_picture = FACTS.__contains__

    def find_facts(self, src):
        """Return what the file beside a picture says."""
        return FACTS.get(src, PictureFacts())


def caption(html):
    """Return a text with its captions."""
    return write_captions(html, PictureFinder("recaps", "", Gallery()))


def test_the_title_of_a_picture_that_stands_alone_is_its_caption():
    """So is it typed in Markdown; it is no longer a hint of the pointer's."""
    html = '<p><img alt="A hall" src="/images/a.jpg" title="The hall &amp; we"></p>'

    assert caption(html) == (
        '<figure><img alt="A hall" src="/images/a.jpg"><figcaption>The hall &amp; we</figcaption></figure>'
    )


def test_a_picture_with_a_link_keeps_it():
    """What is below the picture is below both."""
    html = '<p><a href="/x/"><img src="/images/a.jpg" alt="A" title="B"></a></p>'

    assert caption(html) == (
        '<figure><a href="/x/"><img src="/images/a.jpg" alt="A"></a><figcaption>B</figcaption></figure>'
    )


def test_who_made_a_picture_stands_below_it_wherever_it_is_shown():
    """The file beside it says so once, with its licence."""
    alone, typed = '<p><img src="{static}/images/b.jpg"></p>', '<figure><img src="/images/b.jpg">{}</figure>'

    assert f"<figcaption>Beside {CREDIT}</figcaption>" in caption(alone)
    assert f"<figcaption>{CREDIT}</figcaption>" in caption(typed.format(""))
    captioned = typed.format("<figcaption>Typed</figcaption>")
    assert caption(captioned) == typed.format(f"<figcaption>Typed {CREDIT}</figcaption>")
    assert caption(caption(captioned)) == caption(captioned)


def test_a_licence_of_ones_own_words_leads_nowhere():
    """Nobody said where its text is."""
    assert '<small class="credit">Ask Anne</small>' in caption('<p><img src="/images/c.jpg"></p>')


@pytest.mark.parametrize(
    "html",
    [
        "<p>No picture</p>",
        '<p><img src="/images/a.jpg" alt="A"></p>',
        '<p>Between <img src="/images/a.jpg" alt="A" title="B"> words</p>',
        '<figure><img src="/images/b.jpg"><img src="/images/a.jpg"></figure>',
        '<p><img src="https://photos.example/a.jpg" alt="A"></p>',
    ],
)
def test_every_other_text_stays_as_it_is(html):
    """A picture inside a sentence, or without words for below it, is no figure."""
    assert caption(html) == html


@pytest.mark.parametrize(
    ("typed", "name", "url"),
    [
        ("CC0", "CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
        ("CC BY-NC-ND 3.0", "CC BY-NC-ND 3.0", "https://creativecommons.org/licenses/by-nc-nd/3.0/"),
        (
            "https://creativecommons.org/licenses/by-sa/4.0/deed.fr",
            "CC BY-SA 4.0",
            "https://creativecommons.org/licenses/by-sa/4.0/",
        ),
        ("Tous droits réservés", "Tous droits réservés", ""),
    ],
)
def test_a_licence_is_known_by_its_short_name_or_its_address(typed, name, url):
    """Readers see the short name, machines the address."""
    found = build_license(typed)

    assert (found.name, found.url) == (name, url)
    assert build_license("") is None


def test_a_picture_without_words_is_told_with_its_line(tmp_path):
    """Once for each picture; an empty text that was typed says that it is an ornament."""
    path = tmp_path / "recap.md"
    path.write_text("Un texte\n\n![](salle%20a.jpg)\n", encoding="utf-8")
    html = (
        '<img src="{static}/images/salle%20a.jpg"><img src="{static}/images/salle%20a.jpg">'
        '<img src="b.jpg" alt><img src="c.jpg" alt="C">'
    )

    (problem,) = find_wordless(html, path)

    assert (problem.place.line, problem.severity.value) == (3, "warning")
    assert problem.what == (
        "no text stands for the picture salle a.jpg; write what it shows between the brackets of ![…](…),"
        ' or type alt="" in HTML for an ornament'
    )
