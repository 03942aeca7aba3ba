"""A first message fits where it is pasted: invented words, any network, any handle."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from event_recap.share.message import MESSAGE_LIMITS, write_message

URL = "https://soirs.example/recaps/premier-soir/"
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=1200)


@given(words=WORDS, network=st.sampled_from(sorted(MESSAGE_LIMITS)), repeats=st.integers(1, 12))
def test_a_message_is_never_too_long(words, network, repeats):
    """However long the author's words are, the network takes the message."""
    message = write_message(network, lambda link: f"{words * repeats} {link}", URL, "anne@social.example")

    assert message.length <= message.length_max
    assert message.length == MESSAGE_LIMITS[network].count(message.text)


@pytest.mark.parametrize("network", sorted(MESSAGE_LIMITS))
def test_the_link_stays_where_words_are_cut(network):
    """The words give way, the address does not."""
    message = write_message(network, lambda link: f"{'encore un mot ' * 1000}{link}", URL)

    assert message.text.endswith(f"… {URL}")


def test_a_message_on_mastodon_begins_with_whom_it_is_for():
    """There a message is a post, that its first handle makes a private one."""
    message = write_message("mastodon", "Bonjour {}".format, URL, "anne@social.example")

    assert message.text == f"@anne@social.example Bonjour {URL}"
