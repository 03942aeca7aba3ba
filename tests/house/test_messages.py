"""docs/reference/messages.md has every message that an author may read, and no other."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "plugins/event_recap"
MODULES = sorted(file for file in PACKAGE.rglob("*.py") if "__pycache__" not in file.parts)
PAGE = (ROOT / "docs/reference/messages.md").read_text(encoding="utf-8")
DOCUMENTED = re.findall(r"^\| `(.+?)` \| ", PAGE, re.MULTILINE)

GAP = "…"
"""Stands for what an author typed, or for what is proposed."""
SAYING = {"error", "warn", "Problem", "UnreadableError", "Fault", "_problem"}
"""Functions and classes that take a message."""
EXPLAINING = re.compile(r"_?(?:explain|expect|leaves)")
"""Functions that return one."""
NOT_ABOUT_CONTENT = {"cli.py", "__main__.py", "parser.py"}
"""Messages about how a command was called, which its ``--help`` explains."""
SHORTEST = 12
"""A piece of a message with fewer letters says nothing by itself."""


def read_text(node, constants):
    """Return a string or an f-string with a gap for each value; None for anything else."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else None
    if isinstance(node, ast.BinOp):
        return (read_text(node.left, constants) or GAP) + (read_text(node.right, constants) or GAP)
    if isinstance(node, ast.Name):
        return constants.get(node.id)
    if isinstance(node, ast.FormattedValue):
        return read_text(node.value, constants) or GAP
    if isinstance(node, ast.JoinedStr):
        return "".join(read_text(part, constants) for part in node.values)
    return None


def find_constants(tree):
    """Return the texts that a module keeps under a name."""
    return {
        node.targets[0].id: node.value.value
        for node in tree.body
        if isinstance(node, ast.Assign)
        and isinstance(node.targets[0], ast.Name)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
    }


def find_candidates(node):
    """Return the parts of a statement or a call that hold a message."""
    if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "what":
        return [node.value]
    if isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", "")) in SAYING:
        return node.args
    if isinstance(node, ast.FunctionDef) and EXPLAINING.match(node.name):
        return [part.value for part in ast.walk(node) if isinstance(part, ast.Return) and part.value]
    return []


def find_messages(file):
    """Return the messages of a module, each with a gap for what is filled in."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    constants = find_constants(tree)
    return {
        text
        for node in ast.walk(tree)
        for part in find_candidates(node)
        for choice in ([part.body, part.orelse] if isinstance(part, ast.IfExp) else [part])
        if (text := read_text(choice, constants)) and " " in text
    }


def find_strings(file):
    """Return every string of a module, whatever it is for."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    constants = find_constants(tree)
    return {text for node in ast.walk(tree) if (text := read_text(node, constants))}


def split(message):
    """Return the pieces of a message that say something by themselves: what is wrong, what is expected."""
    pieces = (piece.strip(" ;,:'()-[") for piece in re.split(f"{GAP}|; |, write", message))
    return [piece for piece in pieces if len(piece) >= SHORTEST]


STRINGS = {text for file in MODULES for text in find_strings(file)}


@pytest.mark.parametrize("message", DOCUMENTED)
def test_every_documented_message_exists(message):
    """Nobody reads about a message that is never told."""
    missing = [piece for piece in split(message) if not any(piece in text for text in STRINGS)]

    assert missing == []


@pytest.mark.parametrize("file", MODULES, ids=lambda file: file.relative_to(PACKAGE).as_posix())
def test_every_message_is_documented(file):
    """Whoever reads a message finds what it means and what to do."""
    messages = find_messages(file) if file.name not in NOT_ABOUT_CONTENT else set()
    told = "\n".join(DOCUMENTED)
    unknown = [message for message in messages if split(message) and max(split(message), key=len) not in told]

    assert sorted(unknown) == []
