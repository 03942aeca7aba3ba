"""Everything that a site holds on a person, to be sent to them."""

import json

import pytest

from event_recap.commands.about.texts import find_sentence

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

    assert (
        french[0] == "Anne Roy\N{NO-BREAK SPACE}: ce que https://soirs.example conserve, le 21 novembre 2026"
    )
    assert english[0] == "What https://soirs.example holds on Anne Roy, on 21 November 2026"
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


def test_the_text_needs_no_key_of_our_files(write_site, run):
    """Levels, roles, methods, networks and days are said as people say them, in both languages."""
    write_site(FILES)

    french, english = (run("about", "anne", "--lang", lang).out for lang in ("fr", "en"))

    for said in ("Speaker", "given on: 1 January 2026", "by: e-mail", "X: https://x.com/anneroy"):
        assert f"{said}\n" in english
    for said in ("Conférence", "1er janvier 2026", "courriel", "qui a invité", "un.yml, ligne 3"):
        assert said in french
    assert "your name, what you do, a few words on the evening" in english
    for raw in (": public", "speaker", ": organizer", "email", "shown_as", ": 2026-", "as: met\n"):
        assert raw not in english.partition("Texts that mention")[0]


def test_a_line_of_the_text_fits_into_mail(write_site, run):
    """Only an address may be longer."""
    write_site(FILES)

    lines = run("about", "anne", "--lang", "en").out.splitlines()

    assert all(len(line) <= 76 for line in lines if "://" not in line)


@pytest.mark.parametrize(
    ("machine", "beginning"),
    [
        ("en_GB.UTF-8", "What https"),
        ("fr_FR", "Anne Roy\N{NO-BREAK SPACE}:"),
        ("C", "Anne Roy\N{NO-BREAK SPACE}:"),
    ],
)
def test_the_language_is_that_of_whoever_asks(write_site, run, monkeypatch, machine, beginning):
    """As their machine says it; where it says none of ours, that of the site."""
    monkeypatch.setenv("LC_ALL", machine)
    write_site(FILES)

    assert run("about", "anne").out.startswith(beginning)


def test_the_cover_of_a_text_names_who_is_on_it(write_site, run):
    """Where its front matter says so."""
    head = "---\ntitle: Trois\ndate: 2026-02-05\ncover: {src: images/hall.jpg, people: [nan]}\n---\nTexte.\n"
    write_site({**FILES, "recaps/trois.md": head})

    pictures = json.loads(run("about", "anne", "--json").out)["pictures"]

    assert {"at": "content/recaps/trois.md:4:40", "file": "images/hall.jpg"} in pictures


def test_what_the_person_wrote_is_told(write_site, run):
    """Comments by id and by address, also those that nobody let through; others' only where they name them."""
    comments = {
        "comments/un/1.yml": "author: {person: nan}\ndate: 2026-02-04\ntext: Merci !\nstatus: pending\n",
        "comments/un/2.yml": "author: {name: A., url: 'https://x.com/anneroy'}\ndate: 2026-02-05\ntext: Encore.\n",
        "comments/un/3.yml": "author: Zoé\ndate: 2026-02-06\ntext: 'Bravo à @anneroy !'\n",
    }
    write_site({**FILES, **comments})

    holding = json.loads(run("about", "anne", "--json").out)

    assert [(one["text"], one["status"]) for one in holding["comments"]] == [
        ("Merci !", "pending"),
        ("Encore.", "published"),
    ]
    assert {"at": "content/comments/un/3.yml:3", "sentence": "text: 'Bravo à @anneroy !'"} in holding["texts"]


def test_others_are_named_only_as_far_as_the_site_names_them(write_site, run):
    """Whom somebody met may have asked for less: the answer is sent to one person, and is about one."""
    entries = "- {id: anne, name: Anne, met_with: [bob, zoe]}\n- {id: bob, name: Bob B.}\n"
    write_site({"attendees/un.yml": entries + "- {id: zoe, name: Zoé K., visibility: counted}\n"})

    (entry,) = json.loads(run("about", "anne", "--json").out)["entries"]

    assert entry["met_with"] == ["Bob B.", "…"]


def test_a_line_of_ids_is_told_with_its_list_only(write_site, run):
    """It says nothing more, and names others."""
    text = "event:\n  organizers: [anne, bob]\nattendees:\n- {id: anne, name: Anne Roy}\n- {id: bob, name: Bob}\n"
    write_site({"attendees/un.yml": text})

    holding = json.loads(run("about", "anne", "--json").out)

    assert [one["as"] for one in holding["named_by_others"]] == ["organizer"]
    assert "texts" not in holding
