"""The table of contents of a text."""

from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from event_recap.recaps.outline import count_headings, outline_text

TEXT = """\
<h2>Dans la rue</h2><p>…</p><h3>Le <em>quai</em></h3><p>…</p><h2 id="mien">À l’abri</h2>
<h2 class="x">Dans la rue</h2><h4>Plus bas</h4><h3></h3>"""


def list_anchors(headings):
    """Return every anchor of a table of contents, in order."""
    return [anchor for one in headings for anchor in (one.anchor, *list_anchors(one.headings))]


def test_headings_lead_to_their_place():
    """Each entry has the words of its heading and the id of it, below the heading that it belongs to."""
    html, headings = outline_text(TEXT, "soir")

    assert [(one.text, [below.text for below in one.headings]) for one in headings] == [
        ("Dans la rue", ["Le quai"]),
        ("À l’abri", []),
        ("Dans la rue", []),
    ]
    assert list_anchors(headings) == [
        "soir--dans-la-rue",
        "soir--le-quai",
        "mien",
        "soir--dans-la-rue-2",
    ]
    assert [tag["id"] for tag in BeautifulSoup(html, "html5lib").find_all(id=True)] == list_anchors(headings)
    assert count_headings(headings) == 4


def test_texts_of_one_page_share_no_anchor():
    """Two recaps with the same headings can be shown on one page, each with the anchors of its own page."""
    texts = ("<h2>Photos</h2>", "<h2>Photos</h2>")

    anchors = [
        outline_text(text, name)[1][0].anchor for text, name in zip(texts, ("soir", "soir-en"), strict=True)
    ]

    assert anchors == ["soir--photos", "soir-en--photos"]


def test_a_text_that_begins_with_a_lower_heading_keeps_its_entries():
    """A heading of the third level before any of the second is not lost."""
    _, headings = outline_text("<h3>Avant</h3><h2>Après</h2><h3>Dessous</h3>", "soir")

    assert [one.text for one in headings] == ["Avant", "Après"]
    assert [one.text for one in headings[1].headings] == ["Dessous"]


@given(
    st.lists(st.tuples(st.sampled_from(["h2", "h3"]), st.sampled_from(["Un", "Deux", "日本", "!", "Un 2"])))
)
def test_every_anchor_is_there_once(typed):
    """Whatever the headings are, each entry leads to one heading, and no two to the same."""
    html, headings = outline_text("".join(f"<{tag}>{text}</{tag}>" for tag, text in typed), "soir")

    anchors = list_anchors(headings)
    assert anchors == [tag["id"] for tag in BeautifulSoup(html, "html5lib").find_all(id=True)]
    assert len(anchors) == len(set(anchors)) == len(typed)


def test_an_anchor_names_only_whom_it_may():
    """A name that the page may say, and an address may not, stands in the heading alone."""
    html, (heading,) = outline_text("<h2>Léa chante</h2>", "soir", "<h2>Quelqu’un chante</h2>")

    assert heading.text == "Léa chante"
    assert html == '<h2 id="soir--quelqu-un-chante">Léa chante</h2>'
