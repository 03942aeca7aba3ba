"""Two people who are one, in every file."""

import io

import pytest

LIST = """\
# The first evening
event:
  name: Premier soir
  organizers: [zoe-roy, bob]   # both of them
attendees:
  - Zoé Roy        # by name alone
  - name: Bob      # the host
    note: "A tout préparé."
    met_with: [zoe-roy, anne]
  - anne
"""
SECOND = """\
- {id: zoe-roy, name: Zoé Roy, note: "Est revenue."}   # again
- Bob
"""
POST = """\
---
title: Un soir avec [[Zoé Roy]]
date: 2026-02-03
---
Vu @zoe-roy, et [[Zoé Roy|elle]] aussi : [sa page]({filename}/@person/zoe-roy).

`@zoe-roy` reste du code, zoe-roy@cafe.example une adresse.
"""
FILES = {
    "attendees/un.yml": LIST,
    "attendees/deux.yml": SECOND,
    "people/anne.yml": "name: Anne\n",
    "people/zoe.yml": "name: Zoé L’Espérance\n# what she does\norg: Café Lune\n",
    "recaps/un.md": POST,
}


def test_one_person_stands_in_every_list_afterwards(write_site, read, run):
    """Bare names, entries, people met and organisers are those of the one who stays."""
    write_site(FILES)

    done = run("merge", "zoe-roy", "zoe", "--yes")

    assert done.code == 0
    assert read("attendees/un.yml") == (
        LIST.replace("[zoe-roy, bob]   #", "[zoe, bob]       #")
        .replace("- Zoé Roy        #", "- zoe            #")
        .replace("[zoe-roy, anne]", "[zoe, anne]")
    )
    assert read("attendees/deux.yml") == (
        '- {id: zoe, name: Zoé L’Espérance, note: "Est revenue."} # again\n- Bob\n'
    )


def test_mentions_and_links_lead_to_the_one_who_stays(write_site, read, run):
    """Handles, names and links in posts are rewritten; words shown, code and addresses stay."""
    write_site(FILES)

    run("merge", "zoe-roy", "zoe", "--yes")

    assert read("recaps/un.md") == (
        POST.replace("Vu @zoe-roy", "Vu @zoe")
        .replace("[[Zoé Roy|elle]]", "[[Zoé L’Espérance|elle]]")
        .replace("@person/zoe-roy", "@person/zoe")
    )


def test_mentions_in_notes_and_bios_lead_to_the_one_who_stays(write_site, read, run):
    """In the form in which each was typed; a handle on a network is no mention."""
    bob = "name: Bob\nbio: |\n  Ami de [[Zoé Roy]].\n\n  Et de @anne.\nprofiles: {x: zoe_roy}\n"
    write_site(
        {
            **FILES,
            "attendees/trois.yml": '- bob\n- {name: Luc, note: "Vu @zoe-roy ici."}   # true\n',
            "people/bob.yml": bob,
        }
    )

    run("merge", "zoe-roy", "zoe", "--yes")

    assert read("people/bob.yml") == bob.replace("[[Zoé Roy]]", "[[Zoé L’Espérance]]")
    assert read("attendees/trois.yml").endswith('- {name: Luc, note: "Vu @zoe ici."}       # true\n')


def test_pictures_name_the_one_who_stays(write_site, read, run):
    """In the file beside a picture, and where a list names its cover."""
    write_site(
        {
            **FILES,
            "images/a.jpg": "picture",
            "images/a.jpg.yml": "people:\n  - {id: zoe-roy, region: [1, 2, 3, 4]}   # left\n  - bob\n",
            "attendees/trois.yml": "event:\n  cover: {src: images/a.jpg, alt: A, people: [bob, zoe-roy]}\nattendees: [Bob]\n",
        }
    )

    run("merge", "zoe-roy", "zoe", "--yes")

    assert "{id: zoe, region: [1, 2, 3, 4]}" in read("images/a.jpg.yml")
    assert "people: [bob, zoe]}" in read("attendees/trois.yml")


def test_the_former_id_leads_on_where_it_had_a_page(write_site, read, run):
    """The file says from which id one comes, and keeps its comments."""
    write_site(FILES)

    run("merge", "zoe-roy", "zoe", "--yes")

    assert read("people/zoe.yml") == FILES["people/zoe.yml"] + "moved_from: [zoe-roy]\n"


def test_the_facts_of_the_one_who_stays_win_and_the_others_fill_the_gaps(write_site, read, run):
    """Of two files, one is left, with what only the other knew."""
    write_site(
        {
            "attendees/un.yml": "- anne\n- nan\n",
            "people/anne.yml": "name: Anne Roy\norg: Les Marées\nprofiles:\n  x: anneroy\naliases: [annie]\n",
            "people/nan.yml": "name: Nan\norg: Ailleurs\nbio: Chante.\nprofiles: {x: nan, github: nan}\naliases: [nanette]\nmoved_from: [nana]\n",
        }
    )

    run("merge", "nan", "anne", "--yes")

    assert read("people/nan.yml") is None
    assert read("people/anne.yml") == (
        "name: Anne Roy\norg: Les Marées\nprofiles:\n  x: anneroy\n  github: nan\n"
        "aliases: [annie, nanette]\nbio: Chante.\nmoved_from: [nana, nan]\n"
    )
    assert read("attendees/un.yml") == "- anne\n"


def test_somebody_without_a_file_gets_one(write_site, read, run):
    """It says the name, and which id leads there."""
    write_site({"attendees/un.yml": "- Anne Roy\n", "attendees/deux.yml": "- Anne Roi\n"})

    run("merge", "anne-roi", "anne-roy", "--yes")

    assert read("people/anne-roy.yml") == "name: Anne Roy\nmoved_from: [anne-roi]\n"
    assert read("attendees/deux.yml") == "- anne-roy\n"


def test_two_entries_of_one_evening_become_one(write_site, read, run):
    """Both notes are kept, people met are united, the lower level wins."""
    write_site(
        {
            "attendees/un.yml": (
                "- {id: anne, name: Anne, note: Un, met_with: [bob]}\n- Bob\n- Luc\n"
                "- {id: nan, name: Nan, note: Deux, met_with: [luc, anne], visibility: name-only}\n"
            )
        }
    )

    run("merge", "nan", "anne", "--yes")

    assert read("attendees/un.yml") == (
        '- {id: anne, name: Anne, note: "Un\\n\\nDeux", met_with: [bob, luc], visibility: name-only}\n- Bob\n- Luc\n'
    )


def test_the_name_of_the_one_who_stays_is_that_of_the_joined_entry(write_site, read, run):
    """Where the list named only the other, nobody is shown under the former name."""
    write_site({**FILES, "attendees/trois.yml": "- id: zoe\n- {id: zoe-roy, name: Zoé Roy, org: Ici}\n"})

    run("merge", "zoe-roy", "zoe", "--yes")

    assert "Zoé Roy" not in read("attendees/trois.yml")
    assert "org: Ici" in read("attendees/trois.yml")


@pytest.mark.parametrize(("kept", "former"), [("public", "hidden"), ("hidden", "public"), ("", "counted")])
def test_the_lower_level_of_two_files_is_written(write_site, read, run, kept, former):
    """Nobody is shown more for having been two."""
    write_site(
        {
            "attendees/un.yml": "- anne\n",
            "attendees/deux.yml": "- nan\n",
            "people/anne.yml": "name: Anne\n" + f"visibility: {kept}\n" * bool(kept),
            "people/nan.yml": f"name: Nan\nvisibility: {former}\n",
        }
    )

    run("merge", "nan", "anne", "--yes")

    lower = "counted" if former == "counted" else "hidden"
    assert f"visibility: {lower}\n" in read("people/anne.yml")


def test_the_stricter_of_two_consents_is_written(write_site, read, run):
    """The earlier end holds, and a no of either is a no."""
    write_site(
        {
            "attendees/un.yml": "- anne\n- nan\n",
            "people/anne.yml": "name: Anne\nconsent: {given: 2025-01-01, until: 2030-01-01, photo: true}\n",
            "people/nan.yml": "name: Nan\nconsent: {given: 2024-01-01, until: 2028-01-01, photo: false, graph: no}\n",
        }
    )

    run("merge", "nan", "anne", "--yes")

    consent = "consent: {given: 2025-01-01, until: 2028-01-01, photo: false, graph: false}\n"
    assert consent in read("people/anne.yml")


def test_a_level_of_one_evening_stays_where_the_file_would_show_more(write_site, read, run):
    """Where silence counted somebody, the list says so before the public file takes over."""
    write_site(
        {
            "attendees/un.yml": "- Nan Roy\n- Bob\n",
            "attendees/deux.yml": "- anne\n",
            "people/anne.yml": "name: Anne\nvisibility: public\n",
        },
        default_visibility="counted",
    )

    run("merge", "nan-roy", "anne", "--yes")

    assert read("attendees/un.yml") == "- {id: anne, visibility: counted}\n- Bob\n"
    assert read("people/anne.yml") == "name: Anne\nvisibility: public\naliases: [nan-roy]\n"


def test_nothing_is_written_where_more_would_be_shown_than_before(write_site, read, run):
    """In strict mode, the consent of one is not that of the other: the evening is named, nothing is changed."""
    agreed = "visibility: public\nconsent: {given: 2026-01-01, method: email}\n"
    files = {
        "attendees/un.yml": "- {id: anne, visibility: public}\n",
        "attendees/deux.yml": "- nan\n",
        "people/nan.yml": f"name: Nan\n{agreed}",
        "people/anne.yml": "name: Anne\n",
    }
    write_site(files, strict=True)

    done = run("merge", "nan", "anne", "--yes")

    assert (done.code, done.err) == (
        1,
        "content/attendees/un.yml:1: more than 'counted' would be shown; make visibility and consent of both alike first\n",
    )
    assert {name: read(name) for name in files} == files


def test_what_will_be_done_is_shown_before_it_is_done(write_site, read, run, monkeypatch):
    """Each line that goes and that comes, by file; no answer, or a no, changes nothing."""
    write_site({"attendees/un.yml": "- Anne Roy\n- Bob\n", "attendees/deux.yml": "- Anne Roi\n"})
    monkeypatch.setattr("builtins.input", lambda _: "")

    done = run("merge", "anne-roi", "anne-roy")

    assert done.out.splitlines() == [
        "content/attendees/deux.yml: changed",
        "  1: - - Anne Roi",
        "  1: + - anne-roy",
        "content/people/anne-roy.yml: new",
        "  1: + name: Anne Roy",
        "  2: + moved_from: [anne-roi]",
        "nothing was changed",
    ]
    assert read("attendees/deux.yml") == "- Anne Roi\n"


def test_a_yes_on_the_terminal_is_enough(write_site, read, run, monkeypatch):
    """Whoever has seen it says so in French or in English."""
    write_site({"attendees/un.yml": "- Anne Roy\n", "attendees/deux.yml": "- Anne Roi\n"})
    monkeypatch.setattr("builtins.input", lambda _: "oui")

    done = run("merge", "anne-roi", "anne-roy")

    assert (done.code, read("attendees/deux.yml")) == (0, "- anne-roy\n")


def test_without_a_terminal_nothing_is_changed(write_site, read, run, monkeypatch):
    """A script that forgets --yes does no harm."""
    write_site({"attendees/un.yml": "- Anne Roy\n", "attendees/deux.yml": "- Anne Roi\n"})
    monkeypatch.setattr("sys.stdin", io.StringIO())

    done = run("merge", "anne-roi", "anne-roy")

    assert (done.code, read("attendees/deux.yml")) == (1, "- Anne Roi\n")


def test_an_alias_can_be_written_out(write_site, read, run):
    """Lists that still use a former id take that of today."""
    write_site({"attendees/un.yml": "- annie\n", "people/anne.yml": "name: Anne\naliases: [annie]\n"})

    run("merge", "annie", "anne", "--yes")

    assert read("attendees/un.yml") == "- anne\n"
    assert read("people/anne.yml") == "name: Anne\naliases: [annie]\n"


@pytest.mark.parametrize(
    ("former", "kept", "problem"),
    [
        ("zebra", "anne", "PERSON: nobody is known as 'zebra'"),
        ("bob", "ann", "PERSON: nobody is known as 'ann'; did you mean 'anne'?"),
        ("bob", "zoe", "PERSON: nobody is known as 'zoe'; did you mean 'zoe-roy-lune'?"),
        ("anne", "anne", "PERSON: 'anne' and 'anne' are one person already"),
    ],
)
def test_people_who_are_not_two_are_told(write_site, run, former, kept, problem):
    """A typing error never makes a person."""
    write_site({"attendees/un.yml": "- Anne\n- Bob\n- Zoé Roy-Lune\n"})

    done = run("merge", former, kept, "--yes")

    assert (done.code, done.err) == (1, f"{problem}\n")


def test_a_second_merge_has_nothing_to_do(write_site, read, run):
    """What was rewritten is read as it was meant."""
    write_site(FILES)
    run("merge", "zoe-roy", "zoe", "--yes")
    before = {name: read(name) for name in FILES}

    done = run("merge", "zoe-roy", "zoe", "--yes")

    assert {name: read(name) for name in FILES} == before
    assert done.out.startswith("0 file")
