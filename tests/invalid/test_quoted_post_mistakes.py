"""What an author reads about the file of a quoted post."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest

from event_recap.loading.quoted_post_file import load_quoted_posts

EXPECTED = "; expected 'author:' and 'text:'"
FILES = {
    "empty": ("", [f"content/quoted-posts/a.yml:1:1: the file is empty{EXPECTED}"]),
    "a list": ("- Anne\n", [f"content/quoted-posts/a.yml:1:1: the file is a list{EXPECTED}"]),
    "one text": ("Anne\n", [f"content/quoted-posts/a.yml:1:1: the file is one text{EXPECTED}"]),
    "no space": ("author:Anne\n", ["content/quoted-posts/a.yml:1:1: a space is missing after 'author:'"]),
    "no author": (
        "author: {url: https://anne.example}\ntext: Un\n",
        ["content/quoted-posts/a.yml:1:9: author: the post has no author; add 'author: …' with a name"],
    ),
    "no author at all": (
        "text: Un\n",
        ["content/quoted-posts/a.yml:1:1: author: the post has no author; add 'author: …' with a name"],
    ),
    "no words": (
        "author: Anne\n",
        ["content/quoted-posts/a.yml:1:1: text: the post has no words; add 'text: …'"],
    ),
    "an unknown network": (
        "author: Anne\ntext: Un\nnetwork: orkut\n",
        [
            (
                "content/quoted-posts/a.yml:3:10: network: 'orkut' is no network known here; expected one of x, mastodon, "
                "bluesky, linkedin, github, gitlab, codeberg, threads, instagram, facebook, youtube, flickr, wikidata, website"
            )
        ],
    ),
    "a handle of another network": (
        "author: {name: Anne, handle: anne.bsky.social}\ntext: Un\nnetwork: x\n",
        [
            (
                "content/quoted-posts/a.yml:1:30: author.handle: 'anne.bsky.social' is no profile on X; expected anne or "
                "https://x.com/anne"
            )
        ],
    ),
    "a typo": (
        "autor: Anne\ntext: Un\n",
        [
            "content/quoted-posts/a.yml:1:1: author: the post has no author; add 'author: …' with a name",
            "content/quoted-posts/a.yml:1:1: autor: unknown key; did you mean 'author'?",
        ],
    ),
    "a day that is none": (
        "author: Anne\ntext: Un\ndate: 2010-02-30\n",
        [
            (
                "content/quoted-posts/a.yml:3:7: date: '2010-02-30' is no day of the calendar; expected a date such as "
                "2010-02-03"
            )
        ],
    ),
    "a script": (
        "author: Anne\ntext: Un\nurl: 'javascript:alert(1)'\n",
        [
            (
                "content/quoted-posts/a.yml:3:6: url: addresses that begin with 'javascript:' are never published; expected "
                "a web address such as https://example.org/page"
            )
        ],
    ),
    "a key of nobody's business": (
        "author: {name: Anne, email: a@b.example}\ntext: Un\n",
        [
            "content/quoted-posts/a.yml:1:22: author.email: private, and never published; take it out of the file"
        ],
    ),
}


@pytest.mark.parametrize("name", FILES)
def test_a_mistake_is_told_by_file_line_and_column_and_the_post_is_not_shown(content, name):
    """With what is expected instead."""
    text, lines = FILES[name]
    path = content / "quoted-posts/a.yml"
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")

    loaded = load_quoted_posts(content, "quoted-posts", ZoneInfo("Europe/Paris"))

    assert [str(problem) for problem in loaded.problems] == lines
    assert [dict(loaded.posts), loaded.ids] == [{}, ("a",)]


def test_a_file_that_is_no_yaml_is_told(content):
    """And shows nothing."""
    path = content / "quoted-posts/a.yml"
    path.parent.mkdir(parents=True)
    path.write_text("author: [Anne\n", encoding="utf-8")

    loaded = load_quoted_posts(content, "quoted-posts", ZoneInfo("UTC"))

    assert [len(loaded.problems), dict(loaded.posts)] == [1, {}]


def test_a_file_that_is_no_text_is_told(content):
    """As everywhere."""
    path = content / "quoted-posts/a.yml"
    path.parent.mkdir(parents=True)
    path.write_bytes(b"text: \xff\xfe\n")

    (problem,) = load_quoted_posts(content, "quoted-posts", ZoneInfo("UTC")).problems

    assert "not UTF-8" in str(problem)
