"""Feature ``feeds``: Atom, RSS and JSON Feed for the site and its parts, and how to subscribe to them.

From the inside out: ``text``, ``links``, ``html`` and ``media`` make words, addresses, content and files
fit for readers; ``document`` says what a feed holds, whatever the format; ``site``, ``ids``, ``entries``
and ``catalogue`` read it from Pelican's context and articles; ``paging`` and ``documents`` divide it into
the newest document and its archives; ``builder`` turns a document into bytes, with feedgen (``atom``,
``rss`` and the pair of extensions) or as JSON; ``writer`` stands in Pelican's place, and ``generator``
writes what Pelican does not ask for.
"""

from .plugin import register

__all__ = ["register"]
