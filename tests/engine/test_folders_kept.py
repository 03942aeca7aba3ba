"""The folders of the last site are used again, and nothing else of it."""

from __future__ import annotations

import os

import pytest

from event_recap.build.staging import find_staging
from event_recap.engine.folders_kept import clear_way, empty_folders, make_folders


@pytest.fixture(name="top")
def fixture_top(tmp_path):
    """Return a folder with files, a link out of it, and folders of another mode."""
    top = tmp_path / "staging"
    (top / "people" / "anne").mkdir(parents=True)
    (top / "people" / "anne" / "index.html").write_text("Anne", encoding="utf-8")
    (top / "index.html").write_text("home", encoding="utf-8")
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "mine.html").write_text("mine", encoding="utf-8")
    (top / "link").symlink_to(tmp_path / "outside")
    (top / "people" / "file-link").symlink_to(tmp_path / "outside" / "mine.html")
    (top / "people").chmod(0o700)
    return top


def list_below(folder):
    """Return the paths of all that is below a folder."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def test_only_the_folders_stay(top, tmp_path):
    """No file, no link, and nothing where a link leads is touched."""
    assert empty_folders(top)

    assert list_below(top) == ["people", "people/anne"]
    assert list_below(tmp_path / "outside") == ["mine.html"]


def test_a_folder_that_stays_is_as_a_new_one(top):
    """Somebody may have closed it, in a site that is gone."""
    umask = os.umask(0o027)
    try:
        empty_folders(top)
    finally:
        os.umask(umask)

    assert (top / "people").stat().st_mode & 0o777 == 0o750


def test_folders_that_the_site_does_not_have_go(top, tmp_path):
    """The name of a folder may be that of somebody who left."""
    (tmp_path / "output" / "people").mkdir(parents=True)

    assert empty_folders(top, tmp_path / "output")

    assert list_below(top) == ["people"]


def test_after_the_first_build_there_are_folders_as_well(top, tmp_path):
    """It replaced no site, so that nothing is left of one."""
    make_folders(tmp_path / "folders", top)
    make_folders(tmp_path / "folders", top)

    assert list_below(tmp_path / "folders") == ["people", "people/anne"]


def test_where_it_cannot_be_done_it_is_told(top, monkeypatch):
    """The folder is made anew then."""

    def refuse(path):
        raise OSError(1, "not permitted", path)

    monkeypatch.setattr(os, "unlink", refuse)

    assert not empty_folders(top)
    assert not empty_folders(top / "nowhere")


def test_a_file_can_be_written_where_folders_were(top):
    """A page that was a section has its name."""
    empty_folders(top)

    clear_way(top, "people")

    assert list_below(top) == []


@pytest.mark.parametrize("name", ["", ".", "people/..", "../outside", "index.html", "nowhere"])
def test_nothing_else_is_cleared(top, tmp_path, name):
    """Neither the folder itself, nor what is outside of it, nor a file."""
    (tmp_path / "outside" / "empty").mkdir()
    before = list_below(tmp_path)

    clear_way(top, name)

    assert list_below(tmp_path) == before


def test_what_has_a_file_in_it_is_not_cleared(top):
    """Another page of this build stands there; who writes next tells it."""
    clear_way(top, "people")

    assert (top / "people" / "anne" / "index.html").is_file()


RECAP = "---\ntitle: Le {0}\ndate: 2020-01-03\n---\nBonsoir.\n"
TEXTS = {f"recaps/{name}.md": RECAP.format(name) for name in ("jeu", "bal")}
SETTINGS = {
    "PELICAN_CLASS": "event_recap.Pelican",
    "STATIC_PATHS": ["extra"],
    "EXTRA_PATH_METADATA": {"extra/a.txt": {"path": "recaps/le-bal"}},
}


@pytest.fixture(name="rebuild")
def fixture_rebuild(build_site):
    """Build a site of two recaps, and return what builds it again without one of them and with other files."""
    first = build_site(TEXTS, **SETTINGS)
    assert first.problems() == []

    def rebuild(files=(), **settings):
        (first.folder / "content" / "recaps" / "bal.md").unlink(missing_ok=True)
        site = build_site(dict(files), **{**SETTINGS, **settings})
        assert site.exit_code == 0, site.errors
        return site

    return rebuild


def find_empty(folder):
    """Return every folder in which nothing is."""
    return [path for path in folder.rglob("*") if path.is_dir() and not any(path.iterdir())]


def test_the_folder_of_a_page_that_is_gone_is_gone(rebuild):
    """From the site, and from what is left for the next build."""
    site = rebuild()

    assert find_empty(site.output) == []
    assert not (site.output / "recaps" / "le-bal").exists()
    assert not (find_staging(site.output) / "recaps" / "le-bal").exists()


def test_no_file_of_a_site_is_left_beside_it(rebuild):
    """What was withdrawn is nowhere; the folders have the site's own names."""
    site = rebuild()

    left = find_staging(site.output)
    assert [path for path in left.rglob("*") if not path.is_dir()] == []
    assert {path.relative_to(left) for path in left.rglob("*")} == {
        path.relative_to(site.output) for path in site.output.rglob("*") if path.is_dir()
    }


def test_a_file_of_the_author_has_the_name_of_a_folder_of_the_last_site(rebuild):
    """It stands there, and not inside of that folder."""
    site = rebuild({"extra/a.txt": "Ici, rien."})

    assert (site.output / "recaps" / "le-bal").read_text(encoding="utf-8") == "Ici, rien."


def test_a_page_has_the_name_of_a_folder_of_the_last_site(rebuild):
    """Whatever its text says of where it is to be."""
    site = rebuild({"pages/a.md": "Title: Ici\nsave_as: recaps/le-bal\nurl: recaps/le-bal\n\nIci.\n"})

    assert "<h1" in (site.output / "recaps" / "le-bal").read_text(encoding="utf-8")


def test_a_page_that_stays_is_not_lost_where_another_needs_its_name_for_a_folder(build_site):
    """The build ends as it does from nothing, and the last site stays."""
    here = {"pages/a.md": "Title: Ici\nsave_as: ici\nurl: ici\n\nIci.\n"}
    site = build_site({**TEXTS, **here}, **SETTINGS)
    before = (site.output / "ici").read_bytes()

    again = build_site({"pages/b.md": here["pages/a.md"].replace(": ici", ": ici/b.html")}, **SETTINGS)

    assert again.exit_code != 0
    assert (again.output / "ici").read_bytes() == before
