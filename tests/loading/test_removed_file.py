"""The list of removed people is written and read back, with a key from one of two places."""

from __future__ import annotations

import re

import pytest

from event_recap.loading.removed_file import find_key, load_removed, render_removed
from event_recap.loading.report import UnreadableError
from event_recap.model.removal import Kind, Removed, SiteKey

SECRET = "a" * 64
REMOVED = Removed().add([(Kind.NAME, "Zoé Martin"), (Kind.NAME, "Bob Roy")], SiteKey(SECRET))


@pytest.fixture(name="content")
def fixture_content(tmp_path):
    """Return a content folder with a list of removed people."""
    content = tmp_path / "content"
    content.mkdir()
    (content / "removed.yml").write_text(render_removed(REMOVED), encoding="utf-8")
    return content


def test_what_was_written_is_read_back(content):
    """Whoever was forgotten is still so after the file was written and read."""
    removed, problems = load_removed(content, {"EVENT_RECAP_KEY": SECRET})

    assert problems == ()
    assert removed == REMOVED
    assert removed.has(Kind.NAME, "Martin Zoé")


def test_the_file_is_sorted_and_names_nobody():
    """The lines are sorted hashes of one length, and nothing else but the key's check line."""
    lines = [line for line in render_removed(REMOVED).splitlines() if not line.startswith("#")]

    hashes = lines[2:]
    assert re.fullmatch(r'check: "[0-9a-f]{32}"', lines[0])
    assert lines[1] == "removed:"
    assert hashes == sorted(hashes)
    assert all(re.fullmatch(r'  - "[0-9a-f]{32}"', line) for line in hashes)


def test_a_site_where_nobody_asked_has_no_file(tmp_path):
    """Without the file, no key is asked for."""
    assert load_removed(tmp_path, {}) == (Removed(), ())


def test_the_environment_comes_before_the_file(content):
    """A key in the environment is used also where there is a file of the key."""
    (content.parent / "event-recap.key").write_text("b" * 64, encoding="ascii")

    assert find_key(content, {"EVENT_RECAP_KEY": f" {SECRET}\n"}) == SiteKey(SECRET)
    assert find_key(content, {}) == SiteKey("b" * 64)


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("short", "the site key has 5 characters; expected 16 at least"),
        ("", "is empty; set EVENT_RECAP_KEY, or put the site's event-recap.key beside the content folder"),
        ("é", "cannot be read as a key; expected one line of letters and digits"),
    ],
)
def test_a_key_that_is_none_is_told(content, key, expected):
    """A key that is too short to be safe, empty or unreadable is not used."""
    (content.parent / "event-recap.key").write_text(key, encoding="utf-8")

    with pytest.raises(UnreadableError) as caught:
        find_key(content, {})

    assert str(caught.value).endswith(expected)
