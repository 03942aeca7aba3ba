"""Lists and front matter lose somebody, and keep comments, order and everybody else."""

from __future__ import annotations

import pytest

from event_recap.removal.front_matter import rewrite_recap
from event_recap.removal.lists import rewrite_list
from event_recap.removal.texts import Setting

LISTS = {
    "a bare name": ("- Bob\n- Anne Martin # a\n# b\n- Zed\n", "- Bob\n- visibility: counted\n# b\n- Zed\n"),
    "a handle": ("- @annem_fr\n", "- visibility: counted\n"),
    "facts": (
        "attendees:\n  - name: Anne Martin\n    note: |\n      # un\n\n      deux\n    # trois\n\n  # Bob\n  - Bob\n",
        "attendees:\n  - visibility: counted\n\n  # Bob\n  - Bob\n",
    ),
    "in one line": ("attendees: [Bob, Anne Martin]\n", "attendees: [Bob, visibility: counted]\n"),
    "under the id": ("attendees:\n  anne-martin: {role: speaker}\n  bob: {}\n", "attendees:\n  bob: {}\n"),
    "names apart": ("- {first_name: Anne, last_name: Martin}\n", "- visibility: counted\n"),
    "a namesake with an id": ("- {id: anne-2, name: Anne Martin}\n", "- {id: anne-2, name: Anne Martin}\n"),
    "met by others": ("- id: bob\n  met_with: [anne-martin, zed] # a\n", "- id: bob\n  met_with: [zed]              # a\n"),
    "met by others alone": ("- id: bob\n  met_with: anne-martin\n  role: host\n", "- id: bob\n  role: host\n"),
    "an organiser": (
        "event:\n  organizers:\n    - name: Anne Martin\n      url: https://anne.example/\n    - bob\n",
        "event:\n  organizers:\n    - bob\n",
    ),
    "coverage on their site": (
        "event:\n  coverage:\n    - {type: photos, url: https://anne.example/p}\n    - {type: code, url: https://b.example/}\n",
        "event:\n  coverage:\n    - {type: code, url: https://b.example/}\n",
    ),
    "a picture that goes": ("- id: bob\n  photo: images/a.jpg\n  role: host\n", "- id: bob\n  role: host\n"),
    "a picture with them on it": (
        "event:\n  name: A\n  cover: {src: images/c.jpg, people: [{id: anne-martin, region: [1, 2, 3, 4]}]}\n",
        "event:\n  name: A\n",
    ),
    "Windows": ("- Bob\r\n- Anne Martin\r\n", "- Bob\r\n- visibility: counted\r\n"),
}  # fmt: skip
"""What is typed, and what stays."""
RECAPS = {
    "authors": ("---\ntitle: Un : deux\nauthors: [Anne Martin, Bob]\n---\nA\n", "---\ntitle: Un : deux\nauthors: [Bob]\n---\nA\n"),
    "the only author": ("---\ntitle: A\nauthor: Anne Martin\n---\nA\n", "---\ntitle: A\n---\nA\n"),
    "guests": ("---\nguests:\n  - name: Anne Martin\n    org: B\n  - C\n---\nA\n", "---\nguests:\n  - C\n---\nA\n"),
    "a cover": ("---\ntitle: A\ncover: {src: images/a.jpg, alt: x}\n---\nA\n", "---\ntitle: A\n---\nA\n"),
    "key lines": ("Title: A\nAuthors: Anne Martin, Bob\nCover: images/a.jpg\n\nA\n", "Title: A\nAuthors: Bob\n\nA\n"),
    "no front matter": ("Anne Martin\n\nA\n", "Anne Martin\n\nA\n"),
    "no YAML": ("---\nauthors: Anne Martin\ntags: [a\n---\nA\n", "---\ntags: [a\n---\nA\n"),
}  # fmt: skip
"""A recap as it is typed, and what stays before its words are changed."""


@pytest.fixture(name="setting")
def fixture_setting(anne):
    """Return what the rewriting depends on: the person, and a picture that goes."""
    return Setting(anne, "fr", "fr", "attendees", frozenset({"images/a.jpg"}))


@pytest.mark.parametrize("kind", LISTS)
def test_a_list_counts_them_and_names_them_no_more(setting, kind):
    """An entry becomes one more in the number, and ids, addresses and pictures go elsewhere in the file."""
    typed, expected = LISTS[kind]

    assert rewrite_list(typed, setting) == expected


@pytest.mark.parametrize("kind", RECAPS)
def test_front_matter_loses_them(setting, kind):
    """Authors, guests and pictures go, in either form of front matter."""
    typed, expected = RECAPS[kind]

    assert rewrite_recap(typed, setting) == expected
