"""Who is on a picture is read from where the picture is named, and from the file beside it."""

from __future__ import annotations

import pytest

from event_recap.loading.sitters import PictureFacts, load_picture_file, load_picture_files
from event_recap.model.photograph import Region


@pytest.fixture(name="load_sides")
def fixture_load_sides(write, content):
    """Return what writes files and loads those beside pictures."""

    def load_sides(**files):
        for name, text in files.items():
            write(f"images/{name}".replace("_", "."), text)
        facts, problems = load_picture_files(content)
        return facts, [str(problem) for problem in problems]

    return load_sides


def test_the_file_beside_a_picture_says_who_is_on_it(load_sides):
    """Ids stand alone or with a region; numbers are percent, with the sign or without."""
    side = "people: [bruno, {id: zoe, region: [1, 2.5, 30%, 40 %]}, {region: [0, 0, 100, 100]}]\nalt: Salle\ncredit: Luc"

    facts, problems = load_sides(anne_jpg_yml=side)

    assert problems == []
    (src, fact), *others = facts.items()
    assert (src, fact.alt, fact.credit, others) == ("images/anne.jpg", "Salle", "Luc", [])
    assert [(one.person_id, one.region) for one in fact.people] == [
        ("bruno", None),
        ("zoe", Region(1, 2.5, 30, 40)),
        ("", Region(0, 0, 100, 100)),
    ]
    assert [str(one.place) for one in fact.people][1] == "content/images/anne.jpg.yml:1:17"


@pytest.mark.parametrize(
    "typed", ["persons: [zoe]", "people: [{person: zoe}]", "people: [{id: zoe, box: [1, 2, 3, 4]}]"]
)
def test_a_key_that_says_who_is_on_a_picture_has_one_spelling(load_sides, typed):
    """What protects somebody is not guessed: another word for it is an error, never passed over."""
    _, problems = load_sides(anne_jpg_yaml=typed)

    assert any("unknown key" in problem for problem in problems)


def test_two_files_beside_one_picture_are_a_problem_and_both_hold(load_sides):
    """Where .yml and .yaml stand beside one picture, nobody of either is forgotten."""
    facts, problems = load_sides(anne_jpg_yml="people: [zoe]", anne_jpg_yaml="people: [luc]")

    assert [one.person_id for one in facts["images/anne.jpg"].people] == ["luc", "zoe"]
    assert problems == ["content/images/anne.jpg.yml: two files say who is on 'anne.jpg'; keep one"]


def test_a_file_in_capitals_says_what_is_on_its_picture(content):
    """What comes from a camera or another system may end in capitals."""
    (content / "images/anne.jpg.YML").write_text("alt: Anne sous la lanterne\n", encoding="utf-8")

    assert load_picture_file(content / "images/anne.jpg", content).alt == "Anne sous la lanterne"


def test_an_empty_file_beside_a_picture_says_nothing(load_sides, content):
    """A file that was only begun is told as such, or does no harm."""
    facts, _ = load_sides(anne_jpg_yml="# later\n")

    assert facts == {"images/anne.jpg": PictureFacts()}
    assert load_picture_file(content / "images/anne.jpg", content) == PictureFacts()


def test_a_file_that_leads_out_is_not_read(write, content, load_sides):
    """A link to a file elsewhere, by the name of one beside a picture, is a problem."""
    (content / "images/anne.jpg.yml").symlink_to("/etc/hostname")

    _, problems = load_sides()

    assert problems == [
        "content/images/anne.jpg.yml: not a regular file inside the content folder; put a file here"
    ]


def test_bytes_that_are_no_text_are_told(content, load_sides):
    """A file beside a picture that is no UTF-8 says so, and protects nobody until it is mended."""
    (content / "images/anne.jpg.yml").write_bytes(b"alt: \xe9t\xe9")

    facts, problems = load_sides()

    assert facts["images/anne.jpg"] == PictureFacts()
    assert "not UTF-8" in problems[0]


@pytest.mark.parametrize(
    "typed",
    [
        "[1, 2, 3]",
        "all",
        "[a, 2, 3, 4]",
        "[1, 2, 3, [4]]",
        "[-1, 2, 3, 4]",
        "[1, 2, 0, 4]",
        "[99, 2, 3, 4]",
        "[1, 99, 3, 4]",
    ],
)
def test_a_region_is_four_numbers_inside_the_picture(load_sides, typed):
    """Three numbers, words, and regions that leave the picture are errors, as they would cover nothing."""
    _, problems = load_sides(anne_jpg_yml=f"people: [{{id: zoe, region: {typed}}}]")

    assert len(problems) == 1
    assert "[x, y, width, height]" in problems[0]


@pytest.mark.parametrize("typed", ["[Zoé R]", "[{}]", "[[a]]", "[{id: Zoé R}]"])
def test_somebody_on_a_picture_is_an_id_or_a_region(load_sides, typed):
    """A name, or nothing at all, is an error."""
    _, problems = load_sides(anne_jpg_yml=f"people: {typed}")

    assert len(problems) == 1


def test_folders_that_begin_with_a_full_stop_are_passed_over(write, load_sides):
    """Backups and the folders of programs hold nothing that is published."""
    write(".old/gone.jpg.yml", "x: y")
    write("images/.gone.jpg.yml", "x: y")

    assert load_sides() == ({}, [])


@pytest.mark.parametrize("name", ["gone.jpg.yml", "anne.jpg.yml"])
def test_a_file_of_no_use_is_told(load_sides, name):
    """A file beside no picture, and one that is no YAML, would protect nobody."""
    facts, problems = load_sides(**{name.replace(".", "_"): "people: [zoe"})

    assert not any(fact.people for fact in facts.values())
    assert len(problems) == 1
