"""A text by itself: what an author sees of a change before the site is built again."""

import queue
import shutil
import sys
from pathlib import Path

import pytest

from event_recap.devserver.building import PREVIEW, Build, Ready
from event_recap.preview.answers import Request

ROOT = Path(__file__).parents[2]
RECAP = "---\ntitle: {title}\ndate: 2025-05-09\nslug: {slug}\n{keys}---\n\n{words}\n"
LIST = """\
event: {name: Soir d’essai, start: 2025-05-08 18:00}
attendees:
  - Anne Tremblay
  - {name: Zénobie Cachottier, visibility: hidden}
"""
CONFIGURATION = f"""
import sys
exec(open({str(ROOT / "pelicanconf.py")!r}, encoding="utf-8").read())
THEME, PLUGIN_PATHS = {str(ROOT / "theme")!r}, [{str(ROOT / "plugins")!r}]
STATIC_PATHS, EXTRA_PATH_METADATA = [], {{}}
EVENT_RECAP = {{"social_images": "off"}}
"""


def write_recap(path, words="Bonsoir.", title="Le soir", slug="soir", keys="event: soir\n"):
    """Write a recap as an author does."""
    path.write_text(RECAP.format(title=title, slug=slug, keys=keys, words=words), encoding="utf-8")


def write_texts(content):
    """Write the texts as they were when the site was built."""
    shutil.rmtree(content / "recaps", ignore_errors=True)
    (content / "recaps").mkdir()
    write_recap(content / "recaps/soir.md")
    write_recap(content / "recaps/fin.md", title="La fin", slug="fin", keys="")


@pytest.fixture(name="built", scope="module")
def fixture_built(tmp_path_factory):
    """Build a small site; return its folder and the process that stays."""
    home = tmp_path_factory.mktemp("desk")
    (home / "content/attendees").mkdir(parents=True)
    (home / "content/attendees/soir.yml").write_text(LIST, encoding="utf-8")
    write_texts(home / "content")
    (home / "conf.py").write_text(CONFIGURATION, encoding="utf-8")
    news = queue.SimpleQueue()
    command = [sys.executable, "-m", PREVIEW, str(home / "content"), "-s", str(home / "conf.py")]
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", str(ROOT / "plugins"))
        build = Build([*command, "-o", str(home / "output"), "--fatal=errors"], news.put)
    try:
        assert news.get(timeout=120).outcome.problems == ()
        assert isinstance(news.get(timeout=60), Ready)
        yield home, build
    finally:
        build.stop()


@pytest.fixture(name="ask")
def fixture_ask(built, tmp_path):
    """Return a function that asks for what changed; answer, folder."""
    home, build = built
    write_texts(home / "content")

    def ask(*changed):
        return build.ask(Request(tuple(str(home / "content" / name) for name in changed), str(tmp_path)))

    ask.content, ask.pages = home / "content", tmp_path
    return ask


def read(ask, slug):
    """Return the page of a recap as it was previewed."""
    return (ask.pages / f"recaps/{slug}/index.html").read_text(encoding="utf-8")


def list_pages(ask):
    """Return every page that was previewed."""
    return sorted(path.relative_to(ask.pages).as_posix() for path in ask.pages.rglob("*.html"))


def test_a_changed_text_is_the_page_that_a_build_makes(ask, built):
    """The same event, cards, neighbours and links; but for the words, no byte differs."""
    home, _ = built
    write_recap(ask.content / "recaps/soir.md", "Rebonsoir.")

    answer = ask("recaps/soir.md")

    whole = (home / "output/recaps/soir/index.html").read_text(encoding="utf-8")
    assert answer.is_shown
    assert answer.problems == ()
    assert list_pages(ask) == ["recaps/soir/index.html"]
    assert "Anne Tremblay" in read(ask, "soir")
    assert read(ask, "soir").replace("Rebonsoir", "Bonsoir") == whole


def test_a_new_text_is_shown(ask):
    """Also one that is a draft, and it is known as one."""
    write_recap(ask.content / "recaps/neuf.md", "Du neuf.", "Neuf", "neuf", "status: draft\n")

    answer = ask("recaps/neuf.md", "recaps/.neuf.md.swp")

    assert answer.drafts == ("drafts/neuf/index.html",)
    assert "Du neuf." in (ask.pages / "drafts/neuf/index.html").read_text(encoding="utf-8")


def test_a_mistake_has_its_file_and_line(ask):
    """Nothing of the text is shown until it is put right."""
    write_recap(ask.content / "recaps/soir.md", keys="event: soire\n")

    answer = ask("recaps/soir.md")

    assert answer.is_shown
    (line,) = answer.problems
    assert "recaps/soir.md:5:8: event: no list called 'soire' in attendees/; did you mean 'soir'?" in line
    assert list_pages(ask) == []


def test_somebody_hidden_is_never_previewed(ask):
    """Whoever types the name of somebody who is hidden is told where, without the name, and nothing is shown."""
    write_recap(ask.content / "recaps/soir.md", "Zénobie Cachottier était là.")

    answer = ask("recaps/soir.md")

    assert answer.problems
    assert all("Cachottier" not in line and "nobie" not in line for line in answer.problems)
    assert any("recaps/soir.md:8" in line for line in answer.problems)


def test_a_renamed_text_leads_on_to_its_new_address(ask):
    """The page that is open at the old address is sent to the new one."""
    write_recap(ask.content / "recaps/soir.md", slug="nuit")

    ask("recaps/soir.md")

    assert list_pages(ask) == ["recaps/nuit/index.html", "recaps/soir/index.html"]
    assert 'content="0; url=../../recaps/nuit/"' in read(ask, "soir")


def test_a_renamed_file_is_the_same_page(ask):
    """The old name is gone and the new one is read."""
    (ask.content / "recaps/soir.md").rename(ask.content / "recaps/soiree.md")

    answer = ask("recaps/soir.md", "recaps/soiree.md")

    assert answer.problems == ()
    assert list_pages(ask) == ["recaps/soir/index.html"]


def test_a_text_that_is_gone_leaves_nothing_to_show(ask):
    """The build takes its page away; until then there is no preview of it."""
    (ask.content / "recaps/fin.md").unlink()

    answer = ask("recaps/fin.md")

    assert answer.is_shown
    assert list_pages(ask) == []


@pytest.mark.parametrize(
    "name", ["attendees/soir.yml", "people/new.yml", "removed.yml", "../theme/templates/base.html"]
)
def test_what_decides_about_people_or_looks_goes_the_whole_way(ask, name):
    """With a list, a person, a removal or a template, no text is shown before the build."""
    (ask.content / "people").mkdir(exist_ok=True)
    (ask.content / "people/new.yml").write_text("name: Nina\n", encoding="utf-8")
    write_recap(ask.content / "recaps/soir.md", "Rebonsoir.")

    answer = ask("recaps/soir.md", name)

    assert not answer.is_shown
    assert list_pages(ask) == []


def test_a_file_of_an_editor_that_came_and_went_is_no_change(ask):
    """Some write beside the text first, under a name of their own."""
    write_recap(ask.content / "recaps/soir.md", "Rebonsoir.")

    answer = ask("recaps/soir.md", "recaps/4913", "recaps/soir.md~")

    assert answer.is_shown
    assert "Rebonsoir." in read(ask, "soir")


def test_a_text_after_a_mistake_is_shown_as_if_there_had_been_none(ask):
    """Nothing of a preview is left in the memory of the next."""
    write_recap(ask.content / "recaps/soir.md", keys="event: soire\n")
    ask("recaps/soir.md")
    write_recap(ask.content / "recaps/soir.md", "Réparé.")

    answer = ask("recaps/soir.md")

    assert answer.problems == ()
    assert "Réparé." in read(ask, "soir")
