"""Nothing that an author types, or pastes, costs a feed."""

from __future__ import annotations

import json
import re
from urllib.parse import unquote

import pytest

SIGNS = {
    "U+0007": "\u0007",
    "U+000B": "\u000b",
    "U+001B": "\u001b",
    "U+009F": "\u009f",
    "U+FFFE": "\ufffe",
    "U+D83D": "\ud83d",
}
WORDS = "Fin 😀 ]]> <x> & <b> gras &amp; <![CDATA["
BODY = """
Du texte ]]> et `<b>` & <x>y</x>[^1].

<script>alert("script")</script><style>p { color: red }</style><p style="color: red" onclick="alert(1)">Un mot.</p>
<iframe src="https://film.example/v" title="Le film"></iframe><object data="https://film.example/o"></object>
<form action="https://film.example/f"><input name="a"></form> <a href="javascript:alert(1)">lien</a>
<img src="/images/a.png"> <img src="data:image/png;base64,AAAA"> <a href="/ailleurs/">ailleurs</a>
<video src="/v.mp4" poster="/p.png"></video> <img srcset="/b.png 2x" alt="b">

[^1]: Une note.
"""


def write(day, body="Du texte ]]> ici.", **more):
    """Return a recap whose front matter is JSON, so that it can hold any character as an escape."""
    metadata = {
        "title": f"{WORDS} {day}",
        "date": f"2010-02-{day:02}",
        "tags": [WORDS, WORDS.upper()],
        "authors": [WORDS],
    }
    return f"---\n{json.dumps({**metadata, **more})}\n---\n{body}\n"


@pytest.fixture(name="site", scope="module")
def fixture_site(build_shared_site, picture):
    """Build a site whose posts all have something that a feed cannot carry as it is."""
    signs = {
        f"recaps/signe-{number}.md": write(
            number, slug=f"signe-{number}", summary=f"Mot{sign}s & <b>", title=f"{WORDS}{sign} {number}"
        )
        for number, sign in enumerate(SIGNS.values(), 1)
    }
    others = {
        "recaps/entite.md": write(20, "Un signe&#11; ici, et &#xD800; là.", slug="entite"),
        "recaps/note.md": write(21, "Un mot[^1].\n\n[^1]: Une autre note.", slug="note"),
        "recaps/tout.md": write(
            22, BODY, slug="tout", summary="L&rsquo;&eacute;t&eacute; &amp; l'hiver – 2 &lt; 3"
        ),
        "images/a.png": picture,
    }
    site = build_shared_site({**signs, **others}, EVENT_RECAP={})
    assert site.exit_code == 0, site.errors
    return site


@pytest.fixture(name="feeds", scope="module")
def fixture_feeds(site, read_feeds):
    """Read every feed of the site: a strict parser reads them, or this fails."""
    return read_feeds(site)


@pytest.mark.parametrize("name", ["all.atom.xml", "all.rss.xml", "all.json"])
def test_no_post_is_lost(feeds, name):
    """All posts are in the feed, whatever is in them, with the words of their titles."""
    titles = [entry.title for entry in feeds[f"feeds/{name}"].entries]

    assert len(titles) == len(SIGNS) + 3
    assert [title for title in titles if WORDS not in title] == []


def test_what_no_feed_can_carry_is_nowhere(site, feeds):
    """No feed has a control character, half a character or a non-character, in any spelling."""
    spellings = r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]|&#x?0*(?:b|11|7|ffff|fffe|d800|55296);|\\u00[01][0-9a-f]|\\ud[89a-f]"

    assert [name for name in feeds if re.search(spellings, site.read(name), re.IGNORECASE)] == []


@pytest.mark.parametrize(("number", "code"), list(enumerate(SIGNS, 1)))
def test_author_is_told_of_a_lost_sign(site, number, code):
    """Who typed such a sign reads which it was, with the name of the file."""
    told = [line for line in site.problems() if f"recaps/signe-{number}.md" in line]

    assert any(f"{code}; they are left out" in line for line in told), site.problems()
    assert all(line.startswith("warning: ") for line in told)


def test_author_is_told_of_a_sign_that_was_typed_as_an_entity(site):
    """A sign that only a browser would make of what was typed is told as well, when the feeds are written."""
    told = site.errors + site.log

    assert "recaps/entite.md" in told
    assert "U+000B" in told


def test_nothing_runs_and_nothing_is_relative(feeds):
    """What could run is gone, a frame is a link with its title, every address is whole, every picture has a text."""
    pages = [entry.parse() for feed in feeds.values() for entry in feed.entries]
    elements = [element for page in pages for element in page.body.find_all(name=True)]
    urls = [
        element[key]
        for element in elements
        for key in ("href", "src", "poster", "srcset")
        if element.has_attr(key)
    ]

    assert not {"script", "style", "iframe", "object", "form", "input", "x"} & {one.name for one in elements}
    assert not [key for one in elements for key in one.attrs if key.startswith("on") or key == "style"]
    assert [url for url in urls if not url.startswith("https://")] == []
    assert [str(one) for one in elements if one.name == "img" and not one.has_attr("alt")] == []
    films = {link["href"] for page in pages for link in page.find_all("a", string="Le film")}
    assert films == {"https://film.example/v"}


def test_footnotes_of_posts_do_not_clash(site, feeds):
    """Each post has its footnote in one feed under an id of its own, which the post's page has, too."""
    for feed in feeds.values():
        ids = [one["id"] for entry in feed.entries for one in entry.parse().select("[id]")]
        assert len(ids) == len(set(ids)) == 2 * 2
    for entry in feeds["feeds/all.atom.xml"].entries:
        page = site.page(entry.url.removeprefix("https://lanterne.example/") + "index.html")
        links = [link["href"] for link in entry.parse().select("a[href*='#']")]
        assert len(links) == (2 if entry.url.endswith(("/tout/", "/note/")) else 0)
        assert [link for link in links if not link.startswith(f"{entry.url}#")] == []
        assert [link for link in links if not page.find(id=unquote(link.partition("#")[2]))] == []


@pytest.mark.parametrize("name", ["all.atom.xml", "all.rss.xml", "all.json"])
def test_a_summary_has_its_entities_resolved(feeds, name):
    """A summary typed with entities is read as it was meant."""
    (entry,) = [one for one in feeds[f"feeds/{name}"].entries if one.url.endswith("/tout/")]

    assert entry.summary == "L’été & l'hiver – 2 < 3"


def test_titles_are_as_typed_in_every_format(feeds):
    """Signs of markup in a title are shown as signs, by every format alike."""
    said = {
        name: [entry.title for entry in feeds[f"feeds/{name}"].entries]
        for name in ("all.atom.xml", "all.rss.xml", "all.json")
    }

    assert said["all.atom.xml"] == said["all.rss.xml"] == said["all.json"]
    assert f"{WORDS} 20" in said["all.json"]


def test_the_validator_finds_no_fault_with_any_feed(site, feeds, find_feed_faults):
    """Whatever was typed, the W3C's validator has neither an error nor a warning."""
    names = [name for name in feeds if name.endswith(".xml")] + ["feeds/feeds.opml"]

    faults = {name: find_feed_faults(site.read(name), f"https://lanterne.example/{name}") for name in names}

    assert {name: found for name, found in faults.items() if found} == {}
