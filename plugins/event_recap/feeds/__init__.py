"""Feature ``feeds``: RSS 2.0 and Atom 1.0 for everything for which Pelican writes a feed.

From the inside out: ``text``, ``links`` and ``html`` make words, addresses and content fit for
readers; ``document`` says what a feed holds, whatever the format; ``site``, ``collection`` and
``entries`` read it from Pelican's context and articles; ``extension`` and ``builder`` turn it into
bytes with feedgen; ``writer`` stands in Pelican's place.
"""

from .plugin import register

__all__ = ["register"]
