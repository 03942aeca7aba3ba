"""Links that lead to no page are found, however they are typed."""

from __future__ import annotations

from types import SimpleNamespace

from hypothesis import given
from hypothesis import strategies as st

from event_recap.build.strays import find_dead_links
from event_recap.links.link import find_links

PAGES = {"@person/anne": True, "deux mots.md": True, "l'an.md": True}
CONTEXT = {"generated_content": PAGES, "static_content": {}}
PIECES = [
    *('<a href="', '">', "<img src='", "'>", '"', "'", ' title="', "<b>", "mot", "{", "filename"),
    *(
        "{filename}/@person/anne",
        "{filename}/@person/lost",
        "|filename|deux mots.md",
        "{filename}deux%20mots.md",
    ),
    *(
        "{filename}l'an.md",
        "{filename}",
        "&#123;filename}lost",
        "&lbrace;filename}lost",
        "f&#105;lename}lost",
    ),
    *("&amp;", "&nbsp;", "&#8617;", "?a=1&amp;b", "#a", "{static}lost.jpg"),
]


def find_lost(html):
    """Return the links of an HTML text that lead to none of the pages, looked at one by one."""
    links = (link for link in find_links(html) if link.what == "filename")
    return {link.url for link in links if not PAGES.get(link.target.removeprefix("/"))}


@given(st.lists(st.lists(st.sampled_from(PIECES), max_size=9).map("".join), max_size=3))
def test_every_link_that_leads_nowhere_is_told_once(htmls):
    """In any quotes, with entities, beside links that lead somewhere, and in several texts."""
    texts = [SimpleNamespace(relative_dir="", source_path="a.md", _content=html) for html in htmls]

    told = [problem.field for problem in find_dead_links(texts, CONTEXT)]

    assert sorted(told) == sorted(f"link {url!r}" for url in set().union(*map(find_lost, htmls)))
