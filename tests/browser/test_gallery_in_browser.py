"""A gallery as a reader meets it: by the keyboard, with a script and without."""

from __future__ import annotations

import pytest

GALLERY = "recaps/lanterne-3-en-images/"
FETCHED = "() => performance.getEntriesByType('resource').map((one) => one.name.split('/').pop())"
FOCUSED = "() => document.activeElement.id"

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("width", [360, 1280])
def test_a_picture_opens_over_the_whole_screen_by_the_keyboard_and_without_a_script(visit, width):
    """Enter opens it, a link leads to the next one, another back; nothing below it can be reached."""
    page = visit(GALLERY, java_script_enabled=False).show(width=width).page
    small, large = page.locator(".gallery__link"), page.locator(".large")

    small.nth(1).focus()
    page.keyboard.press("Enter")

    box = large.nth(1).bounding_box()
    assert (box["x"], box["y"], box["width"]) == (0, 0, width)
    assert not page.locator(".masthead, main h1").first.is_visible()
    large.nth(1).locator(".large__way--next").click()
    assert [large.nth(number).is_visible() for number in range(3)] == [False, False, True]
    large.nth(2).locator(".large__way--close").click()
    assert not large.nth(2).is_visible()
    assert page.locator("main h1").is_visible()


def test_escape_and_the_arrows_work_where_there_is_a_script(visit):
    """The focus is on the picture that was open when it closes, and nothing went wrong."""
    visited = visit(GALLERY).show(width=1280)
    page = visited.page

    page.locator(".gallery__link").first.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowRight")
    assert page.locator(".large").nth(1).is_visible()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    assert page.locator(".large").last.is_visible()
    page.keyboard.press("Escape")

    assert page.evaluate(FOCUSED) == "photo-5-small"
    assert visited.troubles == []


def test_a_phone_fetches_small_files_only(browser, serve, example):
    """No file is fetched that is wider than the screen needs, and none of a format for old browsers."""
    context = browser.new_context(viewport={"width": 360, "height": 800})
    page = context.new_page()

    page.goto(serve(example) + GALLERY)
    page.locator(".gallery").scroll_into_view_if_needed()
    page.wait_for_load_state("networkidle")
    fetched = [name for name in page.evaluate(FETCHED) if "quai" in name or "crochets" in name]
    context.close()

    assert fetched
    assert [name for name in fetched if "-480-" not in name or not name.endswith((".avif", ".webp"))] == []
