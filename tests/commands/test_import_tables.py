"""Tables as they really come: any encoding and separator, headers that have to be looked for, hostile cells."""

import io
import json
import zipfile
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from event_recap.commands.importing.assignment import read_named
from event_recap.commands.importing.reading import Wishes, read_guests
from event_recap.commands.importing.source import read_bytes, read_tables
from event_recap.loading.report import UnreadableError
from event_recap.loading.text import has_email
from event_recap.model.identity import build_id


def read(data, suffix=".csv", columns=(), **wishes):
    """Return what is read of an export."""
    data = data if isinstance(data, bytes) else data.encode()
    named = read_named(columns)
    return read_guests(read_tables(data, suffix, named), Wishes(named=named, **wishes))


def names(data, suffix=".csv", **wishes):
    """Return the names that are read of an export."""
    return [guest.shown_name for guest in read(data, suffix, **wishes).guests]


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "cp1252", "latin-1", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_a_table_may_be_saved_in_any_way(codec, sign):
    """Excel, a French Excel, and every other program."""
    text = f"Prénom{sign}Nom{sign}E-mail\r\nZoé{sign}Lœuf-Roy{sign}z@z.example\r\n"

    assert names(text.encode(codec, "replace")) in (["Zoé Lœuf-Roy"], ["Zoé L?uf-Roy"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("sep=;\nNom;Prénom\nRoy;Anne\n", ["Anne Roy"]),
        ('"sep=|"\nNom|Prénom\nRoy|Anne\n', ["Anne Roy"]),
        ("Report\n\nPrinted,2026\n,,\nName,Email\nAnne Roy,a@a.example\n", ["Anne Roy"]),
        ("Name\nAnne Roy\nBo Lune\n", ["Anne Roy", "Bo Lune"]),
        ("First name,Surname\nAnne,Roy\n", ["Anne Roy"]),
        ("Nom,Prénom\nROY Anne,Anne\n", ["ROY Anne"]),
        ("Nome,Cognome\nAnna,Rossi\n", ["Anna Rossi"]),
        ("Vorname;Nachname\nAnna;Roth\n", ["Anna Roth"]),
        ('Name,Email\n"Roy, Anne",a@a.example\n', ["Anne Roy"]),
        ("Name,Email\nAnne Roy (she/her),a@a.example\n", ["Anne Roy"]),
        ("Name,Email\n,\nAnne Roy,\n\n", ["Anne Roy"]),
        ("Name,Company,Company\nAnne Roy,,Firm of the buyer\n", ["Anne Roy"]),
        ('Name,Answer\nAnne Roy,"two\nlines"\nBo Lune,"a ""word"""\n', ["Anne Roy", "Bo Lune"]),
        ("Name,Email\nAnne Roy,a@a.example,more,cells\nBo Lune\n", ["Anne Roy", "Bo Lune"]),
        ("Ton prénom et ton nom ?,Ton équipe ?\nAnne Roy,Rouge\n", ["Anne Roy"]),
        ("名前,メール\n山田花子,y@y.example\n", ["山田花子"]),
    ],
)
def test_the_header_is_found_wherever_it_is(text, expected):
    """Below titles and empty lines, in several languages, and as a question."""
    assert names(text) == expected


def test_a_company_is_never_that_of_the_buyer():
    """A second column of the same name belongs to whoever paid."""
    (guest,) = read("Order code;Attendee name;Company;Company\nA1;Anne Roy;;Firme\n").guests

    assert guest.org == ""


@pytest.mark.parametrize(
    "cell",
    [
        '=HYPERLINK("http://bad.example")',
        "+cmd|' /C calc'!A0",
        "@SUM(1)",
        "-1+1",
        "a@b.example",
        "+33 6 12 34 56 78",
    ],
)
def test_a_cell_that_is_no_fact_is_left_behind(cell):
    """What a spreadsheet would run, an address and a telephone number are kept nowhere, whatever the column says."""
    quoted = cell.replace('"', '""')
    reading = read(f'Name,Company,Job title\nAnne Roy,"{quoted}","{quoted}"\n"{quoted}",Firm,\n')

    (guest,) = reading.guests
    assert (guest.name, guest.org, guest.job_title) == ("Anne Roy", "", "")
    assert reading.nameless == [3]
    assert sum(reading.leavings.counts.values()) == 3


def test_the_sign_that_guards_a_cell_is_taken_off():
    """Other programs put an apostrophe before a handle, so that no spreadsheet runs it."""
    (guest,) = read("Name,Twitter\nAnne Roy,'@anneroy\n").guests

    assert guest.profiles == {"x": "anneroy"}


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://anne.example/", "https://anne.example/"),
        ("anne.example", "https://anne.example"),
        ("https://shop.example/?token=abc", ""),
        ("https://me:pass@anne.example/", ""),
        ("javascript:alert(1)", ""),
    ],
)
def test_an_address_that_may_hold_a_secret_is_left_behind(url, kept):
    """Only what everybody may open is kept."""
    (guest,) = read(f"Name,Website\nAnne Roy,{url}\n").guests

    assert guest.url == kept


@pytest.mark.parametrize(
    ("text", "suffix", "line", "what"),
    [
        ('Name,Email\nAnne,a\n"Bo,b\nLi,c\n', ".csv", 3, "a quotation mark that opens here is never closed"),
        ("Colour,Size\nred,1\n", ".csv", 0, "no column holds names"),
        ("Email,Phone\na@a.example,1\n", ".csv", 0, "no column holds names among Email, Phone"),
        ('{"people": [', "", 1, "not JSON"),
        ('{"rooms": [{"name": "A"}]}', "", 0, "no list of people in this JSON"),
        ("BEGIN:VCARD\nVERSION:4.0\n", ".vcf", 0, "no card of this file can be read"),
        ("PK\x03\x04", ".xlsx", 0, "this workbook cannot be read"),
        ("\x89PNG\0\1", ".png", 0, "no list that can be read"),
        ("Name\n" + "Anne\n" * 20_001, ".csv", 20_001, "too many lines"),
        ("Name\n" + ",".join("x" * 1_001), ".csv", 2, "too many cells"),
    ],
)
def test_what_cannot_be_read_is_told_in_one_line(text, suffix, line, what):
    """With the line of the file, where there is one, and what to do."""
    with pytest.raises(UnreadableError, match=what) as told:
        read(text, suffix)

    assert told.value.line == line


@pytest.mark.parametrize(
    ("columns", "what"),
    [
        (["name"], 'write "HEADER=name"'),
        (["Qui=nmae"], "did you mean 'name'"),
        (["Email=note"], "this column is private"),
    ],
)
def test_a_column_that_is_named_wrongly_is_told(columns, what):
    """And one that is private stays so, whatever is said of it."""
    with pytest.raises(UnreadableError, match=what):
        read_named(columns)


def test_the_author_may_say_what_a_column_is():
    """Also to keep what people wrote, which is never kept unasked."""
    text = 'Horodateur,Qui vient ?,Un mot ?\n2026,Anne Roy,"Vive le café,\nle soir"\n2026,Bo,Écrire à b@b.example\n'

    first, second = read(text, columns=["Qui vient ?=name", "Un mot ?=note"]).guests

    assert (first.name, first.note) == ("Anne Roy", "Vive le café,\nle soir")
    assert (second.name, second.note) == ("Bo", "")


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ("https://anne.example,,", []),
        ("Anne Roy,a b,not a handle!", [("Anne Roy", "", {})]),
        ("Anne Roy,@anne@social.example,", [("Anne Roy", "", {"mastodon": "@anne@social.example"})]),
        (",@anne@social.example,", [("@anne@social.example", "", {"mastodon": "@anne@social.example"})]),
        ("Anne Roy,,none", [("Anne Roy", "", {})]),
        (
            "Anne Roy,,https://twitter.com/anne/lists/all",
            [("Anne Roy", "", {"x": "https://twitter.com/anne/lists/all"})],
        ),
    ],
)
def test_handles_are_kept_where_they_are_some(cells, expected):
    """An account of the Fediverse, with its server, is a profile."""
    guests = read(f"Name,Handle,Twitter\n{cells}\n").guests

    assert [(guest.name, guest.handle, guest.profiles) for guest in guests] == expected


def test_a_day_that_is_none_is_no_day_since():
    """Lines that say nothing of when are left out where days count."""
    text = "First Name,Last Name,Connected On\nAnne,Roy,31 Feb 2026\nBo,Lune,soon\nLi,Na,2 May 2026\n"

    assert names(text, since=date(2026, 5, 1)) == ["Li Na"]


def test_the_speakers_of_a_schedule_are_read():
    """A schedule of pretalx is JSON, with people deep inside."""
    days = [
        {
            "rooms": {
                "Salle": [{"title": "Torréfier", "persons": [{"public_name": "Anne Roy", "biography": "…"}]}]
            }
        }
    ]

    (guest,) = read(json.dumps({"schedule": {"conference": {"days": days}}}), ".json").guests

    assert (guest.name, guest.roles) == ("Anne Roy", ("speaker",))


@pytest.mark.parametrize("text", ['[{"a":' * 50_000, '{"a":' * 60 + "[]" + "}" * 60])
def test_json_nested_too_deep_is_told(text):
    """And the program goes on."""
    with pytest.raises(UnreadableError):
        read(text, ".json")


def test_a_workbook_that_unpacks_to_too_much_is_told(monkeypatch):
    """Before any of it is unpacked."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("xl/workbook.xml", "0" * 10_000)
    monkeypatch.setattr("event_recap.commands.importing.workbook._UNPACKED_LIMIT", 1_000)

    with pytest.raises(UnreadableError, match="this workbook is too large"):
        read(packed.getvalue(), ".xlsx")


def test_a_file_that_is_too_long_is_not_read(tmp_path, monkeypatch):
    """However long it is, no more than the limit is ever held."""
    monkeypatch.setattr("event_recap.commands.importing.source.SIZE_LIMIT", 10)
    (tmp_path / "long.csv").write_text("Name\nAnne Roy\n")

    with pytest.raises(UnreadableError, match="too long: more than"):
        read_bytes(str(tmp_path / "long.csv"))


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("Li", "Na", ["Li Na"]),
        ("Jennifer", "Null", ["Jennifer Null"]),
        ("Bo", "None", ["Bo"]),
        ("Info Requested", "Info Requested", []),
        ("Guest", "", []),
        ("N/A", "n/a", []),
    ],
)
def test_only_what_stands_for_nobody_is_nobody(first, last, expected):
    """Null and Na are names that people have."""
    assert names(f"First Name,Last Name\n{first},{last}\n") == expected


def test_a_buyer_stands_for_a_ticket_only_where_that_is_asked():
    """Whoever paid may never have come."""
    text = "Order Name,Ticket Full Name,Ticket Reference\nPaul Payeur,,1\nPaul Payeur,Anne Roy,2\n"

    assert names(text) == ["Anne Roy"]
    assert names(text, with_buyers=True) == ["Paul Payeur", "Anne Roy"]


def test_the_door_counts_only_where_it_was_used():
    """A list of which nobody was checked in says nothing of who came."""
    unused = "Name,Status,Checked in\nAnne Roy,Paid,No\nBo Lune,Paid,\n"

    assert names(unused) == ["Anne Roy", "Bo Lune"]
    assert names(unused.replace("Paid,No", "Paid,Yes")) == ["Anne Roy"]


PASTED = """\
Étaient là :
1. Anne Roy
2) Bo Lune <bo@lune.example>
- [x] Clara Bois (Café Lune)
* Tremblay, Luc
• @cafelune
Zoé Martin – 06 12 34 56 78
Ali, Bea et Chloé
https://example.org/nobody
"""


def test_a_pasted_list_is_read_as_people_write_it():
    """Bullets, numbers, addresses and remarks are no part of a name."""
    assert names(PASTED, "") == [
        *("Anne Roy", "Bo Lune", "Clara Bois", "Luc Tremblay", "cafelune", "Zoé Martin"),
        *("Ali", "Bea", "Chloé"),
    ]


def test_one_sentence_of_names_is_a_list():
    """As it stands at the end of many a report."""
    assert names("Anne Roy, Bo Lune et Clara Bois.", "") == ["Anne Roy", "Bo Lune", "Clara Bois"]


def test_cards_that_cannot_be_read_do_not_hide_the_others():
    """One damaged contact of an old phone is left out."""
    card = "BEGIN:VCARD\nVERSION:3.0\nFN:{}\nN:;;;;\nEND:VCARD\n"

    assert names(card.format("Anne Roy") + "BEGIN:VCARD\nFN\nEND:VCARD\n" + card.format("Bo"), ".vcf") == [
        "Anne Roy",
        "Bo",
    ]


@given(st.text(max_size=300))
def test_no_text_breaks_the_reader(text):
    """Whatever is pasted, names come of it, or one line that says why not; no address is among them."""
    try:
        reading = read(text, "")
    except UnreadableError:
        return

    assert all(build_id(guest.id) for guest in reading.guests)
    assert not any(has_email(guest.name) for guest in reading.guests)
