"""What is published of a person is what the person agreed to, in every file of the site."""

from __future__ import annotations

import json

import feedparser
import pytest

LIST = """\
event: {name: Soir, start: 2010-02-02, organizers: [waldemar, xenia, yolande]}
attendees:
  - {id: ursule, name: Ursule Publiquette, note: Un mot public., met_with: [vigor, waldemar, xenia, yolande, zephirin]}
  - {id: vigor, name: Vigor Nomseulard, visibility: name-only, note: Motdevigor., org: Orgvigor, role: speaker,
     url: "https://vigor-site.example/", profiles: {x: vigorhandle}, group: Groupevigor, photo: {src: images/vigorphoto.png, alt: Altvigor}}
  - {id: waldemar, name: Waldemar Initialeau, visibility: initials, note: Motdewaldemar., org: Orgwaldemar,
     url: "https://waldemar-site.example/", photo: {src: images/waldemarphoto.png, alt: Altwaldemar}}
  - {id: xenia, name: Xénia Comptéedoux, visibility: counted, note: Motdexenia., group: Groupexenia}
  - {id: yolande, name: Yolande Cachemire, visibility: hidden, note: Motdeyolande., role: organizer}
  - {id: zephirin, name: Zéphirin Périmois, note: Motdezephirin., consent: {until: 2010-02-28}}
  - {id: aurele, name: Aurèle Douteux}
"""
AURELE = "name: Aurèle Douteux\nvisibility: counted\nbio: Biodaurele.\nphoto: {src: images/aurelephoto.png, alt: Altaurele}\n"
RECAP = "---\ntitle: Le récit\ndate: 2010-02-03\nevent: soir\n---\nTexte.\n"
PAGES = ("recaps/le-recit/index.html", "events/soir/index.html")
SECRETS = {
    "name-only": (
        "Motdevigor",
        "Orgvigor",
        "vigor-site",
        "vigorhandle",
        "Groupevigor",
        "vigorphoto",
        "Altvigor",
    ),
    "initials": ("Waldemar", "Initialeau", "Orgwaldemar", "Altwaldemar"),
    "counted": ("Xénia", "Comptéedoux", "Motdexenia", "Groupexenia"),
    "hidden": ("Yolande", "Cachemire", "Motdeyolande"),
    "expired": ("Zéphirin", "Périmois", "Motdezephirin"),
    "lowered by the person's own file": ("Aurèle", "Douteux", "Biodaurele", "aurelephoto", "Altaurele"),
}


@pytest.fixture(name="files", scope="module")
def fixture_files(picture):
    """Return an evening with somebody at each level, and their photos."""
    photos = {f"images/{name}photo.png": picture for name in ("vigor", "waldemar", "aurele")}
    return {"attendees/soir.yml": LIST, "people/aurele.yml": AURELE, "recaps/a.md": RECAP, **photos}


@pytest.fixture(name="site", scope="module")
def fixture_site(build_shared_site, files):
    """Build the site on a day after one consent ended."""
    site = build_shared_site(files, EVENT_RECAP={"today": "2010-03-01"})
    assert site.exit_code == 0
    return site


@pytest.mark.parametrize("level", SECRETS)
def test_nothing_beyond_the_level_is_in_any_file(site, find_traces, level):
    """Nothing that a person's level keeps back is in any file or file name, in any encoding."""
    assert find_traces(site, *SECRETS[level]) == []


def test_search_would_find_them(site, find_traces):
    """The search that proves the absence does find what is there."""
    names = {name for _, name in find_traces(site, "publiquette")}

    assert {*PAGES, "people/ursule/index.html", "people/index.html", "feeds/all.atom.xml"} <= names


@pytest.mark.parametrize("name", PAGES)
def test_cards_show_each_as_agreed(site, name):
    """A public person has a card, a name-only one the name alone, then initials, then a number."""
    section = site.page(name).select_one(".attendees")
    cards = section.select(".attendee-card")

    assert [card.select_one(".p-name").get_text() for card in cards] == [
        "Ursule Publiquette",
        "Vigor Nomseulard",
    ]
    assert [card.get("id") for card in cards] == ["person-ursule", None]
    assert not cards[1].select("a, img, .p-note, .p-org, .p-role")
    assert [letters.get_text() for letters in section.select(".attendees__initials")] == ["W. I."]
    assert "3" in section.select_one(".attendees__others").get_text()


def test_initials_lead_nowhere(site):
    """Initials have no anchor, no link and no title that names the person."""
    (initials,) = site.page(PAGES[0]).select(".attendees__initials")

    assert initials.attrs == {"class": ["attendees__initials"]}
    assert initials.find_parent("a") is None


def test_only_public_people_have_a_page(site):
    """Only people who are public have a page, and stand in the list of people."""
    assert [name for name in site.files() if name.startswith("people/")] == [
        "people/index.html",
        "people/ursule.vcf",
        "people/ursule/index.html",
    ]
    assert [name.get_text() for name in site.page("people/index.html").select(".tile .p-name")] == [
        "Ursule Publiquette"
    ]


def test_name_only_is_a_name_in_the_list_and_nowhere_else(site, find_traces):
    """A name-only person is named by the list of the evening, in pages and feeds, and by nothing else."""
    names = {name for _, name in find_traces(site, "Nomseulard")}

    assert {name for name in names if name.endswith(".html")} == set(PAGES)
    assert all(name.startswith("feeds/") for name in names - set(PAGES))


def test_feeds_say_no_more_than_the_page(site):
    """A feed names the public and the name-only person, and counts as the page does."""
    entry = feedparser.parse(site.read("feeds/all.atom.xml")).entries[0].content[0].value

    assert "Ursule Publiquette" in entry
    assert "Vigor Nomseulard" in entry
    assert "W. I." in entry


def test_met_names_public_people_only(site):
    """Who met whom names nobody who is not public."""
    assert not site.page(PAGES[0]).select(".attendee-card__met")
    assert "Vigor" not in site.words("people/ursule/index.html")


def test_structured_data_names_nobody_who_is_not_public(site):
    """What machines read of a page names no organiser who may not be named."""
    described = json.dumps([site.json_ld(name) for name in PAGES], ensure_ascii=False)

    assert not [word for word in ("Waldemar", "Xénia", "Yolande", "Vigor") if word in described]


def test_photo_of_somebody_not_public_is_not_copied(site):
    """The photo of a person who is not public stays out of the output."""
    assert not [name for name in site.files() if "photo" in name]


def test_consent_holds_on_its_last_day(build_site, files, find_traces):
    """A consent holds on the day it ends; the day after, the person is counted only."""
    site = build_site(files, EVENT_RECAP={"today": "2010-02-28"})

    assert "people/zephirin/index.html" in site.files()
    assert find_traces(site, "Motdezephirin")


def test_withdrawal_leaves_nothing_after_one_build(build_site, picture, find_traces):
    """Lowering a level takes the page, photo, name and note out of the output with the next build."""
    text = "event: {name: Soir, start: 2010-02-02}\nattendees:\n  - {id: zed, name: Zed Retirard, note: Motdezed., visibility: LEVEL,"
    text += " photo: {src: images/zedphoto.png, alt: Altzed}}\n  - Anne Roy\n"
    base = {"recaps/a.md": RECAP, "images/zedphoto.png": picture}
    before = build_site({**base, "attendees/soir.yml": text.replace("LEVEL", "public")})
    assert len(find_traces(before, "retirard", "motdezed", "altzed", "zedphoto")) > 4

    after = build_site({**base, "attendees/soir.yml": text.replace("LEVEL", "counted")})

    assert find_traces(after, "retirard", "motdezed", "altzed", "zedphoto", "people/zed") == []


def test_withdrawal_reaches_pelicans_cache(build_site, tmp_path, find_traces):
    """With Pelican's cache of contents on, a withdrawn person is gone from the site with the next build, too."""
    text = "event: {name: Soir, start: 2010-02-02}\nattendees:\n  - {name: Zed Retirard, note: Motdezed., visibility: LEVEL}\n"
    cached = {"CACHE_CONTENT": True, "LOAD_CONTENT_CACHE": True, "CACHE_PATH": str(tmp_path / "cache")}
    build_site({"recaps/a.md": RECAP, "attendees/soir.yml": text.replace("LEVEL", "public")}, **cached)

    site = build_site({"attendees/soir.yml": text.replace("LEVEL", "counted")}, **cached)

    assert site.exit_code == 0
    assert find_traces(site, "retirard", "motdezed") == []
    assert not [path for path in (tmp_path / "cache").iterdir() if b"Retirard" in path.read_bytes()]


def test_hidden_person_changes_no_byte(build_site):
    """The site with a hidden person is, byte for byte, the site where the person was never listed."""
    head = "event: {name: Soir, start: 2010-02-02}\nattendees:\n  - Anne Roy\n"
    tail = "  - Zoé Blais\n  - {name: Un, visibility: counted}\n  - {name: Ib Or, visibility: initials}\n"
    hidden = (
        "  - {name: Yolande Cachemire, role: speaker, note: X, met_with: [anne-roy], visibility: hidden}\n"
    )
    site = build_site({"recaps/a.md": RECAP, "attendees/soir.yml": head + tail})
    without = {name: (site.output / name).read_bytes() for name in site.files()}

    build_site({"attendees/soir.yml": head + hidden + tail})

    assert {name: (site.output / name).read_bytes() for name in site.files()} == without


def test_unnamed_people_are_counted_from_three_on(build_shared_site):
    """One or two unnamed people are not said at all; three and four are."""
    lists = {f"attendees/soir-{count}.yml": list_of(count) for count in range(5)}
    recaps = {
        f"recaps/{count}.md": RECAP.replace("soir", f"soir-{count}").replace("récit", f"récit {count}")
        for count in range(5)
    }

    site = build_shared_site({**lists, **recaps})

    for count, said in enumerate(("1", "1", "1", "4", "5")):
        for name in (f"events/soir-{count}/index.html", f"recaps/le-recit-{count}/index.html"):
            assert site.words(name, ".attendees__total").startswith(f"{said} ")
            assert bool(site.page(name).select(".attendees__others")) == (count >= 3)
        assert site.words(f"recaps/le-recit-{count}/index.html", ".faces__total").startswith(f"{said} ")


def list_of(count):
    """Return a list of one public person and some who are counted only."""
    unnamed = "".join(f"  - {{name: Nom Caché {number}, visibility: counted}}\n" for number in range(count))
    return f"event: {{name: Soir, start: 2010-02-02}}\nattendees:\n  - Anne Roy\n{unnamed}"


def test_strict_site_shows_only_people_with_a_record_of_consent(build_site, find_traces):
    """In a strict site a person without level is hidden, and a record of consent is needed to be named."""
    text = """\
event: {name: Soir, start: 2010-02-02}
attendees:
  - Silas Silencieux
  - {name: Prudence Sansaccord, visibility: public}
  - {name: Anne Roy, visibility: public, consent: {given: 2010-01-01, method: form}}
"""
    site = build_site(
        {"recaps/a.md": RECAP, "attendees/soir.yml": text},
        EVENT_RECAP={"strict": True, "today": "2010-03-01"},
    )

    assert find_traces(site, "Silas", "Silencieux", "Prudence", "Sansaccord") == []
    assert "people/anne-roy/index.html" in site.files()


def test_site_may_choose_to_show_less_by_default(build_site, find_traces):
    """``default_visibility`` is the level of everybody for whom nothing is said."""
    text = "event: {name: Soir, start: 2010-02-02}\nattendees:\n  - Silas Silencieux\n  - {name: Anne Roy, visibility: public}\n"

    site = build_site(
        {"recaps/a.md": RECAP, "attendees/soir.yml": text}, EVENT_RECAP={"default_visibility": "counted"}
    )

    assert find_traces(site, "Silas", "Silencieux") == []
    assert "people/anne-roy/index.html" in site.files()


def test_private_key_is_told_and_never_published(build_site, find_traces):
    """An e-mail address in a list is told without being repeated, and no file has it."""
    text = "event: {name: Soir, start: 2010-02-02}\nattendees:\n  - {name: Anne Roy, email: anne@secretbox.example}\n"

    site = build_site({"recaps/a.md": RECAP, "attendees/soir.yml": text})

    assert "attendees[0].email" in site.errors
    assert "secretbox" not in site.errors
    assert find_traces(site, "secretbox") == []
