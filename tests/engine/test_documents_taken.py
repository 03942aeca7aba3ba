"""Feeds and calendars of which nothing changed are those of the last site."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from event_recap.engine.documents_taken import make_or_take
from event_recap.engine.page_record import PageRecords, read_records, write_records
from event_recap.engine.pages import Pages
from event_recap.engine.reading import Things

PATH = "feed.xml"


@dataclass(frozen=True)
class Document:
    """What a feed says."""

    title: str
    entries: tuple[str, ...] = ("un", "deux")


@pytest.fixture(name="build")
def fixture_build(tmp_path):
    """Return what writes a document as a build does, and tells whether it was made."""
    site, new, records = tmp_path / "output", tmp_path / "staging", tmp_path / ".output.pages"
    warnings = []

    def build(value, content=b"feed", *, warn=False):
        pages = Pages(str(site), read_records(records), lambda: len(warnings), set())
        pages.things = Things(getattr, dict.__getitem__, {}, {})
        made = []

        def make():
            made.append(content)
            warnings.extend([None] if warn else [])
            return content

        new.mkdir()
        content_now = make_or_take(pages, PATH, value, make)
        if content_now is not None:
            (new / PATH).write_bytes(content_now)
        pages.settle(new)
        (site / PATH).unlink(missing_ok=True)
        site.exists() and site.rmdir()
        new.rename(site)
        write_records(records, PageRecords("", (), pages.list_records()))
        assert (site / PATH).read_bytes() == content
        return bool(made)

    return build


def test_a_feed_that_says_the_same_is_not_made(build):
    """Of equal values the next build makes nothing, and has the very same file."""
    assert build(("feed", "atom", Document("Une soirée")))

    assert not build(("feed", "atom", Document("Une soirée")))
    assert not build(("feed", "atom", Document("Une soirée")))


@pytest.mark.parametrize(
    "value",
    [
        ("feed", "atom", Document("Une fête")),
        ("feed", "atom", Document("Une soirée", ("un",))),
        ("feed", "rss", Document("Une soirée")),
    ],
)
def test_a_feed_that_says_something_else_is_made(build, value):
    """A title, an entry that is gone, another format."""
    build(("feed", "atom", Document("Une soirée")))

    assert build(value, b"another")


def test_a_feed_that_somebody_typed_in_is_made(build, tmp_path):
    """What stands in the output folder is taken only where it is what was written there."""
    build(Document("Une soirée"))
    (tmp_path / "output" / PATH).write_bytes(b"typed")

    assert build(Document("Une soirée"))


def test_a_feed_that_tells_a_warning_is_made_each_time(build):
    """Else only the first build would tell it."""
    build(Document("Une soirée"), warn=True)

    assert build(Document("Une soirée"))


@pytest.mark.parametrize("thing", [object(), iter(())])
def test_what_is_made_of_a_thing_is_made_each_time(build, thing):
    """Nobody knows what a thing will answer, so it is no part of what a feed is known by."""
    build((Document("Une soirée"), thing))

    assert build((Document("Une soirée"), thing))


def test_records_have_no_word_of_a_feed(build, tmp_path):
    """What is remembered of a feed is a digest."""
    build(Document("Une soirée"))

    assert "soirée" not in (tmp_path / ".output.pages").read_text(encoding="utf-8")
