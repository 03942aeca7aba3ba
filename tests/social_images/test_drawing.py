"""What a social image is: its size, its weight, and the same bytes each time."""

import io

import pytest
from PIL import Image

from event_recap.social_images.colours import build_palette
from event_recap.social_images.drawing import draw_card, open_picture
from event_recap.social_images.font import Fonts
from event_recap.views.social import SocialCard, SocialFace
from event_recap.views.values import DateBlock

FONTS = Fonts()
FACES = tuple(SocialFace(letters, number) for number, letters in enumerate(("BL", "ÉR", "С", "ح", "東", "Z")))
CARD = SocialCard(
    lang="fr",
    hue=3,
    kicker="Focus 20",
    title="Focus 20, trente avatars deviennent des visages",
    facts=("mardi 2 février 2010, de 18 h à 21 h", "Hôtel Le Dauphin, Drummondville, Québec, Canada"),
    date_block=DateBlock("2", "févr.", "2010"),
    faces=FACES,
    total_text="30 personnes",
)
LONGEST = "Une soirée dont le titre ne veut pas finir, ni sur une ligne, ni sur trois, " * 5


def draw(card=CARD, pictures=None, hue=45):
    """Return an image, and what is in it."""
    data = draw_card(card, pictures or {}, FONTS, "Les soirées de la Lanterne", hue)
    return data, Image.open(io.BytesIO(data))


@pytest.fixture(name="noise", scope="module")
def fixture_noise():
    """Return a photo that packs badly."""
    stream = io.BytesIO()
    Image.effect_noise((900, 700), 90).convert("RGB").save(stream, "JPEG", quality=95)
    return stream.getvalue()


def replace(**facts):
    """Return the card with other facts."""
    return SocialCard(**{**{name: getattr(CARD, name) for name in CARD.__slots__}, **facts})


def test_an_image_is_as_networks_want_it():
    """It is a JPEG of 1200 by 630 pixels."""
    _, image = draw()

    assert (image.format, image.mode, image.size) == ("JPEG", "RGB", (1200, 630))
    assert not image.getexif()


def test_the_fullest_image_is_light(noise):
    """A cover, a face for everybody and the longest title stay below 300 kB."""
    faces = tuple(SocialFace("ZM", number, "face.jpg") for number in range(8))
    card = replace(title=LONGEST, faces=faces, picture="cover.jpg")

    data, _ = draw(card, {"face.jpg": noise, "cover.jpg": noise})

    assert len(data) < 300_000


def test_the_same_card_gives_the_same_bytes():
    """An image that was not changed is the same file, with fonts opened anew as well."""
    again = draw_card(CARD, {}, Fonts(), "Les soirées de la Lanterne", 45)

    assert draw()[0] == again


@pytest.mark.parametrize(
    "facts",
    [
        {"title": "Focus 21"},
        {"kicker": ""},
        {"facts": ("mercredi",)},
        {"date_block": DateBlock("3", "févr.", "2010")},
        {"date_block": None},
        {"faces": FACES[:2]},
        {"total_text": "31 personnes"},
        {"portrait": SocialFace("BL", 1)},
    ],
    ids=["title", "kicker", "facts", "day", "no day", "faces", "count", "portrait"],
)
def test_each_fact_is_seen(facts):
    """Whatever the card says can be seen on the image."""
    assert draw(replace(**facts))[0] != draw()[0]


@pytest.mark.parametrize("title", [LONGEST, "a" * 400, "", "東" * 200, "!", "🎉" * 60, "مرحبا " * 60])
def test_a_title_of_any_length_has_room(title):
    """No letter leaves the sheet: its edge is paper, whatever the title."""
    _, image = draw(replace(title=title, faces=()))
    edge = image.crop((0, 0, 40, 630) if title.startswith("م") else (1160, 0, 1200, 630))
    paper = build_palette(45).paper

    assert all(
        abs(shade - one) < 8
        for extremes, one in zip(edge.getextrema(), paper, strict=True)
        for shade in extremes
    )


def test_a_title_from_right_to_left_turns_the_sheet():
    """The stub of an Arabic invitation is on the right."""
    _, image = draw(replace(title="لقاء في المدينة"))

    assert sum(image.getpixel((1150, 40))) < 150
    assert sum(image.getpixel((50, 40))) > 700


def test_the_colour_of_the_page_is_that_of_the_image():
    """Two evenings of other colours have other images."""
    assert draw(hue=200)[1].getpixel((20, 600)) != draw(hue=45)[1].getpixel((20, 600))


def test_a_cover_is_seen(noise):
    """The cover fills the stub."""
    _, image = draw(replace(picture="cover.jpg"), {"cover.jpg": noise})
    corner = image.crop((0, 0, 100, 100)).convert("L").getextrema()

    assert corner[1] - corner[0] > 100


@pytest.mark.parametrize("data", [None, b"", b"no picture", b"<svg xmlns='http://www.w3.org/2000/svg'/>"])
def test_a_picture_that_cannot_be_drawn_is_done_without(data):
    """A drawing of another kind, or a damaged file, leaves the image as it is without."""
    assert open_picture(data, (10, 10)) is None
    assert draw(replace(picture="cover.svg"), {"cover.svg": data} if data else {})[0] == draw()[0]
