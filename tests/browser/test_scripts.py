"""What a script adds for those who have one: copying a link, and a choice of appearance that lasts."""

import re
import time

import pytest

pytestmark = pytest.mark.browser

RECAP = "recaps/lanterne-3/"
# Reads the ground of the page at every frame, from the first one on.
WATCH_GROUND = """
window.grounds = [];
const read = () => {
    if (document.body) window.grounds.push(getComputedStyle(document.documentElement).backgroundColor);
    requestAnimationFrame(read);
};
requestAnimationFrame(read);
"""
READ_GROUNDS = """() => new Promise((answer) => {
    const wait = () => window.grounds.length > 5 ? answer(window.grounds) : requestAnimationFrame(wait);
    wait();
})"""
LATE_SECONDS = 0.3
GROUND = "getComputedStyle(document.documentElement).backgroundColor"


@pytest.fixture(name="reader")
def fixture_reader(browser):
    """Open a browser of its own for one reader, on a light device."""
    context = browser.new_context(color_scheme="light", permissions=["clipboard-read", "clipboard-write"])
    yield context
    context.close()


def continue_late(route):
    """Let a request through after a while, as a slow network does."""
    time.sleep(LATE_SECONDS)
    route.continue_()


def test_the_link_of_a_recap_is_copied_and_this_is_told(visit, reader):
    """A press copies the address, whole, and a screen reader says so."""
    page = visit(RECAP, context=reader).page

    page.locator("[data-copy]").click()

    page.locator(".share [role=status]").filter(has_text=re.compile(r"\w")).wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == page.url


def test_the_buttons_of_a_recap_work_by_keyboard(visit, reader):
    """Enter does what a press does."""
    page = visit(RECAP, context=reader).page

    page.locator("[data-copy]").focus()
    page.keyboard.press("Enter")

    page.locator(".share [role=status]").filter(has_text=re.compile(r"\w")).wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == page.url


def test_a_browser_that_refuses_to_copy_shows_the_link(visit, reader):
    """The address stands on the page, to be copied by hand, and nothing fails."""
    reader.add_init_script("navigator.clipboard.writeText = () => Promise.reject(new DOMException('no'))")
    opened = visit(RECAP, context=reader)

    opened.page.locator("[data-copy]").click()

    opened.page.locator(".share [role=status]").filter(has_text=opened.page.url).wait_for()
    assert opened.troubles == []


def test_copying_and_the_choice_of_appearance_are_absent_without_scripts(look):
    """No button that would do nothing; the share links stay, for they are plain links."""
    page = look(RECAP, javascript=False).page

    assert page.locator("[data-copy]:visible, [data-share]:visible, .appearance:visible").count() == 0
    assert page.locator(".share a[href^='https://x.com/intent/tweet?']:visible").count() == 1


def test_the_appearance_goes_round(visit, reader):
    """From that of the device to light, to dark, and back; each is told by its name."""
    page = visit(RECAP, context=reader).page
    button = page.locator(".appearance")

    names, grounds = [], []
    for _ in range(4):
        names.append(button.inner_text().strip())
        grounds.append(page.evaluate(GROUND))
        button.click()

    assert len(set(names[:3])) == 3
    assert names[3] == names[0]
    assert grounds[0] == grounds[1] == grounds[3] != grounds[2]


def test_the_device_decides_where_nobody_chose(look):
    """On a dark device the ground is dark, without a script as well."""
    light, dark = (
        look(RECAP, javascript=False, scheme=scheme).page.evaluate(GROUND) for scheme in ("light", "dark")
    )

    lightness = [float(re.match(r"oklch\(([\d.]+)", ground)[1]) for ground in (light, dark)]
    assert lightness[0] > 0.9
    assert lightness[1] < 0.3


def test_a_choice_of_appearance_lasts_on_every_page(visit, reader):
    """Dark, chosen once, is there after a reload and on the next page."""
    page = visit(RECAP, context=reader).page
    for _ in range(2):
        page.locator(".appearance").click()
    chosen = page.evaluate(GROUND)

    page.reload()
    reloaded = page.evaluate(GROUND)
    with page.expect_navigation():
        page.locator(".masthead a").first.click()

    assert reloaded == chosen
    assert page.evaluate(GROUND) == chosen


def test_a_chosen_appearance_never_flashes_in_the_other_colours(visit, reader):
    """Every frame of a reload has the ground that was chosen, though scripts come late."""
    page = visit(RECAP, context=reader).page
    for _ in range(2):
        page.locator(".appearance").click()
    chosen = page.evaluate(GROUND)
    page.add_init_script(WATCH_GROUND)
    page.route("**/*.js", continue_late)

    page.reload()

    assert set(page.evaluate(READ_GROUNDS)) == {chosen}


def test_forbidden_storage_breaks_nothing(visit, reader):
    """Where a browser keeps nothing, the choice still holds on the page."""
    reader.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no') }})"
    )
    opened = visit(RECAP, context=reader)

    for _ in range(2):
        opened.page.locator(".appearance").click()

    assert opened.page.locator("html").get_attribute("data-theme") == "dark"
    assert opened.troubles == []
