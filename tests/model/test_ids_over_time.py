"""Whatever an author does to the posts of a blog, ids stay unique, stable, and used once."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from event_recap.loading.ids_lines import read_rendered, render_ids
from event_recap.model.ids import Ids, derive_site
from event_recap.model.post_ids import Post, assign_post_ids

FIRST = date(2026, 1, 1)
NAMES = st.sampled_from(["a", "b", "c", "d"])
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["write", "delete", "rename", "edit", "hide", "publish", "type"]),
        NAMES,
        NAMES,
    ),
    max_size=25,
)


@dataclass
class Blog:
    """The posts of a blog, and what was published of each so far."""

    ids: Ids = field(default_factory=lambda: Ids(site=derive_site("https://blog.example")))
    posts: dict[str, Post] = field(default_factory=dict)
    numbers: dict[str, int] = field(default_factory=dict)
    """Which post, counted from the first that was ever written, has each path now."""
    history: dict[int, list[str]] = field(default_factory=dict)
    """Ids of each post, the newest last; one may follow another only where the author said so."""
    day: date = FIRST

    def take_step(self, step, name, other):
        """Do one thing that an author does, where it can be done."""
        path = f"{name}.md"
        if step == "write" and path not in self.posts:
            self.numbers[path] = len(self.history)
            self.history[len(self.history)] = []
            self.posts[path] = Post(
                path=path, slug=f"{other}-{self.numbers[path]}", former_id=f"tag:x,2010:{other}"
            )
        elif step == "rename" and path in self.posts and f"{other}.md" not in self.posts:
            self.numbers[f"{other}.md"] = self.numbers.pop(path)
            self.posts[f"{other}.md"] = replace(self.posts.pop(path), path=f"{other}.md")
        elif path in self.posts:
            self.edit(step, path, other)

    def edit(self, step, path, other):
        """Change one post, or take it away."""
        changes = {
            "edit": {"slug": f"{other}-edited-{self.numbers[path]}"},
            "hide": {"is_published": False},
            "publish": {"is_published": True},
            "type": {"typed_id": f"tag:typed,2010:{self.numbers[path]}"},
        }
        self.posts[path] = replace(self.posts[path], **changes.get(step, {}))
        if step == "delete":
            del self.posts[path], self.numbers[path]

    def build(self):
        """Build, and keep what readers see and what the next build remembers."""
        self.day += timedelta(days=1)
        done = assign_post_ids(self.ids, self.posts.values(), (), self.day)
        assert done.clashes == ()
        for path, identifier in done.by_path.items():
            known = self.history[self.numbers[path]]
            known += [identifier] if known[-1:] != [identifier] else []
        self.ids = read_rendered(render_ids(done.ids))
        assert self.ids == done.ids
        assert assign_post_ids(self.ids, self.posts.values(), (), self.day).ids == self.ids
        return done


@given(STEPS)
def test_ids_are_unique_stable_and_used_once(steps):
    """Over any edits, no two posts ever share an id, and a post changes its own only for one that was typed."""
    blog = Blog()

    for step in steps:
        blog.take_step(*step)
        done = blog.build()
        assert set(done.by_path) == {path for path, post in blog.posts.items() if post.is_published}

    given_ids = [identifier for known in blog.history.values() for identifier in known]
    assert len(set(given_ids)) == len(given_ids)
    assert all(
        identifier.startswith("tag:typed") for known in blog.history.values() for identifier in known[1:]
    )


@given(STEPS)
def test_what_is_withdrawn_names_nobody(steps):
    """Of a post that is gone, neither path, slug nor a word of its id is kept."""
    blog = Blog()

    for step in steps:
        blog.take_step(*step)
        blog.build()
    blog.posts.clear()
    blog.build()

    text = render_ids(blog.ids).partition("site: ")[2]
    assert not [word for word in ("tag:", ".md", "edited", "slug") if word in text]
