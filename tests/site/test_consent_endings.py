"""An agreement that ends changes the site by itself, and the author is told."""

import pytest

LIST = "- anne\n- Bob Marchand\n"


@pytest.fixture(name="build_on")
def fixture_build_on(build_site):
    """Return what builds, on a day, a site with somebody whose agreement ends on 31 October 2026."""
    anne = "name: Anne Roy\nconsent:\n  given: 2025-01-01\n  until: 2026-10-31\n"
    files = {"attendees/un.yml": LIST, "people/anne.yml": anne}
    return lambda day: build_site(files, fatal="warnings", EVENT_RECAP={"today": day})


@pytest.mark.parametrize(
    ("day", "note"),
    [
        ("2026-09-30", []),
        (
            "2026-10-31",
            [
                "note: content/people/anne.yml:3:3: consent: ends on 2026-10-31; from the next day on, the person is shown as 'counted'"
            ],
        ),
        (
            "2026-11-01",
            [
                "note: content/people/ (file 1 of 1):3:3: consent: ended on 2026-10-31; the person is shown as 'counted' since"
            ],
        ),
    ],
)
def test_the_end_of_a_consent_is_told_and_stops_nothing(build_on, day, note):
    """File, line and day are told, without a name; also where warnings stop, the site is published."""
    site = build_on(day)

    assert site.exit_code == 0
    assert site.problems() == note


def test_the_day_after_its_end_the_site_has_changed_by_itself(build_on):
    """Nobody edits a file: the page, the card and the name are gone with the next build."""
    build_on("2026-10-31")

    site = build_on("2026-11-01")

    everything = "".join(site.read(name) for name in site.files() if name.endswith((".html", ".xml", ".vcf")))
    assert "people/anne/index.html" not in site.files()
    assert "Anne Roy" not in everything
