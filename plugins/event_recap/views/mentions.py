"""From mentions as typed to links, or to words that name nobody."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from html import escape, unescape
from typing import TYPE_CHECKING

from ..mention_syntax import KEPT, PLACEHOLDER
from ..model.directory import Decision, Reading, Verdict
from ..model.handle import find_handles
from ..model.mention import NAMED, parse_mention
from ..model.visibility import Visibility
from ..rendering import COMMENT_TAGS, render_note, strip_html
from ..translation import translate
from .address import link_person

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markupsafe import Markup

    from ..model.event import Event
    from ..model.registry import Registry

SIGN = re.compile(r"[@\uff20]|\[\[")
"""Without one of these a text mentions nobody."""
_TAG = re.compile(
    rf"{KEPT.pattern}|<!--.*?-->|<(?P<close>/?)(?P<name>[a-zA-Z][\w-]*)(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>",
    re.DOTALL,
)
_WORDS_IN_TAG = re.compile(
    r"""(?<=\s)(?P<name>alt|title|aria-label)=(?P<quote>["'])(?P<value>.*?)(?P=quote)""", re.DOTALL
)
_CODE = frozenset({"code", "kbd", "pre", "samp", "script", "style"})
"""Elements in which what was typed is what is meant."""
_LABELS = frozenset({"a", "button", "label", "summary"})
"""Elements of words that may hold no link."""
_CAPTIONS = frozenset({"figcaption"})
"""Elements of words that may come from where Markdown is not read, such as the title of a picture."""
_INLINE = frozenset(
    "a abbr b bdi bdo br cite code del em i img ins kbd mark q s samp small span strong sub sup u".split()  # noqa: SIM905
)
_SENTENCE_START = re.compile(r"(?:^|[.!?…][\s»”\"’)\]]*)[\s«“\"(\[—–-]*$")
_ELIDED = re.compile(r"\w['’]$")
"""A word without its last vowel, such as ``d’``, which only another vowel may follow."""
_NAMED_ONLY = re.compile(r'<span class="mention-name">(.*?)</span>', re.DOTALL)
"""A name that its page may say, and other places may not."""
_NEAR = 80
"""Characters before a mention that tell whether a sentence begins with it."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A mention that was met in a text, and what became of it."""

    typed: str
    """As the author typed it."""
    decision: Decision


@dataclass(slots=True)
class _Around:
    """What is open where a text is read."""

    _open: Counter[str] = field(default_factory=Counter)

    @property
    def is_linkable(self) -> bool:
        """Whether a mention may be a link."""
        return not self._is_in(_CODE | _LABELS)

    @property
    def is_spoken(self) -> bool:
        """Whether a mention that Markdown did not find is its words, and not what was typed."""
        return self._is_in(_LABELS | _CAPTIONS) and not self._is_in(_CODE)

    def meet(self, name: str, *, is_end: bool) -> None:
        """Go into an element or out of it."""
        self._open[name] = max(0, self._open[name] + (-1 if is_end else 1))

    def _is_in(self, names: frozenset[str]) -> bool:
        return any(self._open[name] for name in names)


@dataclass(slots=True)
class MentionWriter:
    """Writes what readers see in the place of the mentions of one text."""

    registry: Registry
    lang: str
    """BCP 47 tag of the text."""
    event: Event | None = None
    """The event that the text is about."""
    findings: list[Finding] = field(default_factory=list)
    """Every mention so far, in order."""
    reading: Reading = Reading.ON_PAGE
    """Where the text is read."""

    def write(self, html: str) -> str:
        """Return sanitised HTML with links to people in the place of mentions.

        Links are Pelican's own, resolved where content is. Elsewhere nothing becomes a link: in the words of
        a link or of a picture, what is shown of a mention stands alone, and code stays as it is; but nobody
        is in either who may not be shown.
        """
        if not SIGN.search(html):
            return html
        parts: list[str] = []
        around = _Around()
        position, before = 0, ""
        for tag in _TAG.finditer(html):
            text = self._conceal_html(html[position : tag.start()], before, is_spoken=around.is_spoken)
            before = (before + text)[-_NEAR:]
            parts.append(text)
            position = tag.end()
            name = (tag["name"] or "").lower()
            if not name:
                written = self._replace(tag, before, around)
                before += "x"
            else:
                written = "" if name == PLACEHOLDER else self._conceal_tag(tag[0])
                around.meet(name, is_end=bool(tag["close"]))
                before = before if name in _INLINE else ""
            parts.append(written)
        parts.append(self._conceal_html(html[position:], before, is_spoken=around.is_spoken))
        return "".join(parts)

    def speak(self, text: str, before: str = "") -> str:
        """Return plain text in which mentions are words, those of nobody for people who may not be shown.

        Args:
            text: What an author typed, as plain text.
            before: What stands before it in the same sentence.
        """
        return "".join(words for words, _ in self._speak(text, before, is_spoken=True))

    def _speak(self, text: str, before: str, *, is_spoken: bool) -> Iterator[tuple[str, bool]]:
        """Yield the words of a text in order, and whether they are a name that only its page may say."""
        spans = [(handle.start, handle.end) for handle in find_handles(text)]
        spans += [found.span() for found in NAMED.finditer(text)]
        position = 0
        for start, end in sorted(spans):
            if start >= position:
                yield text[position:start], False
                yield self._say(text[start:end], before + text[:start], is_spoken=is_spoken)
                position = end
        yield text[position:], False

    def _replace(self, tag: re.Match[str], before: str, around: _Around) -> str:
        """Return what takes the place of a placeholder; a comment has no mention."""
        if tag[1] is None:
            return self._conceal_html(tag[0], "x", is_element=False)
        typed = unescape(tag[1])
        if not around.is_linkable:
            return _write_words(*self._say(typed, unescape(before), is_spoken=around.is_spoken))
        mention = parse_mention(typed)
        if mention is None:
            return tag[1]
        decision = self._decide(typed)
        words = mention.words[: len(mention.words) - len(decision.rest)]
        if decision.verdict is Verdict.WITHHELD:
            words = find_neutral(unescape(before), self.lang)
        said, rest = escape(words, quote=False), escape(decision.rest, quote=False)
        if _is_named_only(decision):
            said = mark_named(said)
        elif decision.verdict is Verdict.LINKED:
            said = f'<a class="mention" href="{link_person(decision.person_id)}">{said}</a>'
        return said + rest

    def _say(self, typed: str, before: str, *, is_spoken: bool) -> tuple[str, bool]:
        """Return words for a mention, or words that name nobody, and whether only its page may say them."""
        decision = self._decide(typed)
        if decision.verdict is Verdict.WITHHELD:
            return find_neutral(before, self.lang) + decision.rest, False
        mention = parse_mention(typed) if is_spoken else None
        return mention.words if mention else typed, _is_named_only(decision)

    def _decide(self, typed: str) -> Decision:
        mention = parse_mention(typed)
        if mention is None:
            return Decision(Verdict.UNKNOWN)
        decision = self.registry.directory.decide(mention, self.event, self.reading)
        self.findings.append(Finding(typed, decision))
        return decision

    def _conceal_html(
        self, text: str, before: str, *, is_element: bool = True, is_spoken: bool = False
    ) -> str:
        """Return HTML that names nobody who may not be named.

        In an element, names that only its page may say are marked; a mention that is spoken is its words.
        """
        if not SIGN.search(text):
            return text
        plain = unescape(text)
        kept = len(self.findings)
        spoken = [*self._speak(plain, unescape(before), is_spoken=is_spoken)]
        # In code or in a link, a handle of nobody we know is no mention.
        self.findings[kept:] = [
            one for one in self.findings[kept:] if one.decision.verdict is Verdict.WITHHELD
        ]
        is_marked = is_element and any(is_named for _, is_named in spoken)
        if not is_marked and "".join(words for words, _ in spoken) == plain:
            return text
        return "".join(_write_words(words, is_named and is_element) for words, is_named in spoken)

    def _conceal_tag(self, tag: str) -> str:
        return _WORDS_IN_TAG.sub(self._conceal_value, tag) if SIGN.search(tag) else tag

    def _conceal_value(self, found: re.Match[str]) -> str:
        plain = unescape(found["value"])
        spoken = unescape(self._conceal_html(found["value"], "", is_element=False, is_spoken=True))
        if spoken == plain:
            return found[0]
        return f'{found["name"]}="{escape(spoken)}"'


def find_neutral(before: str, lang: str) -> str:
    """Return words for somebody, with a capital where a sentence begins.

    Args:
        before: What stands before it, as plain text.
        lang: BCP 47 tag of the text.
    """
    if _ELIDED.search(before):
        return translate("a person", lang)
    word = translate("someone", lang)
    return word[0].upper() + word[1:] if _SENTENCE_START.search(before) else word


def _is_named_only(decision: Decision) -> bool:
    return decision.verdict is Verdict.NAMED and decision.level is not Visibility.PUBLIC


def _write_words(words: str, is_named: bool) -> str:  # noqa: FBT001 -- the other half of what is said
    said = escape(words, quote=False)
    return mark_named(said) if is_named else said


def mark_named(html: str) -> str:
    """Return a name as HTML that ``conceal_named`` takes out."""
    return f'<span class="mention-name">{html}</span>'


def conceal_named(html: str, lang: str) -> str:
    """Return HTML for whoever reads it apart from its page: names that lists may say, and no more, are gone.

    Args:
        html: With mentions resolved.
        lang: BCP 47 tag of the text.
    """

    def conceal(name: re.Match[str]) -> str:
        before = strip_html(html[max(0, name.start() - _NEAR) : name.start()] + "x")[:-1]
        return escape(find_neutral(before, lang), quote=False)

    return _NAMED_ONLY.sub(conceal, html)


def write_note(text: str, writer: MentionWriter) -> Markup:
    """Return the Markdown of a note or a bio as HTML that is safe, with its mentions as links.

    Args:
        text: As typed.
        writer: For the language of the page; it knows the event of a note, and none for a bio.
    """
    return render_note(text, writer.write)


def write_comment(text: str, writer: MentionWriter) -> Markup:
    """Return the Markdown of a comment as HTML that is safe, with its mentions as links.

    Args:
        text: As typed, or as another site sent it.
        writer: For the language of the comment; it knows the event of the recap.
    """
    return render_note(text, writer.write, COMMENT_TAGS)
