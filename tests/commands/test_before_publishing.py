"""What is looked at before a site goes to its host, and what is told of it."""

import pytest

from event_recap.commands.publishing.comparison import Shape, compare, describe
from event_recap.commands.publishing.last import find_memory, read_last, remember
from event_recap.commands.publishing.output_check import check_output
from event_recap.errors import EventRecapError
from event_recap.publication import Publication

SITEURL = "https://soirs-de-la-lanterne.net/blog"
ATOM = '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom">{}</feed>'
ENTRY = '<entry><id>{}</id><link href="{}"/></entry>'
SHAPE = Shape(
    *("people/{slug}/index.html", "people/{slug}/{other}/index.html"),
    lambda path: "luc" in path,
    "authors/{slug}/index.html",
)


@pytest.fixture(name="find_faults")
def fixture_find_faults(tmp_path, monkeypatch):
    """Return what lists the problems of a site of these files."""
    monkeypatch.chdir(tmp_path)

    def find_faults(**files):
        for name, text in {"index.html": "", "a/index.html": "", **files}.items():
            path = tmp_path / "output" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return [str(problem) for problem in check_output(tmp_path / "output", SITEURL)]

    return find_faults


@pytest.mark.parametrize(
    "address",
    [
        "a/",
        "./a/index.html",
        "/blog/a/",
        f"{SITEURL}/a/?x#y",
        "https://other.net/gone/",
        "mailto:a@b.net",
        "#x",
    ],
)
def test_a_link_that_leads_somewhere_is_right(find_faults, address):
    """A page of the site, in whatever form, another site, and what is no page at all."""
    assert find_faults(**{"b.html": f'<a class="x" href="{address}">x</a>'}) == []


@pytest.mark.parametrize("address", ["gone/", "/blog/gone.html", f"{SITEURL}/a/b.css", "a", "../blog/gone/"])
def test_a_link_that_leads_nowhere_is_told_once(find_faults, address):
    """Whatever made it: a text, a menu, a template of another plugin."""
    page = f"<a href='{address}'>x</a><img src=\"{address}\">"

    assert len(find_faults(**{"b.html": page, "c.html": page})) == 1


@pytest.mark.parametrize(
    ("entries", "words"),
    [
        (ENTRY.format("", f"{SITEURL}/a/"), "has no id"),
        (2 * ENTRY.format("x", f"{SITEURL}/a/"), "two entries have one id"),
        (ENTRY.format("x", f"{SITEURL}/gone/"), "leads to 'https://soirs-de-la-lanterne.net/blog/gone/'"),
        (ENTRY.format("x", "a/"), "leads to 'a/'"),
        ("<entry>", "cannot be read"),
    ],
)
def test_a_feed_that_is_not_right_is_told(find_faults, entries, words):
    """A reader would show its entries twice, or never, or would come to nothing."""
    (fault,) = find_faults(**{"feeds/all.atom.xml": ATOM.format(entries)})

    assert fault.startswith("output/feeds/all.atom.xml: feed: ")
    assert words in fault


def test_what_is_right_is_not_told(find_faults):
    """Three formats of feeds, and XML and JSON that are none."""
    item = f"<item><guid>x</guid><link>{SITEURL}/a/</link></item>"
    feeds = {
        "all.atom.xml": ATOM.format(ENTRY.format("x", f"{SITEURL}/a/")),
        "all.rss.xml": f"<rss><channel>{item}</channel></rss>",
        "all.json": f'{{"version": "https://jsonfeed.org/version/1.1", "items": [{{"id": "x", "url": "{SITEURL}/a/"}}]}}',
        "sitemap.xml": "<urlset/>",
        "data.json": "[1]",
    }

    assert find_faults(**feeds) == []


def test_whoever_is_gone_is_counted_and_never_named(tmp_path):
    """Neither the page of a person, of a pair or of an author nor one named after somebody hidden is told."""
    gone = [
        "people/luc/index.html",
        "people/anne/luc/index.html",
        "recaps/avec-luc/index.html",
        "authors/jean-roy/index.html",
        "old/index.html",
    ]
    before = dict.fromkeys([*gone, "index.html"], "1")

    said = describe(compare(before, {"index.html": "2", "people/rose/index.html": "1"}, tmp_path, SHAPE))

    assert said.splitlines() == [
        "since the last publication:",
        "changed: /",
        "removed, and nothing leads on from there: /old/",
        "removed: 2 pages more, not named here",
        "people shown now: /people/rose/",
        "people no longer shown: 1 person has no page any more",
        "  whoever has another id only: 'moved_from: [the former id]' in their file leads on",
        "  to lead readers on: 'redirect_from: /…/' in the text that takes the place of a page",
    ]


def test_a_long_list_is_cut(tmp_path):
    """A change of the theme changes every page; nobody reads a thousand lines."""
    after = {f"{number:02}/index.html": "1" for number in range(20)}

    said = describe(compare({"x.html": "1"}, {**after, "x.html": "1"}, tmp_path, SHAPE))

    assert said.splitlines()[-1] == "added: 5 more"


def test_what_is_online_is_known_from_where_it_is(tmp_path):
    """From the folder it went to, else from this machine's memory, else from the site itself."""
    output, line = tmp_path / "output", "0123456789abcdef {}.html\n"
    (tmp_path / "www").mkdir()
    (tmp_path / "www/published.txt").write_text(line.format("folder"), encoding="utf-8")
    output.mkdir()
    (output / "published.txt").write_text(line.format("memory"), encoding="utf-8")
    folder = Publication(to="folder", target=str(tmp_path / "www"))
    remote = Publication(to="rsync", target="me@host.net:/www/")

    asked = read_last(output, remote, SITEURL, lambda url: line.format(url.rpartition("/")[2]).encode())
    remember(output)

    assert list(read_last(output, folder, SITEURL)) == ["folder.html"]
    assert list(read_last(output, remote, SITEURL)) == ["memory.html"]
    assert list(asked) == ["published.txt.html"]
    assert find_memory(output) == tmp_path / ".output.published"


def test_a_site_that_does_not_answer_is_compared_with_nothing(tmp_path, capsys):
    """The first publication of all, or a host that is away, is no reason to stop."""

    def fail(_):
        raise EventRecapError([])

    assert read_last(tmp_path / "output", Publication(to="github-pages"), SITEURL, fail) == {}
    assert "nothing is compared" in capsys.readouterr().err
