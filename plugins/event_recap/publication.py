"""Where a site is published: the setting ``EVENT_RECAP_PUBLISH``, as a frozen, checked value."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .errors import EventRecapError, Place, Problem, suggest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

NAME = "EVENT_RECAP_PUBLISH"

HOSTS = {
    "folder": "the path of a folder, such as '../www'",
    "rsync": "what rsync writes to, such as 'you@host.example:/var/www/site/'",
    "s3": "a bucket, such as 's3://my-site'",
    "netlify": "",
    "cloudflare-pages": "the name of the project, such as 'my-site'",
    "github-pages": "",
    "gitlab-pages": "",
}
"""What a site can be published to, and what ``target`` names there; empty where nothing is named."""

WORKFLOWS = frozenset({"github-pages", "gitlab-pages"})
"""Hosts to which a workflow of the repository brings the site."""

PLAIN = frozenset({"folder", "rsync"})
"""Hosts of files, where a server of one's own may read rules."""

_TARGETS = {
    "rsync": re.compile(r"rsync://[^/\s]+/\S+|[^\s:/-][^\s:/]*::?\S+|/\S+"),
    "s3": re.compile(r"s3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](?:/\S*)?"),
    "cloudflare-pages": re.compile(r"[a-z0-9][a-z0-9-]*"),
    "folder": re.compile(r"(?s)\s*\S.*"),
}
_KEPT = re.compile(r"(?!\.\.?(?:/|$))[^\s*?\[\]/][^*?\[\]\n]*")
_KINDS: dict[str, Any] = {"to": str, "target": str, "keep": (list, tuple), "rules": str, "allow_http": bool}


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """Where a site goes, and how; by default it stays where it was built."""

    to: str = ""
    """One of ``HOSTS``; empty where the site is built and nothing else."""
    target: str = ""
    """What of the host, as ``HOSTS`` says; empty where there is nothing to name."""
    keep: tuple[str, ...] = ()
    """Paths at the target that are none of the site's, and stay: files, or folders with all in them."""
    rules: str = ""
    """Server that reads rules in the folder: ``apache``, or empty for none."""
    allow_http: bool = False
    """Whether the site may have an address without encryption."""

    @property
    def has_redirects_file(self) -> bool:
        """Whether the host reads ``_redirects``, and obeys it before it looks for a file."""
        return self.to in {"netlify", "cloudflare-pages"}


def read_publication(site: Mapping[str, Any]) -> Publication:
    """Return where a site is published.

    Args:
        site: Pelican's settings.

    Raises:
        EventRecapError: Something of it is unknown or wrong; every problem is told at once.
    """
    raw = site.get(NAME, {})
    if not isinstance(raw, dict):
        raise EventRecapError(
            [_problem("", 'expected a dictionary, such as {"to": "folder", "target": "…"}')]
        )
    if problems := list(_check(raw)):
        raise EventRecapError(problems)
    values: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in raw.items()
    }
    return Publication(**values)


def _check(raw: Mapping[str, Any]) -> Iterator[Problem]:
    known = {key: value for key, value in raw.items() if key in _KINDS}
    for key in raw:
        if key not in known:
            yield _problem(
                str(key), "unknown key" + (suggest(str(key), _KINDS) or f"; expected {_list(_KINDS)}")
            )
    wrong = [key for key, value in known.items() if not isinstance(value, _KINDS[key])]
    for key in wrong:
        yield _problem(key, f"{known[key]!r} is not right here; expected {_describe(key)}")
    if not wrong:
        host = known.get("to", "")
        yield from _check_host(host, known.get("target", ""))
        yield from _check_rules(host, known.get("rules", ""))
        yield from _check_keep(known.get("keep", ()))


def _check_host(host: str, target: str) -> Iterator[Problem]:
    if host and host not in HOSTS:
        hint = suggest(host, HOSTS) or f"; expected {_list(HOSTS)}"
        yield _problem("to", f"{host!r} is no host known here{hint}")
    elif host in _TARGETS and not _TARGETS[host].fullmatch(target):
        yield _problem("target", f"{target!r} is none for {host}; expected {HOSTS[host]}")
    elif target and not HOSTS.get(host):
        yield _problem("target", f"{host or 'no host'} needs none; take it out, or write 'to'")


def _check_rules(host: str, rules: str) -> Iterator[Problem]:
    if rules and rules != "apache":
        yield _problem("rules", f"{rules!r} is no server whose rules are written; expected apache")
    elif rules and host not in PLAIN:
        yield _problem("rules", "only for 'folder' and 'rsync'; other hosts read no rules of Apache")


def _check_keep(keep: Iterable[object]) -> Iterator[Problem]:
    for path in keep:
        if not isinstance(path, str) or not _KEPT.fullmatch(path):
            yield _problem("keep", f"{path!r} is no path at the target; expected one such as '.well-known'")


def _describe(key: str) -> str:
    return {"keep": "a list of paths", "allow_http": "True or False"}.get(key, "a text")


def _list(words: Mapping[str, object]) -> str:
    return ", ".join(words)


def _problem(key: str, what: str) -> Problem:
    return Problem(Place(NAME), key, what)
