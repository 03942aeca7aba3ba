"""At the end of a build the site is searched; where it shows somebody who may not be shown, nothing is published."""

import gzip
import re

import pytest

LIST = """\
event: {name: Soir, start: 2010-02-02}
attendees:
  - {name: Anne Roy, note: Avec le sourire.}
  - {id: yoyo-c, name: Yolande Cachemire, visibility: hidden, profiles: {x: cafeyoyo}, url: "https://cachemire.example/"}
  - {name: Xénia Comptéedoux, visibility: counted}
  - {name: Waldemar Initialeau, visibility: initials}
  - {name: Vigor Nomseulard, visibility: name-only, profiles: {x: vigorhandle}}
  - {name: Rose, visibility: hidden}
"""
RECAP = "---\ntitle: Le récit\ndate: 2010-02-03\nevent: soir\n---\nTexte.\n\nTEXT\n"
FILES = {"attendees/soir.yml": LIST}
PAGE = "recaps/le-recit/index.html"
NOTHING = "nothing was published, the site stays as it was"


def tell(site):
    """Return the lines about people that an author reads, without the pages."""
    lines = [line for line in site.problems() if "somebody who" in line or "this person" in line]
    assert all(line.removeprefix("warning: ").startswith("content/") for line in lines)
    return [line.partition(", and so in")[0] for line in lines]


def test_a_site_that_shows_nobody_too_much_is_published(build_site):
    """Where nothing is wrong, the author reads nothing and the site is there."""
    site = build_site({**FILES, "recaps/a.md": RECAP})

    assert (site.exit_code, site.problems()) == (0, [])
    assert PAGE in site.files()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Avec Yolande Cachemire.", "name"),
        ("Avec YOLANDE&nbsp;<b>Cachemire</b>.", "name"),
        ("![Cachemire, Yolande](https://pictures.example/x.png)", "name"),
        ("[elle](https://x.com/cafeyoyo)", "handle"),
        ("[elle](https://www.cachemire.example/blog)", "address"),
        ("Avec `yoyo-c`.", "id"),
    ],
)
def test_a_hidden_person_in_a_text_stops_the_build(build_site, text, kind):
    """The line of the text is told, and the line of the list; nobody is named, and the old site stays."""
    before = build_site({**FILES, "recaps/a.md": RECAP})
    old = {name: (before.output / name).read_bytes() for name in before.files()}

    site = build_site(
        {"recaps/a.md": RECAP.replace("TEXT", text), "recaps/b.md": RECAP.replace("Le récit", "Deux")}
    )

    assert site.exit_code == 1
    line = f"the {kind} of somebody who is hidden by content/attendees/soir.yml:4:5 stands here"
    assert f"content/recaps/a.md:8: {line}" in tell(site)
    assert site.problems()[-1].endswith(NOTHING)
    assert "Cachemire" not in site.errors + site.log
    assert {name: (site.output / name).read_bytes() for name in site.files()} == old


def test_the_whole_message(build_site):
    """The message names the text, the list, the first file and the number of others, and what to do."""
    site = build_site(
        {
            **FILES,
            "recaps/a.md": RECAP.replace("TEXT", "Avec Yolande Cachemire."),
            "pages/p.md": "---\ntitle: P\n---\nX\n",
        }
    )

    assert re.fullmatch(
        r"content/recaps/a\.md:8: the name of somebody who is hidden by content/attendees/soir\.yml:4:5 "
        r"stands here, and so in \S+ and (at least )?\d+ more files; take it out, or write it otherwise",
        site.problems()[0],
    )


@pytest.mark.parametrize("name", ["Xénia Comptéedoux", "Waldemar Initialeau"])
def test_a_counted_person_in_a_text_is_a_warning(build_site, name):
    """Whoever is counted, or shown by initials, may be named by the author, who is told."""
    site = build_site({**FILES, "recaps/a.md": RECAP.replace("TEXT", f"Avec {name}.")})

    assert site.exit_code == 0
    assert [line.partition(" by ")[0] for line in tell(site)] == [
        f"warning: content/recaps/a.md:8: the name of somebody who is {'counted' if 'X' in name else 'initials'}"
    ]


def test_a_counted_person_in_a_text_stops_a_strict_site(build_site):
    """In strict mode every doubt is an error."""
    text = LIST.replace("counted", "counted, consent: {given: 2010-01-01, method: email}")

    site = build_site(
        {"attendees/soir.yml": text, "recaps/a.md": RECAP.replace("TEXT", "Avec Xénia Comptéedoux.")},
        EVENT_RECAP={"strict": True, "today": "2010-03-01"},
    )

    assert site.exit_code == 1
    line = "the name of somebody who is counted by content/attendees/soir.yml:5:5 stands here"
    assert f"content/recaps/a.md:8: {line}" in tell(site)


def test_a_name_that_is_a_word_is_a_warning(build_site):
    """Rose is hidden, and a rose is a flower: the build goes on, and the word can be allowed."""
    files = {**FILES, "recaps/a.md": RECAP.replace("TEXT", "Une rose pour chacun.")}

    told = tell(build_site(files))
    allowed = build_site(files, EVENT_RECAP={"words_allowed": ["Rose"]})

    assert [line.partition(" by ")[0] for line in told] == [
        "warning: content/recaps/a.md:8: the name of somebody who is hidden"
    ]
    assert (allowed.exit_code, tell(allowed)) == (0, [])


def test_a_first_name_in_a_text_is_nobodys(build_site):
    """Where the id of somebody hidden is their first name, a text may speak of another of that name."""
    text = LIST.replace("yoyo-c", "yolande")

    site = build_site({"attendees/soir.yml": text, "recaps/a.md": RECAP.replace("TEXT", "Avec Yolande.")})

    assert (site.exit_code, site.problems()) == (0, [])


def test_a_name_of_one_word_is_a_name_where_no_text_has_it_as_a_word(build_site):
    """Rose is hidden, and no text speaks of roses: she is not to be named."""
    site = build_site({**FILES, "recaps/a.md": RECAP.replace("TEXT", "Rose était là.")})

    assert site.exit_code == 1


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("Avec le sourire.", "Avec Yolande Cachemire.", "content/attendees/soir.yml:3"),
        ("name: Soir", "name: Soir de Yolande Cachemire", "content/attendees/soir.yml:1"),
    ],
)
def test_a_hidden_person_in_a_list_is_told_too(build_site, old, new, line):
    """Somebody hidden who is named in the note of another, or in the name of the event, is found by line."""
    site = build_site({"attendees/soir.yml": LIST.replace(old, new), "recaps/a.md": RECAP})

    assert site.exit_code == 1
    assert tell(site)[0].startswith(f"{line}: the name of somebody who is hidden")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("extra/liste.txt.gz", gzip.compress(b"Yolande Cachemire", mtime=0)),
        ("extra/notes.pdf", b"%PDF-1.7\nBT (Yolande Cachemire) Tj ET"),
        ("extra/data.json", b'["\\u0059olande Cachemire"]'),
    ],
)
def test_files_that_are_copied_are_searched(build_site, name, data):
    """A file that is published as it is, is told by its name where it holds somebody hidden."""
    site = build_site({**FILES, "recaps/a.md": RECAP, name: data}, STATIC_PATHS=["extra"])

    assert site.exit_code == 1
    assert tell(site)[0].startswith(f"content/{name}")


def test_a_theme_that_shows_too_much_stops_the_build(build_site, tmp_path):
    """What no text has and the site shows nevertheless is told at the entry of the list."""
    template = "{% extends '!simple/base.html' %}{% block content %}{{ event_recap.registry.events.soir.attendees[2].name }}{% endblock %}"
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates/about.html").write_text(template, encoding="utf-8")

    site = build_site(
        {**FILES, "recaps/a.md": RECAP, "pages/p.md": "---\ntitle: P\ntemplate: about\n---\nX\n"},
        THEME_TEMPLATES_OVERRIDES=[str(tmp_path / "templates")],
    )

    assert site.exit_code == 1
    assert site.problems()[0] == (
        "content/attendees/soir.yml:5:5: the name of this person, who is counted, would be published in "
        "p/index.html, although no text has it; look at the theme and at other plugins"
    )


@pytest.mark.parametrize(
    ("settings", "line"),
    [
        ({"LINKS": [["Chez Yolande Cachemire", "https://ailleurs.example/"]]}, "setting LINKS"),
        ({"SITESUBTITLE": "Le blog de @cafeyoyo"}, "setting SITESUBTITLE"),
    ],
)
def test_a_setting_that_names_somebody_hidden_stops_the_build(build_site, settings, line):
    """What a template shows of the settings is told by the name of the setting."""
    site = build_site({**FILES, "recaps/a.md": RECAP}, **settings)

    assert site.exit_code == 1
    assert site.problems()[0].startswith(f"{line}: the ")
    assert "somebody who is hidden by content/attendees/soir.yml:4:5 stands here" in site.problems()[0]
