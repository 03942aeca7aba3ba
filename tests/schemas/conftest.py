"""What an editor sees of a file: plain values, and whether the schema takes them."""

from __future__ import annotations

import json
import re
from zoneinfo import ZoneInfo

import pytest
from jsonschema import Draft202012Validator

from event_recap.errors import Severity
from event_recap.loading.event_list import load_event
from event_recap.loading.files import SourceFile
from event_recap.loading.front_matter import split_front_matter
from event_recap.loading.nodes import MappingNode, ScalarNode, SequenceNode, Style
from event_recap.loading.report import Report
from event_recap.loading.yaml_tree import parse_yaml
from event_recap.schemas import SCHEMAS, read_schema

WORDS = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    "true": True,
    "True": True,
    "TRUE": True,
    "false": False,
    "False": False,
    "FALSE": False,
}


def make_plain(node):
    """Return a node as YAML 1.2 has it, which is what editors read."""
    if isinstance(node, MappingNode):
        return {key.text: make_plain(value) for key, value in node.entries}
    if isinstance(node, SequenceNode):
        return [make_plain(item) for item in node.items]
    if node.style is not Style.PLAIN:
        return node.text
    if re.fullmatch(r"[-+]?\d+", node.text):
        return int(node.text)
    if re.fullmatch(r"[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?", node.text):
        return float(node.text)
    return WORDS.get(node.text, node.text)


@pytest.fixture(name="validators", scope="session")
def fixture_validators():
    """Return a validator for each schema."""
    return {name: Draft202012Validator(read_schema(name)) for name in SCHEMAS}


@pytest.fixture(name="explain", scope="session")
def fixture_explain(validators):
    """Return a function that says what a schema has against a text; None where that is no YAML."""

    def explain(name, text):
        report = Report("a.yml")
        if name == "front-matter":
            node = split_front_matter(text.split("\n"), report).node
        else:
            node = parse_yaml(text, report)
        if node is None or report.error_count:
            return None
        absent = isinstance(node, ScalarNode) and node.is_absent
        value = None if absent else make_plain(node)
        return [f"{error.json_path}: {error.message[:150]}" for error in validators[name].iter_errors(value)]

    return explain


@pytest.fixture(name="judge")
def fixture_judge(tmp_path, validators):
    """Return a function that says what the schema and a build have against a list."""
    path = tmp_path / "attendees/a.yml"
    path.parent.mkdir()

    def judge(value):
        path.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")
        problems = load_event(SourceFile("a", path, "a.yml", tmp_path), ZoneInfo("Europe/Paris")).problems
        told = [error.message[:150] for error in validators["attendee-list"].iter_errors(value)]
        return told, [str(problem) for problem in problems if problem.severity is Severity.ERROR]

    return judge
