"""Who was forgotten stays out in any spelling, and the list of them tells nobody who they are."""

from __future__ import annotations

import pytest

from event_recap.model.removal import Kind, Removed, SiteKey, find_forms, fold_name

KEY = SiteKey("0" * 64)
ZOE = ((Kind.NAME, "Zoé Martin"), (Kind.HANDLE, "@Zoe_M"), (Kind.URL, "https://www.zoe.example/"))
FIRST_NAMES = ("Anne", "Bob", "Chloé", "Dora", "Émile", "Zoé")
LAST_NAMES = ("Roy", "Quille", "Martin", "Lamarche", "Arseneau")


@pytest.fixture(name="removed", scope="module")
def fixture_removed():
    """Return a list on which one person stands."""
    return Removed().add(ZOE, KEY)


@pytest.mark.parametrize(
    "spelling",
    [
        "Zoé Martin",
        "zoe martin",
        "MARTIN, Zoé",
        "Zoe\u0301 Martin",
        "zoe-martin",
        "Martin_Zoe",
        "  Zoé\u00a0MARTIN ",
        "ZoéMartin",
        "martin.zoe",
    ],
)
def test_a_name_stays_out_in_every_spelling(removed, spelling):
    """Case, accents, order and what stands between the words make no difference."""
    assert removed.has(Kind.NAME, spelling)


@pytest.mark.parametrize("name", ["Zoé", "Martin", "Zoé Martinet", "Anne-Zoé Martin", "Zoé Martin Roy", ""])
def test_others_are_not_kept_out(removed, name):
    """A part of the name, or a longer one, is somebody else."""
    assert not removed.has(Kind.NAME, name)


@pytest.mark.parametrize(
    ("kind", "value", "is_known"),
    [
        (Kind.HANDLE, "zoe_m", True),
        (Kind.HANDLE, "@ZOE_M", True),
        (Kind.NAME, "zoe_x", False),
        (Kind.HANDLE, "zoe", False),
        (Kind.URL, "http://zoe.example", True),
        (Kind.URL, "https://zoe.example/#moi", True),
        (Kind.URL, "https://other.example/", False),
    ],
)
def test_handles_and_addresses_are_known_by_themselves(removed, kind, value, is_known):
    """A handle is compared as networks do, an address by where it leads."""
    assert removed.has(kind, value) is is_known


def test_without_the_key_a_list_of_names_gives_no_match(removed):
    """Whoever has the list and every name of the world, but not the key, recognises nobody."""
    guess = SiteKey("1" * 64)
    names = [f"{first} {last}" for first in FIRST_NAMES for last in LAST_NAMES]

    found = {guess.hash(Kind.NAME, form) for name in names for form in find_forms(Kind.NAME, name)}

    assert fold_name("Zoé Martin") in {fold_name(name) for name in names}
    assert not found & removed.hashes


def test_another_key_is_told_from_the_right_one():
    """Two keys have two check lines, which are no hash of anything else."""
    assert KEY.check != SiteKey("1" * 64).check
    assert KEY.check != KEY.hash(Kind.NAME, "check")


def test_the_order_of_asking_cannot_be_told():
    """The list is the same, whoever asked first."""
    bob = ((Kind.NAME, "Bob Roy"),)

    one, two = Removed().add(ZOE, KEY).add(bob, KEY), Removed().add(bob, KEY).add(ZOE, KEY)

    assert one == two


def test_the_key_is_not_shown():
    """The secret stands in no message that a program prints of its values."""
    assert "0" * 64 not in repr(Removed().add(ZOE, KEY))


def test_a_list_without_its_key_knows_nobody(removed):
    """Where the key is missing, nothing is answered; the build refuses before anybody asks."""
    assert not Removed(removed.hashes).has(Kind.NAME, "Zoé Martin")
