"""How templates become Python: once until they change, and with output that is spelled once."""

from __future__ import annotations

import hashlib
import json
import marshal
import sys
from base64 import b64decode, b64encode
from contextlib import suppress
from functools import cache, lru_cache, partial
from types import CodeType
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from jinja2 import BytecodeCache, Environment, TemplateError
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator
from markupsafe import Markup, escape

from .engine.own_code import OURS, digest_code, list_versions

if TYPE_CHECKING:
    from .engine.kept_lines import KeptLines

TEMPLATES_NAME = "event-recap-templates"
"""File in Pelican's folder of caches."""
TEMPLATES_FORM = "event-recap templates 1"
"""Its first line."""
_LIBRARIES = ("Jinja2", "MarkupSafe", "pelican", "Babel")
"""Code of others that compiles, or that filters call."""
WRITER = "write_safely"
"""Name of an environment's attribute: what turns a value into HTML."""
LONGEST = 200
"""In characters; longer words stand on few pages."""

_escape_words = lru_cache(maxsize=8192)(escape)


class CompiledTemplates(BytecodeCache):
    """Keeps templates for all generators of a build, which have an environment each, and for the next build.

    What is kept is code. It is believed for the same reason as that which Python keeps beside a module:
    nobody else could write it.
    """

    def __init__(self, kept: KeptLines | None = None) -> None:
        """Begin with what the last build left.

        Args:
            kept: Where templates are kept from build to build; None keeps them for one build.
        """
        self._kept = kept
        self._codes: dict[str, CodeType] = {}
        self._names: dict[str, str] = {}
        self._environments: WeakKeyDictionary[Environment, str] = WeakKeyDictionary()

    def __reduce__(self) -> tuple[type[CompiledTemplates], tuple[()]]:
        """Be empty in Pelican's own cache, which keeps texts together with their settings."""
        return type(self), ()

    def get_bucket(self, environment: Environment, name: str, filename: str | None, source: str) -> Bucket:
        """Return the code of a template, where it is known for all that decides on it."""
        key = self._make_key(environment, name, filename, source)
        self._names[key] = name
        bucket = Bucket(environment, key, checksum="")  # of the source, which is in the key
        self.load_bytecode(bucket)
        return bucket

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill a bucket with what another environment compiled of the same template, or the last build."""
        if bucket.key not in self._codes and (code := self._find_kept(bucket)):
            self._codes[bucket.key] = code
        bucket.code = self._codes.get(bucket.key)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        if bucket.code:
            self._codes[bucket.key] = bucket.code
            if self._kept and self._environments[bucket.environment]:
                code = b64encode(marshal.dumps(bucket.code)).decode("ascii")
                self._kept.keep(bucket.key, [self._names[bucket.key], code])

    def close(self) -> None:
        """Leave to the next build what was compiled, and what it would find besides of the last build."""
        if self._kept and self._kept.has_news:
            for key, found in self._kept.list_unused():
                if self._is_current(str(found[0]), key):
                    self._kept.reuse(key)
            self._kept.close()
        self._kept = None

    def _make_key(self, environment: Environment, name: str, filename: str | None, source: str) -> str:
        if environment not in self._environments:
            self._environments[environment] = describe_environment(environment)
        told = json.dumps([self._environments[environment], name, filename, source])
        return hashlib.sha256(told.encode("ascii")).hexdigest()

    def _find_kept(self, bucket: Bucket) -> CodeType | None:
        if self._kept and (found := self._kept.find(bucket.key)):
            with suppress(EOFError, LookupError, TypeError, ValueError):
                code = marshal.loads(b64decode(found[1]))  # noqa: S302 -- nobody else could write it
                self._kept.reuse(bucket.key)
                return code if isinstance(code, CodeType) else None
        return None

    def _is_current(self, name: str, key: str) -> bool:
        """Tell whether a template of the last build would be found in this one."""
        for environment in self._environments:
            with suppress(TemplateError, OSError, ValueError):
                if environment.loader:
                    source, filename, _ = environment.loader.get_source(environment, name)
                    return self._make_key(environment, name, filename, source) == key
        return False


def describe_environment(environment: Environment) -> str:
    """Return a hash of all of an environment that decides on the code of its templates.

    Filters and tests of words that stand in a template are applied when it is compiled.

    Returns:
        Nothing, where a function of others decides as well.
    """
    if environment.finalize or callable(environment.autoescape):
        return ""
    functions = {**environment.filters, **environment.tests}
    told = [
        {name: value for name, value in vars(environment).items() if isinstance(value, str | int | None)},
        [sorted(environment.filters), sorted(environment.tests), sorted(environment.extensions)],
        {name: repr(one.keywords) for name, one in functions.items() if isinstance(one, partial)},
        {name: repr(value) for name, value in environment.policies.items()},
        [repr(type(environment)), repr(environment.code_generator_class)],
        _describe_code(),
    ]
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode("ascii")).hexdigest()


@cache
def _describe_code() -> list[str]:
    return [sys.version, *list_versions(_LIBRARIES), digest_code(OURS)]


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
