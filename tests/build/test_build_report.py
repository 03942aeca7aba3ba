import logging
from dataclasses import replace

import pytest
from pelican.log import FatalLogger

from event_recap.build.report import WARNINGS_SHOWN, write_report
from event_recap.errors import Place, Problem, Severity


def make_problem(source, severity=Severity.ERROR, line=1):
    """Return something that is wrong in a file."""
    return Problem(Place(source, line), "", "wrong", severity)


def test_a_build_without_problems_says_nothing(capsys):
    """And goes on."""
    assert write_report([])
    assert capsys.readouterr() == ("", "")


def test_warnings_let_the_build_go_on(capsys):
    """They are told all the same."""
    assert write_report([make_problem("a.md", Severity.WARNING)])
    assert capsys.readouterr().err == "warning: a.md:1: wrong\n"


def test_errors_come_last_and_end_the_build(capsys):
    """Where the author looks first; each once, in the order of reading."""
    problems = [make_problem("b.md"), make_problem("a.md", line=10), make_problem("a.md", line=9)]
    problems += [make_problem("z.md", Severity.WARNING), make_problem("b.md")]

    assert not write_report(problems)
    assert capsys.readouterr().err.splitlines() == [
        "warning: z.md:1: wrong",
        "a.md:9: wrong",
        "a.md:10: wrong",
        "b.md:1: wrong",
        "3 problems: nothing was published, the site stays as it was",
    ]


def test_one_problem_is_not_said_in_the_plural(capsys):
    """The last line is a sentence."""
    write_report([make_problem("a.md")])

    assert capsys.readouterr().err.endswith("\n1 problem: nothing was published, the site stays as it was\n")


def test_a_flood_of_warnings_is_counted(capsys):
    """The first ones are enough to begin with."""
    write_report(make_problem(f"{number:03}.md", Severity.WARNING) for number in range(WARNINGS_SHOWN + 7))

    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == WARNINGS_SHOWN + 1
    assert lines[-1] == "warning: and 7 more of the kind"


@pytest.mark.parametrize(
    ("level", "may_go_on"), [(logging.WARNING, False), (logging.ERROR, True)], ids=["warnings", "errors"]
)
def test_a_site_can_ask_that_warnings_end_the_build(monkeypatch, capsys, level, may_go_on):
    """Pelican's own ``--fatal=warnings`` does it."""
    monkeypatch.setattr(FatalLogger, "fatal_lvl", level)

    assert write_report([make_problem("a.md", Severity.WARNING)]) is may_go_on
    assert ("1 warning: nothing was published" in capsys.readouterr().err) is not may_go_on


def test_nobody_is_named_who_is_kept_out_of_messages(capsys):
    """Whatever is told, notes and warnings too, goes through what takes names out."""
    severities = (Severity.NOTE, Severity.WARNING, Severity.ERROR)
    problems = [make_problem("zoe.yml", severity, line) for line, severity in enumerate(severities, 1)]

    write_report(problems, lambda problem: replace(problem, place=Place("…", problem.place.line)))

    assert "zoe" not in capsys.readouterr().err


def test_a_quiet_build_tells_errors_alone(monkeypatch, caplog, capsys):
    """``pelican --quiet`` raises the level of Pelican's own words; warnings that stop a build are told."""
    caplog.set_level(logging.CRITICAL)
    problems = [make_problem("a.md", Severity.NOTE), make_problem("b.md", Severity.WARNING)]

    quiet = write_report(problems), capsys.readouterr().err
    broken = write_report([*problems, make_problem("c.md")]), capsys.readouterr().err
    monkeypatch.setattr(FatalLogger, "fatal_lvl", logging.WARNING)
    strict = write_report(problems), capsys.readouterr().err

    assert quiet == (True, "")
    assert broken == (False, "c.md:1: wrong\n1 problem: nothing was published, the site stays as it was\n")
    assert strict[0] is False
    assert strict[1].startswith("warning: b.md:1: wrong\n1 warning: ")


def test_a_report_is_in_french_on_a_french_machine(monkeypatch, capsys):
    """After the mask, so that it says no more than the English does, and without a colour."""
    monkeypatch.setenv("EVENT_RECAP_LANG", "fr")
    problem = replace(make_problem("a.md"), what="nobody is known as 'Anne'; did you mean 'Anne R'?")

    write_report([problem], lambda one: replace(one, what="nobody is known as '…'; did you mean '…'?"))

    told = (
        capsys.readouterr().err.replace("\N{NARROW NO-BREAK SPACE}", " ").replace("\N{NO-BREAK SPACE}", " ")
    )
    assert told.splitlines() == [
        "a.md:1: personne n’est connu sous '…' ; vouliez-vous dire '…' ?",
        "1 problème : rien n’a été publié, le site reste comme il était",
    ]
