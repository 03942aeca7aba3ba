"""Words and dates in the language of a page."""

import ast
import os
import re
import subprocess
import sys
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from babel.messages.pofile import read_po
from hypothesis import given
from hypothesis import strategies as st

from event_recap import translation
from event_recap.translation import (
    CATALOGUES,
    NO_BREAK_SPACE,
    check_language,
    find_direction,
    find_locale,
    list_languages,
    name_language,
    name_locale,
    translate,
    translate_count,
    word_date,
    word_days,
    word_list,
    word_month,
    word_short_month,
    word_span,
    word_time,
)

PACKAGE = Path(translation.__file__).parent
ROOT = PACKAGE.parents[1]
MONTREAL = ZoneInfo("America/Montreal")


def moment(day, hour, minute=0):
    """Return a moment of February 2010 in Montreal."""
    return datetime(2010, 2, day, hour, minute, tzinfo=MONTREAL)


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("fr", "3 février 2010"),
        ("fr-CA", "3 février 2010"),
        ("fr_CA", "3 février 2010"),
        ("fr-XX", "3 février 2010"),
        ("en", "3 February 2010"),
        ("EN", "3 February 2010"),
        ("en-GB", "3 February 2010"),
        ("en-US", "February 3, 2010"),
        ("de", "3. Februar 2010"),
        ("xx", "3 February 2010"),
        ("", "3 February 2010"),
        ("../fr", "3 February 2010"),
    ],
)
def test_a_day_is_said_in_the_words_of_a_language(lang, expected):
    """An unknown region is passed over, and an unknown language is English."""
    assert word_date(date(2010, 2, 3), lang) == expected


@pytest.mark.parametrize(
    ("day", "lang", "expected"),
    [
        (date(2010, 2, 1), "fr", "lundi 1er février 2010"),
        (date(2010, 2, 1), "fr-CA", "lundi 1er février 2010"),
        (date(2010, 2, 11), "fr", "jeudi 11 février 2010"),
        (date(2010, 2, 21), "fr", "dimanche 21 février 2010"),
        (date(2010, 2, 1), "en", "Monday, 1 February 2010"),
    ],
)
def test_only_the_first_of_a_french_month_is_an_ordinal(day, lang, expected):
    """French says « 1er », and plain numbers for all other days."""
    assert word_date(day, lang, with_weekday=True) == expected


@pytest.mark.parametrize("lang", ["fr", "fr-CA"])
def test_the_first_of_a_french_month_is_an_ordinal_without_its_weekday_too(lang):
    """The short form has no other rule."""
    assert word_date(date(2010, 5, 1), lang) == "1er mai 2010"


@pytest.mark.parametrize(
    ("lang", "evening", "morning"),
    [
        ("fr", "18_h", "9_h_05"),
        ("fr-CA", "18_h", "9_h_05"),
        ("en", "18:00", "09:05"),
        ("en-US", "6:00_PM", "9:05_AM"),
        ("xx", "18:00", "09:05"),
    ],
)
def test_the_parts_of_a_time_stay_on_one_line(lang, evening, morning):
    """A no-break space stands between them; French leaves out the minutes of a full hour."""
    words = [
        word_time(found, lang).replace(NO_BREAK_SPACE, "_") for found in (moment(2, 18), moment(2, 9, 5))
    ]

    assert words == [evening, morning]


@pytest.mark.parametrize(
    ("start", "end", "french", "english"),
    [
        (date(2010, 2, 2), None, "mardi 2 février 2010", "Tuesday, 2 February 2010"),
        (date(2010, 2, 2), date(2010, 2, 2), "mardi 2 février 2010", "Tuesday, 2 February 2010"),
        (
            date(2010, 2, 1),
            date(2010, 2, 3),
            "du 1er au 3 février 2010",
            "1–3 February 2010",
        ),
        (moment(2, 18), None, "mardi 2 février 2010, à 18 h", "Tuesday, 2 February 2010, at 18:00"),
        (
            moment(2, 18),
            moment(2, 21, 30),
            "mardi 2 février 2010, de 18 h à 21 h 30",
            "Tuesday, 2 February 2010, from 18:00 to 21:30",
        ),
        (
            moment(2, 18),
            moment(3, 1),
            "mardi 2 février 2010, de 18 h à 1 h",
            "Tuesday, 2 February 2010, from 18:00 to 01:00",
        ),
        (
            moment(2, 18),
            moment(3, 17),
            "du 2 au 3 février 2010",
            "2–3 February 2010",
        ),
    ],
    ids=["a day", "the same day twice", "days", "an hour", "an evening", "past midnight", "two days"],
)
def test_when_something_takes_place_is_said_in_words(start, end, french, english):
    """An evening that ends after midnight is one evening."""
    assert word_span(start, end, "fr").replace(NO_BREAK_SPACE, " ") == french
    assert word_span(start, end, "en") == english


@pytest.mark.parametrize(
    ("lang", "in_a_month", "in_a_year", "over_new_year"),
    [
        ("fr", "du 2 au 3 février 2010", "du 2 février au 1er mars 2010", "du 2 février 2010 au 1er mars 2011"),
        ("en", "2–3 February 2010", "2 February – 1 March 2010", "2 February 2010 – 1 March 2011"),
        ("en-US", "February 2–3, 2010", "February 2 – March 1, 2010", "February 2, 2010 – March 1, 2011"),
        ("de", "2.–3. Februar 2010", "2. Februar – 1. März 2010", "2. Februar 2010 – 1. März 2011"),
        ("es", "2–3 de febrero de 2010", "2 de febrero – 1 de marzo de 2010", "2 de febrero de 2010 – 1 de marzo de 2011"),
        ("it", "2–3 febbraio 2010", "2 febbraio – 1 marzo 2010", "2 febbraio 2010 – 1 marzo 2011"),
        ("pt", "2–3 de fevereiro de 2010", "2 de fevereiro – 1 de março de 2010", "2 de fevereiro de 2010 – 1 de março de 2011"),
    ],
)  # fmt: skip
def test_days_that_follow_each_other_say_month_and_year_once(lang, in_a_month, in_a_year, over_new_year):
    """What both days share is said with the second only, or as the language has it."""
    first = date(2010, 2, 2)
    ends = (date(2010, 2, 3), date(2010, 3, 1), date(2011, 3, 1))

    said = [word_days(first, end, lang).replace(NO_BREAK_SPACE, " ") for end in ends]

    assert said == [in_a_month, in_a_year, over_new_year]


def test_names_and_numbers_are_listed_as_a_language_does():
    """English puts a comma before the last of three where Americans write it, and groups thousands."""
    assert word_list(["Anne", "Bruno", "Luc"], "fr") == "Anne, Bruno et Luc"
    assert word_list(["Anne"], "es") == "Anne"
    assert word_list([], "es") == ""
    people = [translate_count("{count} person", "{count} people", 12345, lang) for lang in ("fr", "en", "de")]
    assert people == ["12\u202f345 personnes", "12,345 people", "12.345 Personen"]


def test_a_language_has_a_name_a_country_and_a_direction():
    """Readers find their language by its own name, and Arabic runs from right to left."""
    tags = ("fr", "pt-BR", "ar", "he", "no way")

    assert [name_language(tag) for tag in tags] == [
        "Français",
        "Português (Brasil)",
        "العربية",
        "עברית",
        "no way",
    ]
    assert [name_locale(tag) for tag in tags[:4]] == ["fr_FR", "pt_BR", "ar_EG", "he_IL"]
    assert [find_direction(tag) for tag in tags] == ["ltr", "ltr", "rtl", "rtl", "ltr"]


def test_a_month_is_said_long_and_short():
    """One for the archives, one for the block of a date."""
    day = date(2010, 2, 3)

    assert [word_month(day, "fr"), word_month(day, "en")] == ["février 2010", "February 2010"]
    assert [word_short_month(day, "fr"), word_short_month(day, "en")] == ["févr.", "Feb"]


@pytest.mark.parametrize(
    ("count", "french", "english"),
    [(0, "0 personne", "0 people"), (1, "1 personne", "1 person"), (2, "2 personnes", "2 people")],
)
def test_a_number_takes_the_plural_form_of_its_language(count, french, english):
    """Nothing is singular in French, and plural in English."""
    forms = ("{count} person", "{count} people", count)

    assert [translate_count(*forms, lang) for lang in ("fr", "fr-CA", "en", "xx")] == [
        french,
        french,
        english,
        english,
    ]


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("fr", "Bénévolat"),
        ("fr-CA", "Bénévolat"),
        ("fr_CA", "Bénévolat"),
        ("FR", "Bénévolat"),
        ("en", "Volunteer"),
    ]
    + [(lang, "Volunteer") for lang in ("xx", "", "../translations/fr", "fr.po", "\0")],
)
def test_a_word_is_found_in_the_catalogue_of_its_language(lang, expected):
    """Of an unknown language, or what is none, the words are English."""
    assert translate("Volunteer", lang) == expected


def test_nothing_is_translated_to_nothing():
    """The head of a catalogue, which gettext keeps under the empty text, reaches no page."""
    assert translate("", "fr") == ""


def test_a_text_without_translation_stays_as_it_is():
    """A theme may ask for words of its own."""
    assert translate("Guest book of the theme", "fr") == "Guest book of the theme"


def find_texts(argument):
    """Return the texts that an argument can be: one, or both sides of a condition."""
    choices = [argument.body, argument.orelse] if isinstance(argument, ast.IfExp) else [argument]
    return {choice.value for choice in choices if isinstance(choice, ast.Constant)}


def list_messages():
    """Return every text that package and theme ask to have translated, with its plural."""
    found = set()
    for file in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            name = getattr(node.func, "id", "") if isinstance(node, ast.Call) else ""
            if name in {"translate", "translate_count"}:
                for argument in node.args[: 2 if name == "translate_count" else 1]:
                    found |= find_texts(argument)
    for file in [*PACKAGE.rglob("*.html"), *PACKAGE.rglob("*.css"), *(ROOT / "theme").rglob("*.html")]:
        found |= set(re.findall(r"""\b(?:t|translate)\(\s*"([^"]+)\"""", file.read_text(encoding="utf-8")))
    return found


def read_catalogue(path):
    """Return the messages of a catalogue by their English text."""
    return {message.id: message.string for message in read_po(BytesIO(path.read_bytes())) if message.id}


def list_forms(text):
    """Return the forms of a message: one, or singular and plural."""
    return [text] if isinstance(text, str) else list(text)


@pytest.mark.parametrize("path", sorted(CATALOGUES.glob("*.po")), ids=lambda path: path.stem)
def test_every_text_of_the_interface_has_its_translation(path):
    """No page mixes two languages, and no translation waits for a text that is gone."""
    known = {form for text in read_catalogue(path) for form in list_forms(text)}

    assert sorted(list_messages() - known) == []
    assert sorted(known - list_messages()) == []


@pytest.mark.parametrize("path", sorted(CATALOGUES.glob("*.po")), ids=lambda path: path.stem)
def test_a_translation_has_the_places_of_its_text(path):
    """A name that English puts in is put in by every language, and no form is missing."""
    places = re.compile(r"\{\w+\}|%\(\w+\)s")

    wrong = [
        text
        for text, translated in read_catalogue(path).items()
        for form in list_forms(translated)
        if not form or sorted(places.findall(form)) != sorted(places.findall(list_forms(text)[0]))
    ]

    assert wrong == []


def test_the_interface_speaks_six_languages():
    """Each is a file that says of itself which it is, and how it counts; English is in the code."""
    heads = {path.stem: read_po(BytesIO(path.read_bytes())) for path in sorted(CATALOGUES.glob("*.po"))}

    assert set(list_languages()) >= {"de", "en", "es", "fr", "it", "pt"}
    assert [name for name, head in heads.items() if str(head.locale).lower() != name.replace("-", "_")] == []
    wrong = {
        (name, message.id[0])
        for name, head in heads.items()
        for message in head
        if message.id and message.pluralizable and len(message.string) != head.num_plurals
    }
    assert wrong == set()


@pytest.mark.parametrize("path", sorted(CATALOGUES.glob("*.po")), ids=lambda path: path.stem)
def test_translations_are_typeset(path):
    """No straight apostrophe, quotation mark or three dots; messages are also sent where nothing is set."""
    texts = [form for text in read_catalogue(path).values() for form in list_forms(text)]

    assert [text for text in texts if re.search(r"['\"]|\.\.\.|  |^ | $", text)] == []


def test_french_puts_no_plain_space_before_its_double_signs():
    """A colon at the start of a line is an error of typography."""
    texts = [form for text in read_catalogue(CATALOGUES / "fr.po").values() for form in list_forms(text)]

    assert [text for text in texts if re.search(r" [:;!?»]|« |'", text)] == []


def test_words_do_not_depend_on_the_machine():
    """A build on a German machine writes the same French."""
    code = (
        "from event_recap.translation import *; print(ascii(word_span(datetime(2010, 2, 1, 18), None, 'fr')))"
    )
    command = [sys.executable, "-c", code]

    told = {
        subprocess.run(
            command,
            env={
                **os.environ,
                "PYTHONPATH": str(PACKAGE.parent),
                "LC_ALL": name,
                "LANGUAGE": name,
                "TZ": "Asia/Tokyo",
            },
            capture_output=True,
            check=True,
        ).stdout
        for name in ("C", "de_DE.UTF-8")
    }

    assert told == {b"'lundi 1er f\\xe9vrier 2010, \\xe0 18\\xa0h'\n"}


@given(st.text(max_size=12), st.datetimes(timezones=st.just(UTC)))
def test_no_language_tag_breaks_a_page(lang, when):
    """Whatever an author types as the language, the page is made."""
    assert find_locale(lang)
    assert all(
        (
            word_date(when.date(), lang),
            word_time(when, lang),
            word_span(when, None, lang),
            translate("Host", lang),
        )
    )


@pytest.mark.parametrize(
    ("tag", "checked"), [("fr", "fr"), ("pt_BR", "pt-BR"), ("fran çais", ""), (None, ""), ("x", "")]
)
def test_a_language_is_told_only_in_a_form_that_readers_know(tag, checked):
    """An unknown form is left out rather than passed on."""
    assert check_language(tag) == checked
