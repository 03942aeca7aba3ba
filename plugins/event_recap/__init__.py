"""Event recaps for Pelican: recaps, the people who were there, share links and feeds.

List ``event_recap`` in ``PLUGINS``, or install the wheel. The plugin sleeps on a site that has neither
the setting ``EVENT_RECAP`` nor a folder of attendee lists: such a site is built as if it were not there.
"""

__version__ = "0.1.0"
__all__ = ["register"]


def register() -> None:
    """Register every feature, in the order in which they run."""
    # Imported here: Pelican imports every installed namespace plugin at start-up.
    from . import (  # noqa: PLC0415
        build,
        calendar,
        comments,
        contacts,
        events,
        feeds,
        images,
        links,
        mentions,
        network,
        people,
        privacy,
        quoted_posts,
        recaps,
        related,
        share,
        site,
        structured_data,
    )

    for feature in (
        site,
        images,
        quoted_posts,  # before mentions: a pasted post is signed by a handle
        mentions,
        recaps,
        comments,  # before what reads the view of a recap
        related,
        links,
        events,
        people,
        privacy,
        network,
        calendar,
        contacts,
        share,
        structured_data,
        feeds,
        build,
    ):
        feature.register()
