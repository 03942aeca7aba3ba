"""Comments, when somebody is forgotten: what they wrote goes, and the conversation holds together."""

from datetime import date

import pytest

from event_recap.model.ids import Ids
from event_recap.removal.kinds import Site
from event_recap.removal.plan import make_plan
from event_recap.removal.subject import Subject

ZOE = Subject(
    "zoe-martin",
    names=frozenset({"Zoé Martin"}),
    ids=frozenset({"zoe-martin"}),
    handles=frozenset({"zoem"}),
    urls=frozenset({"https://zoe.example"}),
)


@pytest.fixture(name="plan")
def fixture_plan(tmp_path):
    """Return what plans to forget Zoé in a site with some comments on one recap."""

    def plan(**comments):
        folder = tmp_path / "comments/soir"
        folder.mkdir(parents=True)
        for name, text in comments.items():
            (folder / f"{name}.yml").write_text(text, encoding="utf-8")
        made = make_plan(Site(tmp_path, "attendees", "fr", date(2026, 2, 3)), ZOE, Ids())
        return {
            path.removeprefix("comments/soir/"): data and data.decode() for path, data in made.changes.items()
        }

    return plan


@pytest.mark.parametrize(
    "author",
    [
        "Zoe MARTIN",
        "{name: Une lectrice, person: zoe-martin}",
        "{name: Z, url: https://www.zoe.example/}",
        "{name: Z, profiles: {x: zoem}}",
        "\n  name: Zoé Martin",
    ],
)
def test_what_they_wrote_goes(plan, author):
    """By name, by id, by address and by handle."""
    assert plan(a=f"author: {author}\ndate: 2026-02-04\ntext: Oui.\n") == {"a.yml": None}


def test_an_answer_to_them_stands_by_itself(plan):
    """It stays, and does not point to a file that is no more; their name in it becomes a word."""
    changes = plan(
        a="author: Zoé Martin\ndate: 2026-02-04\ntext: Oui.\n",
        b="author: Bo # ami\ndate: 2026-02-05\ntext: Merci Zoé Martin.\nin_reply_to: a\n",
        c="author: Cy\ndate: 2026-02-05\ntext: Bien.\nin_reply_to: b\n",
    )

    assert changes["a.yml"] is None
    assert changes["b.yml"] == "author: Bo # ami\ndate: 2026-02-05\ntext: Merci quelqu’un.\n"
    assert "c.yml" not in changes


def test_a_namesake_with_an_id_of_their_own_stays(plan):
    """A typed id decides who somebody is."""
    assert plan(a="author: {name: Une autre, person: zoe-roy}\ndate: 2026-02-04\ntext: Oui.\n") == {}
