"""The HTTP side: the built site, the reload script, and the stream of events."""

from __future__ import annotations

import socket
import sys
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, cast
from urllib.parse import urlsplit

from .addresses import Moved, find_media_type, find_page_headers
from .pages import (
    EVENTS_PATH,
    SCRIPT_PATH,
    add_script,
    build_missing_page,
    build_script,
    build_waiting_page,
)
from .status import Board, build_event

if TYPE_CHECKING:
    from pathlib import Path

    from .overlay import Overlay

HEARTBEAT_SECONDS = 15
"""A silent stream is written to this often, so that a browser that left is noticed."""


class DevServer(ThreadingHTTPServer):
    """Serves one output folder with what lies over it, and the news of one board."""

    def __init__(self, address: tuple[str, int], output: Path, board: Board, overlay: Overlay) -> None:
        """Take the address.

        Raises:
            OSError: where the address or the port cannot be had.
        """
        self.output = output
        self.board = board
        self.overlay = overlay
        if ":" in address[0]:
            self.address_family = socket.AF_INET6
        super().__init__(address, Handler)

    def handle_error(self, request: object, client_address: object) -> None:
        """Say what failed in one line; a browser that hung up is no failure."""
        del request, client_address
        error = sys.exception()
        if not isinstance(error, ConnectionError):
            print(f"devserver: {type(error).__name__}: {error}", file=sys.stderr)


class Handler(BaseHTTPRequestHandler):
    """Answers one request."""

    def do_GET(self) -> None:
        """Answer with a file, a page or the stream."""
        match urlsplit(self.path).path:
            case path if path == EVENTS_PATH:
                self._send_events()
            case path if path == SCRIPT_PATH:
                self._send(HTTPStatus.OK, "reload.js", build_script())
            case _:
                self._send_site()

    do_HEAD = do_GET  # noqa: N815 (as above; _send leaves the body out)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the base class names it)
        """Keep quiet: the terminal is for builds."""

    @property
    def _server(self) -> DevServer:
        """Return the server as what it is."""
        return cast("DevServer", self.server)

    def _send_site(self) -> None:
        """Send the file that answers, or the way to it, or the site's own page for "not found"."""
        match self._server.overlay.find(self.path):
            case Moved(location):
                self._send(HTTPStatus.MOVED_PERMANENTLY, "", b"", location)
            case None:
                self._send_missing(self._server.output / "404.html")
            case found:
                self._send(HTTPStatus.OK, found.file.name, found.file.read_bytes(), marks=found.marks)

    def _send_missing(self, page: Path) -> None:
        """Send the page for an unknown address, or for a site that was never built."""
        if page.is_file():
            self._send(HTTPStatus.NOT_FOUND, page.name, page.read_bytes())
        elif self._server.board.status.version:
            self._send(HTTPStatus.NOT_FOUND, page.name, build_missing_page())
        else:
            self._send(HTTPStatus.SERVICE_UNAVAILABLE, page.name, build_waiting_page())

    def _send(
        self, code: HTTPStatus, name: str, body: bytes, location: str = "", marks: tuple[str, ...] = ()
    ) -> None:
        """Send an answer whole; a page takes the script along."""
        media_type = find_media_type(name)
        if media_type.startswith("text/html"):
            body = add_script(body, self._server.board.status.version, marks)
        self.send_response(code)
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        for header, value in find_page_headers(self._server.output, urlsplit(self.path).path):
            self.send_header(header, value)
        if location:
            self.send_header("Location", location)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def _send_events(self) -> None:
        """Send the status now and at each change, until the browser leaves."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        board, seen = self._server.board, None
        while self.command == "GET" and not board.is_closed:
            status = board.wait_for_news(seen, HEARTBEAT_SECONDS)
            self.wfile.write(build_event(status) if status else b": nothing new\n\n")
            seen = status or seen
