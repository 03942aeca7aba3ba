"""What the documentation shows can be copied: each example is built as it stands."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HOW_TO = ROOT / "docs/how-to"
BLOCK = re.compile(r"(?P<before>[^\n]*)\n\n```(?P<kind>\w+)\n(?P<text>.*?)```", re.DOTALL)
NAMED = re.compile(r"`(?P<path>(?:content|templates)/[\w./-]+)`")
PICTURES = ("images/lanterns.jpg", "images/people/bruno.jpg", "recaps/hall.jpg")
RECAP = "title: Soirée\ndate: 2010-02-03\nevent: focus-20-2010\n"


def find_named(path):
    """Return the examples of a page that name their file: path to text."""
    blocks = BLOCK.finditer(path.read_text(encoding="utf-8"))
    return {name[1]: block["text"] for block in blocks for name in NAMED.finditer(block["before"])}


def find_blocks(path, kind):
    """Return the examples of one kind of a page."""
    found = re.findall(rf"^```{kind}\n(.*?)^```", path.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
    return [text for text in found if not text.startswith(" ")]


def drop_content(files):
    """Return files by their path below the content folder."""
    return {name.removeprefix("content/"): text for name, text in files.items()}


@pytest.fixture(name="pictures")
def fixture_pictures(picture):
    """Give every example the pictures that it names."""
    return dict.fromkeys(PICTURES, picture)


def test_the_example_of_the_readme_is_a_site(build_site):
    """Recap and list of README.md build without a warning, and everybody is shown as asked."""
    site = build_site(drop_content(find_named(ROOT / "README.md")), fatal="warnings", DEFAULT_LANG="en")

    recap = site.words("recaps/focus-20-thirty-avatars-become-faces/index.html")
    assert site.problems() == []
    assert [
        name for name in ("Anne Tremblay", "Bruno Larivage", "C. B.", "both hands") if name not in recap
    ] == []
    assert [file for file in site.files() if "clara" in file] == []


LISTS = [
    pytest.param(text, id=f"{path.stem}-{number}")
    for path in (HOW_TO / "list-the-attendees.md", ROOT / "docs/reference/attendee-list.md")
    for number, text in enumerate(find_blocks(path, "yaml"))
    if not text.startswith("name:")
]


@pytest.mark.parametrize("text", LISTS)
def test_every_list_that_is_shown_can_be_copied(build_site, pictures, text):
    """An attendee list of the documentation is read, and has its page."""
    bruno = "name: Bruno Larivage\n"

    site = build_site({**pictures, "attendees/focus-20-2010.yml": text, "people/cafelune.yml": bruno})

    assert site.exit_code == 0, site.errors
    assert "events/focus-20-2010/index.html" in site.files()


PEOPLE = [
    pytest.param(text, id=f"{path.stem}-{number}")
    for path in (HOW_TO / "list-the-attendees.md", ROOT / "docs/reference/person-file.md")
    for number, text in enumerate(find_blocks(path, "yaml"))
    if text.startswith("name:")
]


@pytest.mark.parametrize("text", PEOPLE)
def test_every_person_file_that_is_shown_can_be_copied(build_site, pictures, text):
    """A person's file of the documentation is read without a warning, and the person has a page."""
    files = {"attendees/focus-20-2010.yml": "- cafelune\n", "people/cafelune.yml": text}

    site = build_site({**pictures, **files}, fatal="warnings")

    assert site.problems() == []
    assert "Bruno Larivage" in site.words("people/cafelune/index.html")


def test_the_front_matter_of_the_how_to_can_be_copied(build_site, pictures):
    """Event, cover, guests and share of "Write a recap" stand in one recap without a warning."""
    blocks = find_blocks(HOW_TO / "write-a-recap.md", "yaml")
    recap = (
        f"---\ntitle: Soirée\ndate: 2010-02-03\n{''.join(blocks)}---\n![The hall](hall.jpg)\n\n[attendees]\n"
    )

    site = build_site(
        {**pictures, "recaps/soiree.md": recap, "attendees/focus-20-2010.yml": "- Anne Roy\n"},
        fatal="warnings",
    )

    page = site.words("recaps/soiree/index.html")
    assert site.problems() == []
    assert [
        words for words in ("Solveig Michaud-Stern", "Anneke de Wit", "Anne Roy") if words not in page
    ] == []


def test_the_links_of_the_how_to_lead_to_their_pages(build_site):
    """A recap can lead to the page of a person and of an event as "Write a recap" shows it."""
    (text,) = [text for text in find_blocks(HOW_TO / "write-a-recap.md", "markdown") if "@person" in text]
    lists = {"attendees/focus-19-2010.yml": "- cafelune\n", "people/cafelune.yml": "name: Bruno Larivage\n"}

    site = build_site({**lists, "recaps/soiree.md": f"---\ntitle: Soirée\ndate: 2010-02-03\n---\n{text}"})

    links = [link["href"] for link in site.page("recaps/soiree/index.html").select(".prose a")]
    assert site.exit_code == 0, site.errors
    assert links == ["../../people/cafelune/", "../../events/focus-19-2010/"]


def test_the_template_overrides_of_the_how_to_work(build_site, tmp_path):
    """Each template of "Write a template override" is found before the theme's, and shows what it says."""
    for name, text in find_named(HOW_TO / "override-a-template.md").items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    files = {"recaps/soiree.md": f"---\n{RECAP}---\nText\n", "attendees/focus-20-2010.yml": "- Anne <b>Roy\n"}

    site = build_site(files, THEME_TEMPLATES_OVERRIDES=[str(tmp_path / "templates")], DEFAULT_LANG="en")

    recap = site.page("recaps/soiree/index.html")
    assert site.exit_code == 0, site.errors
    assert [card.get_text(strip=True) for card in recap.select("ul.names li")] == ["Anne <b>Roy"]
    assert "Were you there too?" in recap.get_text()
    assert site.page("people/anne-b-roy/index.html").select_one("main > h1").get_text() == "Anne <b>Roy"


def test_the_recap_in_two_languages_of_the_how_to_has_two_pages(build_site):
    """Both files of "Write in two languages" become pages, each in its language, that lead to each other."""
    french, english = find_blocks(HOW_TO / "write-in-two-languages.md", "yaml")
    files = {"recaps/a.md": f"{french}Un soir.\n", "recaps/b.md": f"{english}An evening.\n"}

    site = build_site({**files, "attendees/lanterne-3.yml": "- Anne Roy\n"}, DEFAULT_LANG="fr")

    pages = [site.page(name) for name in site.files() if name.endswith("recaps/lanterne-3/index.html")]
    assert site.exit_code == 0, site.errors
    assert sorted(page.html["lang"] for page in pages) == ["en", "fr"]
    assert [page.html["lang"] for page in pages if not page.select("link[hreflang]")] == []
