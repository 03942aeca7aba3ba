"""Lines of a text that are set as quotes: each has an anchor, and links that share it by itself."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from ..model.identity import build_id
from ..rendering import strip_html
from ..translation import translate
from ..typography.languages import find_marks
from ..views.anchors import choose_id, find_ids
from ..views.quotes import QUOTE
from ..views.reading_values import QuoteView
from ..views.values import LinkView
from .links import word_link

if TYPE_CHECKING:
    from collections.abc import Callable

    from .links import ShareLink

WORDS_IN_ID = 6
"""Words of a quote of which its id is made."""

_TYPED = re.compile(
    r"(?P<before>\s*<p>)\s*[«“„”\"](?:\s|&nbsp;)*(?P<text>[^«»“„”\"]*?)(?:\s|&nbsp;)*[»”“\"]\s*(?P<after></p>\s*)"
)


@dataclass(frozen=True, slots=True)
class QuotedLine:
    """A quote of a text."""

    id: str
    """Id on the page."""
    html: str
    """One paragraph or more, with the marks of the language."""
    text: str
    """Plain text to be read far from the page, with the same marks."""


def find_quotes(html: str, apart: str, lang: str) -> tuple[QuotedLine, ...]:
    """Return the quotes of a text, in its order.

    Args:
        html: A text with its mentions resolved: whoever may not be named is in it no more.
        apart: The same text as HTML that may be read far from the page, also in an address.
        lang: BCP 47 tag of the text.
    """
    if not QUOTE.search(html):
        return ()  # as nearly every text
    taken = find_ids(html)
    return tuple(
        QuotedLine(
            id=choose_id(name_quote(far["text"]), taken),
            html=mark_quotation(found["text"], lang),
            text=strip_html(mark_quotation(far["text"], lang)),
        )
        for found, far in zip(QUOTE.finditer(html), QUOTE.finditer(apart), strict=False)
    )


def name_quote(html: str) -> str:
    """Return the id of a quote, made of its first words.

    >>> name_quote("<p>« Il faut bien, a-t-il dit, <em>une</em> lumière. »</p>")
    'quote-il-faut-bien-a-t-il'
    """
    words = build_id(" ".join(re.findall(r"\w+", strip_html(html))[:WORDS_IN_ID]))
    return f"quote-{words}" if words else "quote"


def mark_quotation(html: str, lang: str) -> str:
    """Return a quote between the quotation marks of its language; those that were typed around it give way.

    >>> mark_quotation('<p>"We came for <em>the</em> coffee."</p>', "en")
    '<p>“We came for <em>the</em> coffee.”</p>'
    """
    opening, closing = find_marks(lang)
    typed = _TYPED.fullmatch(html)
    text = f"{typed['before']}{typed['text']}{typed['after']}" if typed else html
    text = re.sub(r"<p>\s*", f"<p>{opening}", text, count=1)
    head, end, tail = text.rpartition("</p>")
    return f"{head.rstrip()}{closing}{end}{tail}" if end else f"{opening}{text}{closing}"


def place_quotes(html: str, quotes: tuple[QuotedLine, ...], render: Callable[[QuotedLine], str]) -> str:
    """Return a text with each quote as a function writes it."""
    rest = iter(quotes)
    return QUOTE.sub(lambda found: render(quote) if (quote := next(rest, None)) else found[0], html)


def cite_quote(quote: QuotedLine) -> str:
    """Return a quote for a feed: plain, and with its address."""
    return f'<blockquote cite="#{quote.id}">{quote.html}</blockquote>'


def view_quote(quote: QuotedLine, links: tuple[ShareLink, ...], lang: str) -> QuoteView:
    """Return a quote as a template shows it."""
    return QuoteView(
        id=quote.id,
        lang=lang,
        text=Markup(quote.html),  # noqa: S704 -- of the text, which is sanitised
        label=translate("Link to this quote", lang),
        links=tuple(_view_link(link, lang) for link in links),
    )


def _view_link(link: ShareLink, lang: str) -> LinkView:
    """Return a link that says to a screen reader that it shares a quote, and not the page."""
    on, by = translate("Share this quote on {name}", lang), translate("Share this quote by {name}", lang)
    name, label = word_link(link, lang, on=on, by=by)
    return LinkView(name, link.url, label, link.network)
