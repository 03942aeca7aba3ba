"""What an author reads when a build finds a mistake, and what becomes of the site."""

from __future__ import annotations

import os

import pytest

LIST = "event: {name: Soir, start: 2010-02-02}\nattendees: [Anne Tremblay]\n"
GOOD = "---\ntitle: Bon récit\ndate: 2010-02-03\nevent: soir\n---\nTexte.\n"


def recap(title, *more, text="Texte."):
    """Return a recap with a title, a date, more lines of front matter, and a text."""
    return "\n".join(["---", f"title: {title}", "date: 2010-02-03", *more, "---", text, ""])


FILES = {
    "attendees/soir.yml": LIST,
    "recaps/good.md": GOOD,
    "recaps/event.md": recap("Soirée inconnue", "event: soirr"),
    "recaps/noevent.md": recap("Tout autre soirée", "event: tout-autre"),
    "recaps/same1.md": recap("Un", "slug: meme"),
    "recaps/same2.md": recap("Deux", "slug: Meme"),
    "recaps/slug.md": recap("Trois", "slug: ../../evil"),
    "recaps/save.md": recap("Quatre", "save_as: ../evil.html"),
    "recaps/abs.md": recap("Cinq", "save_as: /tmp/evil.html"),
    "recaps/url.md": recap("Six", "url: javascript:alert(1)"),
    "recaps/template.md": recap("Sept", "template: nosuch"),
    "recaps/climb.md": recap("Huit", "template: ../../evil"),
    "recaps/attach.md": recap("Neuf", text="![x]({attach}../../secret.txt)"),
    "recaps/static.md": recap("Dix", text="\n![x]({static}/images/quia.png)"),
    "recaps/yaml.md": recap("Onze", text="[x]({static}/attendees/soir.yml)"),
    "recaps/filename.md": recap("Douze", text="[x]({filename}/recaps/goood.md)"),
    "recaps/reserved.md": recap("Treize", "get_content: x"),
    "recaps/settings.md": recap("Quatorze", "settings: x"),
    "recaps/date.md": "---\ntitle: Quinze\ndate: 31/02/2010\n---\nX\n",
    "recaps/nodate.md": "---\ntitle: Seize\n---\nX\n",
    "recaps/notitle.md": "---\ndate: 2010-02-03\n---\nX\n",
    "recaps/bare.md": "Juste du texte.\n",
    "recaps/latin.md": recap("Dix-huit", text="Été").encode("latin-1"),
    "recaps/CAPITALS.MD": recap("Dix-neuf"),
    "recaps/notes.txt": "Un texte.",
    "pages/page.md": "---\ntitle: Vingt\nsettings: x\n---\nX\n",
    "images/quai.png": b"",
}
EXPECTED = {
    "recaps/event.md": ":4:8: event: no list called 'soirr' in attendees/; did you mean 'soir'?",
    "recaps/noevent.md": ":4:8: event: no list called 'tout-autre' in attendees/; expected tout-autre.yml there",
    "recaps/same2.md": ":4: slug: its page 'recaps/Meme/index.html' is also that of content/recaps/same1.md:4; give one of them another slug",
    "recaps/slug.md": ":4:7: slug: '../../evil' would leave its folder; a slug is one name, without / and \\",
    "recaps/save.md": ":4:10: save_as: '../evil.html' leads out of the site; expected a path such as about/index.html",
    "recaps/abs.md": ":4:10: save_as: '/tmp/evil.html' leads out of the site; expected a path such as about/index.html",
    "recaps/url.md": ":4:6: url: 'javascript:alert(1)' leads out of the site; expected a path such as about/index.html",
    "recaps/template.md": ":4: template: the theme has no template 'nosuch'; take this out, or add it to the theme",
    "recaps/climb.md": ":4: template: the theme has no template '../../evil'; take this out, or add it to the theme",
    "recaps/attach.md": ":5: link '{attach}../../secret.txt': leaves the content folder; expected a file inside it",
    "recaps/static.md": ":6: link '{static}/images/quia.png': no such file; did you mean 'quai.png'?",
    "recaps/yaml.md": ":5: link '{static}/attendees/soir.yml': is never published; link to a page or a picture",
    "recaps/filename.md": ":5: link '{filename}/recaps/goood.md': no such file; did you mean 'good.md'?",
    "recaps/reserved.md": ":4:1: get_content: 'get_content' is a name Pelican keeps for itself; choose another",
    "recaps/settings.md": ":4:1: settings: 'settings' is a name Pelican keeps for itself; choose another",
    "recaps/nodate.md": ":1: date: required field missing; expected a line such as 'date: 2010-02-03'",
    "recaps/CAPITALS.MD": ": not read, as its name ends in '.MD'; rename it to end in '.md'",
    "recaps/notes.txt": ": not read, as its name ends in '.txt'; rename it to end in '.md'",
    "pages/page.md": ":3:1: settings: 'settings' is a name Pelican keeps for itself; choose another",
}


@pytest.fixture(name="site", scope="module")
def fixture_site(build_shared_site):
    """Build all mistakes at once."""
    return build_shared_site(FILES)


def lines_about(site, name):
    """Return the lines that an author reads about one file."""
    return [line for line in site.problems() if line.startswith(f"content/{name}:")]


@pytest.mark.parametrize("name", EXPECTED)
def test_mistake_is_told_with_place_and_remedy(site, name):
    """Each mistake is told once, with file, line, field, what is wrong and what is expected."""
    assert lines_about(site, name) == [f"content/{name}{EXPECTED[name]}"]


def test_every_file_is_told_at_once(site):
    """One build tells the mistakes of every file, ends with 1, and says how many they are."""
    told = {
        line.split(":")[0].removeprefix("content/") for line in site.problems() if line.startswith("content/")
    }

    assert told == FILES.keys() - {
        "attendees/soir.yml",
        "recaps/good.md",
        "recaps/same1.md",
        "images/quai.png",
    }
    assert site.exit_code == 1
    assert site.problems()[-1].endswith("problems: nothing was published, the site stays as it was")


def test_no_line_is_for_programmers(site):
    """No traceback and no name of a class is among the lines; they are few."""
    assert "Traceback" not in site.log + site.errors
    assert not any(word in site.log + site.errors for word in ("Error(", "CRITICAL", "Exception", "pelican."))
    assert len(site.problems()) <= len(FILES) + 1


def test_nothing_is_written(site):
    """A build with a mistake leaves no output folder, and beside it what its reading gave and nothing else."""
    assert sorted(path.name for path in site.folder.iterdir()) == [".output.lock", "cache", "content"]


def test_last_good_site_stays_as_it_was(build_site):
    """After a mistake, the site of the last good build is the same to the byte."""
    site = build_site({"recaps/good.md": GOOD, "attendees/soir.yml": LIST})
    before = {name: (site.output / name).read_bytes() for name in site.files()}

    broken = build_site(
        {"recaps/bad.md": recap("Mauvais", "event: rien"), "recaps/good.md": GOOD.replace("Texte", "Autre")}
    )

    assert broken.exit_code == 1
    assert {name: (site.output / name).read_bytes() for name in site.files()} == before
    assert sorted(path.name for path in site.folder.iterdir()) == [
        ".output.lock",
        ".output.manifest",
        ".output.pages",
        "cache",
        "content",
        "output",
    ]


def test_mistake_put_right_is_published(build_site):
    """Once the mistake is put right, the next build publishes everything."""
    build_site({"recaps/good.md": GOOD})

    site = build_site({"attendees/soir.yml": LIST})

    assert site.exit_code == 0
    assert "recaps/bon-recit/index.html" in site.files()


@pytest.mark.parametrize(("fatal", "is_published"), [("", True), ("warnings", False)])
def test_warning_stops_a_build_for_the_web_only(build_site, fatal, is_published):
    """A warning is told and the site published; with ``--fatal=warnings`` nothing is published."""
    odd = recap("Odd", text="<script>alert(1)</script>")

    site = build_site({"recaps/a.md": odd}, fatal=fatal)

    assert (
        site.problems()[0]
        == "warning: content/recaps/a.md:5: text: a script is never published; link to what it shows"
    )
    assert (site.exit_code == 0) == is_published
    assert site.output.exists() == is_published


def test_file_that_is_no_file_is_told_and_not_opened(build_site, tmp_path):
    """A named pipe and links that leave the content folder are told, and neither hang nor publish anything."""
    folder = tmp_path / "content" / "recaps"
    folder.mkdir(parents=True)
    (tmp_path / "secret.md").write_text("---\ntitle: Secret\ndate: 2010-02-03\n---\nX\n", encoding="utf-8")
    os.mkfifo(folder / "pipe.md")
    (folder / "link.md").symlink_to(tmp_path / "secret.md")
    (folder / "lost.md").symlink_to(tmp_path / "nowhere.md")
    (folder / "loop.md").symlink_to(folder / "loop.md")

    site = build_site({"recaps/good.md": recap("Bon")})

    what = "not a regular file inside the content folder; put a file here"
    assert site.exit_code == 1
    assert site.problems()[:-1] == [
        f"content/recaps/{name}.md: {what}" for name in ("link", "loop", "lost", "pipe")
    ]


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        (
            {"EVENT_RECAP": {"share_netwroks": [], "strict": "yes", "default_visibility": "pubic"}},
            [
                "EVENT_RECAP: default_visibility: 'pubic' is not a level; expected one of hidden, counted, initials, name-only, public; did you mean 'public'?",
                "EVENT_RECAP: share_netwroks: unknown setting; did you mean 'share_networks'?",
                "EVENT_RECAP: strict: a text is not right here; expected True or False",
            ],
        ),
        (
            {
                "EVENT_RECAP": {
                    "default_visibility": "pubic",
                    "share_networks": ["mastodn"],
                    "today": "2010-02-30",
                }
            },
            [
                "EVENT_RECAP: default_visibility: 'pubic' is not a level; expected one of hidden, counted, initials, name-only, public; did you mean 'public'?",
                "EVENT_RECAP: share_networks: unknown network 'mastodn'; did you mean 'mastodon'?",
                "EVENT_RECAP: today: '2010-02-30' is not a day; expected a form such as 2026-11-21",
            ],
        ),
        ({"EVENT_RECAP": []}, ['EVENT_RECAP: a list is not a dictionary; expected {"key": value}']),
        (
            {"TIMEZONE": "Amerique/Montreal"},
            ["TIMEZONE: 'Amerique/Montreal' is no time zone; did you mean 'America/Montreal'?"],
        ),
    ],
)
def test_wrong_setting_is_told_before_anything_is_read(build_site, settings, expected):
    """A setting that is unknown or wrong ends the build at once, in one line for each."""
    site = build_site({"recaps/good.md": recap("Bon")}, **settings)

    assert site.exit_code == 1
    assert site.problems() == expected
    assert not site.output.exists()


def test_wrong_day_of_the_build_is_told(build_site):
    """A ``SOURCE_DATE_EPOCH`` that is no number ends the build with a line that says so."""
    site = build_site({"recaps/good.md": recap("Bon")}, environment={"SOURCE_DATE_EPOCH": "hier"})

    assert site.exit_code == 1
    assert site.problems() == [
        "SOURCE_DATE_EPOCH: 'hier' is not a time; expected seconds since 1970 such as 1265155200"
    ]


def test_pages_of_different_kinds_do_not_replace_each_other(build_site):
    """A page, an event and a list of the site that want one address are told, whichever is written last."""
    site = build_site(
        {
            "pages/a.md": "---\ntitle: Archives\n---\nX\n",
            "pages/b.md": "---\ntitle: B\nslug: events/soir\n---\nX\n",
            "attendees/soir.yml": LIST,
            "recaps/a.md": recap("A", "tags: [C++, C]"),
            "recaps/b.md": recap("B", "authors: [José, Jose]"),
        }
    )

    assert site.exit_code == 1
    assert any("archives/index.html" in line for line in site.problems())
    assert "Traceback" not in site.errors


def test_names_that_would_share_a_page_are_told(build_site):
    """Two names that differ and have one page are told; capitals make no difference."""
    files = {
        "recaps/a.md": recap("A", "authors: [José Roy]", "tags: [C, Web]"),
        "recaps/b.md": recap("B", "authors: [Jose Roy]", "tags: [C++, web]"),
    }

    site = build_site(files)

    assert site.exit_code == 0
    assert site.problems() == [
        "warning: content/recaps/b.md:4: author: 'Jose Roy' shares a page with 'José Roy' of content/recaps/a.md:4; spell both alike, or name one otherwise",
        "warning: content/recaps/b.md:5: tag: 'C++' shares a page with 'C' of content/recaps/a.md:5; spell both alike, or name one otherwise",
    ]


def test_only_one_text_may_take_a_place_by_save_as(build_site):
    """Two texts that name the same file are told; neither replaces the other."""
    site = build_site(
        {"recaps/a.md": recap("A", "save_as: x.html"), "recaps/b.md": recap("B", "save_as: x.html")}
    )

    assert site.exit_code == 1
    assert (
        site.problems()[0]
        == "content/recaps/b.md:4: save_as: its page 'x.html' is also that of content/recaps/a.md:4; give one of them another save_as"
    )


def test_empty_site_says_that_nothing_is_there_yet(build_site):
    """A content folder without a text is built: the home page says that nothing has been published yet."""
    site = build_site({"pages/.keep": ""})

    assert (site.exit_code, site.problems()) == (0, [])
    assert site.page("index.html").select(".empty")


STRAYS = {
    "recaps/good.md": GOOD,
    "attendees/soir.yml": LIST,
    "soir.md": GOOD,
    "README.md": "Notes for myself.",
    "recaps/word.docx": b"PK",
    "recaps/menu.docx": b"PK",
    "pages/menu.md": "---\ntitle: Menu\n---\n[le menu]({static}/recaps/menu.docx)\n",
}
LINKS = {
    "![x](images/QUIA.png)": (
        "link 'images/QUIA.png': no file 'images/QUIA.png' beside the text or in the content folder; did you mean 'quai.png'?"
    ),
    "[x](nowhere.md)": "link 'nowhere.md': no file 'nowhere.md' beside the text or in the content folder",
    "![x](images/quai.heic)": (
        "link 'images/quai.heic': is no picture for the web, and few browsers show it; save it as .jpg"
    ),
}


def test_texts_that_are_on_no_page_are_told(build_site):
    """Markdown outside every folder of texts, and a word processor's file that no text links to, are warned of."""
    site = build_site(STRAYS)

    assert site.exit_code == 0
    assert site.problems() == [
        "warning: content/recaps/word.docx: not read, as its name ends in '.docx'; save it as plain text, in a file that ends in '.md'",
        "warning: content/soir.md: not read, as it lies in no folder of texts; put a recap into recaps/",
    ]


@pytest.mark.parametrize("text", LINKS)
def test_odd_link_is_warned_of(build_site, picture, text):
    """A link that will not work is told, with the nearest name; the site is built."""
    pictures = {"images/quai.png": picture, "images/quai.heic": picture}
    line = f"warning: content/recaps/a.md:5: {LINKS[text]}"

    site = build_site({"recaps/a.md": recap("A", text=text), **pictures})

    assert (site.exit_code, site.problems()) == (0, [line])


def test_picture_from_the_root_is_published(build_site, picture):
    """A picture whose path begins with a slash is found in the content folder, and published."""
    site = build_site({"recaps/a.md": recap("A", text="![x](/images/quai.png)"), "images/quai.png": picture})

    assert site.problems() == []
    assert "images/quai.png" in site.files()
    assert site.page("recaps/a/index.html").select_one("main img")["src"] == "../../images/quai.png"


def test_mistake_in_a_list_is_not_told_of_links_too(build_site):
    """Where a list cannot be read, a link to somebody in it is not blamed."""
    text = "[Anne]({filename}/@person/anne-tremblay)"
    broken = LIST.replace("name: Soir", "name: Le: soir")

    site = build_site({"recaps/a.md": recap("A", text=text), "attendees/soir.yml": broken})

    assert [line.split(":")[0] for line in site.problems()[:-1]] == ["content/attendees/soir.yml"]
