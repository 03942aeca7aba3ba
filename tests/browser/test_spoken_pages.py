"""What a screen reader says: a recap as a text, and the names of links.

With ``WRITE_SPOKEN=1`` in the environment, the text beside this file is written anew: read it aloud before it is kept.
"""

import os
import re
from pathlib import Path

import pytest
from spoken import list_names, speak

pytestmark = pytest.mark.browser

SPOKEN = Path(__file__).with_name("spoken-recap.txt")
RECAP = """---
title: Focus 20, trente avatars deviennent des visages
date: 2010-02-03 08:30
event: focus-20-2010
authors: [Marie Lantier]
category: Soirées
tags: [réseautage]
summary: Une soirée, trente tables, un café.
cover: {src: images/salle.png, alt: Une salle pleine de gens debout, credit: Jean Roy}
---
Hier soir, j’ai enfin serré la main de @cafevrac, qui dit toujours : <q lang="en">coffee first</q>.

## Ce qui s’est dit

Un mot[^1] de chacun.

![Deux tasses sur une table](images/salle.png)

[attendees]

[^1]: Un seul, et pas deux.
"""
SIBLING = "---\ntitle: Focus 20\ndate: 2010-02-03 08:30\nlang: en\nslug: focus-20-trente-avatars-deviennent-des-visages\n---\nLast night.\n"
LIST = """event:
  name: Focus 20
  start: 2010-02-02 18:00
  end: 2010-02-02 21:00
  location: {name: Hôtel Le Dauphin, locality: Drummondville}
  coverage: [{type: photos, title: La soirée en photos, url: "https://photos.example/"}]
attendees:
  - {id: cafevrac, name: Bruno Lamarche, org: Café Vrac, role: [speaker], note: Mon exemple chouchou., photo: {src: images/salle.png, alt: "Bruno Lamarche, une tasse à la main"}, profiles: {linkedin: brunolamarche, mastodon: "@cafevrac@mastodon.example"}}
  - Anne Tremblay
  - {name: Zoé Caron, visibility: counted}
"""
# A link of one word is fine where the word is the name of a place.
VAGUE = {
    "",
    "#",
    "ici",
    "here",
    "lien",
    "link",
    "lire",
    "lire la suite",
    "more",
    "plus",
    "read more",
    "en savoir plus",
}
LIST_MISNAMED = """() => [...document.querySelectorAll("a[aria-label], button[aria-label]")].filter((one) => {
    const fold = (text) => text.toLowerCase().replaceAll(/\\s+/g, " ").trim();
    return one.checkVisibility() && !one.closest("svg") && /\\p{L}/u.test(one.innerText ?? "")
        && !fold(one.getAttribute("aria-label")).includes(fold(one.innerText));
}).map((one) => one.outerHTML.slice(0, 160))"""


def name_place(url):
    """Return where a link leads; the page of an author and that of the same person go by one name."""
    return re.sub(r"/(authors|people)/", "/people/", url)


@pytest.fixture(name="site", scope="module")
def fixture_site(build_shared_site, picture):
    """Build a site of one evening."""
    files = {
        "recaps/focus.md": RECAP,
        "recaps/focus.en.md": SIBLING,
        "attendees/focus-20-2010.yml": LIST,
        "images/salle.png": picture,
    }
    site = build_shared_site(files)
    assert site.exit_code == 0, site.errors
    return site.output


def test_a_recap_makes_sense_read_aloud(site, visit):
    """Title, who, when, where, text, people and their links come in an order that a listener can follow."""
    page = visit("recaps/focus-20-trente-avatars-deviennent-des-visages/", folder=site).page

    said = "\n".join(speak(page)) + "\n"

    if os.environ.get("WRITE_SPOKEN"):
        SPOKEN.write_text(said, encoding="utf-8")
    assert said == SPOKEN.read_text(encoding="utf-8")


def test_a_link_to_a_profile_says_whose_it_is(site, visit):
    """It is "Bruno Lamarche sur LinkedIn", wherever it stands, and not one of many that are called LinkedIn."""
    for address in ("recaps/focus-20-trente-avatars-deviennent-des-visages/", "people/cafevrac/"):
        links = dict(list_names(visit(address, folder=site).page, "link"))

        assert links["Bruno Lamarche sur LinkedIn"] == "https://www.linkedin.com/in/brunolamarche"
        assert "LinkedIn" not in links


def test_a_link_is_known_by_its_name_alone(look, path):
    """In a list of the links of a page, each says where it leads, and no two of the same name lead elsewhere."""
    links = [(name.strip(), url.partition("#")[0]) for name, url in list_names(look(path).page, "link")]
    leads = {name: {name_place(url) for same, url in links if same == name} for name, _ in links}

    assert not leads.keys() & VAGUE
    assert {name: places for name, places in leads.items() if len(places) > 1} == {}


def test_every_button_has_a_name(look, path):
    """What a press does is said, also of a button that a script brings in."""
    names = [name.strip() for name, _ in list_names(look(path).page, "button")]

    assert names
    assert "" not in names


def test_who_says_what_is_seen_is_understood(look, path):
    """The name of a link or button holds the words on it, for those who command by voice (WCAG 2.5.3)."""
    assert look(path).page.evaluate(LIST_MISNAMED) == []
