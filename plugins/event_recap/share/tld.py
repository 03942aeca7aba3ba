"""Top-level domains: the endings that make a link of a bare name."""

from functools import cache
from pathlib import Path


@cache
def load_tlds() -> frozenset[str]:
    """Read the top-level domains that X turns into links, from the list beside this module.

    Returns:
        Names in lower case and in Unicode form, without a dot.

    >>> {"quebec", "et", "py", "日本"} - load_tlds()
    {'日本'}
    """
    lines = Path(__file__).with_name("tlds.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))
