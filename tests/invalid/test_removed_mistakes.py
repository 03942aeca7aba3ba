"""A mistake in the list of removed people, or in its key, stops the build and names nobody."""

from __future__ import annotations

import pytest

from event_recap.loading.removed_file import load_removed, render_removed
from event_recap.model.removal import Kind, Removed, SiteKey

KEY = SiteKey("a" * 64)
RIGHT = render_removed(Removed().add([(Kind.NAME, "Zoé")], KEY))
OLDER = "take the file from an older version of your site"
BRING = "set EVENT_RECAP_KEY, or put the site's event-recap.key beside the content folder"
HASH = "0" * 32
FILES = {
    "nothing": ("", [f"1:1: the file is empty; {OLDER}"]),
    "a list of names": (
        "- Zoé Martin\n",
        [
            f"1:1: the file has no keys; {OLDER}",
        ],
    ),
    "no check line": (
        f"removed: [{HASH}]\n",
        [f"1:1: check: the line that checks the key is missing or damaged; {OLDER}"],
    ),
    "a cut check line": (
        f"check: 12\nremoved: [{HASH}]\n",
        [f"1:8: check: the line that checks the key is missing or damaged; {OLDER}"],
    ),
    "no hashes": (f"check: {HASH}\n", [f"1:1: removed: the list of hashes is missing; {OLDER}"]),
    "a name among the hashes": (
        f"check: {HASH}\nremoved:\n  - {HASH}\n  - Zoé Martin\n",
        [f"4:5: removed[1]: no hash; use 'event-recap forget' to write this file, or {OLDER}"],
    ),
    "another key": (
        RIGHT.replace(KEY.check, HASH),
        [f"3:8: check: the site key is not the one with which this file was written; {BRING}"],
    ),
    "an unknown key": (
        f"{RIGHT}names: []\n",
        [f"{RIGHT.count(chr(10)) + 1}:1: 'names' is no key of this file; {OLDER}"],
    ),
}
"""What is typed into removed.yml, and what the author reads."""


@pytest.mark.parametrize("mistake", FILES)
def test_removed_mistakes(content, mistake):
    """What is wrong in the list is told with its line, and never repeats what may be a name."""
    typed, expected = FILES[mistake]
    (content / "removed.yml").write_text(typed, encoding="utf-8")

    removed, problems = load_removed(content, {"EVENT_RECAP_KEY": KEY.secret})

    assert not removed
    assert [str(one).removeprefix("content/removed.yml:") for one in problems] == expected


def test_a_missing_key_stops_the_build(content):
    """Without the key, everybody who was forgotten could come back: nothing is built."""
    (content / "removed.yml").write_text(RIGHT, encoding="utf-8")

    (problem,) = load_removed(content, {})[1]

    what = "the site key is missing, and people who asked to be forgotten would come back"
    assert str(problem) == f"content/removed.yml:3:8: check: {what}; {BRING}"


def test_a_key_among_the_texts_is_told(content):
    """A key in the content folder could be published, and is not used."""
    (content / "removed.yml").write_text(RIGHT, encoding="utf-8")
    (content / "event-recap.key").write_text(KEY.secret, encoding="ascii")

    (problem,) = load_removed(content, {})[1]

    what = "the key lies in the content folder, content; move it out, beside the folder"
    assert str(problem) == f"content/removed.yml:3:8: check: {what}"


def test_a_list_from_elsewhere_is_not_read(content, tmp_path):
    """A link that leads out of the content folder is told, and not followed."""
    (tmp_path / "removed.yml").write_text(RIGHT, encoding="utf-8")
    (content / "removed.yml").symlink_to(tmp_path / "removed.yml")

    (problem,) = load_removed(content, {"EVENT_RECAP_KEY": KEY.secret})[1]

    what = "not a regular file inside the content folder; put a file here"
    assert str(problem) == f"content/removed.yml: {what}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- visibility: counted\n- visibility: counted\n", []),
        ("- visibility: hidden\n", ["a.yml:1:3: attendees[0]: nobody is named; add 'name: …'"]),
        (
            "- {visibility: counted, role: speaker}\n",
            ["a.yml:1:3: attendees[0]: nobody is named; add 'name: …'"],
        ),
    ],
)
def test_a_number_without_a_name(read_list, text, expected):
    """An entry may say only that somebody was there, as forgetting leaves it; anything else needs a name."""
    assert read_list(text) == expected
