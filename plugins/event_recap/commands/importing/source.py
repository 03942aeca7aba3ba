"""The file or the pasted text that is imported: its bytes, bounded, and the tables in it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from ...loading.encodings import read_saved
from ...loading.files import display_path
from ...loading.report import UnreadableError
from .contact_cards import holds_cards, read_cards
from .delimited import read_lines
from .headers import find_tables
from .plain_list import read_names
from .records import holds_records, read_records
from .workbook import is_workbook, read_workbook

if TYPE_CHECKING:
    from collections.abc import Collection

    from .table import Table

SIZE_LIMIT = 20_000_000
"""Bytes of an export; a real one of a thousand people has a hundredth of it."""
STANDARD_INPUT = "-"
"""The word for a list that is pasted or piped."""
_TABLE_SUFFIXES = frozenset({".csv", ".tsv", ".xls", ".xlsx", ".ods"})
"""Endings of files that are tables, even where no header can be told."""


def name_source(word: str) -> str:
    """Return how messages name what is imported."""
    return "standard input" if word == STANDARD_INPUT else display_path(Path(word))


def read_bytes(word: str) -> bytes:
    """Return the bytes of a file, or of standard input.

    Raises:
        UnreadableError: There are too many of them, or none.
        OSError: The file cannot be opened.
    """
    if word == STANDARD_INPUT:
        data = sys.stdin.buffer.read(SIZE_LIMIT + 1)
    else:
        with Path(word).open("rb") as file:
            data = file.read(SIZE_LIMIT + 1)
    if len(data) > SIZE_LIMIT:
        what = f"too long: more than {SIZE_LIMIT // 1_000_000} MB; export one event alone"
        raise UnreadableError(what)
    if not data.strip():
        what = "the list is empty; name a file, or paste names and end with Ctrl-D"
        raise UnreadableError(what)
    return data


def read_tables(data: bytes, suffix: str = "", named: Collection[str] = ()) -> tuple[Table, ...]:
    """Return the tables of an export, in their order.

    Args:
        data: The file.
        suffix: Its ending, such as ``.csv``; empty for a pasted text.
        named: Columns that the author named, which show where the header is.

    Raises:
        UnreadableError: It is none; the message tells the line where there is one.
    """
    if is_workbook(data):
        return find_tables(read_workbook(data), named)
    saved = read_saved(data)
    if saved is None:
        what = "no list that can be read; export it as CSV, or paste the names as text"
        raise UnreadableError(what)
    text = saved.text.replace("\r\n", "\n").replace("\r", "\n")
    if holds_cards(text):
        return (read_cards(text),)
    if holds_records(text):
        return read_records(text)
    is_table = suffix.lower() in _TABLE_SUFFIXES
    tables = find_tables(read_lines(text, is_table=is_table), named, must_find=is_table or bool(named))
    return tables or (read_names(text),)
