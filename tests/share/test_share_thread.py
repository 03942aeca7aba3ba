"""A thread of thanks: nobody twice, nobody missing, nothing too long, as few posts as can be."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from event_recap.share.handle import parse_x_handle
from event_recap.share.length import count_for_mastodon, count_graphemes, count_weight
from event_recap.share.thread import (
    THREAD_LIMITS,
    NoRoomError,
    Opening,
    write_mention,
    write_thread,
)

URL = "https://exemple.org/recaps/focus-20/"
OPENING = Opening(text="Focus 20 : merci à vous !", url=URL, also="Et")
PART = st.from_regex(r"[a-z0-9](?:[a-z0-9]{0,18}[a-z0-9])?", fullmatch=True)
HANDLES = {
    "x": st.from_regex(r"[A-Za-z0-9_]{1,15}", fullmatch=True),
    "mastodon": st.builds("{}@{}.example".format, PART, PART),
    "bluesky": st.builds("{}.{}.example".format, PART, PART),
    "threads": st.from_regex(r"[a-z0-9](?:[a-z0-9._]{0,26}[a-z0-9])?", fullmatch=True),
    "linkedin": PART,
}
WORDS = st.text(st.characters(codec="utf-8", exclude_characters="@＠", exclude_categories=["C"]), max_size=60)


def draw_words(data, network, most=120):
    """Draw the mentions of some people."""
    handles = data.draw(st.lists(HANDLES[network], max_size=most, unique_by=str.casefold))
    return [write_mention(network, handle, handle.title()) for handle in handles]


def read_back(posts, network):
    """Return the mentions of posts, in order: what stands behind the words and the link."""
    posts = [posts[0].partition(URL)[2], *posts[1:]]
    if network == "linkedin":
        return [word.strip() for post in posts for word in post.partition(" ")[2].split(", ") if word]
    return [word for post in posts for word in post.split() if word.startswith("@")]


@pytest.mark.parametrize("network", [name for name in THREAD_LIMITS if name != "linkedin"])
@settings(max_examples=40)
@given(data=st.data())
def test_everybody_is_named_once_and_whole(network, data):
    """Nobody twice, nobody missing, and no handle is split over two posts."""
    words = draw_words(data, network)

    thread = write_thread(OPENING, words, network)

    assert sorted(read_back(thread.posts, network)) == sorted(words)
    assert thread.too_long == ()


@pytest.mark.parametrize("network", THREAD_LIMITS)
@settings(max_examples=40)
@given(data=st.data(), text=WORDS)
def test_no_post_is_longer_than_its_network_allows(network, data, text):
    """Whatever the words of the author are."""
    limit = THREAD_LIMITS[network]
    thread = write_thread(Opening(text=text, url=URL, also="And"), draw_words(data, network), network)

    assert max(map(limit.count, thread.posts)) <= limit.length_max


@pytest.mark.parametrize("network", THREAD_LIMITS)
@settings(max_examples=40)
@given(data=st.data())
def test_there_are_as_few_posts_as_can_be_or_one_more(network, data):
    """Against a number below which no packing is possible."""
    thread = write_thread(OPENING, draw_words(data, network), network)

    assert thread.least_count <= len(thread.posts) <= thread.least_count + 1


@pytest.mark.parametrize("network", THREAD_LIMITS)
@settings(max_examples=40)
@given(data=st.data())
def test_the_link_stands_in_the_first_post_alone_and_no_post_begins_with_a_handle(network, data):
    """A post that begins with a handle is a reply, which few see."""
    posts = write_thread(OPENING, draw_words(data, network), network).posts

    assert [URL in post for post in posts] == [True] + [False] * (len(posts) - 1)
    assert not any(post.startswith("@") for post in posts)


def test_posts_are_numbered_where_there_is_room():
    """One post has no number; several have theirs and the number of all."""
    one = write_thread(OPENING, ["@anne"], "x").posts
    three = write_thread(OPENING, [f"@somebody_{n:05}" for n in range(40)], "x").posts

    assert one == (f"{OPENING.text}\n{URL}\n@anne",)
    assert [post.split()[0] for post in three] == ["1/3", "2/3", "3/3"]


def test_numbers_are_left_out_where_they_would_take_one_post_more():
    """The posts after the first then begin with a word."""
    words = [f"@x{n:02}" for n in range(101)]

    posts = write_thread(OPENING, words, "x").posts

    assert [post.count("@") for post in posts] == [46, 55]
    assert posts[1].startswith("Et @")
    assert write_thread(OPENING, words[1:], "x").posts[1].startswith("2/2 @")


def test_a_post_more_is_written_where_the_lower_bound_cannot_be_reached():
    """Six handles whose sum is that of two posts, of which three are one sign too long for the first."""
    words = [f"@{letter * 90}" for letter in "abcdef"]

    thread = write_thread(Opening(text="Merci", url="", also="Et"), words, "x")

    assert [word for word in " ".join(thread.posts).split() if word.startswith("@")] == words
    assert [len(thread.posts), thread.least_count] == [3, 2]


def test_who_comes_first_is_in_the_first_post():
    """Where the order takes no more posts than any other."""
    words = [f"@somebody_{n:05}" for n in range(40)]

    assert read_back(write_thread(OPENING, words, "x").posts, "x") == words


def test_a_handle_longer_than_a_post_is_told_and_not_split():
    """It is left out as a whole."""
    long = "@" + "x" * 300 + ".example"

    assert write_thread(OPENING, ["@anne.example", long], "bluesky").too_long == (long,)


def test_words_longer_than_a_post_are_an_error():
    """They are the author's, and not cut."""
    with pytest.raises(NoRoomError, match=r"the words and the link are 44 too long for a post of 280"):
        write_thread(Opening(text="x" * 300, url=URL, also="Et"), ["@anne"], "x")


def test_the_rules_of_each_network_are_those_it_publishes():
    """A link weighs 23 on X and Mastodon, a remote handle its first part, all of it on Bluesky."""
    assert count_weight(f"@anne {URL}") == 5 + 1 + 23
    assert count_for_mastodon(f"@anne@social.example {URL}") == 5 + 1 + 23
    assert THREAD_LIMITS["bluesky"].count(f"@anne.bsky.example {URL}") == 18 + 1 + len(URL)
    assert THREAD_LIMITS["bluesky"].count("👨‍👩‍👧‍👦" * 120) == 300 == count_graphemes("👨‍👩‍👧‍👦" * 120) + 180
    assert THREAD_LIMITS["linkedin"].count("é👏") == 3
    assert [limit.length_max for limit in THREAD_LIMITS.values()] == [280, 500, 300, 500, 3000]
    assert parse_x_handle("@anne") == "anne"
