"""Give every page the image by which networks show it, and draw those that are not drawn yet."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pelican.generators import Generator
from pelican.plugins import signals

from ..characters import name_characters
from ..documents import find_target, make_document, write_document
from ..errors import Place, Problem, Severity
from ..page_generator import find_event, find_recap
from ..pictures.kept import Kept
from ..rendering import read_text
from ..run import Run, find_run
from ..settings import NAME
from ..views.social import view_event_card, view_person_card, view_recap_card, view_site_card
from .font import Fonts, check_font
from .look import read_look
from .plan import Plan, Planner, view_cover, view_image
from .together import draw_together

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pelican.writers import Writer

    from ..run import AnyArticle
    from ..views.picture_values import PictureView
    from ..views.social import SocialCard
    from ..views.social_values import SocialImageView

KEPT_NAME = "event-recap-social-images"
"""Folder, in Pelican's folder of caches, of the images that were drawn."""


class SocialImagesGenerator(Generator):
    """Plans and writes the images; does nothing where the plugin sleeps."""

    _plans: dict[str, Plan]
    """What is written, by its path below the output."""
    _planner: Planner
    _kept: Kept
    _save_as = ""

    def generate_context(self) -> None:
        """Set ``social_image`` on articles, events and people, and in the context for all other pages."""
        run = find_run(self.context)
        self._plans = {}
        if run is None:
            return
        site = read_text(self.settings, "SITENAME")
        typefaces, hue = read_look(Path(self.theme, "static"), run.settings.look)
        fonts = Fonts(tuple(self._read_fonts(run)), *typefaces)
        self._planner = Planner(run.gallery, fonts, site, hue)
        self._kept = Kept(Path(self.settings["CACHE_PATH"], KEPT_NAME))
        self._save_as = self.settings["SOCIAL_IMAGE_SAVE_AS"] if self.settings["SITEURL"] else ""
        self._attach_recaps(run)
        self._attach_events(run)
        self._attach_people(run)
        subtitle = read_text(self.settings, "SITESUBTITLE")
        self.context["social_image"] = self._choose(view_site_card(site, subtitle, run.lang), None, run)
        for save_as, plan in self._plans.items():
            run.plan(save_as, Place("setting SOCIAL_IMAGE_SAVE_AS"))
            self._kept.expect(plan.made_of, plan.sums)
        self._kept.forget_unused()
        if fonts.missing:
            signs = name_characters(fonts.missing)
            what = f"no font has {signs}: social images leave out the lines; add a font that has"
            run.report([Problem(Place(NAME), "social_image_fonts", what, Severity.NOTE)])

    def generate_output(self, writer: Writer) -> None:
        """Draw what was not drawn by an earlier build, and write every image."""
        run = find_run(self.context)
        plans = self._plans.values()
        draw_together([plan for plan in plans if not self._kept.holds(plan.made_of, plan.sums)], self._draw)
        for save_as, plan in self._plans.items():
            value = ("social image", plan.made_of, plan.sums)
            write_document(writer, save_as, make_document(writer, save_as, value, partial(self._draw, plan)))
            if run:
                run.gallery.written.add(find_target(writer, save_as))

    def _draw(self, plan: Plan) -> bytes:
        """Return an image, from the last time where it was drawn already."""
        return self._kept.make(plan.made_of, plan.sums, partial(self._planner.draw, plan))

    def _attach_recaps(self, run: Run) -> None:
        for article in _list_articles(self.context):
            recap, event = find_recap(article), find_event(article, run)
            cover = (recap.cover if recap else None) or (event.cover if event else None)
            view = article.event_recap
            card = view_recap_card(view, event, cover, run.registry, run.addresses)
            article.social_image = self._choose(card, view.cover, run)

    def _attach_events(self, run: Run) -> None:
        for event in run.registry.events.values():
            page = self.context["generated_content"][f"@event/{event.id}"]
            card = view_event_card(page.event_recap, event, run.registry, run.addresses, run.lang)
            page.social_image = self._choose(card, page.event_recap.cover, run)

    def _attach_people(self, run: Run) -> None:
        for public in run.registry.public_people.values():
            page = self.context["generated_content"][f"@person/{public.person.id}"]
            card = view_person_card(page.event_recap, public, run.addresses, run.lang)
            page.social_image = self._choose(card, None, run) if card else None

    def _choose(self, card: SocialCard, cover: PictureView | None, run: Run) -> SocialImageView | None:
        """Return the image of a page, as the site wants it; None where it has none."""
        if cover and run.settings.social_images != "drawn":
            return view_cover(cover)
        if not self._save_as or run.settings.social_images == "off":
            return None
        plan = self._planner.plan(card)
        save_as = self._save_as.format(hash=plan.name)
        self._plans[save_as] = plan
        return view_image(card, save_as)

    def _read_fonts(self, run: Run) -> Iterator[bytes]:
        """Yield the fonts that the site adds; one that is none is told."""
        for name in run.settings.social_image_fonts:
            try:
                data = Path(self.settings["PATH"], name).read_bytes()
            except OSError:
                data = b""
            if check_font(data):
                yield data
            else:
                what = f"{name!r} is no font; expected a .ttf or .otf file below the content folder"
                run.report([Problem(Place(NAME), "social_image_fonts", what)])


def _list_articles(context: dict[str, Any]) -> Iterator[AnyArticle]:
    """Yield every recap that others can open, in every language."""
    for key in ("articles", "hidden_articles"):
        for article in context.get(key, ()):
            yield article
            yield from article.translations


def offer_generator(_pelican: object) -> type[SocialImagesGenerator]:
    """Tell Pelican about our generator."""
    return SocialImagesGenerator


def register() -> None:
    """Connect the receiver to Pelican's signal; after people and events, whose pages get their images."""
    signals.get_generators.connect(offer_generator)
