"""A browser that reads hostile content runs none of it and shows all of it."""

import json

import pytest

pytestmark = pytest.mark.browser

SCRIPT = "<script>alert(1)</script>"
ATTRIBUTE = '" onmouseover="alert(2)" x="'
BRACES = "{{ 7*7 }}"
HOSTILE = f"{SCRIPT} {ATTRIBUTE} {BRACES} </script></title><img src=x onerror=alert(3)>"
LONG = "Anticonstitutionnellement" * 8
TEXT = f"""
Avant [lien](javascript:alert(4)) <a href="javascript:alert(5)">autre</a> <svg onload="alert(6)"></svg>
<img src="x" onerror="alert(7)"> <a href="java&#10;script:alert(8)">encore</a> {BRACES} {LONG}
"""
# Touches everything on the page as a reader's mouse and keyboard might, and follows what only looks like a link.
TOUCH_EVERYTHING = """() => {
    addEventListener("click", (event) => {
        const link = event.target.closest("a");
        if (link && link.protocol !== "javascript:") event.preventDefault();
    });
    for (const one of document.querySelectorAll("*"))
        for (const kind of ["mouseover", "mouseenter", "focus", "load", "error", "click"])
            one.dispatchEvent(new MouseEvent(kind, {bubbles: kind === "click", cancelable: true}));
}"""
PAGES = {
    "home": "",
    "recap": "recaps/recit/",
    "draft": "drafts/brouillon/",
    "event": "events/soir/",
    "person": "people/anne/",
    "people": "people/",
    "events": "events/",
    "archives": "archives/",
    "categories": "categories/",
    "tags": "tags/",
    "authors": "authors/",
    "page": "page/",
    "lost": "404.html",
}


def write_text(**more):
    """Return front matter and text in which everything is hostile."""
    metadata = {
        "title": f"title {HOSTILE}",
        "date": "2010-02-03",
        "lang": "fr",
        "category": f"category {HOSTILE}",
        "tags": [f"tag {HOSTILE}", LONG],
        "authors": [f"author {HOSTILE}"],
        "summary": f"summary {HOSTILE}",
        **more,
    }
    return f"---\n{json.dumps(metadata)}\n---\n{TEXT}"


def write_list():
    """Return a list in which everything is hostile."""
    facts = {
        "name": f"event {HOSTILE}",
        "start": "2010-02-02 18:00",
        "location": {"name": f"place {HOSTILE}"},
    }
    note = f"note {BRACES} [lien](javascript:alert(9)) <img src=x onerror=alert(10)> {LONG}"
    person = {key: f"{key} {HOSTILE}" for key in ("name", "org", "job_title", "group")}
    return json.dumps({"event": facts, "attendees": [{"id": "anne", **person, "note": note}, LONG]})


@pytest.fixture(name="hostile", scope="module")
def fixture_hostile(build_shared_site):
    """Build the site of somebody who means harm."""
    files = {
        "recaps/recit.md": write_text(slug="recit", event="soir"),
        "recaps/brouillon.md": write_text(slug="brouillon", status="draft"),
        "pages/page.md": write_text(slug="page"),
        "attendees/soir.yml": write_list(),
    }
    site = build_shared_site(files, SITESUBTITLE=f"subtitle {HOSTILE}")
    assert site.exit_code == 0, site.errors
    return site.output


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES.keys())
def test_nothing_hostile_runs(visit, hostile, address):
    """Whatever a reader touches, no dialog opens, and nothing is even tried that the policy would have to stop."""
    opened = visit(address, folder=hostile)

    opened.page.evaluate(TOUCH_EVERYTHING)
    opened.page.wait_for_timeout(50)

    assert opened.dialogs == []
    assert [trouble for trouble in opened.troubles if "404" not in trouble] == []


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES.keys())
def test_hostile_content_is_no_wider_than_the_window(visit, hostile, address):
    """A word of two hundred letters is broken, not scrolled to."""
    assert visit(address, folder=hostile, width=320).sideways() == []


@pytest.mark.parametrize(
    ("address", "selector", "field"),
    [
        ("recaps/recit/", "h1", "title"),
        ("recaps/recit/", ".byline", "author"),
        ("recaps/recit/", ".kicker", "category"),
        ("recaps/recit/", ".tags", "tag"),
        ("recaps/recit/", ".ticket", "event"),
        ("recaps/recit/", ".ticket", "place"),
        ("recaps/recit/", ".attendees", "name"),
        ("recaps/recit/", ".attendees", "org"),
        ("recaps/recit/", ".attendees", "group"),
        ("people/anne/", "h1", "name"),
        ("events/soir/", "h1", "event"),
        ("tags/", "main", "tag"),
        ("", "main", "title"),
    ],
)
def test_hostile_text_is_shown_letter_by_letter(visit, hostile, address, selector, field):
    """Signs that mean something to a browser or a template are shown as they were typed."""
    part = visit(address, folder=hostile).page.locator(selector).first

    assert f"{field} {HOSTILE}" in " ".join(part.text_content().split())


def test_the_title_of_the_window_is_the_text_typed(visit, hostile):
    """The tab shows the signs too, and what follows the title is still part of the head."""
    page = visit("recaps/recit/", folder=hostile).page

    assert page.title().startswith(f"title {HOSTILE}")
    assert page.locator("head style").count() == 1


def test_braces_of_a_template_are_text(visit, hostile):
    """What looks like a template in a text or a note is not calculated."""
    words = visit("recaps/recit/", folder=hostile).page.locator("main").inner_text()

    assert BRACES in words
    assert "49" not in words
