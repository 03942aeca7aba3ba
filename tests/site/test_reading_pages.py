"""What helps to read a recap, and what leads on from it."""

import json

import pytest

LIST = """\
event: {{name: Soir {number}, start: 2026-0{number}-02 18:00, series: soir}}
attendees:
  - {{id: anne-roy, name: Anne Roy, profiles: {{x: anner}}}}
  - {{id: bo-sand, name: Bo Sand}}
  - {{id: carl-cpt, name: Carl Comptable, profiles: {{x: carlcptx}}, visibility: counted}}
  - {{id: lea-nom, name: Léa Nomseule, visibility: name-only}}
{more}"""
HIDDEN = "  - {id: hugo-hid, name: Hugo Hidalgo, visibility: hidden}\n"
LONG = "Le café était chaud. " * 30
FIRST = f"""\
---
title: Un premier soir
slug: premier
date: 2026-02-03
lang: fr
event: soir-2
tags: [café]
toc: true
---
{LONG}

## Le quai[^1]

[quote]
@anner a *dit* à @carlcptx & à nous : « Voilà ».

### Plus tard

https://video.example/w/9bQr2mYvT4kWcXh7dLpAzE

## La fin

[attendees]

[^1]: Avec [[Bo Sand]].
"""
SECOND = """\
---
title: Un deuxième soir
slug: deuxieme
date: 2026-03-03
lang: fr
event: soir-3
tags: [café]
---
Court.

[quote]
Un mot.

[quote]
Un mot.

[quote]
[[Léa Nomseule]] chante.
"""
OTHER = "---\ntitle: Rien de commun\nslug: rien\ndate: 2026-01-03\nlang: fr\n---\nZèbre, girafe.\n"
DRAFT = "---\ntitle: Brouillon\nslug: brouillon\ndate: 2026-04-03\nlang: fr\nstatus: draft\nevent: soir-3\n---\n[quote]\nPas encore.\n"


FOREIGN = {"THEME": "simple", "DIRECT_TEMPLATES": ["index"], "JINJA_ENVIRONMENT": {"trim_blocks": True}}
"""Another theme, and Pelican's own settings for it."""


def files(more=""):
    """Return a site of two evenings of one series, and a text about something else."""
    return {
        "attendees/soir-2.yml": LIST.format(number=2, more=more),
        "attendees/soir-3.yml": LIST.format(number=3, more=more),
        "recaps/premier.md": FIRST,
        "recaps/deuxieme.md": SECOND,
        "recaps/rien.md": OTHER,
        "recaps/brouillon.md": DRAFT,
    }


@pytest.fixture(name="site", scope="module")
def fixture_site(build_shared_site):
    """Build it once, with somebody who may not be shown."""
    return build_shared_site(files(HIDDEN), SITEURL="https://lanterne.example", RELATIVE_URLS=False)


def find_item(site, slug):
    """Return a recap as the JSON feed of the site has it."""
    (item,) = [item for item in json.loads(site.read("feeds/fr.json"))["items"] if f"/{slug}/" in item["url"]]
    return item


def test_the_time_to_read_is_on_the_page_and_in_lists(site):
    """A reader knows before and after the click how long it takes, and so does a search engine."""
    description = site.json_ld("recaps/premier/index.html")["BlogPosting"]

    assert "1\u00a0min de lecture" in site.read("recaps/premier/index.html")
    assert "1\u00a0min de lecture" in site.read("index.html")
    assert description["timeRequired"] == "PT1M"
    assert 130 < description["wordCount"] < 160


def test_the_table_of_contents_leads_to_every_heading(site):
    """It has a name, and each entry leads to a heading of the text; a short text has none."""
    page = site.page("recaps/premier/index.html")
    nav = page.select_one("nav.contents")

    assert page.find(id=nav["aria-labelledby"]).get_text() == "Dans ce texte"
    assert [link.get_text() for link in nav("a")] == ["Le quai", "Plus tard", "La fin"]
    assert all(page.find(id=link["href"][1:]).name in {"h2", "h3"} for link in nav("a"))
    assert not site.page("recaps/deuxieme/index.html").select("nav.contents")


def test_a_heading_that_names_somebody_has_an_anchor_that_does_not(build_site):
    """The heading says the name that the page may say; its anchor, which becomes an address, does not."""
    named = files() | {"recaps/premier.md": FIRST.replace("## La fin", "## [[Léa Nomseule]] chante")}

    page = build_site(named).page("recaps/premier/index.html")

    assert page.select("nav.contents a")[2].get_text() == "Léa Nomseule chante"
    assert page.select("nav.contents a")[2]["href"] == "#premier--quelqu-un-chante"


def test_no_id_stands_twice_on_a_page(site):
    """Notes, quotes, headings and cards share no anchor."""
    for slug in ("premier", "deuxieme"):
        ids = [tag["id"] for tag in site.page(f"recaps/{slug}/index.html").find_all(id=True)]
        assert sorted(ids) == sorted(set(ids))


def test_a_quote_is_shared_without_whoever_may_not_be_named(site):
    """Each network gets the words of the quote as they are decided, and the address that leads to it."""
    (quote,) = site.page("recaps/premier/index.html").select("figure.pull-quote")
    links = {link.get_text(): link["href"] for link in quote.select("ul a")}

    assert quote["id"] == "quote-anner-a-dit-a-quelqu-un"
    assert quote.select_one("figcaption a")["href"] == f"#{quote['id']}"
    assert quote.blockquote.em.get_text() == "dit"
    assert "premier%2F%23quote-anner-a-dit" in links["X"]
    assert "quelqu%E2%80%99un" in links["X"]
    assert "carlcptx" not in str(quote)


def test_a_quote_in_a_feed_is_plain(site):
    """A reader of feeds shows a quotation whose source is the quote on the page, and no button."""
    html = find_item(site, "premier")["content_html"]

    assert '<blockquote cite="https://lanterne.example/recaps/premier/#quote-anner-a-dit' in html
    assert "<button" not in html
    assert "pull-quote" not in html


def test_two_equal_quotes_have_two_addresses(site):
    """The second gets a number."""
    quotes = site.page("recaps/deuxieme/index.html").select("figure.pull-quote")

    assert [quote["id"] for quote in quotes] == ["quote-un-mot", "quote-un-mot-2", "quote-quelqu-un-chante"]


def test_a_name_that_only_the_page_may_say_is_not_shared(site):
    """Somebody known by name alone stands in the quote on the page, and neither in its address nor in its links."""
    quote = site.page("recaps/deuxieme/index.html").select("figure.pull-quote")[2]

    assert "Léa Nomseule" in quote.blockquote.get_text()
    assert not [
        link["href"] for link in quote("a") if "Nomseule" in link["href"] or "L%C3%A9a" in link["href"]
    ]


def test_a_draft_offers_nothing_to_share(site):
    """The quote of a draft has its anchor and no network."""
    (quote,) = site.page("drafts/brouillon/index.html").select("figure.pull-quote")

    assert [link["href"] for link in quote("a")] == ["#quote-pas-encore"]


def test_a_note_opens_in_place_with_its_people(site):
    """The note that opens has the same mention as the one at the foot, each with a card of its own."""
    page = site.page("recaps/premier/index.html")
    (button,) = page.select("button.note-mark__open")
    note = page.find(id=button["popovertarget"])

    assert note.select_one(".mention__link").get_text() == "Bo Sand"
    assert page.select_one("div.footnote .mention__link").get_text() == "Bo Sand"
    assert not find_item(site, "premier")["content_html"].count("popover")


def test_a_film_is_asked_for_by_nobody_but_the_reader(site):
    """The page has a link to a player that tells its host least, and nothing that is fetched."""
    (film,) = site.page("recaps/premier/index.html").select("figure.video")

    assert film.a["href"] == "https://video.example/videos/embed/9bQr2mYvT4kWcXh7dLpAzE?p2p=0"
    assert not film.select("img, iframe, script")


def test_related_recaps_stand_on_the_page_and_in_the_feed(site):
    """The other evening of the series is related; a text about something else, and a draft, are not."""
    page = site.page("recaps/premier/index.html")
    related = find_item(site, "premier")["_event_recap"]["related"]

    assert [link["href"] for link in page.select(".related a")] == [
        "https://lanterne.example/recaps/deuxieme/"
    ]
    assert related == [{"title": "Un deuxième soir", "url": "https://lanterne.example/recaps/deuxieme/"}]
    assert not site.page("recaps/rien/index.html").select(".related")


def test_somebody_hidden_changes_nothing_that_can_be_read(site, build_site):
    """With somebody hidden at both evenings, quotes and related recaps are the same bytes as without them."""
    other = build_site(files(), SITEURL="https://lanterne.example", RELATIVE_URLS=False)

    pages = [f"recaps/{slug}/index.html" for slug in ("premier", "deuxieme", "rien")]
    assert [site.read(page) for page in pages] == [other.read(page) for page in pages]
    assert find_item(site, "premier")["_event_recap"] == find_item(other, "premier")["_event_recap"]


def test_related_recaps_can_be_turned_off(build_site):
    """With related_max at 0 there are none, on the page and in the feed."""
    site = build_site(files(), EVENT_RECAP={"related_max": 0}, SITEURL="https://lanterne.example")

    assert not site.page("recaps/premier/index.html").select(".related")
    assert "related" not in find_item(site, "premier")["_event_recap"]


def test_a_length_decides_where_the_author_does_not(build_site):
    """toc_words says from how many words; an author who wants none has none."""
    wanted = files() | {"recaps/premier.md": FIRST.replace("toc: true\n", "")}
    refused = files() | {"recaps/premier.md": FIRST.replace("toc: true", "toc: false")}
    settings = {"toc_words": 100}

    assert build_site(wanted, EVENT_RECAP=settings).page("recaps/premier/index.html").select("nav.contents")
    assert not build_site(wanted).page("recaps/premier/index.html").select("nav.contents")
    assert (
        not build_site(refused, EVENT_RECAP=settings).page("recaps/premier/index.html").select("nav.contents")
    )


def test_a_mark_without_a_quote_is_told(build_site):
    """A line [quote] before nothing is left out, and the author is told where it stands."""
    site = build_site({"recaps/a.md": "---\ntitle: A\ndate: 2026-01-01\n---\nTexte.\n\n[quote]\n\n## Fin\n"})

    assert site.problems()[0] == (
        "warning: content/recaps/a.md:7: text: a line '[quote]' has no paragraph after it; write the quote below it"
    )
    assert "[quote]" not in site.read("recaps/a/index.html")


def test_a_mark_inside_a_paragraph_is_told(build_site):
    """Readers would see the brackets."""
    text = "---\ntitle: A\ndate: 2026-01-01\n---\nTexte.\n\nUn [quote] mot, et `[quote]`.\n"

    assert build_site({"recaps/a.md": text}).problems() == [
        (
            "warning: content/recaps/a.md:7: text: '[quote]' makes no quote inside a paragraph; write it before one, "
            "or between backticks"
        )
    ]


def test_another_theme_has_plain_quotes_and_notes(build_site):
    """A theme that knows nothing of us has quotes with plain links, footnotes as Markdown makes them, and films."""
    site = build_site(files(), **FOREIGN)

    page = site.page("recaps/premier/index.html")

    assert page.select_one("figure.pull-quote figcaption a")["href"] == "#quote-anner-a-dit-a-quelqu-un"
    assert page.select_one("sup a.footnote-ref")["href"].startswith("#fn:")
    assert page.select_one("figure.video a")
    assert not page.select("button, [popover], details")


def test_another_theme_can_show_all_of_it(build_site, tmp_path):
    """Two macros of ours and one value are enough for any theme."""
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/article.html").write_text(
        '{% from "event_recap/reading.html" import table_of_contents, related_list %}<title>x</title>'
        "{{ article.reading.text }}{{ table_of_contents(article.outline, article.lang) }}"
        "{{ related_list(article.related, SITEURL, article.lang) }}{{ article.content }}"
    )

    site = build_site(files(), THEME_TEMPLATES_OVERRIDES=[str(tmp_path / "mine")], **FOREIGN)

    page = site.page("recaps/premier/index.html")
    assert [link.get_text() for link in page.nav("a")] == ["Le quai", "Plus tard", "La fin"]
    assert page.nav["aria-label"] == "Dans ce texte"
    assert page.h2.get_text() == "À lire aussi"
    assert page.ul.a.get_text() == "Un deuxième soir"


def test_a_page_has_the_same(build_site):
    """Quotes, notes, films and a table of contents work on pages as in recaps."""
    text = FIRST.replace("event: soir-2\n", "").replace("tags: [café]\n", "").replace("@carlcptx", "vous")

    page = build_site(files() | {"pages/premier.md": text}, SITEURL="https://lanterne.example").page(
        "premier/index.html"
    )

    assert len(page.select("nav.contents a")) == 3
    assert "premier%2F%23quote-anner-a-dit-a-vous-a" in str(page.select("figure.pull-quote a"))
    assert page.select("button.note-mark__open")
    assert page.select("figure.video")
