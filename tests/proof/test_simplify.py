"""A long text is looked through in the charset that it fits, and comes to the same as in any other."""

import pytest

from event_recap.proof.pattern import simplify

OF_NEITHER = "ạ"
"""Not to be written in Latin-1, nor in the charset of Windows for Western Europe."""
SIGNS = {*map(chr, range(256)), *(bytes([code]).decode("cp1252", "ignore") for code in range(256)), "\u202f"}


@pytest.mark.parametrize("before", ["", "Zo", "é ", "…"])
def test_every_sign_comes_to_the_same(before):
    """With a sign behind it that fits no charset, a text is looked at sign by sign."""
    for sign in SIGNS:
        text = before + sign
        assert simplify(text) + b"a" == simplify(text + OF_NEITHER), text


def test_signs_that_become_two_letters_do():
    """In German and in French, as in figures."""
    assert simplify("Straße ½ … é") == b"strasse 12 ... e"
