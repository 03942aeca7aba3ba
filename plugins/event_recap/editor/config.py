"""What the editor in the browser is told of a site."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..schemas import read_schema
from .forms import OTHERS, REMARKS, Form, build_fields, describe, read_form

if TYPE_CHECKING:
    from collections.abc import Mapping

_REMARKS = {
    "name": REMARKS,
    "label": "Remarks",
    "hint": "Comments at the head of the file; each line begins with #.",
    "widget": "text",
    "required": False,
}
_OTHERS = {
    "name": OTHERS,
    "label": "Other keys",
    "hint": "Keys of other plugins, as YAML.",
    "widget": "text",
    "required": False,
}
_BODY = {"name": "body", "label": "Text", "hint": "In Markdown.", "widget": "text", "required": False}


def read_forms() -> dict[str, Form]:
    """Return the form of each kind of file."""
    schemas = {
        "recap": read_schema("front-matter"),
        "list": read_schema("attendee-list"),
        "person": read_schema("person"),
    }
    return {name: read_form(schema, schema) for name, schema in schemas.items()}


def build_config(editor: Mapping[str, str], folders: Mapping[str, str], site_url: str) -> dict[str, Any]:
    """Return the configuration of the editor, and the shapes of the files for our script.

    Args:
        editor: The setting: where the repository is.
        folders: Of ``recaps``, ``attendees``, ``people``, ``pages`` and ``images``, below the repository.
        site_url: Absolute URL of the site, or empty.
    """
    forms = read_forms()
    text = [*build_fields(forms["recap"], "title"), _BODY, _OTHERS, _REMARKS]
    drafts = [{**one, "default": "draft"} if one["name"] == "status" else one for one in text]
    lists = [*build_fields(forms["list"]), _REMARKS]
    person = [*build_fields(forms["person"], "name"), _REMARKS]
    config = {
        "load_config_file": False,
        "backend": {"name": editor["backend"], **{key: editor[key] for key in editor if key != "backend"}},
        **({"site_url": site_url} if site_url else {}),
        "show_preview_links": False,
        "media_folder": folders["images"],
        "public_folder": "/images",
        "slug": {"encoding": "ascii", "clean_accents": True},
        "editor": {"preview": False},
        "collections": [
            _collect("recaps", folders, "recap", drafts, slug="{{year}}-{{month}}-{{day}}-{{slug}}"),
            _collect("attendees", folders, "list", lists, slug="{{fields.event.name}}"),
            _collect("people", folders, "person", person, slug="{{name}}"),
            _collect("pages", folders, "recap", drafts, slug="{{slug}}"),
        ],
    }
    return {"config": config, "shapes": {name: describe(form) for name, form in forms.items()}}


_SUMMARIES = {"attendees": "{{event.name}}", "people": "{{name}}"}


def _collect(
    name: str, folders: Mapping[str, str], kind: str, fields: list[dict[str, Any]], *, slug: str
) -> dict[str, Any]:
    is_text = kind == "recap"
    return {
        "name": name,
        "label": name.capitalize(),
        "folder": folders[name],
        "create": True,
        "extension": "md" if is_text else "yml",
        # An ending of Markdown counts as a mistake unless the name of the format ends like this.
        "format": f"event-recap-{kind}-frontmatter" if is_text else f"event-recap-{kind}",
        "slug": slug,
        **({"summary": _SUMMARIES[name]} if name in _SUMMARIES else {}),
        "fields": fields,
    }
