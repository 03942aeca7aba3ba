"""Which changes ask for a build."""

import pytest
from watchfiles import Change

from event_recap.devserver.options import Options
from event_recap.devserver.watching import SourceFilter, find_trees


@pytest.mark.parametrize(
    ("name", "is_wanted"),
    [
        ("content/recaps/a.md", True),
        ("content/attendees/a.yml", True),
        ("theme/static/css/tokens.css", True),
        ("plugins/event_recap/__pycache__/run.pyc", False),
        ("content/recaps/a.md~", False),
        ("content/ids.yml", False),
        ("content/recaps/.a.md.swp", False),
        ("output/index.html", False),
    ],
)
def test_what_an_author_edits_asks_for_a_build(tmp_path, name, is_wanted):
    """Posts, lists, templates and styles do; caches, backups of editors, and what builds write do not."""
    source_filter = SourceFilter(tmp_path / "output")

    assert source_filter(Change.modified, str(tmp_path / name)) is is_wanted


def test_only_settings_files_of_the_home_folder_ask_for_a_build(tmp_path):
    """README.md lies beside pelicanconf.py and builds nothing."""
    source_filter = SourceFilter(tmp_path / "output", ["pelicanconf.py"])

    assert source_filter(Change.modified, str(tmp_path / "pelicanconf.py"))
    assert not source_filter(Change.modified, str(tmp_path / "README.md"))


def test_folders_that_do_not_exist_are_not_watched(tmp_path):
    """A site with the theme of a package has no theme/ folder, and the server starts."""
    (tmp_path / "content").mkdir()
    options = Options(content=tmp_path / "content", settings=tmp_path / "pelicanconf.py")

    assert find_trees(options) == [tmp_path / "content"]
