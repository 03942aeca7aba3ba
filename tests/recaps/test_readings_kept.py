"""What reading each text gave, kept from build to build: who may read it, and what is done with a bad one."""

import os
import pickle

import pytest

from event_recap.engine.circumstances import NO_CACHE, REHEARSAL
from event_recap.engine.kept_lines import find_kept
from event_recap.engine.plain_data import StrangeDataError
from event_recap.errors import Place, Problem, Severity
from event_recap.loading.recap import ParsedRecap
from event_recap.model.comment import CommentsState
from event_recap.model.license import License
from event_recap.model.person import Picture
from event_recap.model.photograph import Region, Sitter
from event_recap.model.recap import Guest, Recap, ShareText
from event_recap.model.video import Video
from event_recap.recaps.kept import READINGS_NAME, KeptTexts
from event_recap.recaps.plain_data import READINGS
from event_recap.recaps.rules import ReadingRules, find_doubt
from event_recap.recaps.text_reader import ReadText

KEY, OTHER = "a" * 64, "b" * 64
PLACE = Place("content/a.md", 3, 1)
SITTER = Sitter(place=PLACE, address="cover", person_id="anne", region=Region(1.5, 2, 3, 4))
RECAP = Recap(
    place=PLACE,
    event_id="soiree",
    guests=(Guest(name="Anne Ébène"),),
    cover=Picture("a.jpg", people=(SITTER,), license=License("CC0 1.0")),
    share=ShareText(texts={"x": "mot"}, networks=("x",)),
    comments=CommentsState.CLOSED,
)
READ = ReadText(
    parsed=ParsedRecap(
        metadata={"title": "Été \ud800", "tags": ["a", "b"]},
        recap=RECAP,
        body="",
        body_line=9,
        lines={"title": 2},
        problems=(Problem(PLACE, "title", "what", Severity.WARNING),),
    ),
    html="<p>é</p>",
    formatted={"summary": "<p>s</p>"},
    told=(),
    stills=((Video("vimeo-1", "Vimeo", "https://v.example/1", "https://v.example/p"), ""),),
)


@pytest.fixture(name="path")
def fixture_path(tmp_path):
    """Return a file in which a build kept two readings."""
    path = tmp_path / "cache" / READINGS_NAME
    kept = KeptTexts(path)
    kept.keep(KEY, ["one"])
    kept.keep(OTHER, ["other"])
    kept.close()
    return path


def test_a_reading_is_found_by_the_next_build(path):
    """In a file that nobody else may read or write."""
    kept = KeptTexts(path)

    assert (kept.find(KEY), kept.find(OTHER), kept.find("c" * 64)) == (["one"], ["other"], None)
    assert path.stat().st_mode & 0o777 == 0o600


def test_what_a_build_did_not_use_is_gone(path):
    """Of a text that was deleted or changed nothing stays, and without a text no file."""
    kept = KeptTexts(path)
    kept.reuse(KEY)
    kept.close()

    assert b"other" not in path.read_bytes()
    KeptTexts(path).close()
    assert not path.exists()


def test_a_file_that_is_the_same_is_not_written_again(path):
    """A build that read nothing anew leaves it as it is."""
    before, kept = path.stat(), KeptTexts(path)
    kept.reuse(KEY)
    kept.reuse(OTHER)
    kept.close()

    assert path.stat() == before


@pytest.mark.parametrize("place", range(0, 400, 7))
def test_a_damaged_reading_is_none(path, place):
    """Whichever byte is another one, no reading is found that was not kept."""
    data = path.read_bytes()
    at = place % len(data)
    path.write_bytes(data[:at] + bytes([data[at] ^ 0b101]) + data[at + 1 :])

    kept = KeptTexts(path)

    assert kept.find(KEY) in (["one"], None)
    assert kept.find(OTHER) in (["other"], None)
    assert [kept.find(KEY), kept.find(OTHER)] != [["one"], ["other"]]


@pytest.mark.parametrize("mode", [0o620, 0o602, 0o666])
def test_a_file_that_others_can_write_to_is_not_read(path, mode):
    """Whoever else can write there could put anything into the site."""
    path.chmod(mode)

    assert KeptTexts(path).find(KEY) is None


def test_a_file_of_somebody_else_is_not_read(path, monkeypatch):
    """Nor is what a link leads to, which may lie where others write."""
    monkeypatch.setattr(os, "geteuid", lambda: path.stat().st_uid + 1)
    assert KeptTexts(path).find(KEY) is None
    monkeypatch.undo()

    link = path.with_name("link")
    link.symlink_to(path)

    assert KeptTexts(link).find(KEY) is None


def test_a_folder_that_cannot_be_written_keeps_nothing(tmp_path):
    """The build goes on."""
    (tmp_path / "cache").write_text("a file", encoding="utf-8")
    kept = KeptTexts(tmp_path / "cache" / READINGS_NAME)
    kept.keep(KEY, [])

    kept.close()

    assert (tmp_path / "cache").is_file()


def test_everything_that_a_reading_gives_can_be_kept():
    """Also half a character, a guest with an accent, and who is on the cover."""
    assert READINGS.unpack(READINGS.pack(READ)) == READ


def test_nothing_else_can_be_kept():
    """Neither an object that no reading gives, nor data that none was made of."""
    with pytest.raises(StrangeDataError):
        READINGS.pack(object())
    for strange in (["os.system", "x"], ["Place"], ["Severity", "x"], [], [[]], ["dict", "x"]):
        with pytest.raises(StrangeDataError):
            READINGS.unpack(strange)


@pytest.mark.parametrize(
    ("extensions", "plugins", "doubt"),
    [
        (["markdown.extensions.extra", "toc"], ["event_recap", "pelican.plugins.event_recap"], ""),
        ([], ["sitemap"], "nobody knows on what the plugin 'sitemap' depends"),
        (["pymdownx.tilde"], [], "nobody knows on what the Markdown extension 'pymdownx.tilde' depends"),
    ],
)
def test_where_unknown_code_has_a_say_nothing_is_kept(tmp_path, extensions, plugins, doubt):
    """A plugin or an extension of others may look at anything."""
    assert find_doubt(make_rules(tmp_path, extensions=extensions), plugins) == doubt


def test_options_that_are_code_keep_nothing(tmp_path):
    """A function among the options of an extension is code that nobody sees."""
    rules = make_rules(
        tmp_path, extensions=[], extension_configs={"markdown.extensions.toc": {"slugify": len}}
    )

    assert find_doubt(rules, []) == "the setting MARKDOWN holds code"


def make_rules(folder, **markdown):
    """Return the rules of a site, but for its options of Markdown."""
    return ReadingRules(
        content=folder,
        lang="fr",
        site_url="",
        markdown=markdown,
        formatted_fields=("summary",),
        is_sanitized=True,
        sources={},
    )


def test_a_cache_of_pelican_has_nothing_of_what_is_kept(path):
    """It keeps the settings with each tag; former texts would stay there as long as the tag does."""
    assert pickle.loads(pickle.dumps(KeptTexts(path))) is None


def test_a_build_as_if_there_never_had_been_one_leaves_nothing_of_those_before(path):
    """Somebody may be in it who withdrew; a command that only looks takes nothing away."""
    settings = {"CACHE_PATH": str(path.parent)}

    assert find_kept(settings, path.name) == path
    assert find_kept({**settings, NO_CACHE: True, REHEARSAL: True}, path.name) is None
    assert path.exists()
    assert find_kept({**settings, NO_CACHE: True}, path.name) is None
    assert not path.exists()
