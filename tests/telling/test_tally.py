"""What a build counts of itself, and says at its end."""

import pytest

from event_recap.telling.tally import Phase, Tally
from event_recap.telling.telling import KEY, find_telling, start_telling, sum_up


def test_the_three_slowest_pages_are_told_the_slowest_first():
    """Of a site of any size, the author reads three, with thousandths of a second."""
    tally = Tally()
    for number in range(100):
        tally.add_page(f"{number}.html", number / 1000)

    assert "Slowest: 99.html 99 ms, 98.html 98 ms, 97.html 97 ms\n" in sum_up(tally)


def test_a_page_that_is_not_to_be_named_is_counted():
    """In a log that others read, a person's page has no name and yet was rendered."""
    tally = Tally()
    tally.add_page("", 9.0)

    assert "pages 1, " in sum_up(tally)
    assert "Slowest" not in sum_up(tally)


def test_what_another_process_did_is_added():
    """Pages that were taken from the last build, or rendered elsewhere, are told as any other."""
    tally = Tally(pages=3)
    tally.reused += 40
    tally.files, tally.written = 90, 5

    told = sum_up(tally)

    assert "Rendered: pages 3, reused 40, feeds 0\n" in told
    assert "Written: files 5 of 90, in " in told


def test_a_phase_that_is_entered_again_goes_on():
    """Recaps are read, joined, and pages read after them: each phase is told once."""
    tally = Tally()
    for phase in (Phase.TEXTS, Phase.JOINING, Phase.TEXTS, Phase.PAGES):
        tally.enter(phase)
        sum(range(20_000))
    tally.enter(Phase.PLACING)

    assert set(tally.cpu) == {Phase.STARTING, Phase.TEXTS, Phase.JOINING, Phase.PAGES}
    assert min(tally.cpu.values()) >= 0
    assert tally.phase is Phase.PLACING


def test_a_page_of_the_last_site_is_told_as_such():
    """It is neither rendered nor slow, and the page after it is counted as usual."""
    telling = start_telling({})
    telling.take_page()
    telling.add_page("taken.html")
    telling.add_page("made.html", 0.5)

    assert (telling.tally.reused, telling.tally.pages) == (1, 1)
    assert [name for _, name in telling.tally.slowest] == ["made.html"]


@pytest.mark.parametrize("settings", [{}, {KEY: None}, {KEY: "typed by somebody"}])
def test_a_site_of_pelican_alone_counts_nothing(settings):
    """Where the plugin sleeps, nothing is measured and nothing told."""
    assert find_telling(settings) is None


def test_a_build_counts_from_nothing(capsys):
    """A second build in one process does not tell of the first."""
    settings = {}
    start_telling(settings).add_text()

    again = start_telling(settings)
    again.end()

    assert find_telling(settings) is again
    assert capsys.readouterr().out.startswith("Read: texts 0, lists 0, people 0\n")
