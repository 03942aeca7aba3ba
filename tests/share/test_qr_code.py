"""The code of a printed page is the one that telephones read."""

import re

import pytest
import segno
from hypothesis import example, given, settings
from hypothesis import strategies as st

from event_recap.share.qr_code import QUIET, QrCode, draw_qr_code
from event_recap.share.qr_mask import draw_symbol


def read_modules(svg):
    """Return the dark modules that the lines of a code cover, as (row, column) pairs."""
    (path,) = re.findall(r'stroke="#000" transform="translate\(0 \.5\)" d="([^"]+)"', svg)
    dark, x, y = set(), 0, 0
    for command, values in re.findall(r"([MmhHl])([^MmhHl]*)", path):
        numbers = [int(value) for value in re.findall(r"-?\d+", values)]
        if command == "M":
            x, y = numbers
        elif command == "m":
            x, y = x + numbers[0], y + (numbers[1] if len(numbers) > 1 else 0)
        elif command == "h":
            dark |= {(y, column) for column in range(x, x + numbers[0])}
            x += numbers[0]
    return dark


@pytest.mark.parametrize(
    "url",
    [
        "https://blog.example/",
        "https://blog.example/recaps/%C3%A9t%C3%A9/",
        f"https://blog.example/{'a' * 300}/",
    ],
)
def test_every_module_is_where_the_standard_wants_it(url):
    """What is drawn is the code of the address, within four modules of white."""
    matrix = segno.make_qr(url, error="m", boost_error=False).matrix

    assert read_modules(str(draw_qr_code(url))) == {
        (row + QUIET, column + QUIET)
        for row, line in enumerate(matrix)
        for column, module in enumerate(line)
        if module
    }


@given(st.text(st.characters(codec="utf-8"), min_size=1, max_size=60), st.integers(1, 8))
@example("10", 1)
@example("https://blog.example/recaps/focus-20/", 12)
@settings(max_examples=40, deadline=None)
def test_a_code_has_the_mask_that_the_standard_chooses(text, times):
    """Whatever the address and however long, telephones find the symbol that reads best."""
    symbol = segno.make_qr(text * times, error="m", boost_error=False).matrix

    assert draw_symbol(text * times) == ["".join(map(str, row)) for row in symbol]


def test_a_code_is_drawn_whatever_the_theme_does():
    """A template that escapes and one that does not show the same drawing, and it is small."""
    code = QrCode("https://blog.example/recaps/focus-20/")

    assert str(code) == code.__html__()
    assert len(str(code)) < 4000
    assert not re.search("style=|<script|http", str(code))
