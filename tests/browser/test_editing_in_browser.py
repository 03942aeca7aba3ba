"""The page on which a site is edited: forms in Chromium, files that a build takes."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from bs4 import BeautifulSoup
from visits import wait_until

from event_recap.commands.editor import fetch_packages
from event_recap.editor.packages import find_folder, list_names
from event_recap.errors import EventRecapError
from event_recap.loading.event_list import load_event
from event_recap.loading.files import SourceFile
from event_recap.loading.person_file import load_person
from event_recap.loading.recap import parse_recap
from event_recap.loading.spellings import ATTENDEE
from event_recap.model.event import Location
from event_recap.model.share import SHARE_NETWORKS
from event_recap.model.visibility import VISIBILITY_WORDS

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]
SETTINGS = f"""
SITENAME = "The Evenings"
SITEURL = "https://evenings.example"
TIMEZONE = "America/Montreal"
DEFAULT_LANG = "fr"
PATH = "content"
ARTICLE_PATHS = ["recaps"]
PAGE_PATHS = ["pages"]
STATIC_PATHS = []
THEME = {str(ROOT / "theme")!r}
JINJA_ENVIRONMENT = {{"autoescape": True, "trim_blocks": True, "lstrip_blocks": True}}
PLUGIN_PATHS = [{str(ROOT / "plugins")!r}]
PLUGINS = ["event_recap"]
EVENT_RECAP = {{"editor": {{"backend": "github", "repo": "marie/blog"}}, "social_images": "off"}}
"""
FILES = {
    "content/recaps/focus-20.md": """---
title: Focus 20 : trente avatars
date: 2010-02-03 08:30
event: focus-20-2010
authors: [Marie Roy]
image: of-another-plugin.jpg
---
Hier soir, j’ai serré la main de @cafelune.

[attendees]
""",
    "content/recaps/focus-19.md": "Title: Focus 19\nDate: 2010-01-20\n\nAvant.\n",
    "content/attendees/focus-20-2010.yml": """# Everybody here is invented.
event:
  name: Focus 20
  start: 2010-02-02 18:00
  end: 21:00
  location: Hôtel du Dauphin
attendees:
  - Anne Tremblay
  - id: cafelune
    name: Bruno Larivage
    consent: {given: 2010-02-05, photo: true}
    profiles: {x: cafelune}
""",
    "content/people/luc-garnier.yml": "name: Luc Garnier\n",
    "content/pages/about.md": "---\ntitle: About\n---\nWe meet.\n",
}
PICKER = """
window.showDirectoryPicker = async () => (await navigator.storage.getDirectory()).getDirectoryHandle("blog");
FileSystemHandle.prototype.requestPermission ??= async () => "granted";
"""
PUT = """async (files) => {
  const root = await (await navigator.storage.getDirectory()).getDirectoryHandle("blog", { create: true });
  await root.getDirectoryHandle(".git", { create: true });
  for (const [path, text] of Object.entries(files)) {
    let folder = root;
    const parts = path.split("/");
    for (const part of parts.slice(0, -1)) folder = await folder.getDirectoryHandle(part, { create: true });
    const stream = await (await folder.getFileHandle(parts.at(-1), { create: true })).createWritable();
    await stream.write(text);
    await stream.close();
  }
}"""
READ = """async (path) => {
  let folder = await (await navigator.storage.getDirectory()).getDirectoryHandle("blog");
  const parts = path.split("/");
  for (const part of parts.slice(0, -1)) folder = await folder.getDirectoryHandle(part);
  return (await (await folder.getFileHandle(parts.at(-1))).getFile()).text();
}"""
THROUGH = """async (texts) => {
  const formats = {}, kept = window.CMS;
  window.CMS = { registerCustomFormat: (name, _, format) => { formats[name] = format; }, init: () => {} };
  await import("./editor.js?again");
  window.CMS = kept;
  return texts.map(([text, name]) => formats[name].toFile(formats[name].fromFile(text)));
}"""
RECAP, LIST = "content/recaps/focus-20.md", "content/attendees/focus-20-2010.yml"
GIVEN = date(2010, 2, 5)
ZONE = ZoneInfo("America/Montreal")


def build(site):
    """Build the site."""
    command = [sys.executable, "-m", "pelican", "-s", "pelicanconf.py", "-o", "output"]
    done = subprocess.run(command, cwd=site, check=False, capture_output=True, encoding="utf-8", timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(name="site", scope="module")
def fixture_site(tmp_path_factory):
    """A built site with the editor, whose programs are fetched once and kept."""
    site = tmp_path_factory.mktemp("blog")
    for name, text in {**FILES, "pelicanconf.py": SETTINGS}.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(text, encoding="utf-8")
    kept = find_folder(ROOT / ".cache" / "content")
    if not all((kept / name).is_file() for name in list_names()):
        if shutil.which("npm") is None:
            pytest.skip("npm is not here")
        try:
            fetch_packages(kept)
        except EventRecapError as error:
            if "could not fetch" not in str(error):
                raise
            pytest.skip(str(error))
    shutil.copytree(kept, find_folder(site / "content"))
    build(site)
    return site


@pytest.fixture(name="editor", scope="module")
def fixture_editor(site, serve, browser):
    """The editor, open on a local repository that is a folder of the browser itself."""
    context = browser.new_context(locale="en-GB", viewport={"width": 1400, "height": 1000})
    context.add_init_script(PICKER)
    page = context.new_page()
    address = serve(site / "output")
    page.goto(f"{address}admin/begin.js")
    page.evaluate(PUT, FILES)
    page.goto(f"{address}admin/")
    page.get_by_role("button", name="Work with Local Repository").click()
    page.get_by_text("Focus 20 : trente avatars").wait_for()
    yield page
    context.close()


def open_entry(page, place):
    """Open the form of a file."""
    page.goto(page.url.partition("#")[0] + f"#/collections/{place}")
    page.get_by_role("button", name="Save").wait_for()


def save(page, path):
    """Save a form, and return the file once it is another."""
    before = page.evaluate(READ, path)
    page.get_by_role("button", name="Save").first.click()
    # For a moment there is no file: the editor replaces it.
    is_other = f"([path, before]) => ({READ})(path).then(text => text !== before, () => false)"
    wait_until(page, is_other, [path, before])
    page.wait_for_url(lambda url: "/entries/" not in url)  # the editor goes back to the list
    return page.evaluate(READ, path)


@pytest.fixture(name="edited", scope="module")
def fixture_edited(site, editor):
    """The two files that were edited in forms; the site is built from them."""
    open_entry(editor, "recaps/entries/focus-20")
    editor.get_by_role("textbox", name="Title", exact=True).fill("Focus 20 : « bonsoir » à trente")
    recap = save(editor, RECAP)
    open_entry(editor, "attendees/entries/focus-20-2010")
    entry = editor.get_by_role("group").filter(has_text="Anne Tremblay").last
    entry.get_by_role("button", name="Expand").first.click()
    editor.get_by_role("textbox", name="Job title", exact=True).fill("Relieuse: de nuit")
    editor.get_by_role("textbox", name="Note", exact=True).fill("A dit *bonsoir*.\n\n- Puis rien.")
    texts = {RECAP: recap, LIST: save(editor, LIST)}
    for name, text in texts.items():
        (site / name).write_text(text, encoding="utf-8")
    build(site)
    return texts


def test_a_recap_is_edited_in_a_form(edited):
    """Its title changes, keys of other plugins and the text stay, and a French colon is no mistake."""
    text = edited[RECAP]

    assert text.startswith("---\ntitle: 'Focus 20 : « bonsoir » à trente'\ndate: 2010-02-03 08:30\n")
    assert "image: of-another-plugin.jpg\n" in text
    assert text.endswith("---\nHier soir, j’ai serré la main de @cafelune.\n\n[attendees]\n")


def test_an_attendee_is_edited_in_a_form(site, edited):
    """Somebody who was a bare name gets facts; the others stay as they were, and so do the remarks."""
    loaded = load_event(SourceFile("focus-20-2010", site / LIST, LIST, site / "content"), ZONE)

    anne, bruno = loaded.event.attendees
    assert edited[LIST].startswith("# Everybody here is invented.\n")
    assert loaded.problems == ()
    assert loaded.event.location == Location(name="Hôtel du Dauphin")
    assert (anne.name, anne.job_title) == ("Anne Tremblay", "Relieuse: de nuit")
    assert (bruno.consent.given, bruno.consent.photo, bruno.profiles[0].handle) == (GIVEN, True, "cafelune")


@pytest.mark.usefixtures("edited")
def test_the_build_takes_what_was_edited(site):
    """The page of the evening and that of the recap show what was typed in the browser."""
    event, recap = (
        BeautifulSoup((site / "output" / name).read_bytes(), "html5lib")
        for name in ("events/focus-20-2010/index.html", "focus-20-bonsoir-a-trente.html")
    )

    assert re.search(r"Relieuse\s?: de nuit", event.main.text)
    assert "bonsoir" in [one.text for one in event.main.find_all("em")]
    assert " ".join(recap.h1.text.split()) == "Focus 20 : « bonsoir » à trente"


def load_repr(path, text, folder):
    """Return what a build reads of a text in the place of a file of the example, without lines."""
    if path.suffix == ".md":
        parsed = parse_recap(
            text.encode(),
            source=path.name,
            path=path,
            content=ROOT / "content",
            reserved=(),
            share_networks=SHARE_NETWORKS,
        )
        texts = {
            key: ", ".join(value) if isinstance(value, list) else value
            for key, value in parsed.metadata.items()
        }
        found = (sorted(texts.items()), parsed.recap, parsed.body.strip())
    else:
        typed = folder / path.name
        typed.write_text(text, encoding="utf-8")
        file = SourceFile(path.stem, typed, path.name, folder)
        found = load_event(file, ZONE).event if path.parent.name == "attendees" else load_person(file)[0]
    return re.sub(r"Place\(.*?\)", "", repr(found))


def test_every_file_of_the_example_goes_through_its_form_unharmed(editor, tmp_path):
    """A build reads of what the form writes what it read of what the author typed."""
    kinds = {"recaps/*.md": "recap-frontmatter", "attendees/*.yml": "list", "people/*.yml": "person"}
    files = [(path, kind) for pattern, kind in kinds.items() for path in (ROOT / "content").glob(pattern)]
    texts = [(path.read_text(encoding="utf-8"), f"event-recap-{kind}") for path, kind in files]

    written = editor.evaluate(THROUGH, texts)

    assert len(files) > len(kinds)
    for (path, _), (text, _), after in zip(files, texts, written, strict=True):
        assert load_repr(path, after, tmp_path) == load_repr(path, text, tmp_path), path.name


def test_forms_are_those_of_the_schemas(site):
    """A key of a list, its words and what it says are in the form, and no two of them differ."""
    forms = json.loads((site / "output/admin/forms.json").read_text(encoding="utf-8"))
    lists = next(one for one in forms["config"]["collections"] if one["name"] == "attendees")
    attendees = next(field for field in lists["fields"] if field["name"] == "attendees")

    fields = {field["name"]: field for field in attendees["fields"]}

    assert tuple(fields) == ATTENDEE.keys
    assert fields["visibility"]["options"] == list(reversed(VISIBILITY_WORDS))
    assert fields["group"]["hint"].startswith("Heading under which the card is shown.")


def test_nothing_leads_to_the_editor(site):
    """No page, no sitemap and no feed names it, and search engines are asked not to list it."""
    texts = {path: path.read_text(encoding="utf-8") for path in (site / "output").rglob("*.[hx]*ml")}

    named = [path.name for path, text in texts.items() if "admin/" in text]

    assert named == []
    assert 'content="noindex' in texts[site / "output/admin/index.html"]
