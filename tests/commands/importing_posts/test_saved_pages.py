"""A page that a browser saved becomes a recap, without what stands around its text."""

import pytest

PAGE = """\
<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>Focus 20 | Vieux blogue</title>
<meta property="article:published_time" content="2010-02-03T08:30:00Z"><meta name="author" content="Lise Inventée">
<meta name="description" content="Trente avatars"><link rel="canonical" href="https://vieux.example/focus-20/"></head>
<body><header>Vieux blogue</header><nav><a href="/">Accueil</a></nav>
<article><h1>Focus 20</h1><p class="entry-meta">Publié le 3 février 2010</p>
<p>Hier soir, trente personnes.</p></article><aside>Articles récents</aside><footer>Pied</footer></body></html>
"""


def test_head_and_text_of_a_page_are_told_apart(read_posts):
    """What the head says to machines is the front matter; what stands around the text is told, and left out."""
    (post,) = read_posts("focus.html", PAGE)

    assert (post.title, post.authors, post.summary) == ("Focus 20", ("Lise Inventée",), "Trente avatars")
    assert (str(post.moment), post.status) == ("2010-02-03 09:30:00+01:00", "published")
    assert post.address == "https://vieux.example/focus-20/"
    assert "Hier soir" in post.html
    assert {"Vieux blogue", "Accueil", "Articles récents", "Pied"} <= {
        one.words for one in post.remarks.taken
    }


def test_a_page_that_names_no_day_for_certain_is_a_draft(read_posts):
    """A day in a line is proposed; somebody has to look at it."""
    (post,) = read_posts("focus.html", PAGE.replace("article:published_time", "og:x"))

    assert (str(post.moment), post.status) == ("2010-02-03", "draft")


@pytest.mark.parametrize("codec", ["utf-8", "iso-8859-1", "cp1252", "utf-16"])
def test_accents_are_read_in_the_encoding_of_the_page(read_posts, codec):
    """An old page in Latin-1 keeps its accents."""
    (post,) = read_posts("focus.html", PAGE.replace("utf-8", codec).encode(codec))

    assert post.authors == ("Lise Inventée",)


def test_a_page_with_several_posts_is_left_out(read_posts):
    """The front page of a blog is no post; whoever names it is told to save the others."""
    assert read_posts("index.html", "<body><article>Un</article><article>Deux</article></body>") == []
