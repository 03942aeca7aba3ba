"""Entries that count somebody without naming them."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

from event_recap.loading.site import load_site
from event_recap.model.consent import Policy


def test_nameless_entries_are_nobody_twice(tmp_path):
    """In two lists, each entry is one more in the number, and none is taken for another's."""
    (tmp_path / "attendees").mkdir()
    for name in ("un", "deux"):
        text = "- Bob Roy\n" + "- visibility: counted\n" * 3
        (tmp_path / f"attendees/{name}.yml").write_text(text, encoding="utf-8")

    registry, problems = load_site(
        tmp_path,
        attendees_path="attendees",
        people_path="people",
        zone=ZoneInfo("Europe/Paris"),
        policy=Policy(today=date(2010, 3, 1)),
    )

    turnouts = [registry.find_turnout(event) for event in registry.events.values()]
    entries = [entry for event in registry.events.values() for entry in event.attendees]
    assert problems == ()
    assert [turnout.others_count for turnout in turnouts] == [3, 3]
    assert len({entry.id for entry in entries if entry.is_nameless}) == 6
