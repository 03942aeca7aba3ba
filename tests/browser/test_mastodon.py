"""The page that takes a text to the reader's own server of Mastodon."""

import pytest

pytestmark = pytest.mark.browser

PAGE = "share/mastodon/#text=Caf%C3%A9%20%26%20th%C3%A9%20%2B%20100%20%25%0Ahttps%3A%2F%2Fblog.example%2F"
TEXT = "Café & thé + 100 %\nhttps://blog.example/"


@pytest.fixture(name="reader")
def fixture_reader(browser):
    """Open a browser of its own for one reader, in which servers of Mastodon answer."""
    context = browser.new_context()
    context.route("https://**/*", lambda route: route.fulfill(body="Mastodon", content_type="text/plain"))
    yield context
    context.close()


def go(visit, reader, typed):
    """Type a server, go on, and return the request that this server gets."""
    page = visit(PAGE, context=reader).page
    page.locator("[name=server]").fill(typed)
    with page.expect_request("https://**/*") as asked:
        page.locator(".mastodon [type=submit]").click()
    return asked.value


@pytest.mark.parametrize(
    "typed", ["piaille.example", "@anne@piaille.example", "https://Piaille.example/@anne "]
)
def test_a_reader_goes_on_to_their_own_server(visit, reader, typed):
    """A server, a handle or an address leads there, with the text whole, and the server is not told from where."""
    request = go(visit, reader, typed)

    assert request.url.startswith("https://piaille.example/share?text=Caf%C3%A9%20%26%20")
    assert "referer" not in request.headers


def test_the_server_is_remembered_in_the_browser_only(visit, reader):
    """The next time it stands there already, no cookie holds it, and a press forgets it."""
    go(visit, reader, "piaille.example")
    page = visit(PAGE, context=reader).page

    assert page.locator("[name=server]").input_value() == "piaille.example"
    assert reader.cookies() == []

    page.locator(".mastodon__forget").click()
    page.reload()

    assert page.locator("[name=server]").input_value() == ""
    assert not page.locator(".mastodon__forget").is_visible()


def test_a_text_can_be_changed_and_is_told_to_nobody(visit):
    """The text behind the # stands in a field, and no request of the page holds it."""
    visited = visit(PAGE)

    assert visited.page.locator("[name=text]").input_value() == TEXT
    assert visited.troubles == []


@pytest.mark.parametrize("typed", ["anne", "@anne", "javascript:alert(1)", "a b.example", "https://"])
def test_what_is_no_server_is_told(visit, typed):
    """A name alone, or what is no address at all, is told beside the field, and leads nowhere."""
    page = visit(PAGE).page
    page.locator("[name=server]").fill(typed)
    page.locator(".mastodon [type=submit]").click()

    assert page.locator("[name=server]").evaluate("(field) => field.validationMessage")
    assert "share/mastodon/" in page.url


def test_without_a_script_the_page_says_what_to_do(visit):
    """No field that does nothing is shown: the page says where the text is."""
    page = visit(PAGE, java_script_enabled=False).page

    assert not page.locator("form").is_visible()
    assert page.locator("noscript").is_visible()
