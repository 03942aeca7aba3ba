"""Who keeps an id, who gets a new one, and which are never given again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from event_recap.model.ids import EXAMPLE, Ids, PostRecord, begin_ids, derive_site, is_on_web, is_opaque
from event_recap.model.post_ids import Clash, Post, assign_post_ids

TODAY = date(2026, 11, 21)
SITE = Ids(site=derive_site("https://blog.example"))
TAG = "tag:blog.example,2010-02-03:/focus-20/"
OTHER = "https://old.example/?p=20"
FOCUS = Post(path="recaps/focus.md", slug="focus", lang="fr")
ENGLISH = Post(path="recaps/focus.en.md", slug="focus", lang="en")
COLUMN = Post(path="recaps/column.md", slug="column", lang="fr")


def build(ids, *posts, unread=(), today=TODAY):
    """Return what one build gives and remembers, where nothing is wrong."""
    assignment = assign_post_ids(ids, posts, unread, today)
    assert assignment.clashes == ()
    return assignment


def find_clashes(ids, *posts):
    """Return what is wrong with the ids of a build."""
    return list(assign_post_ids(ids, posts, (), TODAY).clashes)


@pytest.fixture(name="before")
def fixture_before():
    """Return what is remembered of two posts and a translation."""
    return build(SITE, FOCUS, ENGLISH, COLUMN).ids


def test_a_new_post_gets_an_id_that_names_nobody():
    """What a post gets is a number, and another one than every other post."""
    ids = build(SITE, FOCUS, ENGLISH, COLUMN).by_path.values()

    assert all(is_opaque(identifier) for identifier in ids)
    assert len(set(ids)) == 3


def test_the_id_is_found_again_without_the_file():
    """Whoever lost the file of ids, or builds from a copy without it, gets the same ids."""
    assert build(SITE, FOCUS, COLUMN).by_path == build(SITE, COLUMN, FOCUS).by_path


@pytest.mark.parametrize(
    "edited",
    [replace(FOCUS, slug="an-evening"), replace(FOCUS, lang="fr-CA"), replace(FOCUS, former_id=TAG)],
    ids=["another slug", "another language", "ids like Pelican's for new posts"],
)
def test_an_edited_post_keeps_its_id(before, edited):
    """Neither title, slug, date, language nor a setting changes the id of a post that is known."""
    after = build(before, edited, ENGLISH, COLUMN)

    assert after.by_path[FOCUS.path] == before.posts[FOCUS.path].id
    assert after.ids.withdrawn == ()


def test_a_renamed_file_keeps_its_id(before):
    """A file is known again by slug and language; its translation is not taken for it."""
    moved = replace(FOCUS, path="recaps/2010/focus/index.md")

    after = build(before, moved, ENGLISH, COLUMN)

    assert after.by_path[moved.path] == before.posts[FOCUS.path].id
    assert (after.ids.withdrawn, FOCUS.path in after.ids.posts) == ((), False)


def test_a_renamed_file_with_an_id_of_its_own_keeps_it():
    """The id in the front matter goes where the file goes, also with a new slug."""
    before = build(SITE, replace(FOCUS, typed_id=TAG)).ids
    moved = Post(path="recaps/new.md", slug="new", lang="fr", typed_id=TAG)

    after = build(before, moved)

    assert dict(after.ids.posts) == {moved.path: PostRecord(id=TAG, slug="new", lang="fr", former=("focus",))}
    assert after.ids.withdrawn == ()


def test_an_id_may_go_to_a_post_that_had_another(before):
    """Of two posts that are made one, the author says which one goes on; the other is gone."""
    first, second = (before.posts[path].id for path in (FOCUS.path, COLUMN.path))

    after = build(before, ENGLISH, replace(COLUMN, typed_id=first))

    assert after.by_path[COLUMN.path] == first
    assert [one.id for one in after.ids.withdrawn] == [second]


def test_where_two_files_might_be_the_renamed_one_none_is():
    """Nothing is guessed: of two new files with the slug, neither gets the id of the one that went."""
    dated = [replace(FOCUS, path=f"recaps/{year}.md") for year in (2010, 2011)]
    before = build(SITE, FOCUS).ids

    after = build(before, *dated)

    assert before.posts[FOCUS.path].id not in after.by_path.values()
    assert [one.id for one in after.ids.withdrawn] == [before.posts[FOCUS.path].id]


def test_a_new_file_of_an_old_name_is_a_new_post(before):
    """Somebody who deletes a post and writes another under its name does not repeat its id."""
    without = build(before, ENGLISH, COLUMN).ids

    after = build(without, FOCUS, ENGLISH, COLUMN)

    assert after.by_path[FOCUS.path] not in {record.id for record in before.posts.values()}
    assert [one.id for one in after.ids.withdrawn] == [before.posts[FOCUS.path].id]


def test_the_third_post_of_a_name_is_new_as_well(before):
    """However often a name is used again, each post has its own id."""
    ids, seen = before, [before.posts[COLUMN.path].id]

    for _ in range(3):
        ids = build(build(ids).ids, COLUMN).ids
        seen.append(ids.posts[COLUMN.path].id)

    assert len(set(seen)) == 4


def test_a_draft_has_no_id():
    """What was never published has nothing to be remembered."""
    assert build(SITE, replace(FOCUS, is_published=False)).ids == SITE


def test_a_post_that_was_a_draft_for_a_while_is_the_same(before):
    """Publishing again gives the id back, also where the file was renamed meanwhile."""
    moved = replace(FOCUS, path="recaps/later.md")

    hidden = build(before, replace(FOCUS, is_published=False), ENGLISH, COLUMN)
    renamed = build(hidden.ids, replace(moved, is_published=False), ENGLISH, COLUMN)
    again = build(renamed.ids, moved, ENGLISH, COLUMN)

    assert FOCUS.path not in hidden.by_path
    assert hidden.ids.posts[FOCUS.path].withdrawn == renamed.ids.posts[moved.path].withdrawn == TODAY
    assert again.by_path[moved.path] == before.posts[FOCUS.path].id
    assert again.ids.posts[moved.path].withdrawn is None


def test_what_a_build_did_not_look_at_stays(before):
    """A build of one language withdraws nothing of the others."""
    after = build(before, FOCUS, unread={ENGLISH.path, COLUMN.path})

    assert (after.ids, list(after.by_path)) == (before, [FOCUS.path])


def test_a_post_is_missed_for_a_while(before):
    """Feeds tell for ninety days that a post is gone, and no longer."""
    gone = build(before, COLUMN, replace(ENGLISH, is_published=False)).ids

    told = [one.id for one in gone.find_tombstones(TODAY + timedelta(days=89))]
    assert sorted(told) == sorted(before.posts[path].id for path in (FOCUS.path, ENGLISH.path))
    assert gone.find_tombstones(TODAY + timedelta(days=90)) == ()


def test_the_day_of_a_withdrawal_stays(before):
    """A post is missed from the first day without it, even if its file goes later."""
    hidden = build(before, replace(FOCUS, is_published=False), ENGLISH, COLUMN).ids

    gone = build(hidden, ENGLISH, COLUMN, today=TODAY + timedelta(days=30)).ids
    later = build(gone, ENGLISH, COLUMN, today=TODAY + timedelta(days=60)).ids

    assert [one.on for one in gone.withdrawn] == [TODAY]
    assert later == gone


def test_an_id_with_a_name_in_it_is_forgotten_as_a_word():
    """Of an id that holds a slug, no word is kept, no feed tells that it is gone, and yet it is not free."""
    before = build(SITE, replace(FOCUS, typed_id=TAG)).ids

    after = build(before).ids

    assert after.find_tombstones(TODAY) == ()
    assert "focus" not in repr(after)
    assert find_clashes(after, replace(COLUMN, typed_id=TAG)) == [Clash(COLUMN.path)]


def test_a_migrated_post_keeps_the_id_of_before():
    """Readers of a blog that moves here know its posts by the ids that Pelican gave them, for ever."""
    before = build(SITE, replace(FOCUS, former_id=TAG))

    after = build(before.ids, replace(FOCUS, slug="new"))

    assert before.by_path == after.by_path == {FOCUS.path: TAG}


def test_a_former_id_that_is_used_already_is_not_given_again():
    """Where an address of one day had two posts, the second gets an id of the new kind."""
    before = build(SITE, replace(FOCUS, former_id=TAG)).ids

    beside = build(before, FOCUS, replace(COLUMN, former_id=TAG))
    afterwards = build(build(before).ids, replace(COLUMN, former_id=TAG))

    assert is_opaque(beside.by_path[COLUMN.path])
    assert is_opaque(afterwards.by_path[COLUMN.path])


def test_the_author_has_the_last_word(before):
    """An id in the front matter replaces the one that was given, which is then gone."""
    after = build(before, replace(FOCUS, typed_id=TAG), ENGLISH, COLUMN)
    silent = build(after.ids, FOCUS, ENGLISH, COLUMN)

    assert after.by_path[FOCUS.path] == silent.by_path[FOCUS.path] == TAG
    assert [one.id for one in silent.ids.withdrawn] == [before.posts[FOCUS.path].id]


def test_two_posts_can_change_ids(before):
    """Typed on both, two ids go to each other's posts."""
    first, second = (before.posts[path].id for path in (FOCUS.path, COLUMN.path))

    after = build(before, replace(FOCUS, typed_id=second), replace(COLUMN, typed_id=first), ENGLISH)

    assert (after.by_path[FOCUS.path], after.by_path[COLUMN.path]) == (second, first)
    assert after.ids.withdrawn == ()


def test_an_id_that_another_post_has_is_not_free(before):
    """Whoever types the id of another post is told of whose it is: typed, given, of a draft, or not read."""
    given = replace(COLUMN, typed_id=before.posts[FOCUS.path].id)

    assert find_clashes(SITE, replace(FOCUS, typed_id=TAG), replace(COLUMN, typed_id=TAG)) == [
        Clash(FOCUS.path, COLUMN.path)
    ]
    assert find_clashes(before, FOCUS, given) == [Clash(COLUMN.path, FOCUS.path)]
    assert find_clashes(before, replace(FOCUS, is_published=False), given) == [Clash(COLUMN.path, FOCUS.path)]
    unread = assign_post_ids(before, [given, ENGLISH], {FOCUS.path}, TODAY)
    assert unread.clashes == (Clash(COLUMN.path, FOCUS.path),)


def test_an_id_of_a_post_that_is_gone_is_not_free(before):
    """An id is never used again, not even on purpose."""
    gone = build(before, ENGLISH, COLUMN).ids

    clashes = find_clashes(gone, replace(COLUMN, typed_id=before.posts[FOCUS.path].id), ENGLISH)

    assert clashes == [Clash(COLUMN.path)]


def test_a_site_keeps_its_ids_wherever_it_moves(before):
    """What is kept counts, at any address; without it, the address makes the beginning."""
    assert begin_ids(before, "https://new.example") == begin_ids(before, "") == before
    assert begin_ids(Ids(), "https://blog.example") == SITE
    assert begin_ids(Ids(), "http://localhost:8000") == Ids()


def test_a_copy_of_the_example_begins_with_ids_of_its_own():
    """Two blogs that began as the example share no id; until it has an address, such a blog is the example."""
    example = build(Ids(site=derive_site(EXAMPLE)), FOCUS).ids

    assert begin_ids(example, "https://blog.example") == SITE
    assert begin_ids(example, f"{EXAMPLE}/") == begin_ids(example, "http://localhost:8000") == example


@pytest.mark.parametrize(
    ("address", "expected"),
    {
        "https://blog.example": True,
        "http://blog.example:8080/sub": True,
        "//blog.example": True,
        "blog.example/sub": True,
        "http://192.168.1.20": True,
        "": False,
        "/": False,
        "http://localhost:8000": False,
        "http://LOCALHOST": False,
        "http://blog.localhost": False,
        "http://127.0.0.1:8000": False,
        "http://127.1.2.3": False,
        "http://[::1]:8000": False,
        "http://0.0.0.0:8000": False,
        "http://[::]": False,
        "http://[": False,
    }.items(),
)
def test_a_site_on_the_web_has_an_address(address, expected):
    """A build that somebody looks at on their own machine is told from one that others read."""
    assert is_on_web(address) is expected
    assert derive_site(address).int > 0 if expected else derive_site(address).int == 0


def test_former_slugs_are_remembered_oldest_first(before):
    """Each slug under which a post was published is kept, once; one that is its own again is not."""
    second = build(before, replace(FOCUS, slug="two"), ENGLISH, COLUMN).ids
    third = build(second, replace(FOCUS, slug="three"), ENGLISH, COLUMN).ids
    again = build(third, FOCUS, ENGLISH, COLUMN).ids

    assert third.posts[FOCUS.path].former == ("focus", "two")
    assert again.posts[FOCUS.path].former == ("two", "three")


def test_a_slug_of_a_draft_is_no_former_one(before):
    """What a post was called while nobody could read it is not remembered."""
    hidden = build(before, replace(FOCUS, is_published=False), ENGLISH, COLUMN).ids
    renamed = build(hidden, replace(FOCUS, slug="secret", is_published=False), ENGLISH, COLUMN).ids
    shown = build(renamed, replace(FOCUS, slug="new"), ENGLISH, COLUMN).ids

    assert shown.posts[FOCUS.path].former == ("focus",)
