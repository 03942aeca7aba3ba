"""From who met whom to a picture, and to the table that says the same."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from math import isqrt
from typing import TYPE_CHECKING

from ..characters import fold_name
from ..translation import translate, translate_count
from ..views.meeting_values import NetworkRow, NetworkView, NodeView, TiedView, TiesView
from ..views.meetings import view_public_link
from .labels import Name, place_names
from .sheet import Sheet, build_sheet

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ..model.meeting import Network, Pair, PairKey, Tie
    from ..model.registry import Registry
    from ..views.address import Addresses
    from ..views.values import PersonLink

PEOPLE_MOST = 300
"""People in one picture; of more, the most connected are drawn, and the table has all."""

WEIGHT_MOST = 4
"""Widths of a line."""

SMALL_MOST, MEDIUM_MOST = 12, 60
"""People up to which a picture is small, and of middling size."""


@dataclass(frozen=True, slots=True)
class Sight:
    """What a picture needs to know of the site."""

    registry: Registry
    pairs: Mapping[PairKey, Pair]
    """Pairs that have a page."""
    addresses: Addresses
    lang: str
    """BCP 47 tag."""


@dataclass(frozen=True, slots=True)
class _Drawing:
    """The people and ties that are drawn."""

    people: tuple[str, ...]
    """Ids, by name."""
    ties: tuple[Tie, ...]
    degrees: tuple[int, ...]
    """How many people each is tied to, drawn or not."""
    sheet: Sheet

    @property
    def places(self) -> dict[str, tuple[int, int]]:
        """Where each person stands, by id."""
        return dict(zip(self.people, self.sheet.points, strict=True))


def view_network(network: Network, sight: Sight, title: str, url: str = "") -> NetworkView | None:
    """Return the picture and the table of a network; None where nobody is tied to anybody.

    Args:
        network: Who met whom.
        sight: What is known of the site.
        title: Of the picture, plain text.
        url: Path of its own page below ``SITEURL``, or empty.
    """
    if not network:
        return None
    neighbours = network.neighbours
    links = {
        person_id: view_public_link(sight.registry, person_id, sight.addresses) for person_id in neighbours
    }
    by_name = sorted(links, key=lambda person_id: (fold_name(links[person_id].text), person_id))
    drawing = _draw_people(network, neighbours, by_name)
    return NetworkView(
        title=title,
        url=url,
        summary=_word_summary(len(by_name), len(network.ties), sight.lang),
        size=find_size(len(drawing.people)),
        width=drawing.sheet.width,
        height=drawing.sheet.height,
        ties=_view_ties(drawing),
        nodes=_view_nodes(drawing, links, sight.lang),
        rows=tuple(
            NetworkRow(links[each], _view_row(each, neighbours[each], links, sight)) for each in by_name
        ),
        left_out_text=_word_left_out(len(drawing.people), len(by_name), sight.lang),
        has_companions=any(not tie.has_met for tie in drawing.ties),
    )


def find_size(count: int) -> str:
    """Return how much room a picture wants."""
    return "small" if count <= SMALL_MOST else "medium" if count <= MEDIUM_MOST else "large"


def find_radius(degree: int) -> int:
    """Return the radius of a person's circle: the area grows with the people met.

    >>> find_radius(1), find_radius(9), find_radius(400)
    (12, 15, 18)
    """
    return min(18, 11 + isqrt(2 * degree))


def _draw_people(
    network: Network, neighbours: Mapping[str, Sequence[Tie]], by_name: Sequence[str]
) -> _Drawing:
    """Choose whom to draw, and find a place for each."""
    most = sorted(by_name, key=lambda person_id: (-len(neighbours[person_id]), person_id))[:PEOPLE_MOST]
    drawn = set(most)
    people = tuple(person_id for person_id in by_name if person_id in drawn)
    ties = tuple(tie for tie in network.ties if set(tie.key) <= drawn)
    index = {person_id: number for number, person_id in enumerate(people)}
    degrees = tuple(len(neighbours[person_id]) for person_id in people)
    edges = [(index[tie.key[0]], index[tie.key[1]]) for tie in ties]
    return _Drawing(people, ties, degrees, build_sheet(len(people), edges))


def _view_nodes(drawing: _Drawing, links: Mapping[str, PersonLink], lang: str) -> tuple[NodeView, ...]:
    own: defaultdict[str, list[Tie]] = defaultdict(list)
    for tie in drawing.ties:
        for person_id in tie.key:
            own[person_id].append(tie)
    places, names = drawing.places, _place_names(drawing, links)
    return tuple(
        NodeView(
            text=links[person_id].text,
            label=translate("{name}, {people}", lang).format(
                name=links[person_id].text, people=_word_people(degree, lang)
            ),
            url=links[person_id].url,
            monogram=links[person_id].monogram,
            hue=links[person_id].hue,
            x=places[person_id][0],
            y=places[person_id][1],
            radius=find_radius(degree),
            lines=name.lines,
            text_x=name.x,
            text_y=name.y,
            anchor=name.anchor,
            is_named=name.is_shown,
            path=_draw_ties(own[person_id], places),
        )
        for person_id, degree, name in zip(drawing.people, drawing.degrees, names, strict=True)
    )


def _place_names(drawing: _Drawing, links: Mapping[str, PersonLink]) -> list[Name]:
    """Return where the names stand; the most connected choose first."""
    people, degrees, sheet = drawing.people, drawing.degrees, drawing.sheet
    order = sorted(range(len(people)), key=lambda number: (-degrees[number], people[number]))
    return place_names(
        [links[person_id].text for person_id in people],
        sheet.points,
        [find_radius(degree) for degree in degrees],
        order,
        (sheet.width, sheet.height),
    )


def _view_ties(drawing: _Drawing) -> tuple[TiesView, ...]:
    """Return the lines, those that look alike in one; what weighs more comes later, and so lies on top."""
    alike: defaultdict[tuple[bool, int], list[Tie]] = defaultdict(list)
    for tie in drawing.ties:
        alike[tie.has_met, min(tie.times, WEIGHT_MOST)].append(tie)
    return tuple(
        TiesView(weight, has_met, _draw_ties(found, drawing.places))
        for (has_met, weight), found in sorted(alike.items())
    )


def _draw_ties(ties: Sequence[Tie], places: Mapping[str, tuple[int, int]]) -> str:
    points = ((places[tie.key[0]], places[tie.key[1]]) for tie in ties)
    return "".join(f"M{x} {y}L{to_x} {to_y}" for (x, y), (to_x, to_y) in points)


def _view_row(
    person_id: str, ties: Sequence[Tie], links: Mapping[str, PersonLink], sight: Sight
) -> tuple[TiedView, ...]:
    found = []
    for tie in ties:
        other = tie.key[1] if tie.key[0] == person_id else tie.key[0]
        url = sight.addresses.find_pair(tie.key) if tie.key in sight.pairs else ""
        found.append(TiedView(links[other].text, tie.times, url))
    return tuple(sorted(found, key=lambda tied: (fold_name(tied.text), tied.text, tied.url)))


def _word_people(count: int, lang: str) -> str:
    return translate_count("{count} person", "{count} people", count, lang)


def _word_summary(people: int, ties: int, lang: str) -> str:
    return translate("{people}, {ties}", lang).format(
        people=_word_people(people, lang),
        ties=translate_count("{count} tie", "{count} ties", ties, lang),
    )


def _word_left_out(drawn: int, all_people: int, lang: str) -> str:
    if drawn == all_people:
        return ""
    words = translate("The picture shows the {count} people who met most; the table has them all.", lang)
    return words.format(count=drawn)
