"""One entry of one feed, as feedgen knows it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from feedgen.entry import FeedEntry as GeneratorEntry
from lxml.etree import ProcessingInstruction

from .entry_extension import SiteEntry
from .feed_extension import NAME
from .plain_text import guard_markup

if TYPE_CHECKING:
    from collections.abc import Callable

    from .document import FeedEntry

    Fill: TypeAlias = Callable[["EntryNode", FeedEntry], None]

MARK = "event-recap"
"""Name of the instruction that stands for an entry; no text can have one, since ``<`` is escaped."""

_LINK_DETAILS = ("rel", "type", "hreflang", "title", "length")


class EntryNode(GeneratorEntry):  # type: ignore[misc] # feedgen has no annotations
    """An entry with our extension, whose Atom links keep the details that feedgen 1.0 loses on the way.

    Args:
        entry: What it says.
        fill: Sets all of it.
    """

    def __init__(self, entry: FeedEntry, fill: Fill) -> None:
        super().__init__()
        super().register_extension(NAME, SiteEntry)
        fill(self, entry)

    def register_extension(self, namespace: str, *args: Any, **options: Any) -> None:
        """Register another plugin's extension; ours is already there."""
        if namespace != NAME:
            super().register_extension(namespace, *args, **options)

    def atom_entry(self, extensions: bool = True) -> Any:  # noqa: ANN401, FBT001, FBT002 - feedgen's own
        """Return the element, links repaired."""
        element = super().atom_entry(extensions)
        # Those that our extension adds come after feedgen's own, and are whole.
        for node, link in zip(element.findall("link"), self.link() or [], strict=False):
            for detail in _LINK_DETAILS:
                if link.get(detail):
                    node.set(detail, link[detail])
        return element


class WaitingNode(EntryNode):
    """An entry that costs nothing until somebody looks into it.

    A post stands in many feeds and is written once for all of them, so that in most a mark is enough.
    Where another plugin reads or changes the entry of one feed, it turns into a whole one, which is
    written for that feed alone.

    Args:
        entry: What it says.
        fill: Sets all of it.
        number: Which of the pieces of its feed it is.
    """

    def __init__(self, entry: FeedEntry, fill: Fill, number: int) -> None:  # waits with all the rest
        self.__dict__.update(_entry=entry, _fill=fill, _number=number)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - any attribute of feedgen's entry
        """Turn into a whole entry at the first look at what it says."""
        self._become_whole()
        return getattr(self, name)

    def __setattr__(self, name: str, value: object) -> None:
        """Turn into a whole entry before the first change."""
        self._become_whole()
        setattr(self, name, value)

    def atom_entry(self, extensions: bool = True) -> Any:  # noqa: ANN401, ARG002, FBT001, FBT002 - feedgen's
        """Return a mark in the place of the element."""
        return ProcessingInstruction(MARK, str(self._number))

    rss_entry = atom_entry

    def _become_whole(self) -> None:
        """Turn into an entry like any other."""
        entry, fill = self._entry, self._fill
        object.__setattr__(self, "__class__", EntryNode)
        EntryNode.__init__(self, entry, fill)


def fill_node(node: EntryNode, entry: FeedEntry) -> None:
    """Set what both formats of feedgen say in the same words."""
    getattr(node, NAME).entry = entry
    node.id(entry.id)
    node.title(guard_markup(entry.title))
    node.link(href=entry.url, rel="alternate", type="text/html")
    if file := entry.enclosure:
        node.link(href=file.url, rel="enclosure", type=file.type, length=str(file.length))
    node.updated(entry.updated)
    node.category([{"term": name, "label": guard_markup(name)} for name in entry.categories])
