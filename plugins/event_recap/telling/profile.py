"""Where the time of a build goes: by phase, feature, generator and template. The one place that overrides.

Nothing is measured unless it is asked for. Then the receivers of Pelican's signals are replaced by ones
that look at the clock, in the same order, until the build ends; and of each generator and of the writer
of the build, objects that end with it, the methods by which Pelican calls them. No class is changed.
A sampling profiler would see every line; this one sees what somebody can do something about.
"""

from __future__ import annotations

import time
from collections import defaultdict
from contextlib import contextmanager
from functools import wraps
from typing import TYPE_CHECKING, Any

from blinker import ANY, Signal
from pelican.plugins import signals

from ..wording.speech import word
from .tally import measure_cpu

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from .tally import Phase

FEATURE, GENERATOR, TEMPLATE = "feature", "generator", "template"
MOST = {FEATURE: 6, GENERATOR: 5, TEMPLATE: 4}
"""How many of each are told: those that took most. With eight phases and two lines around them, 25."""

PACKAGE = __name__.rpartition(".telling.")[0]
FEEDS = "feeds"
"""Stands among the templates for what needs none."""


class Profile:
    """Measures CPU by name; of the same kind, what is inside of another is that one's no more."""

    def __init__(self) -> None:
        """Let every receiver that is connected now look at the clock."""
        self._seconds: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
        self._inside: dict[str, list[float]] = defaultdict(list)
        self._replaced: list[tuple[Signal, list[Any], list[Any]]] = []
        for signal in vars(signals).values():
            if isinstance(signal, Signal):
                before = list(signal.receivers_for(ANY))
                after = [self._time(FEATURE, _name_feature(one), one) for one in before]
                _reconnect(signal, before, after)
                self._replaced.append((signal, after, before))

    def end(self) -> None:
        """Leave the receivers as they were."""
        while self._replaced:
            _reconnect(*self._replaced.pop())

    def measure_generator(self, generator: Any) -> None:  # noqa: ANN401 -- of any plugin, with any methods
        """Measure what a generator reads and writes."""
        name = type(generator).__name__
        if read := getattr(generator, "generate_context", None):
            generator.generate_context = self._time(GENERATOR, f"{name}: {word('reading')}", read)
        if write := getattr(generator, "generate_output", None):
            timed = self._time(GENERATOR, f"{name}: {word('writing')}", self._write(write))
            generator.generate_output = timed

    def format(self, phases: Mapping[Phase, float]) -> str:
        """Return the table: what took most of each kind, in CPU seconds and in percent of the whole build."""
        total = measure_cpu() or 1.0
        rows = [(word("phase"), word(phase.value), spent) for phase, spent in phases.items()]
        for kind, most in MOST.items():
            found = sorted(self._seconds[kind].items(), key=lambda one: -one[1])[:most]
            rows += [(word(kind), name, spent) for name, spent in found]
        lines = [f"{'CPU':12}{'':44}{'s':>8}{'%':>7}"]
        lines += [f"{kind:12}{name:44}{spent:8.2f}{100 * spent / total:7.1f}" for kind, name, spent in rows]
        lines.append(f"{word('all'):12}{'':44}{total:8.2f}{100:7.1f}")
        return "".join(f"{line}\n" for line in lines)

    def _write(self, output: Callable[..., Any]) -> Callable[..., Any]:
        """Return what calls a generator with a writer that looks at the clock as well."""

        def generate_output(writer: Any) -> Any:  # noqa: ANN401 -- Pelican's own, or that of a plugin
            if "write_file" not in vars(writer):
                writer.write_file = self._time_by_template(writer.write_file)
                writer.write_feed = self._time(TEMPLATE, FEEDS, writer.write_feed)
            return output(writer)

        return generate_output

    def _time_by_template(self, write: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(write)
        def write_file(name: str, template: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 -- as above
            with self._measure(TEMPLATE, str(getattr(template, "name", ""))):
                return write(name, template, *args, **kwargs)

        return write_file

    def _time(self, kind: str, name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(call)
        def timed(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 -- whatever is called
            with self._measure(kind, name):
                return call(*args, **kwargs)

        return timed

    @contextmanager
    def _measure(self, kind: str, name: str) -> Iterator[None]:
        inside = self._inside[kind]
        inside.append(0.0)
        start = time.process_time()
        try:
            yield
        finally:
            spent = time.process_time() - start
            self._seconds[kind][name] += spent - inside.pop()
            if inside:
                inside[-1] += spent


def _reconnect(signal: Signal, before: list[Any], after: list[Any]) -> None:
    """Replace all receivers of a signal, which are called in the order in which they were connected."""
    for receiver in before:
        signal.disconnect(receiver)
    for receiver in after:
        signal.connect(receiver, weak=False)


def _name_feature(receiver: Any) -> str:  # noqa: ANN401 -- a function, a method, whatever can be called
    """Return the folder of our feature, or the name of another plugin."""
    module = str(getattr(receiver, "__module__", "") or type(receiver).__module__)
    ours = module.removeprefix(f"{PACKAGE}.")
    return ours.partition(".")[0] if ours != module else module.removeprefix("pelican.plugins.")
