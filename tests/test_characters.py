import pytest
from hypothesis import given
from hypothesis import strategies as st

from event_recap.characters import clean_text, fold_spaces

ANYTHING = st.text(st.characters(codec=None, categories=None))


@given(ANYTHING)
def test_clean_text_can_stand_anywhere(text):
    """Whatever was typed, the text is one line, in UTF-8, without a control character."""
    cleaned = clean_text(text)

    assert cleaned.encode().decode() == cleaned
    assert len(cleaned.splitlines()) <= 1
    assert clean_text(cleaned) == cleaned


@pytest.mark.parametrize("text", ["trente\xa0avatars\u202f!", "👩‍🍳", "שלום"])
def test_ordinary_writing_stays_as_it_was_typed(text):
    """No-break spaces, joined emoji and other scripts are kept."""
    assert clean_text(text) == text


@pytest.mark.parametrize("text", ["un\ndeux", " un\r\n\tdeux ", "un\u2028deux", "un\f\u2029 deux"])
def test_several_lines_become_one(text):
    """Every way to end a line is a space."""
    assert fold_spaces(text) == "un deux"
