"""How templates become Python: once for a build, and with output that is spelled once."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from jinja2 import BytecodeCache
from jinja2.compiler import CodeGenerator
from markupsafe import Markup, escape

if TYPE_CHECKING:
    from types import CodeType

    from jinja2 import Environment
    from jinja2.bccache import Bucket

WRITER = "write_safely"
"""Name of an environment's attribute: what turns a value into HTML."""
LONGEST = 200
"""In characters; longer words stand on few pages."""

_escape_words = lru_cache(maxsize=8192)(escape)


class CompiledTemplates(BytecodeCache):
    """Keeps templates in memory for one build: each generator has an environment, all of them alike."""

    def __init__(self) -> None:
        """Begin with none."""
        self._codes: dict[tuple[str, str], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill a bucket with what another environment compiled of the same file."""
        bucket.code = self._codes.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        if bucket.code:
            self._codes[bucket.key, bucket.checksum] = bucket.code


class _Generator(CodeGenerator):
    """Writes templates as Jinja does, but for what stands for its function of that name."""

    def write_commons(self) -> None:
        """Begin the code of a template, or of one of its blocks."""
        super().write_commons()
        self.writeline(f"escape = environment.{WRITER}")


def compile_faster(environment: Environment) -> None:
    """Let the templates of an environment spell their output in less time, with the same signs.

    Jinja wraps each word that is put out, and copies what is safe already, before it joins all of them.
    It puts the templates of an environment in a row, the last one asked for at its end, to forget the first.
    """
    environment.cache = {}  # a theme has some dozens: none is forgotten, and none is looked for in a row
    if environment.code_generator_class is CodeGenerator:
        environment.code_generator_class = _Generator
        setattr(environment, WRITER, write_safely)


def write_safely(value: object) -> str:
    """Return a value as HTML; the same words are escaped on thousands of pages.

    >>> write_safely("a < b"), write_safely(Markup("<b>")), write_safely(2)
    (Markup('a &lt; b'), Markup('<b>'), Markup('2'))
    """
    if type(value) is Markup:
        return value
    return _escape_words(value) if type(value) is str and len(value) < LONGEST else escape(value)
