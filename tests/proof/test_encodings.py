"""A name is found in whatever encoding it hides."""

import base64
import bz2
import gzip
import hashlib
import html
import io
import json
import lzma
import quopri
import sqlite3
import unicodedata
import zipfile
import zlib
from contextlib import closing, suppress
from urllib.parse import quote, quote_plus

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin

from event_recap.proof.encodings import find_forms
from event_recap.proof.packers import UnsearchableError

NAME = "Zéphirin Périmois"
CARD = f"BEGIN:VCARD\r\nNOTE:{'x' * 60} {NAME}\r\nEND:VCARD\r\n"


def entities(text, form="&#{};"):
    """Return each letter as an entity."""
    return "".join(form.format(ord(letter)) for letter in text)


def fold_at(text, width):
    """Return the lines of a calendar folded, as RFC 5545 has it."""
    lines = text.split("\r\n")
    return "\r\n".join(
        "\r\n ".join(line[at : at + width] for at in range(0, len(line), width)) for line in lines
    )


def quote_twice(text):
    """Return a text as a link in a link has it."""
    return quote(quote(text))


def pack(text):
    """Return an archive in an archive."""
    inner, outer = io.BytesIO(), io.BytesIO()
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a/b.txt", text)
    with zipfile.ZipFile(outer, "w") as archive:
        archive.writestr("inner.zip", inner.getvalue())
    return outer.getvalue()


def write_png(text, **options):
    """Return a picture with a text in its metadata."""
    info, stream = PngImagePlugin.PngInfo(), io.BytesIO()
    add = info.add_itxt if options.pop("is_itxt", False) else info.add_text
    add("Author", text, **options)
    Image.new("RGB", (2, 2)).save(stream, "PNG", pnginfo=info)
    return stream.getvalue()


def write_photo(text, kind, **options):
    """Return a photo with a text as the artist in its EXIF."""
    exif, stream = Image.Exif(), io.BytesIO()
    exif[0x9C9D] = text.encode("utf-16-le")  # XPAuthor, as Windows writes it
    Image.new("RGB", (2, 2)).save(stream, kind, exif=exif, **options)
    return stream.getvalue()


def write_comment(text):
    """Return a photo with a comment."""
    stream = io.BytesIO()
    Image.new("RGB", (2, 2)).save(stream, "JPEG", comment=text.encode())
    return stream.getvalue()


def write_xmp(text):
    """Return a photo with a text in its XMP."""
    stream = io.BytesIO()
    xmp = f"<x:xmpmeta><dc:creator><rdf:li>{text}</rdf:li></dc:creator></x:xmpmeta>".encode()
    Image.new("RGB", (2, 2)).save(stream, "JPEG", xmp=xmp)
    return stream.getvalue()


def write_pdf(stream, *, info=b""):
    """Return as much of a PDF as is searched."""
    return b"%PDF-1.7\n1 0 obj<<" + info + b">>\nstream\n" + stream + b"\nendstream\nendobj\n%%EOF"


def write_octal(text):
    """Return a string of PDF as LaTeX writes one with accents."""
    return b"".join(b"\\%03o" % code for code in b"\xfe\xff" + text.encode("utf-16-be"))


def write_iptc(text):
    """Return a photo with a text as its author in IPTC."""
    field = b"\x1c\x02\x50" + len(text.encode()).to_bytes(2) + text.encode()
    block = b"Photoshop 3.0\0" + b"8BIM\x04\x04\0\0" + len(field).to_bytes(4) + field
    return b"\xff\xd8\xff\xed" + (len(block) + 2).to_bytes(2) + block + b"\xff\xd9"


def write_database(text, encoding):
    """Return a database with a text in it."""
    with closing(sqlite3.connect(":memory:")) as database:
        database.execute(f"PRAGMA encoding = '{encoding}'")
        database.execute("CREATE TABLE people (name)")
        database.execute("INSERT INTO people VALUES (?)", (text,))
        database.commit()
        return database.serialize()


PLANTED = {
    "as it is": NAME,
    "capitals": NAME.upper(),
    "without accents": "Zephirin Perimois",
    "with accents of their own": unicodedata.normalize("NFD", NAME),
    "wide letters": "Ｚéｐｈｉｒｉｎ Périmois",
    "soft hyphens": "Zé\u00adphi\u00adrin Péri\u200bmois",
    "no-break space": "Zéphirin\u00a0Périmois",
    "over two lines": "Zéphirin\n        Périmois",
    "family name first": "PÉRIMOIS, Zéphirin",
    "in one word": "#ZéphirinPérimois",
    "an address": "/people/zephirin-perimois/",
    "decimal entities": entities(NAME),
    "hexadecimal entities": entities(NAME, "&#x{:x};"),
    "capital hexadecimal entities": entities(NAME, "&#X{:X};"),
    "named entities": "Z&eacute;phirin&nbsp;P&eacute;rimois",
    "entities of entities": html.escape("Z&eacute;phirin P&eacute;rimois"),
    "URL": quote(NAME),
    "URL in lower case": quote(NAME).lower(),
    "URL with plus": quote_plus(NAME),
    "URL in Latin-1": quote(NAME, encoding="latin-1"),
    "URL in a URL": quote_twice(NAME),
    "every letter in a URL": "".join(f"%{code:02X}" for code in NAME.encode()),
    "URL in JSON in HTML": html.escape(json.dumps({"url": quote(NAME)})),
    "JSON": json.dumps(NAME),
    "every letter in JSON": "".join(f"\\u{ord(letter):04x}" for letter in NAME),
    "JavaScript": r"'\x5a\u{e9}phirin\x20P\351rimois'",
    "JSON of HTML": json.dumps(html.escape("<p>Z&eacute;phirin</p> Périmois")),
    "CSS": r".a::after { content: '\5a \e9phirin\0000a0 P\E9 rimois' }",
    "tags": '<b>Zéphirin</b> <i class="x">Périmois</i>',
    "tags in the word": "<span class='drop'>Z</span>éphirin Péri<wbr>mois",
    "tags in a feed": html.escape("<b>Zéphirin</b> <i>Périmois</i>"),
    "SVG": "<svg><text><tspan>Zéphirin</tspan> <tspan>Périmois</tspan></text></svg>",
    "calendar": fold_at(CARD, 20),
    "calendar, other places": fold_at(CARD, 17),
    "quoted-printable": quopri.encodestring(f"FN;ENCODING=QUOTED-PRINTABLE:{'x' * 60} {NAME}".encode()),
    "base64": base64.b64encode(NAME.encode()),
    "base64, one letter on": base64.b64encode(b">" + NAME.encode() + b"</p"),
    "base64, two letters on": base64.urlsafe_b64encode(b"p>" + NAME.encode() + b"<"),
    "data URL": b'<img src="data:image/svg+xml;base64,' + base64.b64encode(f"<text>{NAME}</text>".encode()),
    "packed data URL": b"data:x/y;base64," + base64.b64encode(gzip.compress(NAME.encode())),
    "picture of a card": b"PHOTO;ENCODING=b;TYPE=PNG:" + base64.b64encode(write_png(NAME, zip=True)),
    "hexadecimal digits": NAME.encode().hex(),
    "md5": hashlib.md5(NAME.lower().encode(), usedforsecurity=False).hexdigest(),
    "sha256": hashlib.sha256(NAME.encode()).hexdigest(),
    "UTF-16": NAME.encode("utf-16"),
    "UTF-16, the other way": b"\xfe\xff" + NAME.encode("utf-16-be"),
    "UTF-16 among other bytes": b"\0\1\2" * 9 + NAME.encode("utf-16-be") + b"\0\0",
    "Latin-1": f"<p>{NAME}</p>".encode("latin-1"),
    "gzip": gzip.compress(NAME.encode()),
    "two gzips": gzip.compress(b"first ") + gzip.compress(NAME.encode()),
    "bz2": bz2.compress(NAME.encode()),
    "xz": lzma.compress(NAME.encode()),
    "gzip of a calendar": gzip.compress(fold_at(CARD, 20).encode()),
    "zip in a zip": pack(NAME),
    "PNG text": write_png(NAME),
    "PNG packed text": write_png(NAME, zip=True),
    "PNG international text": write_png(NAME, is_itxt=True),
    "PNG packed international text": write_png(NAME, is_itxt=True, zip=True),
    "JPEG EXIF": write_photo(NAME, "JPEG"),
    "WebP EXIF": write_photo(NAME, "WEBP"),
    "PNG EXIF": write_photo(NAME, "PNG"),
    "JPEG comment": write_comment(NAME),
    "XMP": write_xmp(NAME),
    "XMP with entities": write_xmp(entities(NAME)),
    "after the end of a JPEG": write_photo("", "JPEG") + NAME.encode(),
    "PDF author": write_pdf(b"", info=b"/Author (Z\\351phirin P\\351rimois)"),
    "PDF author in UTF-16": write_pdf(b"", info=b"/Author <FEFF" + NAME.encode("utf-16-be").hex().encode() + b">"),
    "PDF text": write_pdf(zlib.compress(b"BT [(Z\\351phi) -20 (rin P\\351rimois)] TJ ET")),
    "PDF author in UTF-16 and octal digits": write_pdf(b"", info=b"/Author (" + write_octal(NAME) + b")"),
    "PDF text on two lines": write_pdf(zlib.compress(b"(Z\351phirin) Tj 0 -14 Td (P\351rimois) Tj")),
    "PDF with a zip attached": write_pdf(pack(NAME)),
    "JPEG IPTC": write_iptc(NAME),
    "rich text": r"{\rtf1\ansi Z\'e9phirin P\u233?rimois}",
    "text document in runs": "<w:t>Zéphi</w:t></w:r><w:r><w:t>rin </w:t></w:r><w:r><w:t>Périmois</w:t>",
    "database": write_database(NAME, "UTF-8"),
    "database in UTF-16": write_database(NAME, "UTF-16le"),
    "font": b"\0\1\0\0\0\x0c\x80\xff" + ("Regular" + NAME + "Bold").encode("utf-16-be") + b"\0\xff\xfe",
    "packed map": b"\x81\xa4name\xb2" + NAME.encode() + b"\xc3",
    "zlib": zlib.compress(NAME.encode()),
    "PDF ASCII85": write_pdf(base64.a85encode(zlib.compress(f"({NAME}) Tj".encode("latin-1"))) + b"~>"),
}  # fmt: skip


@pytest.mark.parametrize("encoding", PLANTED)
def test_a_name_is_found_in_every_encoding(find, encoding):
    """Whatever a program made of a name, it is found."""
    planted = PLANTED[encoding]
    data = planted.encode() if isinstance(planted, str) else planted
    before = b"" if data[:1] in b"\x1f\x89\xff\xfdRPB%\xfe\0\x78{\x81S" else b"Hier soir : "

    assert find(before + data, NAME, "Ondine Cachemire") == [NAME]


@pytest.mark.parametrize("encoding", PLANTED)
def test_nobody_else_is_found(find, encoding):
    """What holds one name holds no other."""
    assert find(PLANTED[encoding], "Ondine Cachemire", "Zéphir", "Périmoise") == []


@given(
    st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=30),
    st.lists(st.sampled_from([html.escape, quote, json.dumps, entities]), max_size=3),
)
def test_what_is_encoded_is_decoded_again(text, encoders):
    """A text that was encoded up to three times is among what is searched."""
    planted = f"{text} {NAME}!"
    for encode in encoders:
        planted = encode(planted)

    assert any(NAME in form for form in find_forms(planted))


@given(st.binary(max_size=400))
def test_no_bytes_break_the_search(make_searcher, data):
    """Whatever lies in a file, it is read to its end, also behind the first bytes of an archive."""
    searcher = make_searcher(NAME)
    for begins in (
        b"",
        b"\x1f\x8b\x08",
        b"PK\x03\x04",
        b"\x89PNG\r\n\x1a\n",
        b"\xff\xd8\xff\xe1",
        b"%PDF",
        b"RIFF",
        b"BZh9",
    ):
        with suppress(UnsearchableError):  # it is told of
            assert list(searcher.find_in_bytes(begins + data)) == []
