"""Whoever mistypes a command reads what was perhaps meant, in their language."""

import io
import sys

import pytest

from event_recap import cli
from event_recap.commands.progress import show_busy, show_progress


def call(capsys, *words):
    """Return what a wrong call tells, without the thin spaces of French."""
    with pytest.raises(SystemExit) as ended:
        cli.main(list(words))
    assert ended.value.code == 2
    return (
        capsys.readouterr().err.replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " ")
    )


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["chek"], "argument COMMAND: 'chek' is not known here; did you mean 'check'?"),
        (["check", "--lnks"], "unrecognized arguments: --lnks; did you mean '--links'?"),
        (["new", "recp"], "'recp' is not known here; did you mean 'recap'?"),
        (["answer", "anne", "publik"], "did you mean 'public'?"),
        (["check", "--lnks"], "event-recap check --help explains every option"),
    ],
)
def test_the_nearest_known_word_is_proposed(words, expected, capsys):
    """Of commands, options and values, with the way to all of them."""
    assert expected in call(capsys, *words)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["chek"], "argument COMMAND : 'chek' n’est pas connu ici ; vouliez-vous dire 'check' ?"),
        (["import"], "event-recap import: ces arguments manquent : LIST, --event"),
        (["check", "--lnks"], "arguments inconnus : --lnks ; vouliez-vous dire '--links' ?"),
        (["devserver", "--port", "99999"], "'99999' n’est pas un port ; il faut un nombre de 0 à 65535"),
    ],
)
def test_a_wrong_call_is_told_in_french(words, expected, capsys, monkeypatch):
    """Python's own sentences as well as ours."""
    monkeypatch.setenv("EVENT_RECAP_LANG", "fr")

    assert expected in call(capsys, *words)


def test_help_is_told_in_french(capsys, monkeypatch):
    """What to type stays as it is typed, and an example stays on its line."""
    monkeypatch.setenv("EVENT_RECAP_LANG", "fr")
    monkeypatch.setenv("COLUMNS", "60")
    with pytest.raises(SystemExit):
        cli.main(["import", "--help"])

    told = capsys.readouterr().out

    assert told.startswith("utilisation")
    assert "Mettre dans une liste les personnes d’un export" in told
    assert (
        "Exemple\N{NO-BREAK SPACE}: event-recap import ~/Downloads/report.csv --event focus-20-2010 --dry-run"
        in told
    )


def test_names_keep_their_capitals_in_help(capsys):
    """X, Mastodon and YouTube are no words of the sentence."""
    with pytest.raises(SystemExit):
        cli.main(["quote", "--help"])

    assert "Fetch a post from X, Mastodon or Bluesky once" in capsys.readouterr().out


def test_no_help_has_colour_where_there_is_no_terminal(capsys):
    """It may go into a file."""
    with pytest.raises(SystemExit):
        cli.main(["--help"])

    assert "\x1b" not in capsys.readouterr().out


def test_progress_is_for_terminals_only(capsys):
    """A log has no use for it."""
    with show_busy("Reading the site"):
        done = list(show_progress([1, 2], "Reading texts", 2))

    assert done == [1, 2]
    assert capsys.readouterr() == ("", "")


def test_progress_goes_beside_the_answer(monkeypatch):
    """To the standard error stream, so that the answer can be kept in a file."""

    class Terminal(io.StringIO):
        def isatty(self):
            return True

    terminal, answer = Terminal(), io.StringIO()
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr(sys, "stdout", answer)

    done = list(show_progress([1, 2], "Reading texts", 2))

    assert done == [1, 2]
    assert "Reading texts" in terminal.getvalue()
    assert answer.getvalue() == ""
