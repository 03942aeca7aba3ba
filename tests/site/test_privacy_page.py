"""The page that says what is shown of people, why, and how to change it."""

import pytest

LIST = "- {id: anne, name: Anne Roy, note: A parlé.}\n- {id: bob, name: Bob, visibility: name-only}\n"
FILES = {
    "attendees/un.yml": LIST,
    "recaps/un.md": "---\ntitle: Un\ndate: 2026-02-03\nevent: un\n---\nVoir la [page]({filename}/@privacy).\n",
    "recaps/en.md": "---\ntitle: One\ndate: 2026-02-03\nevent: un\nlang: en\nslug: un\n---\nX\n",
}
TEXT = "Retirer ou changer cette fiche"


@pytest.fixture(name="site", scope="module")
def fixture_site(build_shared_site):
    """Build a site with one card, and a recap in two languages."""
    return build_shared_site(
        FILES, fatal="warnings", EVENT_RECAP={"privacy_contact": "mailto:marie@soirs.example"}
    )


def find_links(page):
    """Return the links of a page that lead to the page on privacy, outside its foot."""
    return [link for link in page.select("main a[href*=privacy]") if link.find_parent("footer") is None]


def test_the_page_is_in_french_and_in_english(site):
    """Whoever was there reads one of them; each part says its language, that of the site comes first."""
    page = site.page("privacy/index.html")

    parts = page.select("main [lang] > h2:first-child, main section[lang] > h2")
    assert [part.parent["lang"] for part in parts] == ["fr", "en"]
    assert page.select_one("main a[hreflang=en]")["href"] == "#privacy-en"
    assert page.select_one("#privacy-en h2").get_text() == "Privacy"
    assert page.select_one("main h1").get_text(strip=True) == "Confidentialité"


def test_the_page_says_where_to_write(site):
    """The address is the one that the site chose."""
    page = site.page("privacy/index.html")

    contacts = {(link["href"], link.get_text()) for link in page.select("main a[href^=mailto]")}
    assert contacts == {("mailto:marie@soirs.example", "marie@soirs.example")}


def test_every_card_leads_to_the_page_with_its_id(site):
    """Whoever finds their card is one click away from having it changed; a screen reader hears whose it is."""
    page = site.page("recaps/un/index.html")

    card = page.select_one("#person-anne .attendee-card__privacy a")
    assert card["href"] == "../../privacy/?person=anne"
    assert (card.get_text(), card["aria-label"]) == (TEXT, f"{TEXT} (Anne Roy)")


def test_people_without_a_card_find_the_page_below_the_list(site):
    """A name alone has no id to tell; the link below the list is for them."""
    page = site.page("recaps/un/index.html")

    links = [link["href"] for link in find_links(page)]
    assert links == ["../../privacy/", "../../privacy/?person=anne", "../../privacy/"]
    assert "#person-bob" not in site.read("recaps/un/index.html")


def test_a_card_speaks_the_language_of_its_page(site):
    """An English recap has English words on its cards."""
    page = site.page("en/recaps/un/index.html")

    assert page.select_one(".attendee-card__privacy a").get_text() == "Change or remove this card"


def test_the_page_of_a_person_and_of_an_event_lead_there(site):
    """Wherever somebody is presented, the way to change it is there."""
    person, event = site.page("people/anne/index.html"), site.page("events/un/index.html")

    assert [link["href"] for link in find_links(person)] == ["../../privacy/?person=anne"]
    assert [link["href"] for link in find_links(event)] == ["../../privacy/?person=anne", "../../privacy/"]


def test_every_page_leads_there_from_its_foot(site):
    """Also where nobody is presented."""
    foot = site.page("index.html").select_one(".footer a[href$='privacy/']")

    assert foot.get_text() == "Confidentialité"


def test_without_a_contact_the_author_is_named_as_the_one_to_write_to(build_site):
    """The page never leaves somebody without a way."""
    site = build_site({"attendees/un.yml": LIST})

    assert "Écrivez à l’auteur de ce site." in site.words("privacy/index.html")


def test_an_english_site_begins_in_english(build_site):
    """French follows."""
    page = build_site({"attendees/un.yml": LIST}, DEFAULT_LANG="en").page("privacy/index.html")

    assert page.select_one("main h1").get_text(strip=True) == "Privacy"
    assert page.select_one("#privacy-fr h2").get_text() == "Confidentialité"


def test_a_site_may_have_a_page_of_its_own(build_site):
    """No page is written, and the cards lead to the one that the site names."""
    site = build_site(FILES, PRIVACY_SAVE_AS="", PRIVACY_URL="about/privacy/")

    assert "privacy/index.html" not in site.files()
    assert find_links(site.page("people/anne/index.html"))[0]["href"] == "../../about/privacy/?person=anne"


def test_a_site_may_do_without(build_site):
    """No link leads to a page that is not there."""
    site = build_site({"attendees/un.yml": LIST}, PRIVACY_SAVE_AS="", PRIVACY_URL="")

    for name in ("people/anne/index.html", "events/un/index.html"):
        assert "privacy" not in str(site.page(name).body)


def test_any_theme_has_the_page(build_site):
    """A theme that knows nothing of it gets a plain one, with the same words."""
    site = build_site(
        {"attendees/un.yml": LIST}, THEME="simple", DIRECT_TEMPLATES=["index"], RELATIVE_URLS=False
    )

    page = site.page("privacy/index.html")
    assert page.select_one("h1.entry-title").get_text() == "Confidentialité"
    assert find_link(site.page("people/anne/index.html")) == "https://lanterne.example/privacy/?person=anne"


def find_link(page):
    """Return where the link that changes a card leads."""
    return page.find("a", string=TEXT)["href"]


@pytest.mark.parametrize(
    "contact", ["marie@soirs.example", "http://soirs.example", "mailto:marie", "https:// x"]
)
def test_a_contact_that_is_no_address_is_told(build_site, contact):
    """The build stops with what is expected."""
    site = build_site({"attendees/un.yml": LIST}, EVENT_RECAP={"privacy_contact": contact})

    assert site.problems() == [
        f"EVENT_RECAP: privacy_contact: '{contact}' is no address to write to; expected mailto:… or https://…"
    ]
