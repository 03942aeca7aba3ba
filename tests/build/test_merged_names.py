from event_recap.build.names import find_merged_names
from event_recap.errors import Place, Severity

FIRST, SECOND, THIRD = (Place(f"content/recaps/{name}.md") for name in "abc")


def test_two_tags_on_one_page_are_told_once():
    """With the place of the other spelling, at the first text that has it."""
    names = [(THIRD, "tag", "C++", "c"), (SECOND, "tag", "C++", "c"), (FIRST, "tag", "C", "c")]

    (problem,) = find_merged_names(names)

    assert problem.severity is Severity.WARNING
    assert str(problem) == (
        "content/recaps/b.md: tag: 'C++' shares a page with 'C' of content/recaps/a.md; "
        "spell both alike, or name one otherwise"
    )


def test_capitals_and_other_kinds_are_no_difference_to_tell():
    """A tag and an author may have one name, and « Vrac » is « vrac »."""
    names = [
        (FIRST, "tag", "Vrac", "vrac"),
        (SECOND, "tag", "vrac", "vrac"),
        (THIRD, "author", "Vrac!", "vrac"),
    ]

    assert list(find_merged_names(names)) == []
