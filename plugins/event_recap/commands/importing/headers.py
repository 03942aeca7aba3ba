"""Finds the headers among the lines of an export: below preambles, several in one file, or none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...loading.report import UnreadableError
from ...loading.text import has_email
from ...loading.vocabulary import fold_key
from .columns import NAMING, find_meaning, guess_name, is_known_column
from .services import OWN_COLUMNS, OWN_NAMES
from .table import Row, Table

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

_FIRST_LINES = 100
"""So far down a first header is looked for."""
_INDICO = ("first_name", "last_name", "affiliation", "position", "phone", "email")
"""The columns of the one format that has no header (Indico's import of registrations)."""
_MOSTLY = 0.8
"""Share of lines that must look like that format."""


def find_tables(
    rows: Sequence[Row], named: Collection[str] = (), *, must_find: bool = True
) -> tuple[Table, ...]:
    """Return the tables among lines; nothing where they are none and need not be.

    Args:
        rows: Lines with something on them.
        named: Columns that the author named.
        must_find: Whether it is a table for sure.

    Raises:
        UnreadableError: It is one, and no column is one of names.
    """
    starts = [number for number, row in enumerate(rows[:_FIRST_LINES]) if _is_header(row, named)][:1]
    if starts:
        starts += [at for at in range(starts[0] + 1, len(rows)) if _is_later_header(rows[at], named)]
    starts = starts or _guess_header(rows[:_FIRST_LINES])
    if starts:
        return tuple(
            _cut(rows, start, end) for start, end in zip(starts, [*starts[1:], len(rows)], strict=True)
        )
    if rows and _is_indico(rows):
        return (Table(_INDICO, tuple(rows)),)
    if must_find:
        cells = next((row.cells for row in rows if len(row.cells) > 1), rows[0].cells if rows else ())
        shown = ", ".join(cell for cell in cells[:8] if is_known_column(cell))
        among = f" among {shown}" if shown else ""
        what = f'no column holds names{among}; say which with --column "HEADER=name"'
        raise UnreadableError(what)
    return ()


def _is_header(row: Row, named: Collection[str]) -> bool:
    """Tell whether the cells of a line are names of columns, of which one is for names."""
    cells = [cell for cell in row.cells if cell]
    if named:
        return set(map(fold_key, named)) <= set(map(fold_key, cells))
    known = _count_known(cells)
    naming = sum(find_meaning(cell) in NAMING or fold_key(cell) in OWN_NAMES for cell in cells)
    return bool(naming) and (known > 1 or len(cells) == 1) and not any(map(has_email, cells))


def _is_later_header(row: Row, named: Collection[str]) -> bool:
    """Tell whether another table begins: a line of data may hold a word or two that columns are called by."""
    cells = [cell for cell in row.cells if cell]
    return len(cells) > 1 and _count_known(cells) * 2 >= len(cells) and _is_header(row, named)


def _count_known(cells: Sequence[str]) -> int:
    return sum(is_known_column(cell) or fold_key(cell) in OWN_COLUMNS for cell in cells)


def _guess_header(rows: Sequence[Row]) -> list[int]:
    """Return the first line whose cells are questions, of which one asks for a name."""
    for number, row in enumerate(rows):
        cells = [cell for cell in row.cells if cell]
        if len(cells) > 1 and any(map(guess_name, cells)) and not any(map(has_email, cells)):
            return [number]
    return []


def _is_indico(rows: Sequence[Row]) -> bool:
    """Tell whether lines have six cells, of which the last is an e-mail address."""
    like = sum(len(row.cells) == len(_INDICO) and has_email(row.cells[-1]) for row in rows)
    return like >= len(rows) * _MOSTLY


def _cut(rows: Sequence[Row], start: int, end: int) -> Table:
    """Return the table whose header is a line, up to the next header; its title belongs to neither."""
    lines = list(rows[start + 1 : end])
    if (
        end < len(rows)
        and lines
        and len(list(filter(None, lines[-1].cells))) == 1
        and len(rows[start].cells) > 1
    ):
        lines.pop()
    above = rows[start - 1].cells if start else ()
    alone = list(filter(None, above))
    return Table(rows[start].cells, tuple(lines), alone[0] if len(alone) == 1 else "")
