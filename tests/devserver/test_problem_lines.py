"""What an author reads of a failed build."""

from event_recap.devserver.problems import MOST_LINES, find_problem_lines

PRINTED = """\
EventRecapError: content/recaps/a.md:3:1: date: not a date
content/attendees/b.yml:2:5: name: required field missing
Traceback (most recent call last):
  File "/x/pelican/__init__.py", line 679, in main
    pelican.run()
    ^^^^^^^^^^^^^

  File "/x/y.py", line 1, in <module>
event_recap.errors.EventRecapError: content/recaps/a.md:3:1: date: not a date
content/attendees/b.yml:2:5: name: required field missing
"""


def test_each_problem_is_said_once_and_no_traceback_reaches_the_author():
    """Pelican prints the message, the frames and the message again; one list is left."""
    assert find_problem_lines(PRINTED) == (
        "content/recaps/a.md:3:1: date: not a date",
        "content/attendees/b.yml:2:5: name: required field missing",
    )


def test_pelican_s_own_closing_words_are_left_out():
    """The words "warning or error encountered" say nothing that the line above does not."""
    printed = "a.md: no date\nRuntimeError: Warning or error encountered\n"

    assert find_problem_lines(printed) == ("a.md: no date",)


def test_a_fault_of_the_program_keeps_its_last_line():
    """Whoever writes a plugin sees which exception it was."""
    printed = "Traceback (most recent call last):\n  File x\nKeyError: 'b'\n"

    assert find_problem_lines(printed) == ("KeyError: 'b'",)


def test_very_many_lines_are_cut_and_counted():
    """A page of problems can be read; the rest is a number."""
    lines = find_problem_lines("\n".join(f"a.md:{number}: x" for number in range(MOST_LINES + 5)))

    assert len(lines) == MOST_LINES + 1
    assert lines[-1] == "… and 5 more lines"


def test_a_silent_failure_is_told_all_the_same():
    """A build that dies without a word leaves no empty overlay."""
    assert find_problem_lines("") == ("the build failed without a message; run `make html DEBUG=1`",)
