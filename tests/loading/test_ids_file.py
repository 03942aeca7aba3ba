"""The file of ids: what a build writes is read back, and so is what somebody edited."""

from __future__ import annotations

import string
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from event_recap.loading.ids_file import load_ids
from event_recap.loading.ids_lines import read_rendered, render_ids
from event_recap.loading.report import UnreadableError
from event_recap.loading.uris import parse_uri
from event_recap.model.ids import EventRecord, Ids, PostRecord, WithdrawnId, derive_site, sort_withdrawn

SITE = derive_site("https://blog.example")
NUMBER = "urn:uuid:8a89b291-f087-5a58-90b5-c73b4733fd02"
FULL = Ids(
    site=SITE,
    posts={
        "recaps/2010/focus 20: été.md": PostRecord(id="tag:blog.example,2010:/x", slug="été", lang="fr-CA"),
        "recaps/null": PostRecord(id="https://old.example/?p=1#x", slug="null", withdrawn=date(2026, 2, 3)),
        'recaps/{"#a", \\ }.md': PostRecord(id="urn:isbn:0", slug="2010", lang="no"),
    },
    withdrawn=(
        WithdrawnId(id=NUMBER, on=date(2026, 1, 2)),
        WithdrawnId(
            id="urn:uuid:5b7c14e5-3dc1-5f96-b2c6-3d9d8c4d9a5b", on=date(2026, 1, 3), is_obscured=True
        ),
    ),
)
"""One of each, with names that YAML takes for something else."""
TEXTS = st.one_of(
    st.text(min_size=1, max_size=12),
    st.text(string.printable, min_size=1, max_size=12),
    st.sampled_from(
        ["yes", "null", "~", "1e5", "2010-02-03", "a: b", "-", "? x", "{", "a #b", "'", '"', "\\", "é"]
    ),
)
DAYS = st.dates(date(1000, 1, 1))
RECORDS = st.builds(
    PostRecord,
    id=st.uuids().map(lambda number: number.urn),
    slug=TEXTS,
    lang=st.one_of(st.just(""), TEXTS),
    withdrawn=st.none() | DAYS,
    former=st.lists(TEXTS, max_size=2).map(tuple),
)
GONE = st.builds(
    WithdrawnId, id=st.uuids().map(lambda number: number.urn), on=DAYS, is_obscured=st.booleans()
)
ALL = st.builds(
    Ids,
    site=st.uuids(),
    posts=st.dictionaries(TEXTS, RECORDS, max_size=5),
    withdrawn=st.lists(GONE, max_size=3).map(lambda gone: tuple(sorted(gone, key=sort_withdrawn))),
)


def load(content, text):
    """Return the ids of a file, in which nothing is wrong."""
    (content / "ids.yml").write_bytes(text if isinstance(text, bytes) else text.encode())
    ids, problems = load_ids(content)
    assert problems == ()
    return ids


def test_a_site_without_the_file_has_no_ids(content):
    """A new blog begins without it."""
    assert load_ids(content) == (Ids(), ())


def test_the_file_has_one_line_for_each_post():
    """Whoever compares two versions of the file sees which posts are new."""
    ids = Ids(
        site=SITE,
        posts={"recaps/focus.md": PostRecord(id=NUMBER, slug="focus", lang="fr")},
        withdrawn=(WithdrawnId(id=NUMBER, on=date(2026, 1, 2)),),
    )

    assert render_ids(ids).splitlines()[2:] == [
        f"site: {SITE}",
        "posts:",
        f"  recaps/focus.md: {{id: {NUMBER}, slug: focus, lang: fr}}",
        "withdrawn:",
        f"  - {{id: {NUMBER}, on: 2026-01-02}}",
    ]


@given(ALL)
def test_what_is_written_is_read(ids):
    """Whatever files and slugs are called, a build reads what the build before it wrote."""
    used = [*(record.id for record in ids.posts.values()), *(one.id for one in ids.withdrawn)]
    is_sound = len(set(used)) == len(used) and ids.has_site

    read = read_rendered(render_ids(ids))

    assert (read == ids) if is_sound else (read is None or read == ids)


@pytest.mark.parametrize(
    "edit",
    [
        lambda text: text,
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text + "# one more thing\n",
        lambda text: text.replace("lang: ", "lang:   "),
        lambda text: text.replace(", on:", ",\n    on:"),
    ],
    ids=[
        "as written",
        "with the line ends of Windows",
        "with a comment",
        "with more spaces",
        "on more lines",
    ],
)
def test_an_edited_file_says_the_same(content, edit):
    """Layout and comments are the author's."""
    assert load(content, edit(render_ids(FULL))) == FULL


def test_a_withdrawn_id_that_is_typed_is_obscured(content):
    """Whoever moves an id with a name in it to the withdrawn ones by hand leaves no name there either."""
    ids = load(
        content, f"site: {SITE}\nwithdrawn: [{{id: 'tag:x.example,2010:/jane-doe', on: 2026-01-02}}]\n"
    )

    (one,) = ids.withdrawn
    assert one.is_obscured
    assert "jane" not in render_ids(ids)


GOOD = (
    *("tag:blog.example,2010-02-03:/focus-20/", "tag:anne@x.example,2010:y", NUMBER, NUMBER.upper()),
    *(
        "urn:isbn:9780141036144",
        "https://blog.example/?p=20",
        "http://blog.example:80/a%20b#c",
        "x:y",
        "cid:1@x",
    ),
)
BAD = (
    *("", "focus-20", "20", "a b:c", "tag:x", "tag:blog.example:2010", "urn:uuid:1", "urn:x", "https:/x"),
    *(
        "https://",
        "https://a:b@x.example/",
        "x:é",
        "x:%zz",
        "x:a#b#c",
        "x:<b>",
        'x:"',
        "1:x",
        "x:" + "y" * 2000,
    ),
)


@pytest.mark.parametrize("text", GOOD)
def test_a_uri_is_kept_as_it_was_typed(text):
    """Feed readers compare ids letter by letter, so nothing of one is tidied."""
    assert parse_uri(text) == text


@pytest.mark.parametrize("text", BAD)
def test_what_is_no_uri_is_no_id(text):
    """An id that a validator would find fault with is refused."""
    with pytest.raises(UnreadableError, match="is no id of a post; expected a URI"):
        parse_uri(text)


def test_former_names_are_read_back():
    """Former slugs and ids of events are what they were, whatever signs are in them."""
    ids = Ids(
        site=SITE,
        posts={"a.md": PostRecord(id=NUMBER, slug="a", lang="fr", former=("été", "b, c", "null"))},
        events={"focus-20": EventRecord(start="2010-02-02T18:00:00+01:00", former=("focus",))},
    )

    assert read_rendered(render_ids(ids)) == ids


def test_former_names_that_somebody_edited_are_read(content):
    """A line that is written in another way says the same."""
    text = f"site: {SITE}\nposts:\n  a.md:\n    id: {NUMBER}\n    slug: a\n    former: [b]\n"
    text += "events:\n  focus-20:\n    start: 2010-02-02\n    former:\n      - focus\n"

    ids = load(content, text)

    assert ids.posts["a.md"].former == ("b",)
    assert ids.events == {"focus-20": EventRecord(start="2010-02-02", former=("focus",))}
