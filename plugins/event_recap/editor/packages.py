"""The programs of others that the page runs: version, files, and what proves them whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Package:
    """A package of npm."""

    name: str
    version: str
    integrity: str
    """SHA-512 of its archive in base 64, as npm has it."""
    files: Mapping[str, str]
    """Path in the archive, and the name on the page."""


_LOCALES = """
    ar bg ca cs da de el en-CA en-GB en-US es-CO fa fi fr hr it ja ko nl pl pt-BR pt-PT ru sv tr uk vi
    zh-CN zh-TW
"""
"""Languages in which the editor speaks."""

SVELTIA = Package(
    "@sveltia/cms",
    "0.221.1",
    "J+Qoik9kGMk2L7vNpOQrnDmFRi+NB6vwJ0f657YtsxWH0P8WYSYRRSRC2pQ/jGGbVlM//Pg/WIgmkpswqoo3gQ==",
    {
        "dist/sveltia-cms.js": "sveltia-cms.js",
        "LICENSE.txt": "sveltia-cms.LICENSE.txt",
        "npm/assets/material-symbols-outlined-latin-wght-normal-_Z1IJPLg.woff2": "symbols.woff2",
        "npm/assets/material-symbols-outlined.LICENSE.txt": "symbols.LICENSE.txt",
        "npm/assets/source-sans-3-latin-wght-normal-BqRLTx4X.woff2": "sans.woff2",
        "npm/assets/source-sans-3.LICENSE.txt": "sans.LICENSE.txt",
        "npm/assets/noto-mono-latin-400-normal-DiC8lJru.woff2": "mono.woff2",
        "npm/assets/noto-mono.LICENSE.txt": "mono.LICENSE.txt",
        **{f"locales/{lang}.json": f"locales/{lang}.json" for lang in _LOCALES.split()},
    },
)
JS_YAML = Package(
    "js-yaml",
    "5.5.0",
    "paNr4LFIFPjeeSmwNYdrb8FafLLG/Cr2Af3GjbsHJ5CxIjH4r0c2emlmRdAtpPAieP1gRVzk6buBbVP5gBMGAg==",
    {"dist/browser/js-yaml.umd.min.js": "js-yaml.js", "LICENSE": "js-yaml.LICENSE.txt"},
)
PACKAGES = (SVELTIA, JS_YAML)


def find_folder(content: Path) -> Path:
    """Return where the files of these versions are kept, beside the content folder and outside of git."""
    return content.absolute().parent / ".event-recap" / f"editor-{SVELTIA.version}-{JS_YAML.version}"


def list_names() -> Iterator[str]:
    """Yield the names of all files."""
    for package in PACKAGES:
        yield from package.files.values()
