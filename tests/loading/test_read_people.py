from __future__ import annotations

import pytest

from event_recap.errors import Place
from event_recap.model.consent import Consent
from event_recap.model.person import Person, Picture
from event_recap.model.visibility import Visibility

WHOLE = """\
id: anne
name: Anne Tremblay
handle: "@AnneT"
bio: |
  Torréfactrice.

  Et *auteure*.
org: Café Lune
job_title: Torréfactrice
url: https://anne.example
profiles: {github: anne-t}
photo: {src: images/anne.jpg, alt: Anne}
visibility: public
consent: {index: false}
aliases: [anne-t, Anne Roy, anne]
moved_from: [annie, anne]
"""


def test_a_person_is_read(load_anne):
    """Every key of a person arrives in its place; the handle is one more alias."""
    anne = load_anne(WHOLE)

    assert anne == Person(
        id="anne",
        place=Place("anne.yml", 1),
        name="Anne Tremblay",
        bio="Torréfactrice.\n\nEt *auteure*.",
        org="Café Lune",
        job_title="Torréfactrice",
        url="https://anne.example",
        profiles=anne.profiles,
        photo=Picture("images/anne.jpg", "Anne"),
        visibility=Visibility.PUBLIC,
        consent=Consent(index=False),
        aliases=("anne-t", "anne-roy", "annet"),
        moved_from=("annie",),
    )
    assert [one.url for one in anne.profiles] == ["https://github.com/anne-t"]
    assert anne.path == "people/anne.yml"


@pytest.mark.parametrize("text", ["", "[", "- Anne\n", "name:Anne\n", "Anne\n", "name: a: b\n"])
def test_nothing_is_shown_of_a_file_that_cannot_be_read(load_anne, text):
    """Where a person's wishes cannot be read, only a number is published."""
    anne = load_anne(text)

    assert anne.visibility is Visibility.COUNTED
    assert not anne.consent.is_readable
