"""What holds on every kind of page, whoever looks at it."""

import pytest

pytestmark = pytest.mark.browser

# Without what only a script can show.
READ_WORDS = """() => {
    const body = document.body.cloneNode(true);
    for (const added of body.querySelectorAll("button, noscript, [role=status], script")) added.remove();
    return body.textContent.split(/\\s+/).filter((word) => word);
}"""
# Relative luminance above 0.18 is less than 4.5:1 on white.
LIST_PALE_INK = """() => {
    const canvas = new OffscreenCanvas(1, 1).getContext("2d", {willReadFrequently: true});
    const luminance = (color) => {
        canvas.clearRect(0, 0, 1, 1);
        canvas.fillStyle = color;
        canvas.fillRect(0, 0, 1, 1);
        const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map((value) => value / 255)
            .map((value) => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    return [...document.querySelectorAll("main *")].filter((one) => one.checkVisibility()
        && [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim())
        && luminance(getComputedStyle(one).color) > 0.18).map((one) => one.outerHTML.slice(0, 120));
}"""
LIST_SMALL_TARGETS = """() => {
    const isInSentence = (target) => {
        let block = target.parentElement;
        while (getComputedStyle(block).display === "inline") block = block.parentElement;
        const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
        while (texts.nextNode()) {
            const node = texts.currentNode;
            if (!node.parentElement.closest("a, button") && /[\\p{L}\\p{N}]/u.test(node.data)) return true;
        }
        return false;
    };
    const fillsItsCard = (target) => getComputedStyle(target, "::after").position === "absolute";
    return [...document.querySelectorAll("a[href], button, input, select, summary")].filter((target) => {
        const box = target.getBoundingClientRect();
        return target.checkVisibility({visibilityProperty: true}) && Math.min(box.width, box.height) < 24
            && !target.closest(".visually-hidden") && !fillsItsCard(target) && !isInSentence(target);
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
TELL_FOCUS = """() => {
    const one = document.activeElement, style = getComputedStyle(one), box = one.getClientRects()[0];
    if (one === document.body) return "";
    const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
    const found = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    const seen = found !== null && (one.contains(found) || found.contains(one) && found.matches("button, a, label"));
    return [one.outerHTML.slice(0, 120), ring && seen];
}"""


def test_the_browser_has_nothing_to_complain_about(look, path):
    """No error in the console, no breach of the strict policy, no failed request, none to another host."""
    opened = look(path)
    opened.page.wait_for_load_state("networkidle")

    assert opened.troubles == []


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_nothing_has_to_be_scrolled_sideways(look, path, width):
    """On the smallest phone, on a usual one and on a desk, a page is as wide as its window."""
    assert look(path, width=width).sideways() == []


def test_there_is_one_main_heading(look, path):
    """Whoever jumps from heading to heading finds one of the first rank, and it says something."""
    (heading,) = look(path).page.locator("h1").all()

    assert heading.inner_text().strip()


def test_the_language_is_told(look, path):
    """A screen reader knows with which voice to read: English below /en/, else French."""
    lang = look(path).page.locator("html").get_attribute("lang")

    assert lang == ("en" if path.startswith("en/") else "fr")


def test_all_of_the_text_is_there_without_scripts(look, path):
    """Who forbids scripts reads every word that others read."""
    with_scripts, without = (
        look(path, javascript=allowed).page.evaluate(READ_WORDS) for allowed in (True, False)
    )

    if "search" not in path:  # what a search finds is on the pages themselves
        assert without == with_scripts
    assert len(without) > 40


def test_buttons_that_need_a_script_are_absent_without(look, path):
    """Without scripts no button is shown that does nothing; with scripts there is one at least."""
    works_alone = "[popovertarget]"  # opens a note by the browser itself
    buttons = [
        look(path, javascript=allowed).page.locator(f"button:visible:not({works_alone})").count()
        for allowed in (True, False)
    ]

    assert buttons[0] > 0
    assert buttons[1] == 0


@pytest.mark.parametrize("width", [360, 1280])
def test_every_target_is_large_enough_for_a_thumb(look, path, width):
    """Links and buttons measure 24 by 24 pixels, except those in a sentence (WCAG 2.2, 2.5.8)."""
    assert look(path, width=width).page.evaluate(LIST_SMALL_TARGETS) == []


def test_the_place_of_the_keyboard_is_always_seen(visit, path):
    """At each press of Tab, what has the focus is in the window and has a ring of 2 pixels or more."""
    opened = visit(path, width=360)

    stops = []
    for _ in range(60):
        opened.page.keyboard.press("Tab")
        stop = opened.page.evaluate(TELL_FOCUS)
        if not stop:
            break
        stops.append(stop)

    assert len(stops) > 5
    assert [element for element, is_seen in stops if not is_seen] == []


def test_the_first_press_of_tab_offers_to_skip_the_menu(visit, path):
    """The skip link comes into sight, and Enter puts the reader at the text."""
    opened = visit(path)
    opened.page.keyboard.press("Tab")
    box = opened.page.locator(".skip-link:focus").bounding_box()

    opened.page.keyboard.press("Enter")

    assert box["y"] >= 0
    assert box["height"] >= 24
    assert opened.page.evaluate("document.activeElement.tagName") == "MAIN"


def test_paper_has_no_navigation(look, path):
    """In print there is the heading, but no menu, no button, no skip link."""
    page = look(path, media="print").page
    left_over = page.locator("nav:visible, button:visible, .skip-link:visible, .share:visible")

    assert page.locator("h1:visible").count() == 1
    assert left_over.evaluate_all("all => all.map((one) => one.outerHTML.slice(0, 100))") == []


def test_paper_is_white_under_dark_ink(look, path):
    """Whoever prints from a dark screen gets text that is dark enough for paper."""
    page = look(path, media="print", scheme="dark").page

    assert page.evaluate(LIST_PALE_INK) == []


def test_nothing_moves_for_who_asked_for_rest(look, path):
    """With reduced motion there is no transition, no animation, and no gliding to a place."""
    assert look(path).page.evaluate(LIST_MOVEMENTS) == []
