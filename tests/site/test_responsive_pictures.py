"""Every picture of a site comes in the formats and widths that fit, and what is covered is so in all of them."""

from __future__ import annotations

import io
import re

import pytest
from PIL import Image

from event_recap.pictures.paint import BLOCK

PAGE = "recaps/le-recit/index.html"
LIST = """\
event: {name: Soir, start: 2010-02-02}
attendees:
  - {id: ursule, name: Ursule Publiquette, photo: {src: images/ursule.jpg, alt: Ursule}}
  - {id: zephirine, name: Zéphirine Cachemire, visibility: hidden}
"""
RECAP = """\
---
title: Le récit
date: 2010-02-03
event: soir
cover: {src: images/hall.jpg, alt: "La salle", credit: Luc, license: CC BY 4.0}
---
![Le quai](quai.jpg "Au quai")

![](sans.jpg)

[gallery photos]

Un <img src="quai.jpg" alt="" width="40"> ornement.
"""
REGION = "people: [{id: zephirine, region: [50, 0, 50, 100]}]\nalt: La foule\n"


def draw(width, kind="JPEG", **options):
    """Return a picture with as much to see as a photograph, in which no two widths look alike."""
    noise = Image.effect_noise((40, 20), 70 + width % 50).resize((width, width // 2))
    stream = io.BytesIO()
    Image.merge("RGB", [noise, noise.rotate(180), noise]).save(stream, kind, quality=95, **options)
    return stream.getvalue()


FILES = {
    "attendees/soir.yml": LIST,
    "recaps/soir/index.md": RECAP,
    "recaps/soir/quai.jpg": draw(300),
    "recaps/soir/sans.jpg": draw(301),
    "recaps/soir/photos/1.jpg": draw(302),
    "recaps/soir/photos/1.jpg.yml": "alt: Une tasse\ncaption: La tasse\n",
    "recaps/soir/photos/2.jpg": draw(303),
    "recaps/soir/photos/2.jpg.yml": REGION,
    "recaps/soir/photos/3.jpg": draw(304),
    "recaps/soir/photos/3.jpg.yml": "people: [zephirine]\nalt: La porte\n",
    "images/hall.jpg": draw(1100),
    "images/ursule.jpg": draw(400),
}


@pytest.fixture(name="site", scope="module")
def fixture_site(build_shared_site):
    """Build a recap with a cover, pictures, a gallery and a card."""
    return build_shared_site(FILES)


def find_renditions(site, name):
    """Return the files that a picture became."""
    return [file for file in site.files() if re.search(rf"/{name}-\d+-[0-9a-f]{{8}}\.", file)]


def test_every_picture_says_its_size_and_comes_in_formats_that_are_there(site):
    """Nothing on a page jumps, and no address of any format leads nowhere."""
    for name in (PAGE, "index.html", "people/ursule/index.html", "events/soir/index.html"):
        page = site.page(name)
        folder = (site.output / name).parent
        addresses = [
            part.split()[0] for one in page.select("[srcset]") for part in one["srcset"].split(", ")
        ] + [image["src"] for image in page.select("img")]

        assert page.select("picture source[type='image/webp']")
        assert all(
            image.get("width") and image.get("height") and "alt" in image.attrs
            for image in page.select("img")
        )
        assert all((folder / address).is_file() for address in addresses)
        assert page.select("[style]") == []


def test_the_cover_comes_first_and_all_others_when_they_are_near(site):
    """One picture is fetched before all others."""
    first, *others = site.page(PAGE).select("main img")

    assert (first["alt"], first["fetchpriority"], first.get("loading")) == ("La salle", "high", None)
    assert all(image["loading"] == "lazy" and image["decoding"] == "async" for image in others)
    assert "Luc" in site.words(PAGE, "figure.cover figcaption")
    assert site.page(PAGE).select_one("a[rel=license]")["href"].endswith("/licenses/by/4.0/")


def test_a_title_is_a_caption_and_a_gallery_opens_by_links(site):
    """Each picture leads to its large view, and that to the next one and back to the small one."""
    page = site.page(PAGE)

    assert "Au quai" in [caption.text for caption in page.select("figcaption")]
    small, large = page.select("a.gallery__link"), page.select("div.large")
    assert [link["href"] for link in small] == [f"#{one['id']}" for one in large] == ["#photo-1", "#photo-2"]
    assert [link["href"] for link in large[0].select("a.large__way")] == [
        "#photo-2",
        "#photo-2",
        "#photo-1-small",
    ]
    assert small[0]["id"] == "photo-1-small"
    assert large[0].figcaption.text.strip() == "La tasse"


def test_a_picture_without_words_is_told(site):
    """With its name and its line, once; an ornament needs none, nor does a picture that is withheld."""
    told = [line for line in site.problems() if "no text stands" in line]

    assert len(told) == 1
    assert "Empty alt" not in site.log
    assert told[0].startswith(
        "warning: content/recaps/soir/index.md:9: text: no text stands for the picture sans.jpg;"
    )


def test_a_covered_face_is_covered_in_every_file(site):
    """All widths and formats are made of the picture as it is published."""
    files = find_renditions(site, "2")

    assert {file.rpartition(".")[2] for file in files} >= {"webp", "jpg"}
    for file in files:
        with Image.open(site.output / file) as picture:
            pixel = picture.convert("RGB").getpixel((picture.width * 3 // 4, picture.height // 2))
        assert all(abs(value - wanted) <= 8 for value, wanted in zip(pixel, BLOCK, strict=True))


def test_a_picture_that_is_withheld_is_in_no_file_and_on_no_page(site, find_traces):
    """Nor are its words."""
    assert [file for file in site.files() if "/3" in file or "3.jpg" in file] == []
    assert find_traces(site, "photos/3", "La porte") == []


def test_a_feed_has_one_plain_file_for_each_picture(site, read_feeds):
    """Readers of feeds choose nothing; no element that the validator does not know is in it."""
    feed = read_feeds(site)["feeds/all.atom.xml"]
    (entry,) = feed.entries

    images = entry.parse().select("img")
    names = [image["src"].rpartition("/")[2] for image in images]
    assert names == ["hall.jpg", "quai.jpg", "sans.jpg", "1.jpg", "2.jpg", "quai.jpg"]
    assert all(image["src"].startswith("https://") for image in images)
    assert entry.parse().select("picture, source, .large") == []


def test_a_second_build_makes_nothing_again_and_forgets_what_is_covered_from_today(build_site):
    """The folder of what is kept stays as it is, until somebody is covered."""
    files = {name: data for name, data in FILES.items() if "photos" not in name}
    site = build_site({**files, "recaps/soir/index.md": RECAP.replace("[gallery photos]", "")})
    kept = {path.name: path.stat().st_mtime_ns for path in (site.folder / "cache").glob("*pictures/*")}
    before = find_renditions(site, "quai")

    build_site({})
    again = {path.name: path.stat().st_mtime_ns for path in (site.folder / "cache").glob("*pictures/*")}
    after = find_renditions(build_site({"recaps/soir/quai.jpg.yml": REGION}), "quai")
    later = {path.name for path in (site.folder / "cache").glob("*pictures/*")}

    assert kept
    assert again == kept
    assert before
    assert set(before).isdisjoint(after)
    assert not kept.keys() <= later


def test_a_picture_larger_than_any_screen_is_refused_with_one_line(build_site):
    """It is not unpacked: 50,000 by 50,000 pixels would fill the memory of any machine."""
    bomb = io.BytesIO()
    Image.new("1", (1, 1)).save(bomb, "PNG")
    data = bytearray(bomb.getvalue())
    data[16:24] = (50_000).to_bytes(4, "big") * 2
    files = {"attendees/soir.yml": LIST, "recaps/soir/index.md": RECAP, "recaps/soir/quai.jpg": bytes(data)}

    site = build_site({**FILES, **files})

    (told,) = [line for line in site.problems() if "million pixels" in line]
    assert "content/recaps/soir/quai.jpg: has more than 80 million pixels; save it smaller" in told
    assert find_renditions(site, "quai") == []
