"""What a server says beside each file: what a page may load, and how long a browser may keep what it has."""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import dataclass
from hashlib import sha256
from types import MappingProxyType
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

SITE_SOURCES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "default-src": ("'none'",),
        "script-src": ("'self'",),
        "style-src": ("'self'",),
        "img-src": ("'self'",),
        "font-src": ("'self'",),
        "media-src": ("'self'",),
        "connect-src": ("'self'",),  # what our scripts read; the reload of the development server
        "form-action": ("'self'",),  # a form leads to a page of the site, such as that of Mastodon
        "base-uri": ("'none'",),
        "frame-ancestors": ("'none'",),
    }
)
"""Content-Security-Policy of a page: what the theme uses, all of it from the site itself."""

ADDABLE = (
    *(name for name in SITE_SOURCES if name not in {"default-src", "base-uri"}),
    "frame-src",
    "worker-src",
)
"""Directives to which a site may add sources."""

HEADER_ONLY = frozenset({"frame-ancestors"})
"""Directives that a browser ignores in a page."""

_HOST = re.compile(r"(?:https|wss)://(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*(?::\d+)?(?:/[\w./~%-]*)?", re.ASCII)
_HASH = re.compile(r"'sha(?:256-[\w+/]{43}=|384-[\w+/]{64}|512-[\w+/]{86}==)'", re.ASCII)
_WIDE = frozenset({"https:", "data:", "blob:"})
_RUNNING = frozenset({"script-src", "style-src", "worker-src"})
"""Directives for which a whole scheme would allow anybody to put in anything."""

REFERRER_POLICY = "same-origin"
"""A link that leaves the site does not tell where the reader comes from."""

_UNUSED = (
    "accelerometer", "camera", "display-capture", "geolocation", "gyroscope", "magnetometer", "microphone",
    "midi", "payment", "usb", "xr-spatial-tracking",
)  # fmt: skip
"""What a browser can do that no page of a site needs, an embedded one neither."""

HEADERS: tuple[tuple[str, str], ...] = (
    ("Referrer-Policy", REFERRER_POLICY),
    ("Permissions-Policy", ", ".join(f"{name}=()" for name in _UNUSED)),
    ("X-Content-Type-Options", "nosniff"),
)
"""Headers of every file besides those of ``list_rules``.

HSTS is the host's: it binds a whole domain, for months."""

BRIEFLY = "public, max-age=600, stale-while-revalidate=604800"
"""For files that keep their name when they change: nothing for ten minutes, then what nobody waits for."""
FOR_EVER = "public, max-age=31536000, immutable"
"""For files whose name changes with their content."""


@dataclass(frozen=True, slots=True)
class HeaderRule:
    """Headers of the files at some addresses."""

    path: str
    """Address from the root of the site; ``*`` at its end stands for anything."""
    headers: tuple[tuple[str, str], ...]
    """Pairs of name and value; rules that meet never name the same header: hosts differ on which counts."""

    def matches(self, path: str) -> bool:
        """Tell whether the headers are those of an address.

        >>> HeaderRule("/theme/*", ()).matches("/theme/css/main.css"), HeaderRule("/a", ()).matches("/ab")
        (True, False)
        """
        return path.startswith(self.path[:-1]) if self.path.endswith("*") else path == self.path


def is_source(directive: str, source: str) -> bool:
    """Tell whether a source may be added to a directive; nothing that allows what stands inline.

    >>> is_source("img-src", "https://*.photos.example"), is_source("script-src", "'unsafe-inline'")
    (True, False)
    """
    if source in _WIDE:
        return directive not in _RUNNING
    if directive in {"script-src", "style-src"} and (
        _HASH.fullmatch(source) or source == "'wasm-unsafe-eval'"
    ):
        return True
    return source == "'self'" or _HOST.fullmatch(source) is not None


def allows(sources: Iterable[str], url: str) -> bool:
    """Tell whether sources that a site added allow an absolute URL.

    >>> allows(["https://*.photos.example"], "https://a.photos.example/1.jpg"), allows([], "https://b.example/1.jpg")
    (True, False)
    """
    wanted = urlsplit(f"https:{url}" if url.startswith("//") else url)
    for source in sources:
        if source == f"{wanted.scheme}:":
            return True
        given = urlsplit(source)
        is_below = given.netloc.startswith("*.") and wanted.netloc.endswith(given.netloc[1:])
        if given.scheme == wanted.scheme and (is_below or given.netloc == wanted.netloc):
            return (
                wanted.path.startswith(given.path)
                if given.path.endswith("/")
                else given.path in {"", wanted.path}
            )
    return False


def build_policy(added: Mapping[str, Iterable[str]], site_url: str = "", *, is_in_page: bool = False) -> str:
    """Return the Content-Security-Policy of a site.

    Args:
        added: Sources by directive, beside those of every site.
        site_url: Absolute URL of the site, or empty; a preview at another address still loads from there.
        is_in_page: Whether it stands in a ``meta`` element, where a browser ignores a part of it.

    >>> "img-src 'self' https://photos.example;" in build_policy({"img-src": ["https://photos.example"]})
    True
    """
    parts = urlsplit(site_url)
    home = (f"{parts.scheme}://{parts.netloc}",) if parts.netloc else ()
    sources = {name: (*words, *home) if "'self'" in words else words for name, words in SITE_SOURCES.items()}
    for directive in ADDABLE:
        if more := tuple(added.get(directive, ())):
            mine = [source for source in sources.get(directive, ()) if source != "'none'"]
            sources[directive] = tuple(dict.fromkeys((*mine, *more)))
    left_out = HEADER_ONLY if is_in_page else frozenset()
    return "; ".join(f"{name} {' '.join(words)}" for name, words in sources.items() if name not in left_out)


OUTER_POLICY = "base-uri 'none'; object-src 'none'; frame-ancestors 'none'"
"""Policy of every file of a site with an editor, whose page needs a wider one: a browser heeds both.

What a page may load then stands in the page alone."""
_BACKENDS = {
    "github": ("https://api.github.com", "https://www.githubstatus.com"),
    "gitlab": ("https://gitlab.com", "https://status-api.hostedstatus.com"),
    "gitea": ("https://gitea.com",),
}
"""Hosts that the editor asks, by the kind of repository."""
BACKENDS = tuple(_BACKENDS)
"""Kinds of repositories that the editor knows."""


def build_editor_policy(editor: Mapping[str, str]) -> str:
    """Return the policy of the page on which a site is edited: its own files, and the host of the repository.

    >>> "connect-src 'self' blob: data: https://api.github.com" in build_editor_policy({"backend": "github"})
    True
    """
    own = [editor[key] for key in ("api_root", "base_url") if key in editor]
    hosts = dict.fromkeys((*_BACKENDS[editor["backend"]], *(_find_origin(url) for url in own)))
    sources = {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self' 'unsafe-inline'",  # the editor writes its styles itself
        "img-src": f"'self' blob: data: https://*.githubusercontent.com {' '.join(hosts)}",
        "font-src": "'self' data:",
        "media-src": "'self' blob:",
        "connect-src": f"'self' blob: data: {' '.join(hosts)}",
        "worker-src": "'self' blob:",
        "form-action": "'none'",
        "base-uri": "'none'",
    }
    return "; ".join(f"{name} {words}" for name, words in sources.items())


def _find_origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def allow_data(policy: str, data: object) -> str:
    """Return a policy that names the description for machines of a page, which is text once it is shown.

    A browser runs nothing of it and needs no leave; checkers of HTML count it among the scripts.

    >>> allow_data("script-src 'self'", "{}")
    "script-src 'self' 'sha256-RBNvo1WzZ4oRRq0W9+hknpT7T8If536DEMBg9hyq/4o='"
    """
    if not data:
        return policy
    return policy.replace("script-src 'self'", f"script-src 'self' {name_inline(str(data))}", 1)


def name_inline(text: str) -> str:
    """Return the source by which a policy allows one text that stands inline, and no other.

    >>> name_inline("")
    "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"
    """
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def list_rules(policy: str, caches: Mapping[str, str], *, has_editor: bool = False) -> tuple[HeaderRule, ...]:
    """Return what a host is to send with which files.

    Args:
        policy: Content-Security-Policy, or empty for none.
        caches: Value of ``Cache-Control`` by address; for all others, hosts let a browser ask at each visit.
        has_editor: Whether a page of the site signs in elsewhere, in a window that answers it.
    """
    first = (("Content-Security-Policy", OUTER_POLICY if has_editor else policy),) if policy else ()
    opener = (("Cross-Origin-Opener-Policy", "same-origin-allow-popups" if has_editor else "same-origin"),)
    rules = [HeaderRule("/*", (*first, *HEADERS, *opener))]
    rules += [HeaderRule(path, (("Cache-Control", value),)) for path, value in caches.items()]
    return tuple(rules)


def write_headers_file(rules: Iterable[HeaderRule]) -> str:
    """Return the rules in the form that Netlify, Cloudflare Pages and others read as ``_headers``."""
    blocks = ([rule.path, *(f"  {name}: {value}" for name, value in rule.headers)] for rule in rules)
    return "\n\n".join("\n".join(lines) for lines in blocks) + "\n"


def read_headers_file(text: str) -> tuple[HeaderRule, ...]:
    r"""Return the rules of such a file; what is none of it is passed over.

    >>> read_headers_file("# all\n/*\n  X-A: b\n")
    (HeaderRule(path='/*', headers=(('X-A', 'b'),)),)
    """
    found: dict[str, list[tuple[str, str]]] = {}
    pairs: list[tuple[str, str]] = []
    for line in text.splitlines():
        name, colon, value = (part.strip() for part in line.partition(":"))
        if line.startswith("/"):
            pairs = found.setdefault(line.strip(), [])
        elif line[:1].isspace() and name and colon:
            pairs.append((name, value))
    return tuple(HeaderRule(path, tuple(pairs)) for path, pairs in found.items())


def find_headers(rules: Iterable[HeaderRule], path: str) -> Iterator[tuple[str, str]]:
    """Yield the headers of one address."""
    for rule in rules:
        if rule.matches(path):
            yield from rule.headers
