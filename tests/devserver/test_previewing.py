"""Texts are in the browser before the site is built again."""

import contextlib
import os
import socket
import time


def wait_until(is_so):
    """Wait until something is so."""
    deadline = time.monotonic() + 10
    while not is_so():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def be_ready(desk):
    """Wait until texts can be asked for; from then on, let builds take long."""
    wait_until(lambda: desk.session._rebuilder._previewer._build)
    (desk.home / "slow").touch()


def read(desk):
    """Return the home page as it is shown."""
    return desk.get("/")[2]


def test_a_text_is_shown_while_the_site_is_built(desk):
    """The page has the words and says that it is a preview; the build replaces it by the page of the site."""
    be_ready(desk)

    desk.write("Deux")
    wait_until(lambda: "Deux" in read(desk))
    early, status = read(desk), desk.session.status
    (desk.home / "slow").unlink()
    wait_until(lambda: "mark=preview" not in read(desk))

    assert "mark=preview" in early
    assert status.is_building
    assert "Deux" in read(desk)
    assert not desk.session.status.is_building


def test_two_quick_edits_end_with_the_second(desk):
    """What is typed during a build is shown at once, stays when it ends, and is built next."""
    be_ready(desk)

    desk.write("Deux")
    wait_until(lambda: "Deux" in read(desk))
    desk.write("Trois")
    wait_until(lambda: "Trois" in read(desk))
    (desk.home / "slow").unlink()
    wait_until(lambda: "mark=preview" not in read(desk))

    assert "Trois" in read(desk)
    assert "Trois" in (desk.home / "output/index.html").read_text(encoding="utf-8")


def test_a_mistake_is_told_and_forgotten_without_a_build(desk):
    """The problem has its file and line, and goes when it is repaired, while a build runs all the time."""
    be_ready(desk)

    desk.write("BROKEN")
    wait_until(lambda: desk.session.status.problems)
    told, page = desk.session.status.problems, read(desk)
    desk.write("Réparé")
    wait_until(lambda: "Réparé" in read(desk))

    assert told == ("content/post.md:1: broken",)
    assert "Bonsoir" in page
    assert desk.session.status.problems == ()


def test_an_editor_that_writes_another_file_first_is_understood(desk):
    """The text is replaced, as editors do so that nothing is lost."""
    be_ready(desk)
    unfinished = desk.home / "content/post.md.new"

    unfinished.write_text("Remplacé", encoding="utf-8")
    unfinished.replace(desk.home / "content/post.md")

    wait_until(lambda: "Remplacé" in read(desk))


def test_a_changed_list_waits_for_the_build(desk):
    """Who may be shown is decided by a build: until then, no text is shown that changed as well."""
    be_ready(desk)

    (desk.home / "content/list.yml").touch()
    desk.write("Deux")
    wait_until(lambda: desk.session.status.is_building)
    early = read(desk)
    (desk.home / "slow").unlink()
    wait_until(lambda: "Deux" in read(desk))

    assert "Bonsoir" in early
    assert "mark" not in read(desk)


def test_a_draft_is_marked(desk):
    """In the preview, and in the site that is built from it."""
    be_ready(desk)

    desk.write("DRAFT")
    wait_until(lambda: "mark=draft" in read(desk))
    early = read(desk)
    (desk.home / "slow").unlink()
    wait_until(lambda: "mark=preview" not in read(desk))

    assert "mark=draft&amp;mark=preview" in early
    assert "mark=draft" in read(desk)


def test_a_process_that_dies_is_replaced_by_the_next_build(desk):
    """A text that ends the process is shown by the build; the one after it is a preview again."""
    be_ready(desk)

    desk.write("CRASH")
    wait_until(lambda: desk.session.status.is_building)
    (desk.home / "slow").unlink()
    wait_until(lambda: "CRASH" in read(desk))
    be_ready(desk)
    desk.write("Deux")
    wait_until(lambda: "mark=preview" in read(desk))

    assert "Deux" in read(desk)


def test_nothing_stays_when_the_session_ends(desk):
    """No process, no folder of previews, and the port is free."""
    be_ready(desk)
    desk.write("Deux")
    wait_until(lambda: "mark=preview" in read(desk))
    rebuilder, overlay = desk.session._rebuilder, desk.session._overlay
    wait_until(lambda: rebuilder._running)  # the build begins after the preview
    running = [rebuilder._running._process, rebuilder._previewer._build._process]

    desk.session.stop()
    wait_until(lambda: not overlay._home.exists())

    assert all(process.poll() is not None for process in running)
    for process in running:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, 0)
            raise AssertionError(process.args)
    socket.create_server(("127.0.0.1", desk.session.port)).close()
