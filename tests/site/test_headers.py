"""What a host is told, and what a page says itself of what it may load."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256

import pytest

SITE = "https://blog.example"
RECAP = "---\ntitle: Le récit\ndate: 2010-02-03\n---\nTexte.\n"


@pytest.fixture(name="site", scope="module")
def fixture_site(build_shared_site):
    """Build a site as it is published, whose author shows films of one host."""
    return build_shared_site(
        {"recaps/a.md": RECAP},
        SITEURL=SITE,
        RELATIVE_URLS=False,
        EVENT_RECAP={"csp_sources": {"frame-src": ["https://video.example"]}},
    )


def read_policy(site, name):
    """Return the policy that a page carries, and the address of what was said before it."""
    page = site.page(name)
    (meta,) = page.select('meta[http-equiv="Content-Security-Policy"]')
    loading = meta.find_all_previous(["script", "link", "style"])
    return meta["content"], [one for one in loading if one.get("type") != "application/ld+json"]


def test_host_is_told_what_pages_may_load(site):
    """The file that hosts of static sites read has the policy, and headers that no page can say itself."""
    told = site.read("_headers")

    assert "unsafe" not in told
    assert told.startswith("/*\n  Content-Security-Policy: default-src 'none'; ")
    for line in ("frame-ancestors 'none'", "X-Content-Type-Options: nosniff", "Referrer-Policy: same-origin"):
        assert line in told
    assert "Permissions-Policy: " in told
    assert "\n/theme/*\n  Cache-Control: public, max-age=" in told
    assert "\n/social/*\n  Cache-Control: public, max-age=31536000, immutable\n" in told


def test_author_s_own_host_is_added_everywhere(site):
    """What the setting names is in the page and in the file."""
    assert "frame-src https://video.example" in site.read("_headers")
    assert "frame-src https://video.example" in read_policy(site, "index.html")[0]


@pytest.mark.parametrize(
    "name", ["index.html", "recaps/le-recit/index.html", "404.html", "people/index.html"]
)
def test_page_says_its_policy_before_anything_loads(site, name):
    """Nothing that a browser asks for stands above it; feeds and the like are only told of."""
    policy, before = read_policy(site, name)

    assert "unsafe-inline" not in policy
    assert f"style-src 'self' {SITE}" in policy
    assert {rel for link in before for rel in link["rel"]} <= {"alternate", "canonical", "webmention", "me"}
    assert site.page(name).select_one('meta[name="referrer"]')["content"] == "same-origin"


@pytest.mark.parametrize(
    ("kind", "directive"), [("script:not([src], [type])", "script-src"), ("style", "style-src")]
)
def test_what_stands_inline_is_allowed_by_its_hash(site, kind, directive):
    """One script and one style, in the page and for the host; any other that somebody puts in stays a text."""
    page = site.page("recaps/le-recit/index.html")
    (inline,) = (found.string for found in page.select(f"head {kind}"))
    digest = f"'sha256-{b64encode(sha256(inline.encode()).digest()).decode()}'"

    assert digest in read_policy(site, "recaps/le-recit/index.html")[0]
    assert f"{directive} 'self' {SITE} {digest};" in site.read("_headers")


def test_page_for_a_folder_has_no_policy(build_site):
    """With relative links a page may be opened from a folder, where no file is of the site itself."""
    site = build_site({"recaps/a.md": RECAP}, SITEURL=SITE)

    assert not site.page("index.html").select("meta[http-equiv]")
    assert "Content-Security-Policy" in site.read("_headers")


def test_author_s_own_files_for_the_host_stay(build_site):
    """Who has a file of that name publishes it, and not ours."""
    names = ("_headers", "robots.txt", "sitemap.xml")
    site = build_site(
        {"recaps/a.md": RECAP, **{f"extra/{name}": f"mine: {name}\n" for name in names}},
        SITEURL=SITE,
        EXTRA_PATH_METADATA={f"extra/{name}": {"path": name} for name in names},
    )

    assert site.exit_code == 0, site.errors
    assert [site.read(name) for name in names] == [f"mine: {name}\n" for name in names]


def test_foreign_theme_is_not_broken_by_our_policy(build_site, tmp_path):
    """A theme that is not ours may load what it likes; the rest of the headers does no harm."""
    (tmp_path / "plain/templates").mkdir(parents=True)
    for name in ("article", "index", "page", "archives", "categories", "category", "tags", "tag", "authors", "author",
                 "404", "period_archives"):  # fmt: skip
        (tmp_path / f"plain/templates/{name}.html").write_text("{% extends 'base.html' %}", encoding="utf-8")
    (tmp_path / "plain/templates/base.html").write_text("<!doctype html><title>x</title>", encoding="utf-8")

    site = build_site({"recaps/a.md": RECAP}, SITEURL=SITE, THEME=str(tmp_path / "plain"))

    assert "Content-Security-Policy" not in site.read("_headers")
    assert "nosniff" in site.read("_headers")


def test_picture_of_another_site_is_a_link_and_is_told(build_site):
    """Nobody is sent there by looking at the page; the author reads where it stands."""
    text = "---\ntitle: A\ndate: 2010-02-03\n---\nUn mot.\n\n![La salle](https://elsewhere.example/a.jpg)\n"

    site = build_site({"recaps/a.md": text}, SITEURL=SITE)

    page = site.page("recaps/a/index.html")
    assert not page.select('img[src*="elsewhere"]')
    assert page.select_one('.prose a[href="https://elsewhere.example/a.jpg"]').text == "La salle"
    (problem,) = site.problems()
    assert problem.startswith(
        "warning: content/recaps/a.md:7: text: what another site holds is published as a link"
    )


def test_picture_of_an_allowed_host_is_shown(build_site):
    """The policy and the page agree."""
    text = "---\ntitle: A\ndate: 2010-02-03\n---\n![La salle](https://photos.example/a.jpg)\n"
    sources = {"csp_sources": {"img-src": ["https://photos.example"]}}

    site = build_site({"recaps/a.md": text}, SITEURL=SITE, EVENT_RECAP=sources)

    assert site.page("recaps/a/index.html").select('.prose img[src="https://photos.example/a.jpg"]')
    assert site.problems() == []
