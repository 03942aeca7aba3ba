"""A post is fetched once, by a command, into a file; the answers are those that each network documents."""

import http.client
import json
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from event_recap.commands import posts
from event_recap.commands.elsewhere import fetching
from event_recap.commands.elsewhere.fetching import connect_outside, fetch_json
from event_recap.commands.elsewhere.networks import FetchedPost, fetch_post
from event_recap.commands.elsewhere.quote import write_post
from event_recap.errors import EventRecapError
from event_recap.loading.quoted_post_file import load_quoted_posts

X = {
    "author_name": "Marie Lune",
    "author_url": "https://twitter.com/marielune",
    "html": (
        '<blockquote class="twitter-tweet" data-dnt="true"><p lang="fr" dir="ltr">Enfin un visage &lt;3<br>Merci '
        '<a href="https://twitter.com/cafelune?ref_src=twsrc%5Etfw">@cafelune</a></p>&mdash; Marie Lune '
        '(@marielune) <a href="https://twitter.com/marielune/status/123?ref_src=twsrc%5Etfw">February 3, 2010</a>'
        "</blockquote>\n"
    ),
}
MASTODON = {
    "id": "42",
    "created_at": "2024-10-18T21:03:04.123Z",
    "visibility": "public",
    "language": "fr",
    "url": "https://social.example/@marie/42",
    "content": '<p>Un <strong>soir</strong><br />de brume</p><p>et <a href="https://x.example/a">x.example/a</a></p>',
    "account": {"acct": "marie", "username": "marie", "display_name": "Marie Lune"},
}
BLUESKY = {
    "thread": {
        "post": {
            "author": {"handle": "marie.bsky.example", "displayName": "Marie Lune", "labels": []},
            "record": {
                "text": "Été : soirs.example/ph...",
                "createdAt": "2024-10-18T21:03:04.123Z",
                "langs": ["fr"],
                "facets": [
                    {
                        "index": {"byteStart": 8, "byteEnd": 27},
                        "features": [
                            {"$type": "app.bsky.richtext.facet#link", "uri": "https://soirs.example/photos"}
                        ],
                    }
                ],
            },
        }
    }
}
ARCHIVED = {
    "archived_snapshots": {
        "closest": {
            "available": True,
            "url": "http://web.archive.org/web/20100204/https://x.com/marielune/status/123",
        }
    }
}
ANSWERS = {
    "publish.twitter.com/oembed": X,
    "social.example/api/v1/statuses/42": MASTODON,
    "resolveHandle": {"did": "did:plc:abc"},
    "getPostThread?uri=at%3A%2F%2Fdid%3Aplc%3Aabc%2Fapp.bsky.feed.post%2F3k": BLUESKY,
    "archive.org/wayback/available": ARCHIVED,
}
X_URL = "https://twitter.com/marielune/status/123?s=20"


def answer(url, answers=None):
    """Answer as the network would."""
    return next(found for part, found in [*(answers or {}).items(), *ANSWERS.items()] if part in url)


@pytest.fixture(name="quote")
def fixture_quote(write_site, run, monkeypatch):
    """Quote a post of a network that answers as it is documented to."""

    def quote(*arguments, files=None, answers=None, **settings):
        monkeypatch.setattr(posts, "fetch_json", lambda url: answer(url, answers))
        write_site({"attendees/un.yml": "- Anne Roy\n", **(files or {})}, **settings)
        return run("quote", *arguments)

    return quote


def test_a_post_is_written_into_a_file_with_all_that_the_site_needs(quote, read):
    """Author, date, words, address and a copy in the archive; the author is told what to write in the recap."""
    done = quote(X_URL)

    assert read("quoted-posts/marielune-2010-02-03.yml") == (
        "author:\n"
        "  name: Marie Lune\n"
        "  handle: marielune\n"
        "network: x\n"
        "date: 2010-02-03\n"
        'url: "https://x.com/marielune/status/123"\n'
        'archive_url: "https://web.archive.org/web/20100204/https://x.com/marielune/status/123"\n'
        "lang: fr\n"
        "text: |-\n"
        "  Enfin un visage <3\n"
        "  Merci @cafelune\n"
    )
    assert done.out.splitlines() == [
        "content/quoted-posts/marielune-2010-02-03.yml: written",
        "write this on a line of its own where it shall stand: [post marielune-2010-02-03]",
    ]


@pytest.mark.parametrize(
    ("url", "handle", "text"),
    [
        ("https://social.example/@marie/42", "marie@social.example", "Un soir\nde brume\n\net x.example/a"),
        ("https://social.example/users/marie/statuses/42", "marie@social.example", None),
        (
            "https://bsky.app/profile/marie.bsky.example/post/3k",
            "marie.bsky.example",
            "Été : https://soirs.example/photos",
        ),
        ("https://bsky.app/profile/did:plc:abc/post/3k", "marie.bsky.example", None),
        ("https://x.com/marielune/status/123", "marielune", "Enfin un visage <3\nMerci @cafelune"),
        ("https://mobile.twitter.com/marielune/statuses/123", "marielune", None),
    ],
)
def test_each_network_tells_a_post_in_its_own_form(url, handle, text):
    """Words without tags, whole addresses, and the handle as it is written there."""
    post = fetch_post(url, answer)

    assert [post.name, post.handle, post.lang] == ["Marie Lune", handle, "fr"]
    assert text is None or post.text == text


def test_a_post_is_printed_and_nothing_written(quote, read):
    """To look at it first."""
    done = quote(X_URL, "--print", "--no-archive")

    assert done.out.startswith("author:\n  name: Marie Lune\n")
    assert "archive_url" not in done.out
    assert read("quoted-posts/marielune-2010-02-03.yml") is None


def test_an_author_of_the_lists_is_joined_by_id(quote, read):
    """So that the post follows what is shown of them."""
    files = {"attendees/un.yml": "- {id: marie, name: Marie L., profiles: {x: MarieLune}}\n"}

    quote(X_URL, "--id", "avatar", files=files)

    assert "  person: marie\n" in read("quoted-posts/avatar.yml")


@pytest.mark.parametrize(
    "case",
    [
        (
            ["https://example.org/1"],
            {},
            {},
            "URL: no address of a post on X, Mastodon or Bluesky, such as https://x.com/anne/status/123",
        ),
        (
            [X_URL, "--id", "A b"],
            {},
            {},
            "--id: 'A b' is no id: lower case letters, digits and hyphens; write 'a-b'",
        ),
        (
            [X_URL, "--id", "a"],
            {"quoted-posts/a.yml": "author: A\ntext: B\n"},
            {},
            "--id: 'a' is the id of another post; choose one that is free",
        ),
        (
            [X_URL],
            {"quoted-posts/a.yml": "author: A\ntext: B\nurl: https://x.com/marielune/status/123\n"},
            {},
            "content/quoted-posts/a.yml:1: url: is quoted already; write [post a] where it shall stand",
        ),
        (
            [X_URL],
            {"attendees/un.yml": "- {name: Marie Lune, visibility: counted}\n"},
            {},
            "URL: its author may not be shown on this site; nothing was written",
        ),
        (
            [X_URL],
            {},
            {"publish.twitter.com/oembed": {"html": "<p>"}},
            "twitter.com: does not tell the post in the form it once did; type the file by hand",
        ),
        (
            ["https://social.example/@marie/42"],
            {},
            {"social.example/api": {**MASTODON, "visibility": "private"}},
            "social.example: the post is for some readers only; it is not to be quoted",
        ),
        (
            ["https://bsky.app/profile/did:plc:abc/post/3k"],
            {},
            {
                "getPostThread": {
                    "thread": {
                        "post": {
                            "author": {"handle": "m.example", "labels": [{"val": "!no-unauthenticated"}]},
                            "record": {},
                        }
                    }
                }
            },
            "bsky.app: its author asks to be shown to nobody who is not signed in; it is not to be quoted",
        ),
    ],
)
def test_what_may_not_be_quoted_is_told_and_nothing_is_written(quote, read, case):
    """The author reads why."""
    arguments, files, answers, message = case

    done = quote(*arguments, files=files, answers=answers)

    assert [done.code, done.err] == [1, f"{message}\n"]
    assert read("quoted-posts/marielune-2010-02-03.yml") is None


def test_a_second_post_of_the_day_gets_a_number_and_a_silent_archive_is_told(quote, read, monkeypatch):
    """What the archive does not answer is no reason to keep nothing."""
    other = {"quoted-posts/marielune-2010-02-03.yml": "author: A\ntext: B\n"}

    done = quote(X_URL, files=other, answers={"archive.org/wayback/available": {"archived_snapshots": {}}})

    assert read("quoted-posts/marielune-2010-02-03-2.yml")
    assert done.out.splitlines()[-1] == "the Internet Archive has no copy of it yet"


@settings(max_examples=60)
@given(st.text(max_size=80), st.text(max_size=30), st.sampled_from(["", "anne"]))
def test_a_file_reads_back_as_it_was_fetched(tmp_path_factory, text, name, person):
    """Whatever signs a post or a name holds, it is valid YAML."""
    folder = tmp_path_factory.mktemp("content")
    (folder / "quoted-posts").mkdir()
    post = FetchedPost(
        network="x", name=name, handle="anne", text=text, url="https://x.com/anne/status/1", date=""
    )
    path = folder / "quoted-posts/un.yml"
    path.write_text(write_post(post, person), encoding="utf-8", newline="")

    loaded = load_quoted_posts(folder, "quoted-posts", ZoneInfo("UTC"))

    problems = [problem.what for problem in loaded.problems]
    assert not any("YAML" in what or "cannot" in what for what in problems)
    if text.strip().isalnum() and name.isalpha():
        assert loaded.posts["un"].text == text.strip()


class Server(BaseHTTPRequestHandler):
    """Answers as some servers do."""

    def do_GET(self):
        """Answer by path."""
        if self.path == "/turn":
            self.send_response(302)
            self.send_header("Location", "/found?q=1")
            self.end_headers()
            return
        if self.path == "/round":
            self.send_response(302)
            self.send_header("Location", "/round")
            self.end_headers()
            return
        self.send_response(404 if self.path == "/gone" else 200)
        self.end_headers()
        body = {"/long": b'"' + b"x" * 1_100_000, "/words": b"<p>"}.get(
            self.path, json.dumps(self.path).encode()
        )
        self.wfile.write(body)

    def log_message(self, *_):
        """Say nothing."""


@pytest.fixture(name="connect", scope="module")
def fixture_connect():
    """Return what connects to a server on this machine, whatever host is asked for."""
    server = HTTPServer(("127.0.0.1", 0), Server)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield lambda _parts, seconds: http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=seconds)
    server.shutdown()
    thread.join()
    server.server_close()


def test_json_is_fetched_over_redirects(connect):
    """From an address and its query."""
    assert fetch_json("https://a.example/turn", connect) == "/found?q=1"


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("gone", "a.example: answers with the status 404; is it public, and still there"),
        ("round", "a.example: answers with the status 302; is it public, and still there"),
        ("long", "a.example: cannot be fetched: more than 1 MB"),
        ("words", "a.example: answers with something else than JSON"),
    ],
)
def test_an_answer_that_is_none_is_told(connect, path, message):
    """In the author's words."""
    with pytest.raises(EventRecapError) as told:
        fetch_json(f"https://a.example/{path}", connect)

    assert str(told.value) == message


def test_an_answer_that_comes_too_late_is_told(connect, monkeypatch):
    """However slowly it trickles."""
    monkeypatch.setattr(fetching, "SECONDS", 0)

    with pytest.raises(EventRecapError, match="no answer within 0 seconds"):
        fetch_json("https://a.example/found", connect)


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("https://localhost/1", "an address inside a private network"),
        ("https://127.0.0.1/", "an address inside a private network"),
        ("https://10.0.0.1/", "an address inside a private network"),
        ("https://[::1]/", "an address inside a private network"),
        ("https://169.254.169.254/latest", "an address inside a private network"),
        ("http://192.0.32.8/", "not an address that begins with https"),
    ],
)
def test_nothing_is_fetched_from_a_private_network(url, message):
    """A post may name any host; none of the author's own machines answers."""
    with pytest.raises(EventRecapError, match=message):
        fetch_json(url, connect_outside)


def test_no_build_fetches_anything():
    """Only the commands know the modules that do."""
    package = Path(fetching.__file__).parents[2]
    users = [
        path.relative_to(package).as_posix()
        for path in package.rglob("*.py")
        if any(
            word in path.read_text(encoding="utf-8")
            for word in ("http.client", "fetch_json", "urllib.request")
        )
    ]

    assert all(name.startswith(("commands/", "devserver/")) for name in users)
