"""docs/reference/commands.md says of each command that it has what the command itself says."""

import argparse
import re
from pathlib import Path

import pytest

from event_recap.cli import build_parser

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/reference/commands.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^## `([a-z -]+)`\n(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL))
EVERYWHERE = {"--help", "--settings"}

TARGETS = PAGE.partition("## Targets of make\n")[2]


def find_parsers(parser, *words):
    """Return the parser of each command of one word or two, in the order of the help."""
    below = [one.choices for one in parser._actions if isinstance(one, argparse._SubParsersAction)]
    if not below:
        return {" ".join(words): parser}
    found = [find_parsers(inner, *words, word) for word, inner in below[0].items()]
    return {command: inner for some in found for command, inner in some.items()}


PARSERS = find_parsers(build_parser())


def test_every_command_has_a_section_and_no_other():
    """In the order of the help."""
    assert list(SECTIONS) == list(PARSERS)


@pytest.mark.parametrize("command", SECTIONS)
def test_every_option_is_documented_and_no_other(command):
    """In the order of the help, so that one finds it again."""
    actions = PARSERS[command]._actions
    known = [(action.option_strings or [action.metavar or action.dest])[-1] for action in actions]

    documented = re.findall(r"^\| `([\w-]+)", SECTIONS[command], re.MULTILINE)

    assert documented == [name for name in known if name not in EVERYWHERE]


@pytest.mark.parametrize("command", SECTIONS)
def test_every_word_of_a_choice_is_documented(command):
    """Whoever has to choose one of some words finds them all."""
    words = [word for action in PARSERS[command]._actions for word in action.choices or ()]

    assert [word for word in words if f"`{word}`" not in SECTIONS[command]] == []


@pytest.mark.parametrize("command", SECTIONS)
def test_every_documented_command_has_an_example(command):
    """On its page of the reference and in its own help."""
    assert f"`event-recap {command} " in SECTIONS[command]
    assert f"Example: event-recap {command} " in PARSERS[command].epilog


def find_commands(parser, words=()):
    """Yield every command, and every kind of one, with its parser."""
    for one in parser._actions:
        for name, below in (one.choices if isinstance(one, argparse._SubParsersAction) else {}).items():
            yield " ".join([*words, name]), below
            yield from find_commands(below, [*words, name])


@pytest.mark.parametrize(("command", "parser"), list(find_commands(build_parser())))
def test_every_help_shows_an_example(command, parser):
    """Which is typed sooner than a list of options is read."""
    assert re.search(rf"^Example: event-recap {command}(?: |$)", parser.format_help(), re.MULTILINE)


def test_every_target_of_make_is_documented_and_no_other():
    """Whoever types `make` finds each word that it lists."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (`[^|]+) \|", TARGETS, re.MULTILINE)
    documented = [target for row in rows for target in re.findall(r"`([\w-]+)`", row)]

    assert sorted(documented) == sorted(re.findall(r"^([a-z-]+):.*## ", makefile, re.MULTILINE))


def test_every_variable_of_make_is_there():
    """A word in capitals that the page offers is one that the Makefile reads."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    offered = set(re.findall(r"([A-Z_]{3,})=", TARGETS))

    assert offered
    assert [name for name in sorted(offered) if f"$({name})" not in makefile] == []


@pytest.mark.parametrize(
    "page", [*sorted((ROOT / "docs").rglob("*.md")), *ROOT.glob("[A-Z]*.md")], ids=lambda page: page.stem
)
def test_every_command_of_a_page_can_be_typed(page):
    """No page shows a command, or an option of one, that the program does not know."""
    text = page.read_text(encoding="utf-8")
    typed = re.findall(r"(?:^|[`$/(])\s?event-recap ((?:[a-z-]+ ?){1,2})([^`\n]*)", text, re.MULTILINE)
    unknown = [
        f"event-recap {words}{rest}"
        for words, rest in typed
        if not knows(words.split(), re.findall(r"(?<!\S)--[a-z-]+", words + rest))
    ]

    assert unknown == []


def knows(words, options):
    """Tell whether the program has a command, and the command its options."""
    command = next((name for name in (" ".join(words[:2]), words[0]) if name in PARSERS), "")
    if not command:
        return words[0] in {"new", "--help"}
    return {option for action in PARSERS[command]._actions for option in action.option_strings} >= set(
        options
    )
