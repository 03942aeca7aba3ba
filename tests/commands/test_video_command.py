"""``event-recap video``: the title and picture of a film, once, into a file."""

import pytest

from event_recap.cli import main
from event_recap.commands import posts
from event_recap.commands.elsewhere.fetching import fetch_bytes
from event_recap.commands.elsewhere.film import plan_film, tell_film, write_film
from event_recap.errors import EventRecapError

URL = "https://youtu.be/dQw4w9WgXcQ"
TOLD = {
    "title": "Five [minutes]\n of @anne & co",
    "thumbnail_url": "https://i.ytimg.com/vi/dQw4w9WgXcQ/hq.jpg",
}


def plan(folder, url=URL, told=TOLD, picture=b"\x89PNG\r\n\x1a\n"):
    """Return what is planned where the host answers so, and the addresses that were asked."""
    asked = []

    def answer(address, body):
        asked.append(address)
        return body

    film = plan_film(folder, url, lambda one: answer(one, told), lambda one: answer(one, picture))
    return film, asked


def test_title_and_picture_are_asked_for_once(tmp_path):
    """The host is asked for what it tells of the film, and for the picture that it names."""
    film, asked = plan(tmp_path)

    assert asked == [
        "https://www.youtube.com/oembed?url=https%3A%2F%2Fwww.youtube.com%2Fwatch%3Fv%3DdQw4w9WgXcQ&format=json",
        TOLD["thumbnail_url"],
    ]
    assert film.title == "Five [minutes] of @anne & co"
    assert film.path == tmp_path / "images/videos/youtube-dQw4w9WgXcQ.png"


@pytest.mark.parametrize(
    ("url", "service"),
    [
        ("https://vimeo.com/76979871", "https://vimeo.com/api/oembed.json?"),
        ("https://dai.ly/x8abcde", "https://www.dailymotion.com/services/oembed?"),
        ("https://tube.example/w/9bQr2mYvT4kWcXh7dLpAzE", "https://tube.example/services/oembed?"),
    ],
)
def test_each_host_is_asked_at_its_own_place(tmp_path, url, service):
    """Also a server of PeerTube that nobody knows beforehand."""
    _, asked = plan(tmp_path, url)

    assert asked[0].startswith(service)


def test_the_picture_is_written_and_the_line_told(tmp_path):
    """The line goes into the recap as it is: what Markdown would read in the title is escaped."""
    film, _ = plan(tmp_path)

    write_film(film)
    told = tell_film(film, URL)

    assert film.path.read_bytes() == b"\x89PNG\r\n\x1a\n"
    assert told.endswith(f"\n[Five \\[minutes\\] of @anne &amp; co]({URL})\n")
    assert [path.name for path in film.path.parent.iterdir()] == [film.path.name]


def test_a_picture_of_yours_stays(tmp_path):
    """Where the site has a picture of the film, none is fetched, and nothing is written over."""
    own = tmp_path / "images/videos/youtube-dQw4w9WgXcQ.webp"
    own.parent.mkdir(parents=True)
    own.write_bytes(b"mine")

    film, asked = plan(tmp_path)
    write_film(film)

    assert len(asked) == 1
    assert own.read_bytes() == b"mine"
    assert "was there, and stays" in tell_film(film, URL)


@pytest.mark.parametrize("told", [{}, [], {"title": None, "thumbnail_url": ""}])
def test_a_host_that_tells_nothing_is_no_mistake(tmp_path, told):
    """The film is called by its host, and a picture is drawn."""
    film, _ = plan(tmp_path, told=told)
    write_film(film)

    assert "no picture; one is drawn" in tell_film(film, URL)
    assert f"[YouTube]({URL})" in tell_film(film, URL)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("picture", [b"<svg xmlns='x'/>", b"<html>", b""])
def test_what_is_no_picture_is_not_kept(tmp_path, picture):
    """A page, or a drawing that could run something, is refused."""
    with pytest.raises(EventRecapError, match="its picture is in no format that pages show"):
        plan(tmp_path, picture=picture)


def test_an_address_that_is_no_film_is_told(tmp_path):
    """Nobody is asked for it."""
    with pytest.raises(EventRecapError, match=r"https://a\.example/: no film of YouTube"):
        plan(tmp_path, "https://a.example/")


@pytest.mark.parametrize("url", ["https://127.0.0.1/a.jpg", "https://[::1]/a.jpg", "http://192.0.32.8/a.jpg"])
def test_no_picture_comes_from_a_private_network(url):
    """A host may name any address for its picture; none of the author's own machines answers."""
    with pytest.raises(EventRecapError, match="cannot be fetched"):
        fetch_bytes(url)


def test_the_command_writes_below_the_content_folder(tmp_path, monkeypatch, capsys):
    """One command, one file, one line to paste."""
    (tmp_path / "content/attendees").mkdir(parents=True)
    (tmp_path / "pelicanconf.py").write_text(
        "PATH = 'content'\nSITEURL = 'https://a.example'\nEVENT_RECAP = {}\n"
    )
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(posts, "fetch_json", lambda _: TOLD)
    monkeypatch.setattr(posts, "fetch_bytes", lambda _: b"\xff\xd8\xff\xe0")

    code = main(["video", URL])

    assert code == 0
    assert (tmp_path / "content/images/videos/youtube-dQw4w9WgXcQ.jpg").is_file()
    assert capsys.readouterr().out.startswith("content/images/videos/youtube-dQw4w9WgXcQ.jpg written")
