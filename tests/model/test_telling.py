"""Addresses that would tell of somebody who may not be named."""

import pytest

from event_recap.model.removal import Kind, Removed, SiteKey
from event_recap.model.telling import Telling
from event_recap.model.visibility import Visibility


@pytest.fixture(name="telling")
def fixture_telling(make_entry, make_event, make_registry):
    """Return what knows a hidden, a counted and a forgotten person, and one who is shown."""
    entries = [
        make_entry("anne-roy"),
        make_entry("luc-gendron", visibility=Visibility.HIDDEN),
        make_entry("cafevrac", name="Bruno Lamarche", visibility=Visibility.COUNTED),
    ]
    removed = Removed().add([(Kind.NAME, "Ursule Quille")], SiteKey("k" * 32))
    return Telling(make_registry(make_event("soir", *entries)), removed)


@pytest.mark.parametrize(
    "address",
    ["recaps/avec-luc-gendron/", "luc_gendron.html", "cafevrac-2010", "soir/BRUNO-LAMARCHE", "ursule-quille"],
)
def test_a_name_is_found_in_an_address(telling, address):
    """As it is, in capitals, without accents, among other words."""
    assert telling.is_in(address)


@pytest.mark.parametrize("address", ["recaps/anne-roy/", "focus-20", "lucarne-gendronne", "bruno", ""])
def test_an_address_that_tells_nothing_is_kept(telling, address):
    """Whoever is shown, and words that only begin alike."""
    assert not telling.is_in(address)
