"""Whatever was said before, an answer is the most that is shown: invented people, any lists, any files."""

import tempfile
from datetime import date
from pathlib import Path

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from event_recap.commands.changes import write_changes
from event_recap.commands.consent.answer import Answer, plan_answer
from event_recap.commands.opening import open_site
from event_recap.errors import EventRecapError
from event_recap.model.consent import ConsentMethod
from event_recap.model.standing import explain_standings
from event_recap.model.visibility import VISIBILITY_WORDS, Visibility
from event_recap.site.addresses import build_addresses
from event_recap.views.people import view_attendees

CONFIGURATION = """\
PATH = "content"
TIMEZONE = "Europe/Paris"
DEFAULT_LANG = "fr"
SITEURL = "https://soirs.example"
EVENT_RECAP = {{"today": "2026-11-21", "strict": {strict}, "default_visibility": "{default}"}}
"""
NAME = "Xénia Comptéedoux"
CONSENTS = ["", "{given: 2025-01-01, method: email}", "{given: 2025-01-01, until: 2026-01-01, method: form}"]
ENTRIES = st.sampled_from(
    [
        f"- {NAME}",
        f"- {{id: xenia-compteedoux, name: {NAME}, VISIBILITY CONSENT}}",
        f"- name: {NAME}\n  note: Un mot.\n  VISIBILITY\n  CONSENT",
        f"- {{id: xc, name: {NAME}, VISIBILITY CONSENT}}\n- {NAME}",
        "",
    ]
)
FACTS = st.tuples(ENTRIES, st.sampled_from(["", *VISIBILITY_WORDS]), st.sampled_from(CONSENTS))
SITES = st.fixed_dictionaries(
    {
        "lists": st.lists(FACTS, min_size=2, max_size=2),
        "file": st.none() | FACTS,
        "strict": st.booleans(),
        "default": st.sampled_from(list(VISIBILITY_WORDS)),
    }
)
METHODS = st.none() | st.sampled_from(ConsentMethod)


def say(facts):
    """Return an entry with its level and consent."""
    entry, level, consent = facts
    ending = "," if "{" in entry.split("VISIBILITY")[0] else ""
    typed = entry.replace("VISIBILITY", f"visibility: {level}{ending}" if level else "")
    return typed.replace("CONSENT", f"consent: {consent}" if consent else "").replace(", }", "}")


def write_site(folder, site):
    """Write an invented site, in which two others are in every list."""
    texts = {"pelicanconf.py": CONFIGURATION.format(**site)}
    for number, facts in enumerate(site["lists"]):
        entry = say(facts).replace("\n  \n", "\n").rstrip()
        # Without a file that says so, another id is another person.
        entry = entry if site["file"] else entry.replace("id: xc", "id: xenia-compteedoux")
        texts[f"content/attendees/soir-{number}.yml"] = (
            f"- Bob\n{entry}\n- {{name: Zoé, visibility: counted}}\n"
        )
    if site["file"]:
        _, level, consent = site["file"]
        lines = [f"name: {NAME}", "aliases: [xc]"]
        lines += [f"visibility: {level}"] if level else []
        lines += [f"consent: {consent}"] if consent else []
        texts["content/people/xenia-compteedoux.yml"] = "\n".join(lines) + "\n"
    for name, text in texts.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder / "pelicanconf.py"


def list_levels(site, *, is_person):
    """Return the level at which the person, or everybody else, stands at each event."""
    return {
        (one.person_id, one.event_id): one.level
        for one in explain_standings(site.registry)
        if (one.person_id == "xenia-compteedoux") is is_person
    }


def view(site):
    """Return what the pages of all events have, as the templates receive it."""
    addresses = build_addresses(site.urls, lambda picture: picture)
    events = site.registry.events.values()
    return [view_attendees(site.registry, event, addresses, "fr") for event in events]


@settings(max_examples=80)
@given(site=SITES, level=st.sampled_from(Visibility), method=METHODS, event=st.sampled_from(["", "soir-0"]))
def test_an_answer_is_the_most_that_is_shown(site, level, method, event):
    """At every evening that it is about, the person is shown at most so; nobody else is shown otherwise."""
    with tempfile.TemporaryDirectory() as folder:
        file = write_site(Path(folder), site)
        before = open_site(file)
        others = list_levels(before, is_person=False)
        answer = Answer(
            person_id="xenia-compteedoux",
            level=level,
            event_id=event,
            given=date(2026, 11, 20),
            method=method,
        )
        try:
            change = plan_answer(before, answer)
        except EventRecapError:
            assume(condition=False)

        write_changes([change])

        after = open_site(file)
        shown = list_levels(after, is_person=True)
        about = [found for (_, event_id), found in shown.items() if event in {"", event_id}]
        assert all(found <= level for found in about)
        assert list_levels(after, is_person=False) == others
        if not event and level < Visibility.NAME_ONLY:
            assert "Xénia" not in repr(view(after))
        if not event and level < Visibility.PUBLIC:
            assert "xenia-compteedoux" not in after.registry.public_people
