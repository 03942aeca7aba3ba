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
}
RUN = """async (options) => (await axe.run(document, options)).violations.flatMap((fault) => fault.nodes.map((node) =>
    `${fault.id}: ${node.html.slice(0, 160)}: ${node.failureSummary.replaceAll(/\\s+/g, " ").slice(0, 300)}`))"""


@pytest.mark.parametrize(
    ("width", "scheme"), [(360, "light"), (360, "dark"), (1280, "light"), (1280, "dark")]
)
def test_axe_finds_nothing(look, axe, path, width, scheme):
    """On a phone and on a desk, in light and in dark, nothing shuts a reader out; all text has a contrast of 7:1."""
    page = look(path, width=width, scheme=scheme).page
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(axe)

    assert page.evaluate(RUN, OPTIONS) == []
