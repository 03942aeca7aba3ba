"""The style sheet has what the pages use, and nothing else."""

import re
from pathlib import Path

import pytest

from event_recap.model.look import FONTS, LOOKS, word_classes

ROOT = Path(__file__).parents[2]
STATIC = ROOT / "theme/static"
SHEETS = sorted((STATIC / "css").rglob("*.css"))
TEMPLATES = [
    *(ROOT / "theme/templates").rglob("*.html"),
    *(ROOT / "plugins/event_recap/templates").rglob("*.html"),
]
COMMENT_OR_STRING = re.compile(r"""/\*.*?\*/|"[^"]*"|'[^']*'""", re.DOTALL)
CLASS = re.compile(r"\.(-?[a-zA-Z_][\w-]*)")
SELECTOR = re.compile(r"([^{};]+)\{")
MARKDOWN = {"footnote", "align-left", "align-center", "align-right"}
"""Classes that Python-Markdown gives to what authors write."""
CHOSEN = {word_classes({kind: word}) for kind, words in LOOKS.items() for word in words}
"""Classes that a site's settings give to each page."""


def read(sheet):
    """Return a style sheet without comments and texts."""
    return COMMENT_OR_STRING.sub(" ", sheet.read_text(encoding="utf-8"))


def list_classes(css):
    """Return the classes in the selectors of a style sheet."""
    return {name for selector in SELECTOR.findall(css) for name in CLASS.findall(selector)}


def is_used(name, words, beginnings):
    """Tell whether a template, a script or a setting can give a class to something."""
    is_built = any(name.startswith(beginning) for beginning in beginnings)
    return name in words or is_built or name in MARKDOWN or name in CHOSEN


def test_every_class_of_the_style_sheet_is_in_a_template():
    """A rule that nothing on any page can need is weight for every reader."""
    sources = [*TEMPLATES, *(STATIC / "js").glob("*.js"), *(ROOT / "plugins/event_recap").rglob("*.py")]
    text = "\n".join(source.read_text(encoding="utf-8") for source in sources)
    words = set(re.findall(r"[\w-]+", text))
    beginnings = set(re.findall(r"\b(\w[\w-]{2,}-)(?=\{)", text))

    unused = [
        f"{sheet.relative_to(ROOT)}: .{name}"
        for sheet in SHEETS
        for name in sorted(list_classes(read(sheet)))
        if not is_used(name, words, beginnings)
    ]

    assert unused == []


def test_every_property_that_is_named_is_used():
    """A name for a value that nothing takes is left over from something."""
    css = "".join(read(sheet) for sheet in SHEETS)
    named = set(re.findall(r"(--[\w-]+)\s*:", css))
    used = set(re.findall(r"var\((--[\w-]+)", css))

    assert sorted(named - used) == []
    assert sorted(used - named) == []


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.relative_to(STATIC / "css").as_posix())
def test_a_style_sheet_keeps_to_the_rules_of_the_house(sheet):
    """Each fills a layer; none names an element by its id, forces itself upon others, or knows left from right."""
    css = read(sheet)

    assert "@layer" in css or not css.strip()
    assert "!important" not in css
    assert re.findall(r"(?<![\w(&-])#[a-zA-Z][\w-]*(?=[^;{}]*\{)", css) == []
    assert re.findall(r"\b(?:margin|padding|border|inset)-(?:left|right|top|bottom)\b", css) == []


def test_every_file_of_styles_is_part_of_the_whole():
    """A component that neither the first part nor the rest imports would never be seen; none is in both."""
    wholes = ["first.css", "main.css", "rest.css"]
    imported = {
        name: re.findall(r'@import url\("([^"]+)"\)', (STATIC / "css" / name).read_text(encoding="utf-8"))
        for name in wholes
    }

    assert imported["main.css"] == ["first.css", "rest.css"]
    assert sorted([*imported["first.css"], *imported["rest.css"], *wholes]) == [
        sheet.relative_to(STATIC / "css").as_posix() for sheet in SHEETS
    ]


def test_a_page_that_brings_its_first_style_asks_for_the_rest():
    """A template that promises a first screen says where it ends."""
    texts = [file.read_text(encoding="utf-8") for file in TEMPLATES]
    promised = [text for text in texts if "set has_first_screen" in text]

    assert len(promised) == 4
    assert [text for text in promised if text.count("partials/end_of_first_screen.html") != 1] == []


def test_every_typeface_is_used_and_brings_its_licence():
    """The style sheet names each file, templates ask for no other, and the open licence lies beside it."""
    css = (STATIC / "css/fonts.css").read_text(encoding="utf-8")
    files = {f"fonts/{file.name}" for file in (STATIC / "fonts").glob("*.woff2")}
    licences = [file.stem.removeprefix("OFL-") for file in (STATIC / "fonts").glob("OFL-*.txt")]

    assert {url.removeprefix("../") for url in re.findall(r'url\("([^"]+)"\)', css)} == files
    assert {file for pair in FONTS.values() for file in pair} <= files
    assert [file for file in files if not any(file.startswith(f"fonts/{name}") for name in licences)] == []


def test_every_choice_of_the_look_is_in_the_style_sheet():
    """A word that the settings take and that changes nothing would be a promise not kept."""
    classes = list_classes(read(STATIC / "css/looks.css"))

    assert classes == CHOSEN
