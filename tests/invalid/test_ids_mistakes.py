"""What an author reads about the ids of posts: in the file of ids, and in front matter."""

from __future__ import annotations

import pytest

from event_recap.loading.ids_file import load_ids

SITE = "site: aad80695-3ea8-5abe-a634-feafb90eb322\n"
ONE = "urn:uuid:8a89b291-f087-5a58-90b5-c73b4733fd02"
URI = "expected a URI such as tag:blog.example,2010-02-03:/focus-20/ or urn:uuid:…"
FILES = {
    "empty": ("", ["1:1: the file is empty; take the file from an older version of your site"]),
    "only comments": ("# x\n", ["1:1: the file is empty; take the file from an older version of your site"]),
    "a list": ("- a\n", ["1:1: the file has no keys; take the file from an older version of your site"]),
    "no YAML": (f"{SITE}posts:\n\ta.md: x\n", ["3:1: the line begins with a tab; use spaces"]),
    "two versions at once": (
        f"<<<<<<< HEAD\n{SITE}=======\n{SITE}>>>>>>> other\n",
        ["1:1: git left two versions here; keep the lines of both, and take its marks out"],
    ),
    "no UTF-8": (
        b"site: \xe9\n",
        ["1:7: not UTF-8: a byte 0xE9, which is 'é' in Windows-1252; save the file again as UTF-8"],
    ),
    "no site": (
        "posts: {}\n",
        ["1:1: site: the id of the site is missing; take the file from an older version of your site"],
    ),
    "another site": (
        "site: blog\n",
        ["1:7: site: 'blog' is no UUID; take the file from an older version of your site"],
    ),
    "the site nobody has": (
        "site: 00000000-0000-0000-0000-000000000000\n",
        [
            "1:7: site: '00000000-0000-0000-0000-000000000000' is no UUID; take the file from an older version of your site"
        ],
    ),
    "an unknown key": (f"{SITE}post: {{}}\n", ["2:1: post: unknown key; did you mean 'posts'?"]),
    "an unknown key of a post": (
        f"{SITE}posts:\n  a.md: {{id: {ONE}, slgu: a}}\n",
        ["3:61: posts.a.md.slgu: unknown key; did you mean 'slug'?"],
    ),
    "posts without keys": (
        f"{SITE}posts: [a.md]\n",
        ["2:8: posts: expected the path of each post, such as 'recaps/focus-20.md: {id: …}'"],
    ),
    "a post without keys": (
        f"{SITE}posts:\n  a.md: {ONE}\n",
        ["3:9: posts.a.md: expected keys and values such as '{id: …}'"],
    ),
    "a post without id": (
        f"{SITE}posts:\n  a.md: {{slug: a}}\n",
        ["3:9: posts.a.md.id: the id is missing; write it, or take the entry out"],
    ),
    "no id": (
        f"{SITE}posts:\n  a.md: {{id: 20}}\n",
        [f"3:14: posts.a.md.id: '20' is no id of a post; {URI}"],
    ),
    "an id twice": (
        f"{SITE}posts:\n  a.md: {{id: {ONE}}}\n  b.md: {{id: {ONE}}}\n",
        ["4:14: posts.b.md.id: the same id as on line 3; one id names one post, for ever"],
    ),
    "an id that is gone": (
        f"{SITE}posts:\n  a.md: {{id: {ONE}}}\nwithdrawn:\n  - {{id: {ONE}, on: 2026-01-02}}\n",
        ["5:10: withdrawn[0].id: the same id as on line 3; one id names one post, for ever"],
    ),
    "no day": (
        f"{SITE}withdrawn:\n  - {{id: {ONE}}}\n",
        ["3:5: withdrawn[0].on: the day is missing; expected one such as 2010-02-03"],
    ),
    "a day in another order": (
        f"{SITE}withdrawn:\n  - {{trace: {ONE}, on: 31.12.2026}}\n",
        ["3:64: withdrawn[0].on: '31.12.2026' does not begin with the year; write 2026-12-31"],
    ),
    "nothing withdrawn": (
        f"{SITE}withdrawn: [x, {{on: 2026-01-02}}]\n",
        [
            "2:13: withdrawn[0]: expected keys and values such as '{id: …}'",
            "2:16: withdrawn[1].id: the id is missing; write it, or take the entry out",
        ],
    ),
}
"""What is in the file, and what is wrong with it."""


@pytest.mark.parametrize("mistake", FILES)
def test_ids_mistakes(content, mistake):
    """A mistake in the file of ids is told with its line, since a lost id shows an old post as new."""
    typed, expected = FILES[mistake]
    (content / "ids.yml").write_bytes(typed if isinstance(typed, bytes) else typed.encode())

    lines = [str(problem).removeprefix("content/ids.yml:") for problem in load_ids(content)[1]]

    assert lines == expected


def test_a_file_of_ids_from_elsewhere_is_not_read(content, tmp_path):
    """A link that leads out of the content folder is told, and not followed."""
    (tmp_path / "ids.yml").write_text(SITE)
    (content / "ids.yml").symlink_to(tmp_path / "ids.yml")

    lines = [str(problem) for problem in load_ids(content)[1]]

    assert lines == ["content/ids.yml: not a regular file inside the content folder; put a file here"]


KEYS = {
    "a number": ("id: 20", [f"a.md:3:5: id: '20' is no id of a post; {URI}"]),
    "a slug": ("id: focus-20", [f"a.md:3:5: id: 'focus-20' is no id of a post; {URI}"]),
    "a space": ("id: tag:a b", [f"a.md:3:5: id: 'tag:a b' is no id of a post; {URI}"]),
    "a list": (
        "id: [a, b]",
        ["a.md:3:5: id: expected text, not a list; if it is text, put it between quotation marks"],
    ),
    "an e-mail address": (
        "id: tag:anne@blog.example,2010:x",
        [
            "warning: a.md:3:5: id: holds an e-mail address, which will be published; take it out, unless it is meant"
        ],
    ),
    "in French": ("Identifiant: x", ["a.md:3:1: identifiant: unknown key; did you mean 'id'?"]),
    "a key of another plugin": ("uid: x", []),
    "right": (f"id: {ONE}", []),
    "none": ("id:", []),
}
"""A line of front matter."""


@pytest.mark.parametrize("mistake", KEYS)
def test_entry_id_mistakes(read_recap, mistake):
    """An id that is no URI is told where it was typed."""
    typed, expected = KEYS[mistake]

    lines = read_recap(f"---\ntitle: A\n{typed}\n---\nBody\n")

    assert lines == expected
