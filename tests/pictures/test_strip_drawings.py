"""A published drawing tells nothing of who drew it."""

from __future__ import annotations

import base64
import gzip

import pytest

from event_recap.pictures.error import PictureError
from event_recap.pictures.kind import find_kind, is_picture
from event_recap.pictures.strip import strip_metadata

DRAWING = """\
<?xml version="1.0"?><!-- Secretcomment -->
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9"
 xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd"
 sodipodi:docname="/home/secretuser/a.svg" inkscape:export-filename="Secretpath"><title>Une lanterne</title>
<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">Secretauthor</rdf:RDF></metadata>
<sodipodi:namedview inkscape:cx="1"><inkscape:grid units="Secretunits"/></sodipodi:namedview>
<text>Un <!-- Secretinner -->mot<inkscape:note>Secretnote</inkscape:note> entier</text><path d="M0 0h9" fill="url(#a)"/>
<image xlink:href="data:image/png;base64,PICTURE"/></svg>
"""


def test_a_drawing_is_published_without_comments_and_editors(write_picture):
    """Comments, metadata, paths of the disk and the notes of editors go; words and lines stay."""
    inner = base64.b64encode(write_picture("PNG")).decode()

    clean = strip_metadata(DRAWING.replace("PICTURE", inner).encode(), "a.svg").decode()

    assert "secret" not in clean.lower()
    assert "<title>Une lanterne</title>" in clean
    assert "<text>Un mot entier</text>" in clean
    assert 'd="M0 0h9" fill="url(#a)"' in clean
    assert not any(word in clean for word in ("inkscape", "sodipodi", "DOCTYPE", "metadata", "<?"))


def test_a_photo_inside_a_drawing_is_clean_too(write_picture):
    """A picture that a drawing holds loses its metadata as well."""
    inner = base64.b64encode(write_picture("JPEG")).decode()
    text = f'<svg xmlns="http://www.w3.org/2000/svg"><image href="data:image/jpeg;base64,{inner}"/></svg>'

    clean = strip_metadata(text.encode(), "a.svg").decode()

    assert base64.b64encode(strip_metadata(write_picture("JPEG"), "a")).decode() in clean


def test_a_drawing_inside_a_drawing_is_clean_too():
    """Comments of a drawing that another drawing holds are gone."""
    inner = base64.b64encode(b'<svg xmlns="http://www.w3.org/2000/svg"><!-- Secret --><g/></svg>').decode()
    text = f'<svg xmlns="http://www.w3.org/2000/svg"><image href="data:image/svg+xml;base64,{inner}"/></svg>'

    clean = strip_metadata(text.encode(), "a.svg")

    assert b"Secret" not in base64.b64decode(clean.split(b"base64,")[1].split(b'"')[0])


RUNNING = """\
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" onload="run()" data-author="Secret">
<script>run()</script><style>/* Secret */ .a { fill: red }</style>
<a href="javascript:run()"><rect class="a" onclick="run()"/></a><a xlink:href=" java&#10;script:run()"><g/></a>
<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"><iframe src="run()"/><SCRIPT>run()</SCRIPT></body></foreignObject>
</svg>"""


def test_nothing_runs_in_a_published_drawing():
    """Scripts, handlers and addresses that run something go, as they do from a text; what is drawn stays."""
    clean = strip_metadata(RUNNING.encode(), "a.svg").decode()

    assert "run()" not in clean
    assert "Secret" not in clean
    assert '<rect class="a"/>' in clean
    assert ".a { fill: red }" in clean


@pytest.mark.parametrize(
    "kind", ["data:image/jpeg;charset=x;base64,", "DATA:image/JPEG;base64,", "data:image/jpg;BASE64,"]
)
@pytest.mark.parametrize(
    "place",
    ['<image href="{}"/>', '<style>g {{ fill: url("{}") }}</style>', "<style>g {{ fill: url({}) }}</style>"],
)
def test_a_photo_inside_a_drawing_is_clean_however_it_is_written(write_picture, kind, place):
    """Capitals, parameters and styles make no difference."""
    inner = base64.b64encode(write_picture("JPEG")).decode()
    text = '<svg xmlns="http://www.w3.org/2000/svg">' + place.format(kind + inner) + "</svg>"

    clean = strip_metadata(text.encode(), "a.svg").decode()

    assert base64.b64encode(strip_metadata(write_picture("JPEG"), "a")).decode() in clean
    assert inner not in clean


def test_a_pattern_written_as_text_stays():
    """A small drawing in a style, as designers write it, is no photo."""
    text = """<svg xmlns="http://www.w3.org/2000/svg"><style>g { fill: url("data:image/svg+xml,%3Csvg/%3E") }</style></svg>"""

    assert b"data:image/svg+xml,%3Csvg/%3E" in strip_metadata(text.encode(), "a.svg")


def test_a_page_that_holds_a_drawing_is_no_drawing():
    """A file of HTML is published as it is, also where it begins with a drawing."""
    assert find_kind(b"<svg><!-- x -->", "widget.html") is None
    assert not is_picture(b"<svg><!-- x -->", "widget.html")


def test_a_compressed_drawing_is_clean_and_always_the_same():
    """An .svgz is opened, cleaned and closed again, without the time of day in it."""
    packed = gzip.compress(DRAWING.replace("PICTURE", "").encode(), mtime=123)

    clean = strip_metadata(packed, "a.svgz")

    assert clean == strip_metadata(clean, "a.svgz")
    assert b"Secret" not in gzip.decompress(clean)


@pytest.mark.parametrize(
    "text",
    [
        "<svg",
        "<html/>",
        "no drawing",
        '<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg"><text>&a;</text></svg>',
        '<svg xmlns="http://www.w3.org/2000/svg"><image href="data:image/png;base64,AAAA"/></svg>',
        '<svg xmlns="http://www.w3.org/2000/svg"><image href="data:image/png;base64,A"/></svg>',
        '<svg xmlns="http://www.w3.org/2000/svg"><image href="data:image/png,%89PNG"/></svg>',
    ],
)
def test_a_drawing_that_cannot_be_read_is_refused(text):
    """What is no well-formed drawing, or hides its words or pictures, is not published."""
    for data in (text.encode(), gzip.compress(text.encode())[:-9]):
        with pytest.raises(PictureError):
            strip_metadata(data, "a.svg")
