import pytest

from event_recap.build.collisions import find_collisions, find_escapes, find_long_names
from event_recap.errors import Place


def tell(problems):
    """Return what an author reads."""
    return [str(problem) for problem in problems]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("a/index.html", "a/index.html"),
        ("A/index.html", "a/index.html"),
        ("été.html", "e\N{COMBINING ACUTE ACCENT}te\N{COMBINING ACUTE ACCENT}.html"),
        ("a//index.html", "a/index.html"),
        ("a/./b/../index.html", "a/index.html"),
        ("straße.html", "STRASSE.html"),
    ],
)
def test_two_pages_for_one_file_are_told_with_both_names(first, second):
    """Also where only some machines would keep one of them."""
    pages = [(second, Place("content/b.md")), (first, Place("content/a.md"))]

    assert tell(find_collisions(pages)) == [
        f"content/b.md: slug: its page {second!r} is also that of content/a.md; give one of them another slug"
    ]


def test_each_further_page_for_one_file_is_told():
    """All at once, in the order of the files."""
    pages = [("a.html", Place(f"{name}.md")) for name in "cab"]

    assert [problem.place.source for problem in find_collisions(pages)] == ["b.md", "c.md"]


def test_pages_apart_and_contents_without_a_page_do_not_collide():
    """An empty address means that nothing is written."""
    pages = [
        (save_as, Place(f"{number}.md")) for number, save_as in enumerate(["", "", "a.html", "a/index.html"])
    ]

    assert tell(find_collisions(pages)) == []


@pytest.mark.parametrize(
    "save_as", ["../a.html", "/a.html", "a/../../b.html", "..", "..\\a.html", "\\a.html"]
)
def test_a_page_outside_the_output_folder_is_told(save_as):
    """Whichever way the slashes lean."""
    assert tell(find_escapes([(save_as, Place("content/a.md", 3))])) == [
        f"content/a.md:3: slug: its page {save_as!r} leaves the output folder; expected a plain name"
    ]


@pytest.mark.parametrize("save_as", ["", "a.html", "..a/index.html", "a/../b.html", ".well-known/x", "a..b/"])
def test_a_page_inside_the_output_folder_is_none_to_tell(save_as):
    """Dots alone are no harm."""
    assert tell(find_escapes([(save_as, Place("content/a.md"))])) == []


@pytest.mark.parametrize(
    ("name", "is_told"), [("é" * 127, False), ("é" * 128, True), ("a" * 255, False), ("a" * 256, True)]
)
def test_a_name_that_no_disk_can_keep_is_told(name, is_told):
    """Disks count bytes, and a letter with an accent has two."""
    problems = tell(find_long_names([(f"recaps/{name}/index.html", Place("content/a.md"))]))

    expected = "content/a.md: slug: the name of its page is too long; add a line such as 'slug: short-name'"
    assert problems == ([expected] if is_told else [])


def test_what_decides_about_the_page_is_named():
    """An author is told which line to change."""
    pages = [("a.html", Place("content/a.md")), ("a.html", Place("content/b.md"))]

    assert tell(find_collisions(pages, "save_as")) == [
        "content/b.md: save_as: its page 'a.html' is also that of content/a.md; give one of them another save_as"
    ]
