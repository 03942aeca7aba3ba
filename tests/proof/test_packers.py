"""What is packed by a program that Python has not is undone where its package is there, and told of where not."""

import io
import sys
from types import SimpleNamespace

import pytest

NAME = "Zéphirin Périmois"
ZSTANDARD = b"\x28\xb5\x2f\xfd"


@pytest.fixture(name="install")
def fixture_install(monkeypatch):
    """Install a packer that packs nothing, by the names of the packages that are known, or none at all."""

    def install(*names):
        for known in ("brotli", "brotlicffi", "compression.zstd", "zstandard"):
            monkeypatch.setitem(sys.modules, known, PACKER if known in names else None)

    return install


def open_pack(stream):
    """Return what stands behind the first bytes."""
    if b"damaged" in stream.getvalue():
        raise OSError
    return io.BytesIO(stream.getvalue().removeprefix(ZSTANDARD))


PACKER = SimpleNamespace(Decompressor=lambda: SimpleNamespace(process=bytes), open=open_pack)


@pytest.mark.parametrize("package", ["compression.zstd", "zstandard"])
def test_what_zstandard_packed_is_searched_where_it_is_installed(install, find, package):
    """Python 3.14 has it, and a package for others; the end of the file's name is not asked."""
    install(package)

    assert find(ZSTANDARD + NAME.encode(), NAME) == [NAME]


@pytest.mark.parametrize("package", ["brotli", "brotlicffi"])
def test_what_brotli_packed_is_searched_where_it_is_installed(install, make_searcher, tmp_path, package):
    """A page that a server keeps packed beside the page itself is known by the end of its name."""
    install(package)
    (tmp_path / "index.html.br").write_text(f"{'x' * 5000} {NAME}", encoding="utf-8")

    findings = make_searcher(NAME).search_folder(tmp_path)

    assert (list(findings.files.values()), findings.unsearched) == ([["index.html.br"]], {})


@pytest.mark.parametrize(
    ("file", "why"),
    [
        (("a.br", b"..."), "it is packed with Brotli, and the package brotli or brotlicffi is not installed"),
        (("a.txt", ZSTANDARD), "it is packed with Zstandard, and the package zstandard is not installed"),
        (("a.7z", b"7z\xbc\xaf\x27\x1c"), "it is packed with 7-Zip"),
        (("a", b"Rar!\x1a\x07\0"), "it is packed with RAR"),
    ],
)
def test_what_cannot_be_undone_is_told_of(install, make_searcher, tmp_path, file, why):
    """The author learns which file was not searched, why, and what would help."""
    install()
    (tmp_path / file[0]).write_bytes(file[1])

    assert make_searcher(NAME).search_folder(tmp_path).unsearched == {file[0]: why}


def test_a_damaged_pack_is_told_of(install, make_searcher, tmp_path):
    """What the package cannot read to its end is no proof."""
    install("zstandard")
    (tmp_path / "a.zst").write_bytes(ZSTANDARD + b"damaged")

    assert make_searcher(NAME).search_folder(tmp_path).unsearched == {
        "a.zst": "it is packed with Zstandard, and damaged"
    }


def test_what_was_found_before_a_pack_is_told_all_the_same(install, make_searcher, tmp_path):
    """The name of a file that cannot be searched is searched."""
    install()
    (tmp_path / "zephirin-perimois.7z").write_bytes(b"7z\xbc\xaf\x27\x1c")

    findings = make_searcher(NAME).search_folder(tmp_path)

    assert list(findings.files.values()) == [["zephirin-perimois.7z"]]
    assert len(findings.unsearched) == 1
