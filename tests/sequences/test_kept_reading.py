"""A build that takes the reading of texts from the last one makes the same site as one that reads them all.

``EVENT_RECAP_SEQUENCES=1000:1200`` tries the sites of these seeds instead of the few that a run of all tests
tries. Each failing seed fails again.
"""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest
from invented_texts import InventedTexts
from python_process import run_module

ROOT = Path(__file__).parents[2]
READINGS = "cache/event-recap-readings"
FIRST, _, END = os.environ.get("EVENT_RECAP_SEQUENCES", "0:2").partition(":")
SEEDS = range(int(FIRST), int(END))
CHANGES = 8
SELDOM = 0.2
CONFIGURATION = f"""\
PLUGIN_PATHS, PLUGINS, THEME = [{str(ROOT / "plugins")!r}], ["event_recap"], {str(ROOT / "tests/benchmarks/peers/theme")!r}
SITENAME, SITEURL, AUTHOR, DEFAULT_LANG, TIMEZONE = "Rencontres", "https://blog.example", "Marie", "fr", "UTC"
PATH, ARTICLE_PATHS, STATIC_PATHS, CACHE_PATH = "content", ["recaps"], ["images"], "cache"
ARTICLE_SAVE_AS, ARTICLE_URL = "recaps/{{slug}}/index.html", "recaps/{{slug}}/"
DIRECT_TEMPLATES, JINJA_ENVIRONMENT = ["index"], {{"autoescape": True}}
FEED_ALL_ATOM = "index.xml"
PEOPLE_SAVE_AS = PERSON_SAVE_AS = PAIR_SAVE_AS = NETWORK_SAVE_AS = CALENDAR_SAVE_AS = PRIVACY_SAVE_AS = ""
SEARCH_SAVE_AS = SITEMAP_SAVE_AS = HEADERS_SAVE_AS = CATEGORY_SAVE_AS = TAG_SAVE_AS = AUTHOR_SAVE_AS = ""
EVENT_RECAP = {{"social_images": "off", "picture_widths": [], "typography": False, "related_max": 0}}
ALLOW_SHRINK = True
"""
SETTINGS = (
    {},
    {"DEFAULT_LANG": "en"},
    {"SITEURL": "https://d.example"},
    {"MARKDOWN": {"extension_configs": {"markdown.extensions.extra": {}, "markdown.extensions.toc": {}}}},
    {"EVENT_RECAP": {"social_images": "off", "picture_widths": [], "html_sanitized": False}},
    {"EVENT_RECAP": {"social_images": "off", "csp_sources": {"img-src": ["https://d.example"]}}},
)


def write(folder, files):
    """Let the content of a folder be some files, and what the build noted there."""
    content = folder / "content"
    for path in [one for one in content.rglob("*.*") if one.is_file()]:
        if path.relative_to(content).as_posix() not in {*files, "ids.yml"}:
            path.unlink()
    for name, text in files.items():
        path = content / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())


def build(folder, **settings):
    """Build, and return what the author reads and every file of the site."""
    arguments = ["-s", "pelicanconf.py", "-o", "output"]
    arguments += (
        ["-e", *(f"{key}={json.dumps(value)}" for key, value in settings.items())] if settings else []
    )
    (folder / "pelicanconf.py").write_text(CONFIGURATION, encoding="utf-8")
    done = run_module("pelican", *arguments, cwd=folder, is_fresh=False)
    output = folder / "output"
    files = {one.relative_to(output): one.read_bytes() for one in output.rglob("*") if one.is_file()}
    return done.returncode, done.stderr.replace(str(folder), ""), files


def damage(folder, draw):
    """Spoil what is kept in one of several ways; return which."""
    path = folder / READINGS
    data = path.read_bytes() if path.is_file() else b""
    way = draw.choice(("cut", "flip", "swap", "others"))
    if way == "others" and data:
        path.chmod(0o666)
    elif len(data) > 1:
        at = draw.randrange(1, len(data))
        lines = data.split(b"\n")
        heads = [line[:64] for line in lines[1:]]
        spoilt = {
            "cut": data[:at],
            "flip": data[: at - 1] + bytes([data[at - 1] ^ 1]) + data[at:],
            "swap": b"\n".join(
                [lines[0], *(head + line[64:] for head, line in zip(heads[::-1], lines[1:], strict=True))]
            ),
        }
        path.write_bytes(spoilt[way])
    return way


@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_kept_of_a_reading_is_what_another_would_give(tmp_path, seed):
    """Whatever changes of texts, pictures, settings and of what is kept, site and messages are the same."""
    texts, past = InventedTexts(seed), []
    kept, anew = tmp_path / "kept", tmp_path / "anew"
    settings = {}
    for _ in range(CHANGES):
        write(kept, texts.files)
        shutil.rmtree(anew, ignore_errors=True)
        shutil.copytree(kept, anew)

        code, told, files = build(kept, **settings)

        assert (code, told, files) == build(anew, **settings, NO_CACHE=True), past
        past.append(texts.change())
        if texts.draw.random() < SELDOM:
            past.append(damage(kept, texts.draw))
        if texts.draw.random() < SELDOM:
            settings = texts.draw.choice(SETTINGS)


def test_a_text_that_did_not_change_is_not_read_again(tmp_path):
    """What is kept of it is found again in the same words, and what is gone is kept no longer."""
    texts = InventedTexts(0)
    write(tmp_path, texts.files)
    build(tmp_path)
    first = set((tmp_path / READINGS).read_bytes().split(b"\n"))
    name = texts.pick()
    texts.files[name] += "\n\nUn mot de la fin.\n"
    write(tmp_path, texts.files)

    build(tmp_path)

    second = set((tmp_path / READINGS).read_bytes().split(b"\n"))
    assert len(first) == len(second) == len([one for one in texts.files if one.endswith(".md")]) + 2
    assert len(second - first) == len(first - second) == 1
    assert (tmp_path / READINGS).stat().st_mode & 0o777 == 0o600


def test_with_a_plugin_of_somebody_else_nothing_is_kept(tmp_path):
    """Nobody knows on what it depends; what an earlier build kept goes as well, and the site is the same."""
    write(tmp_path, InventedTexts(0).files)
    code, _, files = build(tmp_path)
    (tmp_path / "other.py").write_text("def register():\n    pass\n", encoding="utf-8")
    settings = {"PLUGIN_PATHS": [str(ROOT / "plugins"), str(tmp_path)], "PLUGINS": ["event_recap", "other"]}

    again = build(tmp_path, **settings)

    assert (again[0], again[2]) == (code, files)
    assert not (tmp_path / READINGS).exists()
