"""What is a hit, and what is only a word that looks like one."""

import gzip
import string
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from event_recap.model.secret import SecretKind
from event_recap.proof.members import MOST_BYTES
from event_recap.proof.packers import UnsearchableError

HANDLE, URL, NOTE = SecretKind.HANDLE, SecretKind.URL, SecretKind.NOTE


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("Le Royal Hôtel", "Roy"),
        ("Jeanne Royal", "Anne Roy"),
        ("une prose rosée", "Rose"),
        ("mailto:roys@example", "Roy"),
        ("Anne, Roy et Luc", "Roy Luc Anne Zoé"),
        ("x.com/cafevrac2", ("x.com/cafevrac", URL)),
        ("cafe-vrac.example", ("vrac.examples", URL)),
        ("Anne-Roy-Blais", "Anne Royb"),
        ("une soirée sans elle, mais avec lui", ("une soirée sans elle et avec nous", NOTE)),
    ],
)
def test_a_part_of_a_word_is_no_hit(find, text, secret):
    """Names are found as whole words only."""
    assert find(text, secret) == []


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("avec @cafevrac, enfin", ("cafevrac", HANDLE)),
        ("https://X.com/CafeVrac?s=20", ("x.com/cafevrac", URL)),
        ("@cafevrac@Mastodon.example", ("cafevrac@mastodon.example", HANDLE)),
        ("https://mastodon.example/@cafevrac", ("mastodon.example/@cafevrac", URL)),
        ("http://xn--caf-lune-d1a.example/menu", ("café-lune.example/menu", URL)),
        ("https://café-lune.example/menu/", ("xn--caf-lune-d1a.example/menu", URL)),
        ("Elle <b>torréfie</b> son café&nbsp;depuis toujours.", ("Elle torréfie son café depuis toujours.", NOTE)),
        ("昨日、山田太郎さんに会った", "山田太郎"),
        ("Вчера пришла Анна Каренина.", "Анна Каренина"),
        ("&#1040;&#1085;&#1085;&#1072; Каренина", "Анна Каренина"),
        ("people/soren-ostergaard/", "Søren Østergaard"),
        ("STRASSER, Groß", "Groß Strasser"),
        ("D’Été, L’", "L'D'Été"),
    ],
)  # fmt: skip
def test_what_else_is_a_hit(find, text, secret):
    """Handles, addresses of any spelling, names of any script and what is said about somebody are found."""
    assert find(text, secret) == [secret if isinstance(secret, str) else secret[0]]


def test_a_longer_name_of_somebody_shown_hides_a_shorter(find):
    """Anne Roy-Blais may be named although Anne Roy may not; Anne Roy beside her is found."""
    assert find("<p>Anne Roy-Blais</p>", "Anne Roy", shown=["anne roy blais"]) == []
    assert find("<p>Anne Roy-Blais, Anne Roy</p>", "Anne Roy", shown=["anne roy blais"]) == ["Anne Roy"]


def test_names_of_files_and_folders_are_searched(make_searcher, tmp_path):
    """A page that is named for somebody is found, although it is empty."""
    (tmp_path / "people" / "Zoé%20Blais").mkdir(parents=True)
    (tmp_path / "people" / "Zoé%20Blais" / "index.html").touch()
    (tmp_path / "index.html").write_text("Anne Roy", encoding="utf-8")

    findings = make_searcher("Zoé Blais", "Luc Roy").search_folder(tmp_path)

    assert {one.text: names for one, names in findings.files.items()} == {
        "Zoé Blais": ["people/Zoé%20Blais/index.html"]
    }


def test_what_many_pages_repeat_is_told_of_each(make_searcher, tmp_path):
    """Lines that were searched once are not searched again, and yet no page with a name is missed."""
    lines = [f"ligne {number}" for number in range(40)]
    for number in range(6):
        text = [*lines, "Zoé", "Blais", *lines] if number % 2 else lines
        (tmp_path / f"{number}.html").write_text("\n".join(text), encoding="utf-8")

    findings = make_searcher("Zoé Blais").search_folder(tmp_path)

    assert list(findings.files.values()) == [["1.html", "3.html", "5.html"]]


def test_two_known_lines_that_meet_for_the_first_time_are_read(make_searcher, tmp_path):
    """A name whose words stood in other files, far from each other, is found where they meet."""
    first, second = ["a", "b", "Zoé", "c", "d"], ["e", "f", "Blais", "g", "h"]
    (tmp_path / "1.html").write_text("\n".join([*first, *second]), encoding="utf-8")
    (tmp_path / "2.html").write_text("\n".join([*first[:3], *second[2:]]), encoding="utf-8")

    findings = make_searcher("Zoé Blais").search_folder(tmp_path)

    assert list(findings.files.values()) == [["2.html"]]


def test_lines_left_out_make_no_name_of_those_around(make_searcher, tmp_path):
    """Two lines that are no neighbours are no name."""
    known = [f"k{number}" for number in range(9)]
    (tmp_path / "1.html").write_text("\n".join(known), encoding="utf-8")
    (tmp_path / "2.html").write_text("\n".join(["Zoé", *known, "Blais"]), encoding="utf-8")

    assert make_searcher("Zoé Blais").search_folder(tmp_path).files == {}


def test_a_bomb_is_not_unpacked(make_searcher, tmp_path):
    """An archive that unpacks to more than fits is told of, in bounded memory."""
    packer = zlib.compressobj(9, wbits=31)
    block = b"\0" * 1_000_000
    bomb = b"".join(packer.compress(block) for _ in range(MOST_BYTES // len(block) + 2)) + packer.flush()
    (tmp_path / "bomb.gz").write_bytes(bomb)

    findings = make_searcher("Zoé Blais").search_folder(tmp_path)

    assert findings.unsearched == {"bomb.gz": "it unpacks to more than 128 MB"}


def test_archives_without_end_are_told_of(make_searcher):
    """An archive in an archive in an archive, and so on, is not followed for ever."""
    data = b"x"
    for _ in range(9):
        data = gzip.compress(data)

    with pytest.raises(UnsearchableError, match="inside of archives"):
        list(make_searcher("Zoé Blais").find_in_bytes(data))


def test_large_files_are_read_in_blocks(make_searcher, tmp_path, monkeypatch):
    """A name that stands where two blocks meet is found."""
    monkeypatch.setattr("event_recap.proof.search.BLOCK_BYTES", 5000)
    monkeypatch.setattr("event_recap.proof.search.LAP_BYTES", 100)
    (tmp_path / "film.mp4").write_bytes(b"\0" * 4995 + b" Zoe Blais Tremblay " + b"\0" * 9000)

    findings = make_searcher("Zoé Blais").search_folder(tmp_path)

    assert list(findings.files.values()) == [["film.mp4"]]


NAMES = st.lists(
    st.text(string.ascii_letters + "éèçàüñøšłßœ", min_size=4, max_size=9), min_size=2, max_size=4
)


@given(
    NAMES,
    st.sampled_from(["\n", " ", "-", "_", "\u00a0", "%20", "+", "&nbsp;", "</b> <i>", "\\n", ", "]),
    st.text(max_size=20),
)
def test_any_name_is_found_whatever_parts_its_words(find, words, gap, around):
    """Names of any letters are found, in any text, with any space between their words."""
    name = " ".join(words)

    assert find(f"{around}\n|{gap.join(words)}|\n{around}", name) == [name]
