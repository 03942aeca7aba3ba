"""What a host is told to send, and what a site may add to it."""

from __future__ import annotations

import pytest

from event_recap.model.response_headers import (
    ADDABLE,
    BRIEFLY,
    allows,
    build_editor_policy,
    build_policy,
    find_headers,
    is_source,
    list_rules,
    read_headers_file,
    write_headers_file,
)


def read_policy(text):
    """Return the sources of a policy by directive."""
    parts = (part.split() for part in text.split(";"))
    return {name: words for name, *words in parts}


def test_nothing_inline_and_nobody_else_is_allowed():
    """By itself, a page loads what its own site holds and runs nothing that stands in it."""
    policy = read_policy(build_policy({}))

    assert policy["default-src"] == ["'none'"]
    assert {word for words in policy.values() for word in words} == {"'none'", "'self'"}


def test_a_preview_elsewhere_still_loads_from_the_site():
    """Where links are whole, a page shown at another address needs the site's own."""
    policy = read_policy(build_policy({}, "https://blog.example/sub"))

    assert policy["style-src"] == ["'self'", "https://blog.example"]
    assert policy["frame-ancestors"] == ["'none'"]


def test_what_a_browser_ignores_in_a_page_is_not_in_it():
    """Who may frame a page is said by the server alone."""
    assert "frame-ancestors" not in build_policy({}, is_in_page=True)


def test_a_site_adds_what_its_author_embeds():
    """A frame of another site, and pictures beside the site's own; once each."""
    added = {"frame-src": ["https://video.example"], "img-src": ["https://a.example", "https://a.example"]}

    policy = read_policy(build_policy(added))

    assert policy["frame-src"] == ["https://video.example"]
    assert policy["img-src"] == ["'self'", "https://a.example"]


def test_who_may_frame_pages_replaces_nobody():
    """'none' beside a host would be no policy at all."""
    assert read_policy(build_policy({"frame-ancestors": ["https://a.example"]}))["frame-ancestors"] == [
        "https://a.example"
    ]


@pytest.mark.parametrize(
    "source",
    ["'unsafe-inline'", "'unsafe-eval'", "*", "a.example", "http://a.example", "https://a.example; script-src *",
     "https://a.example\nX: y", "https://a.example,b", "'none'", "", "https:", "data:", "'nonce-abc'"],
)  # fmt: skip
def test_no_source_undoes_the_policy_of_scripts(source):
    """Nothing inline, nothing from anywhere, nothing that ends the line."""
    assert not is_source("script-src", source)


@pytest.mark.parametrize("directive", ADDABLE)
def test_a_host_may_be_added_anywhere(directive):
    """With or without a wildcard, a port or a path."""
    assert is_source(directive, "https://a.example")
    assert is_source(directive, "https://*.a.example:8443/files/")


def test_pictures_may_come_as_data_and_scripts_by_their_hash():
    """What a blogger's own page may need, as narrow as it can be said."""
    assert is_source("img-src", "data:")
    assert is_source("script-src", f"'sha256-{'A' * 43}='")
    assert not is_source("img-src", f"'sha256-{'A' * 43}='")


@pytest.mark.parametrize(
    ("url", "is_allowed"),
    [
        ("https://a.example/x.png", True),
        ("//a.example/x.png", True),
        ("http://a.example/x.png", False),
        ("https://b.a.example/x.png", False),
        ("https://cdn.b.example/x.png", True),
        ("https://b.example/x.png", False),
        ("https://c.example/files/x.png", True),
        ("https://c.example/x.png", False),
    ],
)
def test_a_picture_is_loaded_where_the_policy_allows_it(url, is_allowed):
    """The same places in the text and in the policy."""
    sources = ("https://a.example", "https://*.b.example", "https://c.example/files/")

    assert allows(sources, url) is is_allowed


def test_rules_are_read_as_they_were_written():
    """What the development server sends is what the host is told."""
    rules = list_rules("default-src 'none'", {"/theme/*": BRIEFLY})

    assert read_headers_file(write_headers_file(rules)) == rules


def test_the_headers_of_a_file_are_those_of_every_rule_that_is_about_it():
    """A style sheet has the headers of all files, and its own."""
    rules = list_rules("", {"/theme/*": BRIEFLY})

    assert ("Cache-Control", BRIEFLY) in list(find_headers(rules, "/theme/a.css"))
    assert ("X-Content-Type-Options", "nosniff") in list(find_headers(rules, "/theme/a.css"))
    assert "Cache-Control" not in dict(find_headers(rules, "/recaps/a/"))


def test_no_two_rules_that_meet_name_the_same_header():
    """Hosts differ on which of two counts."""
    rules = list_rules("default-src 'none'", {"/theme/*": BRIEFLY})

    names = [name for name, _ in find_headers(rules, "/theme/a.css")]
    assert len(names) == len(set(names))


def test_the_page_of_the_editor_reaches_its_repository_only():
    """Its scripts are those of the site, and it asks nobody but the host of the texts."""
    policy = read_policy(
        build_editor_policy({"backend": "gitlab", "repo": "a/b", "base_url": "https://git.example/x"})
    )

    assert policy["script-src"] == ["'self'"]
    assert policy["connect-src"][-1] == "https://git.example"
    assert "https://gitlab.com" in policy["connect-src"]


def test_with_an_editor_the_host_leaves_room_for_its_page():
    """Hosts differ on which of two policies counts: there is one for all, which each page narrows itself."""
    headers = dict(find_headers(list_rules(build_policy({}), {}, has_editor=True), "/admin/"))

    assert "script-src" not in headers["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin-allow-popups"
