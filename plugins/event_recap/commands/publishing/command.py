"""``event-recap publish``: one command from the texts to the host, which stops at whatever is not right."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from ...build.page_list import PAGES_NAME, read_page_list
from ...devserver.building import build_command
from ...devserver.options import Options
from ...errors import EventRecapError, Place, Problem
from ...loading.files import display_path
from ...loading.removed_file import load_removed
from ...model.telling import Telling
from ...publication import NAME, WORKFLOWS, read_publication
from ...wording.speech import say, tell
from ..arguments import add_command
from ..opening import open_site, read_site
from .comparison import Shape, compare, describe
from .hosts import hand_over
from .last import read_last, remember
from .output_check import check_output
from .unfit import find_unfit

if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping, Sequence

    from ...publication import Publication
    from ..arguments import Commands
    from ..opening import OpenSite


def add_publish(commands: Commands) -> None:
    """Add ``publish`` to the parser of all commands."""
    words = "build for the web, look whether all is right, tell what changed, bring it to the host"
    parser = add_command(commands, "publish", words, _run_publish, "publishconf.py")
    parser.epilog = "Example: event-recap publish --dry-run"
    default = Options()
    add = parser.add_argument
    add(
        "--output", type=Path, default=default.output, help=f"folder to build into; default: {default.output}"
    )
    add("--dry-run", action="store_true", help="do all but bring it to the host")
    add("--allow-shrink", action="store_true", help="let the site lose more than half of its pages")


def _run_publish(chosen: argparse.Namespace) -> int:
    settings: Path = chosen.settings
    site = read_site(settings)
    if problems := list(find_unfit(site, Path(display_path(settings)))):
        raise EventRecapError(problems)
    publication = read_publication(site)
    output = chosen.output.absolute()
    last = read_last(output, publication, str(site["SITEURL"]))
    options = Options(content=Path(site["PATH"]), settings=settings, output=output)
    extra = ["ALLOW_SHRINK=true"] if chosen.allow_shrink else []
    extra += [] if NAME in site else [f"{NAME}={{}}"]
    if code := _build(options, extra):
        return code
    if problems := list(check_output(output, str(site["SITEURL"]))):
        sys.stderr.write(f"{EventRecapError(problems).told}\n")
        tell("nothing was published: what is wrong is in the pages or feeds themselves\n")
        return 1
    say(_tell_changes(output, last, open_site(settings)))
    if chosen.dry_run:
        say("nothing was published: this was a rehearsal\n")
        return 0
    return _publish(output, options.content, publication)


def _build(options: Options, extra: Sequence[str]) -> int:
    """Build a site so strictly that a warning stops it, and return the exit code."""
    command = [word for word in build_command(options) if not word.startswith("--fatal")]
    command += ["--fatal=warnings", *(["-e", *extra] if extra else [])]
    sys.stdout.flush()
    done = subprocess.run(command, check=False)  # noqa: S603 -- the command is ours, no shell
    return abs(done.returncode)


def _tell_changes(output: Path, last: Mapping[str, str], site: OpenSite) -> str:
    file = output / PAGES_NAME
    if not file.is_file():
        what = "the build wrote no list of pages; is event_recap among PLUGINS"
        raise EventRecapError([Problem(Place(display_path(file)), "", what)])
    after = read_page_list(file.read_text(encoding="utf-8"))
    if not last:
        return f"first publication, as far as is known: {len(after)} pages\n"
    removed, _ = load_removed(site.content, os.environ)  # what is wrong with it has stopped the build
    telling = Telling(site.registry, removed)
    person, pair, author = (str(site.urls[f"{name}_SAVE_AS"] or "") for name in ("PERSON", "PAIR", "AUTHOR"))
    shape = Shape(person, pair, telling.is_in, author)
    return describe(compare(last, after, output, shape))


def _publish(output: Path, content: Path, publication: Publication) -> int:
    sys.stdout.flush()
    say(f"{hand_over(output, content, publication)}\n")
    if publication.to not in WORKFLOWS:
        remember(output)
    return 0
