"""Pictures of which nothing changed are those of the last site: they are neither written nor searched again."""

from __future__ import annotations

import pytest
from PIL import Image

CLASS = {"PELICAN_CLASS": "event_recap.Pelican", "SITEURL": "https://a.example", "STATIC_PATHS": ["images"]}
LIST = "event: {name: Soir, start: 2010-02-02}\nattendees: [Anne Roy, {name: Luc Bel, visibility: public}]\n"
FILES = {
    "recaps/a.md": "---\ntitle: Soir\ndate: 2010-02-03\n---\nBonsoir.\n\n![La salle]({static}/images/hall.jpg)\n",
    "attendees/soir.yml": LIST,
    "images/hall.jpg.yml": "people:\n- {id: luc-bel, region: [0, 0, 50, 50]}\n",
}


@pytest.fixture(name="site")
def fixture_site(build_site, tmp_path):
    """Return a site with a photograph, which is shown in several widths and formats."""
    path = tmp_path / "content/images/hall.jpg"
    path.parent.mkdir(parents=True)
    Image.effect_noise((900, 600), 80).convert("RGB").save(path, quality=90)
    return build_site(FILES, **CLASS)


def list_pictures(site):
    """Return the paths of all pictures below the output folder: that of the photograph, then what it became."""
    return sorted(path.relative_to(site.output).as_posix() for path in site.output.glob("images/*"))[::-1]


def explain(build_site, name, **files):
    """Build once more, and return why a picture was made or was not."""
    site = build_site(files, **CLASS, EXPLAIN=name)
    assert site.exit_code == 0, site.errors
    return next(line for line in site.log.splitlines() if line.startswith(name))


@pytest.mark.parametrize("place", [0, 1])
def test_a_picture_is_taken_where_a_text_is_edited(build_site, site, place):
    """Neither the photograph nor what it becomes is written again."""
    name = list_pictures(site)[place]

    told = explain(build_site, name, **{"recaps/a.md": FILES["recaps/a.md"] + "Une fois.\n"})

    assert "taken from the last site" in told


def test_a_picture_that_was_damaged_in_the_site_is_written_again(build_site, site):
    """The next build puts there what belongs there."""
    name = list_pictures(site)[1]
    whole = (site.output / name).read_bytes()
    (site.output / name).write_bytes(b"x" * len(whole))

    assert "made in this build" in explain(build_site, name)
    assert (site.output / name).read_bytes() == whole


def test_a_picture_is_painted_anew_once_somebody_on_it_is_hidden(build_site, site):
    """Of the face that could be seen nothing stays, in no width and no format."""
    names = list_pictures(site)
    before = (site.output / names[0]).read_bytes()

    told = explain(build_site, names[0], **{"attendees/soir.yml": LIST.replace("public", "hidden")})

    assert "made in this build" in told
    assert (site.output / names[0]).read_bytes() != before
    assert list_pictures(site)[0] == names[0]
    assert not {*names[1:]} & {*list_pictures(site)}
