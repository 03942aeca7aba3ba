"""What somebody sees who writes with the page open beside the editor."""

import pytest

pytestmark = pytest.mark.browser

OVERLAY = "[data-devserver=problems]"


@pytest.fixture(name="page")
def fixture_page(site, browser):
    """Open the home page in Chromium, under the strict Content-Security-Policy of the site."""
    page = browser.new_page()
    page.goto(site.session.address)
    page.get_by_text("Bonsoir, café").wait_for(timeout=10_000)
    yield page
    page.close()


def test_the_open_page_follows_what_is_written(site, page):
    """Saving the post shows it, without a touch of the browser."""
    site.write("Deux")

    page.get_by_text("Deux").wait_for(timeout=10_000)


def test_problems_lie_over_the_open_page_until_the_repair(site, page):
    """A mistake is told on the page, as text; the repair takes it away and shows the new page."""
    site.write("BROKEN")
    page.locator(OVERLAY).wait_for(timeout=10_000)
    told = page.locator(OVERLAY).inner_text()

    site.write("Trois")
    page.get_by_text("Trois").wait_for(timeout=10_000)

    assert "content/post.md:1: <b>title</b>: missing" in told
    assert page.locator(OVERLAY).count() == 0


def test_escape_hides_the_problems(site, page):
    """The last good page can be read meanwhile."""
    site.write("BROKEN")
    page.locator(OVERLAY).wait_for(timeout=10_000)

    page.keyboard.press("Escape")

    assert page.locator(OVERLAY).count() == 0
