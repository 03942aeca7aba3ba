"""The example site, as somebody who tries the project sees it first."""

from __future__ import annotations

import gzip
import re
from itertools import pairwise

import html5lib
import pytest
from html5lib.html5parser import ParseError

NOT_PUBLIC = (
    *("Haché-Noël", "Gwenaëlle", "Santerre-Bédard", "Mireille", "Boisclair-Hamel", "Rodrigue"),
    *("Fortin-Villemaire", "Nadège", "Lamontagne-Ito", "Perpétue", "Jardin des Simples", "Sansfaçon"),
    *("Octave", "Cordonnerie du Phare", "Cette note ne paraîtra pas"),
)

MOST_BYTES = 30_000
"""Of a recap and the style sheet, over the wire."""
MOST_SCRIPT_BYTES = 6_000
MOST_FONT_BYTES = 32_000
"""Of the typefaces that are asked for before the text is read; a browser keeps them."""


@pytest.fixture(name="site", scope="module")
def fixture_site(example_site):
    """Look at the example site, which was built so strictly that a warning stopped it."""
    return example_site


@pytest.fixture(name="pages", scope="module")
def fixture_pages(site):
    """Return every page, parsed."""
    return {name: site.page(name) for name in site.files() if name.endswith(".html")}


def test_it_builds_without_a_warning(site):
    """The example site builds without a warning; it notes the agreement that has ended, and later ones."""
    notes = [line for line in site.problems() if line.startswith("note: ")]

    assert (site.exit_code, site.problems()) == (0, notes)
    assert "content/people/ (file " in notes[0]
    assert "WARNING" not in site.log


def test_the_ids_of_its_posts_are_kept(site, pytestconfig):
    """Whoever builds the example finds no file changed: the ids that a build gives are in the repository."""
    kept = (pytestconfig.rootpath / "content/ids.yml").read_text(encoding="utf-8")

    assert (site.folder / "content/ids.yml").read_text(encoding="utf-8") == kept
    assert kept.count("{id: ") == 11


def test_everything_written_is_there(site):
    """Recaps in both languages, events, people, and a draft that nothing leads to."""
    files = site.files()

    assert len([name for name in files if name.startswith("recaps/") and name.endswith("index.html")]) >= 8
    assert len([name for name in files if name.startswith("en/recaps/")]) >= 2
    assert len([name for name in files if name.startswith("events/") and name.count("/") == 2]) >= 3
    assert len([name for name in files if name.startswith("people/") and name.count("/") == 2]) >= 20


def test_people_who_are_not_public_are_nowhere(site, find_traces):
    """Nothing of the invented people who did not agree is in any file."""
    assert find_traces(site, *NOT_PUBLIC) == []


def test_every_link_leads_to_a_file(site, find_broken):
    """No link, picture, style sheet or script of any page leads to a file that is not there."""
    assert find_broken(site) == []


def test_every_page_is_html_without_a_mistake(site):
    """A strict parser has nothing to say about any page."""
    faults = {}
    for name in site.files():
        if name.endswith(".html"):
            try:
                html5lib.HTMLParser(strict=True).parse(site.read(name))
            except ParseError as error:
                faults[name] = str(error)

    assert faults == {}


def test_every_page_has_each_id_once(pages):
    """No id stands twice on a page, so that every link to a place finds it."""
    faults = {}
    for name, page in pages.items():
        ids = [element["id"] for element in page.select("[id]")]
        lost = {link["href"] for link in page.select('a[href^="#"]') if link["href"][1:] not in ids}
        faults[name] = lost | {one for one in ids if ids.count(one) > 1}

    assert {name: fault for name, fault in faults.items() if fault} == {}


def test_headings_leave_out_no_level(pages):
    """Headings go down one level at a time, from the one first-level heading of the page."""
    faults = {}
    for name, page in pages.items():
        levels = [int(heading.name[1]) for heading in page.select("h1, h2, h3, h4, h5, h6")]
        if levels.count(1) != 1 or any(later > earlier + 1 for earlier, later in pairwise(levels)):
            faults[name] = levels

    assert faults == {}


def test_every_recap_is_light(site):
    """A recap, with a style of its own, and its style sheet are at most 30 kB as a server sends them; its pictures come on top."""
    style = len(gzip.compress(site.read("theme/css/rest.css").encode()))
    sizes = {
        name: style + len(gzip.compress(re.sub(r"<(?:source|img)[^>]*>", "", site.read(name)).encode()))
        for name in site.files()
        if re.fullmatch(r"(en/)?recaps/[^/]+/index.html", name)
    }

    assert len(sizes) > 8
    assert {name: size for name, size in sizes.items() if size > MOST_BYTES} == {}


def find_file(site, name, address):
    """Return the file that an address on a page leads to."""
    return site.output / address[1:] if address.startswith("/") else (site.output / name).parent / address


def test_scripts_are_small(site, pages):
    """All scripts of a page, which none of them needs, are at most 6 kB as a server sends them."""
    sizes = {
        name: sum(
            len(gzip.compress(find_file(site, name, script["src"]).read_bytes()))
            for script in page.select("script[src]")
        )
        for name, page in pages.items()
    }

    assert min(sizes.values()) > 0
    assert {name: size for name, size in sizes.items() if size > MOST_SCRIPT_BYTES} == {}


def test_few_typefaces_are_asked_for_first(site, pages):
    """Two of this language, of no more than 32 kB; none where a page brings its first style, for they come after it."""
    sizes = {
        name: [
            find_file(site, name, link["href"]).stat().st_size
            for link in page.select("link[rel=preload][as=font]")
        ]
        for name, page in pages.items()
    }

    assert {len(files) for files in sizes.values()} == {0, 2}
    assert {name for name, files in sizes.items() if sum(files) > MOST_FONT_BYTES} == set()
