"""Lists made of every key and spelling: the schema takes what is read without an error, and nothing else."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from event_recap.loading.spellings import ATTENDEE, EVENT

TEXTS = ["Anne Roy", "Café", "a@b.example", 7, True]
DAYS = ["2010-02-03", "2010-02-31", "03/02/2010", None, 7]
URLS = ["https://a.example/x", "b.example", "none", "mailto:a", "a b", None]
HANDLES = ["anne", "@anne", "none", "https://anne.example/anne"]
VALUES = {
    **dict.fromkeys(("name", "org", "job_title", "group", "edition"), TEXTS),
    "note": ["Some *words*.", "écrire à a@b.example", None],
    "id": ["anne-roy", "Anne Roy", "!"],
    "handle": ["anne", "@anne"],
    "role": ["speaker", ["host", "conférencier"], "Plumber", {"a": "b"}],
    "url": URLS,
    "visibility": ["public", "Name_Only", "pubilc", ""],
    "consent": [{"photo": True}, {"photo": "perhaps"}, {"given": "2010-02-03"}, {"phot": True}, "yes", None],
    "known_since": DAYS,
    "met_with": ["bob", ["bob", "Zoé Roy"], ["!"], {"a": "b"}],
    "photo": ["none", "https://a.example/x.jpg", "a.gif.txt", {"alt": "x"}, None],
    "profiles": [{"x": "anne"}, {"x": "a b"}, {"orkut": "a"}, ["https://x.com/anne"], ["anne"], "none", None],
    "follow_up": ["write to her", ["a"], None],
    "start": ["2010-02-03", "2010-02-30", "today", None],
    "end": [None],
    "timezone": ["Europe/Paris", "europe/paris", None],
    "status": ["held", "Annulé", "lost", None],
    "location": ["Café", {"name": "x", "ville": "y"}, {"latitude": 45}, {"lat": 45.5, "lon": "-72"}, ["a"]],
    "organizers": ["luc", [{"name": "Luc"}], [{"url": "https://a.example"}], ["!"]],
    "series": ["focus", "!", None],
    "hashtag": ["#focus", "two words", 20],
    "coverage": [[{"type": "photos", "url": "https://a.example"}], [{"type": "photos"}], {"kind": "video", "href": "b.example"}, ["x"]],
    "cover": ["none", "http://a.example/x.jpg"],
    "moved_from": ["old", ["Old One"]],
}  # fmt: skip
"""Values of each key, right and wrong."""


def spell(vocabulary):
    """Return a strategy that makes keys and values of a mapping."""
    words = sorted({*vocabulary.keys, *vocabulary.known})
    styles = st.sampled_from([str, str.upper, str.title, lambda word: f" {word[:2]}-{word[2:]}"])
    keys = st.one_of(
        st.sampled_from(vocabulary.keys),
        st.builds(lambda word, style: style(word), st.sampled_from(words), styles),
        st.sampled_from(["email", "zebra", "Téléphone"]),
    )

    def add_value(key):
        standard = vocabulary.find(key)
        values = HANDLES if standard.startswith("profiles.") else VALUES.get(standard, ["Anne"])
        return st.tuples(st.just(key), st.sampled_from(values))

    pairs = st.lists(keys.flatmap(add_value), max_size=4)
    # A key that says twice the same is read once.
    return pairs.map(lambda found: {vocabulary.find(key) or key: (key, value) for key, value in found}).map(
        lambda found: dict(found.values())
    )


ENTRY = st.one_of(st.sampled_from(["Anne Roy", "a@b.example"]), spell(ATTENDEE))
LIST = st.fixed_dictionaries({"event": spell(EVENT), "attendees": st.lists(ENTRY, max_size=2)})


@settings(
    max_examples=250,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(value=LIST)
def test_a_made_list_is_judged_alike(value, judge):
    """Whatever keys are mixed, however they are spelled."""
    told, errors = judge(value)

    assert bool(told) is bool(errors), (errors, told)
