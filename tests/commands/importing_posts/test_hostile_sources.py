"""A source that somebody prepared to do harm does none."""

import time

import pytest

from event_recap.commands.importing_posts import sources
from event_recap.commands.importing_posts.found import Remarks
from event_recap.commands.importing_posts.html_body import convert_html
from event_recap.commands.importing_posts.leftovers import find_leftover, find_menu_word
from event_recap.commands.importing_posts.raw_text import read_raw_text
from event_recap.commands.importing_posts.shortcodes import expand_shortcodes
from event_recap.commands.importing_posts.tree import Setting
from event_recap.errors import EventRecapError

FILE = '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
LAUGHS = '<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;"><!ENTITY c "&b;&b;">]>'
FEED = '<rss version="2.0"><channel><title>t</title><item><title>{}</title></item></channel></rss>'
SECONDS = 5
"""More than a machine with two cores and eight builds on it takes."""


@pytest.mark.parametrize("declared", [FILE, LAUGHS, "<!ENTITY x 'y'>", f"<!-- <rss> -->\n<?a b?>{LAUGHS}"])
@pytest.mark.parametrize("kind", ["wordpress", "feed"])
def test_xml_that_declares_entities_is_refused(read_posts, write_export, write_item, declared, kind):
    """Neither a file of the machine is read nor a memory filled."""
    text = write_export(write_item(1, "&x;")) if kind == "wordpress" else FEED.format("&x;")
    head, sign, rest = text.partition("<rss")

    with pytest.raises(EventRecapError, match=r"old\.xml:1: declares entities of its own"):
        read_posts("old.xml", f"{head}{declared}{sign}{rest}")


@pytest.mark.parametrize("codec", ["utf-16", "utf-8-sig"])
def test_xml_is_looked_at_in_every_encoding(read_posts, codec):
    """Two bytes for each letter hide nothing, and an export in them is read."""
    feed = FEED.format("Focus 20").replace("<item>", "<item><description>Zoé</description>")

    (post,) = read_posts("old.xml", f'<?xml version="1.0"?>{feed}'.encode(codec))
    with pytest.raises(EventRecapError, match="declares entities"):
        read_posts("old.xml", f"{LAUGHS}{feed}".encode(codec))

    assert (post.title, post.html or post.text) == ("Focus 20", "Zoé")


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        (
            "old.xml",
            "<rss xmlns:wp='http://wordpress.org/export/1.2/'><channel>\n<item></channel>",
            "old.xml:2: the export cannot be read",
        ),
        (
            "old.xml",
            "<rss xmlns:wp='http://wordpress.org/export/1.2/'/>",
            "old.xml:1: no export of WordPress",
        ),
        ("old.xml", "<html></html>", "old.xml: no feed that can be read"),
        ("old.json", "{]", "old.json: no JSON Feed"),
        ("old.json", '{"version": 1}', "old.json: no JSON Feed"),
        ("old.csv", "a;b", "old.csv: of no kind that can be read"),
    ],
)
def test_what_is_no_export_is_told_by_its_file(read_posts, name, text, told):
    """Whoever names a wrong file reads which, where, and what is expected."""
    with pytest.raises(EventRecapError) as caught:
        read_posts(name, text)

    assert str(caught.value).startswith(told)


def test_a_file_that_is_too_long_is_not_read(read_posts, monkeypatch):
    """A memory is not filled by a mistake."""
    monkeypatch.setattr(sources, "PAGE_LIMIT", 1_000_000)

    with pytest.raises(EventRecapError, match=r"old\.txt: too long: more than 1 MB"):
        read_posts("old.txt", "x" * 1_000_001)


def test_a_link_out_of_the_folder_is_not_followed(read_posts, tmp_path):
    """A folder somebody sent holds its own files only."""
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    (tmp_path / "in").mkdir()
    (tmp_path / "in/a.txt").symlink_to(tmp_path / "secret.txt")

    with pytest.raises(EventRecapError, match="nothing in this folder can be read"):
        list(sources.read_source(tmp_path / "in", None))


def test_html_that_is_nested_too_deep_keeps_its_words():
    """The words are there, and the author is told what is missing."""
    remarks = Remarks("old.xml")

    text = convert_html("<div>" * 500 + "Bonjour &amp; merci" + "</div>" * 500, Setting(remarks))

    assert text == "Bonjour & merci"
    assert "nested too deep" in remarks.problems[0].what


@pytest.mark.parametrize(
    "text",
    [
        "[a " * 20_000,
        '[caption "' * 10_000,
        "[video]" * 10_000,
        '[x a="' + "b" * 50_000,
        "[gallery ids=" * 10_000,
    ],
    ids=lambda text: text[:9],
)
def test_brackets_without_end_end_soon(text):
    """A text of brackets is read in the time of any other."""
    begun = time.monotonic()

    expand_shortcodes(text, 1, {}, Remarks("old.xml"))

    assert time.monotonic() - begun < SECONDS


@pytest.mark.parametrize(
    "line",
    [
        "a " * 50_000,
        "Par " + "A" * 50_000,
        "1 " * 30_000,
        "par " * 20_000,
        "[[" * 40_000,
        " \u00a0" * 50_000,
        "-" * 80_000,
    ],
)
def test_a_line_without_end_is_read_soon(line):
    """A copied text may be one line of any length."""
    begun = time.monotonic()

    post = read_raw_text(f"Titre\n\n{line}", "a.txt")

    assert time.monotonic() - begun < SECONDS
    assert "".join(line.split())[:20] in "".join(post.text.replace("\\", "").split()) or not line.strip()
    assert (find_leftover(line), find_menu_word("x" + line)) == ("", "")


def test_a_picture_in_a_folder_is_a_picture_or_nothing(read_posts):
    """What is no text is passed over with a line."""
    assert read_posts("old.txt", b"\x89PNG\0\1") == []
