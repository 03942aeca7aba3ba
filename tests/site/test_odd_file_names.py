"""Names of files that are no text, as old archives and cameras leave them."""

import os
import sys

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the system takes only names that are text")

RECAP = "---\ntitle: {}\ndate: 2010-02-03\n---\nBonsoir.\n"


def test_a_name_in_another_encoding_is_in_nobody_s_way(build_site, tmp_path):
    """The text has its page by its title, and a file its address, byte for byte."""
    odd = {b"recaps/soir\xe9e.md": RECAP.format("Une autre"), b"extra/\xe9t\xe9.txt": "Bonjour"}
    for name, text in odd.items():
        path = tmp_path / "content" / os.fsdecode(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    site = build_site({"recaps/a.md": RECAP.format("Une soirée")}, STATIC_PATHS=["extra"])

    assert site.exit_code == 0, site.errors
    assert "Bonsoir" in site.words("recaps/une-autre/index.html", ".prose")
    assert (site.output / os.fsdecode(b"extra/\xe9t\xe9.txt")).exists()
