"""Ask on the terminal: before files are changed, and for what is missing."""

from __future__ import annotations

import sys

from ..wording.speech import word


def ask(question: str) -> bool:
    """Ask on the terminal; no answer is a no."""
    try:
        return input(word(question) + word(" [y/N] ")).strip().casefold() in {"y", "yes", "o", "oui"}
    except EOFError:
        return False


def ask_for(question: str) -> str:
    """Ask for a word or a line; no answer is nothing."""
    try:
        return input(f"{word(question)} ").strip()
    except EOFError:
        return ""


def can_ask() -> bool:
    """Tell whether somebody sits at the terminal."""
    return sys.stdin.isatty()
