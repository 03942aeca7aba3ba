"""The card of a mention opens under the pointer, with the focus and by a tap, without a script."""

import pytest

pytestmark = pytest.mark.browser

RECAP = "recaps/lanterne-3/"
MENTION = ".prose > p .mention"
LIST_FAULTS = """async () => (await axe.run(document, {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"], preload: false,
    rules: {"color-contrast-enhanced": {enabled: true}, "target-size": {enabled: true}}
})).violations.flatMap((fault) => fault.nodes.map((node) => `${fault.id}: ${node.html.slice(0, 160)}`))"""


def find_first(page):
    """Return the first mention of the text, its link, its button and its card."""
    mention = page.locator(MENTION).first
    mention.scroll_into_view_if_needed()
    return [mention.locator(part) for part in (".mention__link", ".mention__open", ".mention__card")]


def test_a_card_opens_under_the_pointer_and_stays_while_it_is_read(visit):
    """It says who it is, the pointer may move onto it, and it goes when the pointer does."""
    page = visit(RECAP, java_script_enabled=False).page
    link, button, card = find_first(page)
    assert not card.is_visible()
    assert not button.is_visible()

    link.hover()

    assert card.is_visible()
    assert "Idriss Morin-Belkacem" in card.inner_text()
    card.hover()
    assert card.is_visible()
    page.mouse.move(1, 1)
    assert not card.is_visible()


def test_a_card_opens_with_the_focus(visit):
    """Whoever goes from link to link by keyboard sees the same."""
    page = visit(RECAP, java_script_enabled=False).page
    link, _, card = find_first(page)

    link.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")

    assert link.evaluate("one => one === document.activeElement")
    assert card.is_visible()
    page.keyboard.press("Tab")
    assert not card.is_visible()


def test_escape_closes_a_card(visit):
    """What lies over the text can be put away without moving (WCAG 1.4.13)."""
    page = visit(RECAP).page
    link, _, card = find_first(page)
    link.hover()
    assert card.is_visible()

    page.keyboard.press("Escape")

    assert not card.is_visible()


@pytest.mark.parametrize("width", [320, 768])
def test_a_tap_on_the_button_opens_a_card_inside_of_the_screen(browser, serve, example, width):
    """Fingers have a button of 24 pixels beside the link; a tap elsewhere closes what it opened."""
    context = browser.new_context(
        has_touch=True, is_mobile=True, viewport={"width": width, "height": 700}, java_script_enabled=False
    )
    page = context.new_page()
    page.goto(serve(example) + RECAP)
    _, button, card = find_first(page)
    size = button.bounding_box()

    button.tap()

    box = card.bounding_box()
    assert card.is_visible()
    assert min(size["width"], size["height"]) >= 24
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    assert box["y"] + box["height"] <= 700
    page.touchscreen.tap(10, 10)
    assert not card.is_visible()
    context.close()


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_no_open_card_makes_the_page_wider(visit, width):
    """Wherever in a line a mention stands, its card finds room."""
    shown = visit(RECAP, width=width)
    for mention in shown.page.locator(".mention:has(.mention__card)").all():
        mention.locator(".mention__link").hover()
        shown.page.wait_for_load_state("networkidle")
        mention.locator(".mention__link").hover()  # the pictures above are there now: nothing moves any more

        box = mention.locator(".mention__card").bounding_box()

        assert shown.sideways() == []
        assert box["x"] >= -1
        assert box["x"] + box["width"] <= width + 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_an_open_card(visit, axe, scheme):
    """The card is as easy to read as the page, in light and in dark."""
    page = visit(RECAP).show(scheme=scheme).page
    link, _, card = find_first(page)
    link.hover()
    page.evaluate(axe)

    assert card.is_visible()
    assert page.evaluate(LIST_FAULTS) == []


def test_cards_are_not_printed(visit):
    """On paper there is the sentence, and nothing that opens."""
    page = visit(RECAP).show(media="print").page

    assert not page.locator(".mention__card").first.is_visible()
    assert not page.locator(".mention__open").first.is_visible()
