"""A text is shown on its page and in feeds, and is not kept as it was shown."""

from types import SimpleNamespace

from pelican.contents import Article
from pelican.settings import DEFAULT_CONFIG

from event_recap.recaps.showing import show_text


def make_article(html, **metadata):
    """Return an article as Pelican makes one."""
    settings = {**DEFAULT_CONFIG, "SITEURL": "https://a.example"}
    context = {"localsiteurl": "https://a.example", "generated_content": {}, "static_content": {}}
    return Article(
        html, {"title": "Soir", **metadata}, settings=settings, source_path="a.md", context=context
    )


def test_a_text_that_changes_is_shown_as_it_is():
    """Pelican would show it for ever as it was asked for first."""
    article = make_article("<p>Bonsoir</p>")
    show_text(article, "<p>Bonsoir</p>")
    before = article.content

    article._content = "<p>Bonne nuit</p>"

    assert (before, article.content) == ("<p>Bonsoir</p>", "<p>Bonne nuit</p>")


def test_links_of_a_text_lead_where_its_page_needs_them():
    """The same text stands on pages and in feeds."""
    article = make_article('<a href="{static}/a.pdf">Carte</a>')
    article._context["static_content"]["a.pdf"] = SimpleNamespace(url="a.pdf")
    show_text(article, article._content)

    shown = [article.get_content(siteurl) for siteurl in ("https://a.example", "https://b.example")]

    assert shown == [
        '<a href="https://a.example/a.pdf">Carte</a>',
        '<a href="https://b.example/a.pdf">Carte</a>',
    ]
