"""``import-posts SOURCE``: what it is called with."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from ...loading.metadata import parse_language
from ..arguments import add_command, read_as

if TYPE_CHECKING:
    from ..arguments import Commands

EXAMPLE = """\
Example: event-recap import-posts old-blog.xml --pictures wp-content/uploads --dry-run

SOURCE is one of
  old-blog.xml         what WordPress exports (Tools, Export), or a feed in RSS or Atom
  feed.json            a JSON Feed
  https://…/feed/      the address of a feed
  pages/               a folder of saved pages (.html) or copied texts (.txt), or one of these files
"""


def add_import_posts(commands: Commands) -> None:
    """Add ``import-posts`` to the parser of all commands."""
    words = "bring in the posts of an old blog: a WordPress export, a feed, saved pages or copied texts"
    parser = add_command(commands, "import-posts", words, _run)
    parser.description = f"{words[0].upper()}{words[1:]}."  # with the capitals of names
    parser.epilog = EXAMPLE
    add = parser.add_argument
    add("source", metavar="SOURCE", help="file, folder or address")
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--dry-run", action="store_true", help="show what would be written, and write nothing")
    how.add_argument("--yes", action="store_true", help="write without asking")
    add(
        "--pictures",
        type=Path,
        metavar="FOLDER",
        help="where the old blog's pictures are, such as wp-content/uploads",
    )
    add("--drafts", action="store_true", help="bring everything in as a draft")
    add("--lang", type=read_as(parse_language), help="language of the texts; default: what the source says")
    add(
        "--folder",
        default="",
        metavar="NAME",
        help="folder of the posts below the content folder; default: the first of ARTICLE_PATHS",
    )


def _run(chosen: argparse.Namespace) -> int:
    from .running import run  # noqa: PLC0415 -- only whoever brings a blog in waits for its libraries

    return run(chosen)
