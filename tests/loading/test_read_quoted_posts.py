"""The quoted posts of a site, as their files say."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from event_recap.loading.quoted_post_file import load_quoted_posts


@pytest.fixture(name="load")
def fixture_load(tmp_path):
    """Load a post from the text of its file."""

    def load(text):
        (tmp_path / "quoted-posts").mkdir(exist_ok=True)
        (tmp_path / "quoted-posts/un.yml").write_text(text, encoding="utf-8")
        loaded = load_quoted_posts(tmp_path, "quoted-posts", ZoneInfo("UTC"))
        assert not [problem for problem in loaded.problems if problem.severity.name == "ERROR"]
        return loaded.posts["un"]

    return load


def test_a_post_has_author_words_day_and_addresses(load):
    """A handle is that of the post's network."""
    post = load(
        "author: {name: Anne Roy, handle: '@anneroy', person: anne}\nnetwork: twitter\ndate: 2010-02-03 08:12\n"
        "text: |\n  Un\n\n  deux\nurl: https://x.com/anneroy/status/1\narchive: https://archive.example/1\nlang: fr\n"
    )

    assert [post.id, post.author.name, post.author.person_id, post.handle] == [
        "un",
        "Anne Roy",
        "anne",
        "anneroy",
    ]
    assert [profile.url for profile in post.author.profiles] == ["https://x.com/anneroy"]
    assert post.moment == datetime(2010, 2, 3, 8, 12, tzinfo=UTC)
    assert [post.text.strip(), post.network, post.lang] == ["Un\n\ndeux", "x", "fr"]
    assert [post.url, post.archive_url] == ["https://x.com/anneroy/status/1", "https://archive.example/1"]
    assert post.text_place.line == 4


def test_a_name_and_words_are_enough(load):
    """Everything else is optional."""
    post = load("author: Anne\ntext: Un\n")

    assert [post.author.name, post.network, post.moment, post.url] == ["Anne", "", None, ""]


def test_the_address_tells_the_network(load):
    """One that is no network's tells none."""
    assert load("author: A\ntext: B\nurl: https://bsky.app/profile/a.example/post/1\n").network == "bluesky"
    assert load("author: A\ntext: B\nurl: https://anne.example/1\n").network == ""


def test_a_handle_without_a_network_and_a_handle_without_a_name_are_kept(load):
    """The first leads nowhere; the second is the name."""
    post = load("author: {name: Anne, handle: '@anne'}\ntext: B\n")
    nameless = load("author: {handle: anneroy}\nnetwork: x\ntext: B\ndate: 2010-02-03\n")

    assert [post.handle, post.author.profiles] == ["anne", ()]
    assert [nameless.author.name, nameless.moment] == ["@anneroy", date(2010, 2, 3)]


def test_a_site_without_such_a_folder_quotes_nothing(tmp_path):
    """And is told nothing."""
    loaded = load_quoted_posts(tmp_path, "quoted-posts", ZoneInfo("UTC"))

    assert [dict(loaded.posts), loaded.problems] == [{}, ()]
