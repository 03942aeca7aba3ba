"""Somebody to be forgotten, and what depends on them."""

from __future__ import annotations

import pytest

from event_recap.removal.subject import Subject

ANNE = Subject(
    "anne-martin",
    names=frozenset({"Anne Martin"}),
    ids=frozenset({"anne-martin"}),
    handles=frozenset({"annem_fr", "annem@social.example"}),
    urls=frozenset({"https://anne.example/", "https://x.com/annem_fr"}),
    others=frozenset({"anne martin roy", "luc martin"}),
)


@pytest.fixture(name="anne", scope="session")
def fixture_anne():
    """Return Anne Martin, who has a handle, a site, and namesakes in part."""
    return ANNE
