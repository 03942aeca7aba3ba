"""A picture is published with those who may be seen on it, and tells nothing else."""

from __future__ import annotations

import io
import re

import pytest
from PIL import Image

from event_recap.pictures.paint import BLOCK

LEVELS = ("hidden", "counted", "initials", "name-only")
LIST = """\
event: {{name: Soir, start: 2010-02-02, cover: {cover}}}
attendees:
  - {{id: ursule, name: Ursule Publiquette, photo: {{src: images/ursule.jpg, alt: Ursule}}}}
  - {{id: zephirine, name: Zéphirine Cachemire, {state}}}
"""
HALL = '{src: images/hall.jpg, alt: "Zéphirine au fond", credit: Luc'
COVER = HALL + ", people: [ursule, zephirine]}"
COVERED = HALL + ", people: [ursule, {id: zephirine, region: [50, 0, 50, 100]}]}"
RECAP = "---\ntitle: Le récit\ndate: 2010-02-03\nevent: soir\n---\nTexte.\n"
PAGE = "recaps/le-recit/index.html"
BLOCK_DISTANCE = 6
"""So far from the colour of a block may a pixel of a JPEG be."""


def save(picture, kind="JPEG", **options):
    """Return a picture as a file."""
    stream = io.BytesIO()
    picture.save(stream, kind, **options)
    return stream.getvalue()


def write_photo(size=(64, 32), colour="red", orientation=1):
    """Return a photo of one colour that tells where and by whom it was taken."""
    exif = Image.Exif()
    exif[0x0112], exif[0x013B] = orientation, "Secretphotographer"
    exif.get_ifd(0x8825).update({1: "N", 2: (45.0, 52.0, 48.0), 3: "W", 4: (72.0, 28.0, 48.0)})
    return save(Image.new("RGB", size, colour), exif=exif, comment="Secretcomment", quality=95)


@pytest.fixture(name="build_evening")
def fixture_build_evening(build_site):
    """Return what builds a site with one evening and its photo."""

    def build_evening(
        cover="images/hall.jpg", state="visibility: hidden", text=RECAP, files=None, **settings
    ):
        content = {
            "attendees/soir.yml": LIST.format(cover=cover, state=state),
            "recaps/a.md": text,
            "images/hall.jpg": write_photo(),
            "images/ursule.jpg": write_photo(colour="blue"),
            **(files or {}),
        }
        return build_site(content, **settings)

    return build_evening


def read_picture(site, name):
    """Return the pixels of a published picture as they are in the file."""
    with Image.open(site.output / name) as picture:
        return picture.convert("RGB")


def is_block(pixel):
    """Tell whether a pixel has the colour that covers a face."""
    return all(abs(value - wanted) <= BLOCK_DISTANCE for value, wanted in zip(pixel, BLOCK, strict=True))


@pytest.mark.parametrize("level", LEVELS)
def test_somebody_who_may_not_be_seen_keeps_a_cover_from_the_site(build_evening, find_traces, level):
    """Neither the picture, nor its words, nor its address is in any page, feed, card or description."""
    site = build_evening(COVER, f"visibility: {level}")

    assert site.exit_code == 0
    assert find_traces(site, "hall.jpg", "au fond", "Secretphotographer") == []
    (warning,) = [line for line in site.problems() if "hall.jpg" in line]
    assert warning == (
        "warning: content/attendees/soir.yml:1:126: event.cover.people[1]: images/hall.jpg is not published, as"
        " somebody may not be seen on it; add 'region: [x, y, width, height]' to cover them"
    )


@pytest.mark.parametrize("level", LEVELS)
def test_their_face_is_covered_where_it_was_said_where_it_is(build_evening, find_traces, level):
    """With a region, the picture is there, with a block over the region, and without words that name them."""
    site = build_evening(COVERED, f"visibility: {level}")

    picture = read_picture(site, "images/hall.jpg")

    assert all(is_block(picture.getpixel((x, y))) for x in range(34, 64) for y in range(32))
    assert not is_block(picture.getpixel((10, 10)))
    assert 'alt=""' in str(site.page(PAGE).select_one("img.cover__picture"))
    assert find_traces(site, "Zéphirine au fond", "Secretphotographer", "Secretcomment") == []
    assert (
        "note: content/attendees/soir.yml:1:126: event.cover.people[1]: images/hall.jpg is published"
        in site.errors
    )


@pytest.mark.parametrize(
    ("state", "is_published"),
    [
        ("visibility: public", True),
        ("consent: {photo: true}", True),
        ("consent: {photo: false}", False),
        ("consent: {until: 2009-12-31, photo: true}", False),
        ("consent: {given: 2030-01-01, photo: true}", False),
    ],
)
def test_a_consent_decides_about_pictures(build_evening, state, is_published):
    """Whoever said no to photos, or whose consent has ended or not begun, is not on any."""
    site = build_evening(COVER, state, EVENT_RECAP={"today": "2010-03-01"})

    assert ("images/hall.jpg" in site.files()) is is_published


def test_a_strict_site_shows_only_those_who_said_yes(build_evening):
    """On a site that asks first, silence is a no for pictures as well."""
    strict = {"strict": True, "today": "2010-03-01"}
    asked = "consent: {given: 2010-02-01, method: form}, visibility: public"

    cover = COVER.replace("ursule, ", "")

    before = build_evening(cover, asked, EVENT_RECAP=strict).files()
    after = build_evening(cover, asked.replace("form}", "form, photo: true}"), EVENT_RECAP=strict).files()

    assert "images/hall.jpg" not in before
    assert "images/hall.jpg" in after


def test_a_file_beside_a_picture_holds_for_every_use(build_evening, find_traces):
    """One file says who is on a picture; texts, links, summaries and covers of other recaps follow."""
    text = RECAP.replace("date:", "summary: 'Vu. ![Dans la salle](images/hall.jpg)'\ndate:") + (
        "\n![La salle pleine](images/hall.jpg)\n\n[La photo](images/hall.jpg) et [![x](images/hall.jpg)](images/hall.jpg)"
        '\n\n<figure><img src="/images/hall.jpg" alt=""><figcaption>Zéphirine, au piano</figcaption></figure>\n\nFin.\n'
    )
    other = '---\ntitle: Autre\ndate: 2010-02-04\ncover: images/hall.jpg\n---\n<video poster="images/hall.jpg" src="images/hall.jpg"></video>\n'
    site = build_evening(
        text=text, files={"images/hall.jpg.yml": "people: [zephirine]\n", "recaps/b.md": other}
    )

    assert site.exit_code == 0
    assert find_traces(site, "hall.jpg", "au piano") == []
    assert "[La salle pleine]" in site.words(PAGE)
    assert "La photo et" in site.words(PAGE)
    assert "Fin." in site.words(PAGE)


def test_a_link_does_not_lead_to_what_is_not_published(build_evening):
    """A link to such a picture by its address on the site is taken out too, and its words stay."""
    text = (
        RECAP
        + "\n[Un](/images/hall.jpg), [deux](https://blog.example/images/hall.jpg), [trois](../images/hall.jpg)\n"
    )

    site = build_evening(
        text=text, files={"images/hall.jpg.yml": "people: [zephirine]"}, SITEURL="https://blog.example"
    )

    assert "Un , deux , trois" in site.words(PAGE).replace(",", " ,").replace("  ", " ")
    assert "hall.jpg" not in site.read(PAGE)


def test_words_beside_a_picture_that_name_nobody_hidden_stay(build_evening):
    """Where the picture is withheld, a text without names stands for it; one with a name does not."""
    text = (
        RECAP
        + "\n![La salle](images/hall.jpg)\n\n![Avec zephirine](images/hall.jpg)\n\n![Mme CACHEMIRE](images/hall.jpg)\n"
    )

    site = build_evening(text=text, files={"images/hall.jpg.yml": "people: [zephirine]"})

    assert "[La salle]" in site.words(PAGE)
    assert "Avec" not in site.words(PAGE)
    assert "Mme" not in site.words(PAGE)


def test_the_name_of_a_file_does_not_name_who_is_covered(build_evening, find_traces):
    """A picture that is called after somebody hidden is not published, even with the face covered."""
    cover = "{src: images/zephirine.jpg, alt: Salle, people: [{id: zephirine, region: [0, 0, 50, 50]}]}"

    site = build_evening(cover, files={"images/zephirine.jpg": write_photo()})

    assert find_traces(site, "zephirine") == []


def test_a_portrait_of_somebody_hidden_is_nowhere(build_evening, find_traces):
    """The photo of a hidden person's own entry is not published by a text, nor by a folder that is copied."""
    state = "visibility: hidden, photo: {src: images/z.jpg, alt: Z}"
    text = RECAP + "\n![La dame](images/z.jpg)\n"

    site = build_evening(
        state=state, text=text, files={"images/z.jpg": write_photo()}, STATIC_PATHS=["images"]
    )

    assert site.exit_code == 0
    assert find_traces(site, "z.jpg") == []
    assert "images/ursule.jpg" in site.files()


def test_the_files_beside_pictures_are_never_published(build_evening, find_traces):
    """Who is on a picture is known to the author only, also where the folder of pictures is copied whole."""
    side = "people: [ursule, {id: zephirine, region: [0, 0, 50%, 50%]}]\nalt: Une salle pleine\ncredit: Luc\n"

    site = build_evening(files={"images/hall.jpg.yml": side}, STATIC_PATHS=["images"])

    assert [name for name in site.files() if name.endswith((".yml", ".yaml"))] == []
    assert find_traces(site, "zephirine") == []
    assert site.page(PAGE).select_one("img.cover__picture")["alt"] == "Une salle pleine"
    assert "Luc" in site.words(PAGE)


def test_somebody_without_a_name_can_be_covered(build_evening):
    """A passer-by is covered by a region alone."""
    site = build_evening(files={"images/hall.jpg.yml": "people:\n  - region: [0, 0, 50, 100]\n"})

    assert is_block(read_picture(site, "images/hall.jpg").getpixel((5, 5)))
    assert "somebody" in site.errors


def test_a_turned_photo_is_covered_where_it_is_seen(build_evening):
    """A region counts on the picture as it is looked at, not as the camera was held."""
    photo = write_photo(size=(64, 32), orientation=6)

    site = build_evening(
        files={"images/hall.jpg": photo, "images/hall.jpg.yml": "people: [{region: [0, 0, 100, 50]}]"}
    )

    picture = read_picture(site, "images/hall.jpg")
    assert picture.size == (32, 64)
    assert is_block(picture.getpixel((16, 8)))
    assert not is_block(picture.getpixel((16, 56)))
    cover = site.page(PAGE).select_one("img.cover__picture")
    assert (cover["width"], cover["height"]) == ("32", "64")


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "GIF", "AVIF"])
def test_a_face_is_covered_in_every_format(build_evening, kind):
    """Whatever the format, nothing of what was under the block is left."""
    name = f"images/salle.{kind.lower()}"
    files = {
        name: save(Image.new("RGB", (64, 32), "red"), kind),
        f"{name}.yml": "people: [{region: [0, 0, 50, 100]}]",
    }

    site = build_evening(text=RECAP + f"\n![Salle]({name})\n", files=files)

    picture = read_picture(site, name)
    assert is_block(picture.getpixel((5, 5)))
    assert picture.getpixel((60, 5))[0] > 200


def test_a_moving_picture_of_somebody_hidden_is_not_published(build_evening):
    """Who moves cannot be covered, and the author reads so."""
    frames = [Image.new("RGB", (64, 32), colour) for colour in ("red", "blue")]
    files = {"images/salle.gif": save(frames[0], "GIF", save_all=True, append_images=frames[1:])}
    files["images/salle.gif.yml"] = "people: [{region: [0, 0, 50, 100]}]"

    site = build_evening(text=RECAP + "\n![Salle](images/salle.gif)\n", files=files)

    assert "images/salle.gif" not in site.files()
    assert "[Salle]" in site.words(PAGE)
    assert "moves, or is of a format in which no face can be covered" in site.errors


def test_every_picture_is_published_without_metadata(build_evening, find_traces):
    """Covers, portraits, pictures of texts and files that are copied tell neither place nor person."""
    text = RECAP + "\n![Salle](b.jpg)\n\n[Grande]({attach}c.jpg)\n"
    files = {"recaps/b.jpg": write_photo(), "recaps/c.jpg": write_photo(), "extra/d.jpg": write_photo()}

    site = build_evening(text=text, files=files)

    published = [name for name in site.files() if name.endswith((".jpg", ".webp", ".avif"))]
    typed = {"images/hall.jpg", "images/ursule.jpg", "recaps/b.jpg", "recaps/c.jpg", "extra/d.jpg"}
    assert typed < set(published)
    assert find_traces(site, "Secretphotographer", "Secretcomment") == []
    for name in published:
        with Image.open(site.output / name) as picture:
            assert dict(picture.getexif()) == {}


def test_a_feed_tells_the_length_of_what_is_published(build_evening):
    """The length of an enclosure is that of the picture without its metadata, or with a face covered."""
    for cover in ("images/hall.jpg", COVERED):
        site = build_evening(cover, SITEURL="https://blog.example", FEED_ALL_RSS="feeds/all.rss.xml")

        (length,) = re.findall(r'<enclosure[^>]*length="(\d+)"', site.read("feeds/all.rss.xml"))

        assert int(length) == (site.output / "images/hall.jpg").stat().st_size


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (write_photo()[:300], "is cut short; copy it again; the picture is not published"),
        (b"<html><script>x</script>", "is of a format whose notes cannot be taken out, or damaged"),
        (
            b"\xff\xd8\xff\xc0\0\x11\x08\xc3\x50\xc3\x50\3\1\x22\0\2\x11\1\3\x11\1",
            "has more than 80 million pixels",
        ),
    ],
)
def test_what_is_no_whole_picture_is_not_published(build_evening, data, told):
    """A picture that is damaged, or far too large, is a warning, and no page leads to it."""
    text = RECAP + "\n![La salle](images/b.jpg)\n"

    site = build_evening("images/b.jpg", text=text, files={"images/b.jpg": data})

    assert site.exit_code == 0
    assert "images/b.jpg" not in site.files()
    assert "b.jpg" not in site.read(PAGE)
    assert f"warning: content/images/b.jpg: {told}" in site.errors


def test_the_source_is_never_changed(build_evening, tmp_path):
    """A site that links its files instead of copying them still has the author's originals."""
    site = build_evening(COVERED, STATIC_CREATE_LINKS=True)

    assert (site.folder / "content/images/hall.jpg").read_bytes() == write_photo()
    assert (site.output / "images/hall.jpg").read_bytes() != write_photo()


def test_two_builds_give_the_same_pictures(build_evening):
    """Pictures are the same byte for byte from build to build, and what is withdrawn is gone."""
    first = build_evening(COVERED)
    before = (first.output / "images/hall.jpg").read_bytes()
    second = build_evening(COVERED)
    after = (second.output / "images/hall.jpg").read_bytes()
    third = build_evening(COVER)

    assert before == after
    assert "images/hall.jpg" not in third.files()


MISTAKES = {
    "people: [ursul]": ":1:10: people[0]: no list and no file has a person 'ursul'; did you mean 'ursule'?",
    # Who may not be named is not proposed either: logs of a build can be public.
    "people: [zephirin]": ":1:10: people[0]: no list and no file has a person '…'",
    "people: [Zéphirine C]": ":1:10: people[0]: '… C' is no id: lower case letters, digits and hyphens; did you mean '…-c'?",
    "people: [{id: ursule, region: [1, 2, 3]}]": ":1:31: people[0].region: expected [x, y, width, height] in percent of the picture, such as [40, 10, 15, 20]",
    "people: [{id: ursule, region: [90, 2, 30, 3]}]": ":1:31: people[0].region: leaves the picture, or is empty; expected [x, y, width, height] in percent of the picture, such as [40, 10, 15, 20]",
    "people: [{}]": ":1:10: people[0]: names nobody; add 'id: …', or 'region: …' for somebody to cover",
    "peple: [ursule]": ":1:1: peple: unknown key; did you mean 'people'?",
    "- ursule": ":1:1: expected 'people: [...]' and other keys of the picture beside it",
}


@pytest.mark.parametrize("typed", MISTAKES)
def test_a_mistake_about_who_is_on_a_picture_stops_the_build(build_evening, typed):
    """A slip would publish a face: the file, the line and what is expected are told."""
    site = build_evening(files={"images/hall.jpg.yml": typed})

    assert site.exit_code == 1
    assert f"content/images/hall.jpg.yml{MISTAKES[typed]}" in site.problems()


def test_a_file_beside_no_picture_stops_the_build(build_evening):
    """A file that was meant for a picture of another name would protect nobody."""
    site = build_evening(files={"images/hal.jpg.yml": "people: [zephirine]"})

    assert site.exit_code == 1
    assert (
        "content/images/hal.jpg.yml: there is no picture 'hal.jpg' beside it; give both one name"
        in site.problems()
    )


def test_a_portrait_with_somebody_hidden_beside_leaves_cards_and_profiles(build_evening, find_traces):
    """Who stands beside a public person keeps that portrait from the card, the profile and the contact card."""
    site = build_evening(
        files={"images/ursule.jpg.yml": "people: [zephirine]"}, SITEURL="https://blog.example"
    )

    assert find_traces(site, "ursule.jpg") == []
    assert "PHOTO" not in site.read("people/ursule.vcf")
    assert site.page("people/ursule/index.html").select_one("h1").get_text(strip=True) == "Ursule Publiquette"


@pytest.mark.parametrize("status", ["published", "hidden", "draft"])
@pytest.mark.parametrize("folder", ["pages", "recaps"])
def test_pages_hidden_texts_and_drafts_follow_too(build_evening, find_traces, folder, status):
    """A picture is withheld from every kind of text."""
    text = f"---\ntitle: Autre\ndate: 2010-02-03\nstatus: {status}\n---\n![Avec Zéphirine](images/salle.jpg) Fin.\n"
    files = {
        f"{folder}/autre.md": text,
        "images/salle.jpg": write_photo(),
        "images/salle.jpg.yml": "people: [zephirine]",
    }

    site = build_evening(files=files)

    assert site.exit_code == 0
    assert find_traces(site, "salle.jpg", "Avec Zéphirine") == []
