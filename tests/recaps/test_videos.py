"""Films of other sites in a text."""

import pytest
from bs4 import BeautifulSoup
from markdown import Markdown

from event_recap.recaps.body import BodyExtension, link_frames
from event_recap.recaps.videos import VideoLines, find_still, link_videos
from event_recap.rendering import sanitize_body

PLAYER = "https://www.youtube-nocookie.com/embed/_abcdefgh_1"


def convert(text, lang="en", find_picture=lambda _: ""):
    """Return what a text becomes."""
    converter = Markdown(extensions=["extra", BodyExtension()], output_format="html")
    converter.preprocessors.register(VideoLines(converter), "videos", 0)
    html = link_videos(converter.convert(text), find_picture, lang)
    return BeautifulSoup(sanitize_body(link_frames(html)), "html5lib").body


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Before\n\nhttps://youtu.be/_abcdefgh_1\n\nAfter", "Video on YouTube"),
        ("[The talk & more](https://www.youtube.com/watch?v=_abcdefgh_1)", "The talk & more"),
        ('<iframe src="https://www.youtube.com/embed/_abcdefgh_1" title="The talk"></iframe>', "The talk"),
        ('<p><iframe src="https://www.youtube.com/embed/_abcdefgh_1"></iframe></p>', "Video on YouTube"),
    ],
    ids=["address", "link", "frame", "frame in a paragraph"],
)
def test_a_film_is_a_link_with_a_title(text, title):
    """An address, a link or a frame of its own becomes a link to the player that sets no cookie."""
    html = convert(text)

    (figure,) = html("figure")
    assert figure.a["href"] == PLAYER
    assert figure.a.get_text() == title
    assert figure.figcaption.a["href"] == "https://www.youtube.com/watch?v=_abcdefgh_1"
    assert not html("iframe")


def test_the_title_is_in_the_words_of_the_page():
    """A film without a title is called one in French on a French page."""
    assert convert("https://youtu.be/_abcdefgh_1", "fr").figure.a.get_text() == "Vidéo sur YouTube"


@pytest.mark.parametrize(
    "text",
    [
        "See https://youtu.be/_abcdefgh_1 first",
        "A line\nhttps://youtu.be/_abcdefgh_1",
        "    https://youtu.be/_abcdefgh_1",
        "```\n\nhttps://youtu.be/_abcdefgh_1\n\n```",
        "https://blog.example/watch?v=_abcdefgh_1",
        "Look: [talk](https://youtu.be/_abcdefgh_1)",
    ],
    ids=["in a sentence", "after a line", "code", "fenced code", "no film", "link in a sentence"],
)
def test_what_is_part_of_a_text_stays_in_it(text):
    """Only what stands by itself becomes a film."""
    assert not convert(text)("figure")


def test_the_picture_is_that_of_the_author():
    """A picture around which the link was typed, or one in its folder, stands for the film; its words are the title."""
    typed = convert("[![Anne on stage](talk.jpg)](https://youtu.be/_abcdefgh_1)")
    found = convert("https://youtu.be/_abcdefgh_1", find_picture=lambda video: f"{{static}}/{video.id}.jpg")

    assert (typed.img["src"], typed.img["alt"]) == ("talk.jpg", "Anne on stage")
    assert (found.img["src"], found.img["alt"]) == ("{static}/youtube-_abcdefgh_1.jpg", "Video on YouTube")
    assert typed.figure.a["href"] == PLAYER


def test_pictures_of_films_are_found_by_their_name(tmp_path):
    """A file named after the film in the folder of films is its picture."""
    from event_recap.model.video import find_video

    video = find_video("https://vimeo.com/12345")
    (tmp_path / "images/videos").mkdir(parents=True)

    assert find_still(tmp_path, video) == ""
    (tmp_path / "images/videos/vimeo-12345.webp").write_bytes(b"RIFF")
    assert find_still(tmp_path, video) == "{static}/images/videos/vimeo-12345.webp"


def test_a_frame_of_another_site_is_a_plain_link():
    """What is no film that we know becomes a link, as any frame does."""
    html = convert('<iframe src="https://map.example/1" title="The map"></iframe>')

    assert not html("figure")
    assert html.a["href"] == "https://map.example/1"


def test_a_site_that_trusts_its_authors_keeps_its_frames():
    """With frames allowed, a frame stays, and an address by itself is a film all the same."""
    frame = '<iframe src="https://youtu.be/_abcdefgh_1"></iframe>'

    assert link_videos(frame, lambda _: "", "en", has_frames=True) == frame
