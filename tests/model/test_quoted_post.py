"""What may be shown of a quoted post: as much as of its author."""

from dataclasses import replace
from datetime import date

import pytest

from event_recap.errors import Place
from event_recap.model.comment import Commenter
from event_recap.model.profile import build_profile
from event_recap.model.quoted_post import QuotedPost, show_quoted_post
from event_recap.model.visibility import VISIBILITY_WORDS, Visibility

POST = QuotedPost(
    id="un",
    place=Place("un.yml"),
    author=Commenter(name="Anne Roy", profiles=(build_profile("x", "anneroy"),)),
    text="Un soir",
    handle="anneroy",
    network="x",
    moment=date(2010, 2, 3),
    url="https://x.com/anneroy/status/1",
    archive_url="https://archive.example/anneroy/1",
)


@pytest.fixture(name="show")
def fixture_show(make_registry, make_event, make_entry):
    """Show a post on a site with one event."""

    def show(post, *entries):
        event = make_event("soir", *entries)
        return show_quoted_post(post, make_registry(event), event)

    return show


def test_the_post_of_a_stranger_is_shown_as_typed(show):
    """They are in no list."""
    shown = show(POST)

    assert [shown.post, shown.name, shown.person_id] == [POST, "Anne Roy", ""]


@pytest.mark.parametrize("word", ["hidden", "counted", "initials"])
def test_the_post_of_somebody_who_may_not_be_named_is_not_shown(show, make_entry, word):
    """Joined by a profile, by the handle on another network, by the id or by the name."""
    level = VISIBILITY_WORDS[word]
    entry = make_entry("anne", name="Anne Roy", visibility=level)
    known = replace(entry, name="Autre", profiles=(build_profile("x", "AnneRoy"),))
    elsewhere = replace(entry, name="Autre", profiles=(build_profile("github", "anneroy"),))
    by_id = replace(POST, handle="", author=Commenter(name="Autre", person_id="anne"))

    found = [show(POST, entry), show(POST, known), show(POST, elsewhere), show(by_id, entry)]

    assert all(isinstance(one, Visibility) and one < Visibility.NAME_ONLY for one in found)


def test_of_a_name_alone_no_address_and_no_handle_are_left(show, make_entry):
    """The name is the one that the list says."""
    entry = make_entry(
        "anne", name="Anne R.", visibility=Visibility.NAME_ONLY, profiles=(build_profile("x", "anneroy"),)
    )

    shown = show(POST, entry)

    assert [shown.name, shown.person_id] == ["Anne R.", ""]
    assert shown.post == replace(POST, author=Commenter(name="Anne R."), handle="", url="", archive_url="")


def test_a_public_author_has_a_page_to_lead_to(show, make_entry):
    """Only where it is certain who is meant."""
    entry = make_entry("anne", name="Anne R.", profiles=(build_profile("x", "anneroy"),))

    assert show(POST, entry).person_id == "anne"
    assert show(replace(POST, author=Commenter(name="Anne R.")), entry).person_id == ""
