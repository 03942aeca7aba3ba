"""Nothing lies upon another or is cut off, whatever the window and whatever readers set for themselves."""

import pytest

pytestmark = pytest.mark.browser

# Lines of text that lie upon each other, or outside of a box that hides what is outside. A letter is about 0.7 em high.
LIST_CROWDED = """() => {
    const hides = (style) => [style.overflowX, style.overflowY].some((value) => ["hidden", "clip"].includes(value));
    const tell = (one) => `${one.data.trim().slice(0, 40)} (${one.parentElement.className || one.parentElement.localName})`;
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), lines = [], found = new Set();
    const findCutter = (line, parent) => {
        for (let box = parent; box !== document.body; box = box.parentElement) {
            const style = getComputedStyle(box), edge = box.getBoundingClientRect();
            if (["auto", "scroll"].includes(style.overflowX)) return null;
            if (hides(style) && (line.right > edge.right + 2 || line.left < edge.left - 2
                || line.bottom > edge.bottom + 2 || line.top < edge.top - 2)) return box;
        }
        return null;
    };
    while (texts.nextNode()) {
        const node = texts.currentNode, parent = node.parentElement;
        if (!node.data.trim() || !parent.checkVisibility({visibilityProperty: true, opacityProperty: true})) continue;
        if (parent.closest("svg, noscript, .visually-hidden, .skip-link, [popover]")) continue;
        const range = document.createRange(), size = parseFloat(getComputedStyle(parent).fontSize);
        range.selectNodeContents(node);
        for (const {left, right, top, bottom, width, height} of range.getClientRects()) {
            const spare = Math.max(0, (height - 0.7 * size) / 2);
            const line = {left, right, top: top + spare, bottom: bottom - spare, node};
            if (width && findCutter(line, parent)) found.add(`cut off: ${tell(node)}`);
            if (width) lines.push(line);
        }
    }
    lines.sort((one, other) => one.top - other.top);
    lines.forEach((line, place) => {
        for (let next = place + 1; next < lines.length && lines[next].top < line.bottom - 2; next += 1) {
            const other = lines[next], shared = Math.min(line.right, other.right) - Math.max(line.left, other.left);
            if (other.node !== line.node && shared > 2) found.add(`upon another: ${tell(line.node)}: ${tell(other.node)}`);
        }
    });
    return [...found];
}"""
# WCAG 2.2, 1.4.12.
SPACED = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-block-end: 2em !important; }"""
LARGE, USUAL = ({"fontSizes": {"standard": 16 * times, "fixed": 13 * times}} for times in (2, 1))


def find_faults(visit):
    """Return what is wrong with where things are on a page."""
    return visit.sideways() + visit.page.evaluate(LIST_CROWDED)


@pytest.mark.parametrize("javascript", [True, False], ids=["script", "plain"])
@pytest.mark.parametrize("width", [360, 1280])
def test_each_text_has_a_place_of_its_own(look, keep, path, width, javascript):
    """By day and by night, with a script and without, no line lies upon another; what was seen can be kept."""
    faults = {}
    for scheme in ("light", "dark"):
        shown = look(path, width=width, scheme=scheme, javascript=javascript)
        keep(shown, path, f"{width}-{scheme}" if javascript else f"{width}-{scheme}-plain")
        faults[scheme] = shown.page.evaluate(LIST_CROWDED)

    assert faults == {"light": [], "dark": []}


@pytest.mark.parametrize("width", [320, 1280])
def test_text_can_be_set_wider(look, path, width):
    """Lines, letters and words as far apart as WCAG 1.4.12 asks: nothing is cut off, nothing has to be scrolled sideways.

    A window of 320 pixels is also what is left of 1280 at a zoom of 400 %.
    """
    shown = look(path, width=width)

    faults = find_faults(shown.wear(SPACED))
    shown.wear("")

    assert faults == []


def test_letters_can_be_twice_as_large(visit, path):
    """Whoever has set letters of 200 % in the browser reads every page, and scrolls down only."""
    shown = visit(path)

    reader = shown.page.context.new_cdp_session(shown.page)
    reader.send("Page.setFontSizes", LARGE)
    faults = {width: find_faults(shown.show(width=width)) for width in (640, 1280)}
    size = shown.page.evaluate("getComputedStyle(document.documentElement).fontSize")
    reader.send("Page.setFontSizes", USUAL)
    reader.detach()

    assert size == "32px"
    assert faults == {640: [], 1280: []}
