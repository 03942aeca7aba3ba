"""What lists, people's files and files beside pictures say in plain words: whom it mentions, and who may be."""

from __future__ import annotations

import pytest

OTHERS = "avec @carlcptx, [[Carl Comptable]], [[bo-sand|le boulanger]] et @bo-sand"
SAID = "avec quelqu’un, quelqu’un, le boulanger et @bo-sand"
PICTURE = "alt: 'Alt{0} {1}', caption: 'Légende{0} {1}', credit: 'Crédit{0} {1}'"
LIST = f"""\
event:
  name: "Soir {OTHERS}"
  start: 2026-02-02
  location: "Salle {OTHERS}"
  organizers: [{{name: "Hôtes {OTHERS}"}}]
  offers: [{{name: "Entrée {OTHERS}", price: 2, currency: CAD}}, {{name: Autre, price: 1, currency: CAD}}]
  coverage: [{{type: photos, title: "Album {OTHERS}", url: "https://album.example/"}}]
  cover: {{src: images/a.png, {PICTURE.format(1, OTHERS)}}}
attendees:
  - id: anne-roy
    name: Anne Roy
    org: Maison {OTHERS}
    job_title: Associée {OTHERS}
    group: Table {OTHERS}
    photo: {{src: images/b.png, {PICTURE.format(2, OTHERS)}}}
  - {{id: bo-sand, name: Bo Sand, photo: images/e.png}}
  - {{id: carl-cpt, name: Carl Comptable, visibility: counted, profiles: {{x: carlcptx}}}}
"""
RECAP = f"""\
---
title: Un soir
date: 2026-02-03
event: soir
cover: {{src: images/c.png, {PICTURE.format(3, OTHERS)}}}
guests: [{{name: Lise, role: "Autrice {OTHERS}", org: "Revue {OTHERS}"}}]
share: {{text: "Un {OTHERS}", texts: {{mastodon: "Deux {OTHERS}"}}}}
---
![Photo4]({{static}}/images/d.png "Titre4 {OTHERS}")

![]({{static}}/images/e.png)
"""
SIDE = f"alt: 'Alt5 {OTHERS}'\ncaption: 'Légende5 {OTHERS}'\ncredit: 'Crédit5 {OTHERS}'\n"
FILES = {
    "attendees/soir.yml": LIST,
    "people/anne-roy.yml": f"name: Anne Roy\norg: Atelier {OTHERS}\n",
    "recaps/soir.md": RECAP,
    "images/e.png.yml": SIDE,
}


@pytest.fixture(name="site", scope="module")
def fixture_site(build_shared_site, picture):
    """Build a site whose every plain word mentions the same two."""
    files = FILES | {f"images/{name}.png": picture for name in "abcde"}
    site = build_shared_site(files, SITEURL="https://lanterne.example", PRIVACY_SAVE_AS="")
    assert site.exit_code == 0, site.errors
    return site


@pytest.fixture(name="said", scope="module")
def fixture_said(site):
    """Return all that its pages say."""
    return "\n".join(site.read(name) for name in site.files() if name.endswith((".html", ".vcf")))


def test_somebody_who_is_counted_is_nowhere(site, find_traces):
    """Neither the name nor the handle, in whatever file."""
    assert find_traces(site, "Comptable", "carlcptx", "carl-cpt") == []


@pytest.mark.parametrize(
    "fact",
    [
        *("Soir", "Salle", "Hôtes", "Album", "Maison", "Associée", "Table", "Atelier"),
        *("Alt1", "Légende1", "Crédit1", "Alt2", "Alt3", "Légende3", "Crédit3"),
        *("Autrice", "Revue", "Titre4", "Alt5", "Légende5", "Crédit5"),
    ],
)
def test_a_word_that_names_nobody_takes_the_place_of_a_mention(said, fact):
    """What the author wrote is kept, and of somebody who has a page the words are, without brackets."""
    assert f"{fact} {SAID}" in said


@pytest.mark.parametrize("text", ["Un", "Deux"])
def test_every_text_to_share_is_said_so(site, text):
    """Those for one network as well as the one for all."""
    links = [link["href"] for link in site.page("recaps/un-soir/index.html").select(".share a")]

    assert any(f"{text}%20avec%20quelqu" in link for link in links)


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("attendees/b.yml", "event: {name: Chez @zoex}\nattendees: [Anne]\n", "b.yml:1:20: name"),
        ("attendees/b.yml", "- {name: Anne, org: Chez @zoex}\n", "b.yml:1:26: org"),
        ("people/anne.yml", "name: Anne\njob_title: Amie de @zoex\n", "anne.yml:2:20: job_title"),
        ("images/a.png.yml", "alt: A @zoex\n", "a.png.yml:1:8: alt"),
        ("images/a.png.YML", "alt: A @zoex\n", "a.png.YML:1:8: alt"),
    ],
)
def test_whoever_is_hidden_is_told_with_the_place(build_site, picture, name, text, told):
    """A mention of somebody who may not be shown is an error, as it is in a text; and nothing is published."""
    files = {
        "attendees/a.yml": "- Anne\n- {name: Zoé Vert, visibility: hidden, profiles: {x: zoex}}\n",
        "images/a.png": picture,
    }

    site = build_site(files | {name: text})

    assert site.exit_code == 1
    assert f"{told}: mentions somebody who may not be shown" in site.errors
    assert site.files() == []


def test_the_name_of_an_evening_goes_where_others_are(build_site):
    """It stands in lists of evenings: whoever is counted at one of these is not named in it."""
    lists = {
        "attendees/un.yml": "event: {name: 'Chez [[Bo Sand]]', start: 2026-02-02}\nattendees: [Bo Sand]\n",
        "attendees/deux.yml": "event: {start: 2026-02-03}\nattendees: [{name: Bo Sand, visibility: counted}]\n",
    }

    site = build_site(lists)

    assert "Chez quelqu’un" in site.words("events/index.html")
    assert site.errors == ""
