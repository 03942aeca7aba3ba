"""The lines of a text that name a post."""

import pytest
from markdown import Markdown

from event_recap.quoted_posts.markers import find_lines, find_strays, replace_markers


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("[post un]", "<b>un</b>"),
        ("[Post  un-2010 ]", "<b>un-2010</b>"),
        ("[post un]\n[post deux]", "<b>un</b>\n<b>deux</b>"),
        ("Voir [post un].", "<p>Voir [post un].</p>"),
        ("`[post un]`", "<p><code>[post un]</code></p>"),
        ("    [post un]", "<pre><code>[post un]\n</code></pre>"),
        ("[post]", "<p>[post]</p>"),
        ("[post un deux]", "<p>[post un deux]</p>"),
    ],
)
def test_a_line_of_its_own_names_a_post(text, html):
    """In a sentence or in code, the words stay."""
    assert replace_markers(Markdown().convert(text), "<b>{}</b>".format) == html


@pytest.mark.parametrize(
    ("text", "ids", "lines"),
    [
        ("[post un]\n\nVoir [post un].\n", ("un",), [3]),
        ("Elle écrivait :\n[post un]\n", ("un",), [2]),
        ("Voir `[post un]`.\n\n[post un]\n", (), []),
    ],
    ids=["in a sentence", "below a line", "in code"],
)
def test_a_line_that_would_stay_as_it_is_typed_is_found(tmp_path, text, ids, lines):
    """Readers would see the brackets; the author is led to the line."""
    path = tmp_path / "r.md"
    path.write_text(text, encoding="utf-8")

    strays = find_strays(replace_markers(Markdown().convert(text), "<b>{}</b>".format))

    assert strays == ids
    assert [place.line for word in strays for place in find_lines(path, "r.md", word, is_stray=True)] == lines


def test_every_line_that_names_a_post_is_told(tmp_path):
    """None but a line of its own; of a file that is gone, the file."""
    path = tmp_path / "r.md"
    path.write_text("Voir [post un].\n\n[post un]\n\n[POST UN]\n", encoding="utf-8")

    assert [place.line for place in find_lines(path, "r.md", "un")] == [3, 5]
    assert [place.line for place in find_lines(tmp_path / "gone.md", "gone.md", "un")] == [0]
