"""Forms for the editor in the browser, made of the schemas: the same keys, choices and words."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from ..schemas.keys import Schema

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

BARE = {
    "attendee": "name",
    "guest": "name",
    "location": "name",
    "organiser": "id",
    "picture": "src",
    "share block": "text",
    "somebody on a picture": "id",
}
"""Mappings for which a text alone may stand, and the key that it then is."""
LONG = {"note", "bio", "summary", "body"}
"""Keys whose value has several lines."""
REMARKS, OTHERS = "remarks_of_the_file", "other_keys"
"""Fields for what no form has: comments at the head of a file, and keys of other plugins."""


@dataclass(frozen=True, slots=True)
class Form:
    """What a key takes: a text, a choice, a list or a mapping."""

    kind: str
    """``text``, ``choice``, ``list`` or ``object``."""
    about: str = ""
    pattern: tuple[str, str] = ("", "")
    """Regular expression of a text, and what is expected."""
    words: tuple[str, ...] = ()
    """Of a choice."""
    item: Form | None = None
    """Of a list."""
    parts: Mapping[str, Form] = field(default_factory=dict)
    """Of a mapping, by key."""
    bare: str = ""
    """Key that a text is which stands for the mapping; empty where none may."""


def read_form(schema: Schema, root: Schema) -> Form:
    """Return the form of a part of a schema.

    Args:
        schema: The part.
        root: The whole, with ``$defs``.
    """
    if name := schema.get("$ref", "").rpartition("/")[2]:
        schema = {**root["$defs"][name], **{key: value for key, value in schema.items() if key != "$ref"}}
    form = Form("choice", words=("true", "false")) if name == "flag" else _read_kind(schema, root)
    return replace(form, about=schema.get("description", ""))


def _read_kind(schema: Schema, root: Schema) -> Form:
    if "properties" in schema:
        parts = {
            key: Form("text", about=part["description"]) if key in LONG else read_form(part, root)
            for key, part in schema["properties"].items()
        }
        return Form("object", parts=parts, bare=BARE.get(schema.get("title", ""), ""))
    if "enum" in schema:
        return Form("choice", words=tuple(word for word in schema["enum"] if isinstance(word, str)))
    if "items" in schema:
        return Form("list", item=read_form(schema["items"], root))
    branches = schema.get("anyOf", [])
    items = [branch["items"] for branch in branches if "items" in branch]
    found = [read_form(branch, root) for branch in branches]
    if any(branch in items for branch in branches):
        return Form("list", item=read_form(items[0], root))
    for kind in ("object", "list", "choice"):
        if match := next(
            (form for form in found if form.kind == kind and (form.parts or form.item or form.words)), None
        ):
            return match
    pattern = (schema.get("pattern", ""), schema.get("patternErrorMessage", ""))
    return Form("text", pattern=pattern if all(pattern) else ("", ""))


def build_fields(form: Form, *required: str) -> list[dict[str, Any]]:
    """Return the fields of a mapping in the words of the editor.

    Args:
        form: Of a mapping.
        required: Keys without which a file says nothing.
    """
    return [_build_field(key, part, is_required=key in required) for key, part in form.parts.items()]


def _build_field(key: str, form: Form, *, is_required: bool) -> dict[str, Any]:
    label = key.replace("_", " ").capitalize()
    head = {"name": key, "label": label, "hint": form.about, "required": is_required}
    return {**head, **dict(_list_properties(key, form))}


def _list_properties(key: str, form: Form) -> Iterator[tuple[str, Any]]:
    """Yield what the editor wants to know of a field beside its name."""
    if form.kind == "object":
        yield from (("widget", "object"), ("collapsed", True), ("fields", build_fields(form)))
    elif form.kind == "choice":
        yield from (("widget", "select"), ("options", list(form.words)))
    elif form.kind == "list" and form.item and form.item.kind == "choice":
        yield from (("widget", "select"), ("multiple", True), ("options", list(form.item.words)))
    elif form.kind == "list" and form.item:
        yield "widget", "list"
        if form.item.kind == "object":
            summary = " ".join(
                f"{{{{{name}}}}}" for name in ("name", "title", "id") if name in form.item.parts
            )
            yield from (("collapsed", True), ("summary", summary), ("fields", build_fields(form.item)))
    else:
        yield "widget", "text" if key in LONG else "string"
        if form.pattern[0]:
            yield "pattern", list(form.pattern)


def describe(form: Form) -> Any:  # noqa: ANN401 (JSON)
    """Return the shape of a form for the script that reads and writes files."""
    if form.kind == "object":
        parts = {key: describe(part) for key, part in form.parts.items()}
        return {"bare": form.bare, "parts": parts}
    if form.kind == "list" and form.item:
        return {"item": describe(form.item)}
    return None
