"""What readers see in the place of mentions: a link, the words, or a word that names nobody."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from event_recap.errors import Place
from event_recap.mention_syntax import PLACEHOLDER
from event_recap.model.consent import Policy
from event_recap.model.event import Attendee, Event
from event_recap.model.profile import build_profile
from event_recap.model.registry import Registry
from event_recap.model.visibility import Visibility
from event_recap.rendering import render_note
from event_recap.views.mentions import MentionWriter, conceal_named

PLACE = Place("content/test.yml", 1, 1)


@pytest.fixture(name="registry", scope="module")
def fixture_registry():
    """Return an evening with somebody who is shown, and somebody who is not."""
    anne = Attendee(id="anne-roy", name="Anne Roy", place=PLACE, profiles=(build_profile("x", "anner"),))
    zoe = Attendee(
        id="zoe-martin",
        name="Zoe Martin",
        place=PLACE,
        profiles=(build_profile("x", "zoe_m"),),
        visibility=Visibility.COUNTED,
    )
    luc = Attendee(id="luc-petit", name="Luc Petit", place=PLACE, visibility=Visibility.NAME_ONLY)
    event = Event(id="soir", place=PLACE, attendees=(anne, zoe, luc))
    return Registry(Policy(today=date(2026, 1, 1)), {"soir": event}, {})


@pytest.fixture(name="write")
def fixture_write(registry):
    """Return what writes Markdown for readers."""

    def write(text, lang="en"):
        return str(render_note(text, MentionWriter(registry, lang).write))

    return write


LINK = '<a class="mention" href="{filename}/@person/anne-roy">%s</a>'


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("With @anner.", f"<p>With {LINK % '@anner'}.</p>"),
        ("With [[Anne Roy|R & 1 < 2]].", f"<p>With {LINK % 'R &amp; 1 &lt; 2'}.</p>"),
        ("With *[[anne-roy|Anne]]*", f"<p>With <em>{LINK % 'Anne'}</em></p>"),
        ("With @anner-san", f"<p>With {LINK % '@anner'}-san</p>"),
        ("With @who and [[Who Else|them]]", "<p>With @who and them</p>"),
        ("`@anner` [@anner](https://a.example/@anner)", None),
    ],
)
def test_a_mention_of_somebody_with_a_page_is_a_link(write, text, html):
    """The words are those of the author, and nothing in them is taken for HTML."""
    if html is None:
        assert "mention" not in write(text)
    else:
        assert write(text) == html


@pytest.mark.parametrize(
    ("text", "lang", "words"),
    [
        ("Hier, @zoe_m a ri.", "fr", "<p>Hier, quelqu’un a ri.</p>"),
        ("@zoe_m a ri. @zoe_m est là", "fr", "<p>Quelqu’un a ri. Quelqu’un est là</p>"),
        ("« [[Zoé Martin]] », dit-on", "fr", "<p>« Quelqu’un », dit-on</p>"),
        ("Le mot d’@zoe_m, qu’@zoe_m dit", "fr", "<p>Le mot d’une personne, qu’une personne dit</p>"),
        ("We saw [[zoe-martin|Zoé from the bakery]].", "en", "<p>We saw someone.</p>"),
        ("We saw `@zoe_m`", "en", "<p>We saw <code>someone</code></p>"),
        (
            "We saw [@zoe_m](https://a.example)",
            "en",
            '<p>We saw <a href="https://a.example" rel="nofollow noopener">someone</a></p>',
        ),
        ("Oh! @zoe_m", "en", "<p>Oh! Someone</p>"),
        ("A *great @zoe_m* evening", "en", "<p>A <em>great someone</em> evening</p>"),
    ],
)
def test_somebody_who_may_not_be_shown_is_somebody(write, text, lang, words):
    """A word in the language of the text, with a capital where a sentence begins, also in code and links."""
    assert write(text, lang) == words


def test_the_words_of_a_picture_name_nobody_who_may_not_be_shown(registry):
    """What stands for a picture, and what is shown over it, is read aloud too."""
    writer = MentionWriter(registry, "en")

    html = writer.write(
        '<p><img alt="Cake, &quot;@zoe_m&quot; &amp; @anner" title="@zoe_m" src="/@zoe_m.jpg"></p>'
    )

    assert html == (
        '<p><img alt="Cake, &quot;someone&quot; &amp; @anner" title="Someone" src="/@zoe_m.jpg"></p>'
    )
    assert [finding.typed for finding in writer.findings] == ["@zoe_m", "@zoe_m"]


@pytest.mark.parametrize(
    "text", ["Film: %s", "<code>%s</code>", '<a href="/f/">Film: %s</a>', "A <b>%s</b> film"]
)
def test_a_name_that_only_its_page_may_say_is_said_nowhere_else(registry, text):
    """Wherever a text names somebody who is name-only, also in a link or in code, a list says somebody."""
    page = MentionWriter(registry, "en").write(text % "[[Luc Petit]]")

    assert "Luc Petit" in page
    assert conceal_named(page, "en") in {text % "someone", text % "Someone"}


def test_a_name_in_the_words_of_a_picture_is_no_element(registry):
    """What stands for a picture may say a name, and has no tags."""
    html = '<p><!-- [[Luc Petit]] --><img alt="%s"></p>'

    assert MentionWriter(registry, "en").write(html % "[[Luc Petit]]") == html % "Luc Petit"


@pytest.mark.parametrize(
    "html", ['<img alt="Film: %s">', '<a href="/f/"><span>Film: %s</span></a>', "<summary>Film: %s</summary>"]
)
@pytest.mark.parametrize(
    ("typed", "words"), [("[[who-else|them]]", "them"), ("[[Anne Roy]]", "Anne Roy"), ("@who", "@who")]
)
def test_where_no_link_can_be_a_mention_is_its_words(registry, html, typed, words):
    """Words of links, films and pictures have no brackets in them, nor an id that only the author needed."""
    writer = MentionWriter(registry, "en")

    assert writer.write(html % typed) == html % words
    assert writer.speak(f"Film: {typed}") == f"Film: {words}"


def test_a_caption_has_no_brackets_and_may_have_a_link(registry):
    """Words of a picture's title, which Markdown does not read, stand there as well as words that it read."""
    html = "<figcaption>With [[Anne Roy|Anne]] and %s</figcaption>"

    written = MentionWriter(registry, "en").write(html % f"<{PLACEHOLDER}>@anner</{PLACEHOLDER}>")

    assert written == f"<figcaption>With Anne and {LINK % '@anner'}</figcaption>"


def test_brackets_that_are_meant_stay(write):
    """In code, and behind a backslash, an author shows how mentions are written."""
    assert write("`[[Anne Roy]]` \\[[Anne Roy]]") == "<p><code>[[Anne Roy]]</code> [[Anne Roy]]</p>"
    assert write("[`[[who|them]]`](b)").count("[[who|them]]") == 1


def test_plain_words_name_nobody_who_may_not_be_shown(registry):
    """A text to share keeps the handles of those who agreed."""
    assert MentionWriter(registry, "fr").speak("Avec @anner et @zoe_m") == "Avec @anner et quelqu’un"


def test_what_was_found_is_told_in_order(registry):
    """An author hears of each mention once more than readers see it: with what became of it."""
    writer = MentionWriter(registry, "en")

    render_note("@zoe_m, @anner, @who, `@who`", writer.write)

    found = [(finding.typed, finding.decision.verdict.name) for finding in writer.findings]
    assert found == [("@zoe_m", "WITHHELD"), ("@anner", "LINKED"), ("@who", "UNKNOWN")]


def test_a_placeholder_that_somebody_typed_never_reaches_readers(registry):
    """Whoever writes our own element by hand gets a mention of it, or its words."""
    forged = f"<p><{PLACEHOLDER}>@anner</{PLACEHOLDER}> <{PLACEHOLDER}>x <b>y</b></{PLACEHOLDER}> <{PLACEHOLDER}></p>"

    assert MentionWriter(registry, "en").write(forged) == f"<p>{LINK % '@anner'} x <b>y</b> </p>"


PIECES = st.sampled_from(
    [
        "@anner",
        "@zoe_m",
        "[[Anne Roy]]",
        "@who",
        "`",
        "*",
        "_",
        "[",
        "](b)",
        "<b>",
        "<code>",
        "</code>",
        "![",
        "<a href='c'>",
        "</a>",
        " ",
        "\n\n",
        "é",
        "]]",
        "[[",
        "zoe@zoe_m.example",
        "https://x.example/@zoe_m",
    ]
)


@given(st.lists(PIECES, max_size=14).map("".join))
def test_no_text_whatever_shows_a_placeholder(registry, text):
    """However mentions, code and links are mixed up, readers see words and links."""
    assert PLACEHOLDER not in render_note(text, MentionWriter(registry, "en").write)


@given(st.lists(PIECES.filter(lambda piece: "example" not in piece), max_size=14).map("".join))
def test_no_text_whatever_shows_a_handle_that_is_withheld(registry, text):
    """Wherever a handle stands as a handle, in code or in the words of a link, it is a word for nobody."""
    spaced = text.replace("@zoe_m", " @zoe_m ").replace("[[", " [[").replace("]]", "]] ")

    assert "@zoe_m" not in render_note(spaced, MentionWriter(registry, "en").write)


@given(st.lists(PIECES.filter(lambda piece: piece[0] not in "`\n<"), max_size=10).map("".join))
def test_no_code_holds_a_link(registry, text):
    """Between backticks a handle leads nowhere, whoever has it."""
    assert 'class="mention"' not in render_note(f"``x {text} y``", MentionWriter(registry, "en").write)
