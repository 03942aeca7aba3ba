"""A command that runs in a fork of a process that waits is what it would be in a new one."""

from __future__ import annotations

import os
import subprocess

import pytest
from python_process import run_module, start_server

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="every command runs in a new process here")

LIST = "event: {name: Soir, start: 2010-02-02}\nattendees: [Anne Roy, {name: Bo Ek, colour: red}]\n"
TEXT = "---\ntitle: Un soir\ndate: 2010-02-03\nevent: soir\n---\nBonsoir.\n"
FILES = {"recaps/a.md": TEXT, "attendees/soir.yml": LIST.replace(", colour: red", "")}
TELL = """
import atexit, os, sys
import event_recap, pelican
atexit.register(print, "at the end")
print(sys.argv[1:], os.getcwd(), sys.path[0], __name__, os.environ["SOURCE_DATE_EPOCH"])
print(sorted(pelican.signals.initialized.receivers), pelican.logging.getLogger().handlers, input_is_empty := sys.stdin.read())
sys.exit("over")
"""


def run_both(module, *arguments, **options):
    """Return what a command said in a fork and in a new process."""
    return [run_module(module, *arguments, is_fresh=is_fresh, **options) for is_fresh in (False, True)]


def test_a_fork_has_what_a_new_process_has(tmp_path):
    """Words, folder, environment, an empty input, no plugin, no log; what stands at its end runs, and its code counts."""
    (tmp_path / "tell.py").write_text(TELL, encoding="utf-8")

    fork, new = run_both("tell", "a", "é", cwd=tmp_path, environment={"SOURCE_DATE_EPOCH": "7"})

    assert (fork.returncode, fork.stdout, fork.stderr) == (new.returncode, new.stdout, new.stderr)
    assert (fork.returncode, fork.stderr) == (1, "over\n")
    assert fork.stdout.startswith(f"['a', 'é'] {tmp_path} {tmp_path} __main__ 7\n")
    assert fork.stdout.endswith("at the end\n")


def test_a_mistake_in_a_program_is_told_with_its_lines(tmp_path):
    """An exception ends the fork, and not the process from which the next one comes."""
    (tmp_path / "fail.py").write_text("1 / 0\n", encoding="utf-8")

    for _ in range(2):
        fork, new = run_both("fail", cwd=tmp_path)

        assert fork.returncode == new.returncode == 1
        assert fork.stderr.splitlines()[-2:] == new.stderr.splitlines()[-2:]


def test_what_takes_too_long_is_ended(tmp_path):
    """A command that never ends is killed, and the next one runs."""
    (tmp_path / "sleep.py").write_text(
        "import time\nprint('a', flush=True)\ntime.sleep(9)\n", encoding="utf-8"
    )
    (tmp_path / "wake.py").write_text("print('b')\n", encoding="utf-8")

    with pytest.raises(subprocess.TimeoutExpired):
        run_module("sleep", cwd=tmp_path, limit=1)

    assert run_module("wake", cwd=tmp_path).stdout == "b\n"


def test_a_site_has_the_same_bytes(build_shared_site):
    """The second build in a fork, which finds its templates compiled, makes what a new process makes, and says it."""
    build_shared_site(FILES)
    sites = [build_shared_site(FILES, is_fresh=is_fresh) for is_fresh in (False, True)]

    fork, new = ({name: (site.output / name).read_bytes() for name in site.files()} for site in sites)

    assert fork == new
    assert len(fork) > 20
    assert sites[0].problems() == sites[1].problems()


def test_a_site_with_mistakes_is_told_the_same(build_shared_site):
    """What an author reads of a fork is what they read of a new process."""
    files = {"recaps/a.md": TEXT + "@inconnue\n", "attendees/soir.yml": LIST}

    fork, new = (build_shared_site(files, is_fresh=is_fresh) for is_fresh in (False, True))

    assert (fork.exit_code, fork.problems()) == (new.exit_code, new.problems())
    assert fork.exit_code == 1
    assert len(fork.problems()) > 1


def test_a_template_that_was_changed_is_compiled_again(build_site, tmp_path):
    """A fork uses what was compiled of the same text only."""
    shown = []
    for word in ("un", "deux"):
        (tmp_path / "mine").mkdir(exist_ok=True)
        (tmp_path / "mine/404.html").write_text(f"<p>{word}</p>", encoding="utf-8")
        shown.append(build_site(FILES, THEME_TEMPLATES_OVERRIDES=[str(tmp_path / "mine")]).read("404.html"))

    assert shown == ["<p>un</p>", "<p>deux</p>"]


@pytest.mark.parametrize(
    ("variable", "is_like"),
    [("SOURCE_DATE_EPOCH", True), ("EVENT_RECAP_LANG", True), ("LC_ALL", False), ("PYTHONHASHSEED", False)],
)
def test_what_is_read_at_the_start_starts_a_new_process(variable, is_like):
    """A seed, a locale, a zone: whatever may count as an interpreter starts is given to one that starts."""
    server = start_server()

    assert server.is_like({**server.environment, variable: "77"}) is is_like
