"""HTML that an author typed in a text, on its page."""

TEXT = """\
---
title: Un soir
slug: soir
date: 2010-02-03
---
Il a neigé.

<ul>
<p>Une tasse</p>
</ul>

<p id="tasse">Une</p><p id="tasse">Deux</p>

<h3><div>Le feu</div></h3>
"""


def test_html_in_the_wrong_place_is_told_with_its_line(build_site):
    """Each kind once, where the author finds it; a name that stands twice is mended."""
    site = build_site({"recaps/soir.md": TEXT})

    assert site.problems() == [
        "warning: content/recaps/soir.md:9: text: <p> has no place right in <ul>; put it inside <li>",
        "warning: content/recaps/soir.md:14: text: <div> has no place inside of <h2>; close that before it",
    ]
    assert len(site.page("recaps/soir/index.html").select("#tasse")) == 1
