"""Names as people paste them: a line each, with bullets, numbers, addresses and remarks around them."""

from __future__ import annotations

import re

from ...loading.report import EMAIL
from .table import Row, Table, check_size

TITLE = "text"
"""Title of the table that a pasted list is read as."""
COLUMNS = ("name", "handle", "e-mail", "what stands after a name")
_BULLET = re.compile(r"^[\s>]*(?:[-*+•·–—▪◦‣o]\s+|\d{1,3}\s*[.)\-–]\s*|\[[ xX✓]?\]\s*|☐\s*|☑\s*|✅\s*)*")
_ADDRESS = re.compile(r"[<(\[]?\s*(?:mailto:)?" + EMAIL.pattern + r"\s*[>)\]]?", re.ASCII)
_URL = re.compile(r"[<(]?\b(?:https?://|www\.)\S+", re.IGNORECASE)
_PHONE = re.compile(r"\(?\+?\d[\d\s().-]{6,}\d")
_HANDLE = re.compile(r"\(?(?<![\w.])(?P<handle>@[\w.-]+(?:@[\w.-]+)?)\)?")
_REMARK = re.compile(r"\s+[-–—|:/]\s+.*$|\s*[:|\t].*$|\s*\(.*$|\s*\[.*$")
_AROUND = " ,;:|/-–—"
"""Signs that a name neither begins nor ends with."""
_BETWEEN = re.compile(r"\s*[,;]\s*(?:et|and|und|y)\s+|\s*[,;]\s*|\s+(?:et|and|und|&)\s+")
"""What stands between the names of one sentence."""
_AND = re.compile(r"\s(?:et|and|und|&)\s")
_MANY = 3
"""So many commas on a line make a sentence of names of it."""


def read_names(text: str) -> Table:
    r"""Return the names of a pasted text, a line of a table each.

    >>> [row.cells[0] for row in read_names("1. Anne Roy (Café Lune)\n- Bo <bo@lune.example>\n").rows]
    ['Anne Roy', 'Bo']
    """
    lines = [(number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
    rows: list[Row] = []
    for number, line in lines:
        if line.rstrip().endswith(":"):
            continue  # a heading, such as "They were there:"
        for name in _split(line, is_alone=len(lines) == 1):
            rows.append(Row(number, _read_name(name)))
            check_size(rows[-1], len(rows))
    return Table(COLUMNS, tuple(rows), TITLE)


def _split(line: str, *, is_alone: bool) -> list[str]:
    """Return the names of a line: several where it is a sentence of them."""
    commas = sum(line.count(sign) for sign in ",;")
    if is_alone or commas >= _MANY or (commas and _AND.search(line)):
        return [part for part in _BETWEEN.split(line.strip().rstrip(".")) if part]
    return [line]


def _read_name(text: str) -> tuple[str, str, str, str]:
    """Return name, handle, address and remark of what stands on a line."""
    bare = _BULLET.sub("", text, count=1)
    address = _ADDRESS.search(bare)
    bare = _ADDRESS.sub(" ", bare)
    remarks = [found[0] for pattern in (_URL, _PHONE) for found in pattern.finditer(bare)]
    bare = _PHONE.sub(" ", _URL.sub(" ", bare))
    handle = _HANDLE.search(bare)
    name = _HANDLE.sub(" ", bare).strip()
    if found := _REMARK.search(name):
        remarks.append(found[0])
        name = name[: found.start()]
    name, _, after = name.partition(";")
    remarks += [after] if after.strip() else []
    return (
        name.strip(_AROUND),
        handle["handle"] if handle else "",
        address[0] if address else "",
        " ".join(remarks),
    )
