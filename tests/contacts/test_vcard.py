"""Lines of a card: RFC 6350 says how they are folded and escaped, RFC 6868 what a parameter holds."""

from __future__ import annotations

import pytest
import vobject
from hypothesis import example, given
from hypothesis import strategies as st

from event_recap.characters import FORBIDDEN
from event_recap.contacts.vcard import (
    Property,
    fold_line,
    write_card,
    write_component,
    write_text,
    write_uri,
)

HEAD = (Property("FN", "Anne"), Property("N", ";Anne;;;"))


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Crêpes, cidre", r"Crêpes\, cidre"),
        ("un\ndeux", r"un\ndeux"),
        ("un\r\ndeux\rtrois\u2028quatre", r"un\ndeux\ntrois\nquatre"),
        (r"C:\new", r"C:\\new"),
        (r"\,", r"\\\,"),
        ("a;b:c", "a;b:c"),
        ("\t«\xa0oui\xa0»", "\t«\xa0oui\xa0»"),
        ("a\x00\x07\x0b\x1f\x7f\x85b\ud800\ufffe", "ab"),
        ("", ""),
    ],
)
def test_text_is_escaped(text, written):
    """Comma, backslash and line break are escaped, a semicolon is not, and controls are dropped."""
    assert write_text(text) == written


@pytest.mark.parametrize(
    ("text", "written"),
    [("Roy; Fils, Cie", r"Roy\; Fils\, Cie"), ("a\\;b", r"a\\\;b"), ("un\ndeux", r"un\ndeux")],
)
def test_part_of_a_value_is_escaped(text, written):
    """A semicolon within a part does not begin the next part."""
    assert write_component(text) == written


@pytest.mark.parametrize(
    ("url", "written"),
    [
        ("https://a.example/b?c=d;e&f=%20#g", "https://a.example/b?c=d;e&f=%20#g"),
        ("https://a.example/1,2", "https://a.example/1%2C2"),
        ("https://a.example/100%/%e9", "https://a.example/100%25/%e9"),
        ('https://a.example/é \\ "<x>"', "https://a.example/%C3%A9%20%5C%20%22%3Cx%3E%22"),
        ("https://a.example/\r\nTEL:1\ud800", "https://a.example/%0D%0ATEL:1"),
        ("urn:uuid:8a89b291-f087-5a58-90b5-c73b4733fd02", "urn:uuid:8a89b291-f087-5a58-90b5-c73b4733fd02"),
    ],
)
def test_address_is_a_uri(url, written):
    """An address stays as it is, but for what no URI holds, and for the comma."""
    assert write_uri(url) == written


@pytest.mark.parametrize("size", [0, 1, 74, 75, 76, 149, 150, 151, 400])
@pytest.mark.parametrize("letter", ["a", "é", "日", "🎉"])
@pytest.mark.parametrize("shift", [0, 1, 2, 3])
def test_lines_are_folded_between_characters(letter, size, shift):
    """No piece has more than 75 bytes, each is text, and together they are the line."""
    line = "x" * shift + letter * size

    first, *others = fold_line(line).split("\r\n")

    assert max(len(piece.encode()) for piece in (first, *others)) <= 75
    assert all(piece.startswith(" ") and len(piece) > 1 for piece in others)
    assert first + "".join(piece[1:] for piece in others) == line


def test_a_line_is_not_folded_before_it_must_be():
    """75 bytes stand on one line."""
    assert fold_line("x" * 75) == "x" * 75
    assert fold_line("x" * 76) == "x" * 75 + "\r\n x"


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("Bluesky", "Bluesky"),
        ("Le Café, suite", '"Le Café, suite"'),
        ("a:b;c", '"a:b;c"'),
        ('"Nico"', "^'Nico^'"),
        ("un\ndeux", "un^ndeux"),
        ("2^3", "2^^3"),
        ("^n", "^^n"),
        ("a\x07\x7f", "a"),
    ],
)
def test_parameter_is_coded(value, written):
    """A parameter keeps quotation marks, line breaks and circumflexes by the codes of RFC 6868."""
    card = write_card([Property("URL", "https://a.example/", (("SERVICE-TYPE", value),))])

    assert f"URL;SERVICE-TYPE={written}:https://a.example/\r\n" in card


def test_a_card_begins_with_its_version():
    """VERSION is the first line of a card, and what has no value is left out."""
    card = write_card([*HEAD, Property("NOTE", "")])

    assert card == "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Anne\r\nN:;Anne;;;\r\nEND:VCARD\r\n"


@given(st.text(st.characters(), max_size=300))
def test_any_text_reaches_the_reader(text):
    """Whatever somebody types, vobject reads the same, without controls."""
    plain = "\n".join(text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").split("\u2029"))
    kept = FORBIDDEN.sub("", plain)

    card = vobject.readOne(write_card([*HEAD, Property("NOTE", write_text(f"<{text}>"))]))

    assert card.note.value == f"<{kept}>"


@given(st.text(st.characters(), max_size=100), st.text(st.characters(), max_size=100))
@example("\\", "")
@example("\\;", "\\")
@example("a,\\\\", ";\n\\;")
def test_any_parts_reach_the_reader(read_card, one, two):
    """Parts of a value stay apart, whatever they hold and end with, and two readers read the same."""
    value = ";".join((write_component(f"<{one}"), write_component(f"{two}>")))

    (_, parts, _), *_ = read_card(write_card([Property("ORG", value), *HEAD]))

    assert len(parts) == 2
    assert parts[0].startswith("<")
    assert parts[1].endswith(">")
    assert vobject.readOne(write_card([*HEAD, Property("ORG", value)])).org.value == parts


@given(st.text(st.characters(), max_size=100))
def test_any_parameter_and_address_is_right_by_the_book(read_card, text):
    """Whatever a parameter or an address holds, the line is one of vCard."""
    written = Property("URL", write_uri(f"https://a.example/{text}"), (("SERVICE-TYPE", text),))

    assert len(read_card(write_card([written, *HEAD]))) == 3
