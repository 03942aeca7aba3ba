"""What was proved of the last site is not searched again in its files; what was not, is."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from event_recap.build.manifest import describe_file, find_manifest, write_manifest
from event_recap.build.proving import find_leaks, note_proved
from event_recap.build.staging import find_staging
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
OLD = {"same.mp3": "Bonsoir", "other.html": "Bonsoir", "longer.html": "Bonsoir"}
NEW = {"same.mp3": "Bonsoir", "other.html": "Bonjour", "longer.html": "Bonsoir, Luc", "new.html": "Bonsoir"}


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


@pytest.fixture(name="output")
def fixture_output(tmp_path):
    """Return the folder of a site, beside which the new one lies: as it was, of another length, of other words."""
    output = tmp_path / "output"
    for folder, texts in ((output, OLD), (find_staging(output), NEW)):
        for name, text in texts.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8")
    write_manifest(output, OLD, {name: describe_file(output / name, "") for name in OLD})
    return output


@pytest.fixture(name="prove")
def fixture_prove(output):
    """Return what proves the new site after a last one, and says which of its files are spared."""

    def prove(last, manifest=None):
        before = SimpleNamespace(proved=last)
        note_proved(before, output)
        if manifest is not None:
            find_manifest(output).write_text(manifest, encoding="utf-8")
        pages, proof = SimpleNamespace(before=before), FakeProof()
        assert find_leaks(proof, output, pages, ["taken.html"]) == ()
        assert pages.proved == "names"
        return {name for name in [*NEW, "taken.html"] if name in proof.spared}

    return prove


@pytest.mark.parametrize("last", ["others", ""])
def test_nothing_is_spared_where_something_else_is_searched_for(prove, last):
    """A file that is as it was is searched again as soon as somebody else may not be shown."""
    assert prove(last) == set()


def test_files_of_the_last_site_are_spared(prove):
    """Whether they were taken or came to be the same, such as a recording; another of its length is searched."""
    assert prove("names") == {"taken.html", "same.mp3"}


def test_a_file_that_somebody_wrote_into_the_site_proves_nothing(output, prove):
    """What counts are the bytes that the last build wrote, and not those that stand there now."""
    (output / "longer.html").write_text(NEW["longer.html"], encoding="utf-8")

    assert "longer.html" not in prove("names")


def test_a_list_of_files_that_somebody_edited_proves_nothing(prove):
    """It says no longer which bytes were searched."""
    assert prove("names", manifest="same.mp3\n") == set()


@pytest.mark.parametrize("problems", [(), (PROBLEM,)])
def test_a_site_in_which_something_was_found_is_searched_again(output, problems):
    """Where something was found, be it allowed, the next build looks at every file."""
    pages = SimpleNamespace(before=SimpleNamespace(proved=""))

    assert find_leaks(FakeProof(*problems, is_clean=False), output, pages, []) == problems

    note_proved(pages, output)
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
