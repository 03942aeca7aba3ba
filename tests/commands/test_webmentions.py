"""``event-recap webmentions``: what an endpoint tells becomes files that wait to be read."""

import http.client
import json
import threading
from functools import partial
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import ClassVar
from urllib.parse import parse_qs, urlsplit

import pytest

from event_recap.commands.changes import write_changes
from event_recap.commands.elsewhere.fetching import fetch_json
from event_recap.commands.elsewhere.webmention_entry import find_recap, read_webmention, write_comment_file
from event_recap.commands.elsewhere.webmentions import describe_harvest, fetch_webmentions
from event_recap.commands.opening import open_site
from event_recap.errors import EventRecapError
from event_recap.loading.comment_files import load_comments
from event_recap.loading.ids_file import IDS_NAME
from event_recap.rendering import render_note

TARGET = "https://blog.example/recaps/soir/"
CONFIGURATION = (
    'SITEURL = "https://blog.example"\nPATH = "content"\nTIMEZONE = "Europe/Paris"\nEVENT_RECAP = {}\n'
)
IDS = """\
site: 6a3c9d9e-58f1-4f0c-9d4c-0f6c0a1b2c3d
posts:
  recaps/soir.md: {id: "urn:uuid:2f6a9c1e-0f6b-4a3d-8d5c-8c1b1f0a9e77", slug: soir, lang: fr}
"""


def build_mention(number, **facts):
    """Return a webmention in the form that webmention.io documents."""
    return {
        "type": "entry",
        "author": {
            "type": "card",
            "name": "Tania Web",
            "photo": "https://t.example/p.png",
            "url": "https://t.example/",
        },
        "url": f"https://t.example/note/{number}",
        "published": "2026-02-05T15:03:00-07:00",
        "wm-received": "2026-02-06T17:09:33-07:00",
        "wm-id": number,
        "wm-source": f"https://t.example/note/{number}",
        "wm-target": TARGET,
        "content": {
            "text": "Quelle *soirée* !\n\nÀ moi@t.example, @anner <b>et</b> https://a.example/x_y",
            "html": "<b>non</b>",
        },
        "in-reply-to": TARGET,
        "wm-property": "in-reply-to",
        "wm-private": False,
        **facts,
    }


@pytest.fixture(name="site")
def fixture_site(tmp_path, monkeypatch):
    """Return an opened site with one recap that was published."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("EVENT_RECAP_WEBMENTION_TOKEN", "s3cret")
    (tmp_path / "content/attendees").mkdir(parents=True)
    (tmp_path / "content/attendees/soir.yml").write_text("- Anne Roy\n", encoding="utf-8")
    (tmp_path / "content" / IDS_NAME).write_text(IDS, encoding="utf-8")
    (tmp_path / "pelicanconf.py").write_text(CONFIGURATION, encoding="utf-8")
    return open_site(tmp_path / "pelicanconf.py")


def fetch(site, *mentions):
    """Fetch from an endpoint that tells these, and write what is new."""
    harvest = fetch_webmentions(site, "", lambda _: {"type": "feed", "children": list(mentions)})
    write_changes(harvest.changes)
    return harvest


def load(site):
    """Return the comments of the site's files; none of them is wrong."""
    loaded = load_comments(site.content, "comments", site.zone)
    assert [str(problem) for problem in loaded.problems if problem.severity.value == "error"] == []
    return loaded.comments


def test_a_webmention_becomes_a_file_that_waits(site):
    """Author, date, words and address are kept; nothing is published before somebody read it."""
    fetch(site, build_mention(900))
    (comment,) = load(site)

    assert (comment.recap, comment.name, comment.key) == ("soir", "wm-900", "wm-900")
    assert (comment.author.name, comment.author.url) == ("Tania Web", "https://t.example/")
    assert (comment.kind.value, comment.status.value) == ("reply", "pending")
    assert comment.moment.isoformat() == "2026-02-05T15:03:00-07:00"
    assert comment.source == "https://t.example/note/900"


def test_words_from_elsewhere_are_shown_as_they_were_written(site):
    """No sign of Markdown and no tag of theirs does anything, and no e-mail address comes along."""
    fetch(site, build_mention(900))

    assert str(render_note(load(site)[0].text)) == (
        "<p>Quelle *soirée* !</p>\n<p>À …@…, @anner &lt;b&gt;et&lt;/b&gt; https://a.example/x_y</p>"
    )


def test_nothing_is_fetched_twice(site):
    """Neither by its number, nor under another name of the file, nor where it was rejected."""
    fetch(site, build_mention(900), build_mention(901))
    folder = site.content / "comments/soir"
    (folder / "wm-900.yml").rename(folder / "tania.yml")
    rejected = (
        (folder / "wm-901.yml").read_text(encoding="utf-8").replace("status: pending", "status: rejected")
    )
    (folder / "wm-901.yml").write_text(rejected, encoding="utf-8")

    again = fetch(
        site,
        build_mention(900),
        build_mention(901),
        build_mention(7, **{"wm-source": "x", "url": "https://t.example/note/900"}),
    )

    assert (len(again.changes), again.known, again.unreadable) == (0, 2, 1)


@pytest.mark.parametrize(
    ("facts", "kind"),
    [
        ({"wm-property": "like-of"}, "like"),
        ({"wm-property": "repost-of"}, "repost"),
        ({"wm-property": "bookmark-of"}, "bookmark"),
        ({"wm-property": "mention-of"}, "mention"),
        ({"wm-property": "rsvp"}, "mention"),
        ({"content": {}, "name": None}, "mention"),
    ],
)
def test_each_kind_of_webmention_is_read(facts, kind):
    """A like has no words; an answer without words is a mention."""
    assert read_webmention(build_mention(1, **facts)).kind.value == kind


@pytest.mark.parametrize(
    "entry",
    [
        None,
        "text",
        {},
        build_mention(1, **{"wm-private": True}),
        build_mention(1, **{"wm-target": "javascript:x()"}),
        build_mention(1, **{"published": "hier", "wm-received": None}),
        build_mention(1, **{"wm-source": ["ftp://a.example"], "url": None}),
    ],
)
def test_what_is_private_or_no_webmention_is_passed_over(entry):
    """Whatever an endpoint sends, the command goes on."""
    assert read_webmention(entry) is None


def test_a_hostile_name_stays_a_value(site):
    """Quotation marks, line ends and keys in a name do not become keys of the file."""
    fetch(
        site,
        build_mention(900, author={"name": 'A"\nstatus: published\n# a@b.example', "url": "javascript:x()"}),
    )
    (comment,) = load(site)

    assert comment.status.value == "pending"
    assert comment.author.name == 'A" status: published #'
    assert comment.author.url == ""


def test_a_page_is_known_again_under_a_former_address():
    """Another domain, a date in the path or an ending do not matter, as long as the name of the recap is there."""
    slugs = {"soir"}

    assert find_recap("http://old.example/2026/02/soir.html#x", slugs) == "soir"
    assert find_recap("https://blog.example/en/recaps/soir/index.html", slugs) == "soir"
    assert find_recap("https://blog.example/people/anne/", slugs) == ""


def test_somebody_who_was_forgotten_is_not_fetched(site, monkeypatch):
    """No file is written that would bring them back; the command says how many, not who."""
    from event_recap.loading.removed_file import render_removed
    from event_recap.model.removal import Kind, Removed, SiteKey

    monkeypatch.setenv("EVENT_RECAP_KEY", "k" * 32)
    removed = Removed().add([(Kind.NAME, "Tania Web")], SiteKey("k" * 32))
    (site.content / "removed.yml").write_text(render_removed(removed), encoding="utf-8")

    harvest = fetch(site, build_mention(900))

    assert harvest.changes == []
    assert describe_harvest(harvest) == "1 by people who asked to be forgotten\n"


class Endpoint(BaseHTTPRequestHandler):
    """Answers as webmention.io does: 50 webmentions on the first page, one on the second."""

    asked: ClassVar = []

    def do_GET(self):
        """Send one page."""
        query = {key: values[0] for key, values in parse_qs(urlsplit(self.path).query).items()}
        self.asked.append(query)
        count = 50 if query["page"] == "0" else 1
        mentions = [build_mention(100 * int(query["page"]) + number) for number in range(count)]
        body = json.dumps({"type": "feed", "name": "Webmentions", "children": mentions}).encode()
        self.send_response(200 if query.get("token") == "s3cret" else 401)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        """Say nothing."""


@pytest.fixture(name="ask")
def fixture_ask():
    """Return what fetches JSON from an endpoint on this machine, whatever the address."""
    server = HTTPServer(("127.0.0.1", 0), Endpoint)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    Endpoint.asked.clear()
    yield partial(
        fetch_json,
        connect=lambda _parts, seconds: http.client.HTTPConnection(*server.server_address, timeout=seconds),
    )
    server.shutdown()
    thread.join()
    server.server_close()


def test_every_page_of_the_endpoint_is_asked_for_with_the_token_of_the_environment(site, ask):
    """Domain, day and token go with each question, until a page is not full."""
    harvest = fetch_webmentions(site, "2026-02-01", ask)

    assert len(harvest.changes) == 51
    common = {"domain": "blog.example", "token": "s3cret", "since": "2026-02-01", "per-page": "50"}
    assert Endpoint.asked == [{**common, "page": "0"}, {**common, "page": "1"}]


def test_an_endpoint_that_says_no_is_told_without_the_token(site, ask, monkeypatch):
    """What is printed may be seen by others."""
    monkeypatch.setenv("EVENT_RECAP_WEBMENTION_TOKEN", "wr0ng")

    with pytest.raises(EventRecapError) as caught:
        fetch_webmentions(site, "", ask)

    assert "status 401" in str(caught.value)
    assert "wr0ng" not in str(caught.value)


def test_without_a_token_nobody_is_asked(site, monkeypatch):
    """The author reads which variable holds it, and where it is found."""
    monkeypatch.delenv("EVENT_RECAP_WEBMENTION_TOKEN")

    with pytest.raises(EventRecapError) as caught:
        fetch_webmentions(site, "", lambda _: pytest.fail("asked"))

    assert str(caught.value) == (
        "EVENT_RECAP_WEBMENTION_TOKEN: empty; expected the token that webmention.io shows to you under Settings"
    )


def test_an_answer_of_another_form_is_told(site):
    """Whoever named a wrong address reads so."""
    with pytest.raises(EventRecapError, match="something else than a feed in the form of JF2"):
        fetch_webmentions(site, "", lambda _: {"error": "no"})


def test_the_file_says_what_to_do_with_it():
    """Whoever opens it reads how to publish and how to refuse."""
    text = write_comment_file(read_webmention(build_mention(1)))

    assert "take the line 'status' out" in text
    assert "photo" not in text
