from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from event_recap.model.profile import NETWORKS, Profile, build_profile

ADDRESSES = {
    "x": ("@CafeLune", "https://x.com/CafeLune"),
    "mastodon": ("@anne@Social.Example", "https://social.example/@anne"),
    "bluesky": ("anne.bsky.social", "https://bsky.app/profile/anne.bsky.social"),
    "linkedin": ("zoé-martin", "https://www.linkedin.com/in/zo%C3%A9-martin"),
    "github": ("cafe-lune", "https://github.com/cafe-lune"),
    "gitlab": ("cafe.lune", "https://gitlab.com/cafe.lune"),
    "codeberg": ("cafe_lune", "https://codeberg.org/cafe_lune"),
    "threads": ("@cafe.lune", "https://www.threads.com/@cafe.lune"),
    "instagram": ("cafe.lune", "https://www.instagram.com/cafe.lune"),
    "facebook": ("cafe.lune", "https://www.facebook.com/cafe.lune"),
    "youtube": ("@cafelune", "https://www.youtube.com/@cafelune"),
    "flickr": ("cafelune", "https://www.flickr.com/people/cafelune"),
    "wikidata": ("Q42", "https://www.wikidata.org/wiki/Q42"),
}


@pytest.mark.parametrize("network", ADDRESSES)
def test_a_handle_becomes_the_address_of_a_profile(network):
    """An author types the handle as on a card; the link leads to the profile."""
    typed, url = ADDRESSES[network]

    assert build_profile(network, typed).url == url


def test_every_network_with_handles_is_tried_here():
    """A new network comes with an example."""
    assert set(ADDRESSES) == set(NETWORKS) - {"website"}


def test_a_profile_keeps_the_handle_without_its_sign():
    """The sign is added where it is shown."""
    assert build_profile("x", " @cafelune ") == Profile("x", "https://x.com/cafelune", "cafelune")


@pytest.mark.parametrize(
    ("network", "typed"),
    [
        ("x", "café lune"),
        ("x", "a/../b"),
        ("x", "twenty-one-letters-long"),
        ("x", ""),
        ("mastodon", "anne"),
        ("mastodon", "anne@localhost"),
        ("github", "anne.roy"),
        ("wikidata", "42"),
        ("linkedin", "https://www.linkedin.com/in/anne"),
        ("website", "cafelune"),
    ],
)
def test_what_cannot_be_a_handle_gives_no_profile(network, typed):
    """A wrong link is worse than none."""
    assert build_profile(network, typed) is None


@given(st.sampled_from(sorted(set(NETWORKS) - {"mastodon", "website"})), st.text(max_size=60))
def test_no_handle_leads_away_from_its_network(network, typed):
    """Whatever is typed, the link goes to the network's own host, or is none."""
    profile = build_profile(network, typed)

    assert profile is None or profile.url.startswith(NETWORKS[network].url_format.partition("{")[0])
    assert profile is None or not urlsplit(profile.url).query
