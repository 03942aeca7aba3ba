"""A text that would take hours is told, and holds nothing up."""

import threading
import time
from contextlib import suppress

import pytest
from pelican.settings import DEFAULT_CONFIG

from event_recap.recaps import reader
from event_recap.recaps.deadline import OutOfTimeError, limit_time

HEAD = "---\ntitle: A\ndate: 2010-02-03\nsummary: Court\n---\n"


def count_for(seconds):
    """Count for some seconds."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        pass


@pytest.fixture(name="read")
def fixture_read(tmp_path, monkeypatch):
    """Return a function that reads a text with our reader, which gives up after a tenth of a second."""
    monkeypatch.setattr(reader, "READING_SECONDS", 0.1)
    settings = {**DEFAULT_CONFIG, "PATH": str(tmp_path), "EVENT_RECAP": {}}

    def read(text):
        path = tmp_path / "a.md"
        path.write_text(HEAD + text, encoding="utf-8")
        return reader.MarkdownReader(settings).read(str(path))

    return read


def test_what_takes_too_long_is_stopped():
    """After the seconds given, and not at the end of what is done."""
    with pytest.raises(OutOfTimeError), limit_time(0.01):
        count_for(5)


def test_an_alarm_that_was_lost_rings_again():
    """Where Python drops the first one, as in the midst of collecting garbage, the next one stops the work."""

    def work():
        with suppress(OutOfTimeError):
            count_for(5)
        count_for(5)

    with pytest.raises(OutOfTimeError), limit_time(0.01):
        work()


def test_what_is_in_time_is_left_alone():
    """Also later: the alarm is off once the work is done."""
    with limit_time(0.05):
        done = True
    count_for(0.1)

    assert done


def test_beside_the_main_thread_there_is_no_limit():
    """A server may build in a thread, where no alarm rings."""
    found = []

    def work():
        with limit_time(0.01):
            count_for(0.05)
            found.append("done")

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()

    assert found == ["done"]


# Hypothesis looks on while garbage is collected, in the same process: an alarm that rings just then is lost.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize(
    "text", ["[" * 60_000, "![" * 30_000, "[a](" * 20_000, "1. " * 2000, "a\n: b\n" * 2000]
)
def test_text_without_end_is_told(read, text):
    """Thousands of brackets or lists that are never closed are an error of that text, told with its line."""
    html, metadata = read(text)

    (problem,) = metadata["event_recap_source"].problems
    assert html == "<p>…</p>"
    assert metadata["title"] == "A"
    assert (problem.place.line, problem.field) == (6, "text")
    assert "never close" in problem.what


def test_ordinary_text_is_read_in_time(read, monkeypatch):
    """A long text with many links is read whole."""
    monkeypatch.setattr(reader, "READING_SECONDS", 60)

    html, metadata = read("Un [lien](https://a.example/) et [un autre][x].\n\n" * 300)

    assert html.count("<a ") == 300
    assert metadata["event_recap_source"].problems == ()
