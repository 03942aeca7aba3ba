"""Mistakes in comments, and what their author reads."""

import pytest

GOOD = "author: Bo Sand\ndate: 2026-02-04\ntext: Bravo.\n"
RECAP = "---\ntitle: Un soir\nslug: un-soir\ndate: 2026-02-03\nlang: fr\n---\nTexte.\n"
FILE = "content/comments/un-soir/a.yml"


@pytest.fixture(name="read_problems")
def fixture_read_problems(build_site):
    """Return what builds a site with one comment, and gives back what is said of comments."""

    def read_problems(text, name="un-soir/a.yml", **more):
        files = {"attendees/soir.yml": "- Anne Roy\n", "recaps/un-soir.md": RECAP, f"comments/{name}": text}
        site = build_site({**files, **more})
        return [line for line in site.problems() if "comments/" in line]

    return read_problems


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", f"{FILE}:1:1: the file is empty; expected 'author:', 'date:' and 'text:'"),
        ("- a\n", f"{FILE}:1:1: the file is a list; expected 'author:', 'date:' and 'text:'"),
        ("Bravo !\n", f"{FILE}:1:1: the file is one text; expected 'author:', 'date:' and 'text:'"),
        (GOOD + "txet: a\n", f"{FILE}:4:1: txet: unknown key; did you mean 'text'?"),
        (GOOD + "email: a@b.example\n", f"{FILE}:4:1: email: private, and never published; take it out of the file"),
        (GOOD + "kind: lkie\n", f"{FILE}:4:7: kind: 'lkie' is not known here; did you mean 'like'?"),
        (GOOD + "status: aproved\n", f"{FILE}:4:9: status: 'aproved' is not known here; expected published, pending or rejected"),
        (GOOD + "id: a b\n", f"{FILE}:4:5: id: 'a b' is no id of a comment; expected letters, digits, '-', '.', ':' and '_'"),
        (GOOD + "in_reply_to: z\n", f"{FILE}:4:14: in_reply_to: no comment 'z' beside this file; expected the name of another"),
        (GOOD + "in_reply_to: a.yml\n", f"{FILE}:4:14: in_reply_to: answers itself; name the comment that was there before"),
        (GOOD + "in_reply_to: à\n", f"{FILE}:4:14: in_reply_to: no comment 'à' beside this file; expected the name of another"),
        (GOOD.replace("2026", "2062"), f"warning: {FILE}:1: date: 2062-02-04 is still to come; expected the day on which it was written"),
        ("author: Bo\ntext: Oui.\n", f"{FILE}:1:1: date: the comment has no date; add 'date: …'"),
        ("date: 2026-02-04\ntext: Oui.\n", f"{FILE}:1:1: author: the comment has no author; add 'author: …' with a name"),
        ("author: Bo\ndate: 2026-02-04\n", f"{FILE}:1:1: text: a reply has words; add 'text: …'"),
        (
            "author: {name: Bo, person: ann-roy}\ndate: 2026-02-04\ntext: Oui.\n",
            f"{FILE}:1: author.person: nobody has this id; did you mean 'anne-roy'?",
        ),
    ],
)  # fmt: skip
def test_a_mistake_in_a_comment_is_told_with_what_to_write(read_problems, text, told):
    """File, line and what is expected; an e-mail address is refused like any private key."""
    assert told in read_problems(text)


def test_an_answer_to_a_misspelt_comment_is_told_with_the_nearest(read_problems):
    """Accents are no part of the name of a file."""
    reply = {"comments/un-soir/reponse.yml": GOOD + "in_reply_to: gedéon\n"}

    assert read_problems(GOOD, "un-soir/gedeon.yml", **reply) == [
        (
            "content/comments/un-soir/reponse.yml:4:14: in_reply_to: no comment 'gedéon' beside this file; "
            "did you mean 'gedeon'?"
        )
    ]


def test_of_an_author_whom_nobody_knows_one_thing_is_told(read_problems):
    """Not also that they would rather not be shown: there is nobody to ask."""
    text = "author: {person: ann-roy}\ndate: 2026-02-04\ntext: Oui.\n"

    assert read_problems(text) == [f"{FILE}:1: author.person: nobody has this id; did you mean 'anne-roy'?"]


def test_a_folder_that_no_recap_claims_is_told_with_the_nearest(read_problems):
    """A comment that would be on no page is not lost in silence."""
    assert read_problems(GOOD, "un-soire/a.yml") == [
        "content/comments/un-soire: no recap is called so; did you mean 'un-soir'?"
    ]


def test_a_comment_beside_the_folders_is_told(read_problems):
    """It has no recap."""
    assert read_problems(GOOD, "a.yml") == [
        "warning: content/comments/a.yml: no recap is named; put it into a folder that has the slug of the recap"
    ]


def test_a_status_that_cannot_be_read_lets_nothing_through(read_problems):
    """In doubt, a comment waits."""
    told = read_problems(GOOD + "status: aproved\n")

    assert not any("not published" in line for line in told)
    assert any("expected published, pending or rejected" in line for line in told)


def test_front_matter_says_what_it_takes(build_site):
    """A word for comments and an address of a shared post are checked where they stand."""
    head = RECAP.replace("lang: fr", "lang: fr\ncomments: opne\nsyndication: [ftp://a.example/x]")
    site = build_site({"attendees/soir.yml": "- Anne Roy\n", "recaps/un-soir.md": head})

    assert site.exit_code == 1
    told = "\n".join(site.problems())
    assert "recaps/un-soir.md:6:11: comments: 'opne' is not known here; did you mean 'open'?" in told
    assert "syndication: addresses that begin with 'ftp:' are never published" in told


def test_settings_of_comments_are_checked(build_site):
    """A wrong word, address or endpoint ends the build before anything is read."""
    wrong = {"comments": "opne", "comments_email": "moi", "webmention_endpoint": "ftp://a.example"}
    site = build_site({"recaps/un-soir.md": RECAP}, EVENT_RECAP=wrong)
    told = "\n".join(site.problems())

    assert "EVENT_RECAP: comments: 'opne' says nothing about comments; did you mean 'open'?" in told
    assert (
        "EVENT_RECAP: comments_email: 'moi' is no e-mail address; expected one such as hello@blog.example"
        in told
    )
    assert "EVENT_RECAP: webmention_endpoint: " in told
