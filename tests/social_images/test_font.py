"""Letters of every script, and what happens where there are none."""

import lzma
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import ImageFont, features

from event_recap.social_images.font import FOUND_EVERYWHERE, OWN_FONT, Fonts, check_font
from event_recap.social_images.look import read_look

NKO = "ߒߞߏ"
"""A script that our font lacks."""


@pytest.fixture(name="fonts", scope="module")
def fixture_fonts():
    """Return the font of ours, opened once."""
    return Fonts()


@pytest.mark.parametrize(
    "text",
    [
        "« L’été à Saint-Denis »\u202f: Œuvres, № 1, →",
        "Łódź, Đà Nẵng, Þórr, İstanbul",
        "Встреча в Туле: Ёлка, Київ, Ґанок",
        "Συνάντηση στην Αθήνα",
        "لقاء في المدينة ۲۰۱۰",
        "פגישה בחיפה",
        "東京の勉強会、第三回",
        "上海技术聚会 繁體中文",
        "서울 모임 안녕하세요",
        "🎉 👨‍👩‍👧‍👦 👍🏽 🇨🇦 ❤️",
    ],
)
def test_every_script_has_its_letters(fonts, text):
    """Accents, Cyrillic, Greek, Arabic, Hebrew, Chinese, Japanese, Korean and emoji are drawn as they are."""
    assert fonts.keep_drawable(text) == text
    assert not fonts.missing


def test_what_is_taken_for_granted_is_there():
    """Each sign that is not looked up in the font is in the font."""
    fonts = Fonts()
    granted = [chr(code) for code in range(0x20, 0x3000) if FOUND_EVERYWHERE.fullmatch(chr(code))]

    assert len(granted) > 500
    assert [sign for sign in granted if not fonts._has(sign)] == []


def test_a_line_without_letters_is_left_out():
    """A script that no font has is left out and told, and no box is drawn."""
    fonts = Fonts()

    assert fonts.keep_drawable(f"Kan {NKO}") == ""
    assert fonts.missing == set(NKO)


def test_a_sign_of_decoration_goes_alone():
    """A picture sign that is newer than the font leaves the line as it is without it."""
    fonts = Fonts()

    assert [fonts.keep_drawable(f"Bravo {sign}!") for sign in ("\U0001faff", "\U0001d800")] == ["Bravo !"] * 2
    assert not fonts.missing


def test_letters_of_mathematics_become_plain():
    """Bold and script letters that people paste into titles are read as what they stand for."""
    assert Fonts().keep_drawable("𝐅𝐨𝐜𝐮𝐬 𝟐𝟎") == "Focus 20"


def test_controls_are_never_drawn():
    """What no font draws is not looked for: line ends, and the frame of a key."""
    assert Fonts().keep_drawable("a\nb 1️⃣") == "ab 1️"


def test_a_font_of_the_site_helps(monkeypatch, tmp_path):
    """A line that the first font cannot draw is drawn by an added font that can."""
    latin, added = ImageFont.load_default(size=10).path.getvalue(), lzma.decompress(OWN_FONT.read_bytes())
    (tmp_path / "latin.xz").write_bytes(lzma.compress(latin))
    monkeypatch.setattr("event_recap.social_images.font.OWN_FONT", tmp_path / "latin.xz")
    fonts = Fonts((added,))

    assert check_font(added)
    assert [fonts.keep_drawable(text) for text in ("لقاء", "abc ت")] == ["لقاء", "abc ت"]
    assert fonts.find("لقاء", 20).getname()[0] == "Event Recap Cards"
    assert fonts.find("abc", 20).getname()[0] != "Event Recap Cards"


@pytest.mark.parametrize("data", [b"", b"no font", OWN_FONT.read_bytes()[:200]])
def test_what_is_no_font_is_known(data):
    """A file that is no font is told before anything is drawn."""
    assert not check_font(data)


@given(st.text(max_size=30))
def test_whatever_is_typed_can_be_drawn(text):
    """What is kept of a title has a letter for each sign, and keeping it again changes nothing."""
    fonts = SHARED
    kept = fonts.keep_drawable(text)

    assert fonts.keep_drawable(kept) == kept
    assert all(fonts._has(sign) for sign in kept)
    fonts.find(kept, 20).getmask(kept or " ", direction="ltr")


SHARED = Fonts()


def test_letters_are_joined_as_arabic_wants_it():
    """Arabic is shaped: four letters joined are narrower than the four alone."""
    font = SHARED.find("سلام", 60)

    assert features.check("raqm")
    assert font.getlength("سلام") < sum(map(font.getlength, "سلام"))


def test_a_family_is_one_picture():
    """An emoji of several is no wider than one of them."""
    font = SHARED.find("👨‍👩‍👧‍👦", 60)

    assert font.getlength("👨‍👩‍👧‍👦") < 1.6 * font.getlength("👨")


def test_the_font_is_small():
    """The wheel does not grow by more than two megabytes and a bit."""
    assert OWN_FONT.stat().st_size < 2.1e6


def test_the_typefaces_of_the_theme_come_first():
    """Titles and texts are drawn in the faces that the site chose, and what these lack in ours."""
    static = Path(__file__).parents[2] / "theme/static"
    (display, text), hue = read_look(static, {"typefaces": "poster", "accent": "plum"})
    fonts = Fonts((), display, text)
    names = [fonts.find(*line).getname()[0] for line in (("Été", 90), ("Été", 30), ("Лето", 90))]

    assert len(set(names)) == 3
    assert names[2] == "Event Recap Cards"
    assert hue == 340
    assert read_look(static, {"typefaces": "system"})[0] == (b"", b"")
