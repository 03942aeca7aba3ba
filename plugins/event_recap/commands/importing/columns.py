"""What a column means, whatever an export calls it, in several languages.

An allow-list: a column without a meaning is dropped, so that nothing is kept because nobody thought of it.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from ...loading.vocabulary import PRIVATE, fold_key

NAMING = frozenset({"name", "first_name", "last_name"})
"""Meanings of which one at least makes a table a list of people."""
NETWORK_MEANINGS = ("x", "mastodon", "bluesky", "linkedin", "github", "gitlab", "instagram", "facebook")
"""Meanings that are profiles, by the network's key."""
KEPT = (*sorted(NAMING), "handle", "org", "job_title", "role", "url", *NETWORK_MEANINGS)
"""Meanings whose values are written; in this order they are told."""
DECIDING = ("status", "cancelled", "checked_in", "since")
"""Meanings that decide who is imported, and are not written."""
BUYER = "buyer."
"""Begins the meaning of a column about whoever paid."""

_LONGEST_NAME = 60
"""Characters of a column's name; more is a question, or no name of a column at all."""
_WORDS = {
    "name": """name | full name | display name | real name | attendee | attendee name | participant |
        participant name | guest name | public name | user name (original name) | name (original name) |
        nom | nom complet | nom et prénom | prénom et nom | prénom nom | nom prénom | nom du participant |
        nom de l'invité | naam | nombre | nombre completo | nombre y apellidos | nome | nome completo |
        teilnehmer | teilnehmername | vollständiger name | vor- und nachname |
        表示名 | 名前 | 氏名 | お名前""",
    "first_name": """first name | first | given name | forename | prénom | prenoms | vorname | voornaam |
        nombre de pila | primeiro nome | firstname | 名""",
    "last_name": """last name | last | surname | family name | nom de famille | nachname | familienname |
        achternaam | apellido | apellidos | cognome | sobrenome | apelido | 姓""",
    "handle": "handle | username | user name | pseudo | pseudonyme | screen name | ユーザー名",
    "org": """company | company name | organisation | organization | organization name | employer |
        affiliation | institution | société | entreprise | nom de l'entreprise | nom de la société |
        structure | organisme | association | firma | unternehmen | bedrijf | empresa | azienda |
        organization 1 - name | 会社名 | 所属""",
    "job_title": """job title | title | job | position | poste | fonction | métier | profession |
        occupation | intitulé du poste | funktion | beruf | puesto | cargo | functie |
        organization title | organization 1 - title | 役職""",
    "role": "role | rôle | roles | ticket type | ticket name | type de billet | ticket | category | 参加枠名",
    "url": "website | web site | site web | site internet | site | homepage | blog | website 1 - value",
    "x": "twitter | x | twitter handle | x handle | compte twitter | twitter username | twitter / x",
    "mastodon": "mastodon | mastodon handle | compte mastodon | fediverse",
    "bluesky": "bluesky | bluesky handle | compte bluesky",
    "linkedin": "linkedin | linkedin url | linkedin profile | profil linkedin | linkedin profile url",
    "github": "github | github username | compte github | github handle",
    "gitlab": "gitlab | gitlab username",
    "instagram": "instagram | compte instagram",
    "facebook": "facebook | compte facebook",
    "status": """status | statut | attendee status | approval status | approval_status | order status |
        statut de la commande | statut du billet | participant status | statut du participant |
        registration state | registration status | état | etat | rsvp | confirmed | valide | valid |
        statut de l'inscription | orders.status | estado | stato | 参加ステータス""",
    "cancelled": "order cancelled | cancelled | canceled | annulé | void status | storniert | refunded",
    "checked_in": """checked in | checked_in_at | checked in at | check-in | check in |
        attended | attendance | attendance? | présent | présence | scanné | checkin | checked-in |
        utilisé | 出欠ステータス""",
}
_PRIVATE_PARTS = re.compile(
    r"e-?mail|courriel|\bmel\b|phone|mobile|\bcell\b|\bt[eé]l\b|telefon|\bfax\b|address|adresse|street|"
    r"\brue\b|zip|post ?code|code postal|\bplz\b|city|ville|birth|naissance|geburt|\bbday\b|\bage\b|gender|"
    r"\bsexe?\b|\bip\b|payment|paiement|payeur|price|prix|tarif|montant|amount|paid|pay[eé]|fee|tax|iban|card|"
    r"currency|coupon|discount|promo|invoice|factur|order|commande|barcode|code[- ]barre|qr|secret|token|"
    r"unique|ticket.*url|transaction|eth_|solana|diet|allerg|régime|\btel\b|\badr\b|メール|電話|住所",
    re.IGNORECASE,
)
"""Parts of names of columns that are private; to tell them apart from those that are only unknown."""
_NUMBER = re.compile(r"#|№|\bn[°º]|\bnum[eé]ro\b|\bnumber\b", re.IGNORECASE)
"""In the name of a column that numbers people, not names them."""
_BUYER_WORDS = """
    buyer purchaser payer payeur acheteur acheteuse customer client invoice billing order orders
    facturation facture commande rechnung rechnungsadresse kaufer comprador booker
"""
_FILLER_WORDS = """
    attendee attendees participant participante participants guest ticket visitor visiteur invite
    teilnehmer speaker registrant inscrit asistente your votre vos ton ta tes le la les l de du des d
    the of s
"""
_BUYERS = frozenset(_BUYER_WORDS.split())
_FILLERS = frozenset(_FILLER_WORDS.split())
"""Words around the one that counts, such as ``Attendee first name`` and ``Votre nom``."""
_LOOSE = (
    (
        "name",
        re.compile(
            r"(?=.*\b(?:pr[eé]nom))(?=.*\bnom\b)|full name|your name|ton nom|votre nom|appelles?",
            re.IGNORECASE,
        ),
    ),
    ("first_name", re.compile(r"pr[eé]nom|first name|given name", re.IGNORECASE)),
    ("last_name", re.compile(r"nom de famille|last name|family name|surname", re.IGNORECASE)),
    ("name", re.compile(r"\b(?:nom|names?)\b|名前", re.IGNORECASE)),
)
"""Meanings of questions that hold a word for a name; asked only of tables without a better column."""
_NOT_A_NAME = re.compile(
    r"event|événement|company|entreprise|soci[eé]t[eé]|organi|ticket|billet|file|team|[eé]quipe|domain|"
    r"project|projet",
    re.IGNORECASE,
)


def _fold_words(words: str) -> frozenset[str]:
    return frozenset(fold_key(word) for word in words.split("|"))


_MEANINGS = {folded: meaning for meaning, words in _WORDS.items() for folded in _fold_words(words)}


@lru_cache(maxsize=4096)
def find_meaning(column: str) -> str:
    """Return what a column means; empty for one that has none here.

    >>> [find_meaning(name) for name in ("Prénom participant", "Ticket First Name", "Email", "Order Name")]
    ['first_name', 'first_name', '', 'buyer.name']
    """
    folded = fold_key(column)
    if _NUMBER.search(column):
        return ""
    if folded in _MEANINGS:
        return _MEANINGS[folded]
    words = _split(column)
    rest = [word for word in words if word not in _FILLERS]
    buyer = BUYER if any(word in _BUYERS for word in rest) else ""
    meaning = _MEANINGS.get("".join(word for word in rest if word not in _BUYERS), "")
    if buyer:
        return buyer + meaning if meaning in NAMING else ""
    return (
        meaning
        if len(rest) < len(words) and meaning in {*NAMING, "org", "job_title", *NETWORK_MEANINGS}
        else ""
    )


def guess_name(column: str) -> str:
    """Return which part of a name a question asks for; empty for other questions.

    >>> guess_name("Quel est ton prénom et ton nom ?"), guess_name("Nom de ton entreprise")
    ('name', '')
    """
    if _NOT_A_NAME.search(column) or is_private_column(column):
        return ""
    return next((meaning for meaning, pattern in _LOOSE if pattern.search(column)), "")


def is_private_column(column: str) -> bool:
    """Tell whether a column holds what is nobody's business, such as an e-mail address."""
    return fold_key(column) in PRIVATE or _PRIVATE_PARTS.search(column) is not None


def is_known_column(column: str) -> bool:
    """Tell whether a cell looks like the name of a column."""
    return len(column) < _LONGEST_NAME and bool(find_meaning(column) or fold_key(column) in PRIVATE)


def _split(column: str) -> list[str]:
    """Return the words of a column's name, without accents and capitals."""
    plain = unicodedata.normalize("NFKD", column.casefold())
    return re.findall(r"[^\W_]+", "".join(sign for sign in plain if not unicodedata.combining(sign)))
