"""What leaves for the terminal, in the language of whoever sits there."""

import pytest

from event_recap.errors import EventRecapError, Place, Problem
from event_recap.wording.speech import say, tell, word

WRONG = Problem(Place("content/people/a.yml", 3, 1), "nmae", "unknown key; did you mean 'name'?")


@pytest.fixture
def french(monkeypatch):
    """A French machine."""
    monkeypatch.setenv("EVENT_RECAP_LANG", "fr")


def test_english_is_told_as_it_is_written(capsys):
    """The catalogue is not even read."""
    say("nothing was changed\n")
    tell("ready to publish\n")

    assert capsys.readouterr() == ("nothing was changed\n", "ready to publish\n")


@pytest.mark.usefixtures("french")
def test_lines_stay_lines(capsys):
    """Also those that are empty or set in."""
    say("nothing was changed\n\n  nothing new\n")

    assert capsys.readouterr().out == "rien n’a été changé\n\n  rien de nouveau\n"


@pytest.mark.usefixtures("french")
def test_the_place_of_a_problem_stays_as_programs_read_it():
    """An editor opens the file from it; only what is wrong is told in French."""
    assert WRONG.told.startswith("content/people/a.yml:3:1: nmae: clé inconnue")
    assert str(WRONG).endswith("did you mean 'name'?")
    assert EventRecapError([WRONG]).told == WRONG.told


@pytest.mark.usefixtures("french")
def test_a_file_that_is_not_named_is_told_in_french():
    """Its number stands where its name would tell of somebody."""
    problem = Problem(Place("content/people/ (file 3 of 12)", 4), "", "the file is empty")

    assert problem.told == "content/people/ (fichier 3 sur 12):4: le fichier est vide"


def test_the_language_is_asked_at_each_message(monkeypatch):
    """A test, or a program that runs commands, may change it."""
    monkeypatch.setenv("EVENT_RECAP_LANG", "fr")
    first = word("nothing new")
    monkeypatch.setenv("EVENT_RECAP_LANG", "en")

    assert (first, word("nothing new")) == ("rien de nouveau", "nothing new")
