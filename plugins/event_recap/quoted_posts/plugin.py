"""Put the quoted posts into texts, as far as their authors may be shown."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pelican.plugins import signals

from ..errors import Problem, Severity, suggest
from ..loading.files import display_path
from ..model.quoted_post import QuotedPost, ShownPost, show_quoted_post
from ..model.visibility import Visibility
from ..page_generator import find_event, keep_back, list_texts
from ..run import QUOTED_POSTS_KEY, AnyArticle, find_run
from ..views.quoted_posts import Page, render_quoted_post, view_quoted_post
from .embeds import find_embed_lines, replace_embeds
from .markers import find_lines, find_strays, replace_markers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jinja2 import Environment
    from pelican.generators import Generator, StaticGenerator

    from ..errors import Place
    from ..run import Run
    from ..views.mentions import Finding
    from ..views.quoted_post_values import QuotedPostView


def place_posts(generator: Generator) -> None:
    """Put a block of text in the place of each line that names a post, and of each post that was pasted."""
    run = find_run(generator.context)
    if run is None:
        return
    for content in list_texts(generator):
        text = _Text(content, run, generator.env)
        html = content._content or ""  # noqa: SLF001 -- the documented place of a text
        if "[post" in html.lower():
            html = replace_markers(html, text.quote)
            text.tell_strays(html)
        html = replace_embeds(html, text.quote_embed, text.source)
        content._content = html  # noqa: SLF001
        setattr(content, QUOTED_POSTS_KEY, tuple(text.views))


def tell_unquoted(generators: list[Generator]) -> None:
    """Warn of each file of a post that no text names, so that nothing of it is shown."""
    run = find_run(generators[0].context)
    for key, post in run.quoted_posts.posts.items() if run else ():
        if run and key not in run.quoted_ids:
            what = "no text quotes this post; write its line, or delete the file"
            run.report([Problem(post.place, "", what, Severity.WARNING)])


def keep_files(generator: StaticGenerator) -> None:
    """Let no file of a post be copied, whatever is linked: its author may not be shown."""
    run = find_run(generator.context)
    if run is not None:
        keep_back(generator, run.settings.quoted_posts_path)


class _Text:
    """One article or page, and the posts that it quotes."""

    def __init__(self, content: AnyArticle, run: Run, environment: Environment) -> None:
        self._run = run
        self._environment = environment
        self._path = Path(str(content.source_path))
        self.source = display_path(self._path)
        self._page = Page(content.lang, find_event(content, run))
        self._met: set[str] = set()
        self.views: list[QuotedPostView] = []

    def quote(self, word: str) -> str:
        """Return the block of a post that a line names; nothing, and a problem, where there is none."""
        posts = self._run.quoted_posts
        # What is wrong with a post is told of all its lines where the first is met.
        places = () if word in self._met else tuple(find_lines(self._path, self.source, word))
        post = posts.posts.get(word)
        self._met.add(word)
        self._run.quoted_ids.add(word)
        if post:
            return self._render(post, places)
        if places and word not in posts.ids:
            hint = suggest(word, self._list_shown_ids()) or "; expected a file of that name there"
            what = f"no post called {word!r} in {self._run.settings.quoted_posts_path}/{hint}"
            self._run.report(Problem(place, "text", what) for place in places)
        return ""

    def tell_strays(self, html: str) -> None:
        """Warn of the mark of a post that we have, where it stands inside a paragraph and places nothing."""
        for word in find_strays(html):
            if word in self._run.quoted_posts.ids:
                what = "the line of a post stands inside a paragraph; give it a blank line above and below"
                places = find_lines(self._path, self.source, word, is_stray=True)
                self._run.report(Problem(place, "text", what, Severity.WARNING) for place in places)

    def quote_embed(self, post: QuotedPost) -> str:
        """Return the block of a post that was pasted as HTML."""
        return self._render(post, tuple(find_embed_lines(self._path, self.source, post)))

    def _list_shown_ids(self) -> Iterator[str]:
        """Yield the ids that a message may propose: one may hold the handle of somebody who is not shown."""
        for key, post in self._run.quoted_posts.posts.items():
            if isinstance(show_quoted_post(post, self._run.registry, self._page.event), ShownPost):
                yield key

    def _render(self, post: QuotedPost, places: Iterable[Place]) -> str:
        shown = show_quoted_post(post, self._run.registry, self._page.event)
        if isinstance(shown, Visibility):
            self._run.report(_tell_left_out(shown, places))
            return ""
        view, withheld = view_quoted_post(shown, self._run.registry, self._page)
        self._run.report(_tell_withheld(post, withheld, is_strict=self._run.settings.strict))
        self.views.append(view)
        return render_quoted_post(self._environment, view)


def _tell_left_out(level: Visibility, places: Iterable[Place]) -> Iterator[Problem]:
    for place in places:
        what = f"the post is left out: its author is shown at the level '{level.word}'"
        yield Problem(place, "text", what, Severity.WARNING)


def _tell_withheld(post: QuotedPost, withheld: Iterable[Finding], *, is_strict: bool) -> Iterator[Problem]:
    """Yield a problem for each person whom the words of a post mention and who may not be shown."""
    for level in {finding.decision.level for finding in withheld}:
        place = post.text_place or post.place
        if level is Visibility.HIDDEN or is_strict:
            yield Problem(place, "text", "the post mentions somebody who may not be shown; quote another")
        else:
            what = f"the post mentions somebody at the level '{level.word}'; a neutral word is shown"
            yield Problem(place, "text", what, Severity.WARNING)


def register() -> None:
    """Connect the receivers to Pelican's signals; they have to come before those of mentions."""
    signals.article_generator_finalized.connect(place_posts)
    signals.page_generator_finalized.connect(place_posts)
    signals.static_generator_finalized.connect(keep_files)
    signals.all_generators_finalized.connect(tell_unquoted)
