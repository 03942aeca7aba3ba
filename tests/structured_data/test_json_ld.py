"""What machines read of a page."""

import json
from functools import partial

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from event_recap.structured_data.events import describe_event
from event_recap.structured_data.json_ld import JsonLd, describe_breadcrumbs, write_json_ld
from event_recap.structured_data.profiles import describe_person
from event_recap.structured_data.recaps import describe_recap
from event_recap.views.values import (
    Byline,
    EventView,
    LinkView,
    OfferView,
    PersonLink,
    PersonView,
    PictureView,
    RecapView,
)

SITE = "https://blog.example"
EVENT = {"id": "focus-20", "name": "Focus 20", "url": "events/focus-20/"}
PERSON = {"id": "bruno", "name": "Bruno", "url": "people/bruno/", "monogram": "B", "hue": 3}
RECAP = {"title": "Focus 20", "lang": "fr", "bylines": (), "date": "3 février 2010", "date_iso": "2010-02-03"}


def read(*things):
    """Return what a machine reads."""
    return json.loads(write_json_ld(*things))


def describe(**facts):
    """Return the description of a recap with some facts."""
    recap = RecapView(**(RECAP | facts))
    return read(describe_recap(recap, url=f"{SITE}/focus/", site_url=SITE, site_name="Rencontres"))


@given(
    st.recursive(
        st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(min_size=1), inner), max_leaves=8
    )
)
def test_no_value_leaves_its_script_element(value):
    """A browser finds one element with all of the text, whatever an author typed."""
    text = write_json_ld({"@type": "Thing", "value": ["x", value]})

    html = BeautifulSoup(f"<body><script type='application/ld+json'>{text}</script><p>", "html5lib")

    assert [tag.name for tag in html.body.find_all()] == ["script", "p"]
    assert json.loads(html.script.string)["value"][0] == "x"
    assert not set("<>&\u2028\u2029") & set(text)


@given(st.text(min_size=1))
def test_a_machine_reads_what_was_typed(name):
    """Escapes are of JSON, so nothing is escaped twice."""
    assert read({"@type": "Thing", "name": name})["name"] == name


def test_a_description_is_written_when_it_is_shown():
    """A theme that escapes shows it as one that does not."""
    thing = {"@type": "Thing", "name": "</script>"}
    shown = JsonLd(partial(lambda one: (one,), thing))

    assert str(shown) == str(escape(shown)) == str(write_json_ld(thing))


def test_several_descriptions_share_one_graph():
    """One alone stands by itself."""
    first, second = {"@type": "Event"}, {"@type": "Person"}

    assert read(first) == {"@context": "https://schema.org", "@type": "Event"}
    assert read(first, second) == {"@context": "https://schema.org", "@graph": [first, second]}


def test_what_is_not_known_is_not_said():
    """Empty texts, lists and parts are left out; a zero is a fact."""
    assert read(
        {"a": "", "b": None, "c": [], "d": {"e": ""}, "f": 0, "g": False, "h": [{"i": "", "j": "x"}]}
    ) == {
        "@context": "https://schema.org",
        "f": 0,
        "g": False,
        "h": [{"j": "x"}],
    }


def test_a_recap_is_a_blog_posting():
    """Title, dates, publisher and address; one that was not changed was last changed when it appeared."""
    assert describe(summary="Trente avatars") == {
        "@context": "https://schema.org",
        "@type": "BlogPosting",
        "@id": "https://blog.example/focus/",
        "url": "https://blog.example/focus/",
        "mainEntityOfPage": "https://blog.example/focus/",
        "isPartOf": {"@type": "Blog", "name": "Rencontres", "url": "https://blog.example/"},
        "headline": "Focus 20",
        "description": "Trente avatars",
        "inLanguage": "fr",
        "datePublished": "2010-02-03",
        "dateModified": "2010-02-03",
        "publisher": {"@type": "Organization", "name": "Rencontres", "url": "https://blog.example/"},
    }


def test_authors_and_guests_are_people():
    """An author's page is ours, a guest's is elsewhere, and a guest may have neither."""
    bylines = (
        Byline(name="Marie", url="author/marie/"),
        Byline(name="Luc", href="https://luc.example/", role="Hôte", org="Lune"),
        Byline(name="Zoé"),
    )

    assert describe(bylines=bylines)["author"] == [
        {"@type": "Person", "name": "Marie", "url": "https://blog.example/author/marie/"},
        {
            "@type": "Person",
            "name": "Luc",
            "url": "https://luc.example/",
            "jobTitle": "Hôte",
            "worksFor": {"@type": "Organization", "name": "Lune"},
        },
        {"@type": "Person", "name": "Zoé"},
    ]


def test_a_recap_names_its_event_picture_and_change():
    """Addresses are absolute."""
    event = EventView(**EVENT, start_iso="2010-02-02")

    described = describe(event=event, cover=PictureView("images/a.jpg"), modified_iso="2010-02-05")

    assert described["about"] | {"eventStatus": ""} == {
        "@type": "Event",
        "@id": "https://blog.example/events/focus-20/",
        "url": "https://blog.example/events/focus-20/",
        "name": "Focus 20",
        "startDate": "2010-02-02",
        "eventStatus": "",
    }
    assert described["image"]["contentUrl"] == "https://blog.example/images/a.jpg"
    assert described["dateModified"] == "2010-02-05"


def test_an_event_without_facts_is_a_name_and_an_address():
    """It is scheduled until something else is said."""
    assert read(describe_event(EventView(**EVENT), site_url=SITE)) == {
        "@context": "https://schema.org",
        "@type": "Event",
        "@id": "https://blog.example/events/focus-20/",
        "url": "https://blog.example/events/focus-20/",
        "name": "Focus 20",
        "eventStatus": "https://schema.org/EventScheduled",
    }


def test_an_event_says_where_when_and_by_whom():
    """In the words of schema.org."""
    event = EventView(
        **EVENT, start_iso="2010-02-02T18:00:00-05:00", end_iso="2010-02-02T21:00:00-05:00",
        place="Lune, Drummondville", place_name="Lune", locality="Drummondville", region="Québec",
        country="Canada", place_href="https://lune.example/", latitude="0", longitude="-72.48",
        organizers=(PersonLink("Luc", url="people/luc/"), PersonLink("Lune", href="https://lune.example/")),
        cover=PictureView("a.jpg"), href="https://focus.example/",
    )  # fmt: skip

    described = read(describe_event(event, site_url=SITE))

    assert (described["startDate"], described["endDate"]) == (event.start_iso, event.end_iso)
    address = {"addressLocality": "Drummondville", "addressRegion": "Québec", "addressCountry": "Canada"}
    assert described["location"] == {
        "@type": "Place",
        "name": "Lune",
        "url": "https://lune.example/",
        "address": {"@type": "PostalAddress", **address},
        "geo": {"@type": "GeoCoordinates", "latitude": "0", "longitude": "-72.48"},
    }
    assert [organizer["url"] for organizer in described["organizer"]] == [
        "https://blog.example/people/luc/",
        "https://lune.example/",
    ]
    assert described["organizer"][0]["@type"] == "Person"
    assert described["sameAs"] == "https://focus.example/"
    assert described["image"]["url"] == "https://blog.example/a.jpg"


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (
            {"place": "Lune", "place_name": "Lune"},
            {"@type": "Place", "name": "Lune", "address": "Lune"},
        ),
        (
            {"place": "Drummondville", "locality": "Drummondville"},
            {
                "@type": "Place",
                "name": "Drummondville",
                "address": {"@type": "PostalAddress", "addressLocality": "Drummondville"},
            },
        ),
    ],
)
def test_a_place_is_described_as_far_as_it_is_known(facts, expected):
    """No empty address, and no point at the middle of the world."""
    assert read(describe_event(EventView(**EVENT, **facts), site_url=SITE))["location"] == expected


@pytest.mark.parametrize(
    ("word", "status"),
    [
        ("cancelled", "EventCancelled"),
        ("postponed", "EventPostponed"),
        ("rescheduled", "EventRescheduled"),
        ("moved-online", "EventMovedOnline"),
        ("held", "EventScheduled"),
        ("scheduled", "EventScheduled"),
    ],
)
def test_a_status_is_one_that_machines_know(word, status):
    """There is no word for an event that took place."""
    described = read(describe_event(EventView(**EVENT, status_key=word), site_url=SITE))

    assert described["eventStatus"] == f"https://schema.org/{status}"


def test_what_it_costs_to_come_is_said():
    """Price, money and place of each ticket; one that is to be had nowhere else is had at the event's own site."""
    offers = (
        OfferView(name="Early", price="12.50", currency="CAD", availability_key="sold-out"),
        OfferView(price="0", href="https://in.example/", start_iso="2010-01-15"),
    )

    described = read(
        describe_event(EventView(**EVENT, offers=offers, href="https://focus.example/"), site_url=SITE)
    )

    assert described["offers"] == [
        {
            "@type": "Offer",
            "name": "Early",
            "price": "12.50",
            "priceCurrency": "CAD",
            "availability": "https://schema.org/SoldOut",
            "url": "https://focus.example/",
        },
        {"@type": "Offer", "price": "0", "url": "https://in.example/", "validFrom": "2010-01-15"},
    ]
    assert "isAccessibleForFree" not in described


def test_an_event_for_nothing_is_free():
    """Where no ticket costs anything."""
    described = read(describe_event(EventView(**EVENT, offers=(OfferView(price="0"),)), site_url=SITE))

    assert described["isAccessibleForFree"] is True


@pytest.mark.parametrize(("word", "status"), [("rescheduled", "Rescheduled"), ("held", "Rescheduled")])
def test_an_event_on_another_day_says_which_was_the_first(word, status):
    """Also once it was held."""
    event = EventView(**EVENT, status_key=word, previous_iso="2010-01-05")

    described = read(describe_event(event, site_url=SITE))

    assert described["previousStartDate"] == "2010-01-05"
    assert described["eventStatus"] == f"https://schema.org/Event{status}"


def test_an_event_that_moved_online_has_no_room():
    """It is at its own site; nobody is sent to a hall that is empty."""
    facts = {"status_key": "moved-online", "place": "Lune", "href": "https://focus.example/"}

    described = read(describe_event(EventView(**EVENT, **facts), site_url=SITE))

    assert described["location"] == {"@type": "VirtualLocation", "url": "https://focus.example/"}
    assert described["eventAttendanceMode"] == "https://schema.org/OnlineEventAttendanceMode"


def test_a_person_is_described_as_on_the_page():
    """Only what is shown there is said here."""
    person = PersonView(
        **PERSON, org="Lune", job_title="Torréfacteur", photo=PictureView("b.jpg"),
        links=(LinkView("X", "https://x.com/bruno"),),
    )  # fmt: skip

    assert read(describe_person(person, site_url=SITE))["mainEntity"] == {
        "@type": "Person",
        "@id": "https://blog.example/people/bruno/#person",
        "url": "https://blog.example/people/bruno/",
        "identifier": "bruno",
        "name": "Bruno",
        "jobTitle": "Torréfacteur",
        "worksFor": {"@type": "Organization", "name": "Lune"},
        "image": {
            "@type": "ImageObject",
            "url": "https://blog.example/b.jpg",
            "contentUrl": "https://blog.example/b.jpg",
        },
        "sameAs": ["https://x.com/bruno"],
    }


def test_a_person_without_facts_is_a_name_and_an_address():
    """No empty organisation, and no list without links."""
    described = read(describe_person(PersonView(**PERSON), site_url=SITE))

    assert set(described["mainEntity"]) == {"@type", "@id", "url", "identifier", "name"}


def test_the_way_to_a_page_is_counted_from_the_home_page():
    """Step by step, from one."""
    trail = describe_breadcrumbs(("Rencontres", f"{SITE}/"), ("Gens", f"{SITE}/people/"))

    assert trail == {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": 1, "name": "Rencontres", "item": "https://blog.example/"},
            {"@type": "ListItem", "position": 2, "name": "Gens", "item": "https://blog.example/people/"},
        ],
    }
