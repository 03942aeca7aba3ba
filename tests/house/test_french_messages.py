"""Every message that an author may read has its French, and the French fills in what the English does."""

import ast
import re
import runpy
from functools import cache
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace

import pytest
from babel.messages.pofile import read_po

from event_recap.wording.phrasebook import GAP, Phrasebook

english = SimpleNamespace(**runpy.run_path(str(Path(__file__).with_name("test_messages.py"))))
CATALOGUE = english.PACKAGE / "translations/messages/fr.po"
OURS = english.PACKAGE / "translations/fr.po"
SPEAKING = re.compile(
    r"cli\.py|commands/|devserver/|editor/command|preview/|engine/pelican_class|removal/(?:outside|report)|build/|telling/"
)
"""Modules whose other strings of several words are read by an author as well."""
WRITING = re.compile(
    r"""commands/(?:about|consent/(?:messages|plain_text)|new/words|merging/heads|elsewhere/webmention_entry
        |importing/(?:columns|guests|services|statuses|contact_cards|connected|plain_list|reading)
        |importing_posts/(?:bylines|days|leftovers|markdown|paragraphs|prose|shortcodes|writing|footnotes))""",
    re.VERBOSE,
)
"""Modules whose strings are read from, or written into, files of the author: each has its own language."""
NO_SENTENCE = re.compile(
    r"[\\<>]|^[^a-z]*$|^--|^- |%[a-z]|^(?:git|rm|rclone|Example:|SOURCE|event-recap) |^[\w-]+: (?:…|\{…\}|[|]|\w+)$"
)
"""Patterns of text, HTML, options of other programs, lines of a file, and examples to type."""
OWN_SENTENCE = re.compile(r"[a-z]{2,}[,:]? (?:[a-z]{2,}|…)|… [a-z]{2,}")
UNSPOKEN = {
    "During handling of the above exception, another exception occurred:",
    "The above exception was the direct cause of the following exception:",
    "Traceback (most recent call last):",
    "RuntimeError: Warning or error encountered",
    "asked again",
    "… … ms",
    "field larger",
    "unexpected end of data",
    "application/feed+json, application/atom+xml, application/rss+xml, application/xml, text/xml",
    "li blockquote, td blockquote, dd blockquote",
    "p b strong i em u s del strike code span font small a sub sup kbd samp q big tt",
    "time.published, time.dt-published, time.entry-date, time[pubdate], article time[datetime]",
    "cover: {src: images/…, alt: …, credit: …}",
    "devserver: …: …",
    "… --event …",
    "--path …",
    "… commit…",
}
"""What other programs say, which is looked for; what is written into a file; what is typed."""
OTHERS = (
    "arguments? |option: |positional |show this help|expected (?:one|at least one) argument|invalid .* value|usage:|explicit"
    r"|(?i:permission denied|file or directory|is a directory|file exists|space left|read-only)"
    "|^the (?:name|handle|address|id|note) of |^people no longer shown|^a (?:telephone number|long text)$"
)
"""What Python's own reader of commands says, the system of a file, and what is told in several forms."""


def norm(text):
    """Return a message with a gap for each value, without what joins it to others."""
    bare = GAP.sub("…", text).strip(" \n").lstrip(";, ").rstrip(" ;")
    return re.sub("…+", "…", bare)


def list_docstrings(tree):
    """Return the strings of a module that stand alone: nobody but its reader sees them."""
    return {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }


def list_texts(tree):
    """Return every string of a module, an f-string as one, with a gap for each value."""
    constants = english.find_constants(tree)
    parts = {part for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    skipped = list_docstrings(tree) | {part for part in parts if isinstance(part, ast.Constant)}
    texts = (english.read_text(node, constants) for node in ast.walk(tree) if node not in skipped)
    return {text for text in texts if text}


def is_sentence(text):
    """Tell whether a string is of words for a person."""
    return bool(OWN_SENTENCE.search(text)) and not any(
        NO_SENTENCE.search(line) for line in text.splitlines()[:1]
    )


@cache
def read_sentences():
    """Return the French of each message."""
    return {
        str(entry.id): str(entry.string) for entry in read_po(BytesIO(CATALOGUE.read_bytes())) if entry.id
    }


@cache
def read_ours():
    """Return what is said on pages and in messages to people, in the language of the page."""
    ids = (
        entry.id if isinstance(entry.id, str) else entry.id[0]
        for entry in read_po(BytesIO(OURS.read_bytes()))
        if entry.id
    )
    return frozenset(ids)


def find_spoken(file):
    """Return what a module says to an author, each as the catalogue has it."""
    path = file.relative_to(english.PACKAGE).as_posix()
    said = {text for text in english.find_messages(file) if re.search(r"[^\W\d_]{3}", text)}
    if SPEAKING.match(path) and not WRITING.match(path):
        said |= set(filter(is_sentence, list_texts(ast.parse(file.read_text(encoding="utf-8")))))
    lines = {line for text in said - read_ours() for line in text.splitlines()}
    return {norm(line) for line in lines if re.search(r"[a-z]{2}", line)}


@pytest.mark.parametrize(
    "file", english.MODULES, ids=lambda file: file.relative_to(english.PACKAGE).as_posix()
)
def test_every_message_has_its_french(file):
    """Nobody with a French machine reads one message in five in English."""
    known = set(map(norm, read_sentences()))

    assert sorted(find_spoken(file) - known - UNSPOKEN) == []


def test_the_french_fills_in_what_the_english_does():
    """A gap that is left out would hide what is wrong; one too many would stand there as it is."""
    wrong = {
        one: other
        for one, other in read_sentences().items()
        if set(GAP.findall(one)) != set(GAP.findall(other))
    }

    assert wrong == {}


def test_no_french_is_left_over():
    """A message that nobody tells any more needs no translation."""
    told = "\n".join(english.STRINGS)
    own = (one for one in read_sentences() if not re.search(OTHERS, one))
    stale = [one for one in own if any(piece not in told for piece in english.split(norm(one)))]

    assert stale == []


def test_the_french_is_typeset():
    """No plain space before a double sign, no straight apostrophe but around what is typed."""
    faults = re.compile(r" [:;!?»](?=\s|$)|« |[a-zéà]'[a-zéàê]|\.\.\.(?!\])")

    assert [text for text in read_sentences().values() if faults.search(text)] == []


LOOSE = {"{1} or {2}", "{1} by {2}"}
"""Found inside of a sentence only."""


def fill(text):
    """Return a message with a value in each gap, such as an author may have typed."""
    values = {"n": lambda gap: gap[1:], "s": lambda _: "s"}
    return GAP.sub(lambda gap: values.get(gap[1][0], lambda name: f"x{name}")(gap[1]), text)


def test_each_message_finds_its_own_french():
    """And not that of another which is like it."""
    book = Phrasebook(read_sentences())
    lost = [
        one
        for one, other in read_sentences().items()
        if one not in LOOSE and book.translate(fill(one)) != fill(other)
    ]

    assert lost == []
