"""Posts from networks, quoted as text: as far as their authors may be shown."""

import json

import pytest

POST = """\
author: {name: Marie Lune, handle: marielune}
date: 2010-02-03 08:12
text: |
  Enfin un <visage> derrière l'avatar !
  Merci @brunolamarche et @inconnue, voir https://soirs.example/photos?a=1&b=2.

  À bientôt
url: https://x.com/marielune/status/123
archive_url: https://web.archive.org/web/2010/https://x.com/marielune/status/123
"""
LIST = """\
event: {name: Focus 20, start: 2010-02-02}
attendees:
  - {id: bruno, name: Bruno Lamarche, profiles: {x: brunolamarche}}
  - {id: zoe, name: Zoé Filante, profiles: {x: zoefilante, mastodon: "@zoe@social.example"}}
"""
RECAP = "---\ntitle: Récit\ndate: 2010-02-03\nevent: focus-20\n---\nElle écrivait :\n\n[post marie]\n\nFin.\n"
PAGE = "recaps/recit/index.html"
BLOCK = ".quoted-post"


def make_files(post=POST, recap=RECAP, people=LIST, **others):
    """Return a site that quotes a post."""
    files = {"attendees/focus-20.yml": people, "recaps/recit.md": recap, "quoted-posts/marie.yml": post}
    return {**files, **others}


@pytest.fixture(name="site", scope="module")
def fixture_site(build_shared_site):
    """Build a site that quotes a post of a stranger."""
    return build_shared_site(make_files())


def test_a_line_puts_a_post_into_the_text_as_a_static_block(site):
    """Author, network, date, words, link and archived copy; nothing comes from the network."""
    block = site.page(PAGE).select_one(BLOCK)

    assert " ".join(block.figcaption.get_text().split()) == (
        "Marie Lune @marielune, X, 3 février 2010 · copie archivée"
    )
    assert block.time["datetime"].startswith("2010-02-03T08:12:00-05:00")
    assert not block.select("script, iframe, img, [style]")
    assert "[post" not in site.read(PAGE)


def test_the_words_are_text_and_what_is_an_address_is_a_link(site):
    """Line ends stay; tags are words; whoever has a page and this handle on this network is linked."""
    quote = site.page(PAGE).select_one(f"{BLOCK} blockquote")

    assert [p.get_text() for p in quote.select("p")] == [
        (
            "Enfin un <visage> derrière l’avatar\u202f!\nMerci @brunolamarche et @inconnue, "
            "voir https://soirs.example/photos?a=1&b=2."
        ),
        "À bientôt",
    ]
    assert [(a.get_text(), a["href"]) for a in quote.select("a")] == [
        ("@brunolamarche", "../../people/bruno/"),
        ("https://soirs.example/photos?a=1&b=2", "https://soirs.example/photos?a=1&b=2"),
    ]


def test_programs_read_who_said_it_when_and_where(site):
    """Microformats say h-cite, JSON-LD a citation."""
    block = site.page(PAGE).select_one(f"{BLOCK}.h-cite")
    (citation,) = site.json_ld(PAGE)["BlogPosting"]["citation"]

    assert block.select_one(".p-author.h-card .u-url.p-name")["href"] == "https://x.com/marielune"
    assert block.select_one(":scope > figcaption > .u-url")["href"] == "https://x.com/marielune/status/123"
    assert [citation["@type"], citation["author"]["name"], citation["url"]] == [
        "SocialMediaPosting",
        "Marie Lune",
        "https://x.com/marielune/status/123",
    ]


def test_feeds_have_the_post_as_a_plain_quotation_with_links(site, read_feeds):
    """Whole, in every format."""
    for feed in read_feeds(site).values():
        for entry in feed.entries:
            quote = entry.parse().select_one("blockquote")
            assert "Enfin un <visage>" in quote.get_text()
            assert "https://x.com/marielune/status/123" in entry.html
            assert "https://lanterne.example/people/bruno/" in entry.html


AUTHORS = (
    "{name: Zoé Filante}",
    "{name: Z, handle: ZoeFilante}",
    "{name: Z, person: zoe}",
    "{name: Z, handle: autre, profiles: {mastodon: '@zoe@social.example'}}",
)


def test_a_line_that_touches_a_paragraph_is_told(build_site):
    """The post would not stand there, and its line would be read."""
    site = build_site(
        make_files(recap=RECAP.replace(":\n\n[post", ":\n[post").replace("Fin", "[post marie]\n\nFin"))
    )

    assert site.problems() == [
        (
            "warning: content/recaps/recit.md:7: text: the line of a post stands inside a paragraph; "
            "give it a blank line above and below"
        )
    ]


@pytest.mark.parametrize("level", ["hidden", "counted"])
def test_the_post_of_somebody_who_may_not_be_named_disappears(build_site, find_traces, level):
    """Whether name, handle, id or a profile says who it is; the author is told by file and line.

    Its file is not copied either, whatever folders the site copies.
    """
    people = LIST.replace("name: Zoé Filante,", f"name: Zoé Filante, visibility: {level},")
    post = POST.replace("marielune", "zoefilante")
    files = {
        f"quoted-posts/un-{number}.yml": post.replace("{name: Marie Lune, handle: zoefilante}", author)
        for number, author in enumerate(AUTHORS)
    }
    lines = "\n\n".join(f"[post un-{number}]" for number in range(len(AUTHORS)))
    recap = RECAP.replace("[post marie]", lines)

    site = build_site(
        {**make_files(recap=recap, people=people), **files}, STATIC_PATHS=["images", "quoted-posts"]
    )

    assert site.exit_code == 0, site.errors
    assert find_traces(site, "Zoé Filante", "zoefilante", "derrière l'avatar") == []
    told = [line for line in site.problems() if "the post is left out" in line]
    assert [f"content/recaps/recit.md:{8 + 2 * n}: text: " in line for n, line in enumerate(told)] == [
        True
    ] * 4
    assert all(line.endswith(f"its author is shown at the level '{level}'") for line in told)


def test_of_somebody_whose_name_alone_may_be_said_there_are_name_date_and_words(build_site, find_traces):
    """No handle, and no address of the post, which has the handle in it."""
    people = LIST.replace("name: Zoé Filante,", "name: Zoé Filante, visibility: name-only,")
    post = POST.replace("{name: Marie Lune, handle: marielune}", "{name: Zoé ✨, handle: zoefilante}")

    site = build_site(make_files(post.replace("marielune", "zoefilante"), people=people))

    assert site.words(PAGE, f"{BLOCK} figcaption") == "Zoé Filante , X , 3 février 2010"
    assert find_traces(site, "zoefilante", "web.archive.org") == []
    assert "citation" not in site.json_ld(PAGE)["BlogPosting"]


def test_a_name_that_its_page_may_say_is_not_said_where_recaps_are_listed(build_site):
    """A text that begins with a quoted post has a beginning that does not name who agreed to the name alone."""
    people = LIST.replace("name: Zoé Filante,", "name: Zoé Filante, visibility: name-only,")
    post = POST.replace("{name: Marie Lune, handle: marielune}", "{person: zoe}")

    site = build_site(make_files(post.replace("marielune", "zoefilante"), people=people))

    assert "Zoé Filante" in site.words(PAGE, f"{BLOCK} figcaption")
    summaries = [json.loads(site.read("feeds/all.json"))["items"][0]["summary"], site.read("index.html")]
    summaries.append(site.page(PAGE).select_one("meta[name=description]")["content"])
    assert ["Zoé" in summary for summary in summaries] == [False, False, False]


def test_a_consent_that_ended_takes_the_post_away(build_site):
    """A quoted post of its own may say what was agreed."""
    post = POST.replace(
        "handle: marielune}", "handle: marielune, consent: {given: 2010-02-03, until: 2010-03-01}}"
    )

    site = build_site(make_files(post))

    assert site.page(PAGE).select(BLOCK) == []


def test_an_author_who_has_a_page_is_linked_to_it(build_site):
    """By the handle on the network of the post, an address, or the id."""
    post = POST.replace("{name: Marie Lune, handle: marielune}", "{name: Zoé F., handle: zoefilante}")

    site = build_site(make_files(post.replace("marielune", "zoefilante")))

    assert site.page(PAGE).select_one(f"{BLOCK} .p-author a")["href"] == "../../people/zoe/"


@pytest.mark.parametrize(("level", "code"), [("hidden", 1), ("counted", 0)])
def test_a_mention_in_a_post_passes_the_same_rules(build_site, find_traces, level, code):
    """A word that names nobody takes its place; of somebody hidden nobody may be quoted at all."""
    people = LIST.replace("name: Bruno Lamarche,", f"name: Bruno Lamarche, visibility: {level},")

    site = build_site(make_files(people=people))

    assert site.exit_code == code
    assert any(
        "content/quoted-posts/marie.yml:3:" in line and "mentions somebody" in line
        for line in site.problems()
    )
    if not code:
        assert find_traces(site, "brunolamarche") == []
        assert "Merci quelqu’un et @inconnue" in site.words(PAGE).replace("'", "’")


def test_a_changed_file_takes_effect_without_a_change_of_the_text(build_site):
    """With Pelican's cache of read texts."""
    settings = {"CACHE_CONTENT": True, "LOAD_CONTENT_CACHE": True, "CHECK_MODIFIED_METHOD": "md5"}
    build_site(make_files(), **settings)

    site = build_site(make_files(POST.replace("Enfin un", "Voilà un")), **settings)

    assert "Voilà un" in site.words(PAGE)
    assert "Enfin un" not in site.read(PAGE)


def test_several_lines_may_stand_together_and_pages_quote_as_well(build_site):
    """Each line is a block of its own."""
    recap = RECAP.replace("[post marie]", "[post marie]\n[post marie]")

    site = build_site({**make_files(recap=recap), "pages/p.md": "---\ntitle: P\n---\n[Post marie]\n"})

    assert len(site.page(PAGE).select(BLOCK)) == 2
    assert len(site.page("p/index.html").select(BLOCK)) == 1


def test_a_line_that_names_no_post_is_told_once_wherever_it_stands(build_site):
    """Each place is told, and none as often as there are places."""
    site = build_site(make_files(recap=RECAP.replace("[post marie]", "[post mari]\n\n[post mari]")))

    told = [line.partition(": ")[0] for line in site.problems() if "no post called" in line]
    assert len(told) == len(set(told)) == 2


def test_a_line_that_names_no_post_is_an_error_with_the_nearest_that_is_shown(build_site):
    """An id may hold the handle of somebody who is not shown: it is never proposed."""
    people = LIST.replace("name: Zoé Filante,", "name: Zoé Filante, visibility: counted,")
    hidden = {"quoted-posts/zoefilante.yml": "author: {person: zoe}\ntext: Un\n"}
    recap = RECAP.replace("[post marie]", "[post mari]\n\n[post zoefilant]")

    site = build_site({**make_files(recap=recap, people=people), **hidden})

    assert site.exit_code == 1
    assert any(
        "recit.md:8: text: no post called 'mari' in quoted-posts/; did you mean 'marie'?" in line
        for line in site.problems()
    )
    assert any(
        "recit.md:10: text: no post called" in line and line.endswith("expected a file of that name there")
        for line in site.problems()
    )


def test_a_post_that_no_text_quotes_is_a_warning(build_site):
    """Nothing of it is shown."""
    site = build_site(make_files(recap=RECAP.replace("[post marie]", "Rien.")))

    assert site.exit_code == 0
    assert [line for line in site.problems() if "quotes this post" in line] == [
        "warning: content/quoted-posts/marie.yml:1: no text quotes this post; write its line, or delete the file"
    ]


def test_a_strict_site_quotes_a_stranger_only_with_a_record(build_site):
    """Silence hides."""
    agreed = "handle: marielune, visibility: public, consent: {given: 2026-01-01, method: email}}"
    settings = {"EVENT_RECAP": {"strict": True, "today": "2026-02-01"}}
    people = "- {id: bruno, name: Bruno Lamarche, visibility: public, consent: {given: 2026-01-01, method: email}}\n"

    silent = build_site(make_files(people=people), **settings)
    first = silent.page(PAGE).select(BLOCK) if silent.exit_code == 0 else []
    asked = build_site(make_files(POST.replace("handle: marielune}", agreed), people=people), **settings)

    assert first == []
    assert asked.exit_code == 0, asked.errors
    assert len(asked.page(PAGE).select(BLOCK)) == 1


EMBED = """\
<blockquote class="twitter-tweet"><p lang="fr" dir="ltr">Enfin un visage &amp; un nom<br><br>Merci \
<a href="https://twitter.com/brunolamarche?ref_src=twsrc%5Etfw">@brunolamarche</a></p>&mdash; Zoé Étoile \
(@zoefilante) <a href="https://twitter.com/zoefilante/status/77?ref_src=twsrc%5Etfw">February 3, 2010</a></blockquote> \
<script async src="https://platform.twitter.com/widgets.js" charset="utf-8"></script>
"""


def test_a_post_pasted_with_its_script_becomes_the_same_block(build_site):
    """As in posts of years ago: words, author, date and link, without what follows readers."""
    site = build_site(make_files(recap=RECAP.replace("[post marie]", EMBED)))

    block = site.page(PAGE).select_one(BLOCK)
    assert [p.get_text() for p in block.select("blockquote p")] == [
        "Enfin un visage & un nom",
        "Merci @brunolamarche",
    ]
    assert site.words(PAGE, f"{BLOCK} figcaption") == "Zoé Étoile @zoefilante , X , 3 février 2010"
    assert block.select_one("figcaption > .u-url")["href"] == "https://twitter.com/zoefilante/status/77"
    assert "widgets.js" not in site.read(PAGE)
    assert "ref_src" not in site.read(PAGE)
    assert site.problems() == [
        "warning: content/quoted-posts/marie.yml:1: no text quotes this post; write its line, or delete the file"
    ]


def test_a_pasted_post_of_somebody_who_may_not_be_named_disappears(build_site, find_traces):
    """With a warning at its line."""
    people = LIST.replace("name: Zoé Filante,", "name: Zoé Filante, visibility: counted,")

    site = build_site(make_files(recap=RECAP.replace("[post marie]", EMBED), people=people))

    assert find_traces(site, "zoefilante", "Zoé Étoile", "un visage") == []
    assert any("content/recaps/recit.md:8: text: the post is left out" in line for line in site.problems())
