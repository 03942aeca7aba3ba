"""Who came, as far as an export tells: statuses in several languages, cancelled orders, the door."""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING

from ...loading.spellings import NO, YES
from ...loading.vocabulary import fold_key

if TYPE_CHECKING:
    from collections.abc import Mapping


class Fate(Enum):
    """What becomes of a line."""

    CAME = "came"
    """Is or was coming."""
    LEFT = "left out"
    """Cancelled, refunded, refused, waiting, or never there."""
    UNKNOWN = "unknown"
    """Of a word that is not known here."""


CAME, LEFT, UNKNOWN = Fate.CAME, Fate.LEFT, Fate.UNKNOWN

_CAME = """
    attending | going | yes | approved | accepted | confirmed | paid | valid | validated | complete
    | completed | registered | checked in | check in | attended | present | participant |
    participating | moderator | administrator | creator | host | active | issued | used | speaker |
    panelist | member | on site | in person | remote | virtual | paid (overpaid) | attendee | oui |
    participe | participera | approuvé | accepté | confirmé | payé | payée | valide | validé |
    validée | inscrit | inscrite | présent | présente | participante | modérateur | modératrice |
    modérateur⋅ice | administrateur | administratrice | administrateur⋅ice | créateur | créatrice |
    créateur⋅ice | terminé | réglé | utilisé | participant⋅e | enregistré | enregistrée | en règle |
    ja | bezahlt | bestätigt | angemeldet | teilgenommen | teilnehmer | sí | pagado | confirmado |
    asistente | sim | pago | confermato | pagato | 参加 | 出席 | 受付済 | 参加者
"""
_LEFT = """
    cancelled | canceled | refunded | partially refunded | declined | rejected | refused | deleted |
    void | voided | expired | invited | pending | waitlist | waitlisted | waiting list | on waitlist
    | waiting | no | not attending | not going | no show | no-show | absent | missing | unpaid | not
    approved | not confirmed | withdrawn | blocked | transferred | denied | abandoned | failed |
    pending (overdue) | pending approval | annulé | annulée | remboursé | remboursée | refusé |
    refusée | rejeté | rejetée | supprimé | supprimée | expiré | expirée | en attente | liste
    d'attente | en liste d'attente | non | absente | invité | invitée | non payé | impayé | non
    approuvé | non approuvée | non confirmé | non confirmée | abandonné | échoué | en attente de
    paiement | contesté | nein | storniert | erstattet | ausstehend | abgelehnt | abgelaufen |
    warteliste | nicht genehmigt | nicht bestätigt | cancelado | reembolsado | pendiente | pendente
    | rechazado | annullato | rimborsato | キャンセル | 参加キャンセル | 欠席 | 補欠 | 抽選 | 落選
"""
_WORDS = {
    **{fold_key(word): LEFT for word in _LEFT.split("|")},
    **{fold_key(word): CAME for word in _CAME.split("|")},
    **dict.fromkeys(YES, CAME),
    **dict.fromkeys(NO, LEFT),
}
_NOT_CANCELLED = frozenset({"", "active", "notvoid", "notvoided", "valid", "valide", *NO})
_ABSENT = "none | null | not checked in | absent | absente | no show | 欠席 | 未入力"
_NOT_THERE = frozenset({"", *map(fold_key, _ABSENT.split("|")), *NO})
_MOMENT = re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}")


def judge_status(word: str, own: Mapping[str, Fate]) -> Fate:
    """Return what a status means.

    Args:
        word: As in the export; an empty one says nothing against somebody.
        own: Words that mean something else in this export.

    >>> judge_status("Remboursé", {}), judge_status("Maybe", {})
    (<Fate.LEFT: 'left out'>, <Fate.UNKNOWN: 'unknown'>)
    """
    folded = fold_key(word)
    if not folded:
        return CAME
    return own.get(word.strip().casefold(), _WORDS.get(folded, UNKNOWN))


def is_cancelled(word: str) -> bool:
    """Tell whether a column for cancelled orders says so: by a yes, a word or a day."""
    return fold_key(word) not in _NOT_CANCELLED


def was_there(word: str) -> bool:
    """Tell whether a column of the door says that somebody came: by a yes, a word or a moment.

    >>> was_there("2026-05-02T18:04:11Z"), was_there("No"), was_there("Absent")
    (True, False, False)
    """
    return _MOMENT.search(word) is not None or fold_key(word) not in _NOT_THERE
