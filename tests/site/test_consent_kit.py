"""What a message promises of each level is what the built site shows after that answer."""

import re
from pathlib import Path

import pytest

from event_recap import cli
from event_recap.commands.consent.preview import Previewer
from event_recap.commands.opening import open_site
from event_recap.model.visibility import VISIBILITY_WORDS

CONFIGURATION = """\
import runpy

example = runpy.run_path("{root}/pelicanconf.py")
globals().update({{name: value for name, value in example.items() if name.isupper()}})
THEME, PLUGIN_PATHS, PATH, OUTPUT_PATH = "{root}/theme", ["{root}/plugins"], "content", "output"
SITEURL, RELATIVE_URLS, EXTRA_PATH_METADATA = "https://soirs.example", False, {{}}
EVENT_RECAP = {{"today": "2026-11-21", "privacy_contact": "https://soirs.example/lettre/"}}
"""
LIST = """\
event: {name: Premier soir, start: 2026-02-02, organizers: [ursule]}
attendees:
  - {id: bob, name: Bob Martin, met_with: [ursule], note: Un mot de Bob.}
  - {id: ursule, name: Ursule Publiquette, role: organizer, org: Orgursule, note: "Vue avec [[Bob Martin]].",
     url: "https://ursule.example/", profiles: {x: ursulehandle}, photo: {src: images/ursule.png, alt: Altursule}}
  - {name: Zoé Un, visibility: counted}
  - {name: Zoé Deux, visibility: counted}
"""
FILES = {
    "attendees/soir.yml": LIST,
    "recaps/a.md": "---\ntitle: Le récit\ndate: 2026-02-03\nevent: soir\nlang: fr\n---\nTexte.\n",
}


@pytest.fixture(name="settings")
def fixture_settings(tmp_path, monkeypatch):
    """Write settings of a site below the temporary folder, and go there."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "pelicanconf.py"
    path.write_text(CONFIGURATION.format(root=Path(__file__).parents[2]), encoding="utf-8")
    return path


@pytest.fixture(name="rebuild")
def fixture_rebuild(build_site, settings, picture):
    """Return what builds the site, after an answer of Ursule's where one is given."""

    def rebuild(answer=""):
        if answer:
            cli.main(["answer", "ursule", answer, "--method", "email", "--yes"])
        files = {} if answer else {**FILES, "images/ursule.png": picture}
        return build_site(files, configuration=settings, is_fresh=False)

    return rebuild


@pytest.fixture(name="show")
def fixture_show(settings):
    """Return what makes the preview of a level of Ursule's."""

    def show(level):
        site = open_site(settings)
        return Previewer(site, site.registry.events["soir"], "fr").show("ursule", VISIBILITY_WORDS[level])

    return show


def find_card(page):
    """Return the part of a page that is about Ursule, or None."""
    cards = page.select(".attendee-card")
    return next((card for card in cards if "Ursule" in card.select_one(".p-name").get_text()), None)


def read_words(element):
    """Return the words of a part of a page; what opens on a tap is no part of it."""
    for drawing in element.select("svg, .mention__card"):
        drawing.decompose()
    return "".join(element.get_text(" ").split())


def strip_addresses(text):
    """Return the words of a preview without addresses and pictures."""
    return "".join(re.sub(r"<[^<>]*>|\[photo[^]]*\]", "", text).split())


@pytest.mark.parametrize("level", ["public", "name-only"])
def test_a_preview_is_the_card_that_is_built(rebuild, show, level):
    """After the answer, the page has the words and the links that the message had, and no others."""
    rebuild()
    preview = show(level)

    site = rebuild(level)

    page = site.page("events/soir/index.html")
    card = find_card(page)
    total = page.select_one(".attendees__total").get_text()
    assert strip_addresses(preview.card) == "".join(total.split()) + read_words(card)
    assert sorted(re.findall(r"<([^<>]*)>", preview.card)) == sorted(
        link["href"] for link in card.select("a")
    )
    assert ("[photo: Altursule]" in preview.card) == bool(card.select("img"))
    assert bool(preview.page) == ("people/ursule/index.html" in site.files())
    assert preview.met == (("Bob Martin",) if level == "public" else ())
    assert preview.is_organizer == bool(page.select(".ticket .p-organizer"))


@pytest.mark.parametrize(
    ("level", "section"),
    [
        ("initials", "2 personnes U. P."),
        ("counted", "4 personnes et 3 autres personnes"),
        ("hidden", ""),
    ],
)
def test_a_level_without_a_name_shows_what_was_said(rebuild, show, find_traces, level, section):
    """Initials or a number are what the page has more than without the person; the name is nowhere."""
    rebuild()
    preview = show(level)

    site = rebuild(level)

    words = site.words("events/soir/index.html", ".attendees")
    assert " ".join(preview.card.split()) == section
    assert all(word in words for word in section.split())
    assert (preview.page, preview.met, preview.is_organizer) == ("", (), False)
    assert find_traces(site, "Publiquette", "ursulehandle", "Orgursule", "Altursule", "ursule.example") == []


def test_a_message_says_all_that_somebody_needs_to_answer(rebuild, settings, capsys):
    """The evening, the recap, five numbered ways, how to answer, where to read more; and no placeholder."""
    rebuild()
    before = sorted(settings.parent.rglob("*"))
    capsys.readouterr()

    code = cli.main(["ask", "soir", "--person", "ursule"])

    text = capsys.readouterr().out
    assert code == 0
    assert "Vous êtes dans la liste de Premier soir (2 février 2026)" in text
    assert "https://soirs.example/recaps/le-recit/" in text
    assert re.findall(r"^(\d)\. .*\((.*)\)$", text, re.MULTILINE) == [
        (str(number), word) for number, word in enumerate(reversed(VISIBILITY_WORDS), 1)
    ]
    assert "https://soirs.example/privacy/?person=ursule" in text
    assert "oui ou non à la photo" in text
    assert not re.search(r"\{|None", text)
    assert sorted(settings.parent.rglob("*")) == before
