"""What every feature offers to Jinja, and HTML that is safe to publish."""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import cache
from html import escape, unescape
from pathlib import Path
from typing import TYPE_CHECKING, Any

import nh3
from jinja2 import FileSystemLoader, Template
from markdown import Markdown
from markupsafe import Markup

from .characters import clean_text, fold_spaces
from .compiling import compile_faster
from .mention_syntax import PLACEHOLDER, MentionExtension, drop_placeholders
from .model.response_headers import allow_data
from .translation import (
    find_direction,
    find_translator,
    name_language,
    name_locale,
    translate,
    word_date,
    word_list,
    word_month,
)
from .typography.page import set_page

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from jinja2 import Environment

TEMPLATES = Path(__file__).parent / "templates"
"""Fallbacks for themes that know nothing of us."""

AUTOESCAPE = "autoescape"
"""Name of a file in the folder of a theme whose templates count on autoescape."""

URL_SCHEMES = {"http", "https", "mailto"}
"""Schemes of a link that may leave the build."""

NOTE_TAGS = set("a abbr b br code del em i li ol p q s strong sub sup ul".split())  # noqa: SIM905
"""What a note or a bio may hold."""

COMMENT_TAGS = frozenset({"blockquote", "pre"})
"""What a comment may hold beyond that: words of others."""

BODY_TAGS = (
    nh3.ALLOWED_TAGS
    | set(
        "audio details figcaption figure main mark picture section source summary track video".split()  # noqa: SIM905
    )
    | {PLACEHOLDER}
)
"""What a recap may hold: what shows something and runs nothing, and mentions that wait for their person."""

BODY_ATTRIBUTES = {
    **nh3.ALLOWED_ATTRIBUTES,
    "*": {"class", "dir", "id", "lang", "role", "title", "translate"},
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


NOTHING = Markup()
"""What most notes and bios are: one for all."""

_BLOCK = re.compile(
    r"<(?=/?(?:address|article|aside|blockquote|br|caption|dd|details|div|dl|dt|figcaption|figure|footer"
    r"|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|summary|table|td|th|tr|ul)\b)",
    re.IGNORECASE,
)
# Pelican looks for its links by such a pattern, also inside the value of another attribute.
_INNER_FILE_LINK = re.compile(
    r"""(?:href|src|poster|data|cite|formaction|action|content)\s*=\s*["'][{|]""", re.IGNORECASE
)
# What most texts are made of, as any parser reads it: nothing in it hides, moves or ends anything else.
_PLAIN_ATTRIBUTES = r'(?: [a-z-]+="[^"<>]*")*'
_PLAIN_BLOCK = re.compile(
    rf"</?(?:blockquote|br|dd|div|dl|dt|figcaption|figure|h[1-6]|hr|li|ol|p|ul)"
    rf"{_PLAIN_ATTRIBUTES} ?/?>"
)
_PLAIN_TAG = re.compile(rf"</?(?:a|b|code|em|i|img|span|strong|sup){_PLAIN_ATTRIBUTES} ?/?>")
_ODD_ENTITY = re.compile(r"&(?!(?:amp|lt|gt|quot|nbsp|#39|#160);)|[\0-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_DOCUMENT = re.compile(r"\s*<(?:!doctype html|html)\b", re.IGNORECASE)
_NOTE_MARK = re.compile(r'<sup id="fnref[^>]*>.*?</sup>', re.DOTALL)

UNREAD = set("button noembed noframes noscript script select style svg template textarea title".split())  # noqa: SIM905
"""Elements whose text is no part of what a reader reads."""


def is_our_theme(theme: Path) -> bool:
    """Tell whether a theme is ours, or was made of it."""
    return (theme / AUTOESCAPE).is_file()


def set_typography(environment: Environment, lang: str, region: str) -> None:
    """Give every page the typography of its languages, as the last thing before it is written.

    Feeds, addresses, ids and share texts are made of what was typed: nothing but pages changes.

    Args:
        environment: A generator's environment.
        lang: BCP 47 tag of the site, for pages that do not say theirs.
        region: Country by whose rules a language is set that names none; may be empty.
    """

    class Typeset(Template):
        """A template whose pages are set; parts of pages, which macros make, are not yet."""

        def render(self, *args: Any, **kwargs: Any) -> str:
            """Return a document; what is not HTML stays."""
            text = super().render(*args, **kwargs)
            return set_page(text, lang, region) if _DOCUMENT.match(text) else text

    environment.template_class = Typeset


def offer_templates(environment: Environment, theme: Path, site_url: str) -> None:
    """Add our templates behind the theme's and Pelican's own, with the filters and globals they use.

    Args:
        environment: A generator's environment.
        theme: Folder of the site's theme; ours says by a file of that name that it wants autoescape, which
            Pelican leaves off, and which a site that names our theme need not know of.
        site_url: Absolute URL of the site without a final slash; Pelican's ``SITEURL`` in templates
            becomes relative where ``RELATIVE_URLS`` is on, and cannot serve in machine-readable places.
    """
    if is_our_theme(theme):
        environment.autoescape = True
    environment.loader.loaders.append(FileSystemLoader(TEMPLATES))  # type: ignore[union-attr]
    compile_faster(environment)
    environment.auto_reload = False  # a build has environments of its own: no file is looked at twice
    environment.filters |= {
        "date_text": word_date,
        "month_text": word_month,
        "date_iso": format_iso,
        "allow_data": allow_data,
        "language_name": name_language,
        "language_locale": name_locale,
        "text_direction": find_direction,
        "list_text": word_list,
    }
    environment.globals |= {"translate": translate, "translator": find_translator, "site_url": site_url}


def format_iso(moment: date | datetime) -> str:
    """Return a date or an aware datetime for a ``datetime`` attribute, to the second."""
    return moment.isoformat(timespec="seconds") if isinstance(moment, datetime) else moment.isoformat()


def render_note(
    text: str, finish: Callable[[str], str] = drop_placeholders, more_tags: frozenset[str] = frozenset()
) -> Markup:
    """Return Markdown typed in a YAML file as HTML that is safe; empty for an empty text.

    Args:
        text: As typed.
        finish: Puts what readers see in the place of each mention; without it, they stay as typed.
        more_tags: What it may hold besides ``NOTE_TAGS``.

    >>> render_note("A *warm* <script>alert(1)</script> [welcome](javascript:alert(1))")
    Markup('<p>A <em>warm</em>  <a rel="nofollow noopener">welcome</a></p>')
    """
    if not text:
        return NOTHING
    try:
        html = _build_converter().reset().convert(text)
    except BaseException as error:
        _build_converter.cache_clear()  # it stopped in the midst of a text
        if not isinstance(error, RecursionError):
            raise
        html = escape(text)  # lists inside lists, hundreds deep, are no lists
    cleaned = nh3.clean(
        html,
        tags=NOTE_TAGS | {PLACEHOLDER} | more_tags,
        attribute_filter=_check_note_address,
        url_schemes=URL_SCHEMES,
        link_rel="nofollow noopener",
    )
    return Markup(finish(cleaned))  # noqa: S704 -- sanitised on the line above


@cache
def _build_converter() -> Markdown:
    """Return one converter for all notes: it takes longer to make than a note to convert."""
    return Markdown(extensions=["sane_lists", MentionExtension()], output_format="html")


def _check_address(_tag: str, name: str, value: str) -> str | None:
    """Drop what the sanitiser lets pass: an address of another scheme, a link to a file within a text."""
    if _INNER_FILE_LINK.search(value):
        return None
    if name not in {"cite", "srcset"}:
        return value
    addresses = value.split(",") if name == "srcset" else [value]
    schemes = (re.match(r"([a-z][a-z0-9+.-]*):", re.sub(r"[\0-\x20]", "", url.lower())) for url in addresses)
    return None if any(scheme and scheme[1] not in URL_SCHEMES for scheme in schemes) else value


def _check_note_address(tag: str, name: str, value: str) -> str | None:
    """Drop Pelican's links to files too: what is in a list or a person's file publishes no other file."""
    is_file = name in {"cite", "href"} and re.match(r"\s*[{|](?:static|attach)[}|]", value)
    return None if is_file else _check_address(tag, name, value)


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
    r"""Return the words of HTML on one line: entities decoded, footnote marks left out.

    >>> strip_html("<p>Hier&nbsp;soir</p><p>R&amp;D &lt;3<b>!</b></p><script>alert(1)</script>")
    'Hier\xa0soir R&D <3!'
    """
    if "<" not in html and "&" not in html:
        return fold_spaces(html)
    bare = _NOTE_MARK.sub("", html) if "<sup" in html else html
    words = _PLAIN_TAG.sub("", _PLAIN_BLOCK.sub(" ", bare))
    if "<" in words or _ODD_ENTITY.search(words):
        words = nh3.clean(_BLOCK.sub(" <", bare), tags=set(), clean_content_tags=UNREAD)
    return fold_spaces(unescape(words))


def read_text(settings: Mapping[str, Any], key: str) -> str:
    """Return a setting of Pelican's that may hold HTML, such as ``SITENAME``, as plain text; or empty."""
    return clean_text(strip_html(str(settings.get(key) or "")))
