"""A build that would change nothing ends before it begins; anything that could change the site begins one."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import pytest

from event_recap.engine.own_file import open_sealed, read_own_file, seal
from event_recap.engine.record import describe_read, find_change, find_path

RECAP = "---\ntitle: Une soirée\ndate: 2020-02-03\nevent: soiree\n---\nIls étaient [là](https://a.example).\n"
LIST = "event: {name: Soirée, start: 2020-02-02}\nattendees: [{name: Anne Tremblay}]\n"
FILES = {
    "recaps/soiree.md": RECAP,
    "attendees/soiree.yml": LIST,
    "pages/a-propos.md": "Title: Nous\n\nNous.\n",
}
# The folder of texts begins like the cache, which is looked at by nobody: it is another one.
CLASS = {"PELICAN_CLASS": "event_recap.Pelican", "SITEURL": "https://a.example", "CACHE_PATH": "cont"}
SAID = "nothing changed"
WITH_WARNING = {
    **FILES,
    "attendees/notes.txt": "stray",
    "attendees/soiree.yml": LIST.replace("Tremblay", "Tremblay, follow_up: Lunch"),
}


SLOW = """
import os, time
from pathlib import Path
from pelican import signals
exec((Path(__file__).parent / "pelicanconf.py").read_text(encoding="utf-8"))

def hold(name):
    if os.path.exists(name):
        os.rename(name, "held")
        while os.path.exists("held"):
            time.sleep(0.01)

signals.all_generators_finalized.connect(lambda _: hold("read"), weak=False)
signals.finalized.connect(lambda _: hold("written"), weak=False)
"""


@pytest.fixture(name="ours", scope="module")
def fixture_ours(tmp_path_factory, request):
    """Copy what makes sites into a folder in which no test that runs at the same time leaves anything."""
    home, kept = tmp_path_factory.mktemp("ours"), request.config.rootpath
    for name in ("plugins", "theme"):
        shutil.copytree(kept / name, home / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(kept / "pelicanconf.py", home)
    (home / "slow.py").write_text(SLOW, encoding="utf-8")
    return home


@pytest.fixture(name="options", scope="module")
def fixture_options(ours):
    """Return how a new interpreter is asked to build with that copy."""
    environment = {"PYTHONPATH": str(ours / "plugins")}
    return {
        "configuration": str(ours / "pelicanconf.py"),
        "environment": environment,
        "EVENT_RECAP": {},
        **CLASS,
    }


@pytest.fixture(name="theme")
def fixture_theme(ours):
    """Return the folder of the theme, which a test may change."""
    return ours / "theme"


@pytest.fixture(name="built", scope="module")
def fixture_built(build_shared_site, options):
    """Build a site that tells no warning, once."""
    site = build_shared_site(FILES, **options)
    assert (site.exit_code, site.errors) == (0, "")
    return site


@pytest.fixture(name="look")
def fixture_look(built):
    """Return what looks for a change as the next build would; what a test put back is as it was for the next."""
    record = built.folder / ".output.record"
    form, circumstances, told, *lines = open_sealed(record.read_bytes()).decode("utf-8").splitlines()
    yield lambda: find_change(record, circumstances)[0]
    read = [find_path(line) for line in lines if "/" in line.split(" ", 3)[2]]
    others = [line for line in lines if "/" not in line.split(" ", 3)[2]]
    text = "\n".join([form, circumstances, told, *describe_read(read), *others, ""])
    record.write_bytes(seal(text.encode("utf-8")))


@contextmanager
def changed(path, data, *, is_dated_back=False):
    """Give a file other bytes, or take it away where there are none, and put it back as it was."""
    before, moments = path.read_bytes() if path.exists() else None, [path.parent.stat()]
    moments += [path.stat()] if before is not None else []
    kept = path.with_name("kept aside")
    if data is None:
        path.rename(kept)
    else:
        path.write_bytes(data)
    if is_dated_back:
        os.utime(path, ns=(moments[1].st_atime_ns, moments[1].st_mtime_ns))
    yield
    if data is None:
        kept.rename(path)
    elif before is None:
        path.unlink()
    else:
        path.write_bytes(before)
    for place, moment in zip((path.parent, path), moments, strict=False):
        os.utime(place, ns=(moment.st_atime_ns, moment.st_mtime_ns))


def test_a_site_that_is_as_it_was_has_no_change(look):
    """Where nothing was touched, there is nothing to build."""
    assert look() is None


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("content/recaps/soiree.md", RECAP.replace("là", "ici").encode()),
        ("content/recaps/soiree.md", RECAP.replace("Ils", "Uns").encode()),
        ("content/recaps/autre.md", RECAP.encode()),
        ("content/recaps/soiree.md", None),
        ("content/attendees/soiree.yml", LIST.replace("Anne", "Rose").encode()),
        ("content/attendees/soiree.yml", None),
        ("content/attendees/autre.yml", b"- Rose Tremblay\n"),
        ("content/people", b"a folder that was not there, or what stands for one"),
        ("content/removed.yml", b"key: x\n"),
        ("content/pages/a-propos.md", b"Title: Vous\n\nVous.\n"),
        ("content/ids.yml", b""),
        ("output/index.html", b"<p>typed by hand"),
        ("output/recaps/une-soiree/index.html", None),
        (".output.record", b"\x00 not a record"),
        (".output.record", None),
    ],
)
def test_a_file_that_is_other_new_or_gone_is_a_change(built, look, name, data):
    """Edit, add or delete a text, a list, a person, a page that was built: the next build builds."""
    with changed(built.folder / name, data):
        found = look()

    assert found


def test_a_file_whose_date_was_set_back_is_a_change(built, look):
    """An archive that is unpacked over a site gives each file the date that it had, whatever is in it."""
    path = built.folder / "content" / "recaps" / "soiree.md"
    with changed(path, RECAP.replace("Ils", "Uns").encode(), is_dated_back=True):
        found = look()

    assert found == str(path)


def test_a_text_in_a_folder_whose_date_was_set_back_is_a_change(built, look):
    """So is one that such an archive adds."""
    path = built.folder / "content" / "recaps" / "autre.md"
    before = path.parent.stat()
    with changed(path, RECAP.encode()):
        os.utime(path.parent, ns=(before.st_atime_ns, before.st_mtime_ns))
        found = look()

    assert found == str(path.parent)


@pytest.mark.parametrize("setting", ["THEME_TEMPLATES_OVERRIDES", "THEME_STATIC_PATHS"])
def test_a_folder_that_was_looked_for_in_vain_is_a_change(build_site, options, tmp_path, setting):
    """An author may name a folder in the settings before making it."""
    named = {setting: ["static", str(tmp_path / "over")]}
    build_site(FILES, **options, **named)
    assert SAID in build_site({}, **options, **named).log
    (tmp_path / "over").mkdir()

    site = build_site({}, **options, **named)

    assert SAID not in site.log


def test_texts_where_a_build_keeps_what_it_makes_are_read_each_time(build_site, options):
    """What is beside the caches changes with each build, and would not be looked at."""
    build_site(FILES, **{**options, "CACHE_PATH": "content"})

    site = build_site({}, **{**options, "CACHE_PATH": "content"})

    assert SAID not in site.log


def test_what_the_engine_remembers_is_read_by_its_owner_only(built):
    """The names of people's files are mostly theirs, and what lies beside a site may be on the web."""
    record = built.folder / ".output.record"

    assert str(built.folder / "content" / "attendees" / "soiree.yml") in record.read_text(encoding="utf-8")
    assert record.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("name", ["templates/article.html", "templates/pair.html", "static/css/main.css"])
def test_a_template_or_a_style_is_a_change(theme, look, name):
    """A theme that was edited shows at the next build, whether a page used that file or not."""
    with changed(theme / name, b"other"):
        found = look()

    assert found == str(theme / name)


def test_a_template_that_is_new_is_a_change(theme, look):
    """A template that did not exist may take the place of one that did."""
    with changed(theme / "templates" / "recap_of_mine.html", b"mine"):
        found = look()

    assert found == str(theme / "templates")


def test_the_second_build_says_so_and_leaves_the_site(build_site, options):
    """A build with nothing to do ends with 0, says why it did nothing, and touches no file."""
    first = build_site(FILES, **options)
    before = {name: (first.output / name).stat().st_mtime_ns for name in first.files()}

    second = build_site({}, **options)

    assert (first.exit_code, second.exit_code) == (0, 0)
    assert SAID in second.log
    assert SAID not in first.log
    assert {name: (second.output / name).stat().st_mtime_ns for name in second.files()} == before


@pytest.mark.parametrize(
    "circumstance",
    [
        {"SITENAME": "Autre"},
        {"NO_CACHE": True},
        {"environment": {"SOURCE_DATE_EPOCH": "2000000000"}},
        {"fatal": "warnings"},
    ],
)
def test_another_setting_day_or_strictness_builds(build_site, circumstance):
    """The same files with another setting, on another day, or with warnings that stop: a build."""
    build_site(FILES, **CLASS)

    assert SAID not in build_site({}, **{**CLASS, **circumstance}).log


def test_a_warning_and_a_note_are_told_again_though_nothing_is_built(build_site, options):
    """Who missed what a build told reads it at the next, which has nothing else to do."""
    first = build_site(WITH_WARNING, **options)

    second = build_site({}, **options)

    assert "warning: " in first.errors
    assert "note: " in first.errors
    assert SAID in second.log
    assert second.errors == first.errors


def test_a_warning_that_was_put_right_is_told_no_more(build_site, options):
    """What is told again is what the last build told, and none before."""
    site = build_site(WITH_WARNING, **options)
    build_site({}, **options)
    (site.folder / "content" / "attendees" / "notes.txt").unlink()

    third, fourth = (build_site({}, **options) for _ in range(2))

    assert SAID not in third.log
    assert SAID in fourth.log
    assert "warning: " not in third.errors + fourth.errors


@pytest.mark.parametrize("hearer", [{"EVENT_RECAP_LANG": "fr"}, {}])
def test_what_was_told_is_told_to_whom_it_was_told(build_site, options, hearer):
    """In another language, a site is built, and says in it what it has to say."""
    english, other = ({**options["environment"], **said} for said in ({}, hearer))
    build_site(WITH_WARNING, **{**options, "environment": english})

    second = build_site({}, **{**options, "environment": other})

    assert (SAID in second.log, "warning: " in second.errors) == (not hearer, not hearer)
    assert "notes.txt" in second.errors


def test_what_was_told_and_is_damaged_is_a_change(built, look):
    """A record of which one sign is another is no record, nor is one of which the last lines are lost."""
    record = built.folder / ".output.record"
    data = record.read_bytes()

    for damaged in (data.replace(b"content", b"contend", 1), data[: data.rindex(b"\n", 0, -60) + 1]):
        with changed(record, damaged):
            found = look()

        assert found


def test_what_git_said_is_asked_again(build_site, options, tmp_path):
    """A warning about what git keeps ends when git keeps it no more, though no text changed."""
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    notebook = {"attendees/.follow-ups.yml": "soiree:\n- {about: anne-tremblay, text: Lunch}\n"}
    first = build_site({**FILES, **notebook}, **options)
    (tmp_path / ".gitignore").write_text(".follow-ups.yml\n", encoding="utf-8")

    second = build_site({}, **options)

    assert "git would keep" in first.errors
    assert second.errors == ""


def test_a_warning_of_others_is_left_to_them(build_site, options):
    """On what a warning of Pelican's own depends nobody knows: the site is built again, and it tells it."""
    first = build_site({**FILES, "pages/a-propos.md": "Title: Nous\n\n[Nous]({x}nous).\n"}, **options)

    second = build_site({}, **options)

    assert SAID not in second.log
    assert "Replacement Indicator" in first.log
    assert "Replacement Indicator" in second.log


def test_a_build_that_failed_is_tried_again(build_site):
    """After a mistake the next build says it again, and does not say that nothing changed."""
    build_site(FILES, **CLASS)
    failed = build_site({"recaps/faux.md": "---\ntitle: [\n---\n"}, **CLASS)

    again = build_site({}, **CLASS)

    assert (failed.exit_code, again.exit_code) == (1, 1)
    assert again.errors == failed.errors


def test_another_plugin_builds_each_time(build_site, tmp_path):
    """What a plugin of others reads is not known, so its site is built each time."""
    (tmp_path / "theirs.py").write_text("def register():\n    pass\n", encoding="utf-8")
    settings = {**CLASS, "PLUGINS": ["event_recap", "theirs"], "PLUGIN_PATHS": [str(tmp_path)]}
    build_site(FILES, environment={"PYTHONPATH": "plugins"}, **settings)

    assert SAID not in build_site({}, **settings).log


def test_a_pipe_where_a_record_was_is_none(tmp_path):
    """Nobody waits until somebody writes to it."""
    os.mkfifo(tmp_path / "pipe")

    assert read_own_file(tmp_path / "pipe") == b""


@pytest.fixture(name="build_slowly")
def fixture_build_slowly(ours, build_site, options, tmp_path):
    """Return what builds a site, and does something once all is read or written, as somebody else would."""

    def build(edit=None, once="read"):
        slow = {**options, "configuration": str(ours / "slow.py")}
        if edit is None:
            return build_site({}, **slow)
        (tmp_path / once).touch()
        with ThreadPoolExecutor() as pool:
            done = pool.submit(_edit_meanwhile, tmp_path, edit)
            site = build_site({}, **slow)
            done.result(timeout=60)
        return site

    build_site(FILES, **{**options, "configuration": str(ours / "slow.py")})
    return build


def _edit_meanwhile(folder, edit):
    while not (folder / "held").exists():
        time.sleep(0.01)
    edit()
    (folder / "held").unlink()


@pytest.mark.parametrize("is_gone", [True, False])
@pytest.mark.parametrize("name", ["content/recaps/soiree.md", "content/pages/a-propos.md"])
def test_what_changes_during_a_build_is_built_by_the_next(build_slowly, tmp_path, name, is_gone):
    """A text that is taken away, or replaced by one of an older date, as by unpacking an archive."""
    text, other = tmp_path / name, tmp_path / "content/recaps/autre.md"
    other.write_text("---\ntitle: Autre\ndate: 2020-02-03\n---\n", encoding="utf-8")  # goes into ids.yml

    def edit():
        data, moment = text.read_text(encoding="utf-8"), text.stat().st_mtime_ns
        text.unlink()
        if not is_gone:
            text.write_text(data.replace("Ils", "Elles").replace("Nous.", "Vous."), encoding="utf-8")
            os.utime(text, ns=(moment, moment))

    build_slowly(edit)
    found = build_slowly()

    assert SAID not in found.log
    words = b"Nous." if "propos" in name else b"Ils "
    assert not any(words in data for path, data in found.read_all().items() if path.endswith("html"))
    assert SAID in build_slowly().log


def test_what_a_build_removes_is_nothing_that_it_looked_for(build_site, options, tmp_path):
    """No name of a page that is gone stays beside the site, as if a folder of that name were wanted here."""
    build_site(FILES, **options)
    (tmp_path / "content/attendees/soiree.yml").write_text(
        "event: {name: Soirée, start: 2020-02-02}\n", encoding="utf-8"
    )

    build_site({}, **options, DEFAULT_PAGINATION=7)

    known = {"content", "pelicanconf.py"}
    for name in (".output.record", ".output.pages"):
        text = (tmp_path / name).read_text(encoding="utf-8")
        assert "anne-tremblay" not in text
        assert set(re.findall(rf"{re.escape(str(tmp_path))}/([^/\s\"]+)", text)) <= known | {"output"}


def test_a_page_that_somebody_types_in_during_a_build_is_made_by_the_next(build_slowly, tmp_path):
    """It was looked at before, and taken from the last site."""
    page = tmp_path / "output/nous/index.html"
    before = page.read_bytes()
    (tmp_path / "content/recaps/autre.md").write_text(
        "---\ntitle: Autre\ndate: 2020-02-03\nstatus: draft\n---\n"
    )

    build_slowly(lambda: page.write_text("typed", encoding="utf-8"), once="written")
    typed, site = page.read_text(encoding="utf-8"), build_slowly()

    assert (typed, SAID in site.log) == ("typed", False)
    assert page.read_bytes() == before
