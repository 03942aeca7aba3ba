"""One style sheet of many files."""

import pytest

from event_recap.stylesheet.bundle import bundle_styles, list_parts, may_stand_in_page, squeeze


@pytest.mark.parametrize(
    ("typed", "squeezed"),
    [
        ("/* a { } */ a { b: c; }", "a{b: c;}"),
        ("a,\n  b > c :hover { d: e }", "a,b > c :hover{d: e}"),
        ('a::before { content: "/* ; */  }" ; }', 'a::before{content: "/* ; */  }";}'),
        ("a::before { content: '\\'  {' }", "a::before{content: '\\'  {'}"),
        ("a { width: calc(1px + 2px) }", "a{width: calc(1px + 2px)}"),
        ("@media (min-width: 40em) and (hover) { }", "@media (min-width: 40em) and (hover){}"),
    ],
    ids=["comment", "selector", "text", "quote", "sum", "condition"],
)
def test_only_what_no_browser_reads_is_left_out(typed, squeezed):
    """Comments and room go; signs inside of a text, and the room that a rule needs, stay."""
    assert squeeze(typed) == squeezed


@pytest.fixture(name="main")
def fixture_main(tmp_path):
    """Write a style sheet of three files, and of one that is not there."""
    (tmp_path / "parts").mkdir()
    (tmp_path / "main.css").write_text(
        '@layer one, two;\n@import url("first.css");\n@import "parts/second.css";\n@import url("none.css");\n'
    )
    (tmp_path / "first.css").write_text('@import url("parts/third.css");\na { color: red }\n')
    (tmp_path / "parts/second.css").write_text('b { background: url("../c.png") url("#d") url("/e.png") }\n')
    (tmp_path / "parts/third.css").write_text("c { color: blue }\n")
    return tmp_path / "main.css"


def test_each_import_gives_way_to_its_file(main):
    """The order of the rules stays, also of those that an imported file imports; what is not there is left out."""
    bundled = bundle_styles(main)

    assert bundled.startswith("@layer one,two;c{color: blue}a{color: red}b{")
    assert "@import" not in bundled


def test_addresses_are_read_from_the_one_file(main):
    """A picture that a part of the style sheet names is found from where the whole lies."""
    assert 'url("../c.png")' not in bundle_styles(main)
    assert 'b{background: url("c.png") url("#d") url("/e.png")}' in bundle_styles(main)


def test_the_parts_of_a_style_sheet_are_known(main):
    """Each file that it imports, and each that such a file imports; none that is not there."""
    names = {part.relative_to(main.parent).as_posix() for part in list_parts(main)}

    assert names == {"first.css", "parts/second.css", "parts/third.css"}


@pytest.mark.parametrize(
    "css", ['a{b: url("c")}', "a{b: URL(c)}", "@import 'a.css';", "a{content: '</style>'}"]
)
def test_a_style_that_means_another_thing_in_a_page_is_known(css):
    """Because it names a file, or would end its element."""
    assert not may_stand_in_page(css)
