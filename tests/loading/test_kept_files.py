"""Lists and people's files that are as they were are not read again, and give what reading them gives."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from event_recap.loading import kept_files
from event_recap.loading.kept_files import LISTS_NAME, KeptFiles
from event_recap.loading.site import load_site
from event_recap.model.consent import Policy

LIST = """\
event:
  name: Focus 20
  start: 2010-02-03 18:30
  end: 22:00
  timezone: America/Montreal
  status: rescheduled
  previous_start: 2010-01-20T18:30:00-05:00
  location: {name: Café, country: CA, latitude: 45.4, longitude: -71.9}
  organizers: [anne, {name: Association, url: "https://a.example/"}]
  offers: [{name: Entrée, price: 12.50, currency: CAD, availability: in-stock}]
  coverage: [{type: photos, url: "https://p.example/"}]
attendees:
  - {id: anne, role: speaker, met_with: [zoe], known_since: 2009-12-24}
  - {id: zoe, name: Zoé Ébène, consent: {given: 2010-02-01, method: email, graph: no}}
  - "@marc"
"""
PERSON = "name: Anne Roy\nbio: Elle code.\nprofiles: {mastodon: '@anne@social.example'}\naliases: [anne-r]\n"
SITE = {"attendees/focus.yml": LIST, "people/anne.yml": PERSON}


@pytest.fixture(name="load")
def fixture_load(content, write, tmp_path, monkeypatch):
    """Return what loads a site as a build does, and tells what of it was read anew."""
    found = []
    for name in ("load_event", "load_person"):
        function = getattr(kept_files, name)
        monkeypatch.setattr(
            kept_files,
            name,
            lambda file, load=function, **how: found.append(file.inner_path) or load(file, **how),
        )

    def load(files, zone="Europe/Paris", *, is_kept=True):
        for path in content.rglob("*.yml"):
            path.unlink()
        for name, text in files.items():
            write(name, text)
        found.clear()
        kept = KeptFiles(tmp_path / "cache" / LISTS_NAME, ZoneInfo(zone)) if is_kept else None
        registry, problems = load_site(
            content,
            attendees_path="attendees",
            people_path="people",
            zone=ZoneInfo(zone),
            policy=Policy(today=date(2026, 11, 21)),
            kept=kept,
        )
        if kept:
            kept.close(registry)
        return (repr(registry.events), repr(registry.people), problems), list(found)

    return load


def test_a_file_that_is_as_it_was_is_not_read_again(load):
    """And says what it said: days, hours in their zones, prices, levels, consents."""
    fresh, _ = load(SITE, is_kept=False)
    first, read = load(SITE)
    again, read_again = load(SITE)

    assert fresh == first == again
    assert (sorted(read), read_again) == (sorted(SITE), [])


@pytest.mark.parametrize("name", sorted(SITE))
def test_a_file_that_changed_is_read_and_no_other(load, name):
    """One byte is enough."""
    load(SITE)

    changed = SITE | {name: SITE[name] + "\n"}

    assert load(changed)[1] == [name]


def test_a_file_of_another_name_is_read(load):
    """The id of an event is the name of its list."""
    load(SITE)

    assert load({"attendees/autre.yml": LIST})[1] == ["attendees/autre.yml"]


def test_in_another_zone_every_file_is_read(load):
    """Hours that name no zone are those of the site."""
    load(SITE)

    assert sorted(load(SITE, "America/Montreal")[1]) == sorted(SITE)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("attendees/focus.yml", "attendees:\n  - {name: Anne, colour: red}\n"),
        ("attendees/focus.yml", "attendees:\n  - {name: Anne, photo: {src: anne.png, alt: Anne}}\n"),
        ("attendees/focus.yml", "event: {cover: {src: anne.png, alt: La salle}}\n"),
        ("people/anne.yml", "name: Anne\nphoto: {src: anne.png, alt: Anne}\n"),
        ("people/anne.yml", "name: Anne\ncolour: red\n"),
    ],
)
def test_what_is_wrong_and_what_names_a_picture_is_read_each_time(load, content, name, text):
    """What is wrong is told again, and the picture may be another one by now, or gone."""
    (content / "anne.png").write_bytes(b"")
    first, _ = load({name: text})

    assert load({name: text}) == (first, [name])


def test_nothing_stays_of_who_is_gone(load, tmp_path):
    """The next build leaves only what it read."""
    load(SITE)
    load(SITE | {"attendees/focus.yml": LIST.replace("Zoé Ébène", "Quelqu'un")})

    assert "b\\u00e8ne" not in (tmp_path / "cache" / LISTS_NAME).read_text(encoding="ascii")

    load({})
    assert not (tmp_path / "cache" / LISTS_NAME).exists()


@pytest.mark.parametrize(
    "files",
    [
        {"attendees/focus.yml": LIST.replace("name: Zoé Ébène,", "name: Zoé Ébène, visibility: counted,")},
        {"attendees/focus.yml": LIST.replace("given: 2010-02-01", "given: 2010-02-01, until: 2011-01-01")},
        {"people/zoe.yml": "name: Zoé Ébène\nvisibility: hidden\n"},
        {"attendees/focus.yml": "event: {organizers: [zoe]}\n", "people/zoe.yml": "name: Zoé Ébène\n"},
        {"attendees/focus.yml": "attendees: [{name: Anne, met_with: [zoe]}]\n"},
    ],
)
def test_nothing_is_kept_of_a_file_that_names_somebody_who_is_not_public(load, tmp_path, files):
    """Whoever takes part of it back is in no cache after the next build."""
    load(SITE)

    load(SITE | files)

    kept = tmp_path / "cache" / LISTS_NAME
    assert not kept.exists() or "zo" not in kept.read_text(encoding="ascii").casefold()


def test_a_list_that_counts_somebody_without_a_name_is_kept(load):
    """It names nobody who is not public."""
    files = {"attendees/focus.yml": "attendees: [Anne Roy, {visibility: counted}]\n"}
    load(files)

    assert load(files)[1] == []


def test_a_file_too_long_is_told_each_time(load):
    """Nothing is kept of what cannot be read."""
    (first, _) = load({"attendees/focus.yml": "#" * 8_000_001})

    assert load({"attendees/focus.yml": "#" * 8_000_001})[0] == first
    assert "too long" in first[2][0].what
