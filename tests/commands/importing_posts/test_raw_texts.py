"""A text that somebody copied from a page becomes the draft of a post, and every word of it is accounted for."""

import re
from html import unescape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from event_recap.commands.importing_posts.raw_text import read_raw_text
from event_recap.commands.importing_posts.writing import Chosen, write_post
from event_recap.model.recap import Guest

REAL = Path("/work/shared/real/french-posts")
LONG = "Hier soir, nous étions trente à table, et personne ne voulait partir avant que la dernière lanterne soit éteinte. "
LONG += "On y a parlé de farine, de vélos et de ce qui reste d’une rencontre quand tout le monde est rentré chez soi."


def read(*lines):
    """Read a text of lines."""
    return read_raw_text("\n".join(lines), "billet.txt")


def take(post):
    """Return what was taken off a text: words and reason."""
    return {(one.words, one.why) for one in post.remarks.taken}


def squeeze(text):
    """Return the letters and digits of a text."""
    return re.sub(r"[\W_]+", "", text)


def find_lost(text, post):
    """Return the lines of a text that are neither in the post nor in what was taken off it."""
    whole = squeeze(unescape(write_post(post, Chosen(title=post.title), post.text)))
    taken = {squeeze(one.words) for one in post.remarks.taken}
    lines = [line for line in text.splitlines() if squeeze(line)]
    return [line for line in lines if squeeze(line) not in whole and squeeze(line) not in taken]


@pytest.mark.parametrize(
    "line",
    [
        *(
            "Sélectionner une page",
            "Menu",
            "Tweeter l’article",
            "Partager sur Facebook",
            "Share this:",
            "Back to top button",
        ),
        *(
            "0 commentaires:",
            "Laisser un commentaire",
            "Publier un commentaire",
            "Comments are closed.",
            "Retour en haut",
        ),
        *(
            "Article précédent : Focus 19",
            "S'abonner à : Publier des commentaires (Atom)",
            "Close",
            "Aller au contenu",
        ),
    ],
)
def test_what_belongs_to_the_page_is_taken_off_and_told(line):
    """A menu, a link to share, a place to comment: none is in the text, each is in the listing."""
    post = read("Focus 20", "", LONG, "", line)

    assert line not in post.text
    assert line in {words for words, _ in take(post)}


@pytest.mark.parametrize(
    "line",
    [
        *(
            "J’aime cette ville.",
            "« Partager, c’est tout ! »",
            "Les commentaires fermés à clé ne servent à personne.",
            "• Partager",
        ),
        *("Menu du soir : soupe, pain, fromage.", "Le menu fut court.", "Accueil des bénévoles à 18 h"),
    ],
)
def test_a_line_of_the_text_stays(line):
    """A sentence that only has a word of a menu in it is no menu."""
    post = read("Focus 20", "", LONG, "", line, "", LONG)

    assert squeeze(line) in squeeze(post.text)


def test_the_first_line_is_the_title_where_it_looks_like_one():
    """A short line above the text is its title, and not its first paragraph as well."""
    post = read("Focus 20, trente avatars deviennent des visages", "", LONG)

    assert post.title == "Focus 20, trente avatars deviennent des visages"
    assert post.text == LONG


def test_a_text_without_a_title_gets_its_first_sentence():
    """A title is proposed, and a comment says that it was made."""
    post = read(f"Je tweete depuis un an. {LONG}", "", LONG)

    assert post.title == "Je tweete depuis un an"
    assert post.text.startswith("Je tweete depuis un an. Hier soir")
    assert "the text has no title; this one is made of its first words" in post.hints


@pytest.mark.parametrize(
    ("line", "guest"),
    [
        (
            "Par Solveig Stern (chroniqueuse) – Directrice de La Lanterne",
            Guest(name="Solveig Stern", role="chroniqueuse, Directrice", org="La Lanterne"),
        ),
        (
            "Par Solveig Stern, linguiste chez Parole & Cie",
            Guest(name="Solveig Stern", role="linguiste", org="Parole & Cie"),
        ),
        (
            "By Solveig Stern, head of research at Words Inc.",
            Guest(name="Solveig Stern", role="head of research", org="Words Inc"),
        ),
        ("Auteure : Solveig Stern – linguiste", Guest(name="Solveig Stern", role="linguiste", org="")),
    ],
)
def test_a_byline_with_a_role_makes_a_guest(line, guest):
    """Name, role and organisation stand in the front matter, each under its key."""
    post = read("Focus 20", "", line, "", LONG)

    assert post.guests == (guest,)
    assert squeeze(line) not in squeeze(post.text)


def test_a_byline_with_a_name_alone_makes_an_author():
    """Whoever has neither a role nor an organisation wrote for the blog."""
    assert read("Focus 20", "", "Par Solveig Stern", "", LONG).authors == ("Solveig Stern",)


@pytest.mark.parametrize(
    "line", ["Par exemple, Anne Roy est venue.", "Par ici la sortie", "By the way, Anne left."]
)
def test_a_sentence_that_begins_like_a_byline_is_none(line):
    """Nobody is made an author by a sentence of the text."""
    post = read("Focus 20", "", line, "", LONG)

    assert (post.authors, post.guests) == ((), ())
    assert squeeze(line) in squeeze(post.text)


@pytest.mark.parametrize(
    ("line", "moment"),
    [
        ("28 juillet 2010", "2010-07-28"),
        ("Publié le mercredi 3 février 2010 à 8 h 30", "2010-02-03 08:30"),
        ("Posted on February 3rd, 2010 at 8:30 pm by Ann Invented", "2010-02-03 20:30"),
        ("1er août 2011", "2011-08-01"),
        ("le 23/02/2010", "2010-02-23"),
        ("2010-02-03 08:30", "2010-02-03 08:30"),
        ("Sept. 5, 2010", "2010-09-05"),
    ],
)
def test_a_day_is_found_at_the_top_and_at_the_end(line, moment):
    """A line with a day, in French or in English, is the date of the post, wherever it stands."""
    for post in (
        read("Focus 20", "", line, "", LONG, "", LONG),
        read("Focus 20", "", LONG, "", LONG, "", line),
    ):
        assert str(post.moment).removesuffix(":00") == moment


def test_a_day_inside_a_sentence_is_not_the_day_of_the_post():
    """The text may speak of any day; only a line of its own says when it was published."""
    post = read("Focus 20", "", f"J’ai ouvert mon compte le 2 février 2009. {LONG}")

    assert post.moment is None
    assert "no line tells the day; write it as 'date: 2010-02-03'" in post.hints


def test_a_day_that_may_mean_two_is_told_and_not_guessed():
    """The third of February is the second of March elsewhere."""
    post = read("Focus 20", "", "Publié le 03/02/2010", "", LONG)

    assert post.moment is None
    assert "may mean two" in post.remarks.problems[0].what


def test_footnotes_are_those_of_markdown():
    """A number in brackets that a line below explains opens where it stands; another stays what it is."""
    post = read(
        "Focus 20",
        f"Un brise-glace[1]ou icebreaker[2] et un autre[7]. {LONG}",
        "[1] Une question.",
        "[2] En anglais.",
    )

    assert "brise-glace[^1] ou icebreaker[^2] et un autre\\[7\\]." in post.text
    assert post.text.endswith("[^1]: Une question.\n\n[^2]: En anglais.")


def test_a_credit_line_stays_and_is_proposed_for_the_picture():
    """The picture is lost in a copy; whose it was is not."""
    post = read("Focus 20", "", LONG, "", "Illustration : Zoé Inventée")

    assert post.text.endswith("Illustration : Zoé Inventée")
    assert 'cover: {src: images/…, alt: …, credit: "Zoé Inventée"}' in post.hints


def test_lists_and_mentions_stay_what_they_are():
    """Bullets and numbers make lists, and a handle is not torn apart."""
    post = read(
        "Focus 20", "", LONG, "", "  • avec @cafe_lune", "1- lire", "2- partir", "", "#focus20 *bien*"
    )

    assert "-   avec @cafe_lune\n1.  lire\n2.  partir" in post.text
    assert post.text.endswith("\\#focus20 \\*bien\\*")


def test_tags_and_category_go_into_the_front_matter():
    """What the old blog filed the text under is kept."""
    post = read("Focus 20", "", LONG, "", "Classé dans : Soirées", "Étiquettes : réseautage, #Drummondville")

    assert (post.category, post.tags) == ("Soirées", ("réseautage", "Drummondville"))


def test_comments_of_readers_and_other_posts_are_taken_off():
    """Nobody who wrote under a post asked to be on another site; what a page lists after it is no text."""
    post = read(
        "Focus 20",
        "",
        LONG,
        "",
        "2 commentaires:",
        "Zed a dit…",
        "Bravo !",
        "Articles similaires",
        "Focus 19",
    )

    assert post.text == LONG
    assert {"Zed a dit…", "Bravo !", "Focus 19"} <= {words for words, _ in take(post)}


def test_a_copied_text_is_a_draft_until_somebody_read_it():
    """A proposal is not published by itself."""
    assert read("Focus 20", "3 février 2010", LONG).status == "draft"


LINES = st.lists(
    st.sampled_from(
        [
            *(
                "",
                "",
                LONG,
                "Focus 20",
                "Par Zoé Inventée, linguiste",
                "28 juillet 2010",
                "Tweeter l’article",
                "• un",
                "- deux",
            ),
            *(
                "1- lire",
                "2- partir",
                "Articles similaires",
                "3 commentaires",
                "[1] note",
                f"{LONG}[1]",
                "Photo : Zoé",
                "Contact",
            ),
            *(
                "Tags : a, b",
                "03/02/2010",
                "# titre",
                "*** a _b_ <c> &amp;",
                "Accueil | Contact",
                "Pour conclure",
            ),
        ]
    )
    | st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn", "Co"]), max_size=30),
    max_size=25,
)


@given(LINES)
def test_no_line_of_a_text_is_lost(lines):
    """Each line is in the post, in its front matter, or in the list of what was taken off."""
    text = "\n".join(lines)

    assert find_lost(text, read_raw_text(text, "billet.txt")) == []


@pytest.mark.skipif(not REAL.is_dir(), reason="the real posts are not here")
def test_no_line_of_a_real_post_is_lost():
    """Of texts as they are found on the web, every paragraph is accounted for, and the page's words are off."""
    texts = {path.name: path.read_text(encoding="utf-8") for path in sorted(REAL.glob("*.txt"))}
    posts = {name: read_raw_text(text, name) for name, text in texts.items()}

    assert texts
    assert {name: find_lost(text, posts[name]) for name, text in texts.items()} == {
        name: [] for name in texts
    }
    assert {"Sélectionner une page", "Tweeter l’article"} <= {
        words for post in posts.values() for words, _ in take(post)
    }
    assert [len(post.guests) for post in posts.values()] == [0, 1]
    assert [post.text.count("[^") for post in posts.values()] == [0, 4]
