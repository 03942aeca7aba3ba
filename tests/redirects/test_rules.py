"""Rules for hosts, as they read them."""

import json
import re

from event_recap.redirects.rules import (
    MOST_RULES,
    WORKER,
    find_people,
    write_apache_rules,
    write_redirects_file,
    write_routes,
)

MOVED = [("old/", "recaps/été/"), ("a b/c.html", "recaps/c/")]


def test_addresses_are_written_as_a_browser_sends_them():
    """Accents and spaces are escaped, and a site below a folder of its domain has that folder in both."""
    text = write_redirects_file(MOVED, "https://me.example/blog", is_forced=False)

    assert text == "/blog/old/ /blog/recaps/%C3%A9t%C3%A9/ 301\n/blog/a%20b/c.html /blog/recaps/c/ 301\n"


def test_netlify_is_told_that_a_rule_comes_before_a_file():
    """A page lies at each old address, for hosts without rules; Netlify obeys the rule all the same."""
    assert write_redirects_file(MOVED[:1], "", is_forced=True).endswith(" 301!\n")


def test_no_more_rules_are_written_than_a_host_obeys():
    """Beyond that, the page at the old address leads on."""
    many = [(f"a/{number}/", "b/") for number in range(MOST_RULES + 1)]

    assert len(write_redirects_file(many, "", is_forced=False).splitlines()) == MOST_RULES


def test_apache_leads_on_from_each_old_address():
    """With or without the last slash; a point in a name is a point."""
    rules = write_apache_rules(MOVED, "https://me.example/blog", "people/")
    patterns = re.findall(r'RewriteRule "(.*?)" "(.*?)" \[R=301,L,NE\]', rules)

    assert re.fullmatch(patterns[0][0], "old/")
    assert re.fullmatch(patterns[1][0], "a b/c.html")
    assert re.fullmatch(patterns[0][0], "old")
    assert not re.fullmatch(patterns[1][0], "a b/cxhtml")
    assert patterns[0][1] == r"/blog/recaps/\%C3\%A9t\%C3\%A9/"


def test_what_is_gone_is_said_without_a_name():
    """Every address of people without a page answers that it is gone; no rule knows whose it was."""
    rules = write_apache_rules([], "https://me.example", "people/")

    assert 'RewriteRule "^people/." - [G]' in rules
    assert json.loads(write_routes("https://me.example/blog", "people/"))["include"] == ["/blog/people/*"]
    assert "410" in WORKER


def test_a_site_without_a_folder_of_people_says_nothing_is_gone():
    """Where people's pages begin as others do, a page that is missing is simply not found."""
    assert find_people("{slug}/") == ""
    assert "[G]" not in write_apache_rules([], "", "")
