"""The share row of a recap is what a theme expects of a list of links, though each is made when it is shown."""

from __future__ import annotations

from event_recap.share.post import SharedPost
from event_recap.share.row import ShareRow

POST = SharedPost(text="Focus 20", url="https://a.example/recaps/focus-20/", title="Focus 20")
ROW = ShareRow(POST, ("bluesky", "mastodon", "email"), (("mastodon", "Une soirée"),), "fr")


def test_a_theme_may_count_pick_and_go_through_the_links():
    """Templates ask for the first link, for some, for their number, and whether there is any."""
    networks = [link.network for link in ROW]

    assert networks == ["bluesky", "mastodon", "email"]
    assert (len(ROW), ROW[0].network, [link.network for link in ROW[1:]]) == (3, "bluesky", networks[1:])
    assert not ShareRow(POST, (), (), "fr")


def test_a_network_has_the_text_that_the_author_wrote_for_it():
    """The others have that of all networks."""
    bluesky, mastodon, _ = ROW

    assert "Focus" in bluesky.url
    assert "soir" in mastodon.url
    assert mastodon.text.startswith("Une soirée")


def test_a_link_is_named_in_the_language_of_the_recap():
    """A screen reader says where it leads."""
    assert [link.label for link in ROW][1:] == ["Partager sur Mastodon", "Partager par courriel"]
