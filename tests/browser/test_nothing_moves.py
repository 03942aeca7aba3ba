"""What a reader has before the eyes stays where it is: when pictures come, and when typefaces do."""

from __future__ import annotations

import pytest
from visits import wait_until

RECAP = "recaps/lanterne-3/"
PLACES = """() => [...document.querySelectorAll(".prose > *, .section")].map(
    (one) => Math.round(one.getBoundingClientRect().top + scrollY))"""
PHONE = {"width": 412, "height": 823}
LATE = """async () => {
    const moved = [];
    new PerformanceObserver((list) => list.getEntries().forEach((one) => moved.push(one.value)))
        .observe({type: "layout-shift", buffered: true});
    await document.fonts.ready;
    await new Promise((resolve) => setTimeout(resolve, 300));
    return moved.reduce((sum, one) => sum + one, 0);
}"""

PICTURES, TYPEFACES, STYLES = "**/*.{avif,webp,jpg}", "**/*.woff2", "**/*.css"
FIRST_SCREEN = """() => {
    const end = document.querySelector('main link[rel="stylesheet"]');
    const isBefore = (one) => one.compareDocumentPosition(end) & Node.DOCUMENT_POSITION_FOLLOWING && !one.contains(end);
    return [...document.body.querySelectorAll(":not(use, path, text)")].filter(isBefore).map((one) => {
        const {x, y, width, height} = one.getBoundingClientRect();
        const {color, backgroundColor, fontFamily, fontSize, fontWeight} = getComputedStyle(one);
        return [one.className, x, y, width, height, color, backgroundColor, fontFamily, fontSize, fontWeight].join(" ");
    });
}"""

pytestmark = pytest.mark.browser


def hold(page, pattern):
    """Let a page wait for some files; return a function that lets them come, and says how many there were."""
    waiting = []

    def keep(route):
        """Answer later."""
        waiting.append(route)

    def let_come():
        """Answer as if nothing had been."""
        held = list(waiting)
        for route in held:
            route.continue_()
        page.unroute(pattern)
        return len(held)

    page.route(pattern, keep)
    return let_come


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_no_text_moves_when_the_pictures_above_it_arrive(browser, serve, example, width):
    """Pictures are fetched when they come near: room of their size is there before, below a film as well."""
    page = browser.new_context(viewport={"width": width, "height": 800}).new_page()
    let_come = hold(page, PICTURES)
    page.goto(serve(example) + RECAP, wait_until="domcontentloaded")
    page.evaluate("() => document.fonts.ready")
    before = page.evaluate(PLACES)

    let_come()
    page.evaluate("() => document.querySelectorAll('img').forEach((one) => { one.loading = 'eager'; })")
    page.wait_for_load_state("networkidle")
    after = page.evaluate(PLACES)
    page.context.close()

    assert len(before) > 10
    assert after == before


@pytest.mark.parametrize("address", ["", RECAP, "people/idriss-morin-belkacem/"])
def test_hardly_anything_moves_when_typefaces_come_late(browser, serve, example, address):
    """A face of the system holds their place, as wide and as high: a line or two may break at another word."""
    page = browser.new_context(viewport=PHONE).new_page()
    let_come = hold(page, TYPEFACES)
    page.goto(serve(example) + address, wait_until="domcontentloaded")
    wait_until(page, "() => performance.getEntriesByName('first-contentful-paint').length")

    late = let_come()
    moved = page.evaluate(LATE)
    page.context.close()

    assert late
    assert moved < 0.03


@pytest.mark.parametrize("width", [360, 768, 1280])
@pytest.mark.parametrize(
    "address",
    ["", RECAP, "en/recaps/lanterne-1/", "events/lanterne-1-2024/", "people/idriss-morin-belkacem/"],
)
def test_a_first_screen_is_complete_before_the_rest_of_the_style_comes(
    browser, serve, example, address, width
):
    """Each thing stands where it will stand, as large, in its colours; no script runs, nor is a typeface fetched."""
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    page.route(TYPEFACES, lambda route: route.abort())
    page.route("**/*.js", lambda route: route.abort())
    let_come = hold(page, STYLES)
    page.goto(serve(example) + address, wait_until="commit")
    wait_until(page, "() => performance.getEntriesByName('first-contentful-paint').length")
    page.wait_for_selector('main link[rel="stylesheet"]', state="attached")
    first = page.evaluate(FIRST_SCREEN)

    held = let_come()
    page.wait_for_load_state("load")
    whole = page.evaluate(FIRST_SCREEN)
    context.close()

    assert held == 1
    assert len(first) > 20
    assert first == whole
