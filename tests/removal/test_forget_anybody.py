"""Whoever asks is forgotten: any invented name, in any places, in any spelling; and can be brought back by undo only."""

from __future__ import annotations

import contextlib
import io
import re
import unicodedata
from datetime import date
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from event_recap.cli import main
from event_recap.errors import Severity
from event_recap.loading.removed_file import load_removed
from event_recap.loading.returned import find_returned
from event_recap.loading.site import load_site
from event_recap.model.consent import Policy
from event_recap.model.identity import build_id

SETTINGS = 'PATH = "content"\nTIMEZONE = "Europe/Paris"\nDEFAULT_LANG = "fr"\nEVENT_RECAP = {}\n'
FIRST = ("Zélie", "Jean-Loup", "Ørjan", "Ngọc", "ÉLOÏSE", "Wanda", "Søren", "Maïwenn", "Ana María", "O'Nell")
LAST = (
    "Quillebœuf",
    "de la Roche-Aymon",
    "Vandenbröck",
    "Żółkiewski",
    "L’Heureux",
    "Ó Dálaigh",
    "Xu-Lamarche",
)
OTHERS = "- Bob Roy\n- Carla Lune\n- Dora Vrac\n"
PLACES = {
    "attendees/a.yml": ("{others}- {name}   # tôt\n", "{others}- name: {name}\n  role: speaker\n  note: Seul.\n"),
    "attendees/b.yml": (
        "event:\n  name: B\n  organizers: [{id}]\nattendees:\n  - {id}\n  - {{name: Ed, met_with: [{id}, bob-roy]}}\n{inner}",
        'attendees:\n  - {{name: Ed, note: "Vu avec {plain}."}}\n  - {{id: {id}, name: "{plain}", url: https://{id}.example/}}\n{inner}',
    ),
    "people/{id}.yml": ('name: "{name}"\nprofiles: {{x: {handle}}}\nurl: https://{id}.example/moi\n',),
    "recaps/a.md": (
        "Title: A\nDate: 2010-02-03\nAuthors: {name}\n\nAvec {name}, d’{name} et [[{name}]].\n",
        '---\ntitle: "Selon {name}"\ndate: 2010-02-03\nauthors: ["{name}", Bob Roy]\n---\n**{name}**, @{handle} !\n',
        "---\ntitle: A\nlang: en\nguests: [{{name: \"{name}\"}}]\n---\nWe met {upper} ({name}'s talk).\n",
    ),
    "recaps/{id}/index.md": ("Title: B\nDate: 2010-02-03\n\n![{name}](x.png) [lui](https://{id}.example/moi)\n",),
    "recaps/b.md": (
        "Title: B\nDate: 2010-02-03\n\n[**{first}**](https://b.example/) <em>{last}</em>, #{id}, https://x.com/{handle}\n",
        "Title: B\nDate: 2010-02-03\n\n> Oui, {first}\n> {last}.\n\n<!-- {upper} -->\n\n![{reversed}](x.png)\n",
    ),
    "images/x.png.yml": ('people: ["{escaped}", bob-roy]\nalt: "{escaped}"\n',),
    "extra/notes.txt": ("{name}\n{reversed}\n/{id}/\n",),
}  # fmt: skip
"""Files, and the texts of which each may have one."""


@st.composite
def invent(draw):
    """Return a person and the files in which they stand."""
    name = f"{draw(st.sampled_from(FIRST))} {draw(st.sampled_from(LAST))}"
    first, last = name.split(" ", 1)
    words = {
        "name": name,
        "plain": name.replace("'", "’"),
        "id": build_id(name),
        "handle": f"{build_id(name).replace('-', '_')[:12]}_7",
        "upper": name.upper(),
        "reversed": f"{last}, {first}",
        "first": first,
        "last": last,
        "escaped": f"\\x{ord(build_id(name)[0]):02x}{build_id(name)[1:]}",
        "others": OTHERS,
        "inner": OTHERS.replace("- ", "  - "),
    }
    chosen = draw(st.lists(st.sampled_from(sorted(PLACES)), min_size=1, unique=True))
    files = {place: draw(st.sampled_from(PLACES[place])) for place in chosen}
    return words, {place.format(**words): text.format(**words) for place, text in files.items()}


def read_all(content):
    """Return the bytes of every file, by path."""
    return {
        path.relative_to(content).as_posix(): path.read_bytes()
        for path in content.rglob("*")
        if path.is_file()
    }


def run(folder, *words):
    """Run the command in silence, and return its exit code."""
    with contextlib.redirect_stdout(io.StringIO()):
        return main(["forget", *words, "--settings", str(folder / "pelicanconf.py")])


def load(content):
    """Read the lists and files, and who comes back."""
    registry, problems = load_site(
        content,
        attendees_path="attendees",
        people_path="people",
        zone=ZoneInfo("Europe/Paris"),
        policy=Policy(today=date(2010, 3, 1)),
    )
    removed, faults = load_removed(content, {})
    errors = [str(one) for one in (*problems, *faults) if one.severity is Severity.ERROR]
    return errors, find_returned(removed, registry, content)


def fold(text):
    """Return text without case, accents and signs."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return re.sub(r"[\W_]+", " ", "".join(one for one in plain if not unicodedata.combining(one)))


@pytest.mark.slow
@settings(max_examples=40)
@given(invented=invent())
def test_anybody_is_forgotten_and_can_be_put_back(tmp_path_factory, invented):
    """No name, id, handle or address is left in any file, lists can be read, and undo restores every byte."""
    words, files = invented
    folder = tmp_path_factory.mktemp("site")
    content = folder / "content"
    for name, text in {"attendees/z.yml": OTHERS + f"- {words['name']}\n", **files}.items():
        (content / name).parent.mkdir(parents=True, exist_ok=True)
        (content / name).write_text(text, encoding="utf-8")
    (folder / "pelicanconf.py").write_text(SETTINGS, encoding="utf-8")
    before = read_all(content)

    code = run(folder, words["name"], "--yes")
    after = " ".join(f"{name} {data.decode()}" for name, data in read_all(content).items())
    errors, back = load(content)
    undone = run(folder, "--undo")

    assert (code, undone, errors, back) == (0, 0, [], ())
    assert not [words[key] for key in ("name", "id", "reversed") if fold(words[key]).strip() in fold(after)]
    assert "Bob Roy" in after
    assert read_all(content) == before
