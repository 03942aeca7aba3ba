"""An export of WordPress becomes recaps, pages and drafts of this site."""

from datetime import datetime

import pytest

PICTURE = "<wp:attachment_url>https://vieux.example/wp-content/uploads/2010/02/{}.jpg</wp:attachment_url>"
FEATURED = (
    "<wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>9</wp:meta_value></wp:postmeta>"
)
COMMENT = "<wp:comment><wp:comment_author>Zed Inventé</wp:comment_author><wp:comment_approved>1</wp:comment_approved></wp:comment>"


@pytest.fixture(name="read_item")
def fixture_read_item(read_posts, write_export, write_item):
    """Return what reads the one entry of an export."""
    return lambda *args, **facts: read_posts("old.xml", write_export(write_item(*args, **facts)))[0]


def test_a_post_brings_its_facts(read_item, file_under):
    """Title, day, author, category, tags, summary, address and id are those of the old blog."""
    filed = file_under(("category", "Soirées"), ("category", "Web"), ("post_tag", "réseautage"))

    post = read_item(1, "Focus &amp; 20", excerpt="Le <b>début</b>", more=filed, slug="focus-20")

    assert (post.title, post.slug, post.status, post.summary) == (
        "Focus & 20",
        "focus-20",
        "published",
        "Le début",
    )
    assert post.moment == datetime.fromisoformat("2010-02-03T09:30:00+01:00")
    assert (post.authors, post.category, post.tags) == (("Lise Inventée",), "Soirées", ("Web", "réseautage"))
    assert (post.entry_id, post.address) == (
        "https://vieux.example/?p=1",
        "https://vieux.example/2010/02/focus-20/",
    )


@pytest.mark.parametrize(
    ("facts", "status", "told"),
    [
        ({"status": "draft"}, "draft", ""),
        ({"status": "pending"}, "draft", "waited for approval"),
        ({"status": "future"}, "draft", "was to be published later"),
        ({"status": "private"}, "skip", "was private"),
        ({"password": "sésame"}, "skip", "was locked with a password"),
    ],
)
def test_what_was_not_public_is_a_draft_or_held(read_item, facts, status, told):
    """A draft stays one; of what few were to read no build makes a page; neither has its old address."""
    post = read_item(1, "Focus 20", **facts)

    assert (post.status, post.address) == (status, "")
    assert told in "".join(problem.what for problem in post.remarks.problems)
    assert "sésame" not in repr(post)


def test_what_was_thrown_away_stays_away(read_posts, write_export, write_item):
    """The bin, menus and products of a shop are no posts; a page is one."""
    kinds = [
        write_item(1, "A", status="trash"),
        write_item(2, "B", kind="product"),
        write_item(3, "C", kind="page"),
    ]

    posts = read_posts("old.xml", write_export(*kinds))

    assert [(post.title, post.is_page) for post in posts] == [("C", True)]


def test_nobody_is_brought_in_who_only_commented(read_item):
    """Comments of readers are theirs: neither name nor words come along, nor an author's e-mail address."""
    post = read_item(1, "Focus 20", more=COMMENT)

    assert "Zed" not in repr(post)
    assert "secret.example" not in repr(post)


def test_pictures_of_the_export_are_known_by_their_number(read_posts, write_export, write_item):
    """The picture at the top is named, and a gallery is its pictures."""
    text = '[gallery ids="9"]'
    items = [
        write_item(1, "Focus 20", text, more=FEATURED),
        write_item(9, "salle", kind="attachment", more=PICTURE.format("salle")),
    ]

    (post,) = read_posts("old.xml", write_export(*items))

    assert post.cover == "https://vieux.example/wp-content/uploads/2010/02/salle.jpg"
    assert f'<img src="{post.cover}"' in post.html


@pytest.mark.parametrize(
    ("typed", "html", "taken"),
    [
        ("[sic] et [1]", "[sic] et [1]", []),
        ("[attendees]", "[attendees]", []),
        (
            '[caption id="a"]<img src="a.jpg"> La salle[/caption]',
            '<figure><figcaption><img src="a.jpg"> La salle</figcaption></figure>',
            [],
        ),
        ('[sociable id="3"]', "", ['[sociable id="3"]']),
        ("[box]dedans[/box]", "dedans", ["[box]"]),
        ("[code]x = 1[/code]", "<pre>x = 1</pre>", []),
        ('[gallery ids="404"]', "", ['[gallery ids="404"]']),
    ],
)
def test_shortcodes_become_what_they_stand_for(read_item, typed, html, taken):
    """What a plugin of WordPress made of brackets is HTML, words, or told; words in brackets stay."""
    post = read_item(1, "Focus 20", typed)

    assert post.html.strip() == html
    assert [one.words for one in post.remarks.taken] == taken


@pytest.mark.parametrize(
    "typed",
    [
        "[youtube https://youtu.be/dQw4w9WgXcQ]",
        "[embed]https://youtu.be/dQw4w9WgXcQ[/embed]",
        '[video src="https://youtu.be/dQw4w9WgXcQ"][/video]',
    ],
)
def test_a_player_becomes_a_paragraph_with_a_link(read_item, typed):
    """A film is an address on a line of its own, which a build shows with its picture."""
    assert '<p><a href="https://youtu.be/dQw4w9WgXcQ">' in read_item(1, "Focus 20", typed).html


def test_blank_lines_part_paragraphs_unless_blocks_do(read_item):
    """The old editor of WordPress parts by blank lines, the new one by tags."""
    assert read_item(1, "Focus 20", "Un.\n\nDeux.").has_blank_lines
    assert not read_item(
        1, "Focus 20", "<!-- wp:paragraph --><p>Un.</p><!-- /wp:paragraph -->"
    ).has_blank_lines


def test_control_characters_of_a_broken_export_do_no_harm(read_posts, write_export, write_item):
    """WordPress lets through what XML forbids; the rest of the export is read all the same."""
    (post,) = read_posts("old.xml", write_export(write_item(1, "Focus\x0b 20", "a\x08b")))

    assert (post.title, post.html) == ("Focus 20", "ab")
