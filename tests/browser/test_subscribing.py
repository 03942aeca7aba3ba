"""How a reader comes to the feeds, calendars and contact cards, and what a feed looks like in a browser."""

import json
import re
from urllib.parse import urljoin, urlsplit
from xml.etree import ElementTree as ET

import pytest
from bs4 import BeautifulSoup

pytestmark = pytest.mark.browser

SITE = "https://lanterne.example/"
PAGE = "subscribe/"
NOTICE = "getComputedStyle(document.documentElement, '::before').content"
# Every text that is on the screen, and whether its end is cut off.
LIST_SHOWN = """() => [...document.documentElement.querySelectorAll("*")]
    .filter((one) => one.checkVisibility() && !one.querySelector("*") && one.textContent.trim())
    .map((one) => [one.localName, one.textContent, one.clientWidth < one.scrollWidth])"""
LIST_FAINT = """() => {
    const canvas = new OffscreenCanvas(1, 1).getContext("2d", {willReadFrequently: true});
    const luminance = (color) => {
        canvas.clearRect(0, 0, 1, 1);
        canvas.fillStyle = color;
        canvas.fillRect(0, 0, 1, 1);
        return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3).map((value) => value / 255)
            .map((value) => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
            .reduce((sum, value, place) => sum + value * [0.2126, 0.7152, 0.0722][place], 0);
    };
    const contrast = (ink, ground) => {
        const [dark, light] = [luminance(ink), luminance(ground)].sort((one, other) => one - other);
        return (light + 0.05) / (dark + 0.05);
    };
    const root = document.documentElement, notice = getComputedStyle(root, "::before");
    const paper = getComputedStyle(root).backgroundColor;
    const pairs = [...root.querySelectorAll("*")].filter((one) => one.checkVisibility())
        .map((one) => [one.localName, getComputedStyle(one).color, paper]);
    return [["notice", notice.color, notice.backgroundColor], ...pairs]
        .filter(([_, ink, ground]) => contrast(ink, ground) < 7).map(([name]) => name);
}"""


@pytest.fixture(name="reader")
def fixture_reader(browser):
    """Open a browser of its own for one reader who lets pages copy."""
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    yield context
    context.close()


@pytest.fixture(name="feeds", scope="module")
def fixture_feeds(example):
    """Return the address of every feed that was written, archives left out."""
    files = [*example.glob("feeds/**/*.xml"), *example.glob("feeds/**/*.json")]
    return {SITE + file.relative_to(example).as_posix() for file in files if ".archive-" not in file.name}


def list_links(visit, selector):
    """Return where the links of a page lead, as on the web."""
    read = "all => all.map((one) => new URL(one.getAttribute('href'), document.baseURI).href)"
    links = visit.page.locator(selector).evaluate_all(read)
    return {link.replace(f"http://{visit.host}/", SITE) for link in links}


def test_every_feed_is_a_plain_link_on_the_page_to_subscribe(look, feeds):
    """Without a script, each feed in each format is there to be followed, and nothing that is not a feed."""
    links = list_links(look(PAGE, javascript=False), "main .formats__link")
    of_one_recap = {url for url in feeds if url.startswith(f"{SITE}feeds/comments/")}

    assert len(feeds) > 20
    assert links == feeds - of_one_recap  # their readers find them at the recap


def test_one_click_selects_the_whole_address(visit):
    """Without a script, the address of the site's feed is selected by a click, to be copied by hand."""
    page = visit(PAGE, java_script_enabled=False).page

    page.locator(".subscription .address__text").click()

    assert page.evaluate("getSelection().toString().trim()") == f"{SITE}feeds/all.atom.xml"


def test_a_press_copies_the_address(visit, reader):
    """With a script there is a button, and a screen reader is told what it did."""
    page = visit(PAGE, context=reader).page

    page.locator("[data-copy]").click()

    page.locator("main [role=status]").filter(has_text=re.compile(r"\w")).wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == f"{SITE}feeds/all.atom.xml"


def test_readers_on_the_web_get_the_whole_address(look):
    """Each link to a reader carries the address of the site's feed, encoded; the device's gets it as it is."""
    links = list_links(look(PAGE), ".subscription .share__list a")
    encoded = "https%3A%2F%2Flanterne.example%2Ffeeds%2Fall.atom.xml"

    assert {urlsplit(link).hostname for link in links if link.endswith(encoded)} == {
        "feedly.com",
        "www.inoreader.com",
        "www.newsblur.com",
        "theoldreader.com",
        "feedbin.com",
    }
    assert [link for link in links if not link.endswith(encoded)] == [
        f"feed://{urlsplit(SITE).netloc}/feeds/all.atom.xml"
    ]


def test_calendars_are_subscribed_to_by_a_link(look):
    """The calendar of the site and those of series open in a calendar program, and their address is there."""
    page = look(PAGE, javascript=False)
    links = list_links(page, ".calendars a[href^='webcal:']")
    addresses = page.page.locator(".calendars .address__text").all_inner_texts()

    assert f"webcal://{urlsplit(SITE).netloc}/calendar.ics" in links
    assert links == {address.strip().replace("https:", "webcal:") for address in addresses}


def tell_type(file):
    """Return the media type of a file by what is in it."""
    text = file.read_text(encoding="utf-8")
    if text.startswith("BEGIN:"):
        return f"text/{text.splitlines()[0].removeprefix('BEGIN:').lower()}".replace("vcalendar", "calendar")
    if text.startswith("{"):
        return (
            "application/feed+json" if "jsonfeed.org" in json.loads(text)["version"] else "application/json"
        )
    root = ET.fromstring(text)
    return {"rss": "application/rss+xml", "{http://www.w3.org/2005/Atom}feed": "application/atom+xml"}[
        root.tag
    ]


@pytest.fixture(name="discovered", scope="module")
def fixture_discovered(example):
    """Return what each page tells programs of: its address, and type, title and file of each link."""
    found = {}
    for file in example.rglob("*.html"):
        address = SITE + file.relative_to(example).as_posix().removesuffix("index.html")
        page = BeautifulSoup(file.read_text(encoding="utf-8"), "html.parser")
        found[address] = [
            (link["type"], link["title"], example / urlsplit(urljoin(address, link["href"])).path[1:])
            for link in page.select("head link[rel=alternate][type]")
        ]
    return found


def test_every_link_of_a_head_leads_to_a_file_of_its_type(discovered):
    """A program that follows a link of any page finds what the link says, and a title to show."""
    wrong = {
        (page, file.name)
        for page, links in discovered.items()
        for media_type, title, file in links
        if not title.strip() or not file.is_file() or tell_type(file) != media_type
    }

    assert len(discovered) > 50
    assert wrong == set()


def test_every_page_tells_of_the_feeds_of_the_site(discovered):
    """Atom, RSS and JSON Feed, in that order, before any other, under titles that differ."""
    site = ["all.atom.xml", "all.rss.xml", "all.json"]

    assert [page for page, links in discovered.items() if [link[2].name for link in links[:3]] != site] == []
    assert [
        page
        for page, links in discovered.items()
        if len({(media_type, title) for media_type, title, _ in links}) != len(links)
    ] == []


@pytest.mark.parametrize(
    ("page", "file"),
    [
        ("categories/soirees/", "feeds/categories/soirees.atom.xml"),
        ("tags/cafe/", "feeds/tags/cafe.atom.xml"),
        ("authors/marie-eve-lantier/", "feeds/authors/marie-eve-lantier.atom.xml"),
        ("recaps/lanterne-3/", "feeds/categories/soirees.atom.xml"),
        ("events/lanterne-1-2024/", "feeds/series/lanterne.atom.xml"),
        ("events/lanterne-1-2024/", "events/lanterne-1-2024.ics"),
    ],
)
def test_a_page_tells_of_its_own_feed(discovered, example, page, file):
    """Whoever reads a category, a tag, an author or an event can follow just that; cards are not for programs."""
    assert example / file in [link[2] for link in discovered[SITE + page]]


@pytest.mark.parametrize(
    ("page", "file"),
    [
        ("", "subscribe/"),
        ("categories/soirees/", "feeds/categories/soirees.rss.xml"),
        ("tags/cafe/", "feeds/tags/cafe.json"),
        ("authors/marie-eve-lantier/", "feeds/authors/marie-eve-lantier.atom.xml"),
        ("events/lanterne-1-2024/", "events/lanterne-1-2024.ics"),
        ("events/lanterne-1-2024/", "events/lanterne-1-2024.vcf"),
        ("people/idriss-morin-belkacem/", "people/idriss-morin-belkacem.vcf"),
    ],
)
def test_what_a_page_offers_is_seen_on_it(look, page, file):
    """Feed, calendar and contact card are links that anybody can see and follow."""
    assert SITE + file in list_links(look(page), "a:visible")


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("name", ["all.atom.xml", "all.rss.xml"])
def test_a_feed_opened_in_a_browser_reads_as_a_page(look, name, width):
    """Its title, and of each recap the title, the day and the summary; no time of day, nothing for machines."""
    opened = look(f"feeds/{name}", width=width)
    shown = opened.page.evaluate(LIST_SHOWN)
    days = [is_cut for element, _, is_cut in shown if element in {"published", "pubDate"}]

    assert opened.troubles == []
    assert ["title", "Les soirées de la Lanterne", False] in shown
    assert len(days) > 5
    assert all(days)
    assert {element for element, *_ in shown} == (
        {"title", "subtitle", "published", "summary"}
        if "atom" in name
        else {"title", "link", "description", "pubDate"}
    )
    assert opened.page.evaluate(
        "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
    )


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("all.atom.xml", "Ceci est un flux"),
        ("all.rss.xml", "Ceci est un flux"),
        ("en.atom.xml", "This is a feed"),
        ("en.rss.xml", "This is a feed"),
    ],
)
def test_a_feed_opened_in_a_browser_says_what_it_is(look, name, words):
    """In the language of the feed, it stands above everything that this is a feed, and what to do with it."""
    notice = look(f"feeds/{name}").page.evaluate(NOTICE)

    assert notice.startswith(f'"{words}')
    assert len(notice) > 100


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["all.atom.xml", "all.rss.xml"])
def test_a_feed_opened_in_a_browser_is_easy_on_the_eyes(look, name, scheme):
    """By day and by night, the contrast of all its texts is 7:1 or more."""
    assert look(f"feeds/{name}", scheme=scheme).page.evaluate(LIST_FAINT) == []
