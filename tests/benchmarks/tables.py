"""The figures of a benchmark in tables of Markdown, beside what was aimed at."""

from __future__ import annotations

import math
import os
import platform
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from typing import TypeAlias

from measuring import Figure

SMALLEST_SIZE = 1000
"""The smallest size of which something was aimed at."""
Medians: TypeAlias = Mapping[tuple[int, str, str], Figure]
"""By size, peer and edit."""

EDITED = ("one post", "one list", "one person")
AIMED_SIZE = 10_000
"""The size to which limits in seconds and MiB belong."""


def write_circumstances(rounds: int) -> str:
    """Return where and how it was measured."""
    load = ", ".join(f"{value:.1f}" for value in os.getloadavg())
    return (
        f"Python {platform.python_version()}, {os.cpu_count()} cores, {platform.system()} {platform.machine()};"
        f" load of the machine {load}; medians of {rounds} round{'s' if rounds > 1 else ''}"
    )


def write_table(size: int, peers: list[str], edits: list[str], medians: Medians) -> str:
    """Return what each edit costs each peer."""
    load = os.getloadavg()[0]
    lines = [
        f"\nN = {size}: CPU s / wall s / MiB / files written; load {load:.1f}\n",
        f"| | {' | '.join(peers)} |",
        f"|---|{'---|' * len(peers)}",
    ]
    for edit in edits:
        cells = (medians[size, peer, edit] for peer in peers)
        row = (f"{one.cpu:.2f} / {one.wall:.2f} / {one.mebibytes:.0f} / {one.written}" for one in cells)
        lines.append(f"| {edit} | {' | '.join(row)} |")
    return "\n".join(lines)


def write_growth(sizes: list[int], peers: list[str], edits: list[str], medians: Medians) -> str:
    """Return the exponent by which CPU grows from each size to the next, and from the first to the last."""
    ordered = sorted(set(sizes))
    spans = [
        *pairwise(ordered),
        *([(ordered[0], ordered[-1])] if len(ordered) > 2 else []),
    ]
    if not spans:
        return ""
    names = ", ".join(f"{small} to {large}" for small, large in spans)
    lines = [
        f"\ngrowth of CPU as an exponent: {names}\n",
        f"| | {' | '.join(peers)} |",
        f"|---|{'---|' * len(peers)}",
    ]
    for edit in edits:
        cells = (
            " / ".join(f"{find_exponent(medians, peer, edit, *span):.2f}" for span in spans) for peer in peers
        )
        lines.append(f"| {edit} | {' | '.join(cells)} |")
    return "\n".join(lines)


def find_exponent(medians: Medians, peer: str, edit: str, small: int, large: int) -> float:
    """Return the power of the size with which CPU grows; 1 is as the size does."""
    ratio = medians[large, peer, edit].cpu / medians[small, peer, edit].cpu
    return math.log(ratio) / math.log(large / small)


def write_aims(sizes: list[int], peers: list[str], medians: Medians) -> str:
    """Return what was aimed at, as far as the sizes and peers that were measured say something of it."""
    lines = ["\n| aim | measured | at most | |", "|---|---|---|---|"]
    for size in sorted(size for size in sizes if size >= SMALLEST_SIZE):
        for words, value, limit in _list_aims(size, peers, medians):
            lines.append(
                f"| N = {size}: {words} | {value:.3f} | {limit:.3f} | {'yes' if value <= limit else 'no'} |"
            )
    if "ours" in peers and {SMALLEST_SIZE, AIMED_SIZE} <= set(sizes):
        for edit, limit in (("cold", 1.05), *((edit, 0.5) for edit in EDITED)):
            value = find_exponent(medians, "ours", edit, SMALLEST_SIZE, AIMED_SIZE)
            lines.append(
                f"| growth, {edit} | {value:.3f} | {limit:.3f} | {'yes' if value <= limit else 'no'} |"
            )
    return "\n".join(lines) if len(lines) > 2 else ""


def _list_aims(size: int, peers: list[str], medians: Medians) -> Iterator[tuple[str, float, float]]:
    """Yield words, what was measured, and the limit."""

    def cpu(peer: str, edit: str = "cold") -> float:
        return medians[size, peer, edit].cpu

    if "ours" in peers and size == AIMED_SIZE:
        yield from _list_absolute(lambda edit: medians[size, "ours", edit])
    if {"ours", "hugo"} <= set(peers):
        yield "nothing changed, of Hugo's cold CPU", cpu("ours", "nothing changed") / cpu("hugo"), 1 / 50
        yield "one post, of Hugo's cold CPU", cpu("ours", "one post") / cpu("hugo"), 1 / 40
    if {"ours", "stock"} <= set(peers):
        yield "cold, whole theme, of stock Pelican's CPU", cpu("ours") / cpu("stock"), 1.0
    if {"lean", "stock"} <= set(peers):
        yield "cold, same pages, of stock Pelican's CPU", cpu("lean") / cpu("stock"), 0.55
    if {"lean", "hugo"} <= set(peers):
        yield "cold, same pages, of Hugo's CPU", cpu("lean") / cpu("hugo"), 1.0
        walls = medians[size, "lean", "cold"].wall / medians[size, "hugo", "cold"].wall
        yield "cold, same pages, of Hugo's wall", walls, 0.9


def _list_absolute(find: Callable[[str], Figure]) -> Iterator[tuple[str, float, float]]:
    yield "nothing changed, CPU s", find("nothing changed").cpu, 0.6
    for edit, limit in zip(EDITED, (1.0, 1.5, 1.5), strict=True):
        yield f"{edit}, CPU s", find(edit).cpu, limit
    yield "cold, MiB", find("cold").mebibytes, 600
    yield "an edit, MiB", max(find(edit).mebibytes for edit in EDITED), 200
