"""What a build prints may be read by anybody: nobody who may not be shown is named in it, nor by a slip."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

SETTINGS = Path(__file__).parents[2] / "pelicanconf.py"
SECRETS = ("zdzisława", "zdzislawa", "quetzalowa", "xylander", "yolandine", "kwartzy", "wojciechowa")
LEVELS = ("visibility: hidden", "visibility: counted", "visibility: initials", "consent: {until: 2011-01-01}")
LIST = """\
event: {name: Soir, start: 2010-02-02, organizers: [zdzislawa-quetzalowx, {name: Zdzisława Quetzalowa}]}
attendees:
  - {name: Anne Roy, note: "Vu @kwartzy, @kwartzyy et [[Zdzisława Quetzalowa]]. MARK"}
  - name: Zdzisława Quetzalowa
    LEVEL
    profiles: {x: kwartzy}
    MISTAKE
"""
ENTRY_MISTAKES = (
    *("url: kwartzy.example", "role: Quetzalowa", "profile: [kwartzy]", "photo: images/quetzalowa.jpg"),
    *(
        'twitter: "@kwartzy/x"',
        "met_with: [zdzislawa-quetzalow]",
        "zdzisława: x",
        "consent: {method: kwartzy}",
    ),
)
TEXTS = (
    "Avec @kwartzy, @kwartzyy et [[Zdzisława Quetzalowa]].",
    "Avec Zdzisława Quetzalowa, [elle](https://x.com/kwartzy).",
    "[a]({filename}/@person/zdzislawa-quetzalowa) [b]({filename}/people/zdzislawa-quetzalowa.yml)",
    "![c](images/quetzalowa.png) [d](/people/zdzislawa-quetzalowa/) [e]({filename}zdzislawa-quetzalowa.md)",
)
HEADS = (
    "tags: [zdzislawa-quetzalowa]",
    "cover: images/zdzislawa-quetzalowa.jpg",
    "cover: {src: images/quetzalowa.png, people: [zdzislawa-quetzalow]}",
    "event: zdzislawa-quetzalowa",
    "guests: [{name: Zdzisława Quetzalowa, url: kwartzy}]",
    "slug: zdzislawa-quetzalowa",
    "summary: Avec [[Zdzisława Quetzalowa]]",
    'share: {text: "@kwartzy", via: "zdzisława quetzalowa"}',
)


@pytest.mark.parametrize("number", range(8))
def test_whatever_is_wrong_around_somebody_nothing_printed_names_them(build_site, picture, number):
    """In lists, files, texts and front matter, in what we say and in what Pelican says beside it."""
    level, text = LEVELS[number % 4], TEXTS[number % 4]
    entry = LIST.replace("LEVEL", level).replace("MISTAKE", ENTRY_MISTAKES[number])
    files = {
        "attendees/soir.yml": entry,
        "people/zdzislawa-quetzalowa.yml": f"name: Zdzisława Quetzalowa\naliases: [anne-roy]\n{level}\n",
        "people/yolandine-wojciechowa.yml": "name: Yolandine Wojciechowa\nvisibility: hidden\n",
        "people/yolandine-xylander.yml": "name: Yolandine\nvisibility: hidden\nurl: [\n",
        "recaps/a.md": f"---\ntitle: Soir\ndate: 2010-02-03\n{HEADS[number]}\n---\n{text}\n",
        "images/quetzalowa.jpg": picture,
        "images/quetzalowa.jpg.yml": "people: [zdzislawa-quetzalowa, zdzislawa-quetzalow]\n",
    }

    site = build_site(files, EVENT_RECAP={"today": "2026-01-01"})

    printed = (site.errors + site.log).casefold().replace("-", " ")
    assert site.problems()
    assert [word for word in SECRETS if word in printed] == []


@pytest.mark.parametrize("level", LEVELS)
def test_a_build_that_goes_on_names_nobody_either(build_site, level):
    """Warnings and notes, and what Pelican says of the pages it writes."""
    files = {
        "attendees/soir.yml": f"- Anne Roy\n- name: Zdzisława Quetzalowa\n  {level}\n",
        "people/yolandine-wojciechowa.yml": "name: Yolandine Wojciechowa\nvisibility: hidden\n",
        "people/zdzislawa-quetzalowa.yml": "name: Zdzisława Quetzalowa\nfirstname: Zdzisława\n",
        "recaps/a.md": "---\ntitle: Soir\ndate: 2010-02-03\nevent: soir\n---\nTexte.\n",
    }

    site = build_site(files, EVENT_RECAP={"today": "2026-01-01"})

    printed = (site.errors + site.log).casefold().replace("-", " ")
    assert site.exit_code == 0, site.errors
    assert any("no list names this person" in line for line in site.problems())
    assert [word for word in SECRETS if word in printed] == []


@pytest.fixture(name="read_terminal")
def fixture_read_terminal():
    """Run a command whose errors go to a terminal, and return what stands there."""

    def read_terminal(command, folder):
        ours, theirs = pty.openpty()
        with os.fdopen(ours, "rb", buffering=0) as screen:
            subprocess.run(
                command, cwd=folder, stdout=subprocess.DEVNULL, stderr=theirs, timeout=120, check=False
            )
            os.close(theirs)
            shown = b""
            while part := _read_part(screen):
                shown += part
        return shown.decode().replace("\r\n", "\n")

    return read_terminal


def _read_part(screen):
    """Return what comes next; nothing at the end, which Linux calls an error."""
    try:
        return screen.read(4096)
    except OSError:
        return b""


def test_at_a_terminal_the_author_reads_which_file_it_is(build_site, read_terminal):
    """In a log, the number of the file leads there; on their own screen, its path does."""
    files = {"people/zoe.yml": "name: Zoé\nvisibility: hidden\nnmae: x\n", "attendees/soir.yml": "- zoe\n"}
    what = "3:1: nmae: unknown key; did you mean 'name'?"

    site = build_site(files)
    command = [sys.executable, "-m", "pelican", "content", "-s", str(SETTINGS)]
    shown = read_terminal([*command, "-e", f'CACHE_PATH="{site.folder}/cache"'], site.folder)

    assert f"content/people/ (file 1 of 1):{what}" in site.problems()
    assert f"content/people/zoe.yml:{what}" in shown.splitlines()
