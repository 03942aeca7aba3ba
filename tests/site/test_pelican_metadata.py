"""What Pelican documents about front matter holds for recaps."""

from __future__ import annotations

import pytest

LIST = "event: {name: Soir, start: 2010-02-02}\nattendees: [Anne Tremblay]\n"


def recap(title, more="", text="Texte."):
    """Return a recap with more lines of front matter."""
    return f"---\ntitle: {title}\ndate: 2010-02-03\nevent: soir\n{more}---\n{text}\n"


@pytest.fixture(name="site", scope="module")
def fixture_site(build_shared_site, tmp_path_factory):
    """Build a recap for each thing that metadata can say."""
    templates = tmp_path_factory.mktemp("templates")
    (templates / "letter.html").write_text("<p>A letter: {{ article.title }}</p>", encoding="utf-8")
    return build_shared_site(
        {
            "recaps/plain.md": recap("Ordinaire"),
            "recaps/draft.md": recap("Brouillon", "status: draft\n"),
            "recaps/hidden.md": recap("Cachée", "status: hidden\n"),
            "recaps/skip.md": recap("Sautée", "status: skip\n"),
            "recaps/slug.md": recap("Autre nom", "slug: mon-nom\n"),
            "recaps/changed.md": recap("Changée", "modified: 2010-05-01 10:00\n"),
            "recaps/moved.md": recap("Ailleurs", "save_as: ici/la.html\nurl: ici/la.html\n"),
            "recaps/letter.md": recap("Lettre", "template: letter\n"),
            "recaps/sorted.md": recap("Rangée", "category: Ateliers\ntags: [un, deux]\n"),
            "recaps/both.md": recap("Bonsoir", "slug: deux-langues\n"),
            "recaps/both.en.md": recap("Good evening", "slug: deux-langues\nlang: en\n"),
            "recaps/2011-07-08-dated.md": "---\ntitle: Datée par son nom\n---\nX\n",
            "pages/about.md": "---\ntitle: À propos\n---\nChef: une page.\n",
            "attendees/soir.yml": LIST,
        },
        THEME_TEMPLATES_OVERRIDES=[str(templates)],
        TIMEZONE="America/Montreal",
    )


def test_everything_is_understood(site):
    """No documented use of metadata is a problem."""
    assert (site.exit_code, site.problems()) == (0, [])


@pytest.mark.parametrize(
    ("title", "page"), [("Brouillon", "drafts/brouillon/index.html"), ("Cachée", "recaps/cachee/index.html")]
)
def test_draft_and_hidden_recaps_have_a_page_that_nothing_leads_to(site, title, page):
    """A draft and a hidden recap can be opened by those who know the address, and are in no list or feed."""
    naming = [name for name in site.files() if name.endswith(("html", "xml")) and title in site.read(name)]

    assert naming == [page]


def test_skipped_recap_leaves_nothing(site):
    """A recap that is skipped is nowhere."""
    assert not [
        name for name in site.files() if name.endswith(("html", "xml")) and "Sautée" in site.read(name)
    ]


def test_slug_is_the_address(site):
    """The slug of the front matter goes before the title's."""
    assert "recaps/mon-nom/index.html" in site.files()
    assert "recaps/autre-nom/index.html" not in site.files()


def test_save_as_and_url_say_where(site):
    """A recap is written where ``save_as`` says, and lists lead to where ``url`` says."""
    assert site.page("ici/la.html").h1.get_text() == "Ailleurs"
    assert site.page("archives/index.html").select('a[href="../ici/la.html"]')


def test_template_of_the_author_is_used(site):
    """The template that the front matter names shows the recap."""
    assert site.read("recaps/lettre/index.html") == "<p>A letter: Lettre</p>"


def test_category_and_tags_list_the_recap(site):
    """A recap stands on the pages of its category and tags, and in their feeds."""
    for name in ("categories/ateliers/index.html", "tags/un/index.html", "tags/deux/index.html"):
        assert "Rangée" in site.words(name)
    for name in ("feeds/categories/ateliers.atom.xml", "feeds/tags/un.rss.xml"):
        assert "Rangée" in site.read(name)


def test_change_is_dated_in_page_and_feed(site):
    """``modified`` is told on the page, to machines, and in the feed."""
    page = site.page("recaps/changee/index.html")

    assert page.select_one("time.dt-updated")["datetime"] == "2010-05-01T10:00:00-04:00"
    assert page.select_one("time.dt-updated").get_text() == "1er mai 2010"
    assert (
        site.json_ld("recaps/changee/index.html")["BlogPosting"]["dateModified"]
        == "2010-05-01T10:00:00-04:00"
    )
    assert "<updated>2010-05-01T10:00:00." in site.read("feeds/categories/soirees.atom.xml")


def test_translations_lead_to_each_other(site):
    """A recap and its translation lead to each other, in the page and for search engines."""
    french, english = (site.page(f"{lang}recaps/deux-langues/index.html") for lang in ("", "en/"))

    assert french.select_one("main a[hreflang=en]")["href"] == "../../en/recaps/deux-langues/"
    assert english.select_one("main a[hreflang=fr]")["href"] == "../../../recaps/deux-langues/"
    assert french.select_one('link[rel="alternate"][hreflang=en]')
    assert (french.html["lang"], english.html["lang"]) == ("fr", "en")


def test_date_may_stand_in_the_file_name(site):
    """A file name that begins with a day dates the recap, as Pelican documents."""
    page = site.page("recaps/datee-par-son-nom/index.html")

    assert page.select_one("time.dt-published").get_text() == "8 juillet 2011"


def test_page_keeps_its_first_line(site):
    """The first line of a page's text is text, even where it looks like a key."""
    assert "Chef : une page." in site.words("a-propos/index.html")


def test_recap_without_category_is_in_the_sites_own(site):
    """A recap that names no category is in ``DEFAULT_CATEGORY``, not in one named after its folder."""
    assert site.page("recaps/ordinaire/index.html").select_one(".kicker a").get_text() == "Soirées"


@pytest.mark.parametrize("save_as", ["", "category/{slug}.html"], ids=["without pages", "with pages"])
def test_a_site_may_do_without_categories(build_site, save_as):
    """A recap that is of none has its page, and speaks of none."""
    site = build_site(
        {"recaps/a.md": "---\ntitle: A\ndate: 2020-01-01\n---\nTexte.\n"},
        DEFAULT_CATEGORY="",
        USE_FOLDER_AS_CATEGORY=False,
        CATEGORY_SAVE_AS=save_as,
        SITEURL="https://blog.example",
    )

    page = site.page("recaps/a/index.html")
    assert site.exit_code == 0
    assert page.select('.kicker, meta[property="article:section"]') == []
    assert "articleSection" not in page.select_one('script[type="application/ld+json"]').string


def test_a_category_without_a_page_is_no_link(build_site):
    """Its name stands above the title all the same."""
    recap = "---\ntitle: A\ndate: 2020-01-01\ncategory: Soirées\n---\nTexte.\n"
    site = build_site({"recaps/a.md": recap}, CATEGORY_SAVE_AS="", SITEURL="https://blog.example")

    page = site.page("recaps/a/index.html")
    assert page.select_one(".kicker").get_text() == "Soirées"
    assert page.select(".kicker a") == []
    assert "category/" not in page.select_one('script[type="application/ld+json"]').string
