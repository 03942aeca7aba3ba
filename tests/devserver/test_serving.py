"""What a browser gets from the development server."""

import http.client
import threading

import pytest

from event_recap.devserver.overlay import Overlay
from event_recap.devserver.serving import DevServer
from event_recap.devserver.status import Board

SCRIPT_TAG = '<script src="/-/devserver/reload.js?version='


def test_a_page_is_shown_with_the_reload_script(site):
    """The page as served carries the script, and the file in output/ does not."""
    code, headers, body = site.get("/recaps/cafe/")

    written = (site.home / "output/recaps/cafe/index.html").read_text(encoding="utf-8")
    assert code == 200
    assert headers["Content-Type"] == "text/html; charset=utf-8"
    assert SCRIPT_TAG in body
    assert "Bonsoir, café" in body
    assert "<script" not in written


def test_an_unknown_address_shows_the_site_s_own_page(site):
    """404.html is sent with the code 404, and reloads like every page."""
    code, _, body = site.get("/nothing/here")

    assert code == 404
    assert "Bonsoir, café" in body
    assert SCRIPT_TAG in body


def test_an_unknown_address_without_404_page_is_told(site):
    """A site without 404.html gets a plain page with the code 404."""
    (site.home / "output/404.html").unlink()

    code, _, body = site.get("/nothing/here")

    assert code == 404
    assert "Not found" in body


def test_before_the_first_good_build_a_page_waits_for_it(tmp_path):
    """There is no site yet: the page says so and carries the script that will reload it."""
    with DevServer(("127.0.0.1", 0), tmp_path, Board(), Overlay(tmp_path)) as server:
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=5)

        connection.request("GET", "/")
        answer = connection.getresponse()
        body = answer.read().decode("utf-8")
        connection.close()
        server.shutdown()

    assert answer.status == 503
    assert SCRIPT_TAG in body


def test_a_folder_without_its_slash_is_led_on(site):
    """A clean address typed without its slash arrives at the page."""
    code, headers, _ = site.get("/recaps/cafe")

    assert code == 301
    assert headers["Location"] == "/recaps/cafe/"


@pytest.mark.parametrize(("path", "code"), [("/", 200), ("/nothing", 404)])
def test_a_question_for_the_headers_gets_no_body(site, path, code):
    """HEAD has the code and the length of GET, and nothing after the headers."""
    answered, headers, body = site.get(path, method="HEAD")

    assert answered == code
    assert headers["Content-Length"] == str(len(site.get(path)[2].encode()))
    assert body == ""


def test_the_script_has_an_address_of_its_own(site):
    """A page with a strict Content-Security-Policy can load it."""
    code, headers, body = site.get("/-/devserver/reload.js?version=1")

    assert code == 200
    assert headers["Content-Type"] == "text/javascript; charset=utf-8"
    assert "EventSource" in body


def test_markup_in_a_problem_stays_text(site):
    """The overlay sets text and never HTML."""
    _, _, script = site.get("/-/devserver/reload.js")

    assert "innerHTML" not in script
    assert "insertAdjacentHTML" not in script


def test_a_page_comes_with_the_headers_of_the_site(site):
    """What the host will send is sent here, so that nothing breaks for the first time on the web."""
    (site.home / "output/_headers").write_text(
        "/*\n  X-Content-Type-Options: nosniff\n  Cache-Control: max-age=9\n"
    )

    _, headers, _ = site.get("/recaps/cafe/")

    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cache-Control"] == "no-store"
