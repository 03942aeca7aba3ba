"""What forgetting somebody in the files cannot reach, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass
from shlex import quote
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .subject import Subject


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What lies around the content folder."""

    addresses: tuple[str, ...] = ()
    """Pages of the published site that go or change because of them, as absolute URLs."""
    commits: int | None = None
    """How many commits of the history hold a name of theirs; None where there is no git."""
    caches: tuple[str, ...] = ()
    """Folders that keep texts from one build to the next."""


def list_steps(subject: Subject, around: Surroundings) -> Iterator[str]:
    """Yield one paragraph for each thing that is left to do by hand."""
    caches = "".join(f"rm -r {quote(cache)}; " for cache in around.caches)
    yield (
        f"Build, look, publish: {caches}make html; make publish. The output folder is replaced as a whole; "
        "upload it with deletion, so that the pages leave the host as well."
    )
    yield from _tell_git(subject, around)
    pages = "".join(f"\n    {address}" for address in around.addresses)
    yield (
        "Search engines keep what they saw for some weeks. Once the new site is up, ask for each page at "
        "https://search.google.com/search-console/remove-outdated-content and "
        f"https://www.bing.com/webmasters/tools/contentremoval{':' if pages else '.'}{pages}"
    )
    yield (
        "Archives: look at https://web.archive.org/web/*/ followed by each address; write "
        "to info@archive.org, from an address of your domain, with the addresses and the request to "
        "exclude them."
    )
    yield (
        "Feed readers, and people who saved a page, keep what they fetched: nobody can reach that. "
        "Tell the person so, honestly."
    )
    yield "This terminal: its history holds the name that you typed; 'history -d' takes a line out of it."


def _tell_git(subject: Subject, around: Surroundings) -> Iterator[str]:
    if around.commits is None:
        return
    names = sorted(subject.names | subject.handles | subject.ids, key=lambda name: (-len(name), name))
    looked_for = quote(names[0]) if names else "NAME"
    file = f" --path {quote('content/' + subject.file)}" if subject.file else ""
    if around.commits == 0:
        yield f"Git: no commit holds {looked_for}, so the history needs nothing."
        return
    held = (
        f"{around.commits} commits hold {looked_for}"
        if around.commits > 1
        else f"1 commit holds {looked_for}"
    )
    yield (
        f"Git: {held} (git log --all --oneline -S {looked_for}), and whoever can read the "
        "repository can read them. To rewrite it, commit, then in a fresh clone: "
        f"{f'git filter-repo --invert-paths{file}; ' if file else ''}"
        "git filter-repo --replace-text FILE, with a line NAME==>someone for each name, handle and address; "
        "push with --force, ask the host to delete what it cached, and whoever has a clone or a fork to "
        "clone again."
    )
