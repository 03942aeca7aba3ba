"""A page of three, thirty or three hundred people is one that somebody can look through."""

import json

import pytest

pytestmark = pytest.mark.browser

COUNTS = (3, 30, 300)
NOTE = "A parlé de la **pluie** et du beau temps, puis a laissé sa carte sur la table, près de la fenêtre."
# Kind of card, width of the window, pixels a person.
MEASURES = (("named", 1280, 40), ("named", 360, 80), ("told", 1280, 130), ("told", 360, 330))
PATH = "events/soir-{count}-{kind}/"


def write_list(count, kind):
    """Return a list of people of whom only the name is known, or all that a card can show."""
    people = [{"name": f"Prénom{number} Nom de Famille{number}"} for number in range(count)]
    if kind == "told":
        more = {
            "role": ["speaker"],
            "org": "Café Vrac",
            "job_title": "Torréfacteur",
            "note": NOTE,
            "profiles": {"x": "cafevrac"},
        }
        people = [
            {**person, "id": f"{kind}-{count}-{number}", **more} for number, person in enumerate(people)
        ]
    else:
        people = [{**person, "id": f"{kind}-{count}-{number}"} for number, person in enumerate(people)]
    return json.dumps({"event": {"name": f"Soir {count}", "start": "2010-02-02 18:00"}, "attendees": people})


@pytest.fixture(name="evenings", scope="module")
def fixture_evenings(build_shared_site):
    """Build a site of six evenings."""
    files = {
        f"attendees/soir-{count}-{kind}.yml": write_list(count, kind)
        for count in COUNTS
        for kind in ("named", "told")
    }
    site = build_shared_site(files)
    assert site.exit_code == 0, site.errors
    return site.output


@pytest.mark.parametrize("kind", ["named", "told"])
@pytest.mark.parametrize("count", COUNTS)
def test_everybody_has_a_card_inside_the_window(visit, evenings, count, kind):
    """As many cards as people; none sticks out or is cut off, on the smallest phone or on a desk."""
    opened = visit(PATH.format(count=count, kind=kind), folder=evenings)

    sideways = {width: opened.show(width=width).sideways() for width in (320, 360, 1280)}

    assert opened.page.locator(".attendee-card:visible").count() == count
    assert sideways == {320: [], 360: [], 1280: []}


@pytest.mark.parametrize("count", COUNTS)
@pytest.mark.parametrize("measure", MEASURES, ids=str)
def test_a_page_of_many_people_is_not_endless(visit, evenings, count, measure):
    """Beside the heading of the cards, a person takes at most so many pixels of the page's height."""
    kind, width, most = measure
    page = visit(PATH.format(count=count, kind=kind), folder=evenings, width=width).page
    height = page.evaluate("document.querySelector('.attendees').getBoundingClientRect().height")

    assert height < 400 + most * count


@pytest.mark.parametrize("count", COUNTS)
def test_no_card_covers_another(visit, evenings, count):
    """Cards stand beside and below each other."""
    page = visit(PATH.format(count=count, kind="told"), folder=evenings).page
    boxes = page.locator(".attendee-card").evaluate_all(
        "all => all.map((one) => one.getBoundingClientRect()).map((box) => [box.left, box.top, box.right, box.bottom])"
    )

    covered = [
        (one, other)
        for place, one in enumerate(boxes)
        for other in boxes[place + 1 :]
        if one[0] < other[2] - 1 and other[0] < one[2] - 1 and one[1] < other[3] - 1 and other[1] < one[3] - 1
    ]

    assert len(boxes) == count
    assert covered == []


def test_three_hundred_cards_are_laid_out_quickly(visit, evenings):
    """The page of three hundred stands within two seconds, on a slow machine too."""
    page = visit(PATH.format(count=300, kind="told"), folder=evenings).page

    assert page.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd") < 2000
