"""Quotes of a text that are shared by themselves."""

import pytest

from event_recap.share.quotes import cite_quote, find_quotes, mark_quotation, name_quote, place_quotes
from event_recap.views.quotes import write_quote


def quote(text):
    """Return a quote as it comes from the reader."""
    return write_quote(f"<p>{text}</p>")


def find(html):
    """Return the quotes of a text in which everybody may be named everywhere."""
    return find_quotes(html, html, "fr")


@pytest.mark.parametrize(
    ("html", "lang", "expected"),
    [
        ("<p>Un mot</p>", "fr", "<p>«\u00a0Un mot\u00a0»</p>"),
        ("<p>« Un mot »</p>", "fr-CA", "<p>«\u00a0Un mot\u00a0»</p>"),
        ("<p>«&nbsp;Un mot&nbsp;»</p>", "fr", "<p>«\u00a0Un mot\u00a0»</p>"),
        ('<p>"A word"</p>', "en", "<p>“A word”</p>"),
        ("<p>A “word” here</p>", "en", "<p>“A “word” here”</p>"),
        ("<p>“A” and “B”</p>", "en", "<p>““A” and “B””</p>"),
        ("<p>Ein Wort</p>", "de", "<p>„Ein Wort“</p>"),
        ("<p>كلمة</p>", "ar", "<p>«كلمة»</p>"),
        ("<p>Un</p>\n<p>Deux</p>", "fr", "<p>«\u00a0Un</p>\n<p>Deux\u00a0»</p>"),
    ],
)
def test_a_quote_stands_between_the_marks_of_its_language(html, lang, expected):
    """Marks that were typed around the whole give way to those of the language; those inside stay."""
    assert mark_quotation(html, lang) == expected


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>Une première poignée de main n’est pas un début.</p>", "quote-une-premiere-poignee-de-main-n"),
        ("<p>!</p>", "quote"),
        ("<p>読書</p>", "quote-du-shu"),
    ],
)
def test_the_anchor_of_a_quote_is_made_of_its_first_words(html, expected):
    """A change of the end of a quote does not change where it is found."""
    assert name_quote(html) == expected


def test_no_two_quotes_have_one_anchor():
    """Quotes that begin alike, and an element that has the name already, are told apart by a number."""
    html = quote("Un mot") + quote("Un mot") + '<h2 id="quote-un-mot">x</h2>'

    assert [one.id for one in find(html)] == ["quote-un-mot-2", "quote-un-mot-3"]


def test_a_feed_has_a_plain_quote_with_its_address():
    """In a reader of feeds it is a quotation that says where it stands."""
    html = f"<p>Avant</p>{quote('Un mot')}<p>Après</p>"

    placed = place_quotes(html, find(html), cite_quote)

    assert (
        placed
        == '<p>Avant</p><blockquote cite="#quote-un-mot"><p>«\u00a0Un mot\u00a0»</p></blockquote><p>Après</p>'
    )


def test_the_text_to_share_has_no_mark_up():
    """What is offered to a network is the words, between quotation marks."""
    (found,) = find(quote('Un <em>mot</em> &amp; <a href="x">un lien</a>'))

    assert found.text == "«\u00a0Un mot & un lien\u00a0»"


def test_an_address_names_only_whom_it_may():
    """What is read far from the page, the address among it, is made of the words that may be read there."""
    (found,) = find_quotes(quote("Léa chante"), quote("Quelqu’un chante"), "fr")

    assert (found.id, found.text) == ("quote-quelqu-un-chante", "«\u00a0Quelqu’un chante\u00a0»")
    assert "Léa" in found.html
