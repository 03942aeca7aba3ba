"""Where the time of a build went, where somebody asks."""

import re

from blinker import Signal
from pelican.plugins import signals

from event_recap.telling.profile import FEATURE, Profile

FILES = {
    "attendees/soir.yml": "event: {name: Soir, start: 2010-02-02}\nattendees: [Anne Roy]\n",
    "recaps/a.md": "---\ntitle: Soir\ndate: 2010-02-03\nevent: soir\n---\nTexte.\n",
}
ROW = re.compile(r"^(phase|feature|generator|template|all) .* [\d.]+ +[\d.]+$", re.MULTILINE)


def test_a_profile_names_phases_features_generators_and_templates(build_site):
    """One screen, of at most 25 lines, with seconds of CPU and percent; the site is the same."""
    plain = build_site(FILES)
    before = {name: (plain.output / name).read_bytes() for name in plain.files()}

    site = build_site({}, PROFILE=True)

    table = site.log[site.log.index("CPU ") :].partition("Done:")[0].splitlines()
    kinds = [found[1] for found in ROW.finditer("\n".join(table))]
    assert set(kinds) == {"phase", "feature", "generator", "template", "all"}
    assert len(kinds) == len(table) - 1 <= 24
    assert any("article.html" in line for line in table)
    assert {name: (site.output / name).read_bytes() for name in site.files()} == before


def test_a_build_that_is_not_asked_measures_nothing(build_site):
    """No table, and no receiver that looks at the clock."""
    assert "CPU " not in build_site(FILES).log


def test_receivers_are_called_in_their_order_and_left_as_they_were(monkeypatch):
    """Other plugins' receivers see no difference, and a second build is not measured twice."""
    signal, called = Signal(), []
    monkeypatch.setattr(signals, "of_this_test", signal, raising=False)
    receivers = [lambda _sender, number=number: called.append(number) for number in range(5)]
    for receiver in receivers:
        signal.connect(receiver)
    before = list(signal.receivers_for(None))

    profile = Profile()
    signal.send(None)
    profile.end()

    assert called == list(range(5))
    assert list(signal.receivers_for(None)) == before


def test_what_is_inside_of_another_is_counted_once():
    """The features add up to no more than what they took."""
    profile = Profile()
    inner = profile._time(FEATURE, "inner", lambda: sum(range(2_000_000)))
    outer = profile._time(FEATURE, "outer", inner)
    outer()
    profile.end()

    seconds = profile._seconds[FEATURE]

    assert seconds["outer"] < seconds["inner"]
