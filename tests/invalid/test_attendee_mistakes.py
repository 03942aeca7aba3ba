"""What an author reads about an entry of an attendee list."""

from __future__ import annotations

import pytest

KEYS = {
    "a typo": (
        "- name: Anne\n  visibilty: public\n",
        ["a.yml:2:3: attendees[0].visibilty: unknown key; did you mean 'visibility'?"],
    ),
    "an unknown key": (
        "- name: Anne\n  zebra: x\n",
        [
            "a.yml:2:3: attendees[0].zebra: unknown key; the keys of an attendee are id, name, handle, role, org, job_title, url, profiles, photo, note, group, known_since, met_with, visibility, consent"
        ],
    ),
    "an e-mail address": (
        "- name: Anne\n  email: a@b.example\n",
        ["a.yml:2:3: attendees[0].email: private, and never published; take it out of the file"],
    ),
    "a phone number": (
        "- name: Anne\n  Téléphone: 555\n",
        ["a.yml:2:3: attendees[0].Téléphone: private, and never published; take it out of the file"],
    ),
    "another spelling": (
        "- name: Anne\n  company: Café Vrac\n",
        ["warning: a.yml:2:3: attendees[0].company: other spelling of 'org'"],
    ),
    "many other spellings": (
        "- {name: A, twitter: a}\n- {name: B, twitter: b}\n- {name: C, Twitter: c}\n",
        [
            "warning: a.yml:1:13: attendees[0].twitter: other spelling of 'profiles.x' (2 times, the first here)",
            "warning: a.yml:3:13: attendees[2].Twitter: other spelling of 'profiles.x'",
        ],
    ),
    "symbol keys": ("- :name: Anne\n", ["warning: a.yml:1:3: attendees[0].:name: other spelling of 'name'"]),
    "capitals": ("- Name: Anne\n", ["warning: a.yml:1:3: attendees[0].Name: other spelling of 'name'"]),
    "a surname": (
        "- name: Anne\n  surname: Roy\n",
        ["warning: a.yml:2:3: attendees[0].surname: other spelling of 'name'"],
    ),
    "a first and a last name": (
        "- first_name: Anne\n  last_name: Roy\n",
        [
            "warning: a.yml:1:3: attendees[0].first_name: other spelling of 'name'",
            "warning: a.yml:2:3: attendees[0].last_name: other spelling of 'name'",
        ],
    ),
    "two spellings of one key": (
        "- name: Anne\n  org: a\n  company: b\n",
        [
            "warning: a.yml:3:3: attendees[0].company: not read, as 'org' says the same; keep one",
            "warning: a.yml:3:3: attendees[0].company: other spelling of 'org'",
        ],
    ),
    "another spelling with a typo": (
        "- name: Anne\n  twiter: anne\n",
        ["a.yml:2:3: attendees[0].twiter: unknown key; did you mean 'profiles.x'?"],
    ),
    "nobody": ("- role: host\n", ["a.yml:1:3: attendees[0]: nobody is named; add 'name: …'"]),
    "an empty entry": ("-\n- Anne\n", ["a.yml:1:2: attendees[0]: the entry is empty; expected a name"]),
    "a list in the list": (
        "- [Anne, Bob]\n",
        ["a.yml:1:3: attendees[0]: a list inside the list; expected a name, or 'name: …' and other keys"],
    ),
    "an emoji for a name": (
        "- 🎉\n- name: 🎉\n",
        [
            "a.yml:1:3: attendees[0]: no id can be made of '🎉'; write 'name: …' and 'id: …'",
            "a.yml:2:9: attendees[1].name: no id can be made of '🎉'; add 'id: …'",
        ],
    ),
    "listed twice": (
        "- Anne\n- name: Anne\n  role: host\n",
        [
            "warning: a.yml:2:3: attendees[1]: 'anne' is listed twice, first on line 1; if they are two people, give one an 'id' of its own"
        ],
    ),
    "one text for all": (
        "attendees: Anne, Bob\n",
        ["a.yml:1:12: attendees: expected a list; begin each name with '- ' on a line of its own"],
    ),
    "a mapping of ids": (
        "attendees:\n  anne:\n    name: Anne\n",
        ["warning: a.yml:2:3: attendees: read as a list; begin each entry with '- id: …'"],
    ),
    "a list for a text": (
        "- name: Anne\n  org: [a, b]\n",
        [
            "a.yml:2:8: attendees[0].org: expected text, not a list; if it is text, put it between quotation marks"
        ],
    ),
    "keys for a text": (
        "- name: Anne\n  org: {a: b}\n",
        [
            "a.yml:2:8: attendees[0].org: expected text, not keys and values; if it is text, put it between quotation marks"
        ],
    ),
    "not an id": (
        "- name: Anne\n  id: Café Vrac\n",
        [
            "a.yml:2:7: attendees[0].id: 'Café Vrac' is no id: lower case letters, digits and hyphens; did you mean 'cafe-vrac'?"
        ],
    ),
    "no id at all": (
        '- name: Anne\n  id: "!"\n',
        ["a.yml:2:7: attendees[0].id: '!' is no id: lower case letters, digits and hyphens"],
    ),
}
"""Keys and the shape of an entry."""

WORDS = {
    "a level of visibility": (
        "- name: Anne\n  visibility: pubilc\n",
        ["a.yml:2:15: attendees[0].visibility: 'pubilc' is no level of visibility; did you mean 'public'?"],
    ),
    "an unknown level": (
        "- name: Anne\n  visibility: no\n",
        [
            "a.yml:2:15: attendees[0].visibility: 'no' is no level of visibility; expected public, name-only, initials, counted or hidden"
        ],
    ),
    "a list of levels": (
        "- name: Anne\n  visibility: [public]\n",
        [
            "a.yml:2:15: attendees[0].visibility: expected text, not a list; if it is text, put it between quotation marks"
        ],
    ),
    "a consent without keys": (
        "- name: Anne\n  consent: true\n",
        ["a.yml:2:12: attendees[0].consent: expected a consent with its keys, such as 'given: …' below it"],
    ),
    "a consent with a typo": (
        "- name: Anne\n  consent: {given: 05/02/2010, methd: form}\n",
        [
            "a.yml:2:20: attendees[0].consent.given: '05/02/2010' may mean two days; write 2010-02-05 or 2010-05-02",
            "a.yml:2:32: attendees[0].consent.methd: unknown key; did you mean 'method'?",
        ],
    ),
    "a consent of no use": (
        "- name: Anne\n  consent: {given: 2010-02-05, until: 2009-01-01, photo: maybe, method: phone}\n",
        [
            "a.yml:2:39: attendees[0].consent.until: the consent ends before it was given, 2010-02-05",
            "a.yml:2:58: attendees[0].consent.photo: 'maybe' is neither yes nor no; expected true or false",
            "a.yml:2:73: attendees[0].consent.method: 'phone' is not known here; expected email, form, in-person or public-role",
        ],
    ),
    "a consent in French": (
        "- name: Anne\n  consent: {given: 2010-02-05, method: courriel, photo: oui}\n",
        ["warning: a.yml:2:40: attendees[0].consent.method: 'courriel' is another spelling of 'email'"],
    ),
    "a role with a typo": (
        "- name: Anne\n  role: speeker\n",
        ["a.yml:2:9: attendees[0].role: 'speeker' is not known here; did you mean 'speaker'?"],
    ),
    "a job for a role": (
        "- name: Anne\n  role: CTO\n",
        ["warning: a.yml:2:9: attendees[0].role: 'CTO' is no role known here; read as 'job_title'"],
    ),
    "a role and a job": (
        "- name: Anne\n  role: [oratrice, CTO]\n  job_title: Chef\n",
        [
            "warning: a.yml:2:9: attendees[0].role: 'CTO' is no role known here; left out, as 'job_title' is given",
            "warning: a.yml:2:9: attendees[0].role: 'oratrice' is another spelling of 'speaker'",
        ],
    ),
    "a year for a day": (
        "- name: Anne\n  known_since: 2009\n",
        ["a.yml:2:16: attendees[0].known_since: '2009' is no date; expected one such as 2010-02-03"],
    ),
    "a day that is none": (
        "- name: Anne\n  known_since: 2009-02-30\n",
        [
            "a.yml:2:16: attendees[0].known_since: '2009-02-30' is no day of the calendar; expected a date such as 2010-02-03"
        ],
    ),
    "names for ids": (
        '- name: Anne\n  met_with: [Luc Gendron, "!"]\n',
        [
            "a.yml:2:13: attendees[0].met_with: '!' is no id: lower case letters, digits and hyphens",
            "warning: a.yml:2:13: attendees[0].met_with: 'Luc Gendron' is another spelling of 'luc-gendron'",
        ],
    ),
    "an e-mail address in a note": (
        "- name: Anne\n  note: écrire à a@b.example\n",
        ["warning: a.yml:2:9: attendees[0].note: holds an e-mail address, which will be published"],
    ),
}
"""Values out of a list of words."""

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
    "a bare handle in a list": (
        "- name: Anne\n  profiles: [anne]\n",
        [
            "a.yml:2:14: attendees[0].profiles[0]: 'anne' is no web address; expected a web address such as https://example.org/page"
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
            "a.yml:2:10: attendees[0].photo: 'images/.hidden.jpg' begins with a full stop, and such files are never published"
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
            "a.yml:2:33: attendees[0].photo.atl: unknown key; the keys of a picture are src, alt, credit",
        ],
    ),
}
"""Profiles, addresses and pictures."""


@pytest.mark.parametrize("mistake", KEYS | WORDS | LINKS)
def test_attendee_mistakes(read_list, mistake):
    """A mistake in an entry is told with what is expected."""
    typed, expected = (KEYS | WORDS | LINKS)[mistake]

    lines = read_list(typed)

    assert lines == expected
