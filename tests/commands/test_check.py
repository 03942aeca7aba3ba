"""``check``: what a build would say and what is missing, with nothing written."""

from __future__ import annotations

import json
from datetime import date

import pytest
from python_process import run_module

from event_recap.commands.checking.outside import KEPT_DAYS, check_links

SETTINGS = 'SITENAME = "Essai"\nPATH = "content"\nTIMEZONE = "UTC"\nPLUGINS = ["event_recap"]\nEVENT_RECAP = {"today": "2026-11-21"}\n'
FINE = "---\ntitle: Une soirée\ndate: 2020-02-03\nevent: soiree\nsummary: Bien.\n---\nLà, chez [eux](https://eux.example/).\n"
LIST = (
    "event: {name: Soirée, start: 2020-02-02, location: {name: Café}}\nattendees: [{name: Anne Tremblay}]\n"
)
GAPS = """event: {name: Sans lieu}
attendees:
- name: Rose Vaillant
  consent: {given: 2020-01-01, until: 2026-12-31}
- {name: Luc Sicotte, visibility: hidden, consent: {given: 2020-01-01, until: 2026-12-31}}
"""
WRONG = "---\ntitle: Autre\ndate: 2020-02-03\nevent: soire\n---\nAvec @inconnue et [rien](rien.md).\n"


def write_site(folder, **files):
    """Write a site with a recap and a list, and other files by their path."""
    everything = {"recaps/soiree.md": FINE, "attendees/soiree.yml": LIST, **files}
    (folder / "pelicanconf.py").write_text(SETTINGS, encoding="utf-8")
    for name, text in everything.items():
        path = folder / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def check(folder, *words):
    """Run the command as an author does."""
    return run_module("event_recap", "check", *words, cwd=folder, limit=60)


@pytest.fixture(name="site", scope="module")
def fixture_site(tmp_path_factory):
    """Write a site with gaps and mistakes, once."""
    files = {"attendees/gaps.yml": GAPS, "recaps/faux.md": WRONG}
    return write_site(tmp_path_factory.mktemp("site"), **files)


@pytest.fixture(name="said", scope="module")
def fixture_said(site):
    """Check it, and return the findings by kind."""
    done = check(site, "--json")
    findings = json.loads(done.stdout)["findings"]
    kinds = {finding["kind"] for finding in findings}
    return {kind: [finding for finding in findings if finding["kind"] == kind] for kind in kinds}


def test_a_site_with_nothing_missing_is_ready(tmp_path):
    """Where all is well, one line says so, and the exit code lets a script go on."""
    done = check(write_site(tmp_path))

    assert (done.returncode, done.stdout) == (0, "nothing found: ready to publish\n")


def test_errors_of_every_file_are_told_at_once_and_nothing_is_written(site):
    """All mistakes are told with file and line, as a build tells them; no folder appears."""
    before = sorted(path.name for path in site.iterdir())
    done = check(site)

    assert done.returncode == 1
    assert "content/recaps/faux.md:4:8: event: " in done.stdout
    assert "did you mean 'soiree'?" in done.stdout
    assert "rien.md" in done.stdout
    assert done.stdout.rstrip().endswith("a build refuses this; put the errors right")
    assert sorted(path.name for path in site.iterdir()) == before


def test_an_event_without_date_or_place_is_a_gap(said):
    """What an event page would lack is told with the line to add."""
    gaps = {(gap["file"], gap["field"]) for gap in said["gap"]}

    assert {
        ("content/attendees/gaps.yml", "event.start"),
        ("content/attendees/gaps.yml", "event.location"),
    } <= gaps


def test_a_recap_without_a_summary_is_a_gap(said):
    """Lists and shared links would show the first words."""
    assert "content/recaps/faux.md" in {gap["file"] for gap in said["gap"] if gap["field"] == "summary"}


def test_a_consent_that_ends_soon_is_a_gap_and_names_nobody(said):
    """Sixty days before, there is time to ask; who is shown no more anyway is not told."""
    (gap,) = [gap for gap in said["gap"] if gap["field"] == "consent"]

    assert gap["line"] == 4
    assert "2026-12-31" in gap["what"]


def test_an_unknown_mention_is_told(said):
    """A handle that nobody has is a warning."""
    assert [found for found in said["warning"] if "inconnue" in found["what"]]


def test_wrong_settings_are_told_and_nothing_else(tmp_path):
    """Where the settings cannot be read there is nothing to check: one line says why."""
    site = write_site(tmp_path)
    (site / "pelicanconf.py").write_text(SETTINGS.replace("today", "todai"), encoding="utf-8")

    done = check(site)

    assert done.returncode == 1
    assert "todai: unknown setting; did you mean 'today'?" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("days", "asked"),
    [
        (0, []),
        (KEPT_DAYS - 1, ["https://b.example/"]),
        (KEPT_DAYS, ["https://a.example/", "https://b.example/"]),
    ],
)
def test_a_link_is_asked_about_once_a_week_and_a_dead_one_each_day(tmp_path, days, asked):
    """Servers are not asked again and again; what was gone may be back tomorrow."""
    urls = ["https://a.example/", "https://b.example/"]
    answers = {"https://b.example/": "answers 404"}
    check_links(urls, tmp_path, date(2026, 11, 1), lambda url: answers.get(url, ""), 0)
    turn = []

    found = check_links(
        urls, tmp_path, date(2026, 11, 1 + days), lambda url: turn.append(url) or answers.get(url, ""), 0
    )

    assert sorted(turn) == asked
    assert found == answers


def test_a_damaged_cache_is_forgotten(tmp_path):
    """What cannot be read of the last answers is asked anew."""
    (tmp_path / "event-recap-links.json").write_text('{"https://a.example/": 3}', encoding="utf-8")

    assert check_links(["https://a.example/"], tmp_path, date(2026, 11, 1), lambda _: "answers 410", 0)


def test_the_last_answers_name_nobody(tmp_path):
    """Addresses of people are in the cache in no form that can be read, and only those that are linked today."""
    cache = tmp_path / "event-recap-links.json"
    check_links(["https://a.example/"], tmp_path, date(2026, 11, 1), lambda _: "", 0)
    before = json.loads(cache.read_text(encoding="utf-8"))

    check_links(["https://b.example/"], tmp_path, date(2026, 11, 1), lambda _: "", 0)

    after = json.loads(cache.read_text(encoding="utf-8"))
    assert (len(before), len(after), before.keys() & after.keys()) == (1, 1, set())
    assert "example" not in str((before, after))
