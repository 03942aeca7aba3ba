"""A page printed to PDF is something to read, to click in, and to listen to."""

import io

import pytest
from pypdf import PdfReader

pytestmark = pytest.mark.browser

PAPERS = {
    "recap": ("recaps/lanterne-3/", ["une ville s’éteint de bon cœur", "Idriss Morin-Belkacem"]),
    "event": ("events/lanterne-1-2024/", ["Lanterne 1", "La Vieille Corderie"]),
    "person": ("people/idriss-morin-belkacem/", ["Idriss Morin-Belkacem"]),
    "home": ("", ["Les soirées de la Lanterne"]),
}
MENU = ["Recherche", "Mots-clés", "Copier le lien"]


@pytest.mark.parametrize(("address", "words"), PAPERS.values(), ids=PAPERS.keys())
def test_a_page_becomes_a_document(look, address, words):
    """Title and people are words and not a picture, the menu is left out, links lead on, and readers aloud find headings."""
    document = PdfReader(io.BytesIO(look(address, media="print").page.pdf(format="A4", tagged=True)))

    text = " ".join(" ".join(page.extract_text() for page in document.pages).split())

    assert 1 <= len(document.pages) <= 12
    assert [word for word in words if word not in text.replace("\u202f", " ")] == []
    assert [word for word in MENU if word in text] == []
    assert any("/Annots" in page for page in document.pages)
    assert document.root_object["/MarkInfo"]["/Marked"]
