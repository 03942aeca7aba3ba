"""Pelican's Markdown reader with front matter in either form, every mistake told by its line."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from functools import cached_property, partial
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from markdown import Markdown
from pelican import readers
from pelican.contents import Article, Page

from ..errors import Place, Problem, Severity
from ..loading.files import display_path, is_regular
from ..loading.recap import ParsedRecap, parse_recap
from ..model.response_headers import allows
from ..model.share import SHARE_NETWORKS
from ..rendering import URL_SCHEMES, sanitize_body
from ..run import APART_KEY, FEED_KEY, KEY, MENTIONS_KEY, QUOTED_POSTS_KEY, SOURCE_KEY, TEXT_KEY
from ..settings import NAME, read_settings
from .body import BodyExtension, drop_widgets, link_frames, name_footnotes, open_to_keyboard
from .deadline import OutOfTimeError, limit_time
from .mending import mend_html
from .quotes import drop_lone_marks, has_lone_mark, has_stray_mark, mark_quotes
from .remote import find_remote, link_remote
from .videos import VideoLines, find_still, link_videos

if TYPE_CHECKING:
    from collections.abc import Iterator

PELICAN_KEYS = {"summary", "status", "url", "save_as"}
"""Attributes of Pelican's contents that front matter may set, as documented."""

RESERVED = (
    {name for kind in (Article, Page) for name in dir(kind)}
    | {"content", "in_default_lang", "metadata", "reader", "relative_source_path", "settings", "source_path"}
    | {"translations", "locale_date", "locale_modified"}
    | {
        KEY,
        SOURCE_KEY,
        FEED_KEY,
        MENTIONS_KEY,
        APART_KEY,
        TEXT_KEY,
        QUOTED_POSTS_KEY,
        "outline",
        "reading",
        "related",
        "share_links",
        "resolve_links",
        "structured_data",
        "next_article",
        "previous_article",
    }
) - PELICAN_KEYS
"""Names that front matter may not use: each would overwrite something that Pelican or this plugin keeps."""

READING_SECONDS = 60
"""A text that takes longer than this is no text; the longest real one takes a tenth of it."""

SCHEME = re.compile(r"""<[^>]*\s(?:href|src)\s*=\s*["']?\s*([a-z][a-z0-9+.-]*):""", re.IGNORECASE)
"""Scheme of a link in HTML."""

ORNAMENT = re.compile(r"""(<img\b[^>]*?) alt=(?:""|'')""", re.IGNORECASE)
"""A picture of which an author says that it needs no words; Pelican does not know the other spelling."""

REMOVED = {
    "script": "a script is never published; link to what it shows",
    "object": "an embedded object is never published; link to what it shows",
    "embed": "an embedded object is never published; link to what it shows",
    "form": "a form is never published; link to its page",
    "iframe": "a frame is published as a link; readers are not sent to other sites unasked",
}
"""What is taken out of a text, and what the author is told."""


REMOTE = "what another site holds is published as a link; copy it into content/images, or add to csp_sources"
"""What the author is told of a picture that a reader would be sent elsewhere for."""


class MarkdownReader(readers.MarkdownReader):
    """Reads recaps and pages; keeps Pelican's name, from which ``metadata["reader"]`` is made."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Prepare what is the same for all files."""
        super().__init__(*args, **kwargs)
        self._source = Path()
        ours = read_settings(self.settings[NAME])
        self._is_sanitized, self._sources = ours.html_sanitized, ours.csp_sources

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        """Return the body as HTML and Pelican's metadata, with what was found in between for later.

        Never raises for what an author typed: Pelican would leave the post out and go on.
        """
        self._source = Path(source_path)
        parsed = self._parse(self._source)
        try:
            with limit_time(READING_SECONDS):
                return self._read(parsed)
        except (OutOfTimeError, RecursionError):
            return self._read(self._give_up(parsed))

    @cached_property
    def _converter(self) -> Markdown:
        """One for all files; Pelican makes dozens of readers that never read one."""
        return self._build_converter()

    def _build_converter(self) -> Markdown:
        """Return a Markdown instance without the reading of metadata."""
        options = self.settings["MARKDOWN"]
        converter = Markdown(**{**options, "extensions": [*options["extensions"], BodyExtension()]})
        # Ours is done by then: else a first line "Chef: Anne" of the text would be taken for metadata.
        converter.preprocessors.deregister("meta")
        # The last of all: code and blocks of HTML are out of the text by then.
        converter.preprocessors.register(VideoLines(converter), "event_recap_videos", 0)
        return converter

    def _give_up(self, parsed: ParsedRecap) -> ParsedRecap:
        """Return a recap without what could not be read, and with a problem that says so."""
        self._converter = self._build_converter()  # the former stopped in the midst of a text
        what = "too many signs, such as '[', that open something and never close it; take them out"
        problem = Problem(Place(parsed.recap.place.source, parsed.body_line), "text", what)
        formatted = self.settings["FORMATTED_FIELDS"]
        metadata = {key: value for key, value in parsed.metadata.items() if key not in formatted}
        return replace(parsed, body="…", metadata=metadata, problems=(*parsed.problems, problem))

    def _read(self, parsed: ParsedRecap) -> tuple[str, dict[str, Any]]:
        html = self._convert(parsed.body)
        html = self._shape(drop_widgets(html) if self._is_sanitized else html, parsed)
        told = (*parsed.problems, *_find_removed(parsed, html), *self._find_remote(parsed, html))
        parsed = replace(parsed, problems=told)
        metadata = {key: self._process(key, value) for key, value in parsed.metadata.items()}
        return self._clean(drop_lone_marks(html)), {**metadata, SOURCE_KEY: replace(parsed, body="")}

    def _parse(self, path: Path) -> ParsedRecap:
        content = Path(self.settings["PATH"])
        is_readable = is_regular(path, content)
        parsed = parse_recap(
            path.read_bytes() if is_readable else b"",
            source=display_path(path),
            path=path,
            content=content,
            reserved=RESERVED,
            share_networks=SHARE_NETWORKS,
        )
        if is_readable:
            return parsed
        what = "not a regular file inside the content folder; put a file here"
        return replace(parsed, problems=(Problem(Place(display_path(path)), "", what),))

    def _convert(self, text: str) -> str:
        self._converter.reset()
        name_footnotes(self._converter, Path(os.path.relpath(self._source, self.settings["PATH"])))
        return self._converter.convert(text)

    def _shape(self, html: str, parsed: ParsedRecap) -> str:
        """Return a text with its quotes and its films."""
        lang = str(parsed.metadata.get("lang") or self.settings["DEFAULT_LANG"])
        find_picture = partial(find_still, Path(self.settings["PATH"]))
        return mark_quotes(link_videos(html, find_picture, lang, has_frames=not self._is_sanitized))

    def _clean(self, html: str) -> str:
        if self._is_sanitized:
            cleaned = sanitize_body(link_remote(link_frames(html), self._may_load))
            html = open_to_keyboard(mend_html(cleaned))
        return ORNAMENT.sub(r"\1 alt", html)

    def _find_remote(self, parsed: ParsedRecap, html: str) -> Iterator[Problem]:
        """Tell the author what another site holds, and stands on the page as a link."""
        for url in dict.fromkeys(find_remote(html, self._may_load)) if self._is_sanitized else ():
            place = Place(parsed.recap.place.source, _find_line(parsed, url.lower()))
            yield Problem(place, "text", REMOTE, Severity.WARNING)

    def _may_load(self, directive: str, url: str) -> bool:
        """Tell whether pages show what is at an absolute URL, as the policy that they carry has it."""
        site_url = self.settings["SITEURL"]
        is_own = bool(site_url) and url.startswith(f"{site_url}/")
        return is_own or allows(self._sources.get(directive, ()), url)

    def _process(self, key: str, value: str | list[str]) -> Any:  # noqa: ANN401 -- what Pelican makes of a value
        if key in self.settings["FORMATTED_FIELDS"]:
            text = "\n".join(value) if isinstance(value, list) else value
            return self.process_metadata(key, self._clean(self._convert(text)))
        if key == "title":
            # A title is text here, and HTML to Pelican: its themes print it as it is, its feeds strip tags.
            value = escape(str(value), quote=False)
        return self.process_metadata(key, value)


def _find_removed(parsed: ParsedRecap, html: str) -> Iterator[Problem]:
    """Tell the author what will be missing from the page, or stand there as typed."""
    if not parsed.body.strip() and parsed.metadata:
        yield Problem(parsed.recap.place, "text", "the text is empty", Severity.WARNING)
    for scheme in sorted({found.lower() for found in SCHEME.findall(html)} - URL_SCHEMES):
        what = f"a link of the kind '{scheme}:' is not published; expected http, https or mailto"
        place = Place(parsed.recap.place.source, _find_line(parsed, f"{scheme}:"))
        yield Problem(place, "text", what, Severity.WARNING)
    if has_lone_mark(html):
        what = "a line '[quote]' has no paragraph after it; write the quote below it"
        place = Place(parsed.recap.place.source, _find_line(parsed, "[quote]"))
        yield Problem(place, "text", what, Severity.WARNING)
    if has_stray_mark(html):
        what = "'[quote]' makes no quote inside a paragraph; write it before one, or between backticks"
        place = Place(parsed.recap.place.source, _find_line(parsed, "[quote]"))
        yield Problem(place, "text", what, Severity.WARNING)
    for tag, what in REMOVED.items():
        if re.search(rf"<{tag}\b", html, re.IGNORECASE):
            line = _find_line(parsed, f"<{tag}")
            yield Problem(Place(parsed.recap.place.source, line), "text", what, Severity.WARNING)


def _find_line(parsed: ParsedRecap, needle: str) -> int:
    for number, line in enumerate(parsed.body.splitlines(), parsed.body_line):
        if needle in line.lower():
            return number
    return parsed.body_line
