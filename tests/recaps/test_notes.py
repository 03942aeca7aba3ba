"""Footnotes that open in place."""

import pytest
from bs4 import BeautifulSoup
from jinja2 import Environment, FileSystemLoader
from markdown import Markdown

from event_recap.recaps.notes import open_notes
from event_recap.rendering import TEMPLATES

THEME = TEMPLATES.parents[2] / "theme/templates"
TEXT = """\
Un[^1], encore[^1], deux[^2].

[^1]: Une *note*.
[^2]: Deux

    - lignes
"""


@pytest.fixture(name="render")
def fixture_render():
    """Return what makes a page of a text with the templates of a folder."""

    def render(text, folder):
        environment = Environment(loader=FileSystemLoader(folder), autoescape=True)
        html = Markdown(extensions=["extra"], output_format="html").convert(text)
        return html, open_notes(html, environment, "fr")

    return render


def test_a_reference_opens_its_note(render):
    """Each reference has a button that opens the words of its note, which is there once, without the way back."""
    _, html = render(TEXT, THEME)
    page = BeautifulSoup(html, "html5lib")

    buttons = page("button")
    notes = page.select("[popover]")
    assert [button["aria-label"] for button in buttons] == ["Note 1", "Note 1", "Note 2"]
    assert [button["popovertarget"] for button in buttons] == ["note:1", "note:1", "note:2"]
    assert [note["id"] for note in notes] == ["note:1", "note:2"]
    assert [note.get_text(" ", strip=True) for note in notes] == ["Une note .", "Deux lignes"]
    assert not page.select("[popover] .footnote-backref, [popover] [id], p [popover]")


def test_the_foot_of_the_text_stays(render):
    """Whoever has no such browser, or paper, still has the link and the note that it leads to."""
    _, html = render(TEXT, THEME)
    page = BeautifulSoup(html, "html5lib")

    assert [link["href"] for link in page.select("sup a.footnote-ref")] == ["#fn:1", "#fn:1", "#fn:2"]
    assert [note["id"] for note in page.select("div.footnote li[id]")] == ["fn:1", "fn:2"]
    ids = [tag["id"] for tag in page.find_all(id=True)]
    assert len(ids) == len(set(ids))


def test_a_foreign_theme_has_plain_footnotes(render):
    """Without our style, nothing is added that could stand in the way."""
    typed, html = render(TEXT, TEMPLATES)

    assert html == typed


def test_a_text_without_notes_is_left_alone(render):
    """Nothing is opened where nothing is noted."""
    typed, html = render("Un texte", THEME)

    assert html == typed
