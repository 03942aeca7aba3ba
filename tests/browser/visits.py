"""Pages that are open in the browser, and remember what went wrong."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

PAGE_HEIGHT = 800
NOTHING = "/-/nothing"
"""Address of an empty page of each site: for ``about:blank`` the browser would begin another process."""

GIVEN_UP = "net::ERR_ABORTED"
"""Why a request ended that the browser itself wants no longer: on leaving a page, or for a picture of another width."""


PATIENCE_S = 30
"""How long a page may take for what a test waits for."""

STEP_MS = 50


def wait_until(page, function, arg=None):
    """Wait for a function of a page, or for what it promises, to be true.

    Playwright's own ``wait_for_function`` asks again by ``eval``, which the policy of a site refuses.
    """
    end = time.monotonic() + PATIENCE_S
    while not page.evaluate(function, arg):
        assert time.monotonic() < end, f"in {PATIENCE_S} s this did not come true: {function}"
        page.wait_for_timeout(STEP_MS)


@dataclass
class Visit:
    """One page, open in the browser, and what went wrong since."""

    page: Any
    host: str = ""
    troubles: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)
    shown: tuple[int, str, str] | None = None
    idle: list[Visit] | None = None
    """Where tabs of the same settings wait for the next visit; nowhere if this one belongs to a test."""

    def go(self, address):
        """Open a page, from a window as wide as on a desk."""
        self.host = urlsplit(address).netloc
        self.page.bring_to_front()  # a window that others lie upon is drawn late
        self.show().page.goto(address)
        return self

    def leave(self):
        """Close the tab, or empty it for the next visit: the page, what went wrong there, and where the pointer was."""
        if self.idle is None:
            self.page.close()
            return
        self.page.mouse.move(-1, -1)
        self.page.goto(f"http://{self.host}{NOTHING}")
        self.troubles.clear()
        self.dialogs.clear()
        self.idle.append(self)

    def listen(self):
        """Note everything that a reader's browser would complain about, from now on."""
        note = self.troubles.append
        self.page.on(
            "console", lambda said: said.type in {"error", "warning"} and note(f"console: {said.text}")
        )
        self.page.on("pageerror", lambda error: note(f"script: {error}"))
        self.page.on(
            "requestfailed", lambda request: request.failure != GIVEN_UP and note(f"failed: {request.url}")
        )
        self.page.on(
            "response", lambda answer: answer.status >= 400 and note(f"{answer.status}: {answer.url}")
        )
        self.page.on("request", lambda request: self._check_host(request.url))
        self.page.on("dialog", self._close_dialog)
        return self

    def _check_host(self, url):
        """Note a request that leaves the site."""
        parts = urlsplit(url)
        if parts.scheme not in {"data", "blob"} and parts.netloc != self.host:
            self.troubles.append(f"elsewhere: {url}")

    def _close_dialog(self, dialog):
        """Note a dialog, and close it so that the page goes on."""
        self.dialogs.append(dialog.message)
        dialog.dismiss()

    def show(self, *, width=1280, scheme="light", media="screen"):
        """Look at the page on a window of another width in CSS pixels, in another scheme, or on paper."""
        if self.shown != (width, scheme, media):
            self.page.set_viewport_size({"width": width, "height": PAGE_HEIGHT})
            self.page.emulate_media(media=media, color_scheme=scheme)
            self.shown = (width, scheme, media)
        return self

    def wear(self, css):
        """Put a reader's own rules over those of the site, in the place of any before."""
        self.page.evaluate(
            "(css) => { const sheet = new CSSStyleSheet(); sheet.replaceSync(css); document.adoptedStyleSheets = [sheet]; }",
            css,
        )
        return self

    def sideways(self):
        """Return by how many pixels the page is wider than its window, and the first elements that stick out."""
        return self.page.evaluate("""() => {
            const root = document.documentElement, over = root.scrollWidth - root.clientWidth;
            if (over <= 0) return [];
            const out = [...document.body.querySelectorAll("*")].filter(
                (one) => one.getBoundingClientRect().right > root.clientWidth + 1);
            return [`${over} px`, ...out.slice(0, 5).map((one) => one.outerHTML.slice(0, 120))];
        }""")
