"""After an edit, the pages that read nothing of it are those of the last site; the others are made again."""

from __future__ import annotations

import json
import shutil

import pytest

from event_recap.engine.own_file import open_sealed, seal
from event_recap.engine.page_record import FORM

CLASS = {"PELICAN_CLASS": "event_recap.Pelican", "SITEURL": "https://a.example"}
RECAP = "---\ntitle: Le {0}\ndate: 2020-0{1}-03\nevent: {0}\ntags: [soir]\n---\nBonsoir à @anne.\n"
LIST = "event: {{name: Le {0}, start: 2020-0{1}-02}}\nattendees: [{{id: anne, name: Anne Roy, job_title: Luthière}}, {{name: Zoé Bel}}]\n"
FILES = {
    **{f"recaps/{name}.md": RECAP.format(name, month) for month, name in enumerate(("jeu", "bal", "the"), 1)},
    **{
        f"attendees/{name}.yml": LIST.format(name, month)
        for month, name in enumerate(("jeu", "bal", "the"), 1)
    },
    "people/anne.yml": "name: Anne Roy\n",
    "pages/nous.md": "Title: Nous\n\nNous.\n",
}
COMMENT = {
    "comments/le-jeu/merci.yml": "author: {name: Paul Roc}\n"
    "date: 2020-01-09\ntext: Merci, et [au bal]({filename}/recaps/bal.md).\n"
}
CONSENT = "name: Zoé Bel, consent: {given: 2020-02-02, until: 2026-01-31, method: email}"
CONSENT_ENDS = 1769904000  # 2026-02-01 at midnight
OVER_NOUS = {"extra/a.txt": "Ici, rien."}
JEU, NOUS = "recaps/le-jeu/index.html", "nous/index.html"

STATIC = {"STATIC_PATHS": ["extra"], "EXTRA_PATH_METADATA": {"extra/a.txt": {"path": NOUS}}, **CLASS}


@pytest.fixture(name="rebuild")
def fixture_rebuild(build_site):
    """Build a site, and return what builds it again with other files or settings: the site and why of a page."""
    first = build_site(FILES, **CLASS)
    assert first.problems() == []
    # Tests beside this one write into the repository, where the settings lie: such a build leaves no record.
    for _ in range(3):
        if not (first.folder / ".output.pages").exists():
            first = build_site(FILES, **{**CLASS, "NO_CACHE": True})

    def rebuild(files=None, page=JEU, **settings):
        site = build_site({**FILES, **(files or {})}, **{**CLASS, "EXPLAIN": page, **settings})
        assert site.exit_code == 0, site.errors
        return site, next(line for line in site.log.splitlines() if line.startswith(page))

    return rebuild


@pytest.fixture(name="build_two_days")
def fixture_build_two_days(build_site):
    """Return what builds a site before and after midnight, when a consent ends, and tells why of a page."""

    def build_two_days(page):
        files = {name: text.replace("name: Zoé Bel", CONSENT) for name, text in FILES.items()}
        for moment in (CONSENT_ENDS - 5, CONSENT_ENDS + 5):
            day = {"SOURCE_DATE_EPOCH": str(moment)}
            site = build_site(files, environment=day, EXPLAIN=page, **CLASS)
            assert site.exit_code == 0, site.errors
        return site

    return build_two_days


@pytest.mark.parametrize(
    "files",
    [
        {"recaps/jeu.md": FILES["recaps/jeu.md"].replace("Bonsoir", "Salut")},
        {"recaps/jeu.md": FILES["recaps/jeu.md"].replace("Le jeu", "La fête")},
        {"recaps/jeu.md": FILES["recaps/jeu.md"].replace("[soir]", "[fête, soir]")},
        {"attendees/bal.yml": FILES["attendees/bal.yml"].replace("Zoé Bel", "Zoé Belle")},
        {"attendees/bal.yml": FILES["attendees/bal.yml"].replace("Zoé Bel", "Zoé Bel, visibility: hidden")},
        {"people/anne.yml": "name: Anne Roy\norg: Atelier\n"},
        {"recaps/soir.md": RECAP.format("the", 5).replace("Le the", "Le soir")},
    ],
)
def test_the_site_is_what_it_would_be_from_nothing(rebuild, build_site, files):
    """Whatever changes in texts, lists and people, the next build makes the site that a first build would make."""
    site, _ = rebuild(files)
    found = site.read_all()

    whole = build_site({}, NO_CACHE=True, **CLASS)

    assert site.exit_code == 0
    assert whole.read_all() == found


def test_a_page_that_reads_nothing_of_an_edit_is_not_made(rebuild):
    """A sentence in a recap leaves a page as it was that tells of nothing else."""
    _, reason = rebuild({"recaps/the.md": FILES["recaps/the.md"].replace("Bonsoir", "Salut")}, NOUS)

    assert reason == f"{NOUS}: taken from the last site, because all that it reads is the same"


def test_a_recap_with_comments_is_not_made_for_them(rebuild):
    """Conversations below a recap are nothing that has to be made at each build."""
    rebuild(COMMENT)

    _, reason = rebuild({**COMMENT, "pages/nous.md": "Title: Nous\n\nNous tous.\n"})

    assert reason == f"{JEU}: taken from the last site, because all that it reads is the same"


def test_a_link_in_a_comment_leads_to_where_its_text_is(rebuild):
    """A recap is made again where a text gets another address that is linked in a comment below it."""
    rebuild(COMMENT)
    moved = FILES["recaps/bal.md"].replace("---\ntitle", "---\nslug: la-danse\ntitle")

    site, reason = rebuild({**COMMENT, "recaps/bal.md": moved})

    assert reason.startswith(f"{JEU}: made in this build")
    assert "recaps/la-danse/" in site.read(JEU)


def test_a_comment_that_was_withdrawn_is_gone(rebuild):
    """Nothing of it is taken from the last site."""
    before, _ = rebuild(COMMENT)
    assert "Merci" in before.read(JEU)

    site, _ = rebuild(
        {name: text.replace("text:", "status: rejected\ntext:") for name, text in COMMENT.items()}
    )

    assert "Merci" not in site.read(JEU)


def test_a_site_that_is_as_it_was_is_explained_as_well(rebuild):
    """Whoever asks why a page was made gets an answer also where nothing changed."""
    _, reason = rebuild()

    assert reason == f"{JEU}: taken from the last site, because all that it reads is the same"


def test_the_page_of_an_edited_text_says_what_changed(rebuild):
    """Whoever asks why a page was made is told the file, and what the template read of it."""
    site, reason = rebuild({"recaps/jeu.md": FILES["recaps/jeu.md"].replace("Bonsoir", "Salut")})

    assert reason.startswith(f"{JEU}: made in this build, because something of Article ")
    assert "content/recaps/jeu.md" in reason
    assert "Salut" in site.read(JEU)


def test_a_page_on_which_somebody_stood_is_made_when_they_leave(rebuild):
    """Somebody who withdraws from one evening is on no page of it, whoever made the page and when."""
    site, _ = rebuild(
        {"attendees/jeu.yml": FILES["attendees/jeu.yml"].replace("{name: Zoé Bel}", "{name: Roc}")}
    )

    assert "Zoé" not in site.read(JEU)


def test_a_page_that_somebody_typed_in_is_made(rebuild, tmp_path):
    """What stands in the output folder is taken only where it is, byte for byte, what was written there."""
    page = tmp_path / "output" / JEU
    page.write_text(page.read_text(encoding="utf-8").replace("Bonsoir", "Buenas noches"), encoding="utf-8")

    site, reason = rebuild()

    assert reason == f"{JEU}: made in this build, because its file is not what the last build wrote"
    assert "Buenas noches" not in site.read(JEU)


def test_a_page_is_not_what_once_was_written_over_it(build_site, tmp_path):
    """A file of the author that stood in the place of a page is gone from the site when it is gone."""
    build_site({**FILES, **OVER_NOUS}, **STATIC)
    shutil.rmtree(tmp_path / "content" / "extra")

    site = build_site(FILES, **STATIC)

    assert "<h1" in site.read(NOUS)


def test_a_page_that_was_taken_is_the_very_file_of_the_last_site(rebuild, tmp_path):
    """A page that is as it was is neither read nor written: its file gets a second name."""
    before = (tmp_path / "output" / NOUS).stat()

    rebuild({"recaps/bal.md": FILES["recaps/bal.md"].replace("Bonsoir", "Salut")})

    after = (tmp_path / "output" / NOUS).stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_an_empty_file_of_the_author_takes_the_place_of_a_page(build_site):
    """Whatever is in it, it is what the author wants there."""
    build_site(FILES, **STATIC)
    files = {**FILES, "extra/a.txt": ""}

    site = build_site(files, **STATIC)

    assert (site.output / NOUS).read_bytes() == b""


def test_the_last_site_is_whole_when_something_writes_over_a_page(build_site, tmp_path):
    """Whoever writes into a page of the new site while it is made does not write into the one that readers see."""
    build_site(FILES, **STATIC)
    with (tmp_path / "output" / NOUS).open(encoding="utf-8") as seen:
        build_site({**FILES, **OVER_NOUS}, **STATIC)

        assert "<h1" in seen.read()
    assert (tmp_path / "output" / NOUS).read_text(encoding="utf-8") == "Ici, rien."


def poison(data):
    """Return a record of one page, of which it says what there is not."""
    return json.dumps({**json.loads(data), "pages": {JEU: ["a", 10**9, [], [], ""]}}).encode()


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data[:-40],
        lambda data: data.replace(b"[4]", b"[3]", 1),
        lambda _data: seal(b"[]"),
        lambda _data: seal(b"[" * 100_000),
        lambda data: seal(open_sealed(data).replace(FORM.encode(), b"event-recap page record 0")),
        lambda data: seal(poison(open_sealed(data))),
    ],
    ids=["cut", "one digit", "another", "deep", "older", "poisoned"],
)
def test_a_record_that_is_damaged_is_dropped(rebuild, tmp_path, damage):
    """A record that is cut, older or no record at all costs time, and nothing else."""
    record = tmp_path / ".output.pages"
    before = record.read_bytes()
    record.write_bytes(damage(before))
    assert record.read_bytes() != before

    site, reason = rebuild({"people/anne.yml": "name: Anne Roy\norg: Atelier\n"})

    assert site.exit_code == 0
    assert "made in this build" in reason


def test_a_record_that_others_may_write_is_dropped(rebuild, tmp_path):
    """Nobody else decides what stands on a page."""
    (tmp_path / ".output.pages").chmod(0o666)

    _, reason = rebuild({"recaps/bal.md": FILES["recaps/bal.md"].replace("Bonsoir", "Salut")})

    assert "made in this build" in reason
    assert (tmp_path / ".output.pages").stat().st_mode & 0o077 == 0


def test_the_pages_of_yesterday_are_those_of_today(build_two_days):
    """The first build of a day makes only the pages on which that day says something else."""
    assert f"{NOUS}: taken from the last site" in build_two_days(NOUS).log


def test_somebody_whose_consent_ended_is_on_no_page(build_two_days):
    """A consent that ends at midnight takes its person off pages that were made the day before."""
    site = build_two_days("events/bal/index.html")

    assert "events/bal/index.html: made in this build" in site.log
    assert [name for name, text in site.read_all().items() if "Zoé Bel".encode() in text] == []


def test_another_setting_makes_every_page(rebuild):
    """Settings reach pages in ways that nobody lists."""
    _, reason = rebuild(SITENAME="Autrement")

    assert "made in this build" in reason


def test_a_function_of_the_author_makes_every_page(rebuild):
    """What a filter of somebody else reads is not seen, so that no page is taken from the last site."""
    site, reason = rebuild({"recaps/bal.md": RECAP.format("bal", 2) + "Encore.\n"}, JINJA_GLOBALS={"now": 1})

    assert "made in this build" in reason
    assert site.exit_code == 0


def test_what_a_page_answers_is_kept_as_digests(rebuild, tmp_path):
    """What is remembered of pages holds no name of anybody, and not a sentence of a text."""
    kept = (tmp_path / ".output.pages").read_text(encoding="utf-8")

    assert JEU in kept
    assert not {"Zoé", "Bel", "Bonsoir", "Luthière"} & set(kept.replace('"', " ").split())
