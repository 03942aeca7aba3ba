"""Where in a file a mention was typed."""

import pytest

from event_recap.mentions.source import find_places

TEXT = """\
@anne, then `@anne`.

    @anne

```
@anne
```

x@anne \\@anne @anneke [[Anne  Roy]]
"""


@pytest.fixture(name="find")
def fixture_find(tmp_path):
    """Return what finds a mention in that text."""
    path = tmp_path / "a.md"
    path.write_text(TEXT, encoding="utf-8")
    return lambda typed, line=1: [
        (str(place), is_code) for place, is_code in find_places(path, "a.md", typed, line)
    ]


def test_every_place_is_found_and_that_in_code_is_known(find):
    """An author is led to the words first; longer handles and e-mail addresses are others."""
    assert find("@anne") == [("a.md:1:1", False), ("a.md:1:14", True), ("a.md:3:5", True), ("a.md:6:1", True)]


def test_a_name_is_found_however_it_was_spaced(find):
    """Spaces and line ends between words are one."""
    assert find("[[Anne Roy]]") == [("a.md:9:23", False)]


def test_what_is_not_found_is_in_the_file_somewhere(find, tmp_path):
    """The file is named at least, and of a list the entry."""
    assert find("@bo") == [("a.md", False)]
    assert find("@bo", 4) == [("a.md:4", False)]
    assert [str(place) for place, _ in find_places(tmp_path / "gone.md", "gone.md", "@bo")] == ["gone.md"]
