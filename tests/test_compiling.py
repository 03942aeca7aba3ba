"""How templates become Python."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import DictLoader, Environment
from markupsafe import Markup

from event_recap.compiling import CompiledTemplates, compile_faster

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
