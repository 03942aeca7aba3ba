"""The file of a recap or a page to HTML, by what is in the file and by the rules of the site."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from markdown import Markdown

from ..errors import Place, Problem
from ..loading.files import display_path
from ..loading.recap import ParsedRecap, parse_recap
from ..model.response_headers import allows
from ..model.share import SHARE_NETWORKS
from ..rendering import sanitize_body
from .body import BodyExtension, drop_widgets, link_frames, name_footnotes, open_to_keyboard
from .inline import INLINE_PRIORITY, SignedInlineProcessor
from .limits import check_depth
from .mending import mend_html
from .quotes import drop_lone_marks, mark_quotes
from .remote import find_remote, link_remote
from .telling import ENDLESS, find_removed, tell_misplaced, tell_remote
from .videos import VideoLines, find_still, link_videos

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from ..model.video import Video
    from .rules import ReadingRules

ORNAMENT = re.compile(r"""(<img\b[^>]*?) alt=(?:""|'')""", re.IGNORECASE)
"""A picture of which an author says that it needs no words; Pelican does not know the other spelling."""


@dataclass(frozen=True, slots=True)
class ReadText:
    """What reading a text gave, before Pelican makes objects of its metadata."""

    parsed: ParsedRecap
    """What the file says; without the body, which has become HTML."""
    html: str
    """The text, sanitised where the site wants that."""
    formatted: dict[str, str]
    """Metadata that is Markdown, as such HTML."""
    told: tuple[Problem, ...]
    """What is wrong with the text itself."""
    stills: tuple[tuple[Video, str], ...]
    """The films in it, and the link to the picture of each that was found, or an empty string."""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything that the author is told."""
        return (*self.parsed.problems, *self.told)


class TextReader:
    """Reads the texts of one site; looks at no settings but the rules."""

    def __init__(self, rules: ReadingRules, reserved: Collection[str]) -> None:
        """Prepare what is the same for all files.

        Args:
            rules: What the site decides.
            reserved: Names that front matter may not use.
        """
        self._rules = rules
        self._reserved = reserved

    def parse(self, path: Path, data: bytes) -> ParsedRecap:
        """Return what a file says; never raises for what an author typed."""
        return parse_recap(
            data,
            source=display_path(path),
            path=path,
            content=self._rules.content,
            reserved=self._reserved,
            share_networks=SHARE_NETWORKS,
        )

    def read(self, parsed: ParsedRecap, name: Path) -> ReadText:
        """Return a text as HTML.

        Args:
            parsed: What its file says.
            name: Path of the file from the content folder.
        """
        stills: dict[str, tuple[Video, str]] = {}

        def find_picture(video: Video) -> str:
            stills[video.id] = (video, find_still(self._rules.content, video))
            return stills[video.id][1]

        html = self._convert(parsed.body, name)
        lang = str(parsed.metadata.get("lang") or self._rules.lang)
        has_frames = not self._rules.is_sanitized
        html = drop_widgets(html) if self._rules.is_sanitized else html
        html = mark_quotes(link_videos(html, find_picture, lang, has_frames=has_frames))
        remote = find_remote(html, self._may_load) if self._rules.is_sanitized else ()
        clean = self._clean(drop_lone_marks(html))
        misplaced = tell_misplaced(parsed, clean) if self._rules.is_sanitized else ()
        return ReadText(
            parsed=replace(parsed, body=""),
            html=clean,
            formatted={
                key: self._clean(self._convert("\n".join(value) if isinstance(value, list) else value, name))
                for key, value in parsed.metadata.items()
                if key in self._rules.formatted_fields
            },
            told=(*find_removed(parsed, html), *tell_remote(parsed, remote), *misplaced),
            stills=tuple(stills.values()),
        )

    def give_up(self, parsed: ParsedRecap, name: Path, what: str = ENDLESS) -> ReadText:
        """Return a text without what could not be read, and with a problem that says so."""
        vars(self).pop("_converter", None)  # it stopped in the midst of a text
        problem = Problem(Place(parsed.recap.place.source, parsed.body_line), "text", what)
        metadata = {
            key: value for key, value in parsed.metadata.items() if key not in self._rules.formatted_fields
        }
        problems = (*parsed.problems, problem)
        return self.read(replace(parsed, body="…", metadata=metadata, problems=problems), name)

    def is_current(self, text: ReadText) -> bool:
        """Tell whether the other files that a text was read with are as they were."""
        return all(find_still(self._rules.content, video) == link for video, link in text.stills)

    @cached_property
    def _converter(self) -> Markdown:
        """One for all files, without the reading of metadata; many readers never read one."""
        options = self._rules.markdown
        converter = Markdown(**{**options, "extensions": [*options["extensions"], BodyExtension()]})
        # Ours is done by then: else a first line "Chef: Anne" of the text would be taken for metadata.
        converter.preprocessors.deregister("meta")
        converter.treeprocessors.register(SignedInlineProcessor(converter), "inline", INLINE_PRIORITY)
        # The last of all: code and blocks of HTML are out of the text by then.
        converter.preprocessors.register(VideoLines(converter), "event_recap_videos", 0)
        return converter

    def _convert(self, text: str, name: Path) -> str:
        self._converter.reset()
        name_footnotes(self._converter, name)
        return self._converter.convert(text)

    def _clean(self, html: str) -> str:
        if self._rules.is_sanitized:
            check_depth(html)
            cleaned = sanitize_body(link_remote(link_frames(html), self._may_load))
            html = open_to_keyboard(mend_html(cleaned))
        return ORNAMENT.sub(r"\1 alt", html)

    def _may_load(self, directive: str, url: str) -> bool:
        """Tell whether pages show what is at an absolute URL, as the policy that they carry has it."""
        site_url = self._rules.site_url
        is_own = bool(site_url) and url.startswith(f"{site_url}/")
        return is_own or allows(self._rules.sources.get(directive, ()), url)
