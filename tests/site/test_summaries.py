"""What lists say of a recap under its title."""

from __future__ import annotations

import pytest

WRITTEN = """\
---
title: Le mot de l’auteur
date: 2010-02-05
event: pont
summary: Une *belle* soirée, [le quai]({static}/images/quai.png).
---
Texte.
"""
PICTURES = """\
---
title: Le quai en images
date: 2010-02-04
event: soir
---
![Le quai](quai.png)

On y était[^1].

[^1]: Au bord de l’eau.
"""


@pytest.fixture(name="site", scope="module")
def fixture_site(build_shared_site, picture):
    """Build a recap with a summary, and one without that begins with a picture."""
    return build_shared_site(
        {
            "recaps/mot.md": WRITTEN,
            "recaps/2010-02-04-quai/index.md": PICTURES,
            "recaps/2010-02-04-quai/quai.png": picture,
            "images/quai.png": picture,
            "attendees/pont.yml": "event: {name: Le pont, status: cancelled}\n",
            "attendees/soir.yml": "- Anne Tremblay\n- Bruno Larivage\n",
        }
    )


def test_summary_that_nobody_wrote_is_the_first_words(site):
    """A list shows the first words of a recap, without its pictures and footnotes."""
    _, summary = site.page("index.html").select(".p-summary")

    assert summary.get_text(strip=True) == "On y était."
    assert not summary.select("img, a, sup")


def test_summary_that_nobody_wrote_is_not_said_above_the_text(site):
    """A recap that joins an event and has no summary begins with its text, and says nothing twice."""
    page = site.page("recaps/le-quai-en-images/index.html")

    assert not page.select(".recap__summary")


def test_links_of_a_summary_are_those_of_the_page_that_lists_it(site):
    """A link in a summary stays on the site that is looked at, from every list."""
    pages = {"index.html": "./", "categories/soirees/index.html": "../../"}

    links = {name: site.page(name).select_one(".p-summary a")["href"] for name in pages}

    assert links == {name: f"{root}images/quai.png" for name, root in pages.items()}


def test_author_s_emphasis_stays_in_the_lists(site):
    """The Markdown of a summary is shown in lists."""
    summary = site.page("index.html").select_one(".p-summary")

    assert summary.em.get_text() == "belle"


def test_lists_say_that_an_evening_was_cancelled(site):
    """Beside the name of a cancelled evening stands that it was cancelled; others have no such word."""
    cancelled, other = site.page("index.html").select(".facts")

    assert cancelled.select_one(".status").get_text() == "Annulé"
    assert not other.select(".status")
