"""The plain words in facts of lists, files and front matter, in which nothing can be a link."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

from ..loading.sitters import PictureFacts
from ..model.event import Attendee, Coverage, Event, Location, Organizer
from ..model.offer import Offer
from ..model.person import Person, Picture
from ..model.recap import Guest, Recap, ShareText
from .mentions import SIGN

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

WORDS: dict[type, tuple[str, ...]] = {
    Attendee: ("org", "job_title", "group"),
    Coverage: ("title",),
    Event: ("name",),
    Guest: ("role", "org"),
    Location: ("name",),
    Offer: ("name",),
    Organizer: ("name",),
    Person: ("org", "job_title"),
    Picture: ("alt", "credit", "caption"),
    PictureFacts: ("alt", "credit", "caption"),
    ShareText: ("text", "texts"),
}
"""Fields of plain text that readers see; names of people are no words about others."""

PARTS: dict[type, tuple[str, ...]] = {
    Attendee: ("photo",),
    Event: ("location", "organizers", "offers", "coverage", "cover"),
    Person: ("photo",),
    Recap: ("cover", "share", "guests"),
}
"""Fields that hold other facts; the attendees of an event are read each by itself."""


def speak_words(facts: T, say: Callable[[str, str], str]) -> T:
    """Return facts in whose words mentions are said; the same object where none is.

    Args:
        facts: One of the kinds above.
        say: Returns what is said, of the name of a field and its words.
    """
    changes: dict[str, Any] = {}
    for name in WORDS.get(type(facts), ()):
        words = getattr(facts, name)
        if (said := _say(name, words, say)) != words:
            changes[name] = said
    for name in PARTS.get(type(facts), ()):
        part = getattr(facts, name)
        if (spoken := _speak_part(part, say)) != part:
            changes[name] = spoken
    return replace(facts, **changes) if changes else facts  # type: ignore[type-var]


def _say(name: str, words: Any, say: Callable[[str, str], str]) -> Any:  # noqa: ANN401 -- a text, or texts by key
    if isinstance(words, Mapping):
        return {key: _say(name, text, say) for key, text in words.items()}
    return say(name, words) if SIGN.search(words) else words


def _speak_part(part: Any, say: Callable[[str, str], str]) -> Any:  # noqa: ANN401 -- facts, several, or None
    if not isinstance(part, tuple):
        return part and speak_words(part, say)
    return tuple(speak_words(one, say) for one in part)
