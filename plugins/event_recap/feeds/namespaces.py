"""Namespaces of XML that our feeds use beside their own."""

from __future__ import annotations

ATOM = "http://www.w3.org/2005/Atom"
CONTENT = "http://purl.org/rss/1.0/modules/content/"
DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"
EVENT = "http://purl.org/rss/1.0/modules/event/"
GEORSS = "http://www.georss.org/georss"
MEDIA = "http://search.yahoo.com/mrss/"
HISTORY = "http://purl.org/syndication/history/1.0"
"""Of RFC 5005: which part of a feed a document is."""
TOMBSTONES = "http://purl.org/atompub/tombstones/1.0"
"""Of RFC 6721: entries that are no more."""
THREAD = "http://purl.org/syndication/thread/1.0"
"""Of RFC 4685: what answers what."""
SLASH = "http://purl.org/rss/1.0/modules/slash/"
WELL_FORMED = "http://wellformedweb.org/CommentAPI/"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"

ATOM_ENTRY = {"ev": EVENT, "georss": GEORSS, "media": MEDIA}
"""What entries of Atom may use; every feed declares it all, so that an entry is the same bytes in each."""
RSS_ITEM = {"dc": DUBLIN_CORE, **ATOM_ENTRY}
"""The same for items of RSS."""
COMMENTS = {"thr": THREAD, "slash": SLASH, "wfw": WELL_FORMED}
"""What entries with comments use; a feed without them does not declare it."""
FEEDGEN_RSS = {"atom": ATOM, "content": CONTENT}
"""What feedgen declares by itself in RSS."""
