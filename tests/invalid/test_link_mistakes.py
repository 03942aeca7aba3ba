"""What an author reads about profiles, addresses and pictures."""

from __future__ import annotations

import pytest

LINKS = {
    "a handle with a space": (
        '- name: Anne\n  profiles: {x: "a b"}\n',
        [
            "a.yml:2:17: attendees[0].profiles.x: 'a b' is no profile on X; expected anne or https://x.com/anne"
        ],
    ),
    "half a Mastodon handle": (
        "- name: Anne\n  profiles: {mastodon: anne}\n",
        [
            "a.yml:2:24: attendees[0].profiles.mastodon: 'anne' is no profile on Mastodon; expected @anne@social.example"
        ],
    ),
    "half a Bluesky handle": (
        "- name: Anne\n  profiles: {bluesky: anne}\n",
        [
            "a.yml:2:23: attendees[0].profiles.bluesky: 'anne' is no profile on Bluesky; expected anne.bsky.social"
        ],
    ),
    "an address elsewhere": (
        '- name: Anne\n  profiles: {github: "https://gitlab.com/anne"}\n',
        [
            "a.yml:2:22: attendees[0].profiles.github: 'https://gitlab.com/anne' is no profile on GitHub; expected anne or https://github.com/anne"
        ],
    ),
    "not an address": (
        "- name: Anne\n  profiles: {website: anne}\n",
        [
            "a.yml:2:23: attendees[0].profiles.website: 'anne' is no web address; expected a web address such as https://example.org/page"
        ],
    ),
    "an unknown network": (
        "- name: Anne\n  profiles: {mysapce: anne}\n",
        [
            "a.yml:2:14: attendees[0].profiles.mysapce: unknown key; the keys of profiles are x, mastodon, bluesky, linkedin, github, gitlab, codeberg, threads, instagram, facebook, youtube, flickr, wikidata, website"
        ],
    ),
    "an old network": (
        "- name: Anne\n  social: [{name: google-plus, link: anne}]\n",
        [
            "warning: a.yml:2:3: attendees[0].social: other spelling of 'profiles'",
            "a.yml:2:19: attendees[0].profiles[0].name: 'google-plus' is no network known here",
        ],
    ),
    "a network with a typo": (
        "- name: Anne\n  social: [{name: mastodn, link: anne}]\n",
        [
            "warning: a.yml:2:3: attendees[0].social: other spelling of 'profiles'",
            "a.yml:2:19: attendees[0].profiles[0].name: 'mastodn' is no network known here; did you mean 'mastodon'?",
        ],
    ),
    "a bare name in a list": (
        "- name: Anne\n  profiles: [anne]\n",
        [
            "a.yml:2:14: attendees[0].profiles[0]: 'anne' names no network; write one before it, such as 'x: anne'"
        ],
    ),
    "a handle without a network": (
        "- name: Anne\n  profiles: @anne\n",
        [
            "a.yml:2:13: attendees[0].profiles: '@anne' names no network; write one before it, such as 'x: @anne'"
        ],
    ),
    "a Mastodon handle without a network": (
        "- name: Anne\n  profiles: [@anne@social.example]\n",
        [
            "a.yml:2:14: attendees[0].profiles[0]: '@anne@social.example' names no network; write one before it, such as 'mastodon: @anne@social.example'"
        ],
    ),
    "a handle for an address": (
        "- name: Anne\n  url: @anne\n",
        [
            "a.yml:2:8: attendees[0].url: '@anne' is no web address; expected a web address such as https://example.org/page"
        ],
    ),
    "an address without scheme": (
        "- name: Anne\n  url: example.org/x\n",
        ["warning: a.yml:2:8: attendees[0].url: read as https://example.org/x; write the whole address"],
    ),
    "a script": (
        "- name: Anne\n  url: javascript:alert(1)\n",
        [
            "a.yml:2:8: attendees[0].url: addresses that begin with 'javascript:' are never published; expected a web address such as https://example.org/page"
        ],
    ),
    "another scheme": (
        "- name: Anne\n  url: ftp://a.example\n",
        [
            "a.yml:2:8: attendees[0].url: addresses that begin with 'ftp:' are never published; expected a web address such as https://example.org/page"
        ],
    ),
    "no host": (
        "- name: Anne\n  url: http://\n",
        [
            "a.yml:2:8: attendees[0].url: 'http://' is no web address; expected a web address such as https://example.org/page"
        ],
    ),
    "a broken host": (
        "- name: Anne\n  url: http://[::1\n",
        [
            "a.yml:2:8: attendees[0].url: 'http://[::1' is no web address; expected a web address such as https://example.org/page"
        ],
    ),
    "a port that is none": (
        "- name: Anne\n  url: https://a.example:99999/\n",
        [
            "a.yml:2:8: attendees[0].url: 'https://a.example:99999/' is no web address; expected a web address such as https://example.org/page"
        ],
    ),
    "an e-mail address for a site": (
        "- name: Anne\n  url: a@b.example\n",
        ["a.yml:2:8: attendees[0].url: an e-mail address is never published; take it out"],
    ),
    "a mailto link": (
        "- name: Anne\n  url: mailto:a@b.example\n",
        ["a.yml:2:8: attendees[0].url: an e-mail address is never published; take it out"],
    ),
    "a space": (
        "- name: Anne\n  url: https://a.example/b c\n",
        [
            "a.yml:2:8: attendees[0].url: 'https://a.example/b c' holds a space or a backslash, or is too long; expected a web address such as https://example.org/page"
        ],
    ),
    "a backslash": (
        "- name: Anne\n  url: https://a.example\\@b.example\n",
        [
            "a.yml:2:8: attendees[0].url: 'https://a.example\\@b.example' holds a space or a backslash, or is too long; expected a web address such as https://example.org/page"
        ],
    ),
    "a password": (
        "- name: Anne\n  url: https://me:secret@a.example/\n",
        ["a.yml:2:8: attendees[0].url: the address holds a user name or a password; take it out"],
    ),
    "a word": (
        "- name: Anne\n  url: anne\n",
        [
            "a.yml:2:8: attendees[0].url: 'anne' is no web address; expected a web address such as https://example.org/page"
        ],
    ),
}
"""Profiles and addresses."""

PICTURES = {
    "a missing picture": (
        "- name: Anne\n  photo: images/ane.jpg\n",
        [
            "a.yml:2:10: attendees[0].photo: there is no picture 'images/ane.jpg' in the content folder; did you mean 'images/anne.jpg'?"
        ],
    ),
    "a picture that resembles none": (
        "- name: Anne\n  photo: zebra.png\n",
        ["a.yml:2:10: attendees[0].photo: there is no picture 'zebra.png' in the content folder"],
    ),
    "a picture outside": (
        "- name: Anne\n  photo: ../../anne.jpg\n",
        [
            "a.yml:2:10: attendees[0].photo: '../../anne.jpg' leaves the content folder; copy the picture into it"
        ],
    ),
    "a picture elsewhere": (
        "- name: Anne\n  photo: https://a.example/b.jpg\n",
        [
            "a.yml:2:10: attendees[0].photo: pictures are kept in the content folder; expected a path such as images/anne.jpg"
        ],
    ),
    "a folder": (
        "- name: Anne\n  photo: images\n",
        ["a.yml:2:10: attendees[0].photo: 'images' is not a regular file; expected a picture"],
    ),
    "a picture for print": (
        "- name: Anne\n  photo: images/logo.svg\n",
        [
            "a.yml:2:10: attendees[0].photo: 'images/logo.svg' is no picture for the web; expected a file in .jpg, .jpeg, .png, .webp, .gif or .avif"
        ],
    ),
    "a hidden picture": (
        "- name: Anne\n  photo: images/.hidden.jpg\n",
        [
            "a.yml:2:10: attendees[0].photo: 'images/.hidden.jpg' begins with a full stop, and such files are never published; rename it"
        ],
    ),
    "a picture without words": (
        "- name: Anne\n  photo: images/anne.jpg\n",
        [
            "warning: a.yml:2:10: attendees[0].photo: no text stands for the picture images/anne.jpg; add 'alt: …' with what it shows"
        ],
    ),
    "words without picture": (
        "- name: Anne\n  photo: {alt: Anne}\n",
        ["a.yml:2:10: attendees[0].photo: the path of the picture is missing; add 'src: images/…'"],
    ),
    "a path of Windows": (
        "- name: Anne\n  photo: images\\anne.jpg\n",
        ["a.yml:2:10: attendees[0].photo: 'images\\anne.jpg' holds a backslash; write / between folders"],
    ),
    "a list of pictures": (
        "- name: Anne\n  photo: [images/anne.jpg]\n",
        [
            "a.yml:2:10: attendees[0].photo: expected text, not a list; if it is text, put it between quotation marks"
        ],
    ),
    "a name longer than any": (
        "- name: Anne\n  photo: " + "x" * 300 + ".jpg\n",
        [
            "a.yml:2:10: attendees[0].photo: there is no picture 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…' in the content folder"
        ],
    ),
    "a picture key with a typo": (
        "- name: Anne\n  photo: {src: images/anne.jpg, atl: Anne}\n",
        [
            "warning: a.yml:2:10: attendees[0].photo: no text stands for the picture images/anne.jpg; add 'alt: …' with what it shows",
            "a.yml:2:33: attendees[0].photo.atl: unknown key; the keys of a picture are src, alt, caption, credit, license, people",
        ],
    ),
}
"""Pictures."""


@pytest.mark.parametrize("mistake", LINKS | PICTURES)
def test_link_mistakes(read_list, mistake):
    """A mistake in a link or a picture is told with what is expected."""
    typed, expected = (LINKS | PICTURES)[mistake]

    lines = read_list(typed)

    assert lines == expected
