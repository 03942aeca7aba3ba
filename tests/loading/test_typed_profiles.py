from __future__ import annotations

import pytest

from event_recap.loading.profiles import find_network, parse_profile
from event_recap.model.profile import Profile


@pytest.mark.parametrize(
    ("network", "typed", "handle"),
    [
        ("x", "cafelune", "cafelune"),
        ("x", "@cafelune", "cafelune"),
        ("x", "https://twitter.com/cafelune", "cafelune"),
        ("x", "http://www.twitter.com/#!/cafelune", "cafelune"),
        ("x", "x.com/cafelune/", "cafelune"),
        ("x", "https://mobile.twitter.com/cafelune?lang=fr", "cafelune"),
        ("github", "https://github.com/anne-roy", "anne-roy"),
        ("linkedin", "https://fr.linkedin.com/in/zo%C3%A9-roy-1/", "zoé-roy-1"),
        ("linkedin", "zoé-roy-1", "zoé-roy-1"),
        ("bluesky", "https://bsky.app/profile/anne.bsky.social", "anne.bsky.social"),
        ("youtube", "https://www.youtube.com/@anne", "anne"),
        ("wikidata", "https://www.wikidata.org/wiki/Q42", "Q42"),
        ("mastodon", "@anne@social.example", "anne@social.example"),
        ("mastodon", "https://social.example/@anne", "anne@social.example"),
    ],
)
def test_a_profile_is_typed_in_any_form(network, typed, handle):
    """A handle, the same with @, and the address of the profile are one profile."""
    assert parse_profile(network, typed).handle == handle


@pytest.mark.parametrize(
    ("network", "url"),
    [
        ("linkedin", "https://www.linkedin.com/company/cafe-lune"),
        ("x", "https://x.com/i/lists/12"),
        ("mastodon", "https://social.example/users/anne"),
        ("website", "https://anne.example/"),
        ("x", "https://x.com/"),
    ],
)
def test_another_address_of_a_network_stays(network, url):
    """An address from which no handle can be told is kept as it is."""
    assert parse_profile(network, url) == Profile(network, url)


@pytest.mark.parametrize("typed", ["none", "None", "false", "No", "null", "-", "N/A"])
def test_nobody_is_called_none(typed):
    """Lists say none in many ways for somebody without a profile."""
    assert parse_profile("x", typed) is None


@pytest.mark.parametrize(
    ("url", "network"),
    [
        ("https://twitter.com/a", "x"),
        ("https://nottwitter.com/a", "website"),
        ("https://social.example/@anne", "mastodon"),
        ("https://social.example/about/@anne", "website"),
    ],
)
def test_an_address_tells_its_network(url, network):
    """The network of an address is told by its host, and Mastodon's by its path."""
    assert find_network(url) == network
