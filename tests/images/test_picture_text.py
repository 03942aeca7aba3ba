"""A text loses the pictures that are not published, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from event_recap.images.text import PictureText
from event_recap.model.photograph import Decision

SHOWN, GONE, BLURRED = "images/a.jpg", "images/z.jpg", "recaps/b.jpg"


DECISIONS = {
    SHOWN: Decision(),
    GONE: Decision(is_published=False, words=frozenset({"zoe"})),
    BLURRED: Decision(words=frozenset({"zoe"})),
}


class Gallery:
    """Three pictures: one for everybody, one not published, one with a block."""

    decide = DECISIONS.__getitem__
    is_picture = DECISIONS.__contains__

    def is_published(self, src):
        """Tell whether a picture is published."""
        return DECISIONS[src].is_published

    def find_alt(self, src):
        """Return what the file beside a picture says."""
        return "Beside" if src == SHOWN else ""


def clean(html):
    """Return a text of the folder recaps/ without what is not published."""
    return PictureText("recaps", "https://blog.example", Gallery()).clean(html)


@pytest.mark.parametrize(
    "address",
    [
        "{static}/images/z.jpg",
        "|static|/images/z.jpg",
        "{attach}../images/z.jpg",
        "{filename}../images/%7A.jpg",
        "/images/z.jpg",
        "images/z.jpg",
        "../images/z.jpg?x=1#y",
        "https://blog.example/images/z.jpg",
    ],
)
def test_no_way_of_writing_an_address_leads_to_the_picture(address):
    """Pelican's links, plain ones and whole addresses of the site are all found."""
    assert clean(f'<p><img src="{address}" alt="A hall"></p>') == "<p><em>[A hall]</em></p>"
    assert clean(f"<p><a class='b' HREF='{address}'>The <b>hall</b></a></p>") == "<p>The <b>hall</b></p>"


@pytest.mark.parametrize(
    ("html", "left"),
    [
        ('<img alt="Zoé" src="/images/z.jpg">', ""),
        ('<img src="/images/z.jpg">', ""),
        ('<a href="/images/z.jpg">Zoé</a>', ""),
        (
            '<a href="/images/z.jpg">Zoé <img src="/images/a.jpg" alt="A"></a>',
            '<img src="/images/a.jpg" alt="A">',
        ),
        ('<a href="/images/z.jpg"><img src="/images/z.jpg" alt="A &amp; b"></a>', "<em>[A &amp; b]</em>"),
        ('<img srcset="/x.jpg 1x, /images/z.jpg 2x" src="/images/a.jpg" alt="A">', "<em>[A]</em>"),
        ('<picture>\n<source srcset="/images/z.jpg"><img src="/images/z.jpg"></picture>', ""),
        ('<video poster="/images/z.jpg" src="/film.mp4"></video>', "<video></video>"),
        ('<figure><img src="/images/z.jpg" alt=""><figcaption>Voilà Zoé</figcaption></figure>', ""),
        (
            '<figure><img src="/images/z.jpg" alt=""><figcaption>Vu</figcaption></figure>',
            "<figure><figcaption>Vu</figcaption></figure>",
        ),
        ('<img src="b.jpg" alt="Zoé" title="ZOE">', '<img alt="" src="b.jpg">'),
        ('<img src="b.jpg" alt="Salle" title="ZOE">', '<img src="b.jpg" alt="Salle">'),
        ('<a href="b.jpg" title="Zoé">Grand</a>', '<a href="b.jpg">Grand</a>'),
        ('<img alt="" src="/images/a.jpg"/>', '<img alt="Beside" src="/images/a.jpg"/>'),
        ('<IMG src="/images/a.jpg">', '<IMG alt="Beside" src="/images/a.jpg">'),
    ],
)
def test_what_is_left_names_nobody(html, left):
    """Words stand where they name nobody who is not seen; else nothing does."""
    assert clean(html) == left


@pytest.mark.parametrize(
    "html",
    [
        "No tag at all, 1 < 2",
        '<p>Zoé <a href="https://else.example/images/z.jpg">x</a></p>',
        '<code>&lt;img src="/images/z.jpg"&gt;</code>',
        '<img src="/images/a.jpg" alt="Zoé">',
        '<a href="//[">x</a><a href="">y</a><a href="mailto:a@b.example">z</a><img src="a\0b" srcset=" ,">',
        '<a href="#images/z.jpg">x</a>',
    ],
)
def test_other_texts_stay_as_they_are(html):
    """Pictures that are published, code, and addresses elsewhere are not touched."""
    assert clean(html) == html


@given(st.text("<>\"'= \n/abimgsrctzj.{}|&;", max_size=80))
def test_no_text_makes_it_stumble(text):
    """Whatever an author or a program wrote, cleaning ends, and is the same twice."""
    once = clean(text)

    assert clean(once) == once
