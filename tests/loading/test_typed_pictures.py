from __future__ import annotations

import os
import unicodedata

import pytest

from event_recap.loading.pictures import find_picture
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
    write(f"images/{unicodedata.normalize('NFD', 'zoé.jpg')}")

    found = find_picture("images/zoé.jpg", content, content)

    assert unicodedata.normalize("NFC", found) == "images/zoé.jpg"


def test_a_link_inside_the_content_folder_is_a_picture(content):
    """A symbolic link to another picture of the content folder may be used."""
    (content / "images/portrait.jpg").symlink_to("anne.jpg")

    assert find_picture("images/portrait.jpg", content, content) == "images/portrait.jpg"


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


@pytest.mark.parametrize("typed", ["", "none", "None", "false"])
def test_no_picture_may_be_said_in_words(content, typed):
    """Lists say none or false for somebody without a photo."""
    assert find_picture(typed, content, content) == ""
