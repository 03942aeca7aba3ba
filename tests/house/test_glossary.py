"""The glossary has a line for each word of the project, where somebody looks for it."""

import re
from pathlib import Path

import pytest

PAGE = (Path(__file__).parents[2] / "docs/glossary.md").read_text(encoding="utf-8")
SECTIONS = re.findall(r"^## [^\n]+\n(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL)
LINES = [re.findall(r"^(\*\*[^:]+\*\*): (.+)$", section, re.MULTILINE) for section in SECTIONS]
EXPLAINED = {
    word for section in LINES for words, _ in section for word in re.findall(r"\*\*(.+?)\*\*", words)
}

OF_PELICAN = (
    "article page category tag author slug summary draft static~file theme setting "
    "signal receiver generator reader writer"
)
OF_EVENTS = (
    "event recap attendee person handle bio consent visibility venue organiser series edition cover gallery"
)
OF_THE_WEB = "feed entry enclosure permalink h-card share~link redirect policy search~index social~image"
OF_THE_HOUSE = "layer problem view schema"


@pytest.mark.parametrize(
    "word",
    [word.replace("~", " ") for word in f"{OF_PELICAN} {OF_EVENTS} {OF_THE_WEB} {OF_THE_HOUSE}".split()],
)
def test_every_word_of_the_design_is_explained(word):
    """Whoever reads a word of the field in these pages finds what it means here."""
    assert word in EXPLAINED


@pytest.mark.parametrize("section", LINES, ids=len)
def test_the_words_stand_in_order(section):
    """Each part of the glossary goes from A to Z."""
    words = [re.search(r"\*\*(.+?)\*\*", words)[1].casefold() for words, _ in section]

    assert words == sorted(words)


def test_every_paragraph_explains_a_word():
    """Nothing stands in the glossary that is not a word and its meaning."""
    paragraphs = [text for section in SECTIONS for text in section.strip().split("\n\n")]

    assert [text for text in paragraphs if not re.match(r"\*\*[^\n]+\*\*: [^\n]", text)] == []


def test_no_word_is_explained_twice():
    """Each word has one meaning."""
    words = [words for section in LINES for words, _ in section]

    assert len(words) == len(set(words))
