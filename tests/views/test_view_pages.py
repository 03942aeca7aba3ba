from datetime import date

from event_recap.model.consent import Consent
from event_recap.model.event import Role
from event_recap.model.person import Picture
from event_recap.views.pages import view_person
from event_recap.views.people import pick_hue


def test_a_page_tells_who_somebody_is_and_where_they_were(
    make_registry, make_event, make_entry, make_person, addresses
):
    """Lasting facts at the top, then each evening with what was said there, the newest first."""
    facts = {"org": "Lune", "job_title": "Torréfacteur", "bio": "*Torréfie.*", "photo": Picture("b.jpg")}
    older = make_event(make_entry("bruno"), id="2010", start=date(2010, 2, 2))
    evening = {
        "roles": (Role.HOST,),
        "note": "Une tasse.",
        "known_since": date(2009, 2, 2),
        "met_with": ("anne",),
    }
    newer = make_event(make_entry("bruno", **evening), make_entry("anne"), id="2011", start=date(2011, 2, 2))
    registry = make_registry(older, newer, make_person("bruno", name="Bruno Larivage", **facts))

    view = view_person(registry, registry.public_people["bruno"], addresses, "fr")

    assert (view.id, view.name, view.url) == ("bruno", "Bruno Larivage", "people/bruno/")
    assert (view.monogram, view.hue, view.photo.url) == ("BL", pick_hue("bruno"), "b.jpg")
    assert (view.org, view.job_title, view.bio) == ("Lune", "Torréfacteur", "<p><em>Torréfie.</em></p>")
    assert (view.events_text, view.may_be_indexed) == ("2 événements", True)
    assert [found.event.id for found in view.attendances] == ["2011", "2010"]
    there = view.attendances[0]
    assert (there.roles, there.note) == (("Accueil",), "<p>Une tasse.</p>")
    assert there.known_since == "En contact en ligne depuis le 2 février 2009"
    assert [(met.text, met.url) for met in there.met] == [("Anne", "people/anne/")]


def test_a_page_stays_out_of_searches_where_the_person_wants_it(
    make_registry, make_event, make_entry, addresses
):
    """The template writes it for search engines."""
    registry = make_registry(make_event(make_entry("anne", consent=Consent(index=False))))

    assert not view_person(registry, registry.public_people["anne"], addresses, "en").may_be_indexed
