"""The words of a quoted post: text, line ends and safe links, whatever signs they hold."""

import re
from datetime import date

import nh3
import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from event_recap.errors import Place
from event_recap.model.comment import Commenter
from event_recap.model.consent import Policy
from event_recap.model.quoted_post import QuotedPost, ShownPost
from event_recap.model.registry import Registry
from event_recap.views.quoted_posts import Page, view_quoted_post

NOBODY = Registry(Policy(today=date(2026, 1, 1)), {}, {})
SIGNS = st.text(
    st.sampled_from("ab <>&\"'@[]()\n:/.é\u202e")
    | st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"])
)


def view(text, *, page_lang="fr", **facts):
    """View a post of these words."""
    facts = {"id": "un", "place": Place("un.yml"), "author": Commenter(name="Anne"), "text": text, **facts}
    found, _ = view_quoted_post(ShownPost(QuotedPost(**facts), "Anne"), NOBODY, Page(page_lang, None))
    return found


@given(
    st.lists(SIGNS | st.sampled_from(["https://a.example/?x=1&y=2", "<script>", "\n\n", "@anne"])).map(
        " ".join
    )
)
def test_words_stay_words(text):
    """No sign of a post becomes a tag, and none is lost."""
    html = str(view(text).text)

    assert nh3.clean(html, tags={"p", "br", "a"}, attributes={"a": {"href", "rel"}}, link_rel=None) == (
        nh3.clean(html, link_rel=None, attributes={"a": {"href", "rel"}})
    )
    words = BeautifulSoup(html, "html.parser").get_text()
    assert re.sub(r"\s+", "", words) == re.sub(r"\s+", "", text)


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("voir https://a.example/b?c=d&e=f.", ["https://a.example/b?c=d&e=f"]),
        ("(https://a.example/b), « https://b.example »", ["https://a.example/b", "https://b.example"]),
        ("javascript:alert(1) ftp://a.example data:x", []),
        ('https://a.example/"onclick="x', ["https://a.example/"]),
    ],
)
def test_only_addresses_of_the_web_become_links(text, links):
    """Without the signs of the sentence around them; and no search engine is led there."""
    anchors = BeautifulSoup(str(view(text).text), "html.parser").select("a")

    assert [anchor["href"] for anchor in anchors] == links
    assert all(anchor["rel"] == ["nofollow", "noopener"] for anchor in anchors)


def test_a_post_without_a_day_is_linked_by_words():
    """With a day, the day is the link; without an address, nothing is."""
    url = "https://x.com/anne/status/1"
    bare, dated = view("Un", url=url), view("Un", moment=date(2010, 2, 1), url=url)

    assert [bare.date, bare.url_text] == ["", "la publication"]
    assert [dated.date, dated.url_text] == ["1er février 2010", ""]
    assert view("Un").url_text == ""


def test_the_language_of_the_words_is_said_where_it_is_not_that_of_the_page():
    """For screen readers, and for hyphens."""
    assert [view("One", lang="en").lang, view("One", lang="en", page_lang="en").lang, view("Un").lang] == [
        "en",
        "",
        "",
    ]


def test_a_handle_that_is_the_name_is_not_said_twice():
    """The author has no other."""
    shown = ShownPost(
        QuotedPost(id="un", place=Place("un.yml"), author=Commenter(name="@anne"), text="Un", handle="anne"),
        "@anne",
    )

    assert view_quoted_post(shown, NOBODY, Page("fr", None))[0].handle == ""
