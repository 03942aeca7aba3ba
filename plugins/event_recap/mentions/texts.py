"""The mentions of one recap or page: in its text, its summary, and the words beside it."""

from __future__ import annotations

from dataclasses import replace
from html import escape, unescape
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import Problem
from ..loading.files import display_path
from ..model.directory import Reading, Verdict
from ..page_generator import find_event
from ..run import APART_KEY, MENTIONS_KEY, SOURCE_KEY
from ..views.mentions import MentionWriter, conceal_named
from ..views.plain_words import speak_words
from .problems import Origin, tell_findings
from .sentence import find_sentences
from .source import find_places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..loading.recap import ParsedRecap
    from ..run import AnyArticle, Run
    from ..views.mentions import Finding


def resolve_texts(content: AnyArticle, run: Run) -> None:
    """Put links or neutral words in the place of all mentions, and tell what is wrong with them.

    Args:
        content: Pelican's article or page, of any reader.
        run: The state of this build.
    """
    source: ParsedRecap | None = getattr(content, SOURCE_KEY, None)
    event = find_event(content, run)
    far = MentionWriter(run.registry, content.lang, event, reading=Reading.APART)
    setattr(content, APART_KEY, far.write(content._content or ""))  # noqa: SLF001 -- the documented place of a text
    writer = MentionWriter(run.registry, content.lang, event)
    content._content = writer.write(content._content or "")  # noqa: SLF001 -- the documented place of a text
    setattr(content, MENTIONS_KEY, find_sentences(conceal_named(content._content, content.lang)))  # noqa: SLF001
    run.report(tell_findings(_take(writer), _find_origin(content, "text", source), run))
    writer.reading = Reading.APART
    run.report(_say_title(content, writer))
    for key in content.settings["FORMATTED_FIELDS"]:
        value = content.metadata.get(key)
        if isinstance(value, str):
            content.metadata[key] = writer.write(value)
            setattr(content, "_summary" if key == "summary" else key, content.metadata[key])
    found = _take(writer)
    if source:
        said = speak_words(source.recap, lambda _, words: writer.speak(words))
        setattr(content, SOURCE_KEY, replace(source, recap=said))
        found += _take(writer, only=Verdict.WITHHELD)
    origin = _find_origin(content, "")
    run.report(tell_findings(found, replace(origin, last_line=source.body_line - 1 if source else 0), run))


def _take(writer: MentionWriter, only: Verdict | None = None) -> list[Finding]:
    """Return what was found since the last time."""
    findings = [one for one in writer.findings if only in {None, one.decision.verdict}]
    writer.findings.clear()
    return findings


def _say_title(content: AnyArticle, writer: MentionWriter) -> Iterator[Problem]:
    """Put words in the place of the mentions in a title, which is HTML, and nowhere a link.

    Yield an error for each that may not stand there: addresses are made of titles.
    """
    typed = unescape(str(content.title))
    if (said := writer.speak(typed)) != typed:
        content.title = content.metadata["title"] = escape(said, quote=False)
    origin = _find_origin(content, "title")
    for finding in _take(writer, only=Verdict.WITHHELD):
        what = "mentions somebody who may not be shown, also not in an address; write the title without them"
        for place, _ in find_places(origin.path, origin.source, finding.typed)[:1]:
            yield Problem(place, "title", what)


def _find_origin(content: AnyArticle, field: str, source: ParsedRecap | None = None) -> Origin:
    path = Path(str(content.source_path))
    return Origin(path, display_path(path), field, line=source.body_line if source else 1)
