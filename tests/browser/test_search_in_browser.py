"""Searching: in the reader's browser, with nothing asked for before and nobody told."""

from __future__ import annotations

import pytest
from visits import wait_until

from event_recap.search.words import split_words

pytestmark = pytest.mark.browser

SCRIPT = "document.querySelector('script[type=module]').src"
TEXTS = [
    "L’Hôtel, l'été d'Œuvres ŒIL ﬁn Straße Ørsted Łódź Đorđe İstanbul ıspanak",
    "東京都 で 한국어 Привет, мир! Ψυχή مُحَمَّد שָׁלוֹם नमस्ते ไทย",
    "2010-02-03 à 18 h, réseau_social @cafevrac #Focus20 ½ ² ＡＢＣ e\u0301te\u0301",
    "a b cd " + "x" * 41 + " 🎉 👩‍🎓 ok",
]


def search(visit, words, **settings):
    """Open the page of the search, and look for words."""
    page = visit("search/", **settings).page
    page.fill("#q", words)
    page.locator(".search__status").filter(has_text=" ").wait_for()
    return page


def find_titles(page):
    """Return the titles of what was found."""
    return page.locator(".found__title").all_inner_texts()


def test_nothing_is_loaded_before_somebody_searches(visit):
    """A reader who only opens the page loads no file of the index."""
    page = visit("search/").page

    loaded = page.evaluate("performance.getEntriesByType('resource').map((one) => one.name)")

    assert not [name for name in loaded if name.endswith(".json")]


@pytest.mark.parametrize("words", ["eteint", "éteint", "ÉTEINT", "ville éteint"])
def test_a_recap_is_found_with_and_without_accents(visit, words):
    """Accents and capitals do not matter, and several words narrow it down."""
    page = search(visit, words)

    assert any("s’éteint" in title for title in find_titles(page))


def test_the_plural_finds_the_singular(visit):
    """French endings do not matter: who looks for evenings finds the evening."""
    assert set(find_titles(search(visit, "soirée"))) & set(find_titles(search(visit, "soirées")))


def test_what_was_found_is_narrowed_down_and_the_address_says_it(visit):
    """Choosing a kind leaves only events, and the address can be sent to somebody else."""
    page = search(visit, "lanterne")
    before = page.locator(".search__status").inner_text()

    page.select_option("[name=kind]", "event")

    wait_until(page, "before => document.querySelector('.search__status').textContent !== before", before)
    assert {line.partition(" · ")[0] for line in page.locator(".found__about").all_inner_texts()} == {
        "Événement"
    }
    again = visit("search/" + page.url.partition("search/")[2]).page
    again.locator(".found__page").first.wait_for()
    assert find_titles(again) == find_titles(page)


def test_what_was_found_leads_to_the_page(visit):
    """The first title leads to a page that exists."""
    page = search(visit, "lanterne")

    page.locator(".found__title").first.click()

    assert page.locator("h1").inner_text()


def test_a_word_that_stands_nowhere_is_told(visit):
    """Finding nothing is said to screen readers too, with what to try."""
    page = visit("search/").page
    page.fill("#q", "zzyzx")

    page.locator("[role=status]").filter(has_text="Rien n’a été trouvé").wait_for()


def test_more_is_shown_and_the_focus_stays_where_it_belongs(visit):
    """Who asks for more is led to the first of it, and not back to the top."""
    page = search(visit, "lanterne")

    page.locator(".found__more").click()

    page.locator(".found__page").nth(10).wait_for()
    wait_until(page, "() => document.activeElement.className === 'found__title'")
    assert page.locator(".found__title").nth(10).evaluate("(link) => link === document.activeElement")


def test_without_a_script_lists_lead_everywhere(visit):
    """A reader without scripts sees no form, and the ways that need none."""
    page = visit("search/", java_script_enabled=False).page

    assert not page.locator("form.search").is_visible()
    assert page.locator(".search__without a").count() == 4


@pytest.mark.parametrize("text", TEXTS)
def test_the_browser_and_the_build_see_the_same_words(visit, text):
    """What the script looks for is folded as what the build wrote."""
    page = visit("search/").page

    found = page.evaluate(f"async (text) => (await import({SCRIPT})).splitWords(text)", text)

    assert found == list(split_words(text))
