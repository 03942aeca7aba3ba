"""The services whose exports are known, as a table: by which columns each is told, and what is its own there.

A new service, or another language of one, is a line here. The general words stand in ``columns``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ...loading.vocabulary import fold_key
from .columns import NAMING
from .statuses import CAME, LEFT

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from .statuses import Fate


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """One kind of export."""

    name: str
    signs: tuple[str, ...]
    """Columns, apart by ``|``, that all stand in it; several where it has several forms or languages."""
    columns: Mapping[str, str] = field(default_factory=dict)
    """What columns mean in this export alone; empty for one that is dropped here."""
    statuses: Mapping[str, Fate] = field(default_factory=dict)
    """Words for a status that mean this in this export alone."""
    titles: Mapping[str, str] = field(default_factory=dict)
    """Role of the people below a title inside the file; ``-`` where they are nobody's name."""
    role: str = ""
    """Role of everybody in it."""
    advice: str = ""
    """What the author must know of it."""


_CONTACTS = "everybody you know, not who was there: take the others out first"
SERVICES = (
    Service(
        name="Luma",
        signs=(
            "approval_status | api_id",
            "approval_status | qr_code_url",
            "approval_status | checked_in_at",
        ),
    ),
    Service(
        name="Tito",
        signs=("Ticket Full Name | Ticket Reference", "Ticket First Name | Order Reference"),
        columns={"Ticket": "role", "Void Status": "cancelled"},
    ),
    Service(
        name="Zoom",
        signs=(
            "User Name (Original Name)",
            "Name (Original Name)",
            "Attended | Join Time",
            "User Name | Join Time",
        ),
        columns={
            "User Name": "name",
            "Approval Status": "status",
            "Attended": "checked_in",
            "Leave Time": "",
            "Time in Session (minutes)": "",
            "Is Guest": "",
            "Country/Region Name": "",
        },
        titles={"Host Details": "host", "Panelist Details": "speaker", "Other Attended": "-"},
    ),
    Service(
        name="Meetup",
        signs=("URL of Member Profile", "User ID | Joined Group on"),
        columns={"Title": "role", "Attendance?": "checked_in", "Notes": ""},
    ),
    Service(
        name="LinkedIn",
        signs=("First Name | Last Name | Connected On",),
        columns={"URL": "linkedin", "Connected On": "since"},
        advice=f"{_CONTACTS}, or say '--since DAY' for those of that evening",
    ),
    Service(
        name="Google Contacts",
        signs=("Given Name | Family Name | Group Membership", "First Name | Last Name | Labels | File As"),
        columns={"Nickname": "", "Labels": ""},
        advice=_CONTACTS,
    ),
    Service(
        name="Open Event",
        signs=("Order# | Ticket Name | Payment Mode",),
        columns={"Ticket Name": "role", "Ticket Type": ""},
        statuses={"placed": CAME},
    ),
    Service(
        name="Open Event",
        signs=("Speaker Name | Speaker Email",),
        columns={"Speaker Bio": "", "Speaker Website": "url", "Speaker Facebook": ""},
        role="speaker",
    ),
    Service(
        name="Eventbrite",
        signs=(
            "Attendee # | Order #",
            "Attendee Status | Order #",
            "Order # | First Name | Last Name | Ticket Type",
            "N° de commande | Statut du participant",
            "Numéro de commande | Prénom | Nom | Type de billet",
        ),
    ),
    Service(
        name="pretix",
        signs=(
            "Order code | Position ID",
            "Order code | Attendee name",
            "Bestellnummer | Teilnehmername",
            "Code de commande | Nom du participant",
            "attendee_name | orders.code",
            "attendee_name | attendee_email",
        ),
        columns={"Product": "role", "Produkt": "role", "Produit": "role", "item": "", "name": ""},
        statuses={"p": CAME, "n": LEFT, "e": LEFT, "c": LEFT, "r": LEFT},
    ),
    Service(
        name="pretalx",
        signs=("name | email | confirmed", "public_name | code", "name | biography | code"),
        role="speaker",
    ),
    Service(
        name="Indico",
        signs=(
            "Affiliation | Position | Registration state",
            "Name | Email Address | Registration state",
            "first_name | last_name | affiliation | position",
        ),
    ),
    Service(
        name="HelloAsso",
        signs=("Statut de la commande | Nom participant", "Nom participant | Nom payeur"),
        columns={"Raison sociale": "", "Billet": "", "Tarif": "role"},
    ),
    Service(
        name="Weezevent",
        signs=("Numéro de commande | Prénom participant", "Numéro de commande | Nom participant"),
        columns={"Tarif": "role"},
    ),
    Service(
        name="Billetweb",
        signs=("Séance | Tarif | Nom", "Payé | Valide | Nom", "Commande | Billet | Tarif | Nom"),
        columns={"Tarif": "role", "Billet": ""},
    ),
    Service(
        name="Ticket Tailor",
        signs=("Order ID | Tickets purchased", "Order ID | Order cancelled"),
        columns={"Address 1": ""},
        advice="these are the names of buyers; the list of attendees, an export of its own, has everybody",
    ),
    Service(
        name="connpass",
        signs=("参加枠名 | ユーザー名", "ユーザー名 | 表示名"),
    ),
    Service(
        name="Mobilizon",
        signs=(
            "Participant name | Participant status",
            "Nom du⋅de la participant⋅e | Statut du⋅de la participant⋅e",
            "Nom du participant | Statut du participant",
            "Teilnehmername | Teilnehmerstatus",
        ),
        columns={
            "Nom du⋅de la participant⋅e": "name",
            "Statut du⋅de la participant⋅e": "status",
            "Teilnehmerstatus": "status",
        },
    ),
    Service(
        name="Google Forms",
        signs=("Timestamp", "Horodateur", "Zeitstempel", "Marca temporal", "Informações cronológicas"),
    ),
    Service(
        name="contact cards",
        signs=("FN", "given name | family name | VERSION"),
        columns={"FN": "name", "ORG": "org", "TITLE": "job_title", "ROLE": "", "URL": "url", "NICKNAME": ""},
    ),
    Service(name="a list of names", signs=("name | handle | what stands after a name",)),
)
_TITLES = {"speakers": "speaker", "persons": "speaker"}
"""Roles of people in lists of JSON."""
PLAIN = Service(name="a table", signs=())
"""Any other table with names in it."""
_KNOWN = tuple(
    (service, frozenset(fold_key(column) for column in sign.split("|")))
    for service in SERVICES
    for sign in service.signs
)
OWN_COLUMNS = frozenset(fold_key(column) for service in SERVICES for column in service.columns) | frozenset(
    column for _, sign in _KNOWN for column in sign
)
"""Names of columns that some service uses."""
OWN_NAMES = frozenset(
    fold_key(column)
    for service in SERVICES
    for column, meaning in service.columns.items()
    if meaning in NAMING
)
"""Those of them that hold names there."""


def recognise(columns: Iterable[str]) -> Service:
    """Return the service that made a table, as its columns tell.

    >>> recognise(["Nom participant", "Prénom participant", "Nom payeur", "Email payeur"]).name
    'HelloAsso'
    """
    folded = {fold_key(column) for column in columns}
    return next((service for service, sign in _KNOWN if sign <= folded), PLAIN)


def find_own_meaning(service: Service, column: str) -> str | None:
    """Return what a column means in the exports of one service alone; None where it is as everywhere."""
    folded = fold_key(column)
    return next((meaning for name, meaning in service.columns.items() if fold_key(name) == folded), None)


def find_title_role(service: Service, title: str) -> str:
    """Return the role of everybody below a title; ``-`` where they are nobody's name, else perhaps empty."""
    folded = fold_key(title)
    found = next((role for name, role in service.titles.items() if fold_key(name) == folded), "")
    return found or _TITLES.get(folded, "") or service.role
