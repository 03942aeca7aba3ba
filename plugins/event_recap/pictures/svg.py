"""SVG: what is drawn and what it is called; not who drew it with which program, and nothing that runs."""

from __future__ import annotations

import base64
import binascii
import re
from typing import TYPE_CHECKING
from urllib.parse import unquote_to_bytes

from lxml import etree

from .error import DAMAGED, PictureError

if TYPE_CHECKING:
    from collections.abc import Callable

_SVG = "http://www.w3.org/2000/svg"
_KEPT = {
    None,
    _SVG,
    "http://www.w3.org/1999/xlink",
    "http://www.w3.org/XML/1998/namespace",
    "http://www.w3.org/1999/xhtml",
}
"""Namespaces that browsers draw; others belong to editors."""

_RUNNING = {"script", "handler", "listener", "iframe", "embed", "object"}
"""Elements of a drawing, or of HTML in it, that run something or fetch it from elsewhere."""
_SCRIPT_ADDRESS = re.compile(
    r"[\0-\x20]*(?:j\s*a\s*v\s*a|v\s*b)\s*s\s*c\s*r\s*i\s*p\s*t\s*:|data:text/html", re.IGNORECASE
)
_STYLE_NOTE = re.compile(r"/\*.*?\*/", re.DOTALL)

_INNER = re.compile(
    rb"data:image/(?P<kind>[\w.+-]{1,40})(?P<more>(?:;[^;:,\"'<>()]{0,80}){0,5}),(?P<code>[^\"'()<>]+)",
    re.IGNORECASE,
)
_BASE64 = b";base64"
INNER_FORM = "holds a picture that is not in base64; draw it with another program, or save it as PNG"
"""Such a picture is a rare thing, and its notes would be published."""


def strip_svg(data: bytes, strip: Callable[[bytes, str], bytes]) -> bytes:
    """Return an SVG without comments, metadata, scripts and the notes of editors.

    Args:
        data: The file.
        strip: Cleans a picture inside of it, which it gets with a name.

    Raises:
        PictureError: It is no well-formed XML, or an entity hides what it says.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise PictureError(DAMAGED) from error
    if root.tag not in {"svg", f"{{{_SVG}}}svg"}:
        raise PictureError(DAMAGED)
    for element in list(root.iter()):
        _clean(element)
    etree.cleanup_namespaces(root)
    return _INNER.sub(lambda found: _strip_inner(found, strip), etree.tostring(root, encoding="UTF-8"))


def _clean(element: etree._Element) -> None:
    if not isinstance(element.tag, str):
        raise PictureError(DAMAGED)  # an entity
    name = etree.QName(element)
    parent = element.getparent()
    is_unwanted = name.namespace not in _KEPT or name.localname.lower() in _RUNNING | {"metadata"}
    if parent is not None and is_unwanted:
        # A tail is text between elements, which SVG does not draw, but inside a text it does.
        previous = element.getprevious()
        if element.tail and previous is not None:
            previous.tail = (previous.tail or "") + element.tail
        elif element.tail:
            parent.text = (parent.text or "") + element.tail
        parent.remove(element)
    if name.localname == "style" and element.text:
        element.text = _STYLE_NOTE.sub("", element.text)
    for key, value in list(element.attrib.items()):
        inner = etree.QName(key)
        runs = inner.localname.lower().startswith("on") or _SCRIPT_ADDRESS.match(str(value))
        if inner.namespace not in _KEPT or inner.localname.startswith("data-") or runs:
            del element.attrib[key]


def _strip_inner(found: re.Match[bytes], strip: Callable[[bytes, str], bytes]) -> bytes:
    """Return the address of a picture that lies in the drawing, with the picture clean."""
    kind, more = found["kind"].lower(), found["more"].lower()
    code = re.sub(rb"\s|&#1[03];|%0[ad]", b"", found["code"], flags=re.IGNORECASE)
    is_drawing = kind.startswith(b"svg")
    if not more.endswith(_BASE64):
        if is_drawing:
            return found[0]  # a drawing written as text, such as a pattern in a style
        raise PictureError(INNER_FORM)
    try:
        data = base64.b64decode(unquote_to_bytes(code), validate=True)
    except binascii.Error as error:
        raise PictureError(DAMAGED) from error
    clean = strip(data, "inner.svg" if is_drawing else "inner")
    return b"data:image/" + found["kind"] + _BASE64 + b"," + base64.b64encode(clean)
