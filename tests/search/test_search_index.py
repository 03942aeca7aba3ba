from __future__ import annotations

import json
from dataclasses import replace

import pytest

from event_recap.search.index import CHUNK, FEW_WORDS, MANY, build_files
from event_recap.search.records import SearchRecord

RECORD = SearchRecord(
    kind="recap", title="Une soirée", url="recaps/soiree/", lang="fr", text="Ils étaient là."
)


def read(records, names=()):
    """Return the files of an index, read."""
    return {name: json.loads(content) for name, content in build_files(records, names)}


def find(files, word):
    """Return the pages that have a form of a word, each with what it counts."""
    letters = files["index.json"]["letters"]
    entries = files.get(f"words/{word[:letters]}.json", [])
    packed = next((packed for forms, packed in entries if word in forms), [])
    places, place = {}, 0
    for step, count in zip(packed[::2], packed[1::2], strict=True):
        place += step
        places[place] = count
    return places


def test_a_word_in_the_title_counts_more_than_one_in_the_text():
    """Who looks for a word finds first what is called so."""
    files = read([RECORD, replace(RECORD, title="Autre", text="Une soirée.")])

    assert find(files, "soiree")[0] > find(files, "soiree")[1]


def test_a_word_that_is_said_often_counts_no_more_than_three_times():
    """A text that repeats itself does not come first."""
    files = read([replace(RECORD, text="Quai. " * 50), replace(RECORD, text="Quai. " * 3)])

    assert find(files, "quai") == {0: 3, 1: 3}


def test_forms_of_one_word_stand_together():
    """The plural in one text and the singular in another are found by either."""
    files = read([replace(RECORD, text="les marchés"), replace(RECORD, text="le marché")])

    assert set(find(files, "marche")) == set(find(files, "marches")) == {0, 1}


@pytest.mark.parametrize("text", ["Rose Tremblay", "ROSE TREMBLAY", "Rose  Tremblay,", "chez Rose Tremblay."])
def test_whoever_may_not_be_found_is_not_found_by_name(text):
    """A name that stands on a page, of somebody who did not agree to be found, is in no file of the index."""
    files = dict(build_files([replace(RECORD, text=text)], ["Rose Tremblay"]))

    assert not any(b"tremblay" in content.lower() or b"rose" in content for content in files.values())


@pytest.mark.parametrize("text", ["Avec @rose.", "Avec @Rose,", "[[rose|cette personne]]"])
def test_nor_by_a_handle_or_an_id(text):
    """A mention of somebody who may not be found leads nobody to them, while a rose is found."""
    assert find(read([replace(RECORD, text=text)], ["@rose"]), "rose") == {}
    assert find(read([replace(RECORD, text=f"{text} Une rose !")], ["@rose"]), "rose") == {0: 1}


def test_a_word_that_is_also_part_of_such_a_name_is_found():
    """A rose is found, though Rose Tremblay is not."""
    files = read([replace(RECORD, text="Une rose pour Rose Tremblay.")], ["Rose Tremblay"])

    assert find(files, "rose") == {0: 1}


def test_a_page_can_be_narrowed_down_by_what_it_is_about():
    """Year, series, place and people are told once, and by their numbers for each page."""
    record = replace(RECORD, year="2010", series="Focus 20", people=("Élie", "Anne"))
    facets = read([record, replace(RECORD, year="2009", place="Ottawa")])["index.json"]["facets"]

    assert facets["year"] == [["2009", "2010"], [1, 0]]
    assert facets["place"] == [["Ottawa"], [-1, 0]]
    assert facets["person"] == [["Anne", "Élie"], [[1, 0], []]]


def test_pages_are_told_in_files_of_a_few():
    """A reader loads what is shown of the pages that were found, and not of all."""
    files = read([replace(RECORD, url=f"recaps/{number}/") for number in range(CHUNK + 1)])

    assert [len(files[f"pages/{number}.json"]) for number in (0, 1)] == [CHUNK, 1]


def test_a_word_of_nearly_every_page_of_a_large_site_is_left_out():
    """Where there are many pages, a word that most of them have would be the largest file and tell nothing."""
    records = [replace(RECORD, title=f"Soir numéro{number}", text="que") for number in range(MANY + 1)]
    files = read(records)

    assert find(files, "que") == {}
    assert find(files, "numero7") == {7: 8}


def test_a_large_site_has_files_of_two_letters():
    """Of many words, those that begin with the same two letters stand together."""
    words = " ".join(
        f"{first}{second}{number}" for first in "abcdef" for second in "aeiou" for number in range(200)
    )
    files = read([replace(RECORD, text=words)])

    assert files["index.json"]["letters"] == 2
    assert len(words.split()) > FEW_WORDS
    assert "words/ba.json" in files


def test_files_are_named_in_plain_letters():
    """A word in another script lies in a file whose name every server and disk can carry."""
    names = {name for name, _ in build_files([replace(RECORD, text="привет 東京")], ())}

    assert {"words/43f.json", "words/6771.json"} <= names


def test_the_same_pages_make_the_same_bytes():
    """Nothing in the index depends on the order of a set."""
    records = [replace(RECORD, text="un deux trois quatre", people=("B", "A"))]

    assert list(build_files(records, {"C", "D"})) == list(build_files(records, {"D", "C"}))
