"""HTML becomes Markdown that shows the same words."""

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from event_recap.commands.importing_posts.found import Remarks
from event_recap.commands.importing_posts.html_body import convert_html
from event_recap.commands.importing_posts.markdown import escape_words
from event_recap.commands.importing_posts.tree import Setting

SIGNS = st.lists(
    st.sampled_from(
        [*"ab 1.)-+*_#>|`~:=[](){}!&;<@/\\\n", "&lt;", "@a_b", "http://x.example/a_b_c", "---", "1. ", "é"]
    ),
    max_size=25,
).map("".join)


def convert(html, **facts):
    """Return the Markdown of HTML, and what was left out or told."""
    remarks = Remarks("old.xml")
    text = convert_html(html, Setting(remarks, **{"base": "https://vieux.example/2010/", **facts}))
    return text, remarks


def show(text):
    """Return the words that a reader sees of Markdown."""
    html = Markdown(extensions=["extra"]).convert(text)
    return " ".join(BeautifulSoup(html, "html5lib").get_text(" ").split()), html


@given(SIGNS)
def test_words_show_as_they_are(text):
    """No sign of a text becomes a heading, a list, a link or emphasis."""
    words, html = show(escape_words(text.strip()))

    assert words.replace(" ", "") == "".join(text.split())
    assert not BeautifulSoup(html, "html5lib").select(
        "h1, h2, h3, ul, ol, em, strong, code, blockquote, hr, table, del, dl"
    )


@given(st.lists(st.sampled_from(["<p>", "</p>", "<b>", "</b>", "<ul><li>", "</ul>", "</li><li>", "<blockquote>", "</div>", "<h2>", "</h2>", "<table><tr><td>", "</table>", "<i>", "<a href='/x'>", "</a>", "<br>", "<pre>", "</pre>", "un ", "deux_trois ", "4. cinq ", "* six ", "\n\n", "&amp;lt; ", "<span>"]), max_size=15))  # fmt: skip
def test_no_word_of_broken_html_is_lost(pieces):
    """Whatever is not closed, nested or in order: each word is shown once, in its order."""
    html = "".join(pieces)

    words, _ = show(convert(html)[0])

    assert words.split() == BeautifulSoup(html, "html5lib").get_text(" ").split()


@pytest.mark.parametrize(
    ("html", "text"),
    [
        (
            "<h2>Un titre</h2><p>Un <b>gras</b>, un <em>autre</em>.</p>",
            "## Un titre\n\nUn **gras**, un *autre*.",
        ),
        ("<ul><li>un<ul><li>deux</li></ul></li></ul>", "-   un\n    -   deux"),
        ("<ul><li><p>a</p><p>b</p></li><li>c</li></ul>", "-   a\n\n    b\n\n-   c"),
        ("<ol start=3><li>trois</li><li>quatre</li></ol>", "3.  trois\n4.  quatre"),
        ("<blockquote><p>a</p><p>b</p></blockquote>", "> a\n>\n> b"),
        ("Un.<br /><br />Deux.", "Un.  \n\nDeux."),
        ("<pre>a ``` b</pre>", "````\na ``` b\n````"),
        ("<p>H<sub>2</sub>O, <del>non</del></p>", "H<sub>2</sub>O, <del>non</del>"),
        ('<a href="../a/">lien</a>', "[lien](https://vieux.example/a/)"),
        ('<a href="javascript:x()">lien</a>', "lien"),
        ('<a href="#note">lien</a>', "lien"),
        ('<a href="{static}/key">lien</a>', "[lien](https://vieux.example/2010/%7Bstatic%7D/key)"),
        ('<img src="/a.jpg" alt="La [salle]">', "![La \\[salle\\]](https://vieux.example/a.jpg)"),
        ('<img src="data:image/gif;base64,R0" data-src="/a.jpg">', "![](https://vieux.example/a.jpg)"),
        (
            '<figure><img src="/a.jpg"><figcaption>La salle</figcaption></figure>',
            "![](https://vieux.example/a.jpg)\n\n*La salle*",
        ),
        (
            '<p><iframe src="//www.youtube.com/embed/dQw4w9WgXcQ"></iframe></p>',
            "<https://www.youtube.com/watch?v=dQw4w9WgXcQ>",
        ),
        (
            '<p>avant <iframe src="https://carte.example/x"></iframe></p>',
            "avant\n\n<https://carte.example/x>",
        ),
        ("<p>[attendees]</p>", "\\[attendees\\]"),
        ("<p>@cafe_lune et @zoe@social.example</p>", "@cafe_lune et @zoe@social.example"),
    ],
)
def test_each_part_of_a_text_has_its_markdown(html, text):
    """What a reader saw is what a build shows; links are whole, and none leads into this site's files."""
    assert convert(html)[0] == text


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<script>alert(1)</script>", "alert(1)"),
        ("<form><input name=q> Chercher</form>", "Chercher"),
        ('<img src="https://x.example/p.gif" width="1" height="1">', "https://x.example/p.gif"),
        ("<!-- à dire plus tard -->", "à dire plus tard"),
    ],
)
def test_what_runs_or_follows_readers_is_taken_off_and_told(html, words):
    """Scripts, forms, pixels that count and comments in the source are gone, and the author is told of each."""
    text, remarks = convert(f"<p>Texte.</p>{html}")

    assert text == "Texte."
    assert [one.words for one in remarks.taken] == [words]


def test_blank_lines_part_paragraphs_where_the_old_editor_did():
    """A line end inside a paragraph stays one."""
    text, _ = convert(
        "Un.\nSuite.\n\nDeux <b>gras</b>.\n\n<ul>\n<li>x</li>\n</ul>\nTrois.", has_blank_lines=True
    )

    assert text == "Un.  \nSuite.\n\nDeux **gras**.\n\n-   x\n\nTrois."


def test_a_page_brings_links_to_share_that_are_told():
    """What a theme puts below each text is no part of it."""
    html = '<p>Texte.</p><div class="sharedaddy">Partager</div><p><a href="#">Tweeter l’article</a></p>'

    text, remarks = convert(html, is_page=True)

    assert text == "Texte."
    assert [one.words for one in remarks.taken] == ["Partager", "Tweeter l’article"]
