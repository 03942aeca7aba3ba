"""An invented blog, as WordPress exports one, and what reads sources as the command does."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest

from event_recap.commands.importing_posts.sources import read_source

EXPORT = """\
<?xml version="1.0" encoding="UTF-8"?>
<!-- made up for these tests -->
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wfw="http://wellformedweb.org/CommentAPI/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel>
<title>Vieux blogue</title><link>https://vieux.example</link><language>fr-FR</language>
<wp:wxr_version>1.2</wp:wxr_version>
<wp:author><wp:author_login><![CDATA[lise]]></wp:author_login><wp:author_email><![CDATA[lise@secret.example]]></wp:author_email>
<wp:author_display_name><![CDATA[Lise Inventée]]></wp:author_display_name></wp:author>
{items}
</channel></rss>
"""
ITEM = """\
<item><title>{title}</title><link>{link}</link><dc:creator><![CDATA[lise]]></dc:creator>
<guid isPermaLink="false">https://vieux.example/?p={number}</guid>
<content:encoded><![CDATA[{text}]]></content:encoded><excerpt:encoded><![CDATA[{excerpt}]]></excerpt:encoded>
<wp:post_id>{number}</wp:post_id><wp:post_date><![CDATA[{day} 09:30:00]]></wp:post_date>
<wp:post_date_gmt><![CDATA[{day} 08:30:00]]></wp:post_date_gmt><wp:post_name><![CDATA[{slug}]]></wp:post_name>
<wp:status><![CDATA[{status}]]></wp:status><wp:post_type><![CDATA[{kind}]]></wp:post_type>
<wp:post_password><![CDATA[{password}]]></wp:post_password>
{more}</item>
"""
FILED = '<category domain="{0}" nicename="x"><![CDATA[{1}]]></category>'


@pytest.fixture(name="write_item")
def fixture_write_item():
    """Return what writes one entry of an export."""

    def write_item(number, title, text="Bonjour.", **facts):
        slug = facts.get("slug", f"billet-{number}")
        values = {
            "link": f"https://vieux.example/2010/02/{slug}/",
            "excerpt": "",
            "day": "2010-02-03",
            "status": "publish",
            "kind": "post",
            "password": "",
            "more": "",
        }
        return ITEM.format(number=number, title=title, text=text, **{**values, **facts, "slug": slug})

    return write_item


@pytest.fixture(name="write_export")
def fixture_write_export():
    """Return what writes an export of entries."""
    return lambda *items: EXPORT.replace("{items}", "".join(items))


@pytest.fixture(name="file_under")
def fixture_file_under():
    """Return what writes under what an entry is filed: pairs of a domain and a name."""
    return lambda *pairs: "".join(FILED.format(*pair) for pair in pairs)


@pytest.fixture(name="read_posts")
def fixture_read_posts(tmp_path, monkeypatch):
    """Return what reads the one post of a file, or of several, by its name and text or bytes."""
    monkeypatch.chdir(tmp_path)

    def read_posts(name, text):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return [post for blog in read_source(path, ZoneInfo("Europe/Paris")) for post in blog.posts]

    return read_posts
