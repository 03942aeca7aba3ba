"""The policy of a page, as a browser enforces it."""

from __future__ import annotations

import mimetypes
import re
from urllib.parse import urlsplit

import pytest

from event_recap.model.response_headers import find_headers, read_headers_file

pytestmark = pytest.mark.browser

SITE = "https://blog.example"
RECAP = "---\ntitle: A\ndate: 2010-02-03\n---\nUn mot.\n"
PLANTED = """
<style>h1 { color: rgb(1, 2, 3); }</style><script>window.ran = true;</script>
<p id="planted" style="color: rgb(1, 2, 3)" onclick="window.ran = true">x</p>
<script src="https://elsewhere.example/a.js"></script><link rel="stylesheet" href="https://elsewhere.example/a.css">
<img src="https://elsewhere.example/a.png" alt=""><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="">
<iframe src="https://elsewhere.example/"></iframe><object data="https://elsewhere.example/a.swf"></object>
<video src="https://elsewhere.example/a.mp4"></video>
<form action="https://elsewhere.example/"><button id="send">x</button></form><base href="https://elsewhere.example/">
"""
BLOCKED = {
    "style-src-elem", "style-src-attr", "script-src-elem", "script-src-attr", "img-src", "frame-src", "object-src",
    "media-src", "form-action", "base-uri",
}  # fmt: skip
NOTE = """window.blocked = [];
document.addEventListener("securitypolicyviolation", (event) => window.blocked.push(event.effectiveDirective));"""
META = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')


@pytest.fixture(name="site", scope="module")
def fixture_site(build_shared_site):
    """Build a site as it is published."""
    return build_shared_site({"recaps/a.md": RECAP}, SITEURL=SITE, RELATIVE_URLS=False)


@pytest.fixture(name="show", params=["header", "meta"])
def fixture_show(request, site, browser):
    """Return a function that shows a page of the site at its own address; nothing leaves this machine."""
    page = browser.new_context().new_page()
    page.add_init_script(NOTE)
    asked = []

    def answer(route):
        """Answer as a host does that sends what the site asks for, or as one that does not."""
        url = urlsplit(route.request.url)
        asked.append(url.netloc)
        path = url.path + ("index.html" if url.path.endswith("/") else "")
        if url.netloc != "blog.example" or not (site.output / path[1:]).is_file():
            return route.abort()
        body, kind = (site.output / path[1:]).read_bytes(), mimetypes.guess_type(path)[0]
        headers = dict(find_headers(read_headers_file(site.read("_headers")), url.path))
        if kind == "text/html":
            text = META.sub("", body.decode()) if request.param == "header" else body.decode()
            body = text.replace("</main>", show.planted + "</main>").encode()
        return route.fulfill(
            status=200, body=body, content_type=kind, headers=headers if request.param == "header" else {}
        )

    def show(planted=""):
        """Open the page, and return what is in it and whom the browser asked."""
        show.planted = planted
        page.goto(f"{SITE}/recaps/a/")
        page.wait_for_load_state("networkidle")
        return page, asked

    page.route("**/*", answer)
    yield show
    page.context.close()


def test_nothing_that_was_planted_runs_or_loads(show):
    """Inline scripts, styles and handlers, and whatever another site holds, are blocked and never asked for."""
    page, asked = show(PLANTED)

    colors = {
        page.locator(one).first.evaluate("one => getComputedStyle(one).color") for one in ("#planted", "h1")
    }
    page.locator("#planted").dispatch_event("click")
    page.evaluate(
        "document.querySelector('#send').form.submit()"
    )  # the last: the browser goes on waiting for it
    blocked = page.evaluate("new Promise((done) => setTimeout(() => done(window.blocked), 100))")

    assert page.evaluate("window.ran") is None
    assert "rgb(1, 2, 3)" not in colors
    assert set(asked) <= {"blog.example"}
    assert set(blocked) == BLOCKED


def test_the_page_itself_is_not_touched(show):
    """Its style sheet, its scripts and its description for machines are as they would be without a policy."""
    page, asked = show()

    assert page.evaluate("window.blocked") == []
    assert set(asked) == {"blog.example"}
    assert page.evaluate("document.styleSheets.length") == 2  # its own, and the rest
    assert page.locator(".appearance:visible").count() == 1
