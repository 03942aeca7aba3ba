"""The images by which networks show the pages of a site, as a build leaves them."""

from __future__ import annotations

import io

import pytest
from PIL import Image

URL = "https://blog.example"
FOCUS = """\
event: {name: Focus, start: 2010-02-02 18:00, location: {name: Hôtel, locality: Drummondville}}
attendees:
  - id: anne-roy
    name: Anne Roy
    photo: {src: images/anne.png, alt: Anne}
    consent: {given: 2010-02-05, photo: true}
  - {id: luc-gagne, name: Luc Gagné, consent: {given: 2010-02-05, index: false}}
"""
HIDDEN = """\
  - {{name: {0} Un, id: {0}-un, visibility: hidden, photo: {{src: images/{0}.png, alt: X}}}}
  - {{name: {0} Deux, id: {0}-deux, visibility: counted}}
  - {{name: {0} Trois, id: {0}-trois, visibility: counted}}
  - {{name: {0} Quatre, id: {0}-quatre, visibility: name-only}}
"""
RECAP = "---\ntitle: Le récit\ndate: 2010-02-03\nevent: focus\n---\nTexte.\n"
DRAWN = {"social_images": "drawn"}
FONTS = {"social_image_fonts": ["none.ttf"]}


def paint(colour):
    """Return a small photo of one colour."""
    stream = io.BytesIO()
    Image.new("RGB", (90, 90), colour).save(stream, "PNG")
    return stream.getvalue()


def make_files(word="zelda", colour="red"):
    """Return a site on which four people, all named alike, may not be drawn."""
    return {
        "attendees/focus.yml": FOCUS + HIDDEN.format(word),
        "images/anne.png": paint("orange"),
        f"images/{word}.png": paint(colour),
        "recaps/a.md": RECAP,
        "recaps/b.md": "---\ntitle: Brouillon\nstatus: draft\n---\nX\n",
        "recaps/c.md": "---\ntitle: الحكاية 東京 🎉\ndate: 2010-02-04\ncover: {src: images/anne.png, alt: Le quai}\n---\nX\n",
    }


@pytest.fixture(name="site", scope="module")
def fixture_site(build_shared_site):
    """Build a site with an image for each page."""
    site = build_shared_site(make_files(), SITEURL=URL, EVENT_RECAP=DRAWN)
    assert site.exit_code == 0, site.errors
    return site


def tell(site, page):
    """Return what the head of a page tells networks."""
    metas = site.page(page).select("meta[property], meta[name]")
    return {meta.get("property") or meta["name"]: meta["content"] for meta in metas}


def find_images(site):
    """Return the images of a site by their paths."""
    return {name: (site.output / name).read_bytes() for name in site.files() if name.startswith("social/")}


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("recaps/le-recit/index.html", ["Le récit", "Focus", "Hôtel, Drummondville"]),
        ("events/focus/index.html", ["Focus", "Hôtel, Drummondville"]),
        ("people/anne-roy/index.html", ["Anne Roy", "1 événement"]),
        ("index.html", ["Rencontres", "Ce qui s’est dit, et qui était là"]),
        ("tags/index.html", ["Rencontres", "Ce qui s’est dit, et qui était là"]),
    ],
)
def test_a_page_is_shown_by_an_image(site, page, words):
    """Networks find an image with its size, its kind and its words, and show it large."""
    told = tell(site, page)
    image = find_images(site)[told["og:image"].removeprefix(f"{URL}/")]

    assert Image.open(io.BytesIO(image)).size == (1200, 630)
    assert [
        line for line in told["og:image:alt"].replace("\xa0", " ").split(" · ") if "2010" not in line
    ] == words
    assert (told["og:image:width"], told["og:image:height"]) == ("1200", "630")
    assert (told["og:image:type"], told["twitter:card"]) == ("image/jpeg", "summary_large_image")


def test_each_page_of_its_own_has_an_image_of_its_own(site):
    """Recaps, the event, the person and the site: five images, and none for a draft."""
    found = {tell(site, name)["og:image"] for name in site.files() if name.endswith("/index.html")}

    assert len(find_images(site)) == len(found) == 5
    assert tell(site, "drafts/brouillon/index.html")["og:image"] == tell(site, "index.html")["og:image"]


def test_who_stays_out_of_search_engines_is_on_no_image(site):
    """The page of somebody with `index: false` is shown by the image of the site."""
    told = tell(site, "people/luc-gagne/index.html")

    assert told["og:image"] == tell(site, "index.html")["og:image"]


def test_images_show_nobody_who_may_not_be_shown(site, build_site):
    """With other names, ids and photos of those who may not be drawn, every image is the same, on any machine."""
    machine = {"TZ": "Asia/Tokyo", "LC_ALL": "C", "PYTHONHASHSEED": "7"}
    other = build_site(make_files("yannick", "blue"), SITEURL=URL, EVENT_RECAP=DRAWN, environment=machine)

    assert find_images(other) == find_images(site)


def test_who_withdraws_is_gone_from_images_and_cache(build_site):
    """Somebody who withdraws leaves no image behind; what is not of them is not drawn again."""
    before = build_site(make_files(), SITEURL=URL, EVENT_RECAP=DRAWN)
    own = tell(before, "people/anne-roy/index.html")["og:image"].removeprefix(f"{URL}/")
    old, cache = find_images(before), before.folder / "cache/event-recap-social-images"
    kept = {path.name: path.stat().st_mtime_ns for path in cache.iterdir()}

    withdrawn = FOCUS.replace("photo: true}", "photo: true}\n    visibility: hidden") + HIDDEN.format("zelda")
    after = build_site({"attendees/focus.yml": withdrawn}, SITEURL=URL, EVENT_RECAP=DRAWN)

    images, left = find_images(after), {path.name: path.stat().st_mtime_ns for path in cache.iterdir()}
    assert own in old
    assert own not in images
    assert len(left) == len(images)
    assert len(left.items() & kept.items()) == len(images.keys() & old.keys()) == 1


def test_a_site_may_show_its_covers_instead(build_site):
    """With `cover` a recap that has a picture is shown by it, and the others by a drawing."""
    site = build_site(make_files(), SITEURL=URL, EVENT_RECAP={"social_images": "cover"})
    page = next(name for name in site.files() if name.startswith("recaps/") and "le-recit" not in name)
    told = tell(site, page)

    assert (told["og:image"], told["og:image:alt"]) == (f"{URL}/images/anne.png", "Le quai")
    assert (told["og:image:type"], told["og:image:width"]) == ("image/png", "90")
    assert "/social/" in tell(site, "recaps/le-recit/index.html")["og:image"]


@pytest.mark.parametrize(
    "settings",
    [{"EVENT_RECAP": {"social_images": "off"}}, {"SOCIAL_IMAGE_SAVE_AS": ""}],
    ids=["off", "nowhere"],
)
def test_a_site_may_have_none(build_site, settings):
    """Nothing is drawn where the site says so."""
    site = build_site(make_files(), **{"SITEURL": URL, "EVENT_RECAP": DRAWN, **settings})

    assert site.exit_code == 0
    assert find_images(site) == {}
    assert "og:image" not in tell(site, "index.html")
    assert tell(site, "index.html")["twitter:card"] == "summary"


def test_a_line_that_no_font_draws_is_told_once(build_site):
    """Signs that no font has are told once, by their numbers, and so is what is no font."""
    list_ = "event: {name: ߒߞߏ}\nattendees:\n  - {name: ߊ ߋ, visibility: hidden}\n"
    site = build_site(
        {"attendees/a.yml": list_, "attendees/b.yml": list_}, SITEURL=URL, EVENT_RECAP=DRAWN | FONTS
    )

    told = [line for line in site.problems() if "social_image_fonts" in line]
    signs = "U+07CF, U+07D2, U+07DE"
    what = f"no font has {signs}: social images leave out the lines; add a font that has"
    no_font = "'none.ttf' is no font; expected a .ttf or .otf file below the content folder"
    assert told == [
        f"note: EVENT_RECAP: social_image_fonts: {what}",
        f"EVENT_RECAP: social_image_fonts: {no_font}",
    ]
