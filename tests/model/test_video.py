"""Films on other sites, by their address."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from event_recap.model.video import find_video

UUID = "9c9de5e8-0a1e-484a-b099-e80766180a6d"


@pytest.mark.parametrize(
    ("url", "name", "player"),
    [
        ("https://www.youtube.com/watch?v=dQw4w9WgXcQ&list=x", "youtube-dQw4w9WgXcQ", "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ"),
        ("https://youtu.be/dQw4w9WgXcQ?si=track&t=1m5s", "youtube-dQw4w9WgXcQ", "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?start=65"),
        ("//www.youtube.com/embed/dQw4w9WgXcQ?autoplay=1", "youtube-dQw4w9WgXcQ", "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ"),
        ("http://m.youtube.com/shorts/dQw4w9WgXcQ", "youtube-dQw4w9WgXcQ", "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ"),
        ("https://vimeo.com/76979871", "vimeo-76979871", "https://player.vimeo.com/video/76979871?dnt=1"),
        ("https://vimeo.com/76979871/abcdef0123#t=90s", "vimeo-76979871", "https://player.vimeo.com/video/76979871?h=abcdef0123&dnt=1#t=90s"),
        ("https://player.vimeo.com/video/76979871?h=abcdef0123", "vimeo-76979871", "https://player.vimeo.com/video/76979871?h=abcdef0123&dnt=1"),
        ("https://www.dailymotion.com/video/x8abcde_title", "dailymotion-x8abcde", "https://geo.dailymotion.com/player.html?video=x8abcde"),
        ("https://dai.ly/x8abcde?start=30", "dailymotion-x8abcde", "https://geo.dailymotion.com/player.html?video=x8abcde&start=30"),
        (f"https://tube.example/videos/watch/{UUID}", f"peertube-{UUID}", f"https://tube.example/videos/embed/{UUID}?p2p=0"),
        ("https://tube.example:8080/w/kkGMgK9ZtnKfYAgnEtQxbv?start=1h", "peertube-kkGMgK9ZtnKfYAgnEtQxbv", "https://tube.example:8080/videos/embed/kkGMgK9ZtnKfYAgnEtQxbv?p2p=0&start=3600s"),
    ],
)  # fmt: skip
def test_a_film_plays_where_it_tells_its_host_least(url, name, player):
    """Whatever form of its address is typed, the player is the one without cookies, tracking or peers."""
    video = find_video(url)

    assert (video.id, video.player) == (name, player)


@pytest.mark.parametrize(
    "url",
    [
        "https://www.youtube.com/@channel",
        "https://www.youtube.com/watch?v=short",
        "https://youtube.com.evil.example/watch?v=dQw4w9WgXcQ",
        "https://vimeo.com/about",
        "https://www.dailymotion.com/about",
        "https://www.dailymotion.com/video/",
        "https://tube.example/w/p/kkGMgK9ZtnKfYAgnEtQxbv",
        "javascript://youtu.be/dQw4w9WgXcQ",
        "https://[/watch",
        "",
    ],
)
def test_what_is_no_film_is_none(url):
    """A channel, a page about the host or a host that only looks like one is a link like any other."""
    assert find_video(url) is None


@given(st.text(), st.sampled_from(["https://youtu.be/", "https://vimeo.com/", "https://t.example/w/", ""]))
def test_no_address_breaks_a_build(text, beginning):
    """Whatever is typed, it is a film with an address that is safe, or none."""
    video = find_video(beginning + text)

    assert video is None or (video.player.startswith("https://") and '"' not in video.player + video.id)
