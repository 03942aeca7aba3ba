"""A process that has loaded what commands load, and becomes one of them in a fork, as often as it is asked.

``python_process`` starts it, writes a line of JSON for each command, and reads its exit code. A fork has a
folder, words, an environment and files of its own; no plugin is registered in it and no log is set up, and
it ends as every program does. What templates were compiled to is kept, under all on which that depends.
"""

from __future__ import annotations

import atexit
import gc
import hashlib
import json
import marshal
import os
import pkgutil
import runpy
import signal
import sys
import tempfile
from contextlib import suppress
from importlib import import_module

from jinja2 import Environment

PACKAGES = ("event_recap", "markdown.extensions")
"""Loaded with every module in them, and all that these import."""
MODULES = (
    *("docutils.parsers.rst.languages.fr", "encodings.ascii", "encodings.unicode_escape"),
    *("encodings.utf_8_sig", "fractions", "importlib.resources.readers", "pelican", "rich.ansi", "rich.box"),
    *("rich.file_proxy", "rich.live", "rich.status", "rich.table", "tzdata", "unidecode.x000"),
)
"""What a build imports only when it is under way."""
OPTIONS = (
    *("autoescape", "block_end_string", "block_start_string", "comment_end_string", "comment_start_string"),
    *("finalize", "is_async", "keep_trailing_newline", "line_comment_prefix", "line_statement_prefix"),
    *("lstrip_blocks", "newline_sequence", "optimized", "policies", "sandboxed", "trim_blocks"),
    *("variable_end_string", "variable_start_string"),
)
"""Attributes of an environment of Jinja's that change what a template is compiled to."""

compile_template = Environment.compile
codes = {}
"""What templates were compiled to, here and in the forks so far."""


def load():
    """Import everything, and make the one pattern that takes longer than a page."""
    for package in map(import_module, PACKAGES):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if not module.name.endswith(".__main__"):
                import_module(module.name)
    for name in MODULES:
        import_module(name)
    import_module("event_recap.share.entity").find_urls("https://a.example")


def describe(environment):
    """Return words that differ where an environment may compile a template differently."""
    offered = [*sorted(environment.filters.items()), *sorted(environment.tests.items())]
    return [
        *(repr(getattr(environment, option)) for option in OPTIONS),
        *sorted(environment.extensions),
        *(f"{name} {one.__module__} {getattr(one, '__qualname__', type(one))}" for name, one in offered),
    ]


def compile_once(environment, source, *words, **more):
    """Do what ``Environment.compile`` does, unless it was done before for the same text, words and options."""
    if not isinstance(source, str):
        return compile_template(environment, source, *words, **more)
    depends = [source, repr(words), repr(sorted(more.items())), *describe(environment)]
    key = hashlib.sha256("\0".join(depends).encode("utf-8", "surrogatepass")).digest()
    if key not in codes:
        codes[key] = compile_template(environment, source, *words, **more)
    return codes[key]


def tell_codes(report, known, process):
    """Write what this fork compiled into a file that the process it came from reads."""
    if os.getpid() == process:  # and not in a fork of the fork
        marshal.dump({key: code for key, code in codes.items() if key not in known}, report)
        report.flush()


def hear_codes(report):
    """Keep what a fork compiled; one that was killed told nothing, or not all."""
    report.seek(0)
    with suppress(EOFError, ValueError):
        codes.update(marshal.load(report))


def serve():
    """Fork for each request; return the request, and a file to report in, in the fork."""
    while line := sys.stdin.buffer.readline():
        report = tempfile.TemporaryFile()  # noqa: SIM115 -- stays open in the fork
        child = os.fork()
        if not child:
            return json.loads(line), report
        _, status = os.waitpid(child, 0)
        hear_codes(report)
        report.close()
        os.write(1, b"%d\n" % os.waitstatus_to_exitcode(status))
    sys.exit()


def become(request, report):
    """Take on what a new process would have been given."""
    os.environ.clear()
    os.environ.update(request["environment"])
    os.chdir(request["cwd"])
    names = ((os.devnull, os.O_RDONLY), (request["out"], os.O_WRONLY), (request["err"], os.O_WRONLY))
    for number, (name, mode) in enumerate(names):
        file = os.open(name, mode)
        os.dup2(file, number)
        os.close(file)
    sys.path[0] = request["cwd"]  # and not the folder of this file
    sys.argv[1:] = request["arguments"]
    atexit.register(tell_codes, report, frozenset(codes), os.getpid())
    signal.alarm(request["limit"])


def main():
    """Wait for requests; return, in a fork, the module that it runs."""
    load()
    Environment.compile = compile_once
    gc.collect()
    gc.freeze()  # what is there already is no garbage of a command
    request, report = serve()
    become(request, report)
    return request["module"]


if __name__ == "__main__":
    runpy.run_module(main(), run_name="__main__", alter_sys=True)
