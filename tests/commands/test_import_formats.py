"""Every kind of export becomes the same short entries; what is private in it goes nowhere."""

import io
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

SITE = {"pages/about.md": "---\ntitle: About\n---\nUs.\n"}
EXPORTS = Path(__file__).parent / "exports"
SECRET = "zzsecret"
"""Stands in every private cell of the exports, and in every answer that nobody asked to keep."""
ZOE = "{name: Zoé Lune-Martin, visibility: counted}"
BARE = "{name: Anne Tremblay, visibility: counted}"
WITH_ORG = "{name: Anne Tremblay, org: Café Lune, visibility: counted}"
WITH_JOB = "{name: Anne Tremblay, org: Café Lune, job_title: Roaster, visibility: counted}"
SPEAKING = "{name: Zoé Lune-Martin, role: speaker, visibility: counted}"
HELPING = "{name: Zoé Lune-Martin, role: volunteer, visibility: counted}"
ORGANIZING = "{name: Anne Tremblay, role: organizer, visibility: counted}"
FEDERATED = "{name: Anne Tremblay, profiles: {mastodon: '@anne@mobilizon.example'}, visibility: counted}"
WITH_URL = "{name: Anne Tremblay, org: Café Lune, job_title: Roaster, url: https://anne.example/, visibility: counted}"
FORMATS = {
    "eventbrite.csv": (
        "Eventbrite",
        [
            "{name: Anne Tremblay, role: speaker, org: Café Lune, job_title: Roaster, visibility: counted}",
            ZOE,
        ],
    ),
    "luma.csv": ("Luma", [BARE, ZOE]),
    "meetup.xls": ("Meetup", [ORGANIZING, ZOE]),
    "meetup-members.xls": ("Meetup", [ORGANIZING, ZOE]),
    "tito.csv": ("Tito", [WITH_JOB, SPEAKING]),
    "pretix.csv": ("pretix", [WITH_ORG, SPEAKING]),
    "pretix-de.csv": ("pretix", [WITH_ORG, SPEAKING]),
    "pretix.json": ("pretix", [WITH_ORG, ZOE]),
    "pretalx.csv": ("pretalx", ["{name: Anne Tremblay, role: speaker, visibility: counted}", SPEAKING]),
    "indico.csv": ("Indico", [WITH_JOB, ZOE]),
    "indico-registrations.csv": ("Indico", [WITH_JOB, ZOE]),
    "helloasso.csv": ("HelloAsso", [BARE, HELPING]),
    "weezevent.csv": ("Weezevent", [BARE, HELPING]),
    "ticket-tailor.csv": ("Ticket Tailor", [WITH_ORG, ZOE]),
    "zoom.csv": ("Zoom", ["{name: Marie Hôte, role: host, visibility: counted}", SPEAKING, WITH_JOB]),
    "google-contacts.csv": ("Google Contacts", [WITH_URL, ZOE]),
    "google-contacts-new.csv": ("Google Contacts", [WITH_JOB, ZOE]),
    "google-forms.csv": (
        "Google Forms",
        ["{name: Anne Tremblay, org: Café Lune, profiles: {x: annetremblay}, visibility: counted}", ZOE],
    ),
    "google-forms-en.csv": ("Google Forms", [BARE, ZOE]),
    "mobilizon.csv": ("Mobilizon", [FEDERATED, ZOE]),
    "mobilizon-fr.csv": ("Mobilizon", [FEDERATED, ZOE]),
    "connpass.csv": (
        "connpass",
        [
            "{name: Anne Tremblay, handle: annetremblay, visibility: counted}",
            "{name: Zoé Lune-Martin, handle: zoelune, visibility: counted}",
        ],
    ),
    "open-event.csv": ("Open Event", [WITH_ORG, ZOE]),
    "open-event-speakers.csv": (
        "Open Event",
        [
            (
                "{name: Anne Tremblay, role: speaker, org: Café Lune, job_title: Roaster, url: https://anne.example/, "
                "profiles: {x: annetremblay, github: annetremblay}, visibility: counted}"
            ),
            SPEAKING,
        ],
    ),
    "any-table.csv": ("a table", ["{name: Anne TREMBLAY, org: Café Lune, visibility: counted}", ZOE]),
    "contacts.vcf": ("contact cards", [WITH_URL, ZOE]),
    "pasted.txt": ("a list of names", [BARE, ZOE]),
}


def list_entries(text):
    """Return the entries of a list, as they are written."""
    lines = text.partition("\nattendees:\n")[2].splitlines()
    return [line.removeprefix("  - ") for line in lines]


@pytest.mark.parametrize("name", FORMATS)
def test_an_export_becomes_entries_that_are_only_counted(write_site, run, read, name):
    """Payers, cancelled tickets and people who did not come are no entries, nobody is twice in the list, and
    nothing private is written or shown.
    """
    write_site(SITE)
    service, entries = FORMATS[name]

    done = run("import", str(EXPORTS / name), "--event", "soir-1", "--yes")

    assert done.err == ""
    assert done.code == 0
    assert f"read as {service}, {len(entries)} people" in done.out
    assert list_entries(read("attendees/soir-1.yml")) == entries
    assert SECRET not in (read("attendees/soir-1.yml") + done.out).casefold()


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("eventbrite.csv", ["left out, Attendee Status 'Refunded': line 5", "nobody is named: line 6"]),
        ("luma.csv", ["left out, not checked in: line 4", "left out, approval_status 'declined': line 5"]),
        (
            "tito.csv",
            [
                "left out, Void Status 'Voided': line 4",
                "line 5; --buyers takes whoever bought",
                "Unique Ticket URL, Unique Order URL",
            ],
        ),
        ("helloasso.csv", ["left out, Statut de la commande 'Remboursé': line 4", "Email payeur"]),
        ("weezevent.csv", ["Prénom acheteur, Nom acheteur, E-mail acheteur"]),
        ("ticket-tailor.csv", ["left out, Order cancelled 'Yes': line 4", "these are the names of buyers"]),
        (
            "zoom.csv",
            ["left out, not checked in: line 15", "1 line is of somebody who stands on another line"],
        ),
        ("connpass.csv", ["left out, 参加ステータス 'キャンセル': line 5"]),
        ("google-forms.csv", ["private, dropped before anything was kept: Adresse e-mail, Allergies"]),
        ("contacts.vcf", ["private, dropped before anything was kept: EMAIL, TEL, ADR, BDAY"]),
    ],
)
def test_whoever_imports_reads_what_was_left_behind(write_site, run, name, told):
    """Lines are told by their number and reason, columns by their name; no value is."""
    write_site(SITE)

    done = run("import", str(EXPORTS / name), "--event", "soir-1", "--dry-run")

    assert [words for words in told if words not in done.out] == []


def test_connections_of_one_evening_are_picked_by_their_day(write_site, run, read):
    """A file of LinkedIn holds everybody whom one knows."""
    write_site(SITE)
    file = str(EXPORTS / "linkedin.csv")

    done = run("import", file, "--event", "soir-1", "--yes", "--since", "2026-05-02")

    assert "left out, of an earlier day: line 7" in done.out
    assert SECRET not in read("attendees/soir-1.yml") + done.out
    assert list_entries(read("attendees/soir-1.yml")) == [
        (
            "{name: Anne Tremblay, org: Café Lune, job_title: Roaster, profiles: {linkedin: exemple-anne-tremblay}, "
            "visibility: counted}"
        ),
        "{name: Zoé Lune-Martin, profiles: {linkedin: exemple-zoe}, visibility: counted}",
    ]


BILLETWEB = [
    ["Billet", "Nom", "Prénom", "Email", "Séance", "Tarif", "Payé", "Valide"],
    [f"{SECRET}1", "Tremblay", "Anne", f"anne.{SECRET}@mail.example", "2 mai", "Adulte", "Oui", "Oui"],
    [f"{SECRET}2", "Lune-Martin", "Zoé", "", "2 mai", "Bénévole", "Oui", "Oui"],
    [f"{SECRET}3", "Absent", "Gaston", "", "2 mai", "Adulte", "Oui", "Non"],
]
PARTS = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
    "</Types>",
    "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship '
    'Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>'
    '<sheet name="Participants" sheetId="1" r:id="r1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" '
    'Target="worksheets/sheet1.xml"/></Relationships>',
}


def build_workbook(rows):
    """Return the bytes of a workbook with one sheet of texts."""
    cells = "".join(
        "<row>" + "".join(f'<c t="inlineStr"><is><t>{escape(cell)}</t></is></c>' for cell in row) + "</row>"
        for row in rows
    )
    sheet = f'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{cells}</sheetData></worksheet>'
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as book:
        for name, text in {**PARTS, "xl/worksheets/sheet1.xml": sheet}.items():
            book.writestr(name, text)
    return packed.getvalue()


def test_a_workbook_is_read_as_it_is_downloaded(write_site, run, read, tmp_path):
    """Billetweb exports a workbook; nobody has to save it as something else first."""
    write_site(SITE)
    (tmp_path / "export.xlsx").write_bytes(build_workbook(BILLETWEB))

    done = run("import", "export.xlsx", "--event", "soir-1", "--yes")

    assert "read as Billetweb, 2 people" in done.out
    assert "left out, Valide 'Non': line 4" in done.out
    assert list_entries(read("attendees/soir-1.yml")) == [BARE, HELPING]
    assert SECRET not in read("attendees/soir-1.yml")
