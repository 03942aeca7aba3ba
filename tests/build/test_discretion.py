"""The log of a build may be public: no message names somebody who is less than named, whatever is wrong."""

from __future__ import annotations

import re
import tempfile
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from unidecode import unidecode

from event_recap.build.discretion import Discretion
from event_recap.errors import Place, Problem
from event_recap.loading.site import load_site
from event_recap.model.consent import Policy
from event_recap.model.identity import build_id
from event_recap.model.registry import Registry
from event_recap.model.removal import Kind, Removed, SiteKey

WORDS = ("Kwartz", "Zdzisława", "Xylander", "Quetzal", "Wojciech", "Jkowska")
LEVELS = (
    *("visibility: hidden", "visibility: counted", "visibility: initials", "visibility: pubic"),
    *("consent: {until: 2011-01-01}", "consent: {given: 2031-01-01}", "consent: maybe", "visibility:"),
)
ENTRY_MISTAKES = (
    *('url: "NAME . example"', 'url: "HANDLE.example"', 'profiles: {x: "@NAME!"}', "profiles: [HANDLE]"),
    *(
        "profiles: {mastodon: HANDLE, bluesky: HANDLE}",
        "role: NAME",
        "photo: images/HANDLE.jpg",
        "NAME: NAME",
    ),
    *("photo: ../HANDLE.jpg", "met_with: [NAMEX]", 'met_with: ["ID-x", ID]', "known_since: NAME", "x: ID"),
    *('id: "NAME"', "twitter: HANDLE", "email: a@b.example", "consent: {method: NAME}", "group: [NAME]"),
    *("name: NAME", "photo: {src: images/HANDLE.jpg, people: [NAME]}", "follow_up: NAME", "nmae: NAME"),
)
FILE_MISTAKES = (
    *("aliases: [NAME, anne-roy]", "moved_from: NAME", "id: NAME", "id: other", "url: NAME", "nmae: NAME"),
    *("url: [", "bio: NAME@kwartz.example", 'bio: "@NAME and @HANDLEX"', "name: NAME", "profiles: NAME"),
    *("photo: images/HANDLE.jpg", "visibility: NAME", "profiles: {github: NAME, x: HANDLE}", "x : NAME"),
)
OTHER_MISTAKES = (
    *("  - ID", "  - NAME", "  - {name: NAME, id: other-id}", "  - {name: Luc, met_with: [IDX, NAME]}"),
    *("  - {name: Luc, note: '@HANDLEX [[NAME]] [[NAMEX]]'}", "  - {name: Luc, photo: images/ID.png}"),
    *(
        '  - "NAME: speaker"',
        "  - NAME: speaker",
        "  - {id: IDx, name: NAME}",
        "  - {name: Luc, url: HANDLE}",
    ),
)


@st.composite
def draw_site(draw):
    """Return the files of a site with mistakes around somebody who may not be shown, and who it is."""
    name = " ".join(draw(st.lists(st.sampled_from(WORDS), min_size=2, max_size=3, unique=True)))
    handle = build_id(name).replace("-", "") + "_q"
    level = draw(st.sampled_from(LEVELS))
    in_list = draw(st.booleans())
    entry = draw(st.lists(st.sampled_from(ENTRY_MISTAKES), max_size=4, unique=True))
    others = draw(st.lists(st.sampled_from(OTHER_MISTAKES), max_size=4, unique=True))
    file = draw(st.lists(st.sampled_from(FILE_MISTAKES), max_size=4, unique=True))
    facts = [f"name: {name}", "id: ID", "profiles: {x: HANDLE}", *([level] if in_list else []), *entry]
    text = "event: {name: Soir, organizers: [IDX, {name: NAME}]}\nattendees:\n  - Anne Roy\n"
    text += "  - " + "\n    ".join(facts) + "\n" + "".join(f"{line}\n" for line in others)
    files = {"attendees/soir.yml": text}
    if file or not in_list:
        lines = [f"name: {name}", *file, *([] if in_list else [level])]
        files[f"people/{build_id(name)}.yml"] = "".join(f"{line}\n" for line in lines)
    words = {"NAMEX": f"{name}x", "IDX": f"{build_id(name)}x", "HANDLEX": f"{handle}x"}
    words |= {"NAME": name, "HANDLE": handle, "ID": build_id(name)}
    pattern = re.compile("|".join(words))
    return {path: pattern.sub(lambda word: words[word[0]], text) for path, text in files.items()}, name


def fold(text):
    """Return the Latin letters and digits of a text."""
    return re.sub(r"[^a-z0-9]", "", unidecode(text).lower())


def find_messages(folder, files, **options):
    """Return every line that an author would read about lists and people's files."""
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    policy = Policy(today=date(2026, 1, 1))
    registry, problems = load_site(
        folder, attendees_path="attendees", people_path="people", zone=ZoneInfo("UTC"), policy=policy
    )
    discretion = Discretion(registry, Removed(), folder, **options)
    return [str(discretion.mask(problem)).replace(str(folder), "content") for problem in problems]


@given(draw_site())
def test_no_message_names_somebody_who_is_less_than_named(site):
    """Whatever is wrong with their entry or file, and with what others say of them: not even a slip of a name."""
    files, name = site

    with tempfile.TemporaryDirectory() as folder:
        told = find_messages(Path(folder), files)

    for line in told:
        assert fold(name) not in fold(line), line
        assert [word for word in name.split() if fold(word) in fold(line)] == [], line


def test_the_file_of_somebody_hidden_is_told_by_its_number(tmp_path):
    """Its name is their id; the line of a sorted list of the folder leads to it."""
    files = {
        "people/anne.yml": "name: Anne\nnmae: x\n",
        "people/zoe.yml": "name: Zoé\nvisibility: hidden\nnmae: x\n",
    }

    told = find_messages(tmp_path, files)

    assert "content/people/anne.yml:2:1: nmae: unknown key; did you mean 'name'?" in told
    assert "content/people/ (file 2 of 2):3:1: nmae: unknown key; did you mean 'name'?" in told
    assert not any("zoe" in line for line in told)


def test_at_their_own_desk_the_author_reads_which_file_it_is_and_no_more(tmp_path):
    """The path leads to it; the words after it name nobody all the same."""
    text = "name: Zoé\nvisibility: hidden\nid: zoe-kwartz\n"

    (line,) = find_messages(tmp_path, {"people/zoe.yml": text}, tells_paths=True)
    (masked,) = find_messages(tmp_path, {"people/zoe.yml": text})

    assert line.startswith("content/people/zoe.yml:3:5: id: ")
    assert masked.startswith("content/people/ (file 1 of 1):3:5: id: ")
    assert line.partition(": ")[2] == masked.partition(": ")[2]
    assert "zoe" not in line.partition(": ")[2]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("name: Zoé\nurl: [\n", "content/people/zoe.yml"),
        ("name: Zoé\nurl: [\nvisibility: hidden\n", "content/people/ (file 1 of 1)"),
    ],
    ids=["says nothing of it", "may say less"],
)
def test_a_file_that_cannot_be_read_is_named_only_where_it_withholds_nobody(tmp_path, text, place):
    """A bracket that is left open is soon found; who asked for less is not told by it."""
    (line,) = [line for line in find_messages(tmp_path, {"people/zoe.yml": text}) if "bracket" in line]

    assert line.startswith(f"{place}:2:")


def test_a_key_that_is_mistyped_is_told_and_a_name_in_its_place_is_not(tmp_path):
    """Somebody may have typed a name before a colon."""
    text = "attendees:\n  - {name: Zoé Kwartz, visibility: hidden, nmae: x, twiter: y, Zoé: z, company: w}\n"

    told = "\n".join(find_messages(tmp_path, {"attendees/soir.yml": text}))

    for field in ("nmae: unknown key", "twiter: unknown key", "company: other spelling", "….…: unknown"):
        assert field.replace("….…", "attendees[0].…") in told


def test_what_somebody_public_typed_is_told_as_it_is(tmp_path):
    """An author reads the word that is wrong, and the nearest that is right."""
    text = "attendees:\n  - {name: Anne Roy, profiles: {x: 'anne roy'}}\n  - {name: Luc Marin, met_with: [anne-roi]}\n"

    told = find_messages(tmp_path, {"attendees/soir.yml": text})

    assert any("'anne roy' is no profile on X" in line for line in told)
    assert any("has a person 'anne-roi'; did you mean 'anne-roy'?" in line for line in told)


def test_pages_and_pictures_named_after_somebody_are_told_without_the_name(tmp_path):
    """Also where a path of the output, or a file beside a picture, holds a part of the name."""
    (tmp_path / "attendees").mkdir()
    (tmp_path / "attendees/soir.yml").write_text(
        "- {name: Zoé Kwartz, visibility: hidden}\n", encoding="utf-8"
    )
    policy = Policy(today=date(2026, 1, 1))
    registry, _ = load_site(
        tmp_path, attendees_path="attendees", people_path="people", zone=ZoneInfo("UTC"), policy=policy
    )
    discretion = Discretion(registry, Removed(), tmp_path)
    what = "images/kwartz-2.jpg is not published, and so in tags/zoe-kwartz/index.html"

    masked = discretion.mask(Problem(Place("content/images/kwartz.jpg.yml", 1), "", what))

    assert str(masked) == "content/images/…:1: images/….jpg is not published, and so in tags/…/index.html"


def test_nobody_who_was_forgotten_is_named_either(tmp_path):
    """Of them the site knows hashes only, by which a name, a handle and an address are known again."""
    values = [(Kind.NAME, "Zoé Kwartz"), (Kind.HANDLE, "kwartzy"), (Kind.URL, "https://kwartz.example")]
    removed = Removed().add(values, SiteKey("k" * 32))
    discretion = Discretion(Registry(Policy(today=date(2026, 1, 1)), {}, {}), removed, tmp_path)
    what = "'@kwartzy', 'zoe-kwartz' and https://kwartz.example/blog, not 'anne'"

    masked = discretion.mask(Problem(Place("content/recaps/a.md", 3), "text", what))

    assert str(masked) == "content/recaps/a.md:3: text: '…', '…' and …, not 'anne'"
