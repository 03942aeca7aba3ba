"""A page as a screen reader goes through it: line by line, from the browser's accessibility tree."""

from __future__ import annotations

import re

INLINE = frozenset({"", "inline", "inline-block", "inline-flex", "inline-grid", "contents", "none"})
"""How elements are laid out that begin no line."""
LANDMARKS = frozenset(
    {"banner", "navigation", "main", "contentinfo", "complementary", "region", "search", "form"}
)
ELEMENT = 1
NAMED = {
    "link": "link",
    "button": "button",
    "image": "picture",
    "DisclosureTriangle": "opens",
    "textbox": "field",
}
"""What is said before a name; what is inside is not said again."""
SILENT = frozenset({"InlineTextBox", "ListMarker", "LineBreak"})
SPEECH = {
    "heading": "heading {level}: ",
    "list": "list of {count}{name}",
    "listitem": "• ",
    "blockquote": "quote: ",
}


def speak(page):
    """Return what is said of a page, a line for each place where a reader stops."""
    session = page.context.new_cdp_session(page)
    elements = _read_elements(session.send("DOMSnapshot.captureSnapshot", {"computedStyles": ["display"]}))
    nodes = {node["nodeId"]: node for node in session.send("Accessibility.getFullAXTree")["nodes"]}
    session.detach()
    speaker = Speaker(nodes, elements)
    speaker.say(next(iter(nodes.values())))
    speaker.end()
    return speaker.lines


def list_names(page, role):
    """Return name and address of everything that is said to be a link, or a button."""
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    return [
        (node["name"]["value"], _read(node, "url"))
        for node in nodes
        if not node["ignored"] and node["role"]["value"] == role
    ]


def _read_elements(snapshot):
    """Return how each element is laid out, and its language where it says one."""
    words, document = snapshot["strings"], snapshot["documents"][0]
    nodes, layout = document["nodes"], document["layout"]
    shown = {
        index: words[styles[0]] if styles else ""
        for index, styles in zip(layout["nodeIndex"], layout["styles"], strict=True)
        if nodes["nodeType"][index] == ELEMENT
    }
    elements = {}
    for index, identifier in enumerate(nodes["backendNodeId"]):
        attributes = [words[number] for number in nodes["attributes"][index]]
        lang = dict(zip(attributes[::2], attributes[1::2], strict=True)).get("lang", "")
        elements[identifier] = (shown.get(index, ""), lang)
    return elements


def _read(node, name):
    """Return a property of a node; empty where there is none."""
    found = (one["value"].get("value", "") for one in node.get("properties", []) if one["name"] == name)
    return next(found, "")


class Speaker:
    """Goes through a tree, and writes down what is said."""

    def __init__(self, nodes, elements):
        self.nodes, self.elements = nodes, elements
        self.lines, self.line, self.lang = [], "", ""

    def end(self):
        """Begin a new line."""
        said = re.sub(r"[ \t\n]+", " ", self.line.replace("\u2060", "")).strip()
        if said in {"•", f"({self.lang})"}:
            return  # goes before what follows
        if said:
            self.lines.append(said)
        self.line = ""

    def say(self, node):
        """Say a node and what is inside."""
        role = "" if node["ignored"] else node["role"]["value"]
        if role in SILENT:
            return
        display, lang = self.elements.get(node.get("backendDOMNodeId"), ("", ""))
        before, starts = self.lang, display not in INLINE or role in LANDMARKS or role == "RootWebArea"
        if starts:
            self.end()
        if lang and lang != self.lang:
            self.lang = lang
            self.line += f"({lang}) "
        self._say_itself(node, role)
        if starts:
            self.end()
        self.lang = before

    def _say_itself(self, node, role):
        name = node.get("name", {}).get("value", "")
        if role == "StaticText":
            self.line += name
        elif role in NAMED:
            described = node.get("description", {}).get("value", "")
            self.line += f"[{NAMED[role]}: {name}{f' ({described})' if described else ''}]"
        else:
            if role in LANDMARKS or role == "RootWebArea":
                self.line += f"— {'page' if role == 'RootWebArea' else role}{f': {name}' if name else ''} —"
                self.end()
            self._say_children(node, role)

    def _say_children(self, node, role):
        children = [self.nodes[child] for child in node.get("childIds", []) if child in self.nodes]
        if role in SPEECH:
            items = sum(not child["ignored"] and child["role"]["value"] == "listitem" for child in children)
            name = node.get("name", {}).get("value", "") if role == "list" else ""
            self.line += SPEECH[role].format(
                level=_read(node, "level"), count=items, name=f": {name}" if name else ""
            )
            if role == "list":
                self.end()
        for child in children:
            self.say(child)
