"""Whatever authors, lists and imports hold, it is text: it makes no element, no attribute and no script."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path
from urllib.parse import urlsplit

import pelican
import pytest
from bs4 import BeautifulSoup
from lxml import etree

from event_recap.stylesheet.bundle import bundle_styles

MARKUP = """<xhostile onclick="alert(1)">"'> &amp; {{ 7*7 }} {% raw %} </script></title><script>alert(1)</script>"""
UNSEEN = "\u202e\u2066\x07\x9f\ufeff"
SCHEMES = {"", "http", "https", "mailto", "webcal", "feed"}
ADDRESSES = (
    "href",
    "src",
    "action",
    "formaction",
    "poster",
    "data",
    "cite",
    "xlink:href",
    "ping",
    "data-copy",
)
OWN_SCRIPT = (Path(__file__).parents[2] / "theme/templates/partials/first_script.html").read_text("utf-8")
OWN_SCRIPT = OWN_SCRIPT.partition("#}\n")[2].rstrip()
OWN_STYLE = bundle_styles(Path(__file__).parents[2] / "theme/static/css/first.css")
FORMS = {"search/index.html", "share/mastodon/index.html"}
"""Pages that have one form of their own."""
KEPT_BESIDE = ("manifest", "lock", "record", "pages", "staging")
"""What a build leaves beside the site for the next one."""
FORBIDDEN = "xhostile, iframe, object, embed, base, form, style, link[rel=import], meta[http-equiv]"

BODY = """
Text <xhostile onclick="alert(1)">x</xhostile> <script>alert(1)</script> {{ 7*7 }} <img src=x onerror=alert(1)>

[a](javascript:alert(1)) [b](JaVaScRiPt:alert(1)) [c](data:text/html,<script>alert(1)</script>) <vbscript:x>
<a href="java&#10;script:alert(1)">d</a> <a href=" &#1;javascript:alert(1)">e</a> <a href="vbscript:x">f</a>
<a href="https://example.org/" onclick="alert(1)" style="position:fixed" target="_blank" ping="https://t.example/">g</a>

<svg onload="alert(1)"><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>
<iframe src="javascript:alert(1)"></iframe> <iframe srcdoc="<script>alert(1)</script>"></iframe>
<object data="javascript:alert(1)"></object><embed src="data:text/html,x"><base href="https://t.example/">
<form action="javascript:alert(1)"><button formaction="javascript:alert(1)">x</button></form>
<meta http-equiv="refresh" content="0;url=https://t.example/"><style>*{background:url(//t.example)}</style>
<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">
"""
NOTE = "Note <xhostile onclick='alert(1)'>x</xhostile> [a](javascript:alert(1)) <img src=x onerror=alert(1)> {{ 7*7 }}"


def hostile(field):
    """Return a value of a field, of which a page may show exactly ``shown(field)``."""
    return f"{UNSEEN}{field} {MARKUP}"


def shown(field):
    """Return what a page shows of a hostile value, letter by letter."""
    return f"{field} {MARKUP}"


def write(mapping):
    """Return YAML in which every character that cannot be typed is written as an escape."""
    return json.dumps(mapping)


def write_list(picture):
    """Return a list in which every text is hostile."""
    names = {key: hostile(key) for key in ("org", "job_title", "group")}
    person = {
        "id": "anne",
        "name": hostile("person"),
        **names,
        "note": NOTE,
        "photo": {"src": picture, "alt": hostile("photo")},
    }
    facts = {
        "name": hostile("event"),
        "start": "2010-02-02 18:00",
        "series": "serie",
        "edition": hostile("edition"),
        "location": {"name": hostile("place"), "locality": hostile("town"), "region": hostile("region")},
        "organizers": [{"name": hostile("organizer"), "url": "https://coop.example/?a=\"'<&"}],
        "coverage": [{"type": "video", "title": hostile("film"), "url": "https://film.example/?a=<b>&c"}],
        "cover": {"src": picture, "alt": hostile("cover"), "credit": hostile("credit")},
    }
    return write(
        {
            "event": facts,
            "attendees": [
                person,
                {"name": hostile("shy"), "visibility": "name-only"},
                {"name": hostile("tiny"), "visibility": "initials"},
            ],
        }
    )


def write_recap(**more):
    """Return a recap in which every text is hostile."""
    guest = {
        "name": hostile("guest"),
        "role": hostile("role"),
        "org": hostile("house"),
        "url": "https://g.example/?<'\"",
    }
    metadata = {
        "title": hostile("title"),
        "date": "2010-02-03",
        "event": "soir",
        "slug": "recit",
        "category": hostile("category"),
        "tags": [hostile("tag")],
        "authors": [hostile("author")],
        "guests": [guest],
        "summary": f"summary {NOTE}",
        "share": {"text": hostile("share"), "hashtags": [hostile("hashtag")]},
        **more,
    }
    return f"---\n{write(metadata)}\n---\n{BODY}"


@pytest.fixture(name="site", scope="module")
def fixture_site(build_shared_site, picture):
    """Build a site in which every text is hostile."""
    site = build_shared_site(
        {
            "attendees/soir.yml": write_list("images/a.png"),
            "people/anne.yml": write({"name": hostile("person"), "bio": f"bio {NOTE}"}),
            "recaps/a.md": write_recap(),
            "recaps/b.md": f"---\n{write({'title': hostile('other'), 'date': '2010-02-04'})}\n---\nX\n",
            "pages/p.md": f"---\n{write({'title': hostile('page'), 'slug': 'page'})}\n---\n{BODY}",
            "images/a.png": picture,
        },
        SITENAME="Café & <b>co</b>",
    )
    assert site.exit_code == 0, site.errors
    return site


def find_faults(html, name):
    """Return everything in HTML that runs, frames, or leads somewhere a link may not lead."""
    page = BeautifulSoup(html, "html5lib")
    forbidden = [element for element in page.select(FORBIDDEN) if element.string != OWN_STYLE]
    if name in FORMS and forbidden and forbidden[0].name == "form":
        del forbidden[0]
    yield from (f"{name}: element {element.name}" for element in forbidden)
    for script in page.select("script"):
        is_own = script.string == OWN_SCRIPT or (
            not script.string and "/theme/js/" in f"/{script.get('src')}"
        )
        if script.get("type") != "application/ld+json" and not is_own:
            yield f"{name}: script {script}"
    for element in page.find_all(name=True):
        yield from (
            f"{name}: {element.name} {key}" for key in element.attrs if key.startswith("on") or key == "style"
        )
        for key in ADDRESSES:
            if element.get(key) and not is_allowed(element[key]):
                yield f"{name}: {key}={element[key]}"


def is_allowed(url):
    """Tell whether a link leads where it may, read as a browser does: without white space and controls."""
    return urlsplit(re.sub(r"[\x00-\x20\x7f-\x9f]", "", url)).scheme.lower() in SCHEMES


def test_no_page_has_an_element_or_a_link_that_somebody_smuggled_in(site):
    """Nothing that was typed became an element, an event handler, or a link of another scheme, on any page."""
    faults = [
        fault
        for name in site.files()
        if name.endswith(".html")
        for fault in find_faults(site.read(name), name)
    ]

    assert faults == []


def test_no_feed_has_one_either(site):
    """The same holds for the HTML inside the feeds, and for the addresses around it."""
    faults = []
    for name in (name for name in site.files() if name.endswith(".xml")):
        tree = etree.fromstring((site.output / name).read_bytes())
        for element in tree.iter():
            tag = etree.QName(element).localname
            is_html = element.get("type") == "html" or tag == "encoded"
            if is_html or (tag == "description" and etree.QName(element.getparent()).localname == "item"):
                faults += find_faults(element.text or "", name)
            addresses = [element.get("href", ""), element.text or "" if tag in {"link", "uri", "url"} else ""]
            faults += [f"{name}: {address}" for address in addresses if not is_allowed(address)]

    assert faults == []


def test_nothing_unseen_is_in_any_file(site):
    """No control character and no mark that turns text around is in any file or file name."""
    found = [
        (name, sign)
        for name in site.files()
        if name.endswith((".html", ".xml", ".json"))
        for sign in (*UNSEEN, "\x00", "\u202d", "&#7;", "&#x7;", "\\u202e", "%E2%80%AE", "%07")
        if sign in name + site.read(name)
    ]

    assert found == []


def test_template_signs_are_text(site):
    """Braces of the template language are shown as they were typed."""
    page = site.words("recaps/recit/index.html", "body")

    assert page.count("{{ 7*7 }}") > 3
    assert not re.search(r"\b49\b", page)


RECAP_FIELDS = [
    "title",
    "category",
    "author",
    "guest",
    "role",
    "house",
    "event",
    "edition",
    "place",
    "town",
    "region",
    "organizer",
    "film",
    "credit",
    "person",
    "org",
    "job_title",
    "group",
    "shy",
    "tag",
]


@pytest.mark.parametrize("field", RECAP_FIELDS)
def test_recap_page_shows_a_value_as_typed(site, field):
    """Every value is shown on the recap's page, letter by letter as it was typed."""
    assert shown(field) in site.words("recaps/recit/index.html")


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("events/soir/index.html", "event place town region organizer film credit person group shy title"),
        ("people/anne/index.html", "person org job_title event title"),
        ("people/index.html", "person org job_title"),
        ("events/index.html", "event place"),
        ("index.html", "title other event author"),
        ("archives/index.html", "title other"),
        ("tags/index.html", "tag"),
        ("categories/index.html", "category"),
        ("authors/index.html", "author"),
        ("404.html", "title"),
    ],
)
def test_other_pages_show_values_as_typed(site, name, fields):
    """Lists and the pages of events and people show values as they were typed."""
    words = site.words(name, "body")

    assert [field for field in fields.split() if shown(field) not in words] == []


def test_values_in_attributes_are_as_typed(site):
    """Texts for machines and screen readers hold the value, and end where it ends."""
    page = site.page("recaps/recit/index.html")

    assert page.select_one('meta[property="og:title"]')["content"] == shown("title")
    assert page.select_one("title").get_text() == f"{shown('title')} – Café & co"
    assert page.select_one('meta[property="article:tag"]')["content"] == shown("tag")
    assert page.select_one('meta[property="og:image:alt"]')["content"] == shown("cover")
    assert page.select_one("#person-anne img")["alt"] == shown("photo")


def test_structured_data_holds_values_as_typed(site):
    """JSON-LD is one element that can be parsed, with the values as they were typed."""
    recap = site.json_ld("recaps/recit/index.html")["BlogPosting"]
    event = site.json_ld("events/soir/index.html")["Event"]
    person = site.json_ld("people/anne/index.html")["ProfilePage"]["mainEntity"]

    assert recap["headline"] == shown("title")
    assert [author["name"] for author in recap["author"]] == [shown("author"), shown("guest")]
    assert (event["name"], event["location"]["name"]) == (shown("event"), shown("place"))
    assert (person["name"], person["worksFor"]["name"]) == (shown("person"), shown("org"))


BRACKETS = str.maketrans({"<": "‹", ">": "›"})


@pytest.mark.parametrize("name", ["feeds/all.atom.xml", "feeds/all.rss.xml"])
def test_feed_holds_values_as_typed(site, name):
    """Title, author and category of an entry are what was typed; brackets that readers drop are others."""
    tree = etree.fromstring((site.output / name).read_bytes())
    texts = {text.strip() for text in (*tree.itertext(), *tree.xpath("//@term | //@label"))}
    bare = {read.translate(BRACKETS) for text in texts for read in (text, unescape(text))}

    assert {shown(field).translate(BRACKETS) for field in ("title", "category", "tag")} <= bare
    assert any(shown("author").translate(BRACKETS) in text for text in bare)


def test_foreign_theme_is_not_fooled_either(build_site, picture, tmp_path, pytestconfig):
    """In a theme that escapes nothing, what a list holds is text all the same."""
    theme = f"{pelican.__path__[0]}/themes/simple"
    conf = tmp_path / "pelicanconf.py"
    plugins = str(pytestconfig.rootpath / "plugins")
    conf.write_text(
        f"PLUGIN_PATHS = [{plugins!r}]\nPLUGINS = ['event_recap']\nTHEME = {theme!r}\n", encoding="utf-8"
    )
    files = {
        "a.md": "---\ntitle: A\nslug: recit\ndate: 2010-02-03\nevent: soir\n---\nX\n",
        "attendees/soir.yml": write_list("images/a.png"),
        "people/anne.yml": write({"name": hostile("person"), "bio": f"bio {NOTE}"}),
        "images/a.png": picture,
    }

    site = build_site(files, configuration=conf, SITEURL="https://blog.example", TIMEZONE="UTC")
    pages = [name for name in site.files() if name.endswith(".html")]

    assert [fault for name in pages for fault in find_faults(site.read(name), name)] == []
    for name in ("recit.html", "events/soir/index.html", "people/anne/index.html"):
        assert shown("person") in site.words(name, "body")


@pytest.mark.parametrize(
    "target",
    [
        "{static}/../secret.txt",
        "{attach}/../secret.txt",
        "../secret.txt",
        "{static}/attendees/soir.yml",
        "{static}/.env",
    ],
)
def test_note_publishes_no_file(build_site, tmp_path, target):
    """A link in a note or a bio brings no file into the site, from inside the content folder or outside."""
    (tmp_path / "secret.txt").write_text("geheimnis", encoding="utf-8")
    person = {"name": "Anne", "bio": f"[x]({target})"}
    attendee = {"id": "anne", "name": "Anne", "note": f"[geheimnis]({target}) <img src='{target}'>"}
    allowed = {
        *tmp_path.iterdir(),
        *(
            tmp_path / name
            for name in ("content", "output", "cache", *(f".output.{kind}" for kind in KEPT_BESIDE))
        ),
    }

    site = build_site(
        {
            "content/.env": "geheimnis",
            ".env": "geheimnis",
            "people/anne.yml": write(person),
            "attendees/soir.yml": write(
                {"event": {"name": "Soir", "start": "2010-02-02"}, "attendees": [attendee]}
            ),
        }
    )

    notes = [name for name in site.files() if name.endswith((".txt", ".yml", ".env"))]
    assert [name for name in notes if not name.startswith("theme/")] == ["robots.txt"]
    assert set(tmp_path.iterdir()) <= allowed
    assert (tmp_path / "secret.txt").read_text(encoding="utf-8") == "geheimnis"


def test_a_text_for_another_reader_is_made_safe_as_well(build_site):
    """An HTML file among the recaps publishes no script either."""
    html = (
        "<html><head><title>Un soir</title><meta name='date' content='2010-02-03'></head>"
        "<body><p>Bonjour<script>alert(1)</script></p><a href='javascript:alert(1)'>x</a></body></html>"
    )

    site = build_site({"recaps/un-soir.html": html})

    page = site.page("recaps/un-soir/index.html")
    content = page.select_one(".e-content")
    assert "Bonjour" in content.text
    assert content.select("script") == []
    assert "href" not in content.a.attrs
