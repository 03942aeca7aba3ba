"""Gives each column of a table its meaning, and tells which columns are dropped."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...errors import suggest
from ...loading.report import UnreadableError, quote
from ...loading.vocabulary import fold_key
from .columns import BUYER, DECIDING, KEPT, NAMING, find_meaning, guess_name, is_private_column
from .services import Service, find_own_meaning, find_title_role, recognise

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from .table import Row, Table

ASKED = (*KEPT, *DECIDING, "note")
"""What the author may say that a column is."""


@dataclass(frozen=True, slots=True)
class Assignment:
    """What the columns of one table mean."""

    service: Service
    columns: tuple[str, ...]
    meanings: tuple[str, ...]
    """Of each column; empty for one that is dropped."""
    private: tuple[str, ...]
    """Columns that are dropped since they are private."""
    unknown: tuple[str, ...]
    """Columns that are dropped since nothing of ours is in them."""
    role: str = ""
    """Of everybody in the table."""

    def read_facts(self, row: Row, *, with_buyers: bool) -> dict[str, str]:
        """Return the values of a line by meaning; of several columns, that of the first with a value."""
        facts: dict[str, str] = {}
        for meaning, cell in zip(self.meanings, row.cells, strict=False):
            if meaning and cell and not facts.get(meaning):
                facts[meaning] = cell
        if with_buyers and not NAMING & set(facts):
            facts |= {part: facts[BUYER + part] for part in NAMING if BUYER + part in facts}
        return facts

    def name_column(self, meaning: str) -> str:
        """Return what the export calls the first column of a meaning."""
        return next(
            column for column, known in zip(self.columns, self.meanings, strict=True) if known == meaning
        )

    def list_values(self, row: Row, meaning: str) -> Iterator[str]:
        """Yield every value of a line that has a meaning, also empty ones."""
        cells = (*row.cells, *("" for _ in self.meanings[len(row.cells) :]))
        yield from (cell for known, cell in zip(self.meanings, cells, strict=False) if known == meaning)


def assign(table: Table, named: Mapping[str, str]) -> Assignment:
    """Return what the columns of a table mean.

    Args:
        table: The table.
        named: What the author said of columns: folded name to meaning.
    """
    service = recognise(table.columns)
    meanings: list[str] = []
    seen: set[str] = set()
    for column in table.columns:
        folded = fold_key(column)
        own = find_own_meaning(service, column)
        meaning = named.get(folded, find_meaning(column) if own is None else own)
        meanings.append("" if folded in seen else meaning)
        seen.add(folded)
    if not NAMING & set(meanings):
        meanings = [
            meaning or guess_name(column) for meaning, column in zip(meanings, table.columns, strict=True)
        ]
    used = {number for row in table.rows for number, cell in enumerate(row.cells) if cell}
    columns = [one for number, one in enumerate(zip(table.columns, meanings, strict=True)) if number in used]
    dropped = [column for column, meaning in columns if column and (not meaning or meaning.startswith(BUYER))]
    buyers = {column for column, meaning in columns if meaning.startswith(BUYER)}
    private = dict.fromkeys(column for column in dropped if column in buyers or is_private_column(column))
    return Assignment(
        service=service,
        columns=table.columns,
        meanings=tuple(meanings),
        private=tuple(private),
        unknown=tuple(dict.fromkeys(column for column in dropped if column not in private)),
        role=find_title_role(service, table.title),
    )


def read_named(words: Iterable[str]) -> dict[str, str]:
    """Return what the author said of columns, as ``HEADER=name``.

    Raises:
        UnreadableError: One is not of that form, is private, or is said to be what is not kept.
    """
    named: dict[str, str] = {}
    for word in words:
        column, _, meaning = (part.strip() for part in word.rpartition("="))
        if not column or meaning not in ASKED:
            hint = suggest(meaning, ASKED) or f"; expected one of {', '.join(ASKED)}"
            what = f'--column {quote(word)}: write "HEADER=name", with what the column is{hint}'
            raise UnreadableError(what)
        if is_private_column(column) and not find_meaning(column):
            what = f"--column {quote(word)}: this column is private, and nothing of it is ever kept"
            raise UnreadableError(what)
        named[fold_key(column)] = meaning
    return named
