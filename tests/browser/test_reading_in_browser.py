"""Quotes, notes, films and the table of contents as a reader meets them."""

from __future__ import annotations

import pytest

NOTES = "recaps/ce-que-l-avatar-ne-dit-pas/"
LONG = "recaps/lanterne-3/"

OPTIONS = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    },
    "preload": False,
}
RUN = "async (options) => (await axe.run(document, options)).violations.map((one) => [one.id, one.nodes[0].html])"

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("width", [360, 1280])
def test_a_note_opens_and_closes_by_the_keyboard(visit, width):
    """Enter opens the note where it is referred to, Escape closes it, and the focus is where it was."""
    page = visit(NOTES).show(width=width).page
    button = page.locator(".note-mark__open").first
    note = page.locator(".note").first

    button.focus()
    page.keyboard.press("Enter")

    assert note.is_visible()
    assert 0 <= note.bounding_box()["x"] <= width - note.bounding_box()["width"]
    page.keyboard.press("Escape")
    assert not note.is_visible()
    assert button.evaluate("one => one === document.activeElement")


def test_a_note_opens_without_a_script(visit):
    """The button is enough, and a click elsewhere closes the note."""
    page = visit(NOTES, java_script_enabled=False).show(width=1280).page

    page.locator(".note-mark__open").first.click()
    assert page.locator(".note").first.is_visible()
    page.mouse.click(5, 300)

    assert not page.locator(".note").first.is_visible()


def test_one_of_the_two_ways_to_a_note_is_offered(visit):
    """Where the button works, the link to the foot of the text is out of the way; on paper, it is the other way round."""
    visited = visit(NOTES)
    page = visited.show().page
    link, button = page.locator("sup a.footnote-ref").first, page.locator(".note-mark__open").first

    assert (link.is_visible(), button.is_visible()) == (False, True)
    visited.show(media="print")
    assert (link.is_visible(), button.is_visible()) == (True, False)


def test_the_way_back_from_the_foot_leads_to_the_reference(visit):
    """The arrow after a note scrolls to the place where the note is referred to."""
    page = visit(NOTES).show().page

    page.locator(".footnote-backref").first.click()

    assert -50 <= page.locator(".note-mark__open").first.bounding_box()["y"] <= 800


def test_a_quote_is_shared_without_a_script(visit):
    """Its networks open behind a word, each link as high as a finger needs."""
    page = visit(NOTES, java_script_enabled=False).show(width=360).page

    page.locator(".pull-quote__open").first.click()

    links = page.locator(".pull-quote__link")
    assert links.count() >= 2
    assert all(link.bounding_box()["height"] >= 24 for link in links.all())


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("place", [NOTES, LONG])
def test_what_helps_to_read_bars_nobody(visit, axe, place, width, scheme):
    """With a note and the networks of a quote open, axe finds nothing and the page is as wide as its window."""
    visited = visit(place).show(width=width, scheme=scheme)
    for opener in (".pull-quote__open", ".note-mark__open"):
        for one in visited.page.locator(opener).all()[:1]:
            one.click()

    visited.page.evaluate(axe)
    assert visited.page.evaluate(RUN, OPTIONS) == []
    assert visited.sideways() == []
    assert visited.troubles == []


def test_the_table_of_contents_leads_down_the_text(visit):
    """A click on an entry shows its heading."""
    page = visit(LONG).show().page

    page.locator(".contents__link").last.click()

    assert "#" in page.url
    assert -5 <= page.locator(":target").bounding_box()["y"] < 800
