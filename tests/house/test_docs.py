"""The documentation says what the code does: names, defaults, messages, links."""

import ast
import re
import runpy
import tomllib
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest
from jinja2 import ChoiceLoader, Environment

from event_recap.loading import metadata, permissions, spellings
from event_recap.loading.offers import AVAILABILITIES
from event_recap.loading.vocabulary import PRIVATE, fold_key
from event_recap.model.profile import NETWORKS
from event_recap.model.share import SHARE_NETWORKS
from event_recap.model.visibility import VISIBILITY_WORDS
from event_recap.rendering import offer_templates
from event_recap.settings import Settings, read_settings
from event_recap.share.row import ShareLinkView
from event_recap.site.defaults import DOCUMENT_SETTINGS, URL_SETTINGS
from event_recap.views import (
    comment_values,
    meeting_values,
    mention_values,
    picture_values,
    privacy_values,
    quoted_post_values,
    reading_values,
    social_values,
    subscription_values,
    values,
)

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "plugins/event_recap"
DOCS = ROOT / "docs"
REFERENCE = DOCS / "reference"
TEXTS = [*sorted(ROOT.glob("*.md")), *sorted(DOCS.rglob("*.md"))]
CODE = re.compile(r"`([^`]+)`")
FENCE = re.compile(r"^```.*?^```$", re.DOTALL | re.MULTILINE)


def read(name):
    """Return the text of a reference page."""
    return (REFERENCE / name).read_text(encoding="utf-8")


def find_section(name, heading):
    """Return the text below a heading, down to the next one of any rank."""
    text = FENCE.sub("", read(name))
    (section,) = re.findall(rf"^#+ {re.escape(heading)}\n(.*?)(?=^#|\Z)", text, re.DOTALL | re.MULTILINE)
    return section


def read_rows(text):
    """Return the rows of the tables of a text: the words in code of each cell."""
    rows = re.findall(r"^\| (`.*) \|$", text, re.MULTILINE)
    return [[CODE.findall(cell) for cell in re.split(r" (?<!\\)\| ", row)] for row in rows]


def read_names(text):
    """Return the words of the first column of the tables of a text."""
    return [name for row in read_rows(text) for name in row[0]]


def test_every_setting_is_documented_and_nothing_else():
    """settings.md has one heading for each key of EVENT_RECAP, in the order of the code."""
    headings = re.findall(r"^## `(\w+)`$", read("settings.md"), re.MULTILINE)

    assert headings == [field.name for field in fields(Settings)]


@pytest.mark.parametrize("field", fields(Settings), ids=lambda field: field.name)
def test_the_default_of_a_setting_is_the_one_documented(field):
    """What settings.md says is what a site gets that sets nothing."""
    section = find_section("settings.md", f"`{field.name}`")
    documented = ast.literal_eval(re.search(r"^Default: `(.*)`$", section, re.MULTILINE)[1])

    assert getattr(read_settings({field.name: documented}), field.name) == getattr(Settings(), field.name)


def test_every_network_to_share_on_is_documented():
    """Whoever chooses networks sees all there are."""
    assert set(SHARE_NETWORKS) <= set(CODE.findall(find_section("settings.md", "`share_networks`")))


def test_every_address_of_ours_is_documented_with_its_default():
    """PERSON_URL and its like are what settings.md says."""
    for heading, defaults in (
        ("Addresses of our pages", URL_SETTINGS),
        ("Where feeds and other files are", DOCUMENT_SETTINGS),
    ):
        rows = read_rows(find_section("settings.md", heading))
        assert {name: ast.literal_eval(default) for (name,), (default,) in rows} == defaults


def test_every_setting_of_the_example_is_explained():
    """Nothing in pelicanconf.py is without a reason in settings.md."""
    made = {name for name in runpy.run_path(str(ROOT / "pelicanconf.py")) if name.isupper()}
    explained = read_names(find_section("settings.md", "Settings of Pelican that the example site makes"))

    assert sorted(explained) == sorted(made - set(URL_SETTINGS) - {"EVENT_RECAP"})


@pytest.mark.parametrize(
    ("page", "heading", "vocabulary"),
    [
        ("attendee-list.md", "The whole file", spellings.LIST_FILE),
        ("attendee-list.md", "`event`", spellings.EVENT),
        ("attendee-list.md", "`location`", spellings.LOCATION),
        ("attendee-list.md", "Organisers", spellings.ORGANIZER),
        ("attendee-list.md", "`offers`", spellings.OFFER),
        ("attendee-list.md", "`coverage`", spellings.COVERAGE),
        ("attendee-list.md", "`attendees`", spellings.ATTENDEE),
        ("attendee-list.md", "Pictures", spellings.PICTURE),
        ("attendee-list.md", "`consent`", spellings.CONSENT),
        ("person-file.md", "Keys", spellings.PERSON),
        ("follow-ups.md", "Keys", spellings.FOLLOW_UP),
        ("quoted-post.md", "Keys", spellings.QUOTED_POST),
        ("quoted-post.md", "`author`", spellings.QUOTED_AUTHOR),
        ("comment.md", "Keys", spellings.COMMENT),
        ("comment.md", "`author`", spellings.COMMENTER),
        ("front-matter.md", "`guests`", spellings.GUEST),
        ("front-matter.md", "`share`", spellings.SHARE),
    ],
    ids=lambda value: getattr(value, "noun", None),
)
def test_every_key_is_documented_with_its_other_spellings(page, heading, vocabulary):
    """A key that is read stands in its table, in the order of the code, and so does each other spelling."""
    rows = read_rows(find_section(page, heading))

    documented = {key: also for (key,), _, also in rows}
    assert list(documented) == list(vocabulary.keys)
    assert documented == {key: vocabulary.spellings.get(key, "").split() for key in vocabulary.keys}


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("Roles", spellings.ROLES),
        ("`status`", spellings.STATUSES),
        ("Availability", AVAILABILITIES),
        ("Kinds of coverage", spellings.COVERAGE_TYPES),
        ("Methods", permissions.METHODS),
    ],
)
def test_every_word_of_a_choice_is_documented(heading, words):
    """Where one of some words is wanted, attendee-list.md has them all, with the other words that are read."""
    rows = read_rows(find_section("attendee-list.md", heading))

    assert {word: also for (word,), _, also in rows} == {
        word.value: also.split() for word, also in words.items()
    }


@pytest.mark.parametrize(
    ("heading", "words"), [("Kinds", spellings.COMMENT_KINDS), ("Status", spellings.COMMENT_STATUSES)]
)
def test_every_word_of_a_comment_is_documented(heading, words):
    """comment.md has each kind and each status, with the other words that are read."""
    rows = read_rows(find_section("comment.md", heading))

    assert {word: also for (word,), also in rows} == {
        word.value: also.split() for word, also in words.items()
    }


def test_every_network_of_a_profile_is_documented():
    """attendee-list.md has each network, how to write it, and its other spellings."""
    rows = read_rows(find_section("attendee-list.md", "Profiles"))[: len(NETWORKS)]

    assert {network: also for (network,), _, also in rows} == {
        network: spellings.PROFILES.spellings.get(network, "").split() for network in NETWORKS
    }


def test_the_parts_of_a_name_are_documented():
    """Lists with first_name and last_name are read as attendee-list.md says."""
    rows = read_rows(find_section("attendee-list.md", "Names in parts"))

    assert {key: whole for (key,), (whole,), _ in rows} == spellings.ATTENDEE.parts
    assert [also for *_, also in rows] == [spellings._NAMES[key].split() for key in spellings.ATTENDEE.parts]


def test_every_level_of_visibility_is_documented():
    """attendee-list.md has the five levels, from everything to nothing."""
    names = read_names(find_section("attendee-list.md", "`visibility`"))

    assert names == list(reversed(VISIBILITY_WORDS))


def test_every_key_that_is_refused_is_listed():
    """Whoever has an export of a ticket shop can see what has to go."""
    listed = CODE.findall(find_section("attendee-list.md", "Keys that are refused"))

    assert listed == sorted(PRIVATE)
    assert [key for key in listed if fold_key(key) != key] == []


@pytest.mark.parametrize(
    ("heading", "keys"),
    [
        ("Keys of this plugin", metadata.OWN_KEYS),
        ("Keys of Pelican", (*metadata.SINGLE_KEYS, *metadata.LIST_KEYS)),
    ],
)
def test_every_key_of_front_matter_is_documented(heading, keys):
    """front-matter.md has each key that is checked, and no other."""
    assert read_names(find_section("front-matter.md", heading)) == list(keys)


VIEWS = [
    value
    for module in (picture_values, values, subscription_values, privacy_values, meeting_values, mention_values, quoted_post_values, reading_values, comment_values, social_values)
    for value in vars(module).values()
    if is_dataclass(value) and value.__module__ == module.__name__
] + [ShareLinkView]  # fmt: skip


def test_every_value_of_templates_is_documented():
    """template-values.md has one heading for each view, in the order of the code."""
    headings = re.findall(r"^### `(\w+)`$", read("template-values.md"), re.MULTILINE)

    assert headings == [view.__name__ for view in VIEWS]


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.__name__)
def test_every_field_of_a_view_is_documented(view):
    """Whoever writes a template finds each field, in the order of the code, and none that is not there."""
    section = find_section("template-values.md", f"`{view.__name__}`")

    assert read_names(section) == [field.name for field in fields(view)]


def test_every_name_in_the_context_is_documented():
    """What our generators give to every page stands in template-values.md."""
    sources = [*PACKAGE.glob("*.py"), *PACKAGE.glob("*/plugin.py"), *PACKAGE.glob("*/generator.py")]
    given = {
        name
        for source in sources
        for name in re.findall(r"context\[\"(\w+)\"\] = ", source.read_text(encoding="utf-8"))
    }
    documented = read_names(
        find_section("template-values.md", "Where they are").partition("On an article")[0]
    )

    assert set(documented) == given | {"event_recap"}


def test_every_filter_and_global_is_documented():
    """What templates may call stands in template-values.md."""
    ours, plain = Environment(loader=ChoiceLoader([]), autoescape=True), Environment(autoescape=True)
    offer_templates(ours, Path("theme"), "https://example.org")
    section = find_section("template-values.md", "Where they are")
    documented = read_names(section.partition("Filters and globals")[2].partition("Macros")[0])

    offered = (set(ours.filters) - set(plain.filters)) | (set(ours.globals) - set(plain.globals))
    assert {name for name in documented if "(" not in name} == offered


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_link_leads_somewhere(path):
    """A link between two pages, to a heading or to a picture is never broken."""
    broken = [
        link
        for link in re.findall(
            r"\]\(([^)\s]+)\)", CODE.sub("", FENCE.sub("", path.read_text(encoding="utf-8")))
        )
        if not re.match(r"https?:", link) and not is_there(path, link)
    ]

    assert broken == []


def is_there(path, link):
    """Tell whether a file exists and has the heading that a link names."""
    name, _, anchor = link.partition("#")
    target = (path.parent / name).resolve() if name else path
    if not target.is_file():
        return False
    headings = (
        re.findall(r"^#+ (.+)$", FENCE.sub("", target.read_text(encoding="utf-8")), re.MULTILINE)
        if anchor
        else []
    )
    return not anchor or anchor in {
        re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in headings
    }


def test_every_page_can_be_reached_from_the_front():
    """docs/index.md leads to every page of the documentation."""
    index = (DOCS / "index.md").read_text(encoding="utf-8")
    linked = {(DOCS / link).resolve() for link in re.findall(r"\]\(([\w/.-]+\.md)\)", index)}

    assert sorted(path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md") if path not in linked) == [
        "index.md"
    ]


def test_readme_begins_with_the_two_commands():
    """Whoever opens the repository reads `make html` and `make test` before any other command."""
    commands = re.findall(r"^make [\w-]+", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE)

    assert commands[:2] == ["make html", "make test"]


def test_the_plan_of_the_house_has_every_part():
    """Whoever reads CONTRIBUTING.md finds each folder and module of the package, and none that is not there."""
    plan = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").partition("plugins/event_recap/ ")[2]
    parts = {path.name for path in PACKAGE.glob("[a-z]*") if path.is_dir() or path.suffix == ".py"}
    told = set(re.findall(r"(?<![\w/])([a-z_]+(?:\.py|(?=/)))", plan.partition("\ntests/")[0]))

    assert sorted(parts - told) == []
    assert sorted(told - parts - {"__main__.py", "messages"}) == []


def test_the_layers_are_told_as_they_are_checked():
    """The line of arrows in CONTRIBUTING.md is the order that import-linter keeps."""
    page = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    layers = project["tool"]["importlinter"]["contracts"][0]["layers"]

    told = [
        set(arrow.split(", ")) for arrow in re.search(r"^`(.* ← .*)`$", page, re.MULTILINE)[1].split(" ← ")
    ]
    checked = [set(re.findall(r"\w+", layer)) for layer in reversed(layers)]

    features = told.index({"features"})
    assert "recaps" in checked.pop(features)
    assert told[:features] + told[features + 1 :] == checked[:-1]
    assert checked[-1] == {"__main__"}
