"""The typography of pages, as readers see it: ▁ is a thin no-break space here, and ␣ a no-break space."""

import re
from html import unescape
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from event_recap.typography import setter
from event_recap.typography.languages import RULES
from event_recap.typography.page import set_page
from event_recap.typography.setter import Level, PageSetter

PIECES = (
    *"-/.,…–’‘´“”„«»()¿!?:;'\" \n\u00a0\u202f",
    *("mot", "l'", "été", "...", "--", " - ", "1", "20 000", "5%", "1er", "XXe", "€", " km", " h ", "30"),
    *("M. ", "J. ", "z. ", "https://a.be/?x!", "@moi", "#t!", ":-)", "<b>", "</b>", "<code>a ! 'b'</code>"),
    *("<i lang=en>", "</i>", "<p>", "</p>", "<br>", "&amp;", "&quot;"),
)
MARKUP = (
    *("<li>", "</li>", "</p >", "<ul lang=de>", "</ul>", "<div translate=no>", "</div>", "<pre>", "</pre>"),
    *("<!--", "-->", "<script>", "</script>", "</script x>", "<svg", "<title>", "</title>", '<a title="'),
    *("<p translate=no>", '<a"b>', "</p", "<span lang=fr>", "</span>", "</SECTION>", "<bdi>", "</bdi>", "<"),
    *("<meta a='>'>", "<link/>", "<template>", "</template>", "<code />", "<h1>", "</h1>", "\u212a>"),
)
NUMBERS = ("2", "1", "I", "X", "e", "er", "ère", "nde", " ", "km", "L", "12 mai", "Mme", "Dr", "Curie")
REAL = Path(__file__).parents[3] / "shared/real/french-posts"


def show(html):
    """Return text with its no-break spaces to be seen."""
    return html.replace("\u202f", "▁").replace("\u00a0", "␣")


@pytest.mark.parametrize(
    ("lang", "typed", "expected"),
    [
        ("fr", "Quoi? Oui ! Non; voici: rien", "Quoi▁? Oui▁! Non▁; voici␣: rien"),
        ("fr-CA", "Quoi ? Oui\u00a0! Non ; voici: rien", "Quoi? Oui! Non; voici␣: rien"),
        ("fr-CH", "Quoi? voici: «mot»", "Quoi▁? voici▁: «▁mot▁»"),
        ("fr", "«Trop» et « peu »", "«␣Trop␣» et «␣peu␣»"),
        ("fr", '« Il a dit "oui". »', "«␣Il a dit “oui”.␣»"),
        ("fr", "L'été, c\"est \"l'hiver\"", 'L’été, c"est «␣l’hiver␣»'),
        ("fr", "20 000 personnes, 5% et 10 €, 20 h 30", "20▁000 personnes, 5␣% et 10␣€, 20␣h␣30"),
        ("fr", "M. Tremblay et J. R. R. Blais - amis...", "M.␣Tremblay et J.␣R.␣R.␣Blais␣– amis…"),
        ("fr", "Quoi?! Vraiment !!! Ah…?", "Quoi▁?! Vraiment▁!!! Ah…▁?"),
        ("en", "It's \"the 'end'\" -- or is it? Rock 'n' roll", "It’s “the ‘end’”␣– or is it? Rock ’n’ roll"),
        ("en", "The dogs' home of the '90s, 20 % of 5 km", "The dogs’ home of the ’90s, 20␣% of 5␣km"),
        ("en", "one--two, 10--12, a --- b", "one—two, 10–12, a␣— b"),
        ("de", "Er sagt: \"Das ist 'gut'.\" z. B. hier!", "Er sagt: „Das ist ‚gut‘.“ z.▁B. hier!"),
        ("de-CH", '"Das"', "«Das»"),
        ("es", '¿ Qué ? ¡ Sí ! "Bueno" « no »', "¿Qué? ¡Sí! «Bueno» «no»"),
        ("it", "L'\"amico\" « mio »", "L’«amico» «mio»"),
        ("pt", '"Olá"', "«Olá»"),
        ("pt-BR", '"Olá"', "“Olá”"),
        ("ar", '"مرحبا" !', '"مرحبا" !'),
        ("he", 'צה"ל', 'צה"ל'),
        ("xx", "It's \"x\" !", "It's \"x\" !"),
    ],
)  # fmt: skip
def test_each_language_is_set_by_its_own_rules(lang, typed, expected):
    """France, Quebec and Switzerland differ; what nothing is known of stays as typed."""
    assert show(set_page(f"<p>{typed}</p>", lang)) == f"<p>{expected}</p>"


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("le 1er mai, la 1re, la 2e, le XXe siècle", "le 1<sup>er</sup> mai, la 1<sup>re</sup>, la 2<sup>e</sup>, le XX<sup>e</sup> siècle"),
        ("la Ve République, François Ier", "la V<sup>e</sup> République, François I<sup>er</sup>"),
        ("De même, Le 5, Ce soir, 2e2, mp3e", "De même, Le 5, Ce soir, 2e2, mp3e"),
        ("<b>1er</b> 2<sup>e</sup>", "<b>1<sup>er</sup></b> 2<sup>e</sup>"),
    ],
)  # fmt: skip
def test_french_ordinals_are_raised(typed, expected):
    """Words that look like Roman numbers are none, and what was raised by hand is not raised twice."""
    assert set_page(f"<p>{typed}</p>", "fr") == f"<p>{expected}</p>"


@pytest.mark.parametrize(
    "html",
    [
        "<p>Voir https://a.example/?q=a!b ou www.b.example/c?d:e</p>",
        "<p>anne@b.example, @anne_b@mastodon.example, #mot:x</p>",
        "<p>&amp;amp; De 18:00 à 21:30, 3:2 ;-) :) (?) :wave: --help C::D</p>",
        "<pre>\"a\" ! 'b'</pre><code>x ?</code><kbd>!</kbd><samp>1 ;</samp>",
        "<script>if (a ? \"b\" : 'c') {} ;</script><style>a{b:c !important;}</style>",
        "<textarea>« a » !</textarea><svg><text>a !</text></svg><math><mo>!</mo></math>",
        '<a href="?a=\'b\'" title="« a » !">lien</a><img alt="C\'est quoi ?" src="x">',
        '<p><bdi>Conan O\'Brien !</bdi> <span translate="no">Yahoo! "x"</span></p>',
        '<!-- "a" ! --><p>12" et 5\' 10</p>',
        '<p lang="xx">It\'s "x" !</p>',
    ],
)
def test_what_is_not_prose_is_left_alone(html):
    """Code, attributes, addresses, handles, times, smileys, names and what is marked stay as typed."""
    assert set_page(html, "fr") == html


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>C'est <b>vrai</b>! <i>Oui</i> : « <a>non</a> »</p>", "<p>C’est <b>vrai</b>▁! <i>Oui</i>␣: «␣<a>non</a>␣»</p>"),
        ('<p>"<em>Oui</em>"</p>', "<p>«␣<em>Oui</em>␣»</p>"),
        ("<p><code>a</code> ! <img src=x> ?</p>", "<p><code>a</code>▁! <img src=x>▁?</p>"),
        ('<p><b>"Oui</b> <i>ou"</i> "<b>non</b>"</p>', '<p><b>"Oui</b> <i>ou"</i> «␣<b>non</b>␣»</p>'),
        ("<td>Un</td><td>?</td>", "<td>Un</td><td>?</td>"),
        ('<p>Un <i lang="en">"mot"!</i> !</p>', '<p>Un <i lang="en">“mot”!</i>▁!</p>'),
        ('<div lang="en"><p>Oh!</p><p lang="fr-CA">Ah : !</p></div><p>Oh!</p>', '<div lang="en"><p>Oh!</p><p lang="fr-CA">Ah␣: !</p></div><p>Oh▁!</p>'),
        ("<p>R&amp;D &lt;3 !</p>", "<p>R&amp;D &lt;3▁!</p>"),
        ('<p lang="en">"a"<p>Et?</p>', '<p lang="en">“a”<p>Et▁?</p>'),
        ('<p><i lang="en">Oh!<p>Et?', '<p><i lang="en">Oh!<p>Et?'),
    ],
)  # fmt: skip
def test_elements_and_languages_inside_a_sentence_are_obeyed(html, expected):
    """A sign looks at what stands before it, also across tags; each element has its own language."""
    assert show(set_page(html, "fr")) == expected


def test_what_another_tool_has_set_stays():
    """Pelican's TYPOGRIFY has its turn while a text is read, in entities of its own."""
    html = '<p>It&#8217;s&nbsp;<span class="amp">&amp;</span>&nbsp;&#8220;<span class="caps">RSS</span>&#8221;&#8230;</p>'

    assert set_page(html, "en") == html


def test_a_country_is_chosen_for_texts_that_name_none():
    """A site in French from Quebec says so once, and a text from France stays one."""
    typed = '<p>Quoi ?</p><p lang="fr-FR">Quoi ?</p>'

    assert show(set_page(typed, "fr", "CA")) == '<p>Quoi?</p><p lang="fr-FR">Quoi▁?</p>'


@given(st.lists(st.sampled_from(PIECES), max_size=14), st.sampled_from(sorted(RULES)))
@example(["'", "l'", "'"], "fr")
@example(['"', "...", '"'], "fr")
@example(["l'", " - ", "mot"], "fr")
@settings(max_examples=400)
def test_setting_a_page_twice_changes_nothing_more(pieces, lang):
    """Whatever was typed, the second time finds everything in its place."""
    once = set_page("".join(pieces), lang)

    assert set_page(once, lang) == once


@given(st.text(alphabet="abc déZ\n<b>/p&,", max_size=40), st.sampled_from(sorted(RULES)))
@settings(max_examples=200)
def test_text_without_typographic_signs_is_unchanged(html, lang):
    """Where there is nothing to set, not one byte is different, well-formed or not."""
    assert set_page(html, lang) == html


@given(st.lists(st.sampled_from(PIECES), max_size=14), st.sampled_from(sorted(RULES)))
@settings(max_examples=200)
def test_only_signs_and_spaces_change(pieces, lang):
    """Every letter, every digit and every tag is still there, in the same order."""
    html = "".join(pieces)

    kept = [
        re.findall(r"<[^>]*>|\w", unescape(re.sub("</?sup>", "", text)))
        for text in (html, set_page(html, lang))
    ]

    assert kept[0] == kept[1]


@given(st.lists(st.sampled_from(PIECES + MARKUP), max_size=24), st.sampled_from(["", "de", "en", "fr", "xx"]))
@example(["<template>", "<p>", "</p>", "'", "</template>", "l'été"], "fr")
@example(["<p translate=no>", "</p>", " !"], "fr")
@example(["<ul lang=de>", "<li>", "</li>", '"', "mot", '"'], "fr")
@settings(max_examples=400)
def test_a_page_is_set_alike_in_parts_and_as_a_whole(pieces, lang):
    """What a part of another page looked like before does not matter, however badly a page is made."""
    html = "".join(pieces)
    whole = PageSetter((Level("", lang),), "CA")

    whole.read(html)

    assert set_page(html, lang, "CA") == whole.finish()


@given(st.lists(st.sampled_from(NUMBERS + PIECES), max_size=8), st.sampled_from(sorted(RULES)))
@example(["Mme", " ", "Curie"], "fr")
@example(["I", "ère"], "fr")
@example(["5", " ", "<b>", "km", "</b>"], "fr")
@settings(max_examples=400)
def test_a_text_is_searched_wherever_there_is_something_to_set(pieces, lang):
    """The quick look at a text leaves out none in which a rule would set something."""
    sentence = "".join(pieces)
    looked_at, searched = (PageSetter((Level("", lang),), "") for _ in range(2))

    looked_at.read(sentence)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(setter, "_TELLING", re.compile(""))
        searched.read(sentence)
        found = searched.finish()

    assert looked_at.finish() == found


@pytest.mark.skipif(not REAL.is_dir(), reason="the real posts are not here")
@pytest.mark.parametrize("lang", ["fr", "fr-CA"])
def test_real_french_posts_have_no_sign_at_the_start_of_a_line(lang):
    """Posts as people typed them have no breakable space before a double sign or inside guillemets."""
    for path in sorted(REAL.glob("*.txt")):
        typed = path.read_text(encoding="utf-8", errors="replace")
        html = "".join(f"<p>{line}</p>" for line in typed.replace("<", " ").replace("&", " ").splitlines())

        page = set_page(html, lang)

        assert re.findall(r"\w [;:!?»](?![-)\w])|« \w", page) == []
        assert set_page(page, lang) == page


def test_a_word_of_many_letters_is_looked_at_once():
    """A mistake of a machine, such as a picture that stands in a text, does not hold a build up for ever."""
    word = "x" * 200_000

    assert set_page(f'<p>{word} : "a" @</p>', "fr") == f"<p>{word}\u00a0: «\u00a0a\u00a0» @</p>"
