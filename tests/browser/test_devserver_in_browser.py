"""An author's afternoon with the development server: an open page follows every change by itself."""

import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from example_site import lend_pictures

pytestmark = [pytest.mark.browser, pytest.mark.slow]

ROOT = Path(__file__).parents[2]
RECAP = "content/recaps/2025-05-09-lanterne-2.md"
DRAFT = "drafts/lanterne-5-invitation/"
LIST = "content/attendees/lanterne-2-2025.yml"
PATIENCE_MS = 45_000  # a build takes two seconds; a busy machine, more
PROBLEMS = "[data-devserver=problems]"


@pytest.fixture(name="home", scope="module")
def fixture_home(tmp_path_factory):
    """Copy the example site, for an author to work on."""
    home = tmp_path_factory.mktemp("author")
    for folder in ("content", "theme"):
        shutil.copytree(ROOT / folder, home / folder)
    settings = (ROOT / "pelicanconf.py").read_text(encoding="utf-8")
    without_images = 'EVENT_RECAP["social_images"] = "off"  # drawing them takes most of a first build'
    (home / "pelicanconf.py").write_text(f"{settings}\n{without_images}\n", encoding="utf-8")
    lend_pictures(home)
    # A copy: whoever works on the code while the tests run changes more than texts.
    shutil.copytree(ROOT / "plugins", home / "plugins", ignore=shutil.ignore_patterns("__pycache__"))
    return home


@pytest.fixture(name="address", scope="module")
def fixture_address(home):
    """Start the development server on a free port, as its command does, and return its address."""
    command = [sys.executable, "-m", "event_recap", "devserver", "--port", "0"]
    environment = {**os.environ, "PYTHONPATH": str(home / "plugins"), "PYTHONUNBUFFERED": "1"}
    with (home / "devserver.log").open("w+") as log:
        process = subprocess.Popen(command, cwd=home, env=environment, stdout=log, stderr=subprocess.STDOUT)
        try:
            yield wait_for_address(home / "devserver.log")
        finally:
            process.terminate()
            process.wait(timeout=10)


def wait_for_address(log):
    """Return the address that the server prints, once the first build is done."""
    for _ in range(900):
        printed = log.read_text(encoding="utf-8")
        if built := re.search(r"Built in .* s: (http://\S+)", printed):
            return built[1]
        time.sleep(0.1)
    pytest.fail(f"the server did not build: {printed}")


@pytest.fixture(name="page")
def fixture_page(browser, address):
    """Open the recap, and leave the mouse and the keyboard alone from then on."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{address}recaps/lanterne-2/")
    yield page
    context.close()


def change(file, old, new):
    """Save a file with another text."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_changed_text_shows_by_itself(home, page):
    """The author saves the Markdown file; the open page has the new words."""
    (home / RECAP).write_text(
        (home / RECAP).read_text(encoding="utf-8") + "\n\nUne phrase de plus.\n", encoding="utf-8"
    )

    page.get_by_text("Une phrase de plus.").wait_for(timeout=PATIENCE_MS)


def test_a_mistake_in_a_text_is_told_with_its_line(home, page):
    """The author mistypes the event; the page names file and line, and the last good text stands below."""
    change(home / RECAP, "Event: lanterne", "Event: lantrene")

    told = page.locator(PROBLEMS)
    told.wait_for(timeout=PATIENCE_MS)
    words = told.inner_text()
    change(home / RECAP, "Event: lantrene", "Event: lanterne")
    told.wait_for(state="detached", timeout=PATIENCE_MS)

    assert re.search(rf"{RECAP}:\d+:\d+: event: no list called", words)


def test_a_draft_is_shown_as_one(address, page):
    """Its page says at its foot that it is in no list, under the policy of the site as well."""
    page.goto(f"{address}{DRAFT}")

    page.locator("[data-devserver=marks]").filter(has_text="Draft").wait_for(timeout=PATIENCE_MS)


def test_a_changed_list_shows_by_itself(home, page):
    """The author adds a name to the list; the open page has one card more."""
    cards = page.locator(".attendee-card").count()

    change(home / LIST, "attendees:\n", "attendees:\n  - Zénon Toutneuf\n")

    page.locator(".attendee-card").filter(has_text="Zénon Toutneuf").wait_for(timeout=PATIENCE_MS)
    assert page.locator(".attendee-card").count() == cards + 1


def test_a_changed_style_shows_by_itself(home, page):
    """The author writes a rule into the theme's last sheet; the open page wears it."""
    from playwright.sync_api import expect

    sheet = home / "theme/static/css/custom.css"

    sheet.write_text("body { outline: 7px solid rgb(1, 2, 3); }", encoding="utf-8")

    expect(page.locator("body")).to_have_css("outline-color", "rgb(1, 2, 3)", timeout=PATIENCE_MS)


def test_a_changed_template_shows_by_itself(home, page):
    """The author edits a template of the theme; the open page is made from it."""
    change(
        home / "theme/templates/partials/footer.html",
        '<p class="footer__name">',
        '<p class="footer__name">Bonsoir de ',
    )

    page.locator(".footer__name").filter(has_text="Bonsoir de").wait_for(timeout=PATIENCE_MS)


def test_a_mistake_is_told_on_the_page_until_it_is_repaired(home, page):
    """The page says file, line and column of the mistake, keeps the last good text below, and forgets it afterwards."""
    heading = page.locator("h1").inner_text()
    change(home / LIST, "event:\n", "event:\n  nome: Faute\n")

    told = page.locator(PROBLEMS)
    told.wait_for(timeout=PATIENCE_MS)
    words = told.inner_text()
    change(home / LIST, "  nome: Faute\n", "")
    told.wait_for(state="detached", timeout=PATIENCE_MS)

    assert re.search(rf"{LIST}:\d+:3: event\.nome: unknown key", words)
    assert "Traceback" not in words
    assert page.locator("h1").inner_text() == heading


def test_the_message_can_be_put_away(home, page):
    """Escape shows the last good page below; the repair still loads the new one."""
    change(home / LIST, "event:\n", "event:\n  nome: Faute\n")
    page.locator(PROBLEMS).wait_for(timeout=PATIENCE_MS)

    page.keyboard.press("Escape")
    left = page.locator(PROBLEMS).count()
    with page.expect_event("load", timeout=PATIENCE_MS):
        change(home / LIST, "  nome: Faute\n", "")

    assert left == 0
    assert page.locator(PROBLEMS).count() == 0


def test_an_unknown_address_is_answered_in_the_clothes_of_the_site(address, page):
    """However deep the address that nobody knows, the page that says so has its style and finds home."""
    answer = page.goto(f"{address}nobody/knows/this/")

    assert answer.status == 404
    assert page.evaluate("document.styleSheets.length") > 0
    assert page.locator(".masthead").evaluate("one => getComputedStyle(one).paddingLeft") != "0px"
    page.locator(".masthead a").first.click()
    assert page.url == address
