"""What was proved of the last site is not searched again in what is taken from it; what was not, is."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from event_recap.build.proving import find_leaks
from event_recap.errors import Place, Problem
from event_recap.model.removal import Kind, Removed, SiteKey
from event_recap.model.secret import Secret, SecretKind, Secrets
from event_recap.model.visibility import Visibility
from event_recap.proof.check import Proof, Verdict
from event_recap.proof.forgotten import Forgotten

CLASS = {"PELICAN_CLASS": "event_recap.Pelican", "SITEURL": "https://a.example"}
LIST = "event: {name: Soir, start: 2010-02-02}\nattendees: [Anne Roy, {name: Luc Quillard, visibility: public}]\n"
FILES = {
    "recaps/a.md": "---\ntitle: Soir\ndate: 2010-02-03\nevent: soir\n---\nBonsoir.\n",
    "pages/nous.md": "Title: Nous\n\nMerci à Luc Quillard.\n",
    "attendees/soir.yml": LIST,
}
PROBLEM = Problem(Place("a.md"), "", "names somebody")
KEY = SiteKey("k" * 64)


class FakeProof:
    """A proof that notes what it is told to spare."""

    def __init__(self, *problems, is_clean=True):
        """Come to a verdict."""
        self.verdict, self.spared = Verdict(problems, is_clean=is_clean), None

    def describe(self):
        """Say what is searched for."""
        return "names"

    def check(self, _folder, proved):
        """Note what is spared."""
        self.spared = proved
        return self.verdict


def make_proof(secret="Luc Quillard", line=1, shown=(), removed=None, named=()):
    """Return a proof of one secret."""
    place = Place("attendees/a.yml", line)
    secrets = (Secret(secret, SecretKind.NAME, Visibility.HIDDEN, place, "luc"),) if secret else ()
    return Proof(Secrets(secrets, frozenset(shown)), Forgotten(removed or Removed(), named), None)


@pytest.mark.parametrize(("before", "spared"), [("names", {"a.html"}), ("others", set()), ("", set())])
def test_what_was_proved_is_spared_while_the_same_is_searched_for(tmp_path, before, spared):
    """A file that is taken is searched again as soon as somebody else may not be shown."""
    proof = FakeProof()
    pages = SimpleNamespace(before=SimpleNamespace(proved=before))

    assert find_leaks(proof, tmp_path, pages, ["a.html"]) == ()

    assert proof.spared == spared
    assert pages.proved == "names"


@pytest.mark.parametrize("problems", [(), (PROBLEM,)])
def test_a_site_in_which_something_was_found_is_searched_again(tmp_path, problems):
    """Where something was found, be it allowed, the next build looks at every file."""
    pages = SimpleNamespace(before=SimpleNamespace(proved=""))

    assert find_leaks(FakeProof(*problems, is_clean=False), tmp_path, pages, []) == problems

    assert pages.proved == ""


def test_a_list_that_grew_by_a_line_is_no_other_search():
    """What is searched for is the same where its lines moved."""
    assert make_proof(line=1).describe() == make_proof(line=9).describe()


def test_whoever_is_searched_for_or_shown_makes_another_search():
    """Another name, another name that may stand, somebody forgotten: each makes all files be searched."""
    removed = Removed(frozenset({KEY.hash(Kind.NAME, "luc quillard")}), KEY)
    proofs = [
        make_proof(),
        make_proof("Anne Roy"),
        make_proof(shown=["luc quillard blais"]),
        make_proof(""),
        make_proof("", removed=removed),
        make_proof("", removed=Removed(removed.hashes, SiteKey("q" * 64))),
        make_proof("", removed=removed, named=["Luc Blais"]),
    ]

    assert len({proof.describe() for proof in proofs}) == len(proofs)


def test_somebody_who_hides_is_found_on_a_page_that_is_as_it_was(build_site):
    """A page that an author typed, and that does not change, stops the build once its person is hidden."""
    assert build_site(FILES, **CLASS).exit_code == 0

    site = build_site({**FILES, "attendees/soir.yml": LIST.replace("public", "hidden")}, **CLASS)

    assert site.exit_code == 1
    assert any("content/pages/nous.md:3" in line for line in site.problems())


def test_a_page_that_was_proved_is_not_read_again(make_searcher, tmp_path):
    """A file that is spared is not opened; its name is searched, as ever."""
    (tmp_path / "luc-quillard.html").write_text("Zoé Blais", encoding="utf-8")

    found = make_searcher("Luc Quillard", "Zoé Blais").search_folder(tmp_path, {"luc-quillard.html"})

    assert [secret.text for secret in found.files] == ["Luc Quillard"]
