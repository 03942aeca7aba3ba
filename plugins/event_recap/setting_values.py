"""What a site may choose in the ``EVENT_RECAP`` setting, and what it gets that chooses nothing."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from .errors import EventRecapError, Place, Problem
from .model.consent import Policy
from .model.feed import DEFAULT_FEEDS
from .model.visibility import VISIBILITY_WORDS

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a site may choose; every default is safe to publish."""

    attendees_path: str = "attendees"
    """Folder of the attendee lists, below ``PATH``."""
    people_path: str = "people"
    """Folder of the people's files, below ``PATH``."""
    default_visibility: str = "public"
    """Level of a person for whom no file names one."""
    strict: bool = False
    """Whether silence means ``hidden`` and a record of consent is needed above ``counted``."""
    words_allowed: tuple[str, ...] = ()
    """Words that may stand on the site although the name or handle of somebody not shown is one of them."""
    today: str = ""
    """Day for which the site is built, as ``2026-11-21``; empty for ``SOURCE_DATE_EPOCH``, else the clock."""
    share_networks: tuple[str, ...] = (
        "x",
        "mastodon",
        "bluesky",
        "linkedin",
        "facebook",
        "whatsapp",
        "email",
    )
    """Networks of the share row, in order."""
    share_via: str = ""
    """The blog's handle on X, without ``@``."""
    social_images: str = "drawn"
    """By which pictures networks show pages: ``drawn``, ``cover`` where there is one, or ``off``."""
    social_image_fonts: tuple[str, ...] = ()
    """Paths below ``PATH`` of fonts for scripts that ours cannot draw."""
    thread_texts: Mapping[str, str] = field(default_factory=dict)
    """Words with which a thread of thanks begins, by language; ``{event}`` stands for the event's name."""
    follow_up_texts: Mapping[str, str] = field(default_factory=dict)
    """First message to somebody one met, by language, with places such as ``{first_name}``."""
    quoted_posts_path: str = "quoted-posts"
    """Folder of the quoted posts, below ``PATH``."""
    html_sanitized: bool = True
    """Whether scripts, event handlers and frames are taken out of what authors write."""
    entry_ids: str = "uuid"
    """How the ids of new posts are made: ``uuid``, or ``tag`` as Pelican makes them."""
    typography: bool = True
    """Whether pages have the spaces, quotation marks, apostrophes and dashes of their language."""
    typography_region: str = ""
    """Country by whose rules a language is set that names none: ``CA`` for French as in Quebec."""
    feeds: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: DEFAULT_FEEDS)
    """Formats of the feeds of each kind of collection; a kind that is not named keeps its default."""
    feed_max_bytes: int = 1_048_576
    """Bytes of a feed's document at the most; what does not fit is moved to the next archive."""
    feed_icon: str = ""
    """Path below ``PATH`` of a square picture, PNG or JPEG, at most 144 pixels wide; empty for none."""
    feed_rights: str = ""
    """Who may do what with the texts, in plain words; empty for nothing said."""
    websub_hubs: tuple[str, ...] = ()
    """Absolute URLs of the WebSub hubs that are told of every new recap."""
    toc_words: int = 800
    """Words from which a text with three headings has a table of contents; 0 for none of itself."""
    picture_widths: tuple[int, ...] = (480, 720, 1080, 1600)
    """Widths in pixels in which pictures are published, as far as they have them; none: as they are."""
    related_max: int = 3
    """Related recaps of each recap at the most; 0 for none."""
    comments: str = "open"
    """Whether recaps that say nothing take comments: ``open``, ``closed`` or ``off``."""
    comments_path: str = "comments"
    """Folder of the comments, below ``PATH``."""
    comments_email: str = ""
    """Address to which readers may answer, published with every recap that takes comments; empty for none."""
    webmention_endpoint: str = ""
    """Absolute URL at which other sites tell of their answers; empty for none."""
    webmention_source: str = "https://webmention.io/api/mentions.jf2"
    """Absolute URL from which ``event-recap webmentions`` fetches them, in the form of JF2."""
    csp_sources: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Hosts from which pages may load something, by directive of the Content-Security-Policy."""
    look: Mapping[str, str] = field(default_factory=dict)
    """The theme's accent, typefaces and density; what is not named keeps its default."""
    editor: Mapping[str, str] = field(default_factory=dict)
    """Repository that the page ``/admin/`` edits, such as ``{"backend": "github", "repo": "marie/blog"}``."""
    privacy_contact: str = ""
    """Where people write to change or remove what is said of them: ``mailto:…`` or ``https://…``."""

    def decide_today(self, environ: Mapping[str, str], now: datetime) -> date:
        """Return the day for which the site is built.

        Args:
            environ: Environment; ``SOURCE_DATE_EPOCH`` in seconds is honoured.
            now: Aware datetime in the site's zone, used where nothing else was said.

        Raises:
            EventRecapError: ``SOURCE_DATE_EPOCH`` is not a number of seconds.
        """
        if self.today:
            return date.fromisoformat(self.today)
        epoch = environ.get("SOURCE_DATE_EPOCH")
        if epoch is None:
            return now.date()
        try:
            return datetime.fromtimestamp(int(epoch), UTC).date()
        except (ValueError, OverflowError, OSError):
            what = f"{epoch!r} is not a time; expected seconds since 1970 such as 1265155200"
            raise EventRecapError([Problem(Place("SOURCE_DATE_EPOCH"), "", what)]) from None

    def build_policy(self, today: date) -> Policy:
        """Return the rules by which people are shown on a day."""
        return Policy(
            today=today, default_visibility=VISIBILITY_WORDS[self.default_visibility], strict=self.strict
        )
