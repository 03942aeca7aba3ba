"""Films from elsewhere, as a picture and a link: nothing is asked of their host until it is followed."""

from __future__ import annotations

import re
from html import escape, unescape
from typing import TYPE_CHECKING

from markdown.preprocessors import Preprocessor

from ..loading.files import is_regular
from ..model.video import STILL_SUFFIXES, STILLS, Video, find_video
from ..translation import translate
from .body import FRAME, read_attributes

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

LINE = re.compile(r"https?://[^\s<>]+")
"""A line that is an address and nothing else."""

ALONE = re.compile(
    r"""<p>\s*<a\s(?P<attributes>(?:[^>"']|"[^"]*"|'[^']*')*)>(?P<inner>(?:(?!</?(?:a|p)\b).)*)</a>\s*</p>""",
    re.IGNORECASE | re.DOTALL,
)
"""A paragraph that is a link and nothing else."""

FRAME_ALONE = re.compile(rf"<p>\s*({FRAME.pattern})\s*</p>", re.IGNORECASE | re.DOTALL)

IMAGE = re.compile(r"""<img\b(?:[^>"']|"[^"]*"|'[^']*')*>""", re.IGNORECASE)


class VideoLines(Preprocessor):
    """Makes a link of each address of a film that stands between blank lines."""

    def run(self, lines: list[str]) -> list[str]:
        """Return the lines; code is out of them by then."""
        padded = ["", *lines, ""]
        return [
            f"<{line.strip()}>" if _is_alone(before, line, after) else line
            for before, line, after in zip(padded, lines, padded[2:], strict=False)
        ]


def link_videos(
    html: str, find_picture: Callable[[Video], str], lang: str, *, has_frames: bool = False
) -> str:
    """Return HTML in which a film has a picture and a link with its title.

    What is taken for a film: a frame of one of the hosts we know, and a paragraph that is a link to one.

    Args:
        html: A text as Markdown writes it.
        find_picture: Returns the address of the picture that the site has of a film, or an empty string.
        lang: BCP 47 tag of the text.
        has_frames: Whether frames stay as they are.
    """

    def link(video: Video, title: str, image: str) -> str:
        title = escape(title or translate("Video on {name}", lang).format(name=video.host), quote=False)
        source = image or find_picture(video)
        name = title.replace('"', "&quot;")
        # The words of the picture are the title: Pelican warns of a picture that has none.
        picture = (
            f'<img src="{escape(source)}" alt="{name}">'
            if source
            else f'<span class="video__title">{title}</span>'
        )
        caption = f'<span class="video__name">{title}</span> ' if source else ""
        return (
            f'<figure class="video"><a class="video__link" href="{escape(video.player)}">{picture}</a>'
            f'<figcaption>{caption}<a href="{escape(video.page)}">'
            f"{escape(video.host)}</a></figcaption></figure>"
        )

    def link_paragraph(found: re.Match[str]) -> str:
        values = read_attributes(found["attributes"])
        address = values.get("href", "")
        image, words = IMAGE.search(found["inner"]), _read_words(found["inner"])
        video = find_video(address)
        if video is None:
            return found[0]
        title = "" if words == address else words
        pictured = read_attributes(image[0]) if image else {}
        title = title or values.get("title") or pictured.get("alt", "")
        return link(video, title, pictured.get("src", ""))

    def link_frame(found: re.Match[str]) -> str:
        values = read_attributes(found["attributes"])
        video = find_video(values.get("src", ""))
        return link(video, values.get("title", ""), "") if video else found[0]

    linked = ALONE.sub(link_paragraph, html)
    return linked if has_frames else FRAME.sub(link_frame, FRAME_ALONE.sub(r"\1", linked))


def find_still(content: Path, video: Video) -> str:
    """Return the link to the picture that a site has of a film, or an empty string."""
    for suffix in STILL_SUFFIXES:
        name = f"{STILLS}/{video.id}.{suffix}"
        if is_regular(content / name, content):
            return f"{{static}}/{name}"
    return ""


def _is_alone(before: str, line: str, after: str) -> bool:
    address = line.rstrip()
    return (
        not before.strip()
        and not after.strip()
        and LINE.fullmatch(address) is not None
        and find_video(address) is not None
    )


def _read_words(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", IMAGE.sub("", html))).split())
