"""However a forgotten person is spelt, they are found: by the command that forgets them, and when they come back."""

from __future__ import annotations

import unicodedata

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from event_recap.loading.returned import check_text
from event_recap.model.reading import read_escapes, read_markup
from event_recap.model.removal import Kind, Removed, SiteKey, fold_name
from event_recap.removal.subject import Subject
from event_recap.removal.texts import Setting, find_places, rewrite_text

KEY = SiteKey("0" * 64)
FIRST = ("Zélie", "Ørjan", "Ngọc", "ÉLOÏSE", "Wanda", "Søren", "Maïwenn")
LAST = ("Quillebœuf", "Vandenbröck", "Żółkiewski", "Roche-Aymon", "Lamarche")


def strip_accents(text):
    """Return text without accents."""
    return "".join(one for one in unicodedata.normalize("NFD", text) if not unicodedata.combining(one))


def spell_entities(word, place):
    """Return a word of which one letter is an entity of HTML."""
    return f"{word[:place]}&#{ord(word[place])};{word[place + 1 :]}"


def hide(sign):
    """Return what puts a sign that nobody sees into a word."""
    return lambda word, place: f"{word[: place + 1]}{sign}{word[place + 1 :]}"


def wrap(before, after):
    """Return what puts markup around a word."""
    return lambda word, _: f"{before}{word}{after}"


WRITINGS = (
    lambda word, _: word,
    lambda word, _: word.upper(),
    lambda word, _: word.lower(),
    lambda word, _: word.capitalize(),
    lambda word, _: strip_accents(word),
    lambda word, _: unicodedata.normalize("NFD", word),
    spell_entities,
    hide("\u00ad"),
    hide("\u200b"),
    hide("&shy;"),
    hide("<!-- ici -->"),
)
"""Ways to write one word, with a place in it."""
MARKUPS = (
    wrap("", ""),
    wrap("**", "**"),
    wrap("_", "_"),
    wrap("[", "](https://b.example/x 'y')"),
    wrap("[", "][1]"),
    wrap("<em>", "</em>"),
    wrap('<a href="https://b.example/">', "</a>"),
    wrap("`", "`"),
    wrap("~~", "~~"),
    wrap("<span lang='fr'><b>", "</b></span>"),
    wrap("", "[^1]"),
)
GAPS = (" ", "\u00a0", "\n", "  \n", "&nbsp;", " \u200b", "_", ".", "<br>", "\t")
PLACES = (
    "Avec {name}.",
    "Hier, d’{name}, avec [Bob](https://b.example/) et *Luc*.",
    "![{name}](/images/b.jpg)",
    "# {name}\n\nOui.",
    "<!-- {name} -->",
    "<p>{name}</p>",
    '<img src="b.jpg" alt="{name}">',
    "name: {name}\nnote: a\n",
    "- {name}\n- Bob Roy\n",
)
"""Where a name may stand."""


@st.composite
def spell_anybody(draw):
    """Return a first and a last name, and a text that says both in some spelling."""
    first, last = draw(st.sampled_from(FIRST)), draw(st.sampled_from(LAST))
    words = [first, last] if draw(st.booleans()) else [last, first]
    spelt = []
    for word in words:
        written = draw(st.sampled_from(WRITINGS))(word, draw(st.integers(1, 3)))
        spelt.append(draw(st.sampled_from(MARKUPS))(written, 0))
    name = draw(st.sampled_from(GAPS)).join(spelt)
    # No comment stands in a comment.
    places = [place for place in PLACES if "<!--" not in place or "<!--" not in name]
    return f"{first} {last}", draw(st.sampled_from(places)).format(name=name)


def is_utf8(data):
    """Tell whether bytes are UTF-8."""
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def read(text):
    """Return the words that a reader of a text sees, folded."""
    return f" {' '.join(map(fold_name, read_markup(read_escapes(text)).text.split()))} "


@settings(max_examples=300)
@given(spelt=spell_anybody())
def test_forget_finds_any_spelling(spelt):
    """Whatever case, accents, order, markup, escapes and line breaks: no word of the name can be read any more."""
    name, typed = spelt
    subject = Subject("x", names=frozenset({name}))

    after = rewrite_text(typed, Setting(subject, "fr", "fr"))

    assert find_places(typed, subject)
    assert find_places(after, subject) == []
    for word in name.split():
        assert f" {fold_name(word)} " not in read(after), after


@settings(max_examples=300)
@given(spelt=spell_anybody())
def test_a_return_in_any_spelling_is_told(tmp_path_factory, spelt):
    """A text that brings somebody back in any spelling is a problem with its file and line."""
    name, typed = spelt
    removed = Removed().add(((Kind.NAME, name),), KEY)
    path = tmp_path_factory.mktemp("back") / "a.md"
    path.write_text(typed, encoding="utf-8")

    problems = list(check_text(path, "recaps/a.md", removed, frozenset()))

    assert len(problems) == 1
    assert problems[0].place.line in range(1, 3)
    assert fold_name(name).split()[0] not in fold_name(str(problems[0]))


@given(
    spelt=spell_anybody(),
    codec=st.sampled_from(
        ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "latin-1", "cp1252", "mac-roman"]
    ),
)
def test_a_return_in_any_encoding_is_told(tmp_path_factory, spelt, codec):
    """A file that is not UTF-8 is read all the same."""
    name, typed = spelt
    removed = Removed().add(((Kind.NAME, name),), KEY)
    path = tmp_path_factory.mktemp("back") / "a.txt"
    data = typed.encode(codec, "xmlcharrefreplace")
    path.write_bytes(data)
    # Two letters of an old Macintosh may be one of UTF-8 by chance, and then nobody can tell.
    assume(codec != "mac-roman" or data.isascii() or not is_utf8(data))

    assert list(check_text(path, "extra/a.txt", removed, frozenset()))
