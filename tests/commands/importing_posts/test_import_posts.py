"""``import-posts`` shows what it would write, writes it, and what it writes builds."""

import hashlib
from pathlib import Path

import pytest

from event_recap import cli
from event_recap.commands.importing_posts import running
from event_recap.loading.removed_file import render_removed
from event_recap.model.removal import Kind, Removed, SiteKey

TEXT = """\
Hier soir, j'ai vu @cafe_lune &amp; les autres.

[caption id="a"]<a href="https://vieux.example/up/salle.jpg"><img src="https://vieux.example/up/salle-300x200.jpg" alt="La salle" /></a> La salle[/caption]

[embed]https://youtu.be/dQw4w9WgXcQ[/embed]

<iframe src="https://carte.example/x"></iframe><script>suivre()</script>

[attendees]

Voir <a href="/2010/02/billet-2/">l'autre</a> et <a href="https://vieux.example/?p=2">encore</a>.
"""
COPIED = "Sélectionner une page\n\nFocus 20, le retour\n\nPar Zoé Inventée, linguiste\n\nUne longue soirée.\n\nTweeter l’article\n"
ROOT = Path(__file__).parents[3]
SETTINGS = (ROOT / "pelicanconf.py").read_text(encoding="utf-8").replace('"theme"', f'"{ROOT}/theme"')
KEY = "0123456789abcdef"


@pytest.fixture(name="old_blog")
def fixture_old_blog(write_site, write_export, write_item, tmp_path, picture):
    """Put an export and a folder of pictures beside a site."""
    write_site({"recaps/.keep": ""})
    items = [
        write_item(1, "Focus 20 : un", TEXT),
        write_item(2, "Autre"),
        write_item(3, "À propos", kind="page"),
    ]
    items.append(write_item(4, "Brouillon", status="draft"))
    (tmp_path / "old.xml").write_text(write_export(*items), encoding="utf-8")
    (tmp_path / "up").mkdir()
    (tmp_path / "up/salle.jpg").write_bytes(picture)
    return tmp_path


def list_files(folder):
    """Return name and checksum of every file of the content folder."""
    files = [path for path in sorted((folder / "content").rglob("*")) if path.is_file()]
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files
    }


def test_a_dry_run_shows_each_file_and_writes_none(old_blog, run):
    """The author sees front matter, what was taken off, what became of frames, and a sum."""
    before = list_files(old_blog)

    done = run("import-posts", "old.xml", "--pictures", "up", "--dry-run")

    assert (done.code, list_files(old_blog)) == (0, before)
    assert (
        'content/2010-02-03-billet-1.md: new\n  title: "Focus 20 : un"\n  date: 2010-02-03 09:30\n'
        in done.out
    )
    lines = (old_blog / "old.xml").read_text(encoding="utf-8").splitlines()
    line = next(number for number, words in enumerate(lines, 1) if "<iframe" in words)
    assert f"  taken off: line {line}: suivre() (a script)\n" in done.out
    assert f"old.xml:{line}: a frame or a player became a link to carte.example\n" in done.out
    assert "texts to write: 4 (pages: 1, drafts: 1); pictures to copy: 1\n" in done.out


def test_a_post_is_written_with_its_links_and_pictures(old_blog, run, read):
    """Links to posts that moved along lead to their files, pictures lie beside them, old addresses lead here."""
    run("import-posts", "old.xml", "--pictures", "up", "--yes")

    text = read("2010-02-03-billet-1.md")
    assert 'id: "https://vieux.example/?p=1"\nredirect_from: ["/2010/02/billet-1/"]\n---\n' in text
    assert "[![La salle]({static}/images/salle.jpg)]({static}/images/salle.jpg)\n\n*La salle*\n" in text
    assert "\n\n<https://youtu.be/dQw4w9WgXcQ>\n\n<https://carte.example/x>\n\n\\[attendees\\]\n" in text
    assert (
        "[l'autre]({filename}/2010-02-03-billet-2.md) et [encore]({filename}/2010-02-03-billet-2.md)" in text
    )
    assert (old_blog / "content/images/salle.jpg").read_bytes() == (old_blog / "up/salle.jpg").read_bytes()


def test_nothing_is_written_without_a_yes(old_blog, run, monkeypatch):
    """Whoever does not answer has changed nothing."""
    monkeypatch.setattr(running, "ask", lambda _question: False)
    before = list_files(old_blog)

    done = run("import-posts", "old.xml")

    assert (done.code, list_files(old_blog)) == (1, before)
    assert done.out.endswith("nothing was written\n")


def test_what_is_here_already_is_left_alone(old_blog, run, read):
    """A second run brings nothing twice, and overwrites nothing that was edited in between."""
    run("import-posts", "old.xml", "--yes")
    path = old_blog / "content/2010-02-03-billet-1.md"
    path.write_text(
        path.read_text(encoding="utf-8").replace("slug: billet-1", "slug: renamed"), encoding="utf-8"
    )
    before = list_files(old_blog)

    done = run("import-posts", "old.xml", "--yes")

    assert list_files(old_blog) == before
    assert "texts to write: 0" in done.out
    assert "on this site already, and left alone: 4\n" in done.out


def test_somebody_who_was_forgotten_does_not_come_back(old_blog, run, write_export, write_item, monkeypatch):
    """Texts that name them are left out, with a count and without a name, a title or a line."""
    monkeypatch.setenv("EVENT_RECAP_KEY", KEY)
    removed = Removed().add([(Kind.NAME, "Zoé Inventée")], SiteKey(KEY))
    (old_blog / "content/removed.yml").write_text(render_removed(removed), encoding="utf-8")
    items = [
        write_item(1, "Un", "Avec <b>Zoé</b> Inventée."),
        write_item(2, "Deux"),
        write_item(3, "Zoé Inventée raconte"),
    ]
    (old_blog / "old.xml").write_text(write_export(*items), encoding="utf-8")

    done = run("import-posts", "old.xml", "--yes")

    assert "left out, since they name somebody who asked to be forgotten: 2\n" in done.out
    assert "Invent" not in done.out.replace("Lise Inventée", "")
    assert [name for name in list_files(old_blog) if name.endswith(".md")] == [
        "content/2010-02-03-billet-2.md"
    ]


def test_what_was_taken_off_names_nobody_who_was_forgotten(write_site, run, tmp_path, monkeypatch):
    """The listing of a page's leftovers is no place to read a name either."""
    monkeypatch.setenv("EVENT_RECAP_KEY", KEY)
    write_site({"removed.yml": render_removed(Removed().add([(Kind.NAME, "Zoé Inventée")], SiteKey(KEY)))})
    (tmp_path / "a.txt").write_text(
        f"Focus 20\n\n{'Une soirée. ' * 20}\n\n1 commentaire:\nZoé Inventée a dit\n", encoding="utf-8"
    )

    done = run("import-posts", "a.txt", "--dry-run")

    assert "  taken off: line 6: … (comments of readers, who were not asked)\n" in done.out
    assert "Invent" not in done.out


def test_a_feed_is_fetched_by_its_address(write_site, run, read, monkeypatch):
    """The address of a feed will do; its text is written in the language that it names."""
    feed = '{"version": "https://jsonfeed.org/version/1.1", "language": "en-GB", "items": [{"id": "tag:b.example,2010:1", "title": "One"'
    feed += ', "content_html": "<p>Text</p>", "date_published": "2010-02-03T08:30:00Z"}]}'
    monkeypatch.setattr(running, "fetch_bytes", lambda _url, **_facts: feed.encode())
    write_site({"recaps/.keep": ""})

    done = run("import-posts", "https://b.example/feed.json", "--yes")

    assert done.code == 0
    assert (
        read("2010-02-03-one.en.md")
        == '---\ntitle: One\ndate: 2010-02-03 09:30\nlang: en\nid: "tag:b.example,2010:1"\n---\n\nText\n'
    )


def test_options_choose_folder_language_and_status(write_site, run, read, tmp_path):
    """Copied texts go where the author says, as drafts, in the language that they are in."""
    write_site({"recaps/.keep": ""})
    (tmp_path / "a.txt").write_text(COPIED, encoding="utf-8")

    run("import-posts", "a.txt", "--yes", "--folder", "recaps", "--lang", "en")

    text = read("recaps/focus-20-le-retour.en.md")
    assert text.startswith(
        "---\ntitle: Focus 20, le retour\nstatus: draft\nlang: en\nguests:\n".replace(
            "Focus 20, le retour", '"Focus 20, le retour"'
        )
    )
    assert text.endswith("\n---\n\nUne longue soirée.\n")


def test_a_missing_source_is_told(write_site, run):
    """A slip in a path is one line."""
    write_site({"recaps/.keep": ""})

    done = run("import-posts", "nowhere.xml")

    assert (done.code, done.out) == (1, "")
    assert done.err == "nowhere.xml: no such file or folder; write its path, or the address of a feed\n"


def test_a_folder_outside_the_content_is_refused(old_blog, run):
    """Nothing is written beside the site."""
    done = run("import-posts", "old.xml", "--yes", "--folder", "../elsewhere")

    assert done.code == 1
    assert not (old_blog / "elsewhere").exists()
    assert "--folder: '../elsewhere' leaves the content folder" in done.err


def test_what_is_written_builds_without_an_error(old_blog, build_site, write_export, write_item):
    """An old blog is a site of this project, one command and one build later; its old addresses lead there."""
    items = [
        write_item(1, "Focus 20 : un", TEXT),
        write_item(2, "Autre"),
        write_item(3, "Archives", kind="page", slug="archives"),
    ]
    (old_blog / "old.xml").write_text(write_export(*items), encoding="utf-8")
    (old_blog / "a.txt").write_text(COPIED, encoding="utf-8")
    (old_blog / "pelicanconf.py").write_text(SETTINGS, encoding="utf-8")

    codes = [cli.main(["import-posts", name, "--yes", "--pictures", "up"]) for name in ("old.xml", "a.txt")]
    site = build_site({})

    assert (codes, site.exit_code) == ([0, 0], 0)
    assert [line for line in site.problems() if not line.startswith(("warning: ", "note: "))] == []
    assert "Hier soir, j'ai vu" in site.words("recaps/billet-1/index.html").replace("’", "'")
    assert {"archives/index.html", "archives-2/index.html"} <= set(site.files())
