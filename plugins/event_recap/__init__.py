"""Event recaps for Pelican: recaps, the people who were there, share links and feeds.

List ``event_recap`` in ``PLUGINS``, or install the wheel. The plugin sleeps on a site that has neither
the setting ``EVENT_RECAP`` nor a folder of attendee lists: such a site is built as if it were not there.
"""

from importlib import import_module

__version__ = "0.1.0"
__all__ = ["Pelican", "register"]

FEATURES = (
    "telling",  # first: what begins a phase comes before what is done in it
    "site",
    "images",
    "quoted_posts",  # before mentions: a pasted post is signed by a handle
    "mentions",
    "recaps",
    "comments",  # before what reads the view of a recap
    "search",  # before related, which lets the words of recaps go
    "related",
    "links",
    "events",
    "people",
    "privacy",
    "network",
    "calendar",
    "contacts",
    "share",
    "social_images",  # after events and people, whose pages get theirs
    "structured_data",
    "headers",
    "sitemap",
    "feeds",
    "redirects",  # after feeds, which find out what had another name before
    "editor",
    "responsive",  # after everything that makes or changes a text
    "stylesheet",
    "build",
)
"""Folders of the features, in the order in which they run."""


def __getattr__(name: str) -> object:
    """Return the class of ``PELICAN_CLASS = "event_recap.Pelican"``; only who asks for it loads it.

    Raises:
        AttributeError: For any other name.
    """
    if name == "Pelican":
        from .engine import Pelican  # noqa: PLC0415

        return Pelican
    raise AttributeError(name)


def register() -> None:
    """Register every feature."""
    # Imported here: Pelican imports every installed namespace plugin at start-up.
    from .engine.collecting import collect_seldom  # noqa: PLC0415

    with collect_seldom():
        for name in FEATURES:
            import_module(f".{name}", __name__).register()
