"""Which file answers an address."""

import pytest

from event_recap.devserver.addresses import Moved, find_file, find_media_type


@pytest.fixture(name="output")
def fixture_output(tmp_path):
    """A built site of four files, and a secret beside it."""
    output = tmp_path / "output"
    for name in ("index.html", "about.html", "café/index.html", "feeds/all.atom.xml"):
        file = output / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(name, encoding="utf-8")
    (output / "empty").mkdir()
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    return output


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("/", "index.html"),
        ("/index.html?utm=1", "index.html"),
        ("/caf%C3%A9/", "café/index.html"),
        ("/about", "about.html"),
        ("/feeds/all.atom.xml", "feeds/all.atom.xml"),
        ("//index.html", "index.html"),
    ],
)
def test_an_address_finds_its_file(output, url, name):
    """A clean folder address, a file, a page without its ending: each finds its file."""
    found = find_file(output, url)

    assert found == output / name


@pytest.mark.parametrize(
    "url",
    [
        "/nothing",
        "/empty/",
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2Fsecret.txt",
        "/a%00b",
        "/%FF",
        "/index.html/",
        "/" + "x" * 5000,
    ],
)
def test_what_does_not_exist_or_lies_outside_has_no_answer(output, url):
    """Unknown files, folders without a page and ways out of the folder are not found."""
    found = find_file(output, url)

    assert found is None


def test_a_link_out_of_the_site_is_not_followed(output):
    """A symbolic link in the output folder does not show files of the machine."""
    (output / "link.txt").symlink_to(output.parent / "secret.txt")

    found = find_file(output, "/link.txt")

    assert found is None


@pytest.mark.parametrize(
    ("url", "location"),
    [
        ("/caf%C3%A9?a=1", "/caf%C3%A9/?a=1"),
        ("//caf%C3%A9", "/caf%C3%A9/"),
    ],
)
def test_a_folder_without_its_slash_leads_to_the_one_with(output, url, location):
    """The address gets its slash, so that relative links on the page work; never another host."""
    found = find_file(output, url)

    assert found == Moved(location)


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("a.css", "text/css; charset=utf-8"),
        ("evening.ics", "text/calendar; charset=utf-8"),
        ("all.atom.xml", "application/xml; charset=utf-8"),
        ("feed.json", "application/json; charset=utf-8"),
        ("photo.WEBP", "image/webp"),
        ("photo.jpg", "image/jpeg"),
        ("CNAME", "application/octet-stream"),
    ],
)
def test_text_is_told_to_be_utf_8(name, media_type):
    """Accents are shown right whatever the machine thinks of a file's ending."""
    assert find_media_type(name) == media_type
