"""How the documentation becomes a site: `make docs`, with Sphinx, MyST and the theme Furo.

The pages are the Markdown files that a repository shows; nothing in them is written for this.
What a site needs more is made here of what they say.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sphinx.application import Sphinx

project = "Event Recap for Pelican"
author = project
html_title = project
language = "en"

# The pages: those of docs/, and those beside it to which they lead
root_doc = "docs/index"
include_patterns = ["*.md", "docs/**.md"]
exclude_patterns = [".*", "output*", "content", "cache", "dist", "plugins", "tests", "theme", "LICENSE"]

extensions = ["myst_parser"]
myst_heading_anchors = 4  # links to headings, as repositories make them
nitpicky = True
suppress_warnings = ["misc.highlighting_failure"]  # tables of ticket shops have no colours

# The look: nothing from another host, and nothing that counts readers
html_theme = "furo"
html_show_sphinx = False
html_show_copyright = False
html_copy_source = False
html_additional_pages = {"index": "first.html"}
templates_path = ["site"]

FRENCH = "docs/fr/"
LINK = re.compile(r"\]\(([\w./-]+)\.md\)")
SECTION = re.compile(r"^## ([^\n]+)\n(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)


def list_in_menu(_app: Sphinx, name: str, source: list[str]) -> None:
    """Make the menu of what the first page lists: a heading each, and the pages below it."""
    if name != root_doc:
        return
    for heading, text in SECTION.findall(source[0]):
        pages = "\n".join(LINK.findall(text))
        source[0] += f"\n```{{toctree}}\n:hidden:\n:caption: {heading}\n\n{pages}\n```\n"


def say_language(_app: Sphinx, name: str, _template: str, context: dict[str, Any], _doctree: object) -> None:
    """Say of a French page that it is French: to browsers, screen readers and search engines."""
    if name.startswith(FRENCH):
        context["language"] = "fr"


def setup(app: Sphinx) -> None:
    """Connect the functions above."""
    app.connect("source-read", list_in_menu)
    app.connect("html-page-context", say_language)
