"""A page depends on all that its template reads, in whatever way; where that cannot be seen, it is made again."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

import pytest
from jinja2 import Environment

from event_recap.engine.listening import listen_to
from event_recap.engine.page_record import PageRecord
from event_recap.engine.reading import Reading, Things


@dataclass(frozen=True)
class Value:
    """Something that says all that it is."""

    text: str
    parts: tuple = ()


class Thing:
    """Something that answers, and may answer otherwise tomorrow."""

    def __init__(self, title="Soir", part=None):
        """Answer to a few questions."""
        self.title, self.part = title, part

    def shout(self, sign):
        """Answer by what it is given and by what it is."""
        return f"{self.title}{sign}"


class Sheet(Thing):
    """Something that says in words what it is, as Pelican's page of a list does."""

    def __repr__(self):
        """Say it."""
        return f"<Sheet {self.title}>"


class Crowd(Thing):
    """Something that can be gone through, which nobody hears."""

    def __iter__(self):
        """Go through it."""
        return iter(self.title)


def read(template, **context):
    """Return what a template reads of a context."""
    environment, reading = Environment(autoescape=True), None
    things = Things(environment.getattr, environment.getitem, {}, environment.globals)
    reading = Reading(things, context)
    listen_to(environment, lambda: reading)
    environment.from_string(template).render(context)
    return reading.roots, reading.answers, reading.obstacle


def make_closure(word):
    """Return a function that carries a word along."""

    def say():
        return word

    return say


make_closure.__module__ = "event_recap.somewhere"


@pytest.mark.parametrize(
    ("template", "before", "after"),
    [
        ("{{ x }}", "a", "b"),
        ("{{ x|length }}", ["a"], ["a", "b"]),
        ("{% for one in x %}{{ one }}{% endfor %}", {"a": 1}, {"a": 2}),
        ("{{ x.text }}", Value("a"), Value("b")),
        ("{{ x.parts[0].text }}", Value("a", (Value("b"),)), Value("a", (Value("c"),))),
        ("{{ x.title }}", Thing("a"), Thing("b")),
        ("{{ x }}", Sheet("1 of 2"), Sheet("1 of 3")),
        ("{{ x.part.title }}", Thing(part=Thing("a")), Thing(part=Thing("b"))),
        ("{{ x['title'] }}", Thing("a"), Thing("b")),
        ("{{ x|attr('title') }}", Thing("a"), Thing("b")),
        ("{{ [x]|map(attribute='title')|join }}", Thing("a"), Thing("b")),
        ("{{ x.shout('!') }}", Thing("a"), Thing("b")),
        ("{% for one in x %}{{ one.title }}{% endfor %}", [Thing("a")], [Thing("b")]),
        ("{% macro m(y) %}{{ y.title }}{% endmacro %}{{ m(x) }}", Thing("a"), Thing("b")),
        ("{{ x.nothing is defined }}", Thing(), type("Thing", (Thing,), {"nothing": 1})()),
        ("{{ x() }}", partial(make_closure, "a"), partial(make_closure, "b")),
        ("{{ x() }}", make_closure("a"), make_closure("b")),
        ("{{ x() }}", Value("a").text.upper, Value("b").text.upper),
    ],
)
def test_what_a_template_shows_is_read(template, before, after):
    """Whatever a page would show otherwise is another answer, a name or an obstacle."""
    assert read(template, x=before) != read(template, x=after)


@pytest.mark.parametrize(
    ("template", "value"),
    [
        ("{{ x.title }}", Thing("a")),
        ("{{ x.shout('!') }}", Thing("a")),
        ("{{ x.text }}", Value("a", (Value("b"),))),
        ("{% for one in x %}{{ one.title }}{% endfor %}", [Thing("a"), Thing("b")]),
        ("{{ x|sort|join }}", {"b", "a", "c"}),
        ("{{ y is defined }}", "a"),
    ],
)
def test_the_same_is_the_same_in_every_build(template, value):
    """What is read again of the same things has the same digests, and nothing hinders."""
    first, again = read(template, x=value), read(template, x=value)

    assert first == again
    assert first[-1] == ""


def test_what_is_not_shown_is_not_read():
    """A page that shows a title is the same when something else of the thing changes."""
    one, other = Thing("a", part="b"), Thing("a", part="c")

    assert read("{{ x.title }}", x=one) == read("{{ x.title }}", x=other)


@pytest.mark.parametrize(
    ("template", "value", "obstacle"),
    [
        ("{% for one in x %}{{ one }}{% endfor %}", Crowd(), "page.x is a Crowd"),
        ("{{ x() }}", lambda: "a", "it calls <lambda>"),
        ("{{ x.shout(x.part) }}", Thing(part=("a",)), "it calls Thing.shout with more than words"),
        ('{{ "{0.title}".format(x) }}', Thing(), "it gives format a thing, which is asked there"),
        (
            '{{ "{a[0].title}".format_map({"a": [x]}) }}',
            Thing(),
            "it gives format_map a thing, which is asked there",
        ),
        ("{{ x.title }}", Thing, "it asks Thing for .title"),
    ],
)
def test_what_cannot_be_seen_hinders(template, value, obstacle):
    """A page that reads in ways which nobody hears has to be made at each build, and says why."""
    assert read(template, x=value)[-1] == obstacle


def test_what_cannot_be_seen_hinders_every_page():
    """What no page can see hinders the second page that reads it as well as the first."""
    environment, reading = Environment(autoescape=True), None
    things = Things(environment.getattr, environment.getitem, {"x": Crowd()}, environment.globals)
    listen_to(environment, lambda: reading)
    obstacles = []

    for _ in range(2):
        reading = Reading(things, {"x": things.shared["x"]})
        environment.from_string("{% for one in x %}{{ one }}{% endfor %}").render(x=things.shared["x"])
        obstacles.append(reading.obstacle)

    assert obstacles == ["context.x is a Crowd"] * 2


def test_a_thing_is_known_by_each_place_where_it_was_found():
    """A process that makes some of the pages meets it elsewhere first, and what it notes is for all of them."""
    tag = Thing("soir")
    context = {"tags": [tag], "newest": [tag]}

    def read_in_turn(*templates):
        environment, readings = Environment(autoescape=True), [None]
        things = Things(environment.getattr, environment.getitem, context, environment.globals)
        listen_to(environment, lambda: readings[-1])
        for template in templates:
            readings.append(Reading(things, context))
            environment.from_string(template).render(context)
        return things, PageRecord.of(readings[-1], "")

    _, record = read_in_turn("{{ newest[0].title }}")
    things, _ = read_in_turn("{{ tags[0].title }}")

    assert record.find_change(Reading(things, context)) == ""
