"""A build that breaks by somebody else's code: the site stays, one line says why, and the code is that of a failure."""

import pytest

FILES = {"recaps/a.md": "---\ntitle: Un\ndate: 2010-02-03\n---\nTexte.\n", "attendees/un.yml": "- Anne Roy\n"}
CHANGED = {"recaps/a.md": "---\ntitle: Un\ndate: 2010-02-03\n---\nUn autre texte.\n"}
PLUGIN = """
from pelican import signals

def fail(*_arguments, **_words):
    raise ValueError("their plugin is tired")

def register():
    {body}
"""


@pytest.fixture(name="built")
def fixture_built(build_site):
    """Build a site that is well."""
    site = build_site(FILES)
    assert site.exit_code == 0
    return {name: (site.output / name).read_bytes() for name in site.files()}


@pytest.mark.parametrize(
    "body",
    ["fail()", "signals.content_written.connect(fail)", "signals.all_generators_finalized.connect(fail)"],
)
def test_a_plugin_that_fails_keeps_the_old_site(build_site, built, tmp_path, body):
    """At its start, while pages are written, or before."""
    (tmp_path / "theirs.py").write_text(PLUGIN.format(body=body), encoding="utf-8")
    settings = {"PLUGINS": ["event_recap", "theirs"], "PLUGIN_PATHS": [str(tmp_path)]}

    site = build_site(CHANGED, fatal="errors", environment={"PYTHONPATH": "plugins"}, **settings)

    assert site.exit_code == 1
    assert {name: (site.output / name).read_bytes() for name in site.files()} == built
    assert [path for path in (tmp_path / ".output.staging").rglob("*") if not path.is_dir()] == []


@pytest.mark.parametrize(
    ("template", "told"),
    [
        (
            "{% block content %}\n{{ 1 // 0 }}{% endblock %}",
            "article.html:2: integer division or modulo by zero",
        ),
        ("{{ article.title.nothing.more }}", "article.html:1: "),
        ("{% if %}", "article.html:1: Expected an expression"),
    ],
)
def test_a_template_that_fails_keeps_the_old_site(build_site, built, tmp_path, template, told):
    """Its file and line are told, and no traceback."""
    (tmp_path / "own").mkdir()
    (tmp_path / "own/article.html").write_text(template, encoding="utf-8")

    site = build_site(CHANGED, THEME_TEMPLATES_OVERRIDES=[str(tmp_path / "own")])

    assert site.exit_code == 1
    assert told in " ".join((site.log + site.errors).split())
    assert "Traceback" not in site.log + site.errors
    assert {name: (site.output / name).read_bytes() for name in site.files()} == built
