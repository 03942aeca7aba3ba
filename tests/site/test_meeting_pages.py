"""Who met whom, in the files of a site."""

import pytest

HEAD = (
    "event: {{name: Soir {number}, start: 201{number}-02-02, series: soir, edition: {number}}}\nattendees:\n"
)
FIRST = """\
  - {name: Anne Roy, met_with: [bruno-lavoie], known_since: 2009-03-01, note: "Avec [[Chloe Roy]]."}
  - {name: Bruno Lavoie}
  - {name: Chloe Roy, consent: {index: false}}
  - {name: Denis Seul}
"""
SECOND = "  - Anne Roy\n  - Bruno Lavoie\n  - {name: Émile <b>Été</b>, met_with: [anne-roy]}\n"
RECAP = "---\ntitle: Le récit\ndate: 2011-02-03\nevent: soir-1\n---\nTexte.\n"
TAIL = "  - {name: Un, visibility: counted}\n  - {name: Deux, visibility: counted}\n  - {name: Trois, visibility: counted}\n"
PAIR = "people/anne-roy/bruno-lavoie/index.html"
SERIES = "series/soir/network/index.html"


def files(first=FIRST, second=SECOND):
    """Return a site of two editions."""
    return {
        "recaps/a.md": RECAP,
        "attendees/soir-1.yml": HEAD.format(number=1) + first,
        "attendees/soir-2.yml": HEAD.format(number=2) + second,
    }


@pytest.fixture(name="site", scope="module")
def fixture_site(build_shared_site):
    """Return the site, built."""
    site = build_shared_site(files())
    assert site.exit_code == 0, site.errors
    return site


def read_all(site):
    """Return the bytes of every page and feed."""
    return {name: (site.output / name).read_bytes() for name in site.files()}


def test_a_person_page_lists_whom_they_met(site):
    """With how often, the first and the last time, since when they were known, and a link to the page of two."""
    page = site.page("people/anne-roy/index.html")
    items = page.select_one("section[aria-labelledby=met]").select(".met__item")

    assert [item.select_one(".met__name").get_text() for item in items] == [
        "Bruno Lavoie",
        "Émile <b>Été</b>",
        "Chloe Roy",
    ]
    words = " ".join(items[0].get_text(" ").split())
    assert "2 événements" in words
    assert "Première fois : Soir 1 , 2 février 2011" in words
    assert items[0].select_one('a[href="bruno-lavoie/"], a[href="../../people/anne-roy/bruno-lavoie/"]')
    assert (
        "En contact en ligne depuis le 1er mars 2009, rencontre en personne le 2 février 2011"
        in site.words("people/anne-roy/index.html")
    )


def test_who_met_nobody_has_no_such_section(site):
    """A page says nothing where there is nothing to say."""
    assert not site.page("people/denis-seul/index.html").select("section[aria-labelledby=met]")


def test_two_people_have_one_page(site):
    """It says where both were; the other order of the two has no page, nor have two who did not meet."""
    pairs = [name for name in site.files() if name.startswith("people/") and name.count("/") == 3]

    assert pairs == [
        PAIR,
        "people/anne-roy/chloe-roy/index.html",
        "people/anne-roy/emile-b-ete-b/index.html",
    ]
    assert site.words(PAIR, "h1") == "Anne Roy et Bruno Lavoie"
    assert [name.get_text(strip=True) for name in site.page(PAIR).select("h3")] == ["Soir 1", "Soir 2"]


def test_a_page_for_two_keeps_away_from_searches_as_each_of_them_asks(site):
    """One ``index: false`` is enough."""
    shy = site.page("people/anne-roy/chloe-roy/index.html")

    assert shy.select_one('meta[name="robots"][content="noindex"]')
    assert not site.page(PAIR).select('meta[name="robots"]')


def test_an_evening_shows_who_came_back(site):
    """The second edition names those of the first; the first one nobody."""
    back = site.page("events/soir-2/index.html").select_one("section[aria-labelledby=returned]")

    assert [name.get_text() for name in back.select(".met__name")] == ["Anne Roy", "Bruno Lavoie"]
    assert not site.page("events/soir-1/index.html").select("section[aria-labelledby=returned]")


@pytest.mark.parametrize(
    ("name", "people"),
    [
        ("events/soir-1/index.html", {"anne-roy", "bruno-lavoie", "chloe-roy"}),
        ("network/index.html", {"anne-roy", "bruno-lavoie", "chloe-roy", "emile-b-ete-b"}),
        (SERIES, {"anne-roy", "bruno-lavoie", "chloe-roy", "emile-b-ete-b"}),
    ],
)
def test_a_picture_links_everybody_and_a_table_says_the_same(site, name, people):
    """Each circle leads to the person's page; the table names the same people, and their ties."""
    figure = site.page(name).select_one(".network")
    drawn = {link["href"].rstrip("/").rsplit("/", 1)[-1] for link in figure.select("svg a[href]")}
    rows = {link["href"].rstrip("/").rsplit("/", 1)[-1] for link in figure.select("tbody th a")}

    assert drawn == rows == people
    assert not figure.select("[style], script, svg [id]")
    assert all(link["aria-label"] for link in figure.select("svg a"))
    assert figure.select_one("svg")["aria-label"]


def test_a_name_in_a_picture_is_text(site):
    """What looks like HTML in a name is shown as typed, in the picture as in the table."""
    assert "<b>Été" not in site.read("network/index.html")
    assert "Émile &lt;b&gt;Été&lt;/b&gt;" in site.read("network/index.html")


def test_every_link_of_these_pages_leads_somewhere(site, find_broken):
    """Pages of people, events, pairs and networks lead to each other."""
    assert find_broken(site) == []
    assert site.page("people/index.html").select_one('a[href="../network/"]')
    assert site.page("events/soir-1/index.html").select_one('a[href="../../series/soir/network/"]')


@pytest.mark.parametrize(
    ("entry", "facts"),
    [
        ("hidden", "visibility: hidden"),
        ("consent that ended", "visibility: public, consent: {until: 2012-01-01}"),
    ],
)
def test_who_may_not_be_shown_changes_no_byte(build_site, entry, facts):
    """With a person who met everybody and may not be shown, the site is that without the person's meetings."""
    told = f"  - {{name: Zed Retiré, group: Table, met_with: [anne-roy, bruno-lavoie], note: '[[Anne Roy]]', {facts}}}\n"
    plain = f"  - {{name: Zed Retiré, {facts}}}\n"
    today = {"today": "2026-01-01"}
    without = read_all(build_site(files(first=FIRST + TAIL + plain), EVENT_RECAP=today))

    site = build_site(files(first=FIRST + TAIL + told), EVENT_RECAP=today)

    assert read_all(site) == without


@pytest.mark.parametrize("word", ["name-only", "initials", "counted"])
def test_who_is_not_public_is_in_no_picture_and_no_page_of_two(build_site, word):
    """Below ``public`` nobody has met anybody: every page is that without ``met_with``."""
    first = FIRST.replace("{name: Bruno Lavoie}", f"{{name: Bruno Lavoie, visibility: {word}}}")
    met = first.replace("met_with: [bruno-lavoie], ", "")
    without = read_all(build_site(files(first=met + TAIL)))

    site = build_site(files(first=first + TAIL))

    assert read_all(site) == without


def test_graph_false_leaves_a_person_with_a_page_and_no_meeting(build_site, find_traces):
    """The person keeps page and card; no picture, table, list of people met or page of two has the name."""
    no = FIRST.replace("{name: Bruno Lavoie}", "{name: Bruno Lavoie, consent: {graph: false}}")
    unmet = no.replace("met_with: [bruno-lavoie], ", "")
    without = read_all(build_site(files(first=unmet)))

    site = build_site(files(first=no))

    assert read_all(site) == without
    assert "people/bruno-lavoie/index.html" in site.files()
    named = {name for _, name in find_traces(site, "Bruno Lavoie")}
    assert not [name for name in named if name.startswith(("network/", "series/")) and name.endswith(".html")]
    assert PAIR not in site.files()


def test_withdrawal_takes_the_pages_with_it(build_site, find_traces):
    """After the next build no file of the output names the person, nor does any address."""
    build_site(files())

    site = build_site(
        {
            "attendees/soir-1.yml": HEAD.format(number=1) + FIRST,
            "people/bruno-lavoie.yml": "name: Bruno Lavoie\nvisibility: hidden\n",
        }
    )

    assert find_traces(site, "Bruno", "Lavoie") == []


def test_empty_settings_leave_the_pages_out(build_site, find_broken):
    """Neither the pages nor links to them are written."""
    empty = {"PAIR_SAVE_AS": "", "NETWORK_SAVE_AS": "", "SERIES_NETWORK_SAVE_AS": ""}

    site = build_site(files(), **empty)

    assert not [
        name
        for name in site.files()
        if name.startswith(("network/", "series/soir/"))
        or (name.count("/") == 3 and name.startswith("people/"))
    ]
    assert find_broken(site) == []


def test_a_page_in_the_way_is_told_before_anything_is_written(build_site):
    """A text that wants the address of the picture is a problem like any other."""
    page = "---\ntitle: Réseau\nslug: network\n---\nTexte.\n"

    site = build_site({**files(), "pages/network.md": page})

    assert site.exit_code == 1
    assert "network/index.html" in site.errors


def test_a_foreign_theme_shows_the_same(build_site):
    """With a theme that knows nothing of meetings, plain pages say them, with the picture."""
    site = build_site(files(), THEME="notmyidea", DIRECT_TEMPLATES=["index"])

    assert site.exit_code == 0, site.errors
    assert "Rencontres" in site.words("people/anne-roy/index.html", "#content")
    assert "De retour" in site.words("events/soir-2/index.html", "#content")
    assert len(site.page("network/index.html").select("svg a[href]")) == 4
    assert site.page(PAIR).select_one("h1")


def test_three_hundred_people_are_one_picture(build_shared_site):
    """300 people are drawn, nearly all with their names, and nobody is left out of the table."""
    entries = "".join(
        f"  - {{name: Anne Tremblay{number}, group: Table {number // 6}, met_with: [anne-tremblay{number * 7 % 300}]}}\n"
        for number in range(300)
    )

    site = build_shared_site({"attendees/soir-1.yml": HEAD.format(number=1) + entries})

    figure = site.page("network/index.html").select_one(".network")
    names = figure.select("text.network__name")
    assert len(names) == len(figure.select("tbody tr")) == 300
    assert len([name for name in names if not name.has_attr("visibility")]) > 200
    assert len(site.read("network/index.html")) < 600_000
