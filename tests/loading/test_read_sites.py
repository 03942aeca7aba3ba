from __future__ import annotations

from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from event_recap.errors import Severity
from event_recap.loading.site import load_site
from event_recap.model.consent import Policy

REAL = Path(__file__).parents[3] / "shared/real"


def test_lists_and_people_are_joined(load_files):
    """Events and people are found by the names of their files."""
    registry, problems = load_files(
        {
            "attendees/focus.yml": "- id: anne\n",
            "attendees/open.yaml": "- Bob\n",
            "people/anne.yml": "name: Anne Roy\n",
        }
    )

    assert (list(registry.events), list(registry.people)) == (["focus", "open"], ["anne"])
    assert problems == ()


@pytest.mark.parametrize(
    "typed", ["anne", "'@Anne'", "ANNE", "{id: anne}", "{name: Anne}", "annie", "'@AnnieR'", "ann"]
)
def test_a_bare_id_takes_the_name_of_the_file(load_files, typed):
    """Where a list has an id, a handle, an alias or a former id only, the person's file says the name."""
    registry, problems = load_files(
        {
            "attendees/focus.yml": f"- {typed}\n",
            "people/anne.yml": "name: Anne Roy\nhandle: AnnieR\naliases: [annie]\nmoved_from: [ann]\n",
        }
    )

    turnout = registry.find_turnout(registry.events["focus"])
    assert [person.text for person in turnout.people] == ["Anne Roy"]
    assert problems == ()


def test_a_bare_id_takes_the_name_that_another_list_gives(load_files):
    """Where nobody wrote a file, an id in a list stands for the name that made it in another list."""
    registry, problems = load_files(
        {
            "attendees/one.yml": "- Zoé L’Espérance\n- {id: cb7, name: Clara Bois, visibility: hidden}\n",
            "attendees/two.yml": "- zoe-l-esperance\n- cb7\n",
        }
    )

    assert [attendee.name for attendee in registry.events["two"].attendees] == ["Zoé L’Espérance", "cb7"]
    assert problems == ()


def test_a_name_of_the_list_overrides_the_file(load_files):
    """A name that is more than the id is the one shown at that event."""
    registry, _ = load_files(
        {"attendees/focus.yml": "- {id: anne, name: Nan}\n", "people/anne.yml": "name: Anne Roy\n"}
    )

    assert registry.events["focus"].attendees[0].name == "Nan"


def test_an_organiser_or_a_friend_is_listed_enough(load_files):
    """A person who only organises, was met, or goes by an alias is named by a list."""
    _, problems = load_files(
        {
            "attendees/focus.yml": "event: {organizers: [luc]}\nattendees: [{name: Bob, met_with: [annie]}]\n",
            "people/luc.yml": "name: Luc Garnier\n",
            "people/anne.yml": "name: Anne Roy\naliases: [annie]\n",
        }
    )

    assert problems == ()


def test_an_alias_settles_two_spellings(load_files):
    """Two spellings of one id are no longer told once one is an alias of the other."""
    _, problems = load_files(
        {
            "attendees/focus-1.yml": "- Anne-Marie Roy\n",
            "attendees/focus-2.yml": "- Annemarie Roy\n",
            "people/anne-marie-roy.yml": "name: Anne-Marie Roy\naliases: [annemarie-roy]\n",
        }
    )

    assert problems == ()


@pytest.mark.skipif(not REAL.is_dir(), reason="needs the folder of real input beside the project")
@pytest.mark.parametrize(("name", "count"), [("lrug", 242), ("pyvideo", 27)])
def test_real_lists_load_without_an_error(name, count):
    """Every list of two real sites is an event, and nothing in them stops a build."""
    registry, problems = load_site(
        REAL / name / "content",
        attendees_path="attendees",
        people_path="people",
        zone=ZoneInfo("Europe/London"),
        policy=Policy(today=date(2026, 11, 21)),
    )

    assert len(registry.events) == count
    assert [str(one) for one in problems if one.severity is Severity.ERROR] == []
