"""Templates that make a page only where the last site does not have it, and listen to what it reads."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING, Any

from .listening import listen_to
from .reading import Things
from .template_changes import TemplateChanges

if TYPE_CHECKING:
    from jinja2 import Template
    from pelican.generators import Generator

    from .pages import Pages


def reuse_pages(pages: Pages, generator: Generator) -> None:
    """See what the templates of a generator read, and take from the last site what would be the same.

    Called once its environment is complete: with its filters, globals and the class of its templates.
    """
    environment = generator.env
    if pages.templates is None:
        site = [os.path.abspath(one) for one in (generator.path, pages.site)]
        pages.templates = TemplateChanges(environment, site, pages.before.templates)
    pages.things = pages.things or Things(
        environment.getattr, environment.getitem, generator.context, environment.globals
    )
    listen_to(environment, lambda: pages.reading)
    environment.template_class = _make_template_class(environment.template_class, pages)


def _make_template_class(base: type[Template], pages: Pages) -> type[Template]:
    class Reusing(base):  # type: ignore[valid-type, misc]
        """A template that makes a page only where the last site does not have it."""

        def render(self, *arguments: Any, **options: Any) -> str:
            """Return a page; parts of pages, which are no file, are made as ever."""
            context = dict(*arguments, **options)
            page, name = context.get("output_file"), pages.name_template(self.name, self.filename)
            render = partial(super().render, context)
            if page is None or pages.reading is not None:
                return str(render())
            if pages.share:
                return pages.make_for_another(page, name, context, render)
            if pages.take(page, name, context):
                return ""  # the file itself comes later
            made = pages.take_made(page)
            return pages.make(page, name, context, render) if made is None else made

    return Reusing
