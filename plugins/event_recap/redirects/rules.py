"""Rules by which a host sends readers from former addresses to those of today, and says what is gone."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from ..views.address import quote_url

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST_RULES = 2000
"""Rules that Cloudflare Pages obeys; at the other former addresses a page leads on."""

WORKER = """\
// Whoever asks for a page of somebody who has none is told that it is gone, whether there ever was one:
// search engines forget it sooner, and nobody is named here.
export default {
  async fetch(request, environment) {
    const answer = await environment.ASSETS.fetch(request);
    if (answer.status !== 404) return answer;
    return new Response(answer.body, { status: 410, headers: answer.headers });
  },
};
"""
"""What Cloudflare Pages runs for addresses of people."""


def write_redirects_file(addresses: Iterable[tuple[str, str]], siteurl: str, *, is_forced: bool) -> str:
    """Return the rules in the form of ``_redirects``.

    Args:
        addresses: Former addresses and those of today, below ``SITEURL``.
        siteurl: Absolute URL of the site.
        is_forced: Whether the host has to be told that a rule comes before a file, as Netlify.
    """
    base, code = find_base(siteurl), "301!" if is_forced else "301"
    rules = [f"{_write_path(base + old)} {_write_path(base + new)} {code}" for old, new in addresses]
    return "".join(f"{rule}\n" for rule in rules[:MOST_RULES])


def write_apache_rules(addresses: Iterable[tuple[str, str]], siteurl: str, people: str) -> str:
    """Return the rules in the form of ``.htaccess``, to stand in the folder of the site.

    Args:
        addresses: Former addresses and those of today, below ``SITEURL``.
        siteurl: Absolute URL of the site.
        people: Beginning of the addresses of people below it; empty where they have none of their own.
    """
    base = find_base(siteurl)
    lines = [f"ErrorDocument 404 {base}404.html", f"ErrorDocument 410 {base}404.html"]
    lines += ["<IfModule mod_rewrite.c>", "RewriteEngine On"]
    lines += [_write_apache_rule(old, base + new) for old, new in addresses]
    if people:
        lines += ["RewriteCond %{REQUEST_FILENAME} !-f", "RewriteCond %{REQUEST_FILENAME} !-d"]
        lines += [f'RewriteRule "^{_escape(people)}." - [G]']
    return "\n".join([*lines, "</IfModule>", ""])


def _write_apache_rule(old: str, new: str) -> str:
    may_end = "?" if old.endswith("/") else ""  # without the last slash as well
    target = _write_path(new).replace("%", "\\%")
    return f'RewriteRule "^{_escape(old)}{may_end}$" "{target}" [R=301,L,NE]'


def write_routes(siteurl: str, people: str) -> str:
    """Return which addresses Cloudflare Pages answers by ``WORKER``, as JSON."""
    return json.dumps({"version": 1, "include": [f"{find_base(siteurl)}{people}*"], "exclude": []}) + "\n"


def find_base(siteurl: str) -> str:
    """Return the path at which a site begins, with slashes at both ends.

    >>> find_base("https://blog.example"), find_base("https://me.example/blog")
    ('/', '/blog/')
    """
    return urlsplit(siteurl).path.rstrip("/") + "/"


def find_people(person_url: str) -> str:
    """Return how the addresses of people begin; empty where other pages' begin so too.

    >>> find_people("people/{slug}/"), find_people("{slug}/")
    ('people/', '')
    """
    before = person_url.partition("{")[0]
    return before if before.endswith("/") else ""


def _write_path(path: str) -> str:
    return quote_url(path).replace(" ", "%20")


def _escape(path: str) -> str:
    """Return a path for a regular expression of Apache, which sees addresses decoded."""
    return re.sub(r'([.^$*+?()\[\]{}|\\"])', r"\\\1", path)
