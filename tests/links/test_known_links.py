"""Where a link leads that stands in many texts is found once."""

from __future__ import annotations

import re

import pytest

from event_recap.links.known import remember_links
from event_recap.run import KEY, Run

LINK = re.compile(r"""(?P<markup>href=)(?P<quote>["'])(?P<path>.*?)(?P=quote)""")
SITE = "https://a.example"


class Text:
    """A text that finds links as Pelican's do, and counts how often."""

    def __init__(self, context, pages):
        self._context, self.pages, self.asked = context, pages, []

    def _link_replacer(self, siteurl, link):
        self.asked.append(link["path"])
        found = self.pages.get(link["path"])
        path = f"{siteurl}/{found}" if found else link["path"]
        return f"{link['markup']}{link['quote']}{path}{link['quote']}"

    def resolve(self, html, siteurl=SITE):
        """Return HTML with its links resolved."""
        return LINK.sub(lambda link: self._link_replacer(siteurl, link), html)


@pytest.fixture(name="texts")
def fixture_texts():
    """Return two texts of one build."""
    run = object.__new__(Run)
    run.links = {}
    pages = {"{filename}/@person/anne": "people/anne/", "{static}/a.jpg": "a.jpg", "{filename}b.md": "b/"}
    texts = Text({KEY: run}, pages), Text({KEY: run}, pages)
    for text in texts:
        remember_links(text)
    return texts


@pytest.mark.parametrize("path", ["{filename}/@person/anne", "{static}/a.jpg"])
def test_a_link_that_means_the_same_in_every_text_is_found_once(texts, path):
    """In whatever quotes it stands."""
    first, second = texts
    before = first.resolve(f'<a href="{path}">')

    assert second.resolve(f"<a href='{path}'>") == before.replace('"', "'")
    assert (first.asked, second.asked) == ([path], [])


@pytest.mark.parametrize("path", ["{filename}b.md", "{filename}/@person/lost", "{attach}/a.jpg", "#a"])
def test_any_other_link_is_looked_for_in_each_text(texts, path):
    """One that starts from the text's own folder, one that leads nowhere, of which Pelican warns."""
    for text in texts:
        text.resolve(f'<a href="{path}">')

    assert [text.asked for text in texts] == [[path], [path]]


def test_each_page_may_have_its_own_way_to_the_site(texts):
    """Where addresses are relative, the same link is another one on a page of another folder."""
    first, _ = texts

    assert first.resolve('href="{static}/a.jpg"', "..") == 'href="../a.jpg"'
    assert first.resolve('href="{static}/a.jpg"', "../..") == 'href="../../a.jpg"'


def test_where_the_plugin_sleeps_links_are_pelicans():
    """Nothing of a text is touched."""
    text = Text({}, {})

    remember_links(text)

    assert "_link_replacer" not in vars(text)
