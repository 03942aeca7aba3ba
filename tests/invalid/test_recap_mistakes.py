"""What an author reads about the front matter of a recap."""

from __future__ import annotations

import pytest

SHAPES = {
    "none": (
        "Hello everybody\n",
        [
            "a.md:1:1: no front matter; begin the file with '---', then lines such as 'title: …' and 'date: …', then '---'; or with 'Title: …' and 'Date: …' and a blank line"
        ],
    ),
    "empty": (
        "",
        [
            "a.md:1:1: no front matter; begin the file with '---', then lines such as 'title: …' and 'date: …', then '---'; or with 'Title: …' and 'Date: …' and a blank line"
        ],
    ),
    "never closed": (
        "---\ntitle: A\ndate: 2010-01-01\n\nBody\n",
        [
            "a.md:1:1: the front matter that '---' opens here is never closed; put '---' on a line of its own after line 3"
        ],
    ),
    "never closed, and the text right below": (
        "---\ntitle: A\ndate: 2010-01-01\nBody\n\nMore: body\n",
        [
            "a.md:1:1: the front matter that '---' opens here is never closed; put '---' on a line of its own after line 3"
        ],
    ),
    "French keys": (
        "---\ntitle: A\nAuteur: Zoé\nÉtiquettes: a\nrésumé: b\névènement: soir\n---\nBody\n",
        [
            "a.md:3:1: auteur: unknown key; did you mean 'author'?",
            "a.md:4:1: étiquettes: unknown key; did you mean 'tags'?",
            "a.md:5:1: résumé: unknown key; did you mean 'summary'?",
            "a.md:6:1: évènement: unknown key; did you mean 'event'?",
        ],
    ),
    "never closed and no text": (
        "---\ntitle: A\n",
        [
            "a.md:1:1: the front matter that '---' opens here is never closed; put '---' on a line of its own after line 2"
        ],
    ),
    "a list": ("---\n- title\n---\nBody\n", ["a.md:2:1: expected keys and values such as 'title: …'"]),
    "nothing in it": ("---\n---\nBody\n", ["a.md:1:1: title: the recap has no title; add 'title: …'"]),
    "a tab": (
        "---\ntitle: A\ntags:\n\t- a\n---\nBody\n",
        ["a.md:4:1: the line begins with a tab; use spaces"],
    ),
    "a tab after Key: value": (
        "Title: A\nImage: x\n\ty\n\nBody\n",
        ["a.md:3:1: the line begins with a tab; begin it with four spaces"],
    ),
    "no blank line": (
        "Title: A\nDate: 2010-02-03\nHere we go\n",
        [
            "warning: a.md:3:1: the front matter ends above this line, which has no 'Key: '; put a blank line there"
        ],
    ),
    "a key twice": (
        "---\ntitle: A\nslug: a\nslug: b\n---\nBody\n",
        ["a.md:4:1: slug: key given twice, first on line 3; keep one"],
    ),
    "a key twice, once in capitals": (
        "---\ntitle: A\nTitle: B\n---\nBody\n",
        ["a.md:3:1: title: key given twice, in capitals and without; keep one"],
    ),
    "a key twice in the other form": (
        "Title: A\nTitle: B\n\nBody\n",
        ["a.md:2:1: title: key given twice, first on line 1; keep one"],
    ),
    "a colon in a value": (
        "---\ntitle: A\ncategory: a : b\n---\nBody\n",
        ["a.md:3:11: category: the value holds ': '; put the value between quotation marks"],
    ),
    "Windows-1252": (
        b"---\ntitle: A\n---\ncaf\xe9\n",
        ["a.md:4:4: not UTF-8: a byte 0xE9, which is 'é' in Windows-1252; save the file again as UTF-8"],
    ),
    "UTF-16": (
        b"\xff\xfe-\x00-\x00-\x00\n\x00t\x00i\x00t\x00l\x00e\x00:\x00 \x00A\x00\n\x00-\x00-\x00-\x00\n\x00",
        ["a.md: not UTF-8: saved as UTF-16 ('Unicode'); save it again as UTF-8"],
    ),
    "too long": (b"x" * 10_000_001, ["a.md: too long: more than 10 MB; split it"]),
    "a control character in the text": (
        "---\ntitle: A\n\n---\nBody\na\x00b\n",
        ["warning: a.md:6:2: invisible characters are left out: U+0000"],
    ),
    "more of them": (
        "---\ntitle: A\n\n---\nBody\na\x00b\n\u202ec\n",
        ["warning: a.md:6:2: invisible characters are left out: U+0000, U+202E (2 lines, the first here)"],
    ),
    "a control character in a key's value": (
        "---\ntitle: A\nimage: a\x07b\n---\nBody\n",
        ["warning: a.md:3:8: image: holds invisible characters, U+0007; they are left out"],
    ),
}
"""Front matter as a whole, and the text."""

KEYS = {
    "no title": (
        "---\ndate: 2010-02-03\n---\nBody\n",
        ["a.md:2:1: title: the recap has no title; add 'title: …'"],
    ),
    "an empty title": (
        "---\ntitle:\n---\nBody\n",
        ["a.md:2:7: title: the title is empty; write it after 'title:'"],
    ),
    "a title with a typo": (
        "---\nTilte: A\n---\nBody\n",
        ["a.md:2:1: tilte: unknown key; did you mean 'title'?"],
    ),
    "a summary with a typo": (
        "---\ntitle: A\nsumary: x\n---\nBody\n",
        ["a.md:3:1: sumary: unknown key; did you mean 'summary'?"],
    ),
    "a hyphen": (
        "---\ntitle: A\nsave-as: x.html\n---\nBody\n",
        ["a.md:3:1: save-as: unknown key; did you mean 'save_as'?"],
    ),
    "a key of Pelican's own": (
        "---\ntitle: A\nsettings: x\n---\nBody\n",
        ["a.md:3:1: settings: 'settings' is a name Pelican keeps for itself; choose another"],
    ),
    "a key under which Pelican keeps the text": (
        "---\ntitle: A\n_content: <script>x</script>\n---\nBody\n",
        ["a.md:3:1: _content: '_content' is a name Pelican keeps for itself; choose another"],
    ),
    "a key under which Pelican keeps the address": (
        "---\ntitle: A\noverride_url: //evil.example\noverride_save_as: ../x\n---\nBody\n",
        [
            "a.md:3:1: override_url: 'override_url' is a name Pelican keeps for itself; choose another",
            "a.md:4:1: override_save_as: 'override_save_as' is a name Pelican keeps for itself; choose another",
        ],
    ),
    "keys inside": (
        "---\ntitle: A\nimage: {src: a}\n---\nBody\n",
        ["a.md:3:8: image: expected text, not keys and values"],
    ),
    "a list inside a list": (
        "---\ntitle: A\ntags: [[a]]\n---\nBody\n",
        ["a.md:3:8: tags: expected a list of texts, without lists inside"],
    ),
    "two categories": (
        "---\ntitle: A\ncategory: [a, b]\n---\nBody\n",
        ["a.md:3:11: category: expected one text, not a list; write it on one line"],
    ),
    "two under author": (
        "---\ntitle: A\nauthor: [a, b]\n---\nBody\n",
        ["a.md:3:9: author: expected one text, not a list; several go under 'authors'"],
    ),
    "an author with keys": (
        "---\ntitle: A\nauthors: [{name: Bob, org: x}]\n---\nBody\n",
        [
            "a.md:3:11: authors: an author is a name only; somebody with a role or an organisation is a guest, under 'guests'"
        ],
    ),
    "two readings of a date": (
        "---\ntitle: A\ndate: 02/03/2010\n---\nBody\n",
        ["a.md:3:7: date: '02/03/2010' may mean two days; write 2010-03-02 or 2010-02-03"],
    ),
    "a guess of a date": (
        "---\ntitle: A\ndate: May\n---\nBody\n",
        ["a.md:3:7: date: 'May' is no date; expected one such as 2010-02-03"],
    ),
    "a day that is none": (
        "---\ntitle: A\ndate: 2010-02-31\n---\nBody\n",
        ["a.md:3:7: date: '2010-02-31' is no day of the calendar; expected a date such as 2010-02-03"],
    ),
    "a zone by letters": (
        "---\ntitle: A\nmodified: 2010-05-01 20:00 EST\n---\nBody\n",
        ["a.md:3:11: modified: the zone 'EST' is not the same everywhere; write an offset such as +02:00"],
    ),
    "a slug that leaves": (
        "---\ntitle: A\nslug: ../x\n---\nBody\n",
        ["a.md:3:7: slug: '../x' would leave its folder; a slug is one name, without / and \\"],
    ),
    "a slug with folders": (
        "---\ntitle: A\nslug: a/b\n---\nBody\n",
        ["a.md:3:7: slug: 'a/b' would leave its folder; a slug is one name, without / and \\"],
    ),
    "a slug longer than names are": (
        "---\ntitle: A\nslug: " + "a" * 300 + "\n---\nBody\n",
        ["a.md:3:7: slug: too long for the name of a folder; expected 200 letters at most"],
    ),
    "a language with an underscore": (
        "---\ntitle: A\nlang: fr_CA\n---\nBody\n",
        ["a.md:3:7: lang: 'fr_CA' is no language; did you mean 'fr-CA'?"],
    ),
    "no language": (
        "---\ntitle: A\nlang: ../../x\n---\nBody\n",
        ["a.md:3:7: lang: '../../x' is no language; expected a code such as fr or fr-CA"],
    ),
    "a status with a typo": (
        "---\ntitle: A\nstatus: drfat\n---\nBody\n",
        ["a.md:3:9: status: 'drfat' is no status; did you mean 'draft'?"],
    ),
    "an unknown status": (
        "---\ntitle: A\nstatus: later\n---\nBody\n",
        ["a.md:3:9: status: 'later' is no status; expected draft, hidden, published or skip"],
    ),
    "a file outside": (
        "---\ntitle: A\nsave_as: ../x.html\n---\nBody\n",
        ["a.md:3:10: save_as: '../x.html' leads out of the site; expected a path such as about/index.html"],
    ),
    "an address elsewhere": (
        "---\ntitle: A\nurl: https://a.example/\n---\nBody\n",
        [
            "a.md:3:6: url: 'https://a.example/' leads out of the site; expected a path such as about/index.html"
        ],
    ),
    "a path from the root": (
        "---\ntitle: A\nurl: /x/\n---\nBody\n",
        ["a.md:3:6: url: '/x/' leads out of the site; expected a path such as about/index.html"],
    ),
}
"""Pelican's keys."""

OWN = {
    "an event with a typo": (
        "---\ntitle: A\nevnt: focus-20\n---\nBody\n",
        ["a.md:3:1: evnt: unknown key; did you mean 'event'?"],
    ),
    "an event by name": (
        "---\ntitle: A\nevent: Focus 20\n---\nBody\n",
        [
            "a.md:3:8: event: 'Focus 20' is no id: lower case letters, digits and hyphens; did you mean 'focus-20'?"
        ],
    ),
    "a list of events": (
        "---\ntitle: A\nevent: [a]\n---\nBody\n",
        ["a.md:3:8: event: expected text, not a list; if it is text, put it between quotation marks"],
    ),
    "a missing cover": (
        "---\ntitle: A\ncover: images/ann.jpg\n---\nBody\n",
        [
            "a.md:3:8: cover: there is no picture 'images/ann.jpg' in the content folder; did you mean 'images/anne.jpg'?"
        ],
    ),
    "a cover outside": (
        "---\ntitle: A\ncover: ../../../etc/passwd\n---\nBody\n",
        ["a.md:3:8: cover: '../../../etc/passwd' leaves the content folder; copy the picture into it"],
    ),
    "a guest without name": (
        "---\ntitle: A\nguests: [{role: CEO}]\n---\nBody\n",
        ["a.md:3:10: guests[0].name: the guest has no name; add 'name: …'"],
    ),
    "a guest with an e-mail address": (
        "---\ntitle: A\nguests: [{name: Bob, email: a@b.example}]\n---\nBody\n",
        ["a.md:3:22: guests[0].email: private, and never published; take it out of the file"],
    ),
    "a guest with a bare address": (
        "---\ntitle: A\nguests: [{name: Bob, url: a.example}]\n---\nBody\n",
        ["warning: a.md:3:27: guests[0].url: read as https://a.example; write the whole address"],
    ),
    "a list in the guests": (
        "---\ntitle: A\nguests: [[Bob]]\n---\nBody\n",
        ["a.md:3:10: guests[0]: expected text, not a list; if it is text, put it between quotation marks"],
    ),
    "a share key with a typo": (
        "---\ntitle: A\nshare: {txt: a}\n---\nBody\n",
        ["a.md:3:9: share.txt: unknown key; did you mean 'text'?"],
    ),
    "a text for a network with a typo": (
        "---\ntitle: A\nshare: {texts: {linkdin: a}}\n---\nBody\n",
        ["a.md:3:17: share.texts.linkdin: unknown key; did you mean 'linkedin'?"],
    ),
    "a list to share": (
        "---\ntitle: A\nshare: [a]\n---\nBody\n",
        ["a.md:3:8: share: expected a share block with its keys, such as 'text: …' below it"],
    ),
    "a handle with a space": (
        "---\ntitle: A\nshare: {via: mon blog}\n---\nBody\n",
        [
            "a.md:3:14: share.via: 'mon blog' is no handle on X; expected letters, digits and _ such as monblog"
        ],
    ),
    "a network with a typo": (
        "---\ntitle: A\nshare: {networks: [mastodo]}\n---\nBody\n",
        ["a.md:3:19: share.networks: 'mastodo' is no network to share on; did you mean 'mastodon'?"],
    ),
    "a network that is not here": (
        "---\ntitle: A\nshare: {networks: [zebra]}\n---\nBody\n",
        [
            "a.md:3:19: share.networks: 'zebra' is no network to share on; expected bluesky, email, linkedin, mastodon or x"
        ],
    ),
}
"""Our keys."""


@pytest.mark.parametrize("mistake", SHAPES | KEYS | OWN)
def test_recap_mistakes(read_recap, mistake):
    """A mistake in the front matter is told with what is expected."""
    typed, expected = (SHAPES | KEYS | OWN)[mistake]

    lines = read_recap(typed)

    assert lines == expected
