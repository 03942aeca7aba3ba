from __future__ import annotations

import os
import unicodedata

import pytest

from event_recap.loading.pictures import find_picture, measure_picture
from event_recap.loading.report import UnreadableError


@pytest.mark.parametrize(
    "typed",
    [
        "images/anne.jpg",
        "/images/anne.jpg",
        "{static}/images/anne.jpg",
        "../images/anne.jpg",
        "images/../images/anne.jpg",
    ],
)
def test_a_path_begins_at_the_content_folder_or_at_the_file(content, typed):
    """A path counts from the content folder, also with Pelican's {static}, or from the file's own folder."""
    assert find_picture(typed, content, content / "people") == "images/anne.jpg"


def test_a_picture_beside_its_recap_is_found(content):
    """A recap in a folder of its own names its pictures without the folder."""
    assert find_picture("crowd.png", content, content / "recaps/evening") == "recaps/evening/crowd.png"


def test_an_accent_is_found_as_macos_writes_it(write, content):
    """A name with an accent is found, composed or not."""
    write(f"images/{unicodedata.normalize('NFD', 'zoé.jpg')}", "picture")

    found = find_picture("images/zoé.jpg", content, content)

    assert unicodedata.normalize("NFC", found) == "images/zoé.jpg"


def test_a_link_inside_the_content_folder_is_a_picture(content):
    """A symbolic link to another picture of the content folder may be used."""
    (content / "images/portrait.jpg").symlink_to("anne.jpg")

    assert find_picture("images/portrait.jpg", content, content) == "images/portrait.jpg"


def test_a_link_to_a_list_is_no_picture(content, write):
    """A symbolic link that is named like a picture does not publish a list or a person's file."""
    write("people/anne.yml", "name: Anne")
    (content / "images/link.jpg").symlink_to("../people/anne.yml")

    with pytest.raises(UnreadableError, match="is no picture for the web"):
        find_picture("images/link.jpg", content, content)


@pytest.mark.parametrize("target", ["../../secret.jpg", "/etc/passwd", "nowhere.jpg"])
def test_a_link_that_leads_out_is_no_picture(content, target):
    """A symbolic link to a file outside the content folder, or to none, publishes nothing."""
    (content.parent / "secret.jpg").write_bytes(b"secret")
    (content / "images/link.jpg").symlink_to(target)

    with pytest.raises(UnreadableError, match="leaves the content folder"):
        find_picture("images/link.jpg", content, content)


def test_a_folder_that_leads_out_holds_no_picture(content):
    """A picture in a linked folder outside the content folder is not published."""
    outside = content.parent / "outside"
    outside.mkdir()
    (outside / "a.jpg").write_bytes(b"secret")
    (content / "images/more").symlink_to(outside)

    with pytest.raises(UnreadableError, match="leaves the content folder"):
        find_picture("images/more/a.jpg", content, content)


def test_a_pipe_is_no_picture(content):
    """A named pipe is told of, and not opened."""
    os.mkfifo(content / "images/pipe.jpg")

    with pytest.raises(UnreadableError, match="not a regular file"):
        find_picture("images/pipe.jpg", content, content)


def test_a_photo_of_a_telephone_is_told_by_what_it_holds(content):
    """A HEIC photo that was only renamed is told, as few browsers would show it."""
    (content / "images/anne.jpg").write_bytes(b"\0\0\0\x18ftypheic\0\0\0\0")

    with pytest.raises(UnreadableError, match="is a HEIC picture by another name"):
        find_picture("images/anne.jpg", content, content)


def test_an_empty_picture_is_told(content):
    """A file without a byte is no picture."""
    (content / "images/anne.jpg").write_bytes(b"")

    with pytest.raises(UnreadableError, match="is empty; copy the picture again"):
        find_picture("images/anne.jpg", content, content)


@pytest.mark.parametrize("typed", ["anne.jpg", "images/ANNE.JPG", "photos/anne.jpg"])
def test_a_picture_that_lies_elsewhere_is_proposed(content, typed):
    """The same name in another folder, or in other capitals, is proposed with its path."""
    with pytest.raises(UnreadableError, match=r"did you mean 'images/anne\.jpg'\?"):
        find_picture(typed, content, content / "people")


@pytest.mark.parametrize("typed", ["", "none", "None", "false"])
def test_no_picture_may_be_said_in_words(content, typed):
    """Lists say none or false for somebody without a photo."""
    assert find_picture(typed, content, content) == ""


def test_a_picture_tells_its_size(tmp_path):
    """A page can keep the place of a picture before it has arrived."""
    path = tmp_path / "a.png"
    path.write_bytes(bytes.fromhex("89504e470d0a1a0a0000000d4948445200000640000003e8") + b"\x08\x02\0\0\0")

    assert measure_picture(path) == (1600, 1000)


def test_a_gif_that_says_to_be_huge_tells_its_size(tmp_path):
    """Fifty thousand pixels are not read as a number below zero."""
    path = tmp_path / "a.gif"
    path.write_bytes(b"GIF89a" + (50_000).to_bytes(2, "little") * 2 + bytes(3))

    assert measure_picture(path) == (50_000, 50_000)


def test_a_file_without_a_size_is_still_a_picture(tmp_path):
    """What cannot be measured is shown in whatever size it has."""
    path = tmp_path / "a.jpg"
    path.write_bytes(b"no picture")

    assert measure_picture(path) == (0, 0)
