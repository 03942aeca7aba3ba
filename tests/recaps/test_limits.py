"""A text that is none is refused before anything reads it."""

import pytest

from event_recap.recaps.limits import MOST_OPEN, MOST_SIGNS, SIGNS, TooMuchError, check_depth, check_signs


@pytest.mark.parametrize("sign", SIGNS)
def test_a_million_of_one_sign_is_no_text(sign):
    """Whoever pastes a million mentions or brackets reads which sign it is and how often it is there."""
    with pytest.raises(TooMuchError, match="stands there 1000000 times; expected 100000 at most"):
        check_signs(f"{sign} a " * 1_000_000)


def test_what_people_type_has_few_signs():
    """As many as are allowed are allowed."""
    check_signs("@anne " * MOST_SIGNS)
    check_signs("Une *soirée* avec @anne, [là](https://a.example) & `ici`.\n\n" * 10_000)


@pytest.mark.parametrize("tag", ["div", "b", "BLOCKQUOTE", "x-y"])
def test_elements_that_never_end_are_told(tag):
    """Not so many as make a browser stop, and yet more than the sanitiser reads in a moment."""
    check_depth(f"<{tag}>" * MOST_OPEN)

    with pytest.raises(TooMuchError, match="deep; look for one that never ends"):
        check_depth(f"<{tag}>" * (MOST_OPEN + 1))


def test_elements_beside_each_other_are_any_number():
    """A long table, many pictures, and paragraphs and items that nobody closes, as HTML allows."""
    for part in ("<div><b>x</b></div>", "<br><img src=a>", "<p>x", "<li>x", "<tr><td>x", "</div>", "a < b"):
        check_depth(part * 10_000)


def test_such_a_text_is_an_error_of_its_file(build_site):
    """The build ends with a line for each file, long before anybody wonders."""
    first, second = (f"---\ntitle: {title}\ndate: 2010-02-03\n---\n" for title in "AB")
    files = {"recaps/a.md": first + "@anne " * 1_000_000, "recaps/b.md": second + "<div>" * 20_000}

    site = build_site(files)

    assert site.exit_code == 1
    assert site.problems() == [
        "content/recaps/a.md:5: text: '@' stands there 1000000 times; expected 100000 at most",
        "content/recaps/b.md:5: text: tags inside of tags, more than 500 deep; look for one that never ends",
        "2 problems: nothing was published, the site stays as it was",
    ]
