"""The picture of who met whom is one that somebody can read, point at and walk through."""

import pytest
from visits import wait_until

pytestmark = pytest.mark.browser

SIZES = (30, 300)
# Names that are shown and lie upon each other, or upon a person, by more than a rounding.
LIST_COLLISIONS = """() => {
    const isShown = (one) => getComputedStyle(one).visibility === "visible";
    const shrink = (one) => { const box = one.getBoundingClientRect();
        return [box.left + 2, box.top + 4, box.right - 2, box.bottom - 4]; };
    const names = [...document.querySelectorAll(".network__name")].filter(isShown).map(shrink);
    const circles = [...document.querySelectorAll(".network__circle")].map(shrink);
    const meet = (a, b) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
    return names.flatMap((name, place) => [...names.slice(place + 1), ...circles].filter((other) => meet(name, other)));
}"""
MEASURE_NAMES = """() => [...document.querySelectorAll(".network__name")]
    .filter((one) => getComputedStyle(one).visibility === "visible")
    .map((one) => parseFloat(getComputedStyle(one).fontSize) * one.ownerSVGElement.getScreenCTM().a)"""
FIND_HIDDEN = """() => [...document.querySelectorAll(".network__person")]
    .findIndex((one) => getComputedStyle(one.querySelector(".network__name")).visibility === "hidden")"""


def write_list(count):
    """Return an evening at tables, with some who met people of other tables."""
    first, last = (
        ["Anne", "Bruno", "Claire", "Denis", "Élise"],
        ["Roy", "Tremblay", "Lavoie", "Villeneuve", "Côté", "Dubé"],
    )
    entries = [
        f"  - {{id: p{number}, name: {first[number % 5]} {last[number % 6]}{number}, group: Table {number // 6},"
        f" met_with: [p{number * 7 % count}]}}\n"
        for number in range(count)
    ]
    return "event: {name: Soir, start: 2010-02-02}\nattendees:\n" + "".join(entries)


@pytest.fixture(name="pictures", scope="module")
def fixture_pictures(build_shared_site):
    """Return the folder of a site of each size."""
    return {count: build_shared_site({"attendees/soir.yml": write_list(count)}).output for count in SIZES}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("count", SIZES)
def test_names_are_legible_and_lie_upon_nothing(visit, pictures, count, width, scheme):
    """With 30 and with 300 people, on a phone and on a desk: 11 pixels high at least, each on free ground."""
    page = visit("network/", folder=pictures[count], width=width).show(width=width, scheme=scheme)

    sizes = page.page.evaluate(MEASURE_NAMES)

    assert len(sizes) >= (count if count == 30 else 0.7 * count)
    assert min(sizes) >= 11
    assert page.page.evaluate(LIST_COLLISIONS) == []
    assert page.sideways() == []
    assert page.troubles == []


def test_a_name_without_room_is_shown_to_who_points_at_the_person(visit, pictures):
    """The name and the person's lines appear, without a script."""
    page = visit("network/", folder=pictures[300], java_script_enabled=True).page
    number = page.evaluate(FIND_HIDDEN)
    person = page.locator(".network__person").nth(number)

    person.locator(".network__circle").hover()

    assert person.locator(".network__name").is_visible()
    assert person.locator(".network__own").evaluate("one => getComputedStyle(one).visibility") == "visible"


def test_who_walks_with_the_keyboard_can_pass_the_picture(visit, pictures):
    """The first stop leads past 300 people to the table; every person is a stop with a name."""
    page = visit("network/", folder=pictures[300]).page
    page.locator(".network__skip a").focus()

    assert page.locator(".network__skip a").is_visible()
    page.keyboard.press("Enter")

    assert page.url.endswith("#network-table")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "network__summary"


def test_a_person_reached_with_the_keyboard_is_named(visit, pictures):
    """The circle is marked, and the person's name and lines are shown."""
    page = visit("network/", folder=pictures[30]).page
    page.locator(".network__sheet").focus()

    page.keyboard.press("Tab")

    assert page.evaluate("document.activeElement.getAttribute('aria-label')").startswith("Anne")
    own = page.locator(".network__person:focus-within .network__own")
    assert own.evaluate("one => getComputedStyle(one).visibility") == "visible"


@pytest.mark.parametrize("count", SIZES)
def test_a_picture_wider_than_a_phone_says_so_and_scrolls(visit, pictures, count):
    """A line says it, and the arrow keys move the picture once it is reached; on a desk nothing is said."""
    phone, desk = (visit("network/", folder=pictures[count], width=width).page for width in (360, 1280))
    sheet = phone.locator(".network__sheet")
    phone.locator(".network__skip a").focus()
    phone.keyboard.press("Tab")

    phone.keyboard.press("ArrowRight", delay=300)

    assert sheet.evaluate("one => document.activeElement === one && one.getAttribute('role') === 'group'")
    wait_until(phone, "() => document.querySelector('.network__sheet').scrollLeft > 0")
    assert phone.locator(".network__hint").is_visible()
    assert not desk.locator(".network__hint").is_visible()


@pytest.mark.parametrize("count", SIZES)
def test_the_table_can_be_read_on_a_phone(visit, pictures, count):
    """Opened, it is no wider than the window, and has a row for each person."""
    page = visit("network/", folder=pictures[count], width=360)

    page.page.locator(".network__summary").click()

    assert page.page.locator(".network__table tbody tr").count() == count
    assert page.sideways() == []
