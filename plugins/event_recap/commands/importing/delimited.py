"""Text tables: lines of cells, whatever stands between them."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from typing import TYPE_CHECKING

from ...loading.report import UnreadableError
from .columns import is_known_column
from .table import Row, check_size, fail_at

if TYPE_CHECKING:
    from collections.abc import Iterator

_SEPARATORS = ",;\t|"
_SEPARATOR_LINE = re.compile(r'"?sep=(?P<sign>[^\n"])"?[ \t]*\n', re.IGNORECASE)
"""What Excel writes and reads above a table; never a part of it."""
_SAMPLE = 60
"""Lines by which the separator is told."""
_LONGEST_CELL = 200_000
"""Characters; more come of a quotation mark that is never closed."""
_UNCLOSED = "unexpected end of data"
"""How the library says that a quotation mark is never closed."""


def read_lines(text: str, *, is_table: bool) -> tuple[Row, ...]:
    r"""Return the lines of a text as cells; the separator is told by what comes of it.

    Args:
        text: With line feeds only, without byte order mark.
        is_table: Whether it is one for sure; of other texts, a stray quotation mark means nothing.

    Raises:
        UnreadableError: A cell does not end, or there are too many lines or cells.

    >>> read_lines("sep=;\nNom;Prénom\nRoy;Anne\n", is_table=True)[1]
    Row(line=3, cells=('Roy', 'Anne'))
    """
    typed = _SEPARATOR_LINE.match(text)
    body = text[typed.end() :] if typed else text
    sign = typed["sign"] if typed else _find_separator(body)
    skipped = 1 if typed else 0
    try:
        _check_quotes(body, sign, skipped)
    except UnreadableError:
        if is_table:
            raise
        return ()
    rows = []
    for number, row in enumerate(_parse(body, sign, skipped), 1):
        check_size(row, number)
        rows.append(row)
    return tuple(rows)


def _find_separator(text: str) -> str:
    """Return the sign that gives the best header, and then the steadiest columns."""
    lines = "\n".join(text.split("\n", _SAMPLE)[:_SAMPLE])
    return max(_SEPARATORS, key=lambda sign: _judge(lines, sign))


def _judge(text: str, sign: str) -> tuple[int, int]:
    """Return how many columns are known by name, and on how many lines there are as many cells."""
    try:
        rows = [row.cells for row in _parse(text, sign, 0) if len(row.cells) > 1]
    except csv.Error:
        return 0, 0
    known = max((sum(map(is_known_column, cells)) for cells in rows), default=0)
    widths = Counter(map(len, rows))
    return known, max(widths.values(), default=0)


def _check_quotes(text: str, sign: str, skipped: int) -> None:
    """Tell a quotation mark that is never closed, and takes the rest of the list into one cell.

    Raises:
        UnreadableError: There is one.
    """
    csv.field_size_limit(_LONGEST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=sign, strict=True)
    start = 1
    try:
        for _ in reader:
            start = reader.line_num + 1
    except csv.Error as error:
        if _UNCLOSED in str(error) or "field larger" in str(error):
            what = "a quotation mark that opens here is never closed; close it, or export the list again"
            raise fail_at(start + skipped, what) from None


def _parse(text: str, sign: str, skipped: int) -> Iterator[Row]:
    """Yield the lines with something on them."""
    csv.field_size_limit(_LONGEST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=sign)
    start = 1
    for cells in reader:
        if any(cell.strip() for cell in cells):
            yield Row(start + skipped, tuple(cell.strip() for cell in cells))
        start = reader.line_num + 1
