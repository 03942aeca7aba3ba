"""Workbooks of a spreadsheet: the first sheet of each is read as lines of cells; no formula is run."""

from __future__ import annotations

import io
import zipfile

from python_calamine import CalamineError, CalamineWorkbook

from ...loading.report import UnreadableError
from .table import Row, check_size

_STARTS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""First bytes of .xlsx and .ods, and of .xls."""
_UNPACKED_LIMIT = 200_000_000
"""Bytes of a workbook's parts; a small file that unpacks to more is an attack."""


def is_workbook(data: bytes) -> bool:
    """Tell whether bytes are a workbook; what other programs save as ``.xls`` is often plain text."""
    return data.startswith(_STARTS)


def read_workbook(data: bytes) -> tuple[Row, ...]:
    """Return the lines of the first sheet that has any.

    Raises:
        UnreadableError: It cannot be read, or is too large.
    """
    try:
        _check_unpacked(data)
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
        sheets = [workbook.get_sheet_by_index(number) for number in range(len(workbook.sheet_names))]
        sheet = next((one for one in sheets if one.height), None)
        if sheet is None:
            return ()
        first = (sheet.start or (0, 0))[0] + 1
        rows = []
        for number, cells in enumerate(sheet.iter_rows(), 1):
            row = Row(first + number - 1, tuple(_write_cell(cell) for cell in cells))
            check_size(row, number)
            if any(row.cells):
                rows.append(row)
    except (CalamineError, zipfile.BadZipFile, OSError) as error:
        what = "this workbook cannot be read; open it, and save it as CSV"
        raise UnreadableError(what) from error
    return tuple(rows)


def _check_unpacked(data: bytes) -> None:
    """Tell a workbook that is larger than it looks.

    Raises:
        UnreadableError: It is.
    """
    if data.startswith(_STARTS[0]):
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            if sum(part.file_size for part in packed.infolist()) > _UNPACKED_LIMIT:
                what = "this workbook is too large; export one event alone, as CSV"
                raise UnreadableError(what)


def _write_cell(value: object) -> str:
    """Return a cell as it reads: whole numbers without a decimal point.

    >>> _write_cell(3.0), _write_cell(True), _write_cell(" Anne ")
    ('3', 'True', 'Anne')
    """
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()
