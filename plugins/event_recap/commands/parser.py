"""How commands are read: help and mistakes in the language of whoever types, with the nearest known word."""

from __future__ import annotations

import argparse
import re
import sys
import textwrap
from typing import TYPE_CHECKING, Any, NoReturn

from ..errors import suggest
from ..wording.speech import word

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

EXAMPLE = "Example: "
"""How an example in a help begins; it stays on its line, to be copied."""
MISUSED = 2
"""Exit code where the words of a command cannot be read."""
_CHOICE = re.compile(
    r"(?P<where>argument .+?: )?invalid choice: '(?P<typed>.*?)' \(choose from (?P<known>.*)\)"
)
_UNKNOWN = re.compile(r"unrecognized arguments: (?P<typed>.*)")


class Parser(argparse.ArgumentParser):
    """Reads one command; parsers of commands below it are of this kind as well."""

    def __init__(self, **options: Any) -> None:
        """Take what a parser of the standard library takes; help is told by our own formatter."""
        options["formatter_class"] = Formatter
        super().__init__(**options)

    def parse_known_args(  # type: ignore[override]  # the base class has several forms of it
        self, args: Sequence[str] | None = None, namespace: argparse.Namespace | None = None
    ) -> tuple[argparse.Namespace, list[str]]:
        """Read what is known; what is left over is told by the command that does not know it."""
        known, others = super().parse_known_args(args, namespace)
        if others:
            self.error(f"unrecognized arguments: {' '.join(others)}")
        return known, others

    def error(self, message: str) -> NoReturn:
        """End with one line that says what is expected, and where all is explained."""
        what = word(_explain(message, self._list_options()))
        self.print_usage(sys.stderr)
        self.exit(MISUSED, f"{self.prog}: {what}\n{word(f'{self.prog} --help explains every option')}\n")

    def _list_options(self) -> list[str]:
        return [option for action in self._actions for option in action.option_strings]


class Formatter(argparse.RawDescriptionHelpFormatter):
    """Writes help in the language of whoever asks; a text of several lines keeps them."""

    def start_section(self, heading: str | None) -> None:
        """Begin a group of options."""
        super().start_section(word(f"{heading}:").removesuffix(":") if heading else heading)

    def add_text(self, text: str | None) -> None:
        """Add a description, or an example, which stands as it is."""
        if text and text is not argparse.SUPPRESS:
            is_kept = text.startswith(EXAMPLE) or "\n" in text
            text = word(text) if is_kept else textwrap.fill(_word_sentence(text), self._width)
        super().add_text(text)

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        """Add the line that shows how the command is written."""
        super().add_usage(usage, actions, groups, word("usage: ") if prefix is None else prefix)

    def _get_help_string(self, action: argparse.Action) -> str | None:
        return word(action.help) if action.help else action.help


def _word_sentence(text: str) -> str:
    """Return a description, which is what the list of commands says, as a sentence."""
    told = word(text)
    if told == text and text.endswith("."):
        phrase = text[0].lower() + text[1:-1]
        other = word(phrase)
        told = text if other == phrase else f"{other[0].upper()}{other[1:]}."
    return told


def _explain(message: str, options: Iterable[str]) -> str:
    """Return what is wrong with a command, and what was perhaps meant.

    >>> _explain("argument COMMAND: invalid choice: 'chek' (choose from 'new', 'check')", [])
    "argument COMMAND: 'chek' is not known here; did you mean 'check'?"
    >>> _explain("unrecognized arguments: --dry", ["--dry-run"])
    "unrecognized arguments: --dry; did you mean '--dry-run'?"
    """
    if found := _CHOICE.fullmatch(message):
        known = re.findall(r"[\w-]+", found["known"])
        hint = suggest(found["typed"], known) or f"; expected one of {', '.join(known)}"
        return f"{found['where'] or ''}{found['typed']!r} is not known here{hint}"
    if found := _UNKNOWN.fullmatch(message):
        return message + suggest(found["typed"].split()[0].partition("=")[0], options)
    return message
