"""A post always fits, and is cut where a reader would cut it."""

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from event_recap.share.entity import find_urls
from event_recap.share.length import count_graphemes, count_weight
from event_recap.share.post import MARGIN, Limit, SharedPost, fit_post
from event_recap.share.shorten import shorten_text

URL = "https://exemple.org/recaps/focus-20/"
PIECES = [
    *("Hier", "soir,", "j’ai", "serré", "la", "main", "à", "@cafelune", "#focus20", "fin.Et"),
    *("👨‍👩‍👧‍👦", "🇨🇦", "👍🏽", "東京は夜の七時", "https://exemple.org/a_(b)", "anne@exemple.org"),
    *(" ", " ", " ", "\n", "\xa0", "\u202f", "…", ".", ", ", "@", "#", "\ufeff", "1️⃣"),
]
texts = st.lists(st.sampled_from(PIECES) | st.text(max_size=12), max_size=80).map("".join)
posts = st.builds(
    SharedPost,
    text=texts,
    title=st.text(max_size=20),
    url=st.sampled_from([URL, "", "http://localhost:8000/recaps/focus-20/"]),
    hashtags=st.lists(st.sampled_from(["Focus 20", "2010", "été", "a" * 90]) | st.text()).map(tuple),
    via=st.sampled_from([None, "", "@monblog", "monblog", "a@b"]),
)


@pytest.mark.parametrize(
    ("text", "room", "short"),
    [
        ("Trente avatars deviennent", 25, "Trente avatars deviennent"),
        ("Trente avatars deviennent", 24, "Trente avatars…"),
        ("Trente avatars, deviennent", 24, "Trente avatars…"),
        ("Trente avatars – deviennent", 24, "Trente avatars…"),
        ("Trente avatars «\xa0deviennent\xa0» ça", 29, "Trente avatars…"),
        ("Trente avatars\ndeviennent", 24, "Trente avatars…"),
        ("Bravo\xa0! Trente avatars deviennent", 10, "Bravo…"),
        ("Avec @cafelune et @lucgarnier", 22, "Avec @cafelune et…"),
        ("Voir https://exemple.org/a-b/ puis", 32, "Voir https://exemple.org/a-b/…"),
        ("東京 は夜の七時とても長い文", 9, "東京 は夜の七時…"),
        ("夜👨‍👩‍👧‍👦夜👨‍👩‍👧‍👦夜", 8, "夜…"),
        ("夜夜exemple.community夜", 14, "夜夜…"),
        ("夜夜https://exemple.org/a", 20, "夜夜…"),
        ("夜夜#" + "a" * 30, 20, "夜夜…"),
        ("anticonstitutionnellement", 10, "anticonst…"),
        ("https://exemple.org/a-b/", 20, ""),
        ("deux mots", 1, ""),
        ("deux mots", 0, ""),
        ("deux mots", -5, ""),
        ("", -5, ""),
        ("", 5, ""),
    ],
)
def test_a_text_is_cut_at_a_word(text, room, short):
    """A cut falls after a word, or inside one only where nothing else is left to show."""
    assert shorten_text(text, room=room, count=len) == short


def test_a_cut_makes_no_link_that_was_not_there():
    """A file name cut at its ending does not become the address of a stranger."""
    short = shorten_text("x" * 20 + ".composant", room=26, count=count_weight)

    assert short == "x" * 20 + ".c…"


def test_a_cut_does_not_take_a_link_for_a_bargain():
    """A word that would be short only as a link, of weight 23, is cut where it is short indeed."""
    text = "x" * 40 + ".fr" + "ison" * 11

    short = shorten_text(text, room=30, count=count_weight)

    assert short == "x" * 28 + "…"


def test_a_short_post_stays_as_it_is():
    """What fits is not touched, but for a cleaner text, tag and handle."""
    post = SharedPost(text="Focus\u202f20 !", url=URL, hashtags=("café-rencontre",), via="@monblog")

    fitted = fit_post(post)

    assert fitted.composed() == f"Focus\xa020 ! {URL} #CaféRencontre via @monblog"


def test_a_tag_that_the_text_holds_is_not_said_twice():
    """The hashtags of the post leave out those of the text, whatever their case."""
    post = SharedPost(text="Ce soir #Focus20", url=URL, hashtags=("focus 20", "Été", "été"))

    assert fit_post(post).hashtags == ("Été",)


def test_the_title_stands_in_for_a_text():
    """A post without text of its own shows the title, one without title has its text."""
    assert fit_post(SharedPost(text=" ", title="Focus 20", url=URL)).text == "Focus 20"
    assert fit_post(SharedPost(text="Focus 20", url=URL)).title == "Focus 20"


def test_the_text_is_cut_before_a_hashtag_is_dropped():
    """A long text loses words; tags and handle stay."""
    post = SharedPost(text="mot " * 100, url=URL, hashtags=("Focus20", "Été"), via="monblog")

    fitted = fit_post(post)

    assert fitted.hashtags == ("Focus20", "Été")
    assert fitted.via == "monblog"
    assert fitted.text.endswith("mot…")
    assert 270 < count_weight(fitted.composed()) <= 278


@pytest.mark.parametrize(
    ("length_max", "kept"),
    [
        (110, ("Un", "Deux", "Trois", "b")),
        (109, ("Un", "Deux", "b")),
        (103, ("Un", "Deux", "b")),
        (102, ("Un", "b")),
        (97, ("Un", "b")),
        (96, ("b",)),
        (93, ("b",)),
        (92, ()),
        (40, ()),
    ],
)
def test_hashtags_go_first_then_via(length_max, kept):
    """Where a decent text has no room, tags go from the last to the first, then the handle."""
    post = SharedPost(text="mot " * 50, url=URL, hashtags=("Un", "Deux", "Trois"), via="b")

    fitted = fit_post(post, limit=Limit(length_max, count_weight))

    assert (*fitted.hashtags, *([fitted.via] if fitted.via else [])) == kept
    assert count_weight(fitted.composed()) <= length_max - MARGIN


def test_a_post_without_room_for_text_keeps_its_url():
    """The address is what is shared: it is never dropped."""
    fitted = fit_post(SharedPost(text="deux mots", url=URL), limit=Limit(25, count_weight))

    assert fitted.composed() == URL


@given(posts)
def test_every_post_fits_x(post):
    """Whatever is typed, text, URL, hashtags and handle together weigh 278 at most."""
    fitted = fit_post(post)

    assert count_weight(fitted.composed()) <= 280 - MARGIN
    assert fitted.url == post.url
    assert not fitted.text.startswith("@")
    assert not regex.search(r"[\ufeff\ufffe\u202f]", fitted.text)


@given(posts)
def test_a_cut_breaks_no_emoji_link_or_handle(post):
    """What a reader sees of a cut text is what the author typed, piece by piece."""
    whole = post.prepared().text

    short = fit_post(post).text

    if short != whole:
        kept = short.removesuffix("…")
        assert whole.startswith(kept)
        assert count_graphemes(kept) + count_graphemes(whole[len(kept) :]) == count_graphemes(whole)
        links = {whole[start:end] for start, end in find_urls(whole)}
        assert links.issuperset(short[start:end] for start, end in find_urls(short))
