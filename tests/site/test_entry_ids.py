"""How readers know a post: by an id that outlives everything else of it."""

from __future__ import annotations

import re

import feedparser
import pytest

FOCUS = "---\ntitle: Focus 20\ndate: 2010-02-03\ncategory: Soirées\ntags: [a]\n---\nText.\n"
COLUMN = "---\ntitle: Column\ndate: 2010-02-04\n---\nText.\n"
FILES = {"recaps/focus.md": FOCUS, "recaps/column.md": COLUMN, "attendees/one.yml": "- Anne Roy\n"}


def find_ids(site, name="feeds/all.atom.xml"):
    """Return the id of each entry of a feed, by its title."""
    assert site.exit_code == 0, site.errors
    return {entry.title: entry.id for entry in feedparser.parse(site.output / name).entries}


def read_ids(site):
    """Return the text of the file of ids."""
    return (site.folder / "content/ids.yml").read_text(encoding="utf-8")


def hide(text, status):
    """Return a post with another status."""
    return text.replace("---\n", f"---\nstatus: {status}\n", 1)


def test_an_entry_has_one_id_in_every_feed(build_site):
    """Whoever reads a post in two feeds is shown it once."""
    site = build_site(FILES)

    names = [name for name in site.files() if re.fullmatch(r"feeds/.*\.(?:atom|rss)\.xml", name)]
    found = {find_ids(site, name).get("Focus 20") for name in names} - {None}
    assert len(names) > 6
    assert len(found) == 1


def test_nothing_that_changes_changes_the_id(build_site, tmp_path):
    """After another title, slug, date, category and domain, and with its file renamed, a post is the same."""
    before = find_ids(build_site(FILES, SITEURL="https://old.example"))
    edited = FOCUS.replace("Focus 20", "An evening").replace("2010-02-03", "2011-01-01")
    after = find_ids(build_site({"recaps/focus.md": edited + "\nMore.\n"}, SITEURL="https://new.example"))

    (tmp_path / "content/recaps/focus.md").rename(tmp_path / "content/recaps/evening.md")
    renamed = find_ids(build_site({}, SITEURL="https://new.example"))

    assert after["An evening"] == renamed["An evening"] == before["Focus 20"]
    assert after["Column"] == renamed["Column"] == before["Column"]


def test_a_copy_without_the_file_gives_the_same_ids(build_site, tmp_path):
    """A machine that builds and keeps nothing, as many hosts do, shows readers no old post as new."""
    before = find_ids(build_site(FILES))
    (tmp_path / "content/ids.yml").unlink()

    assert find_ids(build_site({})) == before


def test_the_file_is_written_once(build_site, tmp_path):
    """A build that finds nothing new leaves the file alone, so that who watches it does not build for ever."""
    build_site(FILES)
    first = (tmp_path / "content/ids.yml").stat()

    site = build_site({})

    again = (tmp_path / "content/ids.yml").stat()
    assert (again.st_mtime_ns, again.st_ino) == (first.st_mtime_ns, first.st_ino)
    assert [path.name for path in (tmp_path / "content").iterdir() if "ids" in path.name] == ["ids.yml"]
    assert [name for name in site.files() if "ids" in name] == []


@pytest.mark.parametrize("address", ["", "http://localhost:8000"])
def test_a_build_to_look_at_keeps_nothing(build_site, tmp_path, address):
    """As long as a site is not on the web, no reader knows an id."""
    site = build_site(FILES, SITEURL=address)

    assert site.exit_code == 0, site.errors
    assert not (tmp_path / "content/ids.yml").exists()


def test_the_file_is_no_part_of_the_site(build_site):
    """Even where everything in the content folder is published, the file of ids is not."""
    build_site(FILES)

    site = build_site({"notes.txt": "x"}, STATIC_PATHS=[""])

    assert "notes.txt" in site.files()
    assert "ids.yml" not in site.files()


def test_where_the_file_cannot_be_written_the_site_is_still_published(build_site, tmp_path):
    """One line tells that the ids were not kept; a reader notices nothing."""
    (tmp_path / "content/.ids.yml.new").mkdir(parents=True)

    site = build_site(FILES, fatal="warnings")

    assert site.problems() == [
        "warning: content/ids.yml: cannot be written: is a directory; make it writable"
    ]
    assert list(find_ids(site)) == ["Column", "Focus 20"]


def test_a_deleted_post_leaves_no_word_and_is_not_taken_for_another(build_site, tmp_path):
    """Its id is kept without path and slug, and a new post with the same file has another."""
    first = find_ids(build_site(FILES))
    (tmp_path / "content/recaps/focus.md").unlink()

    site = build_site({}, EVENT_RECAP={"today": "2026-11-21"})
    without, feed = read_ids(site), site.read("feeds/all.atom.xml")
    again = find_ids(build_site({"recaps/focus.md": FOCUS}))

    assert "focus" not in without
    assert f"  - {{id: {first['Focus 20']}, on: 2026-11-21}}" in without
    assert f'deleted-entry ref="{first["Focus 20"]}"' in feed
    assert again["Focus 20"] != first["Focus 20"]
    assert again["Column"] == first["Column"]


def test_posts_that_come_back_are_the_same(build_site):
    """Posts that were drafts for a while, hidden or skipped are not shown as new afterwards."""
    posts = {status: FOCUS.replace("Focus 20", status) for status in ("draft", "hidden", "skip")}
    files = {f"recaps/{status}.md": text for status, text in posts.items()}
    away = {f"recaps/{status}.md": hide(text, status) for status, text in posts.items()}

    first = find_ids(build_site({**FILES, **files}))
    between = build_site(away, environment={"SOURCE_DATE_EPOCH": "1275000000"})
    shown, kept = list(find_ids(between)), read_ids(between)
    back = find_ids(build_site(files))

    assert shown == ["Column", "Focus 20"]
    for status in posts:
        assert (
            f"{{id: {first[status]}, slug: {status}, lang: fr, withdrawn: 2010-05-27, former: [{status}]}}"
            in kept
        )
    assert back == first


def test_a_build_of_a_part_withdraws_nothing(build_site):
    """What a build does not look at is not missing."""
    whole = read_ids(
        build_site(
            {**FILES, "more/extra.md": COLUMN.replace("Column", "Extra")}, ARTICLE_PATHS=["recaps", "more"]
        )
    )

    part = build_site({}, ARTICLE_PATHS=["recaps"])

    assert list(find_ids(part)) == ["Column", "Focus 20"]
    assert read_ids(part) == whole


def test_a_blog_that_moves_here_keeps_the_ids_of_pelican(build_site):
    """With one build, the ids that readers know are kept; then the setting may go, and the posts may change."""
    tags = build_site(FILES, EVENT_RECAP={"entry_ids": "tag"}, ARTICLE_URL="blog/{slug}.html")
    before = find_ids(tags)

    later = FOCUS.replace("2010-02-03", "2012-01-01").replace("Focus 20", "Other")
    after = find_ids(
        build_site({"recaps/focus.md": later, "recaps/new.md": FOCUS.replace("Focus 20", "New")})
    )

    assert before["Focus 20"] == "tag:lanterne.example,2010-02-03:/blog/focus-20.html"
    assert after["Other"] == before["Focus 20"]
    assert after["New"].startswith("urn:uuid:")


def test_an_author_may_choose_an_id(build_site):
    """The id in the front matter is the one that feeds have, as it was typed."""
    chosen = "https://old.example/?p=20"

    site = build_site({**FILES, "recaps/focus.md": FOCUS.replace("---\n", f"---\nid: {chosen}\n", 1)})

    assert find_ids(site)["Focus 20"] == chosen


def test_an_id_that_is_not_free_stops_the_build(build_site, tmp_path):
    """Two posts with one id, and an id of a post that is gone: both are told, and nothing is published."""
    gone = find_ids(build_site(FILES))["Column"]
    (tmp_path / "content/recaps/column.md").unlink()
    kept = read_ids(build_site({}))
    typed = {
        name: FOCUS.replace("---\ntitle: Focus 20", f"---\nid: {uri}\ntitle: {name}", 1)
        for name, uri in {"a": "tag:x,2010:y", "b": "tag:x,2010:y", "c": gone}.items()
    }

    site = build_site({f"recaps/{name}.md": text for name, text in typed.items()})

    assert site.problems() == [
        "content/recaps/b.md:2:5: id: is also the id of content/recaps/a.md; one id names one post",
        "content/recaps/c.md:2:5: id: was the id of a post that is gone; an id is never used again, take another",
        "2 problems: nothing was published, the site stays as it was",
    ]
    assert read_ids(site) == kept


def test_a_broken_file_of_ids_stops_the_build(build_site):
    """Rather no new post today than every old post as new."""
    site = build_site({**FILES, "ids.yml": "sight: aad80695-3ea8-5abe-a634-feafb90eb322\n"})

    assert site.problems() == [
        "content/ids.yml:1:1: sight: unknown key; the keys of the file of ids are site, posts, events, withdrawn",
        "content/ids.yml:1:1: site: the id of the site is missing; take the file from an older version of your site",
        "2 problems: nothing was published, the site stays as it was",
    ]
    assert read_ids(site).startswith("sight:")
