"""Footnotes that open where they are referred to; those at the foot of the text stay."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markupsafe import Markup

from ..translation import translate
from ..views.reading_values import NoteView

if TYPE_CHECKING:
    from jinja2 import Environment

_FOOT = re.compile(r'<div class="footnote">\s*<hr\s*/?>\s*<ol[^>]*>(?P<notes>.*)</ol>\s*</div>', re.DOTALL)
_NOTE = re.compile(r'<li id="fn:(?P<name>[^"]+)"[^>]*>(?P<text>.*?)(?=</li>\s*(?:<li id="fn:|\Z))', re.DOTALL)
_MARK = re.compile(
    r'<sup id="fnref[^"]*"><a class="footnote-ref" href="#fn:(?P<name>[^"]+)"[^>]*>(?P<number>.*?)</a></sup>',
    re.DOTALL,
)
_WAY_BACK = re.compile(r'(?:&nbsp;|&#160;|\xa0|\s)*<a class="footnote-backref".*?</a>', re.DOTALL)
_EMPTY = re.compile(r"<p>\s*</p>")
_ID = re.compile(r'(?<=[\w"])\sid="[^"]*"')


def open_notes(html: str, environment: Environment, lang: str) -> str:
    """Return a text in which each reference opens its footnote, as the theme has it.

    The macros ``note_mark`` and ``note_sheet`` are ours in ``event_recap/footnote.html``, and leave all as it
    is; a theme may have its own.

    Args:
        html: A text with footnotes as Markdown writes them, mentions resolved.
        environment: A generator's.
        lang: BCP 47 tag of the text.
    """
    foot = _FOOT.search(html)
    if foot is None:
        return html
    texts = {note["name"]: _clean(note["text"]) for note in _NOTE.finditer(foot["notes"])}
    template = environment.get_template("event_recap/footnote.html").module
    shown: dict[str, NoteView] = {}

    def open_note(mark: re.Match[str]) -> str:
        if not texts.get(mark["name"]):
            return mark[0]
        note = NoteView(
            id=f"note:{mark['name']}",
            number=mark["number"],
            label=translate("Note {number}", lang).format(number=mark["number"]),
            mark=Markup(mark[0]),  # noqa: S704 -- of the text, which is sanitised
            text=Markup(texts[mark["name"]]),  # noqa: S704 -- as above
        )
        shown.setdefault(mark["name"], note)
        return str(template.note_mark(note))  # type: ignore[attr-defined]

    before = _MARK.sub(open_note, html[: foot.start()])
    after = _MARK.sub(open_note, html[foot.end() :])
    sheets = "".join(str(template.note_sheet(note)) for note in shown.values())  # type: ignore[attr-defined]
    return f"{before}{foot[0]}{sheets}{after}"


def _clean(text: str) -> str:
    """Return a note without the way back and without ids, which the one at the foot keeps."""
    return _EMPTY.sub("", _ID.sub("", _WAY_BACK.sub("", text))).strip()
