"""Two people become one in front matter and in comments; what is not theirs stays byte for byte."""

from __future__ import annotations

import pytest

LIST = (
    "attendees:\n  - {id: zoe-roy, name: Zoé Roy}\n  - {id: zoe, name: Zoé L’Espérance}\n  - Anne Tremblay\n"
)
POST = """\
---
title: Une soirée : avec @zoe-roy   # a comment
date: 2010-02-03
event: soir          # joins the list
authors: [zoe-roy, Zoé Roy]
guests:
  - zoe-roy          # wrote half of it
  - {name: Zoé Roy, url: "https://zoe.example/"}
cover: {src: images/a.jpg, people: [anne-tremblay, zoe-roy, {id: zoe-roy, region: [1, 2, 3, 4]}], alt: "@zoe-roy rit"}
summary: "Avec [[Zoé Roy]] et @anne"
share: {text: "Merci @zoe-roy", texts: {x: "Vu @zoe-roy"}, via: zoe-roy, hashtags: [zoe-roy]}
tags: [zoe-roy]
slug: zoe-roy
---
Bonjour @zoe-roy, [elle]({filename}/@person/zoe-roy).
"""


@pytest.fixture(name="merge")
def fixture_merge(write_site, read, run):
    """Return what merges Zoé Roy into Zoé on a site with one more file, and reads that."""

    def merge(name, text):
        write_site({"attendees/soir.yml": LIST, name: text})
        done = run("merge", "zoe-roy", "zoe", "--yes")
        assert done.code == 0, done.err
        return read(name)

    return merge


def test_front_matter_names_the_one_who_stays(merge):
    """Ids, mentions and links follow; names, tags, the title, the address and the account to share by stay."""
    renamed = merge("recaps/a.md", POST)

    expected = (
        POST.replace("@zoe-roy", "@zoe")
        .replace("avec @zoe ", "avec @zoe-roy ")
        .replace("[[Zoé Roy]]", "[[Zoé L’Espérance]]")
    )
    expected = expected.replace("/@person/zoe-roy", "/@person/zoe").replace(
        "authors: [zoe-roy,", "authors: [zoe,"
    )
    expected = expected.replace("  - zoe-roy          #", "  - zoe              #").replace(
        "@person/zoe-roy", "@person/zoe"
    )
    expected = expected.replace("tremblay, zoe-roy, {id: zoe-roy,", "tremblay, zoe, {id: zoe,")
    assert renamed.splitlines() == expected.splitlines()


def test_front_matter_in_the_form_of_pelican_is_read_too(merge):
    """Line by line; the text below stays a text."""
    text = "Title: Soir\nAuthors: zoe-roy; Anne\nSummary: Avec @zoe-roy\nTags: zoe-roy\n\nAuthors: zoe-roy\n"

    assert merge("recaps/a.md", text) == (
        "Title: Soir\nAuthors: zoe; Anne\nSummary: Avec @zoe\nTags: zoe-roy\n\nAuthors: zoe-roy\n"
    )


def test_front_matter_that_is_no_yaml_is_read_line_by_line(merge):
    """What stands in the way of a program is for the next build to tell."""
    text = "---\ntitle: Soir\nauthors: zoe-roy\nguests: [zoe-roy, Luc]\nodd: [\n---\nTexte.\n"

    assert merge("recaps/a.md", text) == text.replace("zoe-roy", "zoe")


def test_a_text_that_concerns_neither_keeps_every_byte(merge):
    """Also one whose words are like the id."""
    text = "---\ntitle:   'Zoe-royale'\ntags: [a,b ]\n---\nzoe-royale\n"

    assert merge("recaps/a.md", text) == text


def test_a_comment_is_of_the_one_who_stays(merge):
    """Its author by id, and the mentions in its text; who writes by name keeps it."""
    text = "# from the form\nauthor: {person: zoe-roy, name: Zoé Roy}\ndate: 2010-02-04\ntext: 'Merci @zoe-roy !'\n"

    assert merge("comments/soir/1.yml", text) == text.replace("zoe-roy", "zoe")


def test_the_file_of_ids_stays(merge):
    """Readers of feeds know posts by what is in it, whatever it is made of."""
    text = "site: aad80695-3ea8-5abe-a634-feafb90eb322\nposts:\n  recaps/zoe-roy.md: {id: urn:uuid:59cebb2b-a013-59eb-9c09-17f2b66bb1ba, slug: zoe-roy, lang: fr}\n"

    assert merge("ids.yml", text) == text
