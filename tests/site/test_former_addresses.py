"""What stands at the address of a person whose id was another once."""

import pytest

LIST = """\
- {id: anne-roy, name: Anne Roy}
- {id: luc, name: Luc Secret}
- old-anne
- Bob Marchand
"""


@pytest.fixture(name="site", scope="module")
def fixture_site(build_shared_site):
    """Build a site with somebody who was renamed, and somebody who was renamed and is not public."""
    return build_shared_site(
        {
            "attendees/un.yml": LIST,
            "people/anne-roy.yml": "name: Anne Roy\nmoved_from: [anne-tremblay, old-anne]\naliases: [annie]\n",
            "people/luc.yml": "name: Luc Secret\nmoved_from: [lucien]\nvisibility: name-only\n",
        }
    )


def test_a_former_address_leads_to_the_page_of_today(site):
    """Whoever kept the old address of somebody comes to the page of today, without a script."""
    page = site.page("people/anne-tremblay/index.html")

    refresh = page.select_one("meta[http-equiv=refresh]")["content"]
    assert refresh == "0; url=../../people/anne-roy/"
    assert page.select_one("main a")["href"] == "../../people/anne-roy/"
    assert page.select_one("link[rel=canonical]")["href"] == "https://lanterne.example/people/anne-roy/"
    assert not page.select("script")


def test_a_former_address_is_not_listed_by_search_engines(site):
    """A search engine lists the page of today, not the one that leads there."""
    page = site.page("people/anne-tremblay/index.html")

    assert page.select_one("meta[name=robots]")["content"] == "noindex"


def test_only_former_ids_have_a_page_that_leads_on(site):
    """An alias never had a page, so nothing stands at its address."""
    pages = [name for name in site.files() if name.startswith("people/") and name.endswith("index.html")]

    assert pages == [
        "people/anne-roy/index.html",
        "people/anne-tremblay/index.html",
        "people/bob-marchand/index.html",
        "people/index.html",
        "people/old-anne/index.html",
    ]


def test_nobody_who_is_not_public_is_told_of_by_a_former_address(site):
    """Of somebody who has no page, no page at a former address says that there was one."""
    named = [name for name in site.files() if "luc" in name]

    assert named == []


def test_a_page_that_leads_on_says_so_in_the_language_of_the_site(build_site):
    """Where a browser does not go on by itself, a reader finds a heading and a link."""
    files = {"attendees/un.yml": "- anne\n", "people/anne.yml": "name: Anne Roy\nmoved_from: [nan]\n"}

    words = build_site(files).words("people/nan/index.html")

    assert words == "Cette page a changé d’adresse Anne Roy"


def test_a_former_address_never_replaces_another_page(build_site):
    """A former id whose address is that of the list of people is told, and nothing is written."""
    files = {"attendees/un.yml": "- anne\n", "people/anne.yml": "name: Anne Roy\nmoved_from: [list]\n"}

    site = build_site(files, PEOPLE_SAVE_AS="people/list/index.html")

    assert site.problems()[0] == (
        "page 'people' of the site: slug: its page 'people/list/index.html' is also that of "
        "content/people/anne.yml:1; give one of them another slug"
    )


def test_a_former_address_works_with_any_theme(build_site):
    """With a theme that knows nothing of people, the old address leads on as well."""
    files = {"attendees/un.yml": "- anne\n", "people/anne.yml": "name: Anne Roy\nmoved_from: [nan]\n"}

    site = build_site(files, THEME="simple", DIRECT_TEMPLATES=["index"], RELATIVE_URLS=False)

    refresh = site.page("people/nan/index.html").select_one("meta[http-equiv=refresh]")["content"]
    assert refresh == "0; url=https://lanterne.example/people/anne/"


def test_the_page_of_a_pair_is_found_at_its_former_addresses(build_site):
    """Whichever of the two had another id before, or both; a pair that has a page of its own keeps it."""
    files = {
        "attendees/un.yml": "- {id: anne, met_with: [bruno]}\n- bruno\n- {name: Zoé, met_with: [anne]}\n",
        "people/anne.yml": "name: Anne Roy\nmoved_from: [zz-anne, nan]\n",
        "people/bruno.yml": "name: Bruno Lune\nmoved_from: [kof]\n",
    }

    site = build_site(files)

    assert site.exit_code == 0, site.errors
    former = {("bruno", "zz-anne"), ("bruno", "nan"), ("anne", "kof"), ("kof", "zz-anne"), ("kof", "nan")}
    for first, second in former:
        page = site.page(f"people/{first}/{second}/index.html")
        assert page.find("a")["href"].endswith("/people/anne/bruno/")
        assert page.find("a").text == "Anne Roy et Bruno Lune"
    assert (
        site.page("people/anne/zoe/index.html").select_one("main h1").text.strip() != "Cette page a déménagé"
    )


def test_a_pair_of_whom_one_has_no_page_has_no_former_address(build_site):
    """A redirect would tell who was there."""
    files = {
        "attendees/un.yml": "- {id: anne, met_with: [bruno]}\n- bruno\n",
        "people/anne.yml": "name: Anne Roy\nmoved_from: [nan]\n",
        "people/bruno.yml": "name: Bruno Lune\nmoved_from: [kof]\nvisibility: name-only\n",
    }

    site = build_site(files)

    assert site.exit_code == 0, site.errors
    assert not [name for name in site.files() if "kof" in name or "bruno" in name or "nan/bruno" in name]
