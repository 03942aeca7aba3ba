"""What axe-core finds: WCAG 2.2 at level AA, its good practices, and text contrast of level AAA."""

import pytest

pytestmark = pytest.mark.browser

OPTIONS = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    },
    "rules": {"color-contrast-enhanced": {"enabled": True}, "target-size": {"enabled": True}},
    "resultTypes": ["violations"],
    "preload": False,  # it would look for the parts of the style sheet beside the page
}
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
def test_every_text_stands_out_from_its_ground(look, path, scheme):
    """Also where boxes overlap and in drawn initials, the contrast of a text is 7:1 or more."""
    assert look(path, scheme=scheme).page.evaluate(LIST_FAINT_TEXTS) == []


@pytest.mark.parametrize(
    ("width", "scheme"), [(360, "light"), (360, "dark"), (1280, "light"), (1280, "dark")]
)
def test_axe_finds_nothing(look, axe, path, width, scheme):
    """On a phone and on a desk, in light and in dark, nothing shuts a reader out; all text has a contrast of 7:1."""
    page = look(path, width=width, scheme=scheme).page
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(axe)

    assert page.evaluate(RUN, OPTIONS) == []
