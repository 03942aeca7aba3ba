"""Words and HTML as the Markdown that this site reads; what is no markup in the source becomes none here."""

from __future__ import annotations

import re
from html.entities import html5
from textwrap import indent
from typing import TYPE_CHECKING, Any

from markdownify import MarkdownConverter

if TYPE_CHECKING:
    from bs4 import Tag

_LEGACY = "|".join(sorted((name for name in html5 if not name.endswith(";")), key=len, reverse=True))
"""Names of signs that browsers read without a semicolon as well, such as ``&copy``."""
_SIGNS = re.compile(rf"[\\`*|\[\]{{}}]|(?<![^\W_])_|_(?![^\W_])|<|&(?=#[\dxX]|\w+;|{_LEGACY})")
"""Signs that would begin something, wherever they stand; ``_`` inside a word, as of a handle, does not."""
_STARTS = re.compile(
    r"^(?P<margin>[ \t]*)(?:(?P<sign>[#>]|[-+](?=\s|$)|[-=]+\s*$|[:~](?=\s|~))|(?P<number>\d+)(?=[.)]))",
    re.MULTILINE,
)
"""What would make something else of a line that begins with it."""
_ITEM = re.compile(r"-   |\d+\.\s")
_BEFORE_LIST = re.compile(r"^(?!-   |\d+\.\s| {4})(\S.*)\n(?=-   |\d+\.\s)", re.MULTILINE)
"""A line of words right before a list."""
_ENTITIES = {"<": "&lt;", "&": "&amp;"}
_NO_ESCAPE = {"=": "&#61;", ":": "&#58;", "~": "&#126;", ">": "&gt;"}
"""Signs before which a backslash would be shown."""
_INDENT = "    "
"""Of what belongs to an item of a list: Python-Markdown takes nothing less."""


def escape_words(text: str) -> str:
    r"""Return Markdown that shows a text as it is; handles such as ``@cafe_lune`` stay mentions.

    >>> print(escape_words("# 1 [attendees] @cafe_lune *a* <b>"))
    \# 1 \[attendees\] @cafe_lune \*a\* &lt;b>
    """
    return escape_starts(_SIGNS.sub(lambda sign: _ENTITIES.get(sign[0], f"\\{sign[0]}"), text))


def escape_starts(text: str) -> str:
    r"""Return Markdown in which no line is a heading, an item of a list or a quote by its first signs.

    >>> escape_starts("2010. An evening"), escape_starts("- - -"), escape_starts("===")
    ('2010\\. An evening', '\\- - -', '&#61;==')
    """

    def escape(found: re.Match[str]) -> str:
        if found["number"]:
            return f"{found['margin']}{found['number']}\\"
        sign = found["sign"]
        return f"{found['margin']}{_NO_ESCAPE.get(sign[0], chr(92) + sign[0])}{sign[1:]}"

    return _STARTS.sub(escape, text)


class Converter(MarkdownConverter):
    """Writes the tree of a text as Markdown for Python-Markdown with Pelican's extensions."""

    def __init__(self) -> None:
        """Set what the library lets be chosen."""
        super().__init__(
            autolinks=True,
            bullets="-",
            heading_style="atx",
            newline_style="spaces",
            sub_symbol="<sub>",
            sup_symbol="<sup>",
            table_infer_header=True,
        )

    def escape(self, text: str, parent_tags: set[str]) -> str:
        """Return words that show as they are."""
        del parent_tags
        return escape_words(text)

    def convert_del(self, _tag: Tag, text: str, parent_tags: set[str]) -> str:
        """Keep what is struck out as HTML: Markdown has nothing for it."""
        return text if "_noformat" in parent_tags or not text.strip() else f"<del>{text.strip()}</del>"

    convert_s = convert_strike = convert_del

    def convert_p(self, tag: Tag, text: str, parent_tags: set[str]) -> str:
        """Return a paragraph that is nothing but one."""
        words: str = super().convert_p(tag, text, parent_tags)  # type: ignore[misc] # its stub has no such
        return words if "_inline" in parent_tags else escape_starts(words)

    def convert_list(self, tag: Tag, text: str, parent_tags: set[str]) -> str:
        """Return a list; inside an item, words after it stand on lines of their own."""
        if "li" not in parent_tags:
            return f"\n\n{text}\n"
        is_last = not any(str(one).strip() for one in tag.next_siblings)
        return f"\n{text.rstrip()}" if is_last else f"\n{text.rstrip()}\n\n"

    convert_ul = convert_ol = convert_list

    def convert_hN(self, n: int, tag: Tag, text: str, parent_tags: set[str]) -> str:  # noqa: N802 -- the library's
        """Return a heading; one without words is none."""
        if not text.strip():
            return ""
        heading: str = super().convert_hN(n, tag, text, parent_tags)  # type: ignore[misc] # its stub has no such
        return heading

    def convert_li(self, tag: Tag, text: str, parent_tags: set[str]) -> str:
        """Return an item with its further paragraphs and lists four columns in."""
        del parent_tags
        text = (text or "").strip()
        if not text:
            return "\n"
        if _ITEM.match(text):
            text = f"&nbsp;\n{text}"  # of two marks on one line, Markdown takes the second for words
        if "\n\n" in text:
            text = _BEFORE_LIST.sub(r"\1\n\n", text)  # after a further paragraph, a list needs a blank line
        item = indent(text, _INDENT).removeprefix(_INDENT)
        end = "\n\n" if "\n\n" in text else "\n"  # else the next mark goes on with the last paragraph
        return f"{self._find_bullet(tag).ljust(len(_INDENT))}{item}{end}"

    def convert_dd(self, _tag: Tag, text: str, parent_tags: set[str]) -> str:
        """Return what a term means as a paragraph below it."""
        del parent_tags
        return f"\n\n{text.strip()}\n\n"

    def convert_dt(self, _tag: Tag, text: str, parent_tags: set[str]) -> str:
        """Return a term as a paragraph."""
        del parent_tags
        return f"\n\n**{' '.join(text.split())}**\n\n" if text.strip() else ""

    def convert_pre(self, _tag: Tag, text: str, parent_tags: set[str]) -> str:
        """Return code between fences that it does not hold; where Markdown has no fences, line by line."""
        text = text.strip("\n")
        if not text.strip():
            return ""
        if parent_tags & {"li", "blockquote", "dd"}:
            spans = (_quote_code(" ".join(line.split())) for line in text.split("\n") if line.strip())
            return "\n\n" + "  \n".join(spans) + "\n\n"
        fence = "`" * max(3, _count_ticks(text) + 1)
        return f"\n\n{fence}\n{text}\n{fence}\n\n"

    def convert_q(self, _tag: Tag, text: str, parent_tags: set[str]) -> str:
        """Return words between quotation marks."""
        del parent_tags
        return f"“{text}”"

    def convert_img(self, tag: Tag, text: str, parent_tags: set[str]) -> str:
        """Return a picture, also in a heading and a table, with its words escaped."""
        del text, parent_tags
        words = escape_words(" ".join(_read(tag, "alt").split()))
        return f"![{words}]({_write_target(_read(tag, 'src'))})"

    def convert_a(self, tag: Tag, text: str, parent_tags: set[str]) -> str:
        """Return a link; a title, which few readers ever see, is dropped."""
        if "_noformat" in parent_tags or not text.strip():
            return text
        href = _read(tag, "href")
        if not href:
            return text
        before = " " if text[0].isspace() else ""
        after = " " if text[-1].isspace() else ""
        words = " ".join(text.split())
        if words == href:
            return f"{before}<{href}>{after}"
        return f"{before}[{words}]({_write_target(href)}){after}"

    @staticmethod
    def _find_bullet(tag: Tag) -> str:
        parent = tag.parent
        if parent is None or parent.name != "ol":
            return "-"
        typed = _read(parent, "start")
        start = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < len("10000") else 1
        return f"{start + len(tag.find_previous_siblings('li'))}."


def _quote_code(line: str) -> str:
    """Return a line of code between backticks."""
    ticks = "`" * (_count_ticks(line) + 1)
    return f"{ticks} {line} {ticks}" if len(ticks) > 1 else f"`{line}`"


def _count_ticks(text: str) -> int:
    """Return the length of the longest run of backticks."""
    return max((len(run) for run in re.findall("`+", text)), default=0)


def write_markdown(tree: Tag) -> str:
    """Return a text as Markdown, without blank lines at its ends and never two of them in a row."""
    text: str = Converter().convert_soup(tree)
    lines = [line if line.endswith("  ") and line.strip() else line.rstrip() for line in text.split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")


def _write_target(url: str) -> str:
    return f"<{url}>" if re.search(r"[()\s]", url) else url


def _read(tag: Any, name: str) -> str:  # noqa: ANN401 -- a tag, as the library has it
    value = tag.get(name) or ""
    return value if isinstance(value, str) else " ".join(value)
