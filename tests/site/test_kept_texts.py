"""What Pelican keeps of texts from one build to the next, and when it is deleted."""

import pytest

from event_recap.site.kept_texts import drop_stale_texts


@pytest.fixture(name="author")
def fixture_author(tmp_path):
    """Return the settings of a site with two texts, and a cache that a build wrote."""
    settings = {
        "PATH": str(tmp_path / "content"),
        "CACHE_PATH": str(tmp_path / "cache"),
        "CACHE_CONTENT": True,
    }
    for name in ("content/recaps/anne-roy.md", "content/recaps/b.md", "cache/event-recap-pictures/x"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("Avec Anne.", encoding="utf-8")
    drop_stale_texts(settings)
    write_cache(tmp_path)
    return settings


def write_cache(folder):
    """Write what Pelican keeps."""
    for name in ("ArticlesGenerator-Readers", "PagesGenerator-Readers"):
        (folder / "cache" / name).write_bytes(b"kept")


def list_cache(folder):
    """Return the names of Pelican's caches."""
    return sorted(path.name for path in (folder / "cache").glob("*Generator*"))


def test_a_cache_of_texts_that_are_all_there_is_kept(author, tmp_path):
    """Texts that were added or changed cost no other text its place."""
    (tmp_path / "content/recaps/b.md").write_text("Sans elle.", encoding="utf-8")
    (tmp_path / "content/recaps/c.md").write_text("Une autre.", encoding="utf-8")

    drop_stale_texts(author)

    assert list_cache(tmp_path) == ["ArticlesGenerator-Readers", "PagesGenerator-Readers"]


def test_a_text_that_is_gone_is_gone_from_the_cache(author, tmp_path):
    """Deleted or renamed: nothing of it is kept; what else the folder holds stays."""
    (tmp_path / "content/recaps/anne-roy.md").rename(tmp_path / "content/recaps/d.md")

    drop_stale_texts(author)

    assert list_cache(tmp_path) == []
    assert (tmp_path / "cache/event-recap-pictures/x").is_file()


@pytest.mark.parametrize("is_caching", [True, False])
def test_whoever_is_forgotten_is_gone_from_the_cache(author, tmp_path, is_caching):
    """Once for each person, also where the site caches no longer; the build after keeps its own."""
    (tmp_path / "content/removed.yml").write_text("check: 0\n", encoding="utf-8")

    drop_stale_texts({**author, "CACHE_CONTENT": is_caching})
    dropped = list_cache(tmp_path)
    write_cache(tmp_path)
    drop_stale_texts(author)

    assert dropped == []
    assert len(list_cache(tmp_path)) == 2


@pytest.mark.parametrize("note", [None, b"\xff\xfe"])
def test_a_cache_of_which_nothing_is_known_is_dropped(author, tmp_path, note):
    """A note that is missing or damaged is no reason to believe the cache."""
    path = tmp_path / "cache/event-recap-texts"
    path.unlink()
    if note:
        path.write_bytes(note)

    drop_stale_texts(author)

    assert list_cache(tmp_path) == []


def test_the_note_names_nobody(author, tmp_path):
    """A file is named for somebody: what is remembered of it does not say so."""
    drop_stale_texts(author)

    assert b"anne" not in (tmp_path / "cache/event-recap-texts").read_bytes()


def test_a_site_without_a_cache_gets_none(tmp_path):
    """Nothing is written where Pelican keeps nothing."""
    (tmp_path / "content").mkdir()

    drop_stale_texts(
        {"PATH": str(tmp_path / "content"), "CACHE_PATH": str(tmp_path / "cache"), "CACHE_CONTENT": False}
    )

    assert not (tmp_path / "cache").exists()
