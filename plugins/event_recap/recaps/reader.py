"""Pelican's Markdown reader with front matter in either form, every mistake told by its line."""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from dataclasses import replace
from functools import cached_property
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pelican import readers
from pelican.contents import Article, Page

from ..engine.pages import PAGES_KEY
from ..engine.plain_data import StrangeDataError
from ..errors import Place, Problem
from ..loading.files import display_path, is_regular
from ..run import APART_KEY, BODY_KEY, FEED_KEY, KEY, MENTIONS_KEY, QUOTED_POSTS_KEY, SOURCE_KEY, TEXT_KEY
from ..settings import NAME, read_settings
from .deadline import OutOfTimeError, limit_time
from .kept import KEPT_KEY
from .limits import TooMuchError, check_signs
from .plain_data import READINGS
from .rules import ReadingRules, find_doubt
from .text_reader import ReadText, TextReader

if TYPE_CHECKING:
    from ..engine.pages import Pages
    from .kept import KeptTexts

PELICAN_KEYS = {"summary", "status", "url", "save_as"}
"""Attributes of Pelican's contents that front matter may set, as documented."""

RESERVED = (
    {name for kind in (Article, Page) for name in dir(kind)}
    | {"content", "in_default_lang", "metadata", "reader", "relative_source_path", "settings", "source_path"}
    | {"translations", "locale_date", "locale_modified"}
    | {
        KEY,
        SOURCE_KEY,
        BODY_KEY,
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

READING_SECONDS = 3
"""A text that takes longer than this, and as much again for each megabyte, is no text."""

MEGABYTE = 1_000_000


class MarkdownReader(readers.MarkdownReader):
    """Reads recaps and pages; keeps Pelican's name, from which ``metadata["reader"]`` is made."""

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        """Return the body as HTML and Pelican's metadata, with what was found in between for later.

        Never raises for what an author typed: Pelican would leave the post out and go on.
        """
        path = Path(source_path)
        if is_regular(path, self._rules.content):
            return self._finish(self._read(path, path.read_bytes()))
        what = "not a regular file inside the content folder; put a file here"
        problem = Problem(Place(display_path(path)), "", what)
        nothing = self._texts.read(self._texts.parse(path, b""), self._name(path))
        return self._finish(replace(nothing, parsed=replace(nothing.parsed, problems=(problem,))))

    @cached_property
    def _rules(self) -> ReadingRules:
        """What the settings say once every plugin has had its say."""
        ours = read_settings(self.settings[NAME])
        return ReadingRules(
            content=Path(self.settings["PATH"]),
            lang=str(self.settings["DEFAULT_LANG"]),
            site_url=str(self.settings["SITEURL"] or ""),
            markdown=self.settings["MARKDOWN"],
            formatted_fields=tuple(self.settings["FORMATTED_FIELDS"]),
            is_sanitized=ours.html_sanitized,
            sources=ours.csp_sources,
        )

    @cached_property
    def _texts(self) -> TextReader:
        return TextReader(self._rules, RESERVED)

    @cached_property
    def _digest(self) -> str:
        """What tells the readings of this build from others."""
        return self._rules.digest()

    @cached_property
    def doubt(self) -> str:
        """Why the same text may be read differently by the next build, in words; empty where it is not."""
        if type(self) is not MarkdownReader:
            return f"nobody knows on what the reader {type(self).__name__!r} depends"
        return find_doubt(self._rules, self.settings["PLUGINS"] or ())

    def _name(self, path: Path) -> Path:
        return Path(os.path.relpath(path, self.settings["PATH"]))

    def _read(self, path: Path, data: bytes) -> ReadText:
        """Return a text, from the last build where it is the same, and all that its reading looks at."""
        kept: KeptTexts | None = self.settings.get(KEPT_KEY)
        if kept is None or kept.refuse(self.doubt):
            return self._read_unkept(path, data)[0]
        told = f"{self._digest} {self._name(path).as_posix()}\0".encode("utf-8", "surrogateescape")
        key = hashlib.sha256(told + data).hexdigest()
        if text := self._find(kept, key, path, data):
            kept.reuse(key)
            return text
        text, is_whole = self._read_unkept(path, data)
        if is_whole:
            kept.keep(key, READINGS.pack(text))
        return text

    def read_for_another(self, path: Path) -> tuple[str, object] | None:
        """Return a hash of a file, and plain data of what reading it gave; None where not all was read."""
        if not is_regular(path, self._rules.content):
            return None
        data = path.read_bytes()
        text, is_whole = self._read_anew(path, data)
        return (hashlib.sha256(data).hexdigest(), READINGS.pack(text)) if is_whole else None

    def _read_unkept(self, path: Path, data: bytes) -> tuple[ReadText, bool]:
        """Return a text as another process read it, or as this one does, and whether to its end."""
        return self._take(path, data) or self._read_anew(path, data)

    def _take(self, path: Path, data: bytes) -> tuple[ReadText, bool] | None:
        """Return a whole text that another process read for this one, or None."""
        pages: Pages | None = self.settings.get(PAGES_KEY)
        if pages is None or (read := pages.workers.take(str(path))) is None:
            return None
        digest, packed, opened = read
        if digest != hashlib.sha256(data).hexdigest():
            return None  # it changed in between
        pages.opened.update(opened)
        text = READINGS.unpack(packed)
        return (text, True) if isinstance(text, ReadText) else None

    def _read_anew(self, path: Path, data: bytes) -> tuple[ReadText, bool]:
        """Return a text, and whether it could be read to its end."""
        parsed, name = self._texts.parse(path, data), self._name(path)
        try:
            check_signs(parsed.body)
            with limit_time(READING_SECONDS * (1 + len(parsed.body) / MEGABYTE)):
                return self._texts.read(parsed, name), True
        except TooMuchError as error:
            return self._texts.give_up(parsed, name, str(error)), False
        except (OutOfTimeError, RecursionError):
            return self._texts.give_up(parsed, name), False

    def _find(self, kept: KeptTexts, key: str, path: Path, data: bytes) -> ReadText | None:
        with suppress(StrangeDataError):
            text = READINGS.unpack(kept.find(key))
            if not isinstance(text, ReadText) or not self._texts.is_current(text):
                return None
            if text.parsed.recap.cover or text.parsed.problems:
                # A picture was looked for, or may have been, and is another file.
                return replace(text, parsed=replace(self._texts.parse(path, data), body=""))
            return text
        return None

    def _finish(self, text: ReadText) -> tuple[str, dict[str, Any]]:
        """Return the text with Pelican's own objects in its metadata."""
        metadata = {key: self._process(key, value, text) for key, value in text.parsed.metadata.items()}
        return text.html, {**metadata, SOURCE_KEY: replace(text.parsed, problems=text.problems)}

    def _process(self, key: str, value: str | list[str], text: ReadText) -> Any:  # noqa: ANN401 -- what Pelican makes of a value
        if key == "title" and key not in text.formatted:
            # A title is text here, and HTML to Pelican: its themes print it as it is, its feeds strip tags.
            value = escape(str(value), quote=False)
        return self.process_metadata(key, text.formatted.get(key, value))
