"""rss2email, which sends each entry as a mail; here all of a feed in one, into a folder."""

from __future__ import annotations

import json
import mailbox
import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from configparser import ConfigParser
from dataclasses import replace
from datetime import UTC
from email.header import decode_header, make_header
from email.utils import parseaddr, parsedate_to_datetime
from html import unescape
from itertools import chain

from .item import ATOM, XML_KINDS, Item, keep_first_author, keep_last_author

KINDS = XML_KINDS

PROCESSES = 2
DEFAULTS = {
    "to": "reader@rss2email.invalid",
    "name-format": "{author}",
    "date-header": "True",
    "date-header-order": "issued",
    "html-mail": "True",
    "unicode-snob": "True",
    "email-protocol": "maildir",
    "digest": "True",
    "encodings": "US-ASCII, UTF-8",
    "verbose": "warning",
}


def reduce(item, kind):
    """Return an entry as a mail can show it.

    A mail comes from one person: of Atom the last, of RSS the first. Entities in a title are resolved,
    also where the author wrote about them and every other reader shows them as they are.
    """
    item = keep_last_author(item, kind) if kind == ATOM else keep_first_author(item, kind)
    return replace(item, title=unescape(item.title))


def read(feeds, folder):
    """Return the entries of each feed by its name: newest first, which is the last mail of a feed."""
    parts = [feeds[number::PROCESSES] for number in range(PROCESSES)]
    with ThreadPoolExecutor(PROCESSES) as pool:
        mails = chain(*pool.map(_run, parts, (folder / str(number) for number in range(PROCESSES))))
        read = {
            mail["X-RSS-Feed"]: [_read_mail(part.get_payload(0)) for part in mail.get_payload()]
            for mail in mails
        }
    return {feed.name: read[feed.url][::-1] for feed in feeds if feed.url in read}


def _run(feeds, folder):
    """Let rss2email fetch feeds, and return its mails, one for each feed that has an entry."""
    config = ConfigParser(interpolation=None)
    config["DEFAULT"] = {**DEFAULTS, "maildir-path": str(folder)}
    config.read_dict({f"feed.feed-{number}": {"url": feed.url} for number, feed in enumerate(feeds)})
    folder.mkdir(parents=True)
    with (folder / "config").open("w", encoding="utf-8") as file:
        config.write(file)
    (folder / "data.json").write_text(json.dumps({"version": 2, "feeds": []}), encoding="utf-8")
    program = [sys.executable, "-m", "rss2email.main", "-c", folder / "config", "-d", folder / "data.json"]
    environment = {**os.environ, "HOME": str(folder), "NO_PROXY": "*", "no_proxy": "*"}
    done = subprocess.run(
        [*program, "run"], env=environment, check=False, capture_output=True, encoding="utf-8", timeout=300
    )
    assert (done.returncode, done.stderr) == (0, "")
    return list(mailbox.Maildir(folder / "INBOX", create=False))


def _read_mail(mail):
    author, _ = parseaddr(str(mail["From"]))
    published = parsedate_to_datetime(mail["Date"]).astimezone(UTC)
    texts = [_decode(mail[name]) for name in ("X-RSS-ID", "X-RSS-URL", "Subject")]
    return Item(*texts, published, (_decode(author),))


def _decode(header):
    """Return the words of a header, of one line."""
    return re.sub(r"\n\s", " ", str(make_header(decode_header(header))))
