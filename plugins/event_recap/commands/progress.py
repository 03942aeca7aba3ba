"""How far long work is: at a terminal only, on the standard error stream, and gone when it is done."""

from __future__ import annotations

import sys
from contextlib import nullcontext
from typing import TYPE_CHECKING, TypeVar

from rich.console import Console
from rich.progress import track

from ..wording.speech import word

if TYPE_CHECKING:
    from collections.abc import Iterable
    from contextlib import AbstractContextManager

One = TypeVar("One")


def show_progress(things: Iterable[One], words: str, count: int) -> Iterable[One]:
    """Yield things one after the other, and show how many of them are done.

    Args:
        things: What is worked on.
        words: What is done, in English.
        count: How many there are.
    """
    console = Console(file=sys.stderr)
    if not console.is_terminal:
        return things
    return track(things, word(words), total=count, console=console, transient=True)


def show_busy(words: str) -> AbstractContextManager[object]:
    """Show that something is done of which nobody knows how long it takes.

    The stream is that of the beginning: what is done may have its own words caught.
    """
    console = Console(file=sys.stderr)
    return console.status(word(words)) if console.is_terminal else nullcontext()
