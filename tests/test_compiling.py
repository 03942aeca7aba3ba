"""How templates become Python, and what of it is kept from build to build."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import ChoiceLoader, DictLoader, Environment, FileSystemLoader
from markupsafe import Markup

from event_recap.compiling import TEMPLATES_FORM, TEMPLATES_NAME, CompiledTemplates, compile_faster
from event_recap.engine.kept_lines import KeptLines
from event_recap.engine.listening import listen_to
from event_recap.rendering import offer_templates

TEMPLATE = """{% macro card(word) %}<b>{{ word }}{{ caller() if caller }}</b>{% endmacro %}
{% set kept %}{{ value }}{% endset %}{{ value }} {{ kept }} {{ card(value) }} {{ value|safe }} {{ missing }}
{% call card(kept) %}{{ value ~ "<" }}{% endcall %} {% filter upper %}{{ value }}{% endfilter %}
{% autoescape false %}{{ value }}{% endautoescape %} {{ "<" }} {{ [value] }}"""

WORDS = st.text(alphabet="ab<>&'\"é", max_size=300)


class Drawing:
    """Something that says by itself how it looks."""

    def __html__(self):
        """Return HTML."""
        return "<svg/>"


@given(WORDS | WORDS.map(Markup) | st.none() | st.booleans() | st.integers() | st.builds(Drawing))
def test_a_template_puts_out_what_jinja_does(value):
    """What an author typed is escaped as ever, once, and what is HTML already stays."""
    ours, theirs = (Environment(autoescape=True) for _ in range(2))
    compile_faster(ours)

    expected = theirs.from_string(TEMPLATE).render(value=value)

    assert ours.from_string(TEMPLATE).render(value=value) == expected


def test_the_same_word_as_text_and_as_html_is_told_apart():
    """Whatever was put out before, typed signs never become HTML."""
    environment = Environment(autoescape=True)
    compile_faster(environment)
    template = environment.from_string("{{ word }}")

    found = [template.render(word=word) for word in (Markup("<i>"), "<i>", Markup("<i>"), "<i>")]

    assert found == ["<i>", "&lt;i&gt;", "<i>", "&lt;i&gt;"]


def test_a_template_is_compiled_once_for_all_generators(monkeypatch):
    """What one generator compiled serves the next, until the template is changed."""
    texts = {"a.html": "{{ word }}"}
    compiled = CompiledTemplates()
    first, second, third = (Environment(loader=DictLoader(texts), bytecode_cache=compiled) for _ in range(3))
    first.get_template("a.html")
    monkeypatch.setattr(second, "compile", lambda *_: pytest.fail("compiled again"))

    same = second.get_template("a.html").render(word="lanterne")
    texts["a.html"] = "new {{ word }}"
    changed = third.get_template("a.html").render(word="lanterne")

    assert (same, changed) == ("lanterne", "new lanterne")


def build(folder, texts, compiled=None, **options):
    """Return what templates put out in an environment of its own, and how many of them were compiled."""
    compiled = compiled or CompiledTemplates(KeptLines(folder / TEMPLATES_NAME, TEMPLATES_FORM))
    environment = Environment(loader=DictLoader(texts), bytecode_cache=compiled, **options)
    count, compile_one = [], environment.compile
    environment.compile = lambda *given: count.append(1) or compile_one(*given)
    put_out = {name: environment.get_template(name).render(word="<b>") for name in texts}
    compiled.close()
    return put_out, len(count)


def test_a_template_is_compiled_once_for_all_builds(tmp_path):
    """The next build finds what the last one compiled, in a file that nobody else may read or write."""
    texts = {"a.html": "{{ word }}", "b.html": "{% include 'a.html' %}"}

    first, second = build(tmp_path, texts), build(tmp_path, texts)

    assert first == ({"a.html": "<b>", "b.html": "<b>"}, 2)
    assert second == (first[0], 0)
    assert (tmp_path / TEMPLATES_NAME).stat().st_mode & 0o777 == 0o600


SOURCES = [
    "  {% if word %}\n{{ word }}{{ '<' }}{% endif %}\n",
    "{{ 'a' is filter }} <% if word %>{{ 'a' }}<% endif %>",
]
OPTIONS = st.fixed_dictionaries(
    {},
    optional={
        "autoescape": st.booleans() | st.sampled_from([bool, "b.html".__eq__]),
        "trim_blocks": st.booleans(),
        "lstrip_blocks": st.booleans(),
        "keep_trailing_newline": st.booleans(),
        "finalize": st.sampled_from([repr, "({})".format]),
    },
) | st.just({"block_start_string": "<%", "block_end_string": "%>"})


@given(st.lists(st.tuples(st.sampled_from(SOURCES), OPTIONS), min_size=2, max_size=5))
def test_what_was_kept_is_never_of_before(tmp_path_factory, builds):
    """Whatever a site changes of its templates and of Jinja's options, it gets what it would from nothing."""
    folder = tmp_path_factory.mktemp("kept")

    for source, options in builds:
        expected, _ = build(folder, {"a.html": source}, CompiledTemplates(), **options)

        assert build(folder, {"a.html": source}, **options)[0] == expected


def test_a_template_that_no_page_asked_for_this_time_stays(tmp_path):
    """A build that makes a few pages leaves what the others need, as long as it would be found."""
    texts = {"a.html": "A", "b.html": "B", "c.html": "C"}
    build(tmp_path, texts)
    compiled = CompiledTemplates(KeptLines(tmp_path / TEMPLATES_NAME, TEMPLATES_FORM))
    texts |= {"a.html": "new A", "b.html": "new B"}
    Environment(loader=DictLoader(texts), bytecode_cache=compiled).get_template("a.html")

    compiled.close()

    kept = KeptLines(tmp_path / TEMPLATES_NAME, TEMPLATES_FORM).list_unused()
    assert sorted(name for _, (name, _) in kept) == ["a.html", "c.html"]
    assert build(tmp_path, texts) == ({"a.html": "new A", "b.html": "new B", "c.html": "C"}, 1)


def test_a_template_that_is_gone_is_kept_no_longer(tmp_path):
    """With the next one that is compiled, what was kept of it goes."""
    build(tmp_path, {"a.html": "A", "b.html": "B"})

    build(tmp_path, {"a.html": "new A"})

    ((_, (name, _)),) = KeptLines(tmp_path / TEMPLATES_NAME, TEMPLATES_FORM).list_unused()
    assert name == "a.html"


@pytest.mark.parametrize("place", range(0, 2000, 97))
def test_a_damaged_template_is_compiled_anew(tmp_path, place):
    """Whichever byte is another one, the page is the same."""
    texts = {"a.html": "{{ word }}", "b.html": "B"}
    expected, _ = build(tmp_path, texts)
    path = tmp_path / TEMPLATES_NAME
    data = bytearray(path.read_bytes())
    data[place % len(data)] ^= 0b101
    path.write_bytes(data)

    found, compiled = build(tmp_path, texts)

    assert found == expected
    assert compiled


def test_a_template_that_others_could_write_is_not_run(tmp_path):
    """It is code, so it is believed only where nobody else could have put it there."""
    texts = {"a.html": "{{ word }}"}
    build(tmp_path, texts)
    (tmp_path / TEMPLATES_NAME).chmod(0o660)

    assert build(tmp_path, texts)[1] == 1


def test_a_function_of_others_keeps_nothing(tmp_path):
    """What decides on the code of a template and cannot be seen is asked each time."""
    texts = {"a.html": "{{ word }}"}
    build(tmp_path, texts, finalize=str.upper)

    assert build(tmp_path, texts, finalize=str.upper)[1] == 1
    assert not (tmp_path / TEMPLATES_NAME).exists()


def test_another_version_of_this_plugin_compiles_anew(tmp_path, monkeypatch):
    """Filters of ours may have been applied to words of a template when it was compiled."""
    texts = {"a.html": "{{ word }}"}
    build(tmp_path, texts)

    monkeypatch.setattr("event_recap.compiling._describe_code", lambda: ["another version"])

    assert build(tmp_path, texts)[1] == 1


def test_the_engine_listens_to_the_same_code():
    """A template is the same Python whether somebody listens to what it asks for or not."""
    theme = Path(__file__).parents[1] / "theme"
    silent, heard = (
        Environment(loader=FileSystemLoader(theme / "templates"), extensions=["jinja2.ext.do"])
        for _ in range(2)
    )
    for environment in (silent, heard):
        environment.loader = ChoiceLoader([environment.loader])
        environment.tests["plugin_enabled"] = bool
        environment.filters["strftime"] = str
        offer_templates(environment, theme, "")
    listen_to(heard, lambda: None)
    names = [name for name in silent.list_templates() if name.endswith(".html")]
    sources = {name: silent.loader.get_source(silent, name)[0] for name in names}

    assert {name: silent.compile(text, name, raw=True) for name, text in sources.items()} == {
        name: heard.compile(text, name, raw=True) for name, text in sources.items()
    }
