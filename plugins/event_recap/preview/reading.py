"""Read a few texts over again, among all that a build has read."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from pelican.plugins import signals

from ..build.plugin import judge_content
from ..page_generator import find_path, list_texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from pelican.generators import ArticlesGenerator, PagesGenerator

    from ..run import AnyArticle

CARRIED = ("translations", "related", "next_article", "previous_article", "social_image")
"""Attributes that depend on the other texts: they stay as the last build found them."""

OF_ADDRESS = ("qr_code",)
"""Attributes that go with the address of a text, which may have changed."""

CONTENTS = "generated_content"
"""Key of the context: everything that has a page, by its path."""


def read_texts(
    generators: Mapping[ArticlesGenerator | PagesGenerator, set[str]], context: dict[str, Any]
) -> list[AnyArticle]:
    """Read texts as a build does, so that every receiver does its part; what else is in the context stays.

    Args:
        generators: Pelican's, and for each the texts that it shall read; it will know no others.
        context: Pelican's. The former contents of these texts are replaced in it.
    """
    former, before = dict(context[CONTENTS]), dict(context)
    texts = []
    for generator, names in generators.items():
        _read(generator, names)
        texts += list_texts(generator)
    for text in texts:
        _carry(former.get(find_path(text)), text)
    # Receivers look at every content here: those of the build had their turn.
    context[CONTENTS] = {find_path(text): text for text in texts}
    signals.all_generators_finalized.disconnect(judge_content)  # who asked for the texts judges them
    signals.all_generators_finalized.send(list(generators))
    context.update(before)
    context[CONTENTS] = former | {find_path(text): text for text in texts}
    for generator in generators:
        generator.refresh_metadata_intersite_links()
    return texts


def _read(generator: Any, names: Iterable[str]) -> None:  # noqa: ANN401 -- attributes of an object take the place of its methods
    for taxonomy in ("categories", "tags", "authors"):
        if hasattr(generator, taxonomy):
            setattr(generator, taxonomy, defaultdict(list))
    generator.get_files = lambda *_arguments, **_keys: set(names)
    generator.save_cache = generator.readers.save_cache = _keep_nothing
    generator.generate_context()


def _keep_nothing() -> None:
    """Write no cache: the build that runs at the same time does."""


def _carry(former: AnyArticle | None, text: AnyArticle) -> None:
    """Give a text what the build found for it among the others."""
    for name in (*CARRIED, *(OF_ADDRESS if former and former.url == text.url else ())):
        if hasattr(former, name) and not getattr(text, name, None):
            setattr(text, name, getattr(former, name))


def list_drafts(texts: Sequence[AnyArticle]) -> tuple[str, ...]:
    """Return the pages that are drafts, by their path below the output folder."""
    return tuple(text.save_as for text in texts if text.status == "draft")
