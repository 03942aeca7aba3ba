"""Whoever is forgotten is quoted no more: file, line and pasted post go, the posts of others lose the name."""

import pytest

from event_recap import cli

OWN = "author: {name: Zoé Filante, handle: zoefilante}\nnetwork: x\ntext: Quel soir !\n"
BY_ADDRESS = "author: Une amie\nurl: https://x.com/ZoeFilante/status/9\ntext: Encore.\n"
OTHERS = "# un message\nauthor: Bruno Lamarche\nnetwork: x\ntext: |-\n  Avec @zoefilante et Zoé Filante\n"
PASTED = (
    '<blockquote class="twitter-tweet"><p lang="fr">Un mot</p>&mdash; Z (@zoefilante) '
    '<a href="https://twitter.com/zoefilante/status/1">May 1, 2010</a></blockquote>\n'
    '<script async src="https://platform.twitter.com/widgets.js"></script>\n'
)
RECAP = (
    "---\ntitle: R\ndate: 2010-02-03\n---\nAvant.\n\n[post quel-soir]\n\n"
    f"[post encore]\n[post autre]\n\n{PASTED}\nAprès.\n"
)


@pytest.fixture(name="content")
def fixture_content(tmp_path, monkeypatch):
    """Return the content folder of a site that quotes somebody in every way, once they are forgotten."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("EVENT_RECAP_KEY", raising=False)
    files = {
        "attendees/soir.yml": "- {id: zoe, name: Zoé Filante, profiles: {x: zoefilante}}\n- Bruno Lamarche\n",
        "quoted-posts/quel-soir.yml": OWN,
        "quoted-posts/encore.yml": BY_ADDRESS,
        "quoted-posts/autre.yml": OTHERS,
        "quoted-posts/broken.yml": "author: [\n",
        "recaps/r.md": RECAP,
    }
    for name, text in files.items():
        path = tmp_path / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (tmp_path / "pelicanconf.py").write_text(
        'PATH = "content"\nTIMEZONE = "Europe/Paris"\nDEFAULT_LANG = "fr"\nEVENT_RECAP = {}\n',
        encoding="utf-8",
    )
    assert cli.main(["forget", "zoe", "--yes"]) == 0
    return tmp_path / "content"


def test_the_files_of_their_posts_go(content):
    """Those signed by them, and those whose address is theirs."""
    assert sorted(path.name for path in (content / "quoted-posts").iterdir()) == ["autre.yml", "broken.yml"]


def test_the_lines_that_placed_them_go_and_so_do_pasted_posts(content):
    """So that the next build asks for no post that is not there."""
    text = (content / "recaps/r.md").read_text(encoding="utf-8")

    assert text.split("---\n")[2] == "Avant.\n\n\n[post autre]\n\n\nAprès.\n"


def test_the_posts_of_others_stay_without_the_name(content):
    """Comments and order as they were."""
    text = (content / "quoted-posts/autre.yml").read_text(encoding="utf-8")

    assert (
        text
        == "# un message\nauthor: Bruno Lamarche\nnetwork: x\ntext: |-\n  Avec quelqu’un et quelqu’un\n".replace(
            "quelqu’un et quelqu’un", text.split("Avec ")[1].strip()
        )
    )
    assert "zoe" not in text.casefold().replace("é", "e")
