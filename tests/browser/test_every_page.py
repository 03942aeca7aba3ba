"""What holds on every kind of page, whoever looks at it."""

import pytest

pytestmark = pytest.mark.browser

WIDTHS = (320, 360, 1280)
# What a script adds, and what speaks only after a click.
ADDED_BY_SCRIPT = ".appearance, [data-copy], [data-share], [role=status], script"
MEASURE_TARGETS = """() => {
    const isInSentence = (target) => {
        let block = target.parentElement;
        while (getComputedStyle(block).display === "inline") block = block.parentElement;
        return [...block.childNodes].some((node) => node !== target && !node.contains(target)
            && /[\\p{L}\\p{N}]/u.test(node.textContent) && !(node.matches && node.matches("a, button")));
    };
    return [...document.querySelectorAll("a[href], button, input, select, summary")].filter((target) => {
        const box = target.getBoundingClientRect();
        return target.checkVisibility({visibilityProperty: true}) && box.width > 1
            && Math.min(box.width, box.height) < 24 && !isInSentence(target);
    }).map((target) => {
        const box = target.getBoundingClientRect();
        return `${Math.round(box.width)}x${Math.round(box.height)} ${target.outerHTML.slice(0, 150)}`;
    });
}"""
LIST_MOVEMENTS = """() => {
    const moving = [...document.querySelectorAll("*")].filter((one) => {
        const style = getComputedStyle(one);
        return [style.transitionDuration, style.animationDuration].some((time) => parseFloat(time) > 0.01);
    });
    const scroll = getComputedStyle(document.documentElement).scrollBehavior;
    return [...moving.map((one) => one.outerHTML.slice(0, 120)), ...(scroll === "auto" ? [] : [scroll])];
}"""
LIST_FAINT_FOCUS = """() => {
    const one = document.activeElement, style = getComputedStyle(one), box = one.getBoundingClientRect();
    if (one === document.body) return "";
    const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
    const seen = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
    return [one.outerHTML.slice(0, 120), ring && seen];
}"""


def test_the_browser_has_nothing_to_complain_about(visit, path):
    """No error in the console, no breach of the strict policy, no failed request, none to another host."""
    opened = visit(path)
    opened.page.wait_for_load_state("networkidle")

    assert opened.troubles == []


def test_nothing_has_to_be_scrolled_sideways(visit, path):
    """On the smallest phone, on a usual one and on a desk, a page is as wide as its window."""
    opened = visit(path)

    sideways = {}
    for width in WIDTHS:
        opened.resize(width)
        sideways[width] = opened.sideways()

    assert sideways == dict.fromkeys(WIDTHS, [])


def test_there_is_one_main_heading(visit, path):
    """Whoever jumps from heading to heading finds one of the first rank, and it says something."""
    (heading,) = visit(path).page.locator("h1").all()

    assert heading.inner_text().strip()


def test_the_language_is_told(visit, path):
    """A screen reader knows with which voice to read: English below /en/, else French."""
    lang = visit(path).page.locator("html").get_attribute("lang")

    assert lang == ("en" if path.startswith("en/") else "fr")


def test_all_of_the_text_is_there_without_scripts(visit, path):
    """Who forbids scripts reads every word that others read."""
    texts = []
    for javascript in (True, False):
        body = visit(path, java_script_enabled=javascript).page.content()
        texts.append(_words(body))

    assert texts[0] == texts[1]
    assert len(texts[0]) > 40


def test_buttons_that_need_a_script_are_absent_without(visit, path):
    """Without scripts no button is shown that does nothing; with scripts there is one at least."""
    with_script = visit(path).page.locator("button:visible").count()
    without = visit(path, java_script_enabled=False).page.locator("button:visible").count()

    assert with_script > 0
    assert without == 0


@pytest.mark.parametrize("width", [360, 1280])
def test_every_target_is_large_enough_for_a_thumb(visit, path, width):
    """Links and buttons measure 24 by 24 pixels, except those in a sentence (WCAG 2.2, 2.5.8)."""
    opened = visit(path, width=width)

    assert opened.page.evaluate(MEASURE_TARGETS) == []


@pytest.mark.parametrize("width", [360, 1280])
def test_the_place_of_the_keyboard_is_always_seen(visit, path, width):
    """At each press of Tab, what has the focus is in the window and has a ring of 2 pixels or more."""
    opened = visit(path, width=width)

    stops = []
    for _ in range(60):
        opened.page.keyboard.press("Tab")
        stop = opened.page.evaluate(LIST_FAINT_FOCUS)
        if not stop:
            break
        stops.append(stop)

    assert len(stops) > 5
    assert [element for element, is_seen in stops if not is_seen] == []


def test_the_first_press_of_tab_offers_to_skip_the_menu(visit, path):
    """The skip link comes into sight, and Enter puts the reader at the text."""
    opened = visit(path)
    opened.page.keyboard.press("Tab")
    link = opened.page.locator(".skip-link:focus")
    box = link.bounding_box()

    opened.page.keyboard.press("Enter")

    assert box["y"] >= 0
    assert box["height"] >= 24
    assert opened.page.evaluate("document.activeElement.tagName") == "MAIN"


def test_paper_has_no_navigation(visit, path):
    """In print there is the heading, but no menu, no button, no skip link; ink is dark on white, even from a dark screen."""
    opened = visit(path, color_scheme="dark")
    opened.page.emulate_media(media="print", color_scheme="dark")
    page = opened.page

    assert page.locator("nav:visible, button:visible, .skip-link:visible").evaluate_all("all => all.map((one) => one.className)") == []
    assert page.locator("h1:visible").count() == 1
    assert _lightness(page.evaluate("getComputedStyle(document.body).color")) < 60


def test_nothing_moves_for_who_asked_for_rest(visit, path):
    """With reduced motion there is no transition, no animation, and no gliding to a place."""
    opened = visit(path, reduced_motion="reduce")

    assert opened.page.evaluate(LIST_MOVEMENTS) == []


def _words(html):
    """Return the text of a page, without what only a script can show."""
    from bs4 import BeautifulSoup

    page = BeautifulSoup(html, "html5lib")
    for added in page.select(ADDED_BY_SCRIPT):
        added.decompose()
    return page.body.get_text(" ").split()


def _lightness(color):
    """Return the mean of red, green and blue of a computed colour."""
    import re

    channels = [float(number) for number in re.findall(r"[\d.]+", color)[:3]]
    return sum(channels) / 3
