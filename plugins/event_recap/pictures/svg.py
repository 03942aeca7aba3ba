"""SVG: what is drawn and what it is called, and nothing of who drew it with which program."""

from __future__ import annotations

import base64
import binascii
import re
from typing import TYPE_CHECKING

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

_INNER = re.compile(rb"data:image/(?P<kind>[\w.+-]+);base64,(?P<code>(?:[A-Za-z0-9+/=\s]|&#1[03];)+)")


def strip_svg(data: bytes, strip: Callable[[bytes, str], bytes]) -> bytes:
    """Return an SVG without comments, metadata and the notes of editors.

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
    if parent is not None and (name.namespace not in _KEPT or name.localname == "metadata"):
        # A tail is text between elements, which SVG does not draw, but inside a text it does.
        previous = element.getprevious()
        if element.tail and previous is not None:
            previous.tail = (previous.tail or "") + element.tail
        elif element.tail:
            parent.text = (parent.text or "") + element.tail
        parent.remove(element)
    for key in list(element.attrib):
        if etree.QName(key).namespace not in _KEPT:
            del element.attrib[key]


def _strip_inner(found: re.Match[bytes], strip: Callable[[bytes, str], bytes]) -> bytes:
    code = re.sub(rb"\s|&#1[03];", b"", found["code"])
    try:
        name = "inner.svg" if found["kind"].startswith(b"svg") else "inner"
        clean = strip(base64.b64decode(code, validate=True), name)
    except binascii.Error as error:
        raise PictureError(DAMAGED) from error
    return found[0][: found.start("code") - found.start()] + base64.b64encode(clean)
