"""What is added to a page, and what the open pages are told."""

import threading

from event_recap.devserver.pages import add_script
from event_recap.devserver.status import Board, Status


def test_the_script_goes_before_the_last_closing_tag():
    """A closing tag that is quoted in the text of the page is left alone."""
    page = add_script(b"<body><code></body></code>\n</BODY></html>", "a b")

    assert page == (
        b"<body><code></body></code>\n"
        b'<script src="/-/devserver/reload.js?version=a%20b" defer></script></BODY></html>'
    )


def test_a_page_without_closing_tag_gets_the_script_at_its_end():
    """HTML lets an author leave the tag out."""
    assert add_script(b"<p>Hello", "1").endswith(b"<p>Hello" + add_script(b"", "1"))


def test_a_page_knows_what_an_author_should_know_of_it():
    """A draft that was changed is marked as both, for the script to say."""
    page = add_script(b"<body></body>", "1", ["draft", "preview"])

    assert b"reload.js?version=1&amp;mark=draft&amp;mark=preview" in page


def test_who_waits_is_woken_by_a_new_status():
    """An open page hears of a build at once, not after a time."""
    board, first = Board(), Status("1")
    board.post(first)
    threading.Timer(0.05, board.post, [Status("2")]).start()

    news = board.wait_for_news(first, timeout_seconds=5)

    assert news == Status("2")


def test_who_waits_in_vain_is_told_nothing():
    """Without a build, the wait ends after its time."""
    board = Board()

    assert board.wait_for_news(board.status, timeout_seconds=0.01) is None


def test_the_end_of_the_session_lets_everybody_go():
    """No open page keeps the server from ending."""
    board = Board()
    board.close()

    assert board.wait_for_news(None, timeout_seconds=5) is None
