"""Whoever may not be seen on a picture is not seen on a copy of it either."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageDraw

from event_recap.pictures.paint import BLOCK

LIST = """\
event: {name: Soir, start: 2010-02-02}
attendees:
  - {id: ursule, name: Ursule Publiquette}
  - {id: zephirine, name: Zéphirine Cachemire, visibility: STATE}
"""
RECAP = "---\ntitle: Le récit\ndate: 2010-02-03\nevent: soir\ncover: images/copie.jpg\n---\n![Salle](images/copie.jpg)\n"
EMPTY = 32
"""Bytes of an entry that only says that there is nothing to see, as of a drawing."""
PAGE = "recaps/le-recit/index.html"


def write_scene(kind="JPEG", *, size=(480, 320), move=0, **options):
    """Return a photo of a hall with somebody in it."""
    picture = Image.radial_gradient("L").resize((480, 320)).convert("RGB")
    draw = ImageDraw.Draw(picture)
    for number in range(6):
        draw.rectangle((number * 80, 200, number * 80 + 30, 300), fill=(number * 40, 90, 250 - number * 40))
    draw.ellipse((100 + move, 40, 180 + move, 140), fill="white")
    stream = io.BytesIO()
    picture.resize(size).save(stream, kind, **options)
    return stream.getvalue()


@pytest.fixture(name="build_evening")
def fixture_build_evening(build_site):
    """Return what builds a site with a photo, what is said of it, and a copy of it."""

    def build_evening(copy, side="people: [zephirine]\n", state="hidden", files=None, **settings):
        content = {
            "attendees/soir.yml": LIST.replace("STATE", state),
            "recaps/a.md": RECAP,
            "images/hall.jpg": write_scene(),
            "images/hall.jpg.yml": side,
            "images/copie.jpg": copy,
            **(files or {}),
        }
        return build_site(content, SITEURL="https://blog.example", **settings)

    return build_evening


@pytest.mark.parametrize(
    "copy",
    [
        write_scene(),
        write_scene(comment="Another note"),
        write_scene(quality=60, progressive=True),
        write_scene(size=(240, 160)),
        write_scene("PNG"),
        write_scene("WEBP"),
    ],
    ids=["same", "notes", "packed", "smaller", "png", "webp"],
)
def test_a_copy_under_another_name_is_withheld_too(build_evening, find_traces, copy):
    """The same photo, packed anew, made smaller or without its notes, publishes nobody who is hidden."""
    site = build_evening(copy, STATIC_PATHS=["images"])

    assert site.exit_code == 0
    assert find_traces(site, "copie.jpg", "hall.jpg") == []
    assert (
        "warning: content/images/hall.jpg.yml:1:10: people[0]: images/copie.jpg, a copy of the picture that is"
        " named here, is not published, as somebody may not be seen on it; add 'region: [x, y, width, height]' to"
        " cover them"
    ) in site.problems()


def test_a_copy_is_covered_where_the_picture_is(build_evening):
    """A region in percent fits a smaller copy as well, and the block is there."""
    side = "people: [{id: zephirine, region: [15, 5, 30, 45]}]\n"

    site = build_evening(write_scene(size=(240, 160)), side)

    with Image.open(site.output / "images/copie.jpg") as picture:
        pixel = picture.convert("RGB").getpixel((70, 45))
        other = picture.convert("RGB").getpixel((200, 140))
    assert max(abs(value - wanted) for value, wanted in zip(pixel, BLOCK, strict=True)) < 8
    assert max(abs(value - wanted) for value, wanted in zip(other, BLOCK, strict=True)) > 20


def test_copies_of_somebody_who_may_be_seen_stay(build_evening):
    """Where everybody on a photo may be seen, nothing happens to its copies."""
    site = build_evening(write_scene(size=(240, 160)), state="public")

    assert "images/copie.jpg" in site.files()


def test_a_plain_card_is_a_copy_of_nothing(build_evening):
    """A card of one colour that stands for two people is withheld for nobody's sake but its own."""
    stream = io.BytesIO()
    Image.new("RGB", (40, 30), "orange").save(stream, "JPEG")

    site = build_evening(stream.getvalue(), files={"images/hall.jpg": stream.getvalue()})

    assert "images/copie.jpg" in site.files()
    assert "images/hall.jpg" not in site.files()


def test_another_moment_is_another_picture(build_evening):
    """A photo of the same hall with the person elsewhere is the author's to describe."""
    site = build_evening(write_scene(move=90))

    assert "images/copie.jpg" in site.files()


def test_who_is_on_a_picture_that_only_looks_alike_can_be_said(build_evening):
    """An author who says who is on a picture is believed, unless it has the very pixels of the other."""
    side = {"images/copie.jpg.yml": "people: [ursule]\n"}

    alike = build_evening(write_scene(size=(240, 160)), files=side).files()
    same = build_evening(write_scene(comment="x"), files=side).files()

    assert "images/copie.jpg" in alike
    assert "images/copie.jpg" not in same


def test_a_portrait_is_no_copy_of_a_group(build_evening, find_traces):
    """The portrait of somebody public that is a smaller copy of a group with somebody hidden is withheld."""
    people = LIST.replace(
        "name: Ursule Publiquette}", "name: Ursule Publiquette, photo: {src: images/u.jpg, alt: U}}"
    )
    files = {
        "attendees/soir.yml": people.replace("STATE", "hidden"),
        "images/u.jpg": write_scene(size=(240, 160)),
    }

    site = build_evening(write_scene(move=90), files=files)

    assert find_traces(site, "u.jpg") == []


def test_what_another_plugin_made_of_a_withheld_picture_is_removed(build_evening, tmp_path):
    """A smaller copy that lies in the theme, where no list could speak of it, leaves the site with a warning."""
    static = tmp_path / "theme/static"
    static.mkdir(parents=True)
    (tmp_path / "theme/templates").mkdir()
    (static / "small.jpg").write_bytes(write_scene(size=(240, 160)))

    site = build_evening(write_scene(move=90), THEME=str(tmp_path / "theme"), DIRECT_TEMPLATES=[])

    assert "theme/small.jpg" not in site.files()
    assert (
        "warning: output/theme/small.jpg: is a copy of a picture on which somebody may not be seen; the picture is"
        " not published"
    ) in site.problems()


def test_a_build_after_another_gives_the_same_and_keeps_nothing_of_who_is_withheld(build_evening):
    """What is kept from build to build changes no byte; a picture that is withheld now is gone from it."""
    covered = "people: [{id: zephirine, region: [15, 5, 30, 45]}]\n"
    copy = write_scene(size=(240, 160))
    cold = build_evening(copy, covered)
    folder = cold.folder / "cache/event-recap-pictures"
    before = {name: (cold.output / name).read_bytes() for name in cold.files()}
    kept = list(folder.iterdir())

    warm = build_evening(copy, covered)
    after = {name: (warm.output / name).read_bytes() for name in warm.files()}
    build_evening(copy)

    assert "images/copie.jpg" in before
    assert after == before
    assert kept
    assert [entry for entry in folder.iterdir() if entry.stat().st_size > EMPTY] == []
