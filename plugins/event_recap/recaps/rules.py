"""All that a text becomes another HTML by, besides what is in its own file."""

from __future__ import annotations

import hashlib
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import markdown
from markdown.util import get_installed_extensions

from ..engine.circumstances import find_stranger
from ..engine.own_code import OURS, digest_code, list_versions

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_PACKAGES = (OURS, Path(markdown.__file__).parent)
"""Code that is looked at, file by file."""
_LIBRARIES = ("Markdown", "Pygments", "PyYAML", "nh3", "pelican", "regex", "Unidecode")
"""Code of which the version is looked at."""
_BUILT_IN = "markdown.extensions."


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingRules:
    """What a site decides about the reading of its texts."""

    content: Path
    """The content folder."""
    lang: str
    """BCP 47 tag of texts that name none."""
    site_url: str
    """Without a final slash; may be empty."""
    markdown: Mapping[str, Any]
    """Options of Python-Markdown."""
    formatted_fields: tuple[str, ...]
    """Metadata that is Markdown."""
    is_sanitized: bool
    """Whether what could run, frame or follow is taken out."""
    sources: Mapping[str, tuple[str, ...]]
    """What the pages of the site load from elsewhere, by directive of its policy."""

    def digest(self) -> str:
        """Return a hash that differs where a text might be read differently.

        Raises:
            TypeError: An option of Markdown's is no plain data, of which ``find_doubt`` tells.
        """
        rules = (
            *(str(self.content.absolute()), str(Path.cwd()), self.lang, self.site_url),
            *(self.markdown, self.formatted_fields, self.is_sanitized, self.sources),
        )
        code = (*list_versions(_LIBRARIES), *map(digest_code, _PACKAGES))
        told = "\0".join((json.dumps(rules, sort_keys=True), sys.version, *code))
        return hashlib.sha256(told.encode("utf-8", "surrogateescape")).hexdigest()


def find_doubt(rules: ReadingRules, plugins: Iterable[str]) -> str:
    """Return what else may have a say in the reading and cannot be seen, in words; empty for nothing.

    Args:
        rules: Of the site.
        plugins: Names of those that Pelican loaded.
    """
    if stranger := find_stranger(plugins):
        return stranger
    strange = [str(name) for name in rules.markdown["extensions"] if not _is_built_in(name)]
    if strange:
        return f"nobody knows on what the Markdown extension {strange[0]!r} depends"
    try:
        json.dumps(rules.markdown)
    except (TypeError, ValueError):
        return "the setting MARKDOWN holds code"
    return ""


def _is_built_in(extension: object) -> bool:
    if not isinstance(extension, str):
        return False
    if extension.startswith(_BUILT_IN):
        return True
    found = [one.value for one in get_installed_extensions() if one.name == extension]
    return bool(found) and all(value.startswith(_BUILT_IN) for value in found)
