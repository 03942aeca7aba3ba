"""What a build depends on besides files: some of it decides what pages say, the rest only what is told."""

from __future__ import annotations

import logging

import pytest

from event_recap.engine.circumstances import digest_circumstances, name_moment

SETTINGS = {"SITENAME": "Rencontres", "TIMEZONE": "UTC"}


@pytest.fixture(name="be_verbose")
def fixture_be_verbose(monkeypatch):
    """Return what lets Pelican tell more, as ``--verbose`` does."""
    return lambda: monkeypatch.setattr(logging.getLogger("pelican"), "level", logging.INFO)


def test_who_asks_to_be_told_more_has_no_other_pages(be_verbose):
    """A build that is called with ``--verbose``, to see why a page was made, does not make it for that."""
    before = digest_circumstances(SETTINGS)

    be_verbose()

    assert digest_circumstances(SETTINGS) == before


def test_who_asks_to_be_told_more_is_told(be_verbose):
    """It is another build all the same, since the last one told less."""
    before = name_moment(SETTINGS)

    be_verbose()

    assert name_moment(SETTINGS) != before


def test_another_name_of_the_site_makes_other_pages():
    """A setting changes what pages say."""
    assert digest_circumstances({**SETTINGS, "SITENAME": "Soirs"}) != digest_circumstances(SETTINGS)
