"""Links and files that would publish what nobody meant to be read."""

RECAP = "---\ntitle: Un soir\ndate: 2010-02-03\nevent: soir\n---\nTexte\n"


def test_a_note_cannot_lead_to_somebody_who_has_no_page(build_site):
    """The id in such a link would say who was there; it is told once, and nothing is published."""
    note = '"[elle]({filename}/@person/zoe-roy)"'
    people = f"- {{name: Anne, note: {note}}}\n- {{name: Zoé Roy, visibility: counted}}\n"

    site = build_site({"recaps/a.md": RECAP, "attendees/soir.yml": people})

    assert site.problems() == [
        "content/attendees/soir.yml: link '{filename}/@person/…': leads to no page of this site; take the link out",
        "1 problem: nothing was published, the site stays as it was",
    ]
    assert not site.output.exists()


def test_a_link_to_a_folder_elsewhere_is_told(build_site, tmp_path):
    """A symbolic link to a folder is not followed out of the content folder."""
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "content/extra").mkdir(parents=True)
    (tmp_path / "content/extra/etc").symlink_to(tmp_path / "elsewhere")

    site = build_site({"recaps/a.md": RECAP, "attendees/soir.yml": "- Anne\n"})

    assert site.problems() == [
        "content/extra/etc: a link to a folder outside the content folder; put the folder itself here"
    ]


def test_a_build_does_not_walk_in_a_circle(build_site, tmp_path):
    """Links to folders that hold each other are told before anything is read."""
    (tmp_path / "content/images").mkdir(parents=True)
    (tmp_path / "content/images/loop").symlink_to("..")

    site = build_site({"recaps/a.md": RECAP, "attendees/soir.yml": "- Anne\n"})

    assert site.exit_code == 1
    assert site.problems() == [
        "content/images/loop: a link to a folder that is read already; take the link out"
    ]


def test_a_linked_file_is_not_copied_from_elsewhere(build_site, tmp_path):
    """What a folder of files to copy holds is copied only where it lies there itself."""
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    (tmp_path / "content/extra").mkdir(parents=True)
    (tmp_path / "content/extra/robots.txt").symlink_to(tmp_path / "secret.txt")

    site = build_site({"recaps/a.md": RECAP, "attendees/soir.yml": "- Anne\n"})

    assert site.problems()[0] == (
        "content/extra/robots.txt: not a regular file inside the content folder; put a file here"
    )
