"""What templates show of a quoted post. Text is plain unless typed ``Markup``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markupsafe import Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotedPostView:
    """A post from a network that a text quotes."""

    name: str
    """Of its author."""
    name_html: Markup
    """The same to be shown; where no more than the name may be said, it is left out far from the page."""
    text: Markup
    """Paragraphs; HTML, safe, with links."""
    text_plain: str
    """The same words without links."""
    handle: str = ""
    """``@cafelune``, or empty."""
    href: str = ""
    """Link to the author for use inside content: their page here, else their profile; or empty."""
    network: str = ""
    """What the network calls itself, or empty."""
    date: str = ""
    """Day of publication in words of the page's language, or empty."""
    date_iso: str = ""
    url: str = ""
    """Absolute URL of the post, or empty."""
    archive_url: str = ""
    """Absolute URL of a copy in an archive, or empty."""
    archive_text: str = ""
    """What the link to the copy says, in the page's language; empty without one."""
    url_text: str = ""
    """What the link to the post says where it has no date; empty where it has one, or no address."""
    lang: str = ""
    """BCP 47 tag of the words where it is another language than the page's; else empty."""
