"""The commands about what is elsewhere: ``thread`` writes posts, ``quote`` keeps one, ``video`` a picture."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from ..loading.urls import parse_url
from ..share.thread import THREAD_LIMITS
from ..wording.speech import say, tell
from .arguments import LANGUAGES, add_command, read_as
from .changes import write_changes
from .elsewhere.fetching import fetch_bytes, fetch_json
from .elsewhere.film import plan_film, tell_film, write_film
from .elsewhere.quote import Wanted, plan_quotation, tell_done
from .opening import open_site
from .thread import Wish, plan_thread, tell_left_out, write_json, write_text

if TYPE_CHECKING:
    from .arguments import Commands


def add_post_commands(commands: Commands) -> None:
    """Add ``thread``, ``quote`` and ``video`` to the parser of all commands."""
    _add_thread(commands)
    _add_quote(commands)
    _add_video(commands)


def _add_thread(commands: Commands) -> None:
    words = "write posts that thank those who agreed to be named, ready to paste"
    parser = add_command(commands, "thread", words, _run_thread)
    parser.epilog = "Example: event-recap thread focus-20-2010 --network mastodon"
    add = parser.add_argument
    add("event", metavar="EVENT", help="id or name of the event")
    add("--network", choices=tuple(THREAD_LIMITS), default="x", help="default: x")
    add("--lang", choices=LANGUAGES, help="language of the words; default: that of the recap")
    add("--text", metavar="WORDS", help="words of thanks; {event} stands for the name of the event")
    add(
        "--url",
        type=read_as(parse_url),
        help="address of the recap; default: the one that the site gives it",
    )
    add("--json", action="store_true", help="as JSON")


def _add_quote(commands: Commands) -> None:
    words = "fetch a post from X, Mastodon or Bluesky once, into a file, to be quoted as text"
    parser = add_command(commands, "quote", words, _run_quote)
    parser.epilog = "Example: event-recap quote https://mastodon.example/@anne/113370000000000000"
    add = parser.add_argument
    add("url", metavar="URL", help="address of the post")
    add("--id", default="", help="name of the file, without ending; default: made of author and day")
    add("--no-archive", action="store_true", help="look for no copy in the Internet Archive")
    add("--print", action="store_true", help="print the file and write nothing")


def _add_video(commands: Commands) -> None:
    words = "fetch the title and the picture of a film once, so that readers ask its host for nothing"
    parser = add_command(commands, "video", words, _run_video)
    parser.epilog = "Example: event-recap video https://youtu.be/dQw4w9WgXcQ"
    add = parser.add_argument
    add("url", metavar="URL", help="address of a film on YouTube, Vimeo, Dailymotion or PeerTube")


def _run_thread(chosen: argparse.Namespace) -> int:
    wish = Wish(
        event_id=chosen.event,
        network=chosen.network,
        lang=chosen.lang or "",
        text=chosen.text,
        url=chosen.url or "",
    )
    thanks = plan_thread(open_site(chosen.settings), wish)
    sys.stdout.write(write_json(thanks) if chosen.json else write_text(thanks))
    if not chosen.json:
        tell("".join(f"{line}\n" for line in tell_left_out(thanks)))
    return 0


def _run_quote(chosen: argparse.Namespace) -> int:
    wanted = Wanted(url=chosen.url, post_id=chosen.id, has_archive=not chosen.no_archive)
    quotation = plan_quotation(open_site(chosen.settings), wanted, fetch_json)
    if chosen.print:
        sys.stdout.write(quotation.change.after or "")
        tell("".join(f"{note}\n" for note in quotation.notes))
        return 0
    write_changes([quotation.change])
    say("".join(f"{line}\n" for line in tell_done(quotation)))
    return 0


def _run_video(chosen: argparse.Namespace) -> int:
    film = plan_film(open_site(chosen.settings).content, chosen.url, fetch_json, fetch_bytes)
    write_film(film)
    sys.stdout.write(tell_film(film, chosen.url))
    return 0
