"""What every kind of export is read as: tables of named columns, line by line."""

from __future__ import annotations

from dataclasses import dataclass

from ...loading.report import UnreadableError

MOST_ROWS = 20_000
"""Lines of an export; more are no list of one event."""
MOST_COLUMNS = 1_000
"""Cells of a line."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table."""

    line: int
    """Line of the file, or of the sheet, from 1."""
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Lines below one header."""

    columns: tuple[str, ...]
    """As the export names them."""
    rows: tuple[Row, ...]
    title: str = ""
    """What stands alone on the line above the header, such as ``Panelist Details``; or the list's key."""


def fail_at(line: int, what: str) -> UnreadableError:
    """Return the error for a line that cannot be read."""
    error = UnreadableError(what)
    error.line = line
    return error


def check_size(row: Row, number: int) -> None:
    """Tell a table that is too large to be the list of an event.

    Raises:
        UnreadableError: It has too many lines, or one of too many cells.
    """
    if number > MOST_ROWS:
        what = f"too many lines: more than {MOST_ROWS}; export one event alone"
        raise fail_at(row.line, what)
    if len(row.cells) > MOST_COLUMNS:
        what = f"too many cells: more than {MOST_COLUMNS} on one line; export the list again as CSV"
        raise fail_at(row.line, what)
