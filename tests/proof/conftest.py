"""Secrets of invented people, and what searches for them."""

from __future__ import annotations

import pytest

from event_recap.errors import Place
from event_recap.model.secret import Secret, SecretKind, Secrets
from event_recap.model.visibility import Visibility
from event_recap.proof.search import Searcher


@pytest.fixture(name="make_searcher", scope="session")
def fixture_make_searcher():
    """Return what makes a searcher from names, or from pairs of a text and its kind."""

    def make_searcher(*texts, shown=()):
        pairs = [(text, SecretKind.NAME) if isinstance(text, str) else text for text in texts]
        secrets = [
            Secret(text, kind, Visibility.HIDDEN, Place("content/attendees/soir.yml", line, 5), f"p{line}")
            for line, (text, kind) in enumerate(pairs, 1)
        ]
        return Searcher(Secrets(tuple(secrets), frozenset(shown)))

    return make_searcher


@pytest.fixture(name="find", scope="session")
def fixture_find(make_searcher):
    """Return what tells which texts are found in bytes."""

    def find(data, *texts, shown=()):
        data = data.encode() if isinstance(data, str) else data
        return sorted({secret.text for secret in make_searcher(*texts, shown=shown).find_in_bytes(data)})

    return find
