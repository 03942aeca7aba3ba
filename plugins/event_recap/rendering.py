"""What every feature offers to Jinja, and HTML that is safe to publish."""

from __future__ import annotations

import re
from datetime import date, datetime
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING

import nh3
from jinja2 import FileSystemLoader
from markdown import Markdown
from markupsafe import Markup

from .translation import translate, word_date, word_month

if TYPE_CHECKING:
    from jinja2 import Environment

TEMPLATES = Path(__file__).parent / "templates"
"""Fallbacks for themes that know nothing of us."""

URL_SCHEMES = {"http", "https", "mailto"}
"""Schemes of a link that may leave the build."""

NOTE_TAGS = set("a abbr b br code del em i li ol p q s strong sub sup ul".split())  # noqa: SIM905
"""What a note or a bio may hold."""

BODY_TAGS = nh3.ALLOWED_TAGS | set(
    "audio details figcaption figure main mark picture section source summary track video".split()  # noqa: SIM905
)
"""What a recap may hold: everything that shows something and runs nothing."""

BODY_ATTRIBUTES = {
    **nh3.ALLOWED_ATTRIBUTES,
    "*": {"class", "dir", "id", "lang", "role", "title"},
    "a": {"href", "hreflang", "rel"},
    "audio": {"controls", "loop", "muted", "preload", "src"},
    "details": {"open"},
    "img": {"alt", "decoding", "height", "loading", "sizes", "src", "srcset", "width"},
    "ol": {"reversed", "start", "type"},
    "source": {"height", "media", "sizes", "src", "srcset", "type", "width"},
    "time": {"datetime"},
    "track": {"default", "kind", "label", "src", "srclang"},
    "video": {"controls", "height", "loop", "muted", "playsinline", "poster", "preload", "src", "width"},
}
"""Attributes by tag; no event handlers, and no ``style``, which a strict Content-Security-Policy ignores."""


BLOCK = re.compile(
    r"</?(?:article|aside|blockquote|br|caption|dd|details|div|dl|dt|figcaption|figure|footer|h[1-6]|header|hr|li"
    r"|main|nav|ol|p|pre|section|summary|table|td|th|tr|ul)\b[^>]*>",
    re.IGNORECASE,
)
"""Tags that part words; all others, such as ``<em>``, may stand inside one."""


def offer_templates(environment: Environment, site_url: str) -> None:
    """Add our templates behind the theme's and Pelican's own, with the filters and globals they use.

    Args:
        environment: A generator's environment.
        site_url: Absolute URL of the site without a final slash; Pelican's ``SITEURL`` in templates
            becomes relative where ``RELATIVE_URLS`` is on, and cannot serve in machine-readable places.
    """
    environment.loader.loaders.append(FileSystemLoader(TEMPLATES))  # type: ignore[union-attr]
    environment.filters |= {"date_text": word_date, "month_text": word_month, "date_iso": format_iso}
    environment.globals |= {"translate": translate, "site_url": site_url}


def format_iso(moment: date | datetime) -> str:
    """Return a date or an aware datetime for a ``datetime`` attribute, to the second."""
    return moment.isoformat(timespec="seconds") if isinstance(moment, datetime) else moment.isoformat()


def render_note(text: str) -> Markup:
    """Return Markdown typed in a YAML file as HTML that is safe; empty for an empty text.

    >>> render_note("A *warm* <script>alert(1)</script> [welcome](javascript:alert(1))")
    Markup('<p>A <em>warm</em>  <a rel="nofollow noopener">welcome</a></p>')
    """
    if not text:
        return Markup()
    html = Markdown(extensions=["sane_lists"], output_format="html").convert(text)
    return Markup(  # noqa: S704 -- sanitised on this line
        nh3.clean(
            html,
            tags=NOTE_TAGS,
            attribute_filter=_check_address,
            url_schemes=URL_SCHEMES,
            link_rel="nofollow noopener",
        )
    )


def _check_address(_tag: str, name: str, value: str) -> str | None:
    """Drop an address that the sanitiser does not look at, where it has another scheme."""
    if name not in {"cite", "srcset"}:
        return value
    addresses = value.split(",") if name == "srcset" else [value]
    schemes = (re.match(r"([a-z][a-z0-9+.-]*):", re.sub(r"[\0-\x20]", "", url.lower())) for url in addresses)
    return None if any(scheme and scheme[1] not in URL_SCHEMES for scheme in schemes) else value


def sanitize_body(html: str) -> str:
    """Return what an author wrote without anything that runs, frames or follows a reader.

    Pelican's ``{static}`` links pass, as they are relative addresses.

    >>> sanitize_body('<p onclick="x()">Hi <a href="javascript:x()">there</a><script>x()</script></p>')
    '<p>Hi <a>there</a></p>'
    """
    return nh3.clean(
        html,
        tags=BODY_TAGS,
        attributes=BODY_ATTRIBUTES,
        attribute_filter=_check_address,
        url_schemes=URL_SCHEMES,
        link_rel=None,
    )


def strip_html(html: str) -> str:
    """Return the plain text of HTML on one line, without the numbers of footnotes.

    >>> strip_html('<p>Caf&eacute; &amp; <b>co</b><sup id="fnref:1"><a href="#fn:1">1</a></sup></p>')
    'Café & co'
    >>> strip_html("<p>L’<em>été</em>.<br>Fin</p>")
    'L’été. Fin'
    """
    without_notes = re.sub(r'<sup id="fnref.*?</sup>', "", html, flags=re.DOTALL)
    in_words = BLOCK.sub(" ", without_notes)
    return " ".join(unescape(re.sub(r"<[^>]*>", "", in_words)).split())
