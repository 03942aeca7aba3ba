"""A text no longer says who was there, and still reads."""

from __future__ import annotations

from dataclasses import replace

import pytest

from event_recap.removal.texts import Setting, find_places, rewrite_path, rewrite_text

FRENCH = {
    "a name": ("Avec Anne Martin.", "Avec quelqu’un."),
    "neighbours in a list": ("Luc Martin, Anne Roy.", "Luc Martin, Anne Roy."),
    "a longer name of another": ("Anne Martin Roy reste.", "Anne Martin Roy reste."),
    "case and order": ("ANNE MARTIN, Martin Anne, anne martin", "Quelqu’un, quelqu’un, quelqu’un"),
    "a handle": ("Merci @annem_fr, et @AnneM_fr.", "Merci quelqu’un, et quelqu’un."),
    "a handle of Mastodon": ("Merci @annem@social.example.", "Merci quelqu’un."),
    "a handle without its sign": ("le compte annem_fr", "le compte quelqu’un"),
    "mentions": ("Oui, [[Anne Martin]], [[anne-martin|elle]].", "Oui, quelqu’un, quelqu’un."),
    "a name and its handle": ("Oui, **Anne Martin** (@annem_fr) dit", "Oui, **quelqu’un** dit"),
    "a link with other words": ('[son site](https://anne.example/a "t")', "son site"),
    "a link with the name": ("Oui, [Anne Martin](https://x.com/annem_fr)", "Oui, quelqu’un"),
    "a link elsewhere": ("[Lire](https://b.example/anne-martin/)", "Lire"),
    "a link by reference": ("[elle][1] dit\n\n[1]: https://anne.example/\n", "elle dit\n\n"),
    "a link in HTML": ('<a href="https://anne.example/">elle</a>', "elle"),
    "a bare address": ("Voir https://anne.example/a, oui", "Voir quelqu’un, oui"),
    "an address in brackets": ("Voir <https://anne.example/a>.", "Voir quelqu’un."),
    "an address of others": ("[Lire](https://anne.example.org/)", "[Lire](https://anne.example.org/)"),
    "an e-mail address": ("Écrire à anne.martin@b.example.", "Écrire à quelqu’un."),
    "a hashtag": ("Merci #AnneMartin !", "Merci quelqu’un !"),
    "a slug": ("slug: anne-martin-parle", "slug: quelqu-un-parle"),
    "words that go on to the next line": ("le mot d’Anne\nMartin", "le mot de quelqu’un"),
    "an alt text": ("![Anne Martin rit](images/b.jpg)", "![Quelqu’un rit](images/b.jpg)"),
    "a picture that goes": ("A\n\n![Rire](images/a.jpg)\n\nB", "A\n\nB"),
    "a picture that goes, in a sentence": ("A ![Rire](/images/a.jpg){.x}, B", "A , B"),
    "a picture that goes, in HTML": ('A <img alt="x" src="{static}/images/a.jpg"> B', "A  B"),
    "a link to a picture that goes": ("[la photo](../images/a.jpg)", "la photo"),
    "what stands before the server": ("Merci @annem et #annem.", "Merci quelqu’un et quelqu’un."),
    "an account of that name": ("Voir https://github.com/annem", "Voir quelqu’un"),
    "another server": ("https://other.example/annem", "Quelqu’un"),
    "a link in the name": ("Oui, [Anne](https://b.example/x) Martin rit.", "Oui, quelqu’un rit."),
    "a longer link": ("Oui, [avec Anne](https://b.example/x) Martin.", "Oui, avec quelqu’un."),
    "emphasis in the name": ("Oui, **Anne** Martin et Bo.", "Oui, quelqu’un et Bo."),
    "emphasis twice": ("Oui, **Anne** **Martin** et Bo.", "Oui, **quelqu’un** et Bo."),
    "tags in the name": ("Oui, Anne <em>Martin</em>.", "Oui, quelqu’un."),
    "cells of a table": ("<tr><td>Anne</td><td>Martin</td></tr>", "<tr><td>quelqu’un</td></tr>"),
    "entities": ("Oui, A&#110;ne&nbsp;M&#x61;rtin.", "Oui, quelqu’un."),
    "a soft hyphen": ("Oui, An\u00adne Mar&shy;tin.", "Oui, quelqu’un."),
    "nothing between two letters": ("Oui, An\u200bne Martin.", "Oui, quelqu’un."),
    "a quotation": ("> Oui, Anne\n> Martin rit.", "> Oui, quelqu’un rit."),
    "a mention of the first name": ("Oui, [[annem_fr|Anne]] Martin.", "Oui, quelqu’un."),
    "a comment in HTML": ("Oui.<!-- Anne Martin -->", "Oui.<!-- quelqu’un -->"),
    "neighbours with markup": ("*Luc Martin*, [Anne](https://b.example) Roy", "*Luc Martin*, [Anne](https://b.example) Roy"),
    "items of a list": ("- Anne\n- Martin", "- Anne\n- Martin"),
    "nothing": ("Anne et Martin restent.", "Anne et Martin restent."),
}  # fmt: skip
"""What is typed, and what stays."""


@pytest.mark.parametrize("kind", FRENCH)
def test_a_text_no_longer_names_them(anne, kind):
    """Names, mentions, links, addresses and pictures go, and the words of others stay."""
    typed, expected = FRENCH[kind]

    after = rewrite_text(typed, Setting(anne, "fr", "fr", "recaps", frozenset({"images/a.jpg"})))

    assert after == expected
    assert find_places(after, anne) == []


def test_an_english_text_gets_an_english_word(anne):
    """The possessive stays, in either apostrophe."""
    text = "Anne Martin's hat and Anne Martin’s coat."

    assert rewrite_text(text, Setting(anne, "en", "fr")) == "Someone's hat and someone’s coat."


def test_a_word_that_is_given_means_them_too(anne):
    """A first name changes only where the author says that it means them, and with a capital."""
    text = "Anne rit. Une anne mesure."

    assert rewrite_text(text, Setting(anne, "fr", "fr")) == text
    assert (
        rewrite_text(text, Setting(replace(anne, also=frozenset({"Anne"})), "fr", "fr"))
        == "Quelqu’un rit. Une anne mesure."
    )


def test_the_name_of_a_file_names_nobody(anne):
    """A file that is called after them gets another name."""
    assert rewrite_path("recaps/2010-anne-martin/index.md", anne, "fr") == "recaps/2010-quelqu-un/index.md"
