"""Whatever was said of two people, they are shown no more as one: invented people, any levels, any consents."""

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from event_recap.commands.changes import write_changes
from event_recap.commands.merging.merge import plan_merge
from event_recap.commands.opening import open_site
from event_recap.errors import EventRecapError
from event_recap.model.standing import explain_standings
from event_recap.model.visibility import VISIBILITY_WORDS

CONFIGURATION = """\
PATH = "content"
TIMEZONE = "Europe/Paris"
DEFAULT_LANG = "fr"
SITEURL = "https://soirs.example"
EVENT_RECAP = {{"today": "2026-11-21", "strict": {strict}, "default_visibility": "{default}"}}
"""
CONSENTS = [
    "",
    "{given: 2025-01-01, method: email}",
    "{given: 2025-01-01, until: 2026-01-01, method: form}",
    "{until: 2030-01-01, photo: false}",
    "{given: 2027-01-01, method: email, graph: false}",
]
FACTS = st.fixed_dictionaries(
    {"visibility": st.sampled_from(["", *VISIBILITY_WORDS]), "consent": st.sampled_from(CONSENTS)}
)
ENTRIES = st.none() | FACTS
SITES = st.fixed_dictionaries(
    {
        "files": st.fixed_dictionaries({"anne": ENTRIES, "nan": ENTRIES}),
        "lists": st.lists(st.fixed_dictionaries({"anne": ENTRIES, "nan": ENTRIES}), min_size=2, max_size=2),
        "strict": st.booleans(),
        "default": st.sampled_from(list(VISIBILITY_WORDS)),
    }
)


def write_facts(identifier, facts):
    """Return what a list or a file says of somebody, as YAML on one line."""
    said = {"name": identifier.title(), **{key: value for key, value in facts.items() if value}}
    return ", ".join(f"{key}: {value}" for key, value in said.items())


def write_site(folder, site):
    """Write an invented site; both people are in a third list, so that they are known."""
    lists = [*site["lists"], {"anne": {}, "nan": {}}]
    texts = {"pelicanconf.py": CONFIGURATION.format(**site)}
    for number, people in enumerate(lists):
        entries = [
            f"- {{id: {key}, {write_facts(key, facts)}}}\n"
            for key, facts in people.items()
            if facts is not None
        ]
        texts[f"content/attendees/soir-{number}.yml"] = "".join([*entries, "- Bob\n"])
    for key, facts in site["files"].items():
        if facts is not None:
            texts[f"content/people/{key}.yml"] = (
                write_facts(key, facts)
                .replace(", name", "\nname")
                .replace(", visibility", "\nvisibility")
                .replace(", consent", "\nconsent")
            )
    for name, text in texts.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder / "pelicanconf.py"


def list_levels(file):
    """Return by event the lowest level at which either of the two is shown."""
    levels = {}
    for standing in explain_standings(open_site(file).registry):
        if standing.person_id in {"anne", "nan"} and standing.event_id:
            levels[standing.event_id] = min(standing.level, levels.get(standing.event_id, standing.level))
    return levels


def merge(file):
    """Make one of two, and return why nothing was changed, if so."""
    try:
        write_changes(plan_merge(open_site(file), "nan", "anne"))
    except EventRecapError as error:
        return str(error)
    return ""


@settings(max_examples=60)
@given(site=SITES)
def test_two_who_become_one_are_shown_no_more_than_before(site):
    """At every evening, the one is shown at most as the more careful of the two was, or nothing is changed."""
    with tempfile.TemporaryDirectory() as folder:
        file = write_site(Path(folder), site)
        before = list_levels(file)

        refusal = merge(file)
        after = list_levels(file)

        assert "would be shown" in (refusal or "more would be shown")
        assert after.keys() == before.keys()
        assert {event: after[event] for event in after if after[event] > before[event]} == {}
