"""Ask before files are changed."""

from __future__ import annotations


def ask(question: str) -> bool:
    """Ask on the terminal; no answer is a no."""
    try:
        return input(f"{question} [y/N] ").strip().casefold() in {"y", "yes", "o", "oui"}
    except EOFError:
        return False
