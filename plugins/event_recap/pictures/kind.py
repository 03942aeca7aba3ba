"""Which format a file has, by its first bytes, and how each is made clean."""

from __future__ import annotations

import re
from enum import Enum
from pathlib import PurePath

SVG_SUFFIXES = {".svg", ".svgz"}
"""A text, which begins with anything."""

# fmt: off
KNOWN_SUFFIXES = frozenset({
    ".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".apng", ".webp", ".gif", ".avif", ".heic", ".heif",
    ".svg", ".svgz", ".tif", ".tiff", ".bmp", ".ico", ".cur", ".jxl", ".jp2", ".j2k", ".jpf", ".jpx",
    ".psd", ".xcf", ".dng", ".raw", ".cr2", ".cr3", ".nef", ".arw", ".orf", ".rw2", ".raf", ".pef",
    ".srw", ".tga", ".hdr", ".exr", ".mpo", ".jps", ".hif", ".heics", ".heifs", ".avifs", ".jpm", ".jxr",
    ".wdp", ".ppm", ".pgm", ".pbm", ".pnm", ".pcx", ".dds", ".icns", ".dib", ".eps", ".wmf", ".emf",
    ".kra", ".ora", ".afphoto", ".insp", ".xbm", ".xpm",
})
# fmt: on
"""Endings of pictures, also of those that no browser shows."""

NOTE_SUFFIXES = frozenset({".xmp", ".aae", ".pp3", ".dop", ".thm", ".exif"})
"""Endings of files that telephones and programs lay beside a picture, with what is known of it."""

HEAD_LENGTH = 512
"""So many bytes tell the format."""

_HEIF_BRANDS = re.compile(rb"....ftyp(?:avif|avis|avci|mif[1-3]|miaf|msf1|hei[cxms]|hev[cxms])", re.DOTALL)
_ICON = (b"\0\0\1\0", b"\0\0\2\0")


class Kind(Enum):
    """The formats that can be made clean."""

    JPEG = "JPEG"
    PNG = "PNG"
    WEBP = "WEBP"
    GIF = "GIF"
    HEIF = "AVIF"
    SVG = "SVG"
    TIFF = "TIFF"
    ICON = "ICO"
    BMP = "BMP"


_STARTS: dict[Kind, tuple[bytes, ...]] = {
    Kind.JPEG: (b"\xff\xd8\xff",),
    Kind.PNG: (b"\x89PNG\r\n\x1a\n",),
    Kind.GIF: (b"GIF87a", b"GIF89a"),
    Kind.TIFF: (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+"),
}


def find_kind(head: bytes, name: str) -> Kind | None:
    """Return the format of a file; None where it is none of ours.

    Args:
        head: Its first bytes.
        name: Its name: an icon, a bitmap and an SVG have no bytes of their own to be known by.

    >>> find_kind(b"GIF89a", "a.jpg"), find_kind(b"BM", "notes.txt")
    (<Kind.GIF: 'GIF'>, None)
    """
    for kind, starts in _STARTS.items():
        if head.startswith(starts):
            return kind
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return Kind.WEBP
    if _HEIF_BRANDS.match(head):
        return Kind.HEIF
    suffix = PurePath(name).suffix.lower()
    if suffix in {".ico", ".cur"} and head.startswith(_ICON):
        return Kind.ICON
    if suffix == ".bmp" and head.startswith(b"BM"):
        return Kind.BMP
    is_drawing = suffix in KNOWN_SUFFIXES and re.search(rb"<svg[\s>]", head)
    return Kind.SVG if suffix in SVG_SUFFIXES or is_drawing else None


def is_picture(head: bytes, name: str) -> bool:
    """Tell whether a file is a picture, or says by its name that it is one."""
    return PurePath(name).suffix.lower() in KNOWN_SUFFIXES or find_kind(head, name) is not None


def is_note(name: str) -> bool:
    """Tell whether a file only tells of a picture that lies beside it.

    >>> is_note("IMG_2041.xmp"), is_note("IMG_2041.jpg")
    (True, False)
    """
    return PurePath(name).suffix.lower() in NOTE_SUFFIXES
