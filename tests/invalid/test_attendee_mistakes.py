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
            "a.yml:2:3: attendees[0].zebra: unknown key; the keys of an attendee are id, name, handle, role, org, job_title, url, profiles, photo, note, group, known_since, met_with, visibility, consent, follow_up"
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
        "- name: Anne\n  company: Café Lune\n",
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
            "warning: a.yml:2:3: attendees[1]: listed twice, first on line 1; if they are two people, give one an 'id' of its own"
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
    "an e-mail address for a name": (
        "- anne@cafe.example\n- name: bob@cafe.example\n",
        [
            "a.yml:1:3: attendees[0]: an e-mail address is never published; take it out",
            "a.yml:2:3: attendees[1]: nobody is named; add 'name: …'",
            "a.yml:2:9: attendees[1].name: an e-mail address is never published; take it out",
        ],
    ),
    "an e-mail address for a handle": (
        "- name: Anne\n  twitter: anne@cafe.example\n",
        [
            "warning: a.yml:2:3: attendees[0].twitter: other spelling of 'profiles.x'",
            "a.yml:2:12: attendees[0].profiles.x: '…@…' is no profile on X; expected anne or https://x.com/anne",
        ],
    ),
    "not an id": (
        "- name: Anne\n  id: Café Lune\n",
        [
            "a.yml:2:7: attendees[0].id: 'Café Lune' is no id: lower case letters, digits and hyphens; did you mean 'cafe-lune'?"
        ],
    ),
    "no id at all": (
        '- name: Anne\n  id: "!"\n',
        ["a.yml:2:7: attendees[0].id: '!' is no id: lower case letters, digits and hyphens"],
    ),
    "nothing but a wrong id": (
        '- id: "!"\n',
        ["a.yml:1:7: attendees[0].id: '!' is no id: lower case letters, digits and hyphens"],
    ),
    "a typo alone": (
        "- nmae: Anne\n",
        [
            "a.yml:1:3: attendees[0]: nobody is named; add 'name: …'",
            "a.yml:1:3: attendees[0].nmae: unknown key; did you mean 'name'?",
        ],
    ),
}
"""Keys and the shape of an entry."""

WORDS = {
    "a level of visibility": (
        "- name: Anne\n  visibility: pubilc\n",
        ["a.yml:2:15: attendees[0].visibility: 'pubilc' is no level of visibility; did you mean 'public'?"],
    ),
    "a level left empty": (
        "- name: Anne\n  visibility:\n- name: Bob\n  visibility: ''\n",
        [
            "a.yml:2:14: attendees[0].visibility: is empty; expected public, name-only, initials, counted or hidden",
            "a.yml:4:15: attendees[1].visibility: is empty; expected public, name-only, initials, counted or hidden",
        ],
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
            "a.yml:2:39: attendees[0].consent.until: the consent ends before it was given, 2010-02-05; put one of the two days right",
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
        '- name: Anne\n  met_with: [Luc Garnier, "!"]\n',
        [
            "a.yml:2:13: attendees[0].met_with: '!' is no id: lower case letters, digits and hyphens",
            "warning: a.yml:2:13: attendees[0].met_with: 'Luc Garnier' is another spelling of 'luc-garnier'",
        ],
    ),
    "an e-mail address in a note": (
        "- name: Anne\n  note: écrire à a@b.example\n",
        [
            "warning: a.yml:2:9: attendees[0].note: holds an e-mail address, which will be published; take it out, unless it is meant"
        ],
    ),
    "a note as long as a book": (
        f"- name: Anne\n  note: {'mot ' * 5001}\n",
        ["a.yml:2:9: attendees[0].note: too long: expected 20000 characters at most, and 1000 '['"],
    ),
    "a note full of brackets": (
        f"- name: Anne\n  note: x{'[' * 1001}\n",
        ["a.yml:2:9: attendees[0].note: too long: expected 20000 characters at most, and 1000 '['"],
    ),
}
"""Values out of a list of words."""


@pytest.mark.parametrize("mistake", KEYS | WORDS)
def test_attendee_mistakes(read_list, mistake):
    """A mistake in an entry is told with what is expected."""
    typed, expected = (KEYS | WORDS)[mistake]

    lines = read_list(typed)

    assert lines == expected
