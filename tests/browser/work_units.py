"""What one worker does at a stretch, so that a page is opened once, and a site is built once.

The groups of pytest-xdist are part of the names of tests here: what it writes into them itself, pytest 9.2 no
longer reads, and each test went to whichever worker was free.
"""

from __future__ import annotations

import re

from xdist.scheduler import LoadScopeScheduling

PAGE = re.compile(r"(?<=[\[-])page [^-\]]+")


def name_page(kind):
    """Return what the name of a test says that looks at a kind of page."""
    return f"page {kind}"


def find_unit(nodeid):
    """Return the kind of page that a test looks at among others that do, or else its file.

    >>> find_unit("tests/browser/test_every_page.py::test_paper_has_no_navigation[page home]")
    'page home'
    >>> find_unit("tests/browser/test_accessibility.py::test_axe_finds_nothing[small-light-page tag]")
    'page tag'
    >>> find_unit("tests/browser/test_mastodon.py::test_what_is_no_server_is_told[anne]")
    'tests/browser/test_mastodon.py'
    """
    page = PAGE.search(nodeid)
    return page[0] if page else nodeid.split("::")[0]


def order_units(items):
    """Put each unit in one piece, and pages last: they are short, and no worker waits for another at the end."""
    units = {}
    for item in items:
        units.setdefault(find_unit(item.nodeid), []).append(item)
    in_order = sorted(units, key=lambda unit: unit.startswith("page "))
    items[:] = [item for unit in in_order for item in units[unit]]


class UnitScheduling(LoadScopeScheduling):
    """Gives units to workers, one after another."""

    def _split_scope(self, nodeid):
        return find_unit(nodeid)
