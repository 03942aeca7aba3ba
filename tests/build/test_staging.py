"""The site that is online, and the one that is being built beside it."""

import errno
import os

import pytest

from event_recap.build import swap
from event_recap.build.manifest import find_manifest
from event_recap.build.publishing import publish_staging
from event_recap.build.staging import close_staging, discard_staging, find_staging, open_staging


def refuse(code):
    """Return what a system does that cannot let two folders change places."""

    def exchange(one, _other):
        raise OSError(code, os.strerror(code), str(one))

    return exchange


@pytest.fixture(name="output", params=["at once", "in two steps", "one by one"])
def fixture_output(tmp_path, monkeypatch, request):
    """Return the output folder of a site that was never built, on systems of different abilities."""
    if request.param != "at once":
        codes = {"in two steps": errno.EINVAL, "one by one": errno.EBUSY}
        monkeypatch.setattr(swap, "exchange", refuse(codes[request.param]))
    if request.param == "one by one":
        monkeypatch.setattr(swap, "UNABLE", ())
    return tmp_path / "site" / "output"


@pytest.fixture(name="build")
def fixture_build(output):
    """Return what builds a site of some files and puts it in place."""

    def build(**files):
        stage(output, files)
        publish_staging(output)
        close_staging(output)

    return build


def stage(output, files):
    """Write what a build writes."""
    folder = open_staging(output)
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def read_site(output):
    """Return every file of the output folder, by name."""
    found = (path for path in output.rglob("*") if path.is_file())
    return {path.relative_to(output).as_posix(): path.read_text(encoding="utf-8") for path in found}


def read_list(output):
    """Return the names that the build remembers."""
    lines = find_manifest(output).read_text(encoding="utf-8").splitlines()
    return [line.partition("\t")[0] for line in lines]


def test_the_first_build_makes_the_site(output, build):
    """With a list of what it wrote beside it, and nothing else left there."""
    build(**{"index.html": "home", "people/anne/index.html": "Anne", ".htaccess": "rules"})

    assert read_site(output) == {"index.html": "home", "people/anne/index.html": "Anne", ".htaccess": "rules"}
    assert read_list(output) == [".htaccess", "index.html", "people/anne/index.html"]
    assert sorted(output.parent.iterdir()) == [find_manifest(output), output]


def test_a_build_writes_nowhere_near_the_site_until_it_is_whole(output, build):
    """Whoever reads meanwhile sees the old site."""
    build(**{"index.html": "old"})
    before = read_site(output)

    stage(output, {"index.html": "new", "more.html": "more"})

    assert read_site(output) == before
    assert find_staging(output).parent == output.parent


def test_a_build_that_went_wrong_is_forgotten(output, build):
    """The site stays as it was."""
    build(**{"index.html": "old"})
    stage(output, {"index.html": "new"})

    discard_staging(output)
    discard_staging(output)

    assert read_site(output) == {"index.html": "old"}
    assert not find_staging(output).exists()


def test_what_a_broken_build_left_does_not_get_into_the_next(output, build):
    """Each build starts with an empty folder."""
    stage(output, {"half.html": "<html"})

    build(**{"index.html": "home"})

    assert read_site(output) == {"index.html": "home"}


def test_a_page_that_was_withdrawn_is_gone(output, build):
    """With the folders that stood only for it, and no others."""
    build(**{"a/b/c/index.html": "c", "a/index.html": "a", "z/index.html": "z"})

    build(**{"a/index.html": "a"})

    assert read_site(output) == {"a/index.html": "a"}
    assert sorted(path.name for path in output.iterdir()) == ["a"]
    assert read_list(output) == ["a/index.html"]


def test_what_a_build_had_begun_to_copy_when_it_was_killed_is_gone_at_the_next(output, build):
    """On a disk of its own, half a page of somebody stays beside theirs; nothing of it is published for ever."""
    build(**{"people/zoe/index.html": "Zoé", "index.html": "Nous"})
    (output / "people/zoe/.index.html.new").write_text("Zoé, à moitié", encoding="utf-8")

    build(**{"index.html": "Nous"})

    assert read_site(output) == {"index.html": "Nous"}


def test_what_others_put_beside_the_site_stays(output, build):
    """Whatever folder a site names as its output, only its own files are touched."""
    (output / "people").mkdir(parents=True)
    for name in ("CNAME", "people/mine.html", ".git"):
        (output / name).write_text("mine", encoding="utf-8")

    build(**{"people/anne.html": "Anne"})
    build(**{"index.html": "home"})

    assert read_site(output) == {
        "CNAME": "mine",
        "people/mine.html": "mine",
        ".git": "mine",
        "index.html": "home",
    }


def test_a_file_that_did_not_change_is_not_touched(output, build):
    """Servers and copies by date send only what is new."""
    build(**{"same.html": "same", "other.html": "old"})
    for name in ("same.html", "other.html"):
        os.utime(output / name, (1_000_000_000, 1_000_000_000))

    build(**{"same.html": "same", "other.html": "new"})

    assert (output / "same.html").stat().st_mtime == 1_000_000_000
    assert (output / "other.html").stat().st_mtime != 1_000_000_000
    assert read_site(output)["other.html"] == "new"


def test_a_page_becomes_a_section_and_a_section_a_page(output, build):
    """A file in the place of a folder, and the other way round."""
    build(**{"about": "page", "news/a.html": "a", "news/deep/b.html": "b"})

    build(**{"about/index.html": "section", "news": "page"})
    assert read_site(output) == {"about/index.html": "section", "news": "page"}

    build(**{"about": "page", "news/a.html": "a"})
    assert read_site(output) == {"about": "page", "news/a.html": "a"}


def test_a_folder_with_something_else_in_it_is_not_removed_for_a_page(output, build):
    """The build ends with an error; what is not ours stays."""
    build(**{"news/a.html": "a"})
    (output / "news/mine.html").write_text("mine", encoding="utf-8")

    with pytest.raises(FileExistsError):
        build(news="page")

    assert read_site(output) == {"news/a.html": "a", "news/mine.html": "mine"}


def test_a_file_of_others_is_not_removed_for_a_folder(output, build):
    """A page below it has to be called otherwise."""
    build(**{"index.html": "home"})
    (output / "news").write_text("mine", encoding="utf-8")

    with pytest.raises(FileExistsError):
        build(**{"news/a.html": "a"})

    assert read_site(output) == {"index.html": "home", "news": "mine"}


def test_folders_of_others_come_along_though_they_are_empty(output, build):
    """A repository of git in the output folder needs its empty folders, and the modes of its files."""
    (output / ".git/refs/tags").mkdir(parents=True)
    (output / ".git/hook").write_text("mine", encoding="utf-8")
    (output / ".git/hook").chmod(0o755)

    build(**{"index.html": "home"})

    assert (output / ".git/refs/tags").is_dir()
    assert (output / ".git/hook").stat().st_mode & 0o777 == 0o755


def test_an_output_folder_that_is_a_link_stays_one(output, build):
    """The site is built where the link leads."""
    target = output.parent / "www"
    target.mkdir(parents=True)
    output.symlink_to(target)

    build(**{"index.html": "home"})

    assert output.is_symlink()
    assert (target / "index.html").read_text(encoding="utf-8") == "home"


def test_a_link_in_the_output_folder_is_replaced_and_not_followed(output, build, tmp_path):
    """The file it leads to is somebody else's."""
    outside = tmp_path / "outside.html"
    outside.write_text("mine", encoding="utf-8")
    output.mkdir(parents=True)
    (output / "index.html").symlink_to(outside)
    (output / "same.html").symlink_to(outside)
    (output / "folder").symlink_to(tmp_path / "nowhere")

    build(**{"index.html": "home", "same.html": "mine", "folder": "file"})

    assert outside.read_text(encoding="utf-8") == "mine"
    assert not [path for path in output.iterdir() if path.is_symlink()]
    assert read_site(output) == {"index.html": "home", "same.html": "mine", "folder": "file"}


@pytest.mark.parametrize(
    "line",
    [
        b"../outside.html",
        b"/etc/hostname",
        b"",
        b".",
        b"folder",
        b"missing.html",
        b"a\0b",
        b"\xff\xfe",
        b"mine.html/x",
    ],
)
def test_a_list_that_somebody_edited_removes_nothing_else(output, build, line):
    """A name that leaves the folder, or is no file of ours, is passed over."""
    build(**{"index.html": "home"})
    (output.parent / "outside.html").write_text("mine", encoding="utf-8")
    (output / "mine.html").write_text("mine", encoding="utf-8")
    (output / "folder").mkdir()
    (output / "folder/mine.html").write_text("mine", encoding="utf-8")
    find_manifest(output).write_bytes(line + b"\nindex.html\n")

    build(**{"index.html": "new"})

    assert (output.parent / "outside.html").is_file()
    assert read_site(output) == {"index.html": "new", "mine.html": "mine", "folder/mine.html": "mine"}
    assert read_list(output) == ["index.html"]


def test_a_name_with_a_strange_line_end_is_one_name(output, build):
    """Only the plain end of a line parts two names of the list."""
    name = "a\N{LINE SEPARATOR}mine.html"
    build(**{name: "ours"})
    (output / "mine.html").write_text("mine", encoding="utf-8")

    build(**{"index.html": "home"})

    assert read_site(output) == {"mine.html": "mine", "index.html": "home"}


def test_a_file_name_of_another_encoding_is_published_and_withdrawn(output, build):
    """Some disks hold names that are no text."""
    name = os.fsdecode(b"caf\xe9.txt")
    build(**{name: "latin"})
    assert [path.name for path in output.iterdir()] == [name]

    build(**{"index.html": "home"})
    assert read_site(output) == {"index.html": "home"}


def test_a_link_where_a_site_would_be_made_is_left_alone(tmp_path):
    """Nothing is removed from where it leads, and one line says what is in the way."""
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos/hall.jpg").touch()
    (tmp_path / ".output.staging").symlink_to(tmp_path / "photos")

    with pytest.raises(FileExistsError, match="in the way"):
        open_staging(tmp_path / "output")

    assert (tmp_path / "photos/hall.jpg").exists()
