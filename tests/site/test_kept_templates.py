"""Templates that the last build compiled, in whole sites."""

import os

import pytest

from event_recap.compiling import TEMPLATES_NAME

FILES = {
    "recaps/bal.md": "---\ntitle: Le bal\ndate: 2020-01-03\nevent: bal\n---\nBonsoir à @anne.\n",
    "attendees/bal.yml": "event: {name: Le bal, start: 2020-01-02}\nattendees: [{id: anne, name: Anne Roy}]\n",
}
SETTINGS = {"SITEURL": "https://a.example", "CACHE_PATH": "kept", "PELICAN_CLASS": "pelican.Pelican"}
AT_WORK = {**SETTINGS, "PELICAN_CLASS": "event_recap.Pelican"}
OTHER_THEME = {"THEME": "simple", "DIRECT_TEMPLATES": ["index"]}


def find_inputs(build_site, word, **settings):
    """Build with a word added to the recap; return the paths on which the next build looks before it ends."""
    for time in range(5):  # while files of the repository change, a build leaves no record
        text = FILES["recaps/bal.md"] + f"{word} {time}.\n"
        site = build_site({**FILES, "recaps/bal.md": text}, **AT_WORK, **settings)
        assert site.exit_code == 0, site.errors
        record = site.folder / ".output.record"
        if record.exists():
            break
    return {line.split(" ", 3)[-1] for line in record.read_text(encoding="utf-8").splitlines()[3:-1]}


def test_the_next_build_makes_the_same_site(build_site):
    """With templates that were kept, a site is that which is made without."""
    whole = build_site(FILES, **SETTINGS, NO_CACHE=True)
    expected = {name: (whole.output / name).read_bytes() for name in whole.files()}
    build_site({}, **SETTINGS)
    place = whole.folder / "kept" / TEMPLATES_NAME
    kept = place.stat()

    again = build_site({}, **SETTINGS)

    assert {name: (again.output / name).read_bytes() for name in again.files()} == expected
    assert (place.stat().st_ino, place.stat().st_mtime_ns) == (
        kept.st_ino,
        kept.st_mtime_ns,
    )  # nothing was compiled


def test_who_wants_nothing_kept_finds_nothing(build_site):
    """With NO_CACHE, what was kept is neither read nor written."""
    site = build_site(FILES, **SETTINGS)
    place = site.folder / "kept" / TEMPLATES_NAME
    place.write_text("event-recap templates 1\n", encoding="ascii")

    build_site({}, **SETTINGS, NO_CACHE=True)

    assert place.read_text(encoding="ascii") == "event-recap templates 1\n"


@pytest.mark.parametrize("place", ["a file", "a folder that cannot be written"])
def test_where_nothing_can_be_kept_the_site_is_built(build_site, tmp_path, place):
    """It is no error, and none is told."""
    if place == "a file":
        (tmp_path / "kept").write_text("mine", encoding="utf-8")
    else:
        (tmp_path / "kept").mkdir(mode=0o500)

    site = build_site(FILES, **SETTINGS)

    assert (site.exit_code, site.problems()) == (0, [])
    assert "Le bal" in site.read("recaps/le-bal/index.html")


def test_a_template_is_seen_though_it_was_kept(build_site):
    """The next build looks at it, and at no file of what was kept."""
    find_inputs(build_site, "Un", **OTHER_THEME)

    paths = find_inputs(build_site, "Deux", **OTHER_THEME)

    assert any(path.endswith("simple/templates/article.html") for path in paths)
    assert not any(f"{os.sep}kept{os.sep}" in path for path in paths)


def test_what_was_not_read_again_is_looked_at_all_the_same(build_site):
    """A page that was taken from the last site depends on what was read when it was made."""
    first = find_inputs(build_site, "Un", **OTHER_THEME)

    second = find_inputs(build_site, "Deux", **OTHER_THEME)

    assert any("templates/event_recap/" in path for path in first)
    assert first <= second
