"""Three sites of the same pages, and the pictures of the documentation.

With ``WRITE_PICTURES=1`` in the environment, the pictures in ``docs/images/`` are made anew.
"""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from event_recap.model.look import word_classes

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]
LOOKS = {
    "poster": {},
    "salon": {"accent": "pine", "typefaces": "salon", "density": "airy"},
    "system": {"accent": "brick", "typefaces": "system", "density": "compact"},
}
"""As docs/how-to/change-the-look.md has them."""
TELL_LOOK = """async () => {
    await document.fonts.ready;
    const tell = (selector, property) => getComputedStyle(document.querySelector(selector))[property];
    const title = document.querySelector("h1").getBoundingClientRect();
    return {face: tell("h1", "fontFamily"), text: tell("body", "fontFamily"), size: tell("body", "fontSize"),
        night: tell(".masthead", "backgroundColor"), paper: tell("html", "backgroundColor"), height: title.height};
}"""
FIND_MOVES = """() => new Promise((resolve) => new PerformanceObserver((list) => resolve(list.getEntries()
    .reduce((sum, one) => sum + one.value, 0))).observe({type: "layout-shift", buffered: true})
    || setTimeout(() => resolve(0), 300))"""
HAS_FACES = "() => [...document.fonts].some((font) => font.status === 'loaded')"


def wear(page, look):
    """Give a page the classes that the settings give it."""
    page.evaluate("(classes) => { document.documentElement.className = classes; }", word_classes(look))
    page.evaluate("() => document.fonts.ready")


def save(screenshot, name, width):
    """Write a picture of the documentation, smaller and in 256 colours."""
    picture = Image.open(io.BytesIO(screenshot)).convert("RGB")
    picture.thumbnail((width, 4 * width))
    palette = picture.quantize(256)
    dithered = picture.quantize(256, palette=palette, dither=Image.Dither.FLOYDSTEINBERG)
    dithered.save(ROOT / "docs/images" / f"{name}.png", optimize=True)


def build(look, output):
    """Build the example site with a look, as the documentation says."""
    ours = ["-e", f"EVENT_RECAP={json.dumps({'look': look, 'social_images': 'off'})}"] if look else []
    command = [sys.executable, "-m", "pelican", "content", "-s", "pelicanconf.py", "-o", str(output), *ours]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, timeout=120)


def test_three_words_make_another_site(visit):
    """Typefaces, size, night and paper differ from look to look, on the same page."""
    page = visit("").page

    told = []
    for look in LOOKS.values():
        wear(page, look)
        told.append(page.evaluate(TELL_LOOK))

    assert {trait: len({one[trait] for one in told}) for trait in told[0]} == dict.fromkeys(
        told[0], len(LOOKS)
    )


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("address", ["", "recaps/lanterne-3/", "people/"])
def test_no_look_is_wider_than_a_small_phone(visit, look, address):
    """At 320 pixels nothing has to be scrolled sideways, whatever was chosen."""
    opened = visit(address, width=320)

    wear(opened.page, LOOKS[look])

    assert opened.sideways() == []


def test_nothing_moves_when_the_typefaces_arrive(example, open_page):
    """Faces of the device stand in at the same width and height (cumulative layout shift of 0.02 at the most)."""
    page = open_page(example, "recaps/un-mot-pour-l-hiver/").page
    page.wait_for_load_state("networkidle")

    moved, has_faces = page.evaluate(FIND_MOVES), page.evaluate(HAS_FACES)
    page.close()

    assert moved <= 0.02
    assert has_faces


@pytest.mark.skipif(
    not os.environ.get("WRITE_PICTURES"), reason="WRITE_PICTURES is not set: no file is changed"
)
def test_the_pictures_of_the_documentation_are_made(open_page, tmp_path):
    """One of each look, of a recap, and of the people who were there."""
    for name, look in LOOKS.items():
        build(look, tmp_path / name)
        page = open_page(tmp_path / name, "").show(width=1280).page
        page.evaluate(TELL_LOOK)
        save(
            page.screenshot(clip={"x": 0, "y": 0, "width": 1280, "height": 1400}, full_page=True),
            f"look-{name}",
            800,
        )
    page = open_page(tmp_path / "poster", "recaps/lanterne-3/").show(width=1280).page
    page.evaluate(TELL_LOOK)
    save(page.screenshot(clip={"x": 0, "y": 0, "width": 1280, "height": 1600}, full_page=True), "recap", 1280)
    people = page.locator(".attendees")
    people.scroll_into_view_if_needed()
    page.wait_for_load_state("networkidle")
    top = people.evaluate("one => one.getBoundingClientRect().top + scrollY")
    save(
        page.screenshot(clip={"x": 0, "y": top, "width": 1280, "height": 1150}, full_page=True),
        "attendees",
        1280,
    )
