"""Count what Pelican says that it does; ``build`` says where a build begins and ends."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pelican.generators import ArticlesGenerator
from pelican.plugins import signals

from .tally import Phase
from .telling import KEY, find_telling

if TYPE_CHECKING:
    from pelican.contents import Article, Page
    from pelican.generators import Generator, PagesGenerator

PERSONAL = ("person", "pair")
"""Names under which a template finds somebody: the path of their page is their name."""


def meet_generator(generator: Generator) -> None:
    """Let the templates' context know who counts, since pages are told with it alone."""
    if telling := find_telling(generator.settings):
        generator.context[KEY] = telling
        if telling.profile:
            telling.profile.measure_generator(generator)


def expect_texts(generator: ArticlesGenerator | PagesGenerator) -> None:
    """Find out how many texts there are to read, where somebody sees it."""
    telling = find_telling(generator.settings)
    if telling and telling.is_seen:
        kind = "ARTICLE" if isinstance(generator, ArticlesGenerator) else "PAGE"
        paths, excluded = (generator.settings[f"{kind}_{name}"] for name in ("PATHS", "EXCLUDES"))
        telling.expect(Phase.TEXTS, len(list(generator.get_files(paths, exclude=excluded))))


def count_text(generator: Generator, metadata: object) -> None:  # noqa: ARG001 -- as Pelican calls it
    """Count a recap or a page that was read."""
    if telling := find_telling(generator.settings):
        telling.add_text()


def begin_joining(generator: Generator) -> None:
    """Every recap is read; what follows belongs to none of them alone."""
    if telling := find_telling(generator.settings):
        telling.enter(Phase.JOINING)


def begin_pages(pelican: Any) -> None:  # noqa: ANN401 -- Pelican's own object
    """Everything is read and judged."""
    if telling := find_telling(pelican.settings):
        telling.enter(Phase.PAGES)
        telling.mark()


def begin_page(generator: Generator, content: Article | Page) -> None:  # noqa: ARG001 -- as Pelican calls it
    """A recap or a page is rendered next; what came before it was another thing."""
    if telling := find_telling(generator.settings):
        telling.mark()


def count_page(path: str, context: dict[str, Any]) -> None:  # noqa: ARG001 -- as Pelican calls it
    """Count a page that was written, with its name where that may be told."""
    if telling := find_telling(context):
        is_told = telling.tells_all or not _tells_of_somebody(context)
        telling.add_page(str(context["output_file"]) if is_told else "")


def count_feed(path: str, context: dict[str, Any], feed: object) -> None:  # noqa: ARG001 -- as Pelican calls it
    """Count a feed that was written."""
    if telling := find_telling(context):
        telling.tally.feeds += 1
        telling.mark()


def begin_finishing(pelican: Any) -> None:  # noqa: ANN401 -- Pelican's own object
    """Every page is written."""
    if telling := find_telling(pelican.settings):
        telling.enter(Phase.FINISHING)


def _tells_of_somebody(context: dict[str, Any]) -> bool:
    """Tell whether the path of a page is a name, or what nobody is to find: a log may be public."""
    status = getattr(context.get("article") or context.get("page"), "status", "")
    return any(context.get(kind) for kind in PERSONAL) or status not in {"", "published"}


def register() -> None:
    """Connect the receivers to Pelican's signals."""
    signals.generator_init.connect(meet_generator)
    signals.article_generator_init.connect(expect_texts)
    signals.page_generator_init.connect(expect_texts)
    signals.article_generator_context.connect(count_text)
    signals.page_generator_context.connect(count_text)
    signals.article_generator_pretaxonomy.connect(begin_joining)
    signals.page_generator_finalized.connect(begin_joining)
    signals.get_writer.connect(begin_pages)
    signals.article_generator_write_article.connect(begin_page)
    signals.page_generator_write_page.connect(begin_page)
    signals.content_written.connect(count_page)
    signals.feed_written.connect(count_feed)
    signals.finalized.connect(begin_finishing)
