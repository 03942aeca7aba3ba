"""The newest document of a feed, and its archives."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from event_recap.feeds.document import UNDATED, FeedAuthor, FeedEntry
from event_recap.feeds.paging import HEAD_BYTES, paginate

BUDGET = HEAD_BYTES + 1000


def make(number, size=10):
    """Return an entry; a higher number is newer."""
    return FeedEntry(
        id=f"urn:{number}",
        url=f"https://blog.example/{number}/",
        title=str(number),
        published=UNDATED,
        updated=UNDATED,
        authors=(FeedAuthor("Marie"),),
        size=size,
    )


def make_all(count, size=10):
    """Return entries, newest first."""
    return [make(number, size) for number in range(count, 0, -1)]


def number(entries):
    """Return the numbers of entries, in their order."""
    return [int(entry.title) for entry in entries]


@pytest.mark.parametrize("count", [0, 1, 50])
def test_a_small_feed_has_no_archive(count):
    """As many recaps as one document may hold stand in it, and nowhere else."""
    pages = paginate(make_all(count), 50, BUDGET)

    assert (number(pages.newest), pages.archives) == (list(range(count, 0, -1)), ())


def test_archives_are_filled_from_the_oldest_recap_on():
    """The first archive holds the first recaps there are; the newest document keeps its number of entries."""
    pages = paginate(make_all(12), 5, BUDGET)

    assert number(pages.newest) == [12, 11, 10, 9, 8]
    assert [number(archive) for archive in pages.archives] == [[5, 4, 3, 2, 1], [10, 9, 8, 7, 6]]


def test_a_feed_without_a_limit_of_entries_is_limited_by_its_bytes_alone():
    """FEED_MAX_ITEMS may be None, as in Pelican."""
    pages = paginate(make_all(3, size=400), None, BUDGET)

    assert (number(pages.newest), [number(archive) for archive in pages.archives]) == ([3, 2], [[2, 1]])


def test_a_recap_larger_than_the_budget_has_a_document_to_itself():
    """Nothing is left out because it is long."""
    pages = paginate([make(3), make(2, size=5000), make(1)], 50, BUDGET)

    assert (number(pages.newest), [number(archive) for archive in pages.archives]) == ([3], [[1], [2]])


@given(st.lists(st.integers(1, 1500), max_size=40), st.integers(1, 7))
def test_every_recap_can_be_read_back_to_the_first(sizes, most):
    """Newest document and archives together hold every recap, each document within its limits."""
    entries = [make(position, size) for position, size in enumerate(sizes, 1)][::-1]

    pages = paginate(entries, most, BUDGET)

    documents = [pages.newest, *pages.archives]
    assert {entry for document in documents for entry in document} == set(entries)
    assert all(len(document) <= most for document in documents if document)
    assert all(len(document) <= 1 or sum(entry.size for entry in document) <= 1000 for document in documents)


@given(st.lists(st.integers(1, 1500), max_size=30), st.integers(1, 7), st.integers(1, 1500))
def test_an_archive_stays_the_same_when_a_recap_is_published(sizes, most, size):
    """A reader never has to read an archive again."""
    entries = [make(position, old) for position, old in enumerate(sizes, 1)][::-1]

    before = paginate(entries, most, BUDGET).archives
    after = paginate([make(len(sizes) + 1, size), *entries], most, BUDGET).archives

    assert after[: len(before)] == before
