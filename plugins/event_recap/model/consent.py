"""What a person agreed to, and the one decision about what may be shown of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING

from ..errors import Place
from .visibility import Visibility

if TYPE_CHECKING:
    from collections.abc import Iterable

STRICT_CONSENT_YEARS = 3
"""In strict mode a consent without an end lapses this many years after it was given."""


class ConsentMethod(Enum):
    """How a person agreed."""

    EMAIL = "email"
    FORM = "form"
    IN_PERSON = "in-person"
    PUBLIC_ROLE = "public-role"


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """A record of what was agreed; every part may be left out."""

    given: date | None = None
    """Day on which the person agreed."""
    until: date | None = None
    """Last day on which it holds; None for no end."""
    method: ConsentMethod | None = None
    """How it was given."""
    photo: bool | None = None
    """Whether a photo may be shown; None where nothing was said."""
    index: bool = True
    """Whether search engines may list the person's page."""
    graph: bool = True
    """Whether the person may appear in who met whom."""
    is_readable: bool = True
    """False where the record could not be understood: then nothing above ``counted`` is shown."""
    place: Place | None = field(default=None, compare=False)
    """Where the record stands; None where nobody typed it."""

    def begins_after(self, today: date) -> bool:
        """Tell whether the consent was not yet given on a day."""
        return self.given is not None and self.given > today

    def find_last_day(self, *, strict: bool) -> date | None:
        """Return the last day on which the consent holds, or None where it has no end.

        In strict mode a consent without an end holds for three years.
        """
        if self.until is None and strict and self.given is not None:
            return _years_later(self.given, STRICT_CONSENT_YEARS)
        return self.until

    def ends_before(self, today: date, *, strict: bool) -> bool:
        """Tell whether the consent no longer holds on a day."""
        last_day = self.find_last_day(strict=strict)
        return last_day is not None and today > last_day


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """What the site decided for everybody."""

    today: date
    """Day for which the site is built; an argument of the build, never the clock."""
    default_visibility: Visibility = Visibility.PUBLIC
    """Level of a person for whom no file names one."""
    strict: bool = False
    """Whether silence means ``hidden`` and a consent record is needed above ``counted``."""

    def decide_visibility(
        self, levels: Iterable[Visibility | None], consents: Iterable[Consent | None]
    ) -> Visibility:
        """Return the level at which a person may be shown: the lowest that anybody named.

        Args:
            levels: What the person's file and the list say; None where one is silent.
            consents: The consent records of the same two; None where there is none.

        >>> policy = Policy(today=date(2026, 1, 1))
        >>> policy.decide_visibility([Visibility.PUBLIC, Visibility.INITIALS], []).word
        'initials'
        """
        named = [level for level in levels if level is not None]
        silence = Visibility.HIDDEN if self.strict else self.default_visibility
        level = min(named, default=silence)
        records = [record for record in consents if record is not None]
        if any(
            not record.is_readable
            or record.begins_after(self.today)
            or record.ends_before(self.today, strict=self.strict)
            for record in records
        ):
            level = min(level, self._fallback)
        if self.strict and not any(record.given and record.method for record in records):
            level = min(level, Visibility.COUNTED)
        return level

    def allows_photo(self, level: Visibility, consents: Iterable[Consent | None]) -> bool:
        """Tell whether a photo may be shown of a person who is shown at a level.

        A photo that the author typed on a public entry is meant to be shown, unless a record
        says no; in strict mode only a record that says yes will do.
        """
        said = [record.photo for record in consents if record is not None and record.photo is not None]
        if level is not Visibility.PUBLIC or not all(said):
            return False
        return bool(said) or not self.strict

    @property
    def _fallback(self) -> Visibility:
        return Visibility.HIDDEN if self.strict else Visibility.COUNTED


def _years_later(day: date, years: int) -> date:
    """Return the same day some years on; 29 February becomes 28 February, the calendar ends in 9999."""
    year = day.year + years
    if year > date.max.year:
        return date.max
    return day.replace(year=year, day=28 if (day.month, day.day) == (2, 29) else day.day)
