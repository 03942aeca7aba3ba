"""Everything that a site holds on a person, to be sent to them."""

import json

import pytest

from event_recap.commands.holding import find_sentence

FILES = {
    "attendees/un.yml": (
        "event: {name: Premier soir, start: 2026-02-02, organizers: [anne]}\n"
        "attendees:\n"
        "  - id: anne\n"
        "    role: [speaker]\n"
        "    note: A parlé.\n"
        "  - {id: bob, name: Bob, met_with: [nan], note: Est venu avec Anne Roy.}\n"
    ),
    "people/anne.yml": (
        "name: Anne Roy\naliases: [nan]\nmoved_from: [anne-t]\nprofiles: {x: anneroy}\n"
        "photo: {src: images/anne.png, alt: Anne}\nconsent: {given: 2026-01-01, method: email, photo: false}\n"
    ),
    "images/anne.png": "picture",
    "images/hall.jpg": "picture",
    "images/hall.jpg.yml": "people: [bob, nan]\n",
    "recaps/un.md": (
        "---\ntitle: Un soir\ndate: 2026-02-03\n---\nIl pleuvait. Puis @anneroy a parlé.\n\nUn mot de la fin\n"
        "de [[Anne Roy]] ! Fin.\n"
    ),
    "recaps/deux.md": "---\ntitle: Deux\ndate: 2026-02-04\n---\nPersonne.\n",
}


@pytest.fixture(name="holding")
def fixture_holding(write_site, run):
    """Return what is held on Anne, as JSON."""
    write_site(FILES)
    return json.loads(run("about", "Anne Roy", "--json").out)


def test_every_entry_says_where_it_stands_and_what_it_says(holding):
    """Roles, note, date of the event, and how the person is shown there."""
    assert holding["entries"] == [
        {
            "at": "content/attendees/un.yml:3:5",
            "event": "Premier soir",
            "date": "2026-02-02",
            "shown_as": "public",
            "roles": ["speaker"],
            "note": "A parlé.",
        }
    ]


def test_the_own_file_is_told_with_photo_and_consent(holding):
    """Also what is kept and not shown."""
    assert holding["file"] == {
        "at": "content/people/anne.yml:1",
        "name": "Anne Roy",
        "profiles": {"x": "https://x.com/anneroy"},
        "photo": {"file": "images/anne.png", "alt": "Anne"},
        "consent": {"given": "2026-01-01", "method": "email", "photo": False, "index": True, "graph": True},
    }


def test_every_sentence_that_names_the_person_is_told_with_its_line(holding):
    """By handle, by name, and in what a list says of somebody else."""
    assert holding["texts"] == [
        {"at": "content/recaps/un.md:5", "sentence": "Puis @anneroy a parlé."},
        {"at": "content/recaps/un.md:8", "sentence": "Un mot de la fin de [[Anne Roy]] !"},
        {
            "at": "content/attendees/un.yml:1",
            "sentence": "event: {name: Premier soir, start: 2026-02-02, organizers: [anne]}",
        },
        {
            "at": "content/attendees/un.yml:6",
            "sentence": "- {id: bob, name: Bob, met_with: [nan], note: Est venu avec Anne Roy.}",
        },
    ]


def test_who_names_the_person_otherwise_is_told(holding):
    """As an organiser, and as somebody met, by an alias as well."""
    assert holding["named_by_others"] == [
        {"at": "content/attendees/un.yml:1", "event": "Premier soir", "as": "organizer"},
        {"at": "content/attendees/un.yml:6:5", "event": "Premier soir", "as": "met"},
    ]


@pytest.mark.parametrize(
    "head",
    [
        "---\ntitle: Avec Anne Roy. Un mot.\ndate: 2026-02-03\n---\n",
        "Date: 2026-02-03\nTitle: Avec Anne Roy. Un mot.\n\n",
    ],
)
def test_a_line_of_front_matter_is_told_by_itself(write_site, run, head):
    """A title that names somebody is not told with everything else that stands there."""
    write_site({**FILES, "recaps/un.md": head + "Texte.\n"})

    texts = json.loads(run("about", "anne", "--json").out)["texts"]

    assert texts[0]["sentence"].casefold() == "title: avec anne roy. un mot."


def test_pictures_that_name_the_person_are_told(holding):
    """Also by an alias, in the file beside a picture."""
    assert holding["pictures"] == [{"at": "content/images/hall.jpg.yml:1:15", "file": "images/hall.jpg"}]


def test_every_id_is_told(holding):
    """That of today, the others, and that of the contact card."""
    assert (holding["id"], holding["names"], holding["other_ids"]) == (
        "anne",
        ["Anne Roy"],
        ["nan", "anne-t"],
    )
    assert holding["uid"].startswith("urn:uuid:")


def test_the_pages_of_the_built_site_are_listed(write_site, run, tmp_path):
    """Pages, feeds and cards in which the name, a handle or an address stands, however it is written."""
    write_site(FILES)
    pages = {
        "people/anne/index.html": "<h1>Anne\nRoy</h1>",
        "feed.xml": "<a href='https://x.com/anneroy'>",
        "other.html": "<p>Anne</p>",
        "coded.html": "<p>Anne&#32;Roy</p>",
        "style.css": "Anne Roy",
    }
    for name, text in pages.items():
        path = tmp_path / "output" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    holding = json.loads(run("about", "anne", "--json").out)

    assert holding["pages"] == ["coded.html", "feed.xml", "people/anne/index.html"]


def test_the_text_begins_with_what_it_is(write_site, run):
    """Somebody who gets it by mail understands it without knowing the site, in their language."""
    write_site(FILES)

    french, english = (run("about", "anne", "--lang", lang).out.splitlines() for lang in ("fr", "en"))

    assert french[0] == "Anne Roy\N{NO-BREAK SPACE}: ce que https://soirs.example conserve, le 2026-11-21"
    assert english[0] == "What https://soirs.example holds on Anne Roy, on 2026-11-21"
    assert english[-2:] == ["", "No page of the built site names you."]
    assert "    search engines: yes" in english
    assert "    photo: no" in english
    assert "    photo\N{NO-BREAK SPACE}: non" in french


def test_the_answer_can_be_written_into_a_file(write_site, run, tmp_path):
    """Nothing of it is then on the terminal; the language is that of the site."""
    write_site(FILES)

    done = run("about", "@anneroy", "--output", "anne.txt")

    assert (done.code, done.out) == (0, "")
    assert (
        (tmp_path / "anne.txt").read_text(encoding="utf-8").startswith("Anne Roy\N{NO-BREAK SPACE}: ce que")
    )


@pytest.mark.parametrize("word", ["anne", "nan", "@AnneRoy", "anneroy", "Anne Roy", "anne roy", "anne-t"])
def test_a_person_is_found_by_whatever_they_are_called(write_site, run, word):
    """Id, alias, handle, name."""
    write_site(FILES)

    assert json.loads(run("about", word, "--json").out)["id"] == "anne"


def test_of_two_people_of_one_name_none_is_guessed(write_site, run):
    """Answering the wrong person would tell them what another said."""
    write_site({"attendees/un.yml": "- {id: anne-1, name: Anne}\n- {id: anne-2, name: Anne}\n"})

    done = run("about", "Anne")

    assert (done.code, done.err) == (1, "PERSON: 'Anne' may be anne-1 or anne-2; write one of these ids\n")


def test_a_sentence_ends_at_its_paragraph():
    """A heading or a list beside it is not told with it."""
    text = "# Titre\n\nUn « mot. » Deux mots\n\nFin"

    assert [find_sentence(text, text.index(word)) for word in ("Titre", "mot", "Deux", "Fin")] == [
        "# Titre",
        "Un « mot. »",
        "Deux mots",
        "Fin",
    ]
