"""What axe-core finds: WCAG 2.2 at level AA, its good practices, and text contrast of level AAA."""

import pytest

pytestmark = pytest.mark.browser

OPTIONS = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    },
    # A text that has the contrast of level AAA has that of level AA.
    "rules": {
        "color-contrast": {"enabled": False},
        "color-contrast-enhanced": {"enabled": True},
        "target-size": {"enabled": True},
    },
    "resultTypes": ["violations"],
    "preload": False,  # it would look for the parts of the style sheet beside the page
}
# What can be otherwise on another window or in other colours; the rest was looked at already.
SEEN = ["color-contrast-enhanced", "target-size", "link-in-text-block"]
SEEN_OPTIONS = {**OPTIONS, "runOnly": {"type": "rule", "values": SEEN}, "rules": {}}
VIEWS = (
    (320, "light", OPTIONS),
    (1280, "dark", OPTIONS),
    (320, "dark", SEEN_OPTIONS),
    (1280, "light", SEEN_OPTIONS),
)
RUN = """async (options) => (await axe.run(document, options)).violations.flatMap((fault) => fault.nodes.map((node) =>
    `${fault.id}: ${node.html.slice(0, 160)}: ${node.failureSummary.replaceAll(/\\s+/g, " ").slice(0, 300)}`))"""
# axe gives up where something lies over or under a text; here the ground is that of the nearest box that has one.
LIST_FAINT_TEXTS = """() => {
    const canvas = new OffscreenCanvas(1, 1).getContext("2d", {willReadFrequently: true});
    const read = (color) => {
        canvas.clearRect(0, 0, 1, 1);
        canvas.fillStyle = color;
        canvas.fillRect(0, 0, 1, 1);
        return [...canvas.getImageData(0, 0, 1, 1).data].map((value) => value / 255);
    };
    const luminance = (rgb) => rgb.slice(0, 3)
        .map((value) => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
        .reduce((sum, value, place) => sum + value * [0.2126, 0.7152, 0.0722][place], 0);
    const isDrawn = (one) => one.namespaceURI.endsWith("/svg");
    const ground = (one) => {
        for (let box = one; box; box = box.parentElement) {
            const shape = isDrawn(one) && box.querySelector("rect, circle, path");
            const color = read(shape ? getComputedStyle(shape).fill : getComputedStyle(box).backgroundColor);
            if (color[3] === 1) return color;
        }
        return [1, 1, 1, 1];
    };
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), faint = new Set();
    while (texts.nextNode()) {
        const one = texts.currentNode.parentElement, style = getComputedStyle(one);
        if (!texts.currentNode.data.trim() || !one.checkVisibility({visibilityProperty: true})) continue;
        if (one.closest(".visually-hidden, .lost__number")) continue;
        const [a, b] = [read(isDrawn(one) ? style.fill : style.color), ground(one)].map(luminance);
        const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
        if (contrast < 7) faint.add(`${contrast.toFixed(2)} ${one.outerHTML.slice(0, 120)}`);
    }
    return [...faint];
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("forced_colors", ["none", "active"])
def test_every_text_stands_out_from_its_ground(look, path, scheme, forced_colors):
    """Where boxes overlap, in drawn initials, and in colours that a reader forces, a text has a contrast of 7:1."""
    page = look(path, scheme=scheme, forced_colors=forced_colors).page

    assert page.evaluate(LIST_FAINT_TEXTS) == []


@pytest.mark.parametrize("view", VIEWS, ids=["small-light", "wide-dark", "small-dark", "wide-light"])
def test_axe_finds_nothing(look, axe, path, view):
    """On the smallest phone and on a desk, in light and in dark, nothing shuts a reader out; all text has 7:1."""
    width, scheme, options = view
    page = look(path, width=width, scheme=scheme).page
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(axe)

    assert page.evaluate(RUN, options) == []
