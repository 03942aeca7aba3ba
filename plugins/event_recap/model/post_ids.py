"""Which id each post has: the one its author typed, the one it had before, or a new one.

An id that was used is never given to another post, neither while that post is there nor afterwards.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from itertools import count
from types import MappingProxyType
from typing import TYPE_CHECKING

from .ids import Ids, PostRecord, WithdrawnId, is_opaque, sort_withdrawn

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping
    from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A text that a build has read."""

    path: str
    """Of its file below the content folder, with ``/`` between folders."""
    slug: str
    lang: str = ""
    """BCP 47 tag, or empty."""
    typed_id: str = ""
    """Id in the front matter, an absolute URI; empty for none."""
    former_id: str = ""
    """Id that readers know it by from before; empty for none."""
    is_published: bool = True


@dataclass(frozen=True, slots=True)
class Clash:
    """An id that an author typed and that is not free."""

    path: str
    """Of the post where it was typed."""
    other: str = ""
    """Path of the post that has it; empty where it was withdrawn."""


@dataclass(frozen=True, slots=True)
class Assignment:
    """What a build gives and remembers."""

    ids: Ids
    """To be remembered."""
    by_path: Mapping[str, str]
    """Id of each published post."""
    clashes: tuple[Clash, ...] = ()
    """In the order of paths; where there is any, the rest is not to be used."""


def assign_post_ids(ids: Ids, posts: Iterable[Post], unread: Container[str], today: date) -> Assignment:
    """Return the id of each published post, and what is to be remembered from now on.

    Args:
        ids: What was remembered.
        posts: Everything that was read, drafts too.
        unread: Paths of files that are there, and that this build did not look at: they keep what they have.
        today: Day of the build, on which what is missing is withdrawn.
    """
    return _Assigner(ids, {post.path: post for post in posts}, today).assign(unread)


@dataclass(slots=True)
class _Assigner:
    ids: Ids
    posts: dict[str, Post]
    today: date
    records: dict[str, PostRecord] = field(init=False)
    """What is remembered of files that are there, by the path that they have now."""
    owners: dict[str, str] = field(default_factory=dict)
    """Path of the post that has each id."""
    withdrawn: dict[str, WithdrawnId] = field(init=False)
    clashes: list[Clash] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.posts = dict(sorted(self.posts.items()))
        self.records = dict(sorted(self.ids.posts.items()))
        self.withdrawn = {one.id: one for one in self.ids.withdrawn}

    def assign(self, unread: Container[str]) -> Assignment:
        """Follow what was renamed, let authors have their way, give ids to what is new."""
        gone = {
            path: self.records.pop(path)
            for path in self.ids.posts
            if path not in self.posts and path not in unread
        }
        dropped = [*self._follow(gone), *self._adopt()]
        self._claim_known()
        for record in dropped:
            if record.id not in self.owners:
                self._withdraw(record)
        self._claim_new()
        published = {path: id_ for id_, path in self.owners.items() if self._is_published(path)}
        return Assignment(self._remember(published), published, tuple(sorted(self.clashes, key=_sort_clash)))

    def _is_published(self, path: str) -> bool:
        return path in self.posts and self.posts[path].is_published

    def _follow(self, gone: dict[str, PostRecord]) -> Iterator[PostRecord]:
        """Find files again under their new names, and yield what is remembered of the others."""
        typed = {post.typed_id: path for path, post in self.posts.items() if post.typed_id}
        named = self._find_renamed(gone)
        for path, record in gone.items():
            target = typed.get(record.id) or named.get(path)
            if target is None:
                yield record
                continue
            if target in self.records:
                yield self.records[target]
            self.records[target] = record

    def _find_renamed(self, gone: Mapping[str, PostRecord]) -> dict[str, str]:
        """Return the new path of each file of which one slug and language went and came back."""
        before, after = defaultdict(list), defaultdict(list)
        for path, record in gone.items():
            before[record.slug, record.lang].append(path)
        for path, post in self.posts.items():
            if path not in self.records and not post.typed_id:
                after[post.slug, post.lang].append(path)
        return {
            paths[0]: after[name][0]
            for name, paths in before.items()
            if len(paths) == 1 and len(after[name]) == 1
        }

    def _adopt(self) -> Iterator[PostRecord]:
        """Take the ids that authors typed, and yield what is remembered of posts that had another."""
        for path, post in self.posts.items():
            if not post.typed_id or not post.is_published:
                continue
            if self._is_withdrawn(post.typed_id):
                self.clashes.append(Clash(path))
            elif post.typed_id in self.owners:
                self.clashes.append(Clash(path, self.owners[post.typed_id]))
            else:
                self.owners[post.typed_id] = path
                if path in self.records and self.records[path].id != post.typed_id:
                    yield self.records.pop(path)

    def _claim_known(self) -> None:
        """Let each post that is known keep its id."""
        for path, record in self.records.items():
            owner = self.owners.setdefault(record.id, path)
            if owner != path:
                self.clashes.append(Clash(owner, path))

    def _claim_new(self) -> None:
        """Give an id to each post that has none."""
        known = set(self.owners.values())
        for path, post in self.posts.items():
            if post.is_published and path not in known:
                self.owners[next(filter(self._is_free, self._propose(post)))] = path

    def _propose(self, post: Post) -> Iterator[str]:
        if post.former_id:
            yield post.former_id
        yield self.ids.find_uid("post", post.path)
        yield from (self.ids.find_uid("post", f"{post.path}#{number}") for number in count(2))

    def _is_free(self, identifier: str) -> bool:
        return identifier not in self.owners and not self._is_withdrawn(identifier)

    def _is_withdrawn(self, identifier: str) -> bool:
        return self.ids.obscure(identifier) in self.withdrawn

    def _withdraw(self, record: PostRecord) -> None:
        one = WithdrawnId(
            id=self.ids.obscure(record.id),
            on=record.withdrawn or self.today,
            is_obscured=not is_opaque(record.id),
        )
        self.withdrawn.setdefault(one.id, one)

    def _remember(self, published: Mapping[str, str]) -> Ids:
        records = {path: self._remember_hidden(path, record) for path, record in self.records.items()}
        for path, identifier in published.items():
            post, former = self.posts[path], _list_former(self.records.get(path))
            former = tuple(slug for slug in former if slug != post.slug)
            records[path] = PostRecord(id=identifier, slug=post.slug, lang=post.lang, former=former)
        return replace(
            self.ids,
            posts=MappingProxyType(dict(sorted(records.items()))),
            withdrawn=tuple(sorted(self.withdrawn.values(), key=sort_withdrawn)),
        )

    def _remember_hidden(self, path: str, record: PostRecord) -> PostRecord:
        """Return what is remembered of a post that was read and is not published, with its day."""
        if path not in self.posts:
            return record
        post = self.posts[path]
        return PostRecord(
            id=record.id,
            slug=post.slug,
            lang=post.lang,
            withdrawn=record.withdrawn or self.today,
            former=_list_former(record),
        )


def _list_former(record: PostRecord | None) -> tuple[str, ...]:
    """Return the slugs under which a post was published so far; one of a draft is none."""
    if record is None:
        return ()
    return record.former if record.withdrawn else tuple(dict.fromkeys((*record.former, record.slug)))


def _sort_clash(clash: Clash) -> tuple[str, str]:
    return (clash.path, clash.other)
