"""What the process that builds and the development server say to each other: a line of JSON each."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

ANSWERS_KEY = "EVENT_RECAP_ANSWERS"
"""Environment variable that names the number of the open file for answers."""


@dataclass(frozen=True, slots=True)
class Request:
    """Which pages are wanted."""

    changed: tuple[str, ...]
    """Absolute paths of all that changed since the build began."""
    folder: str
    """Empty folder for the pages."""

    def encode(self) -> bytes:
        """Return the line that is sent."""
        return _encode(self)


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of a request.

    Said as well, with all drafts of the site, once it is built, and again when requests may follow.
    """

    is_shown: bool = False
    """Whether the folder has what changed; not where lists, templates or the like changed as well."""
    problems: tuple[str, ...] = ()
    """Lines that say what is wrong with the texts; then the folder is not to be shown."""
    drafts: tuple[str, ...] = ()
    """Which pages are drafts, by their path below the output folder."""
    texts: tuple[str, ...] = ()
    """The texts, as problems name them."""

    def encode(self) -> bytes:
        """Return the line that is sent."""
        return _encode(self)


def decode_request(line: bytes | str) -> Request:
    """Return what a line asks for."""
    read = json.loads(line)
    return Request(tuple(read["changed"]), read["folder"])


def decode_answer(line: bytes) -> Answer:
    """Return what a line answers."""
    read = json.loads(line)
    return Answer(read["is_shown"], *(tuple(read[key]) for key in ("problems", "drafts", "texts")))


def _encode(message: Request | Answer) -> bytes:
    return json.dumps(asdict(message)).encode() + b"\n"
