"""No text, note or name of a link brings a file into the site that nobody meant to publish."""

from __future__ import annotations

import json

import pytest

SECRET = "geheimnis"
QUOTE = """<q cite="{target}">a</q> <blockquote cite='{target}'>b</blockquote>"""
WITHIN = (
    """<a title="xsrc='{target}'" href="?data='{target}'">c</a> <abbr title="src='{target}' y">d</abbr>"""
)
TARGETS = [
    "{static}/.env",
    "{attach}/.env",
    "{static}/.git/config.png",
    "{static}/attendees/soir.yml",
    "{static}/images/secret.png",
    "{attach}/../secret.txt",
    "|static|/../secret.txt",
]


def write_site(text="Texte.", note="Note."):
    """Return a site with files that are not to be published."""
    event = {"name": "Soir", "start": "2010-02-02"}
    attendees = [{"name": "Anne", "note": note}, {"name": SECRET, "visibility": "hidden"}]
    return {
        "recaps/a.md": f"---\ntitle: A\ndate: 2010-02-03\nevent: soir\n---\n{text}\n",
        "attendees/soir.yml": json.dumps({"event": event, "attendees": attendees}),
        ".env": SECRET,
        ".git/config.png": SECRET,
        "images/secret.png": SECRET,
    }


def find_secrets(site):
    """Return the files of the output in which a secret is."""
    return [name for name in site.files() if SECRET.encode() in (site.output / name).read_bytes()]


@pytest.fixture(name="secret", autouse=True)
def fixture_secret(tmp_path):
    """Put a file beside the content folder."""
    secret = tmp_path / "secret.txt"
    secret.write_text(SECRET, encoding="utf-8")
    return secret


def test_note_publishes_no_file_by_any_attribute(build_site, secret):
    """A link of Pelican's in any attribute of a note, or inside its value, is none."""
    note = " ".join((QUOTE + WITHIN).replace("{target}", target) for target in TARGETS)

    site = build_site(write_site(note=note))

    assert site.exit_code == 0, site.errors
    assert find_secrets(site) == []
    assert secret.read_text(encoding="utf-8") == SECRET


def test_link_inside_a_value_publishes_no_file(build_site, secret):
    """What looks like a link of Pelican's within the text of an attribute is none."""
    site = build_site(write_site("\n".join(WITHIN.replace("{target}", target) for target in TARGETS)))

    assert site.exit_code == 0, site.errors
    assert find_secrets(site) == []
    assert secret.read_text(encoding="utf-8") == SECRET


@pytest.mark.parametrize(
    ("target", "told"),
    [
        ("{static}/.env", "is never published"),
        ("{static}/.git/config.png", "is never published"),
        ("{static}/attendees/soir.yml", "is never published"),
        ("{attach}/../secret.txt", "leaves the content folder"),
    ],
)
def test_source_of_a_quotation_is_a_link_like_others(build_site, target, told):
    """The ``cite`` of a quotation is checked like any link, and the folders of its file too."""
    site = build_site(write_site(QUOTE.replace("{target}", target)))

    assert site.exit_code == 1
    assert f"recaps/a.md:6: link '{target}': {told}" in site.problems()[0]


def test_symbolic_link_does_not_make_a_list_a_picture(build_site, tmp_path):
    """A link in the folder of pictures that leads to a private file is as private as the file."""
    files = write_site("![x]({static}/images/link.png)")
    build_site(files)
    (tmp_path / "content/images/link.png").symlink_to("../attendees/soir.yml")

    site = build_site(files)

    assert "link '{static}/images/link.png': is never published" in site.errors
    assert find_secrets(site) == []
