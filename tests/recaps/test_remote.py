"""Pictures, sounds and films of other sites."""

from __future__ import annotations

import pytest

from event_recap.recaps.remote import find_remote, link_remote


def may_load(directive, url):
    """Allow pictures of one host."""
    return directive == "img-src" and url.startswith("https://ours.example/")


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        (
            '<img src="https://a.example/a.jpg" alt="The hall">',
            '<a href="https://a.example/a.jpg">The hall</a>',
        ),
        ('<img src="//a.example/a.jpg">', '<a href="//a.example/a.jpg">a.example</a>'),
        ('<a href="/b/"><img alt="R&amp;D" src="http://a.example/a.jpg"></a>', '<a href="/b/">R&amp;D</a>'),
        (
            '<audio controls src="https://a.example/a.mp3">Listen</audio>',
            '<a href="https://a.example/a.mp3">Listen</a>',
        ),
        (
            '<video><source src="https://a.example/a.mp4"></video>',
            '<a href="https://a.example/a.mp4">a.example</a>',
        ),
    ],
)
def test_what_another_site_holds_is_a_link(typed, shown):
    """A reader is sent there when they follow it, and not before."""
    assert link_remote(typed, may_load) == shown
    assert len(list(find_remote(typed, may_load))) == 1


@pytest.mark.parametrize(
    "html",
    [
        '<img src="{static}/a.jpg" alt="">',
        '<img src="a//b.jpg" alt="">',
        '<img src="https://ours.example/a.jpg" alt="A">',
        '<video src="{attach}film.mp4"></video> https://a.example/a.jpg',
        '<a href="https://a.example/a.jpg">A</a>',
    ],
)
def test_what_is_of_the_site_or_allowed_stays(html):
    """Own files, hosts that the site allows, links and words."""
    assert link_remote(html, may_load) == html
    assert list(find_remote(html, may_load)) == []
