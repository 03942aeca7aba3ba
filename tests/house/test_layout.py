"""The house stays readable: sizes, names, and who may import how."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PLUGINS = ROOT / "plugins"
PACKAGE = PLUGINS / "event_recap"
THEME = ROOT / "theme"
TESTS = ROOT / "tests"

EMPTY_NAMES = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "managers"}
# What may differ from one moment to the next, or from one machine to the next.
CLOCK_AND_FILES = {"now", "today", "utcnow", "open", "read_text", "read_bytes", "write_text", "write_bytes"}

MACRO = re.compile(r"{%-? *macro (.*?){%-? *endmacro", re.DOTALL)


def list_modules(folder):
    """Return the Python files below a folder, sorted."""
    return sorted(file for file in folder.rglob("*.py") if "__pycache__" not in file.parts)


def count_lines(file):
    """Return the number of lines of a text file."""
    return len(file.read_text(encoding="utf-8").splitlines())


def find_functions(file):
    """Return the functions and methods of a module."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


def find_tests(file):
    """Return the test functions of a module."""
    return [function for function in find_functions(file) if function.name.startswith("test_")]


def name(file, node=None):
    """Return how a place is told to whoever has to put it right."""
    place = str(file.relative_to(ROOT))
    return f"{place}:{node.lineno}" if node else place


@pytest.mark.parametrize(
    ("folder", "pattern", "most"),
    [
        (PACKAGE, "**/*.py", 300),
        (PACKAGE, "**/plugin.py", 150),
        (THEME / "templates", "*.html", 80),
        (THEME / "templates/partials", "*", 60),
        (THEME / "templates/macros", "*", 150),
        (THEME / "static/css", "**/*.css", 150),
    ],
    ids=["modules", "receivers", "pages", "partials", "macros", "styles"],
)
def test_no_file_is_too_long_to_be_read(folder, pattern, most):
    """Whoever opens a file sees all of it in a few screens."""
    files = [file for file in folder.glob(pattern) if file.is_file() and "__pycache__" not in file.parts]

    assert files
    assert [name(file) for file in files if count_lines(file) > most] == []


def test_no_macro_is_too_long_to_be_read():
    """What a macro makes of its arguments is seen at one glance."""
    files = [*(THEME / "templates").rglob("*.html"), *(PACKAGE / "templates").rglob("*.html")]
    macros = [(file, macro) for file in files for macro in MACRO.findall(file.read_text(encoding="utf-8"))]

    assert macros
    assert [f"{name(file)}: {macro.split('(')[0]}" for file, macro in macros if macro.count("\n") >= 60] == []


@pytest.mark.parametrize(("folder", "most"), [(PACKAGE, 50), (TESTS, 50)], ids=["package", "tests"])
def test_no_function_is_too_long_to_be_read(folder, most):
    """A function fits on a screen."""
    long = [
        name(file, function)
        for file in list_modules(folder)
        for function in find_functions(file)
        if function.end_lineno - function.lineno >= most
    ]

    assert long == []


def test_no_test_is_too_long_to_be_read():
    """A test is at most 30 lines from its name to its last assertion."""
    long = [
        name(file, test)
        for file in list_modules(TESTS)
        for test in find_tests(file)
        if test.end_lineno - test.lineno >= 30
    ]

    assert long == []


def test_every_test_says_what_is_true():
    """The docstring of a test states a fact in the words of a user."""
    silent = [
        name(file, test)
        for file in list_modules(TESTS)
        for test in find_tests(file)
        if not ast.get_docstring(test)
    ]

    assert silent == []


def test_no_two_test_files_have_one_name():
    """A test that fails is found by the name of its file alone."""
    names = [file.name for file in list_modules(TESTS) if file.name.startswith("test_")]

    assert sorted(names) == sorted(set(names))


def test_the_package_imports_itself_by_relative_imports_only():
    """It has one name in place and another in the wheel: an absolute import would work in one of them only."""
    absolute = []
    for file in list_modules(PACKAGE):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            modules = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and node.level == 0:
                modules = [node.module]
            if any("event_recap" in module.split(".") for module in modules):
                absolute.append(name(file, node))

    assert absolute == []


def test_plugins_holds_one_package_and_its_command():
    """Pelican asks the folder for the last part of a dotted name: anything more there could be loaded instead."""
    found = sorted(entry.name for entry in PLUGINS.iterdir() if not entry.name.startswith((".", "__")))

    assert found == ["event_recap", "event_recap_command.py"]


def test_every_name_says_what_is_inside():
    """No module or folder is named for being shared; it is named for what it holds."""
    places = [file for folder in (PACKAGE, TESTS, THEME) for file in folder.rglob("*")]
    empty = [name(file) for file in places if file.stem.removeprefix("test_") in EMPTY_NAMES]

    assert empty == []


def test_every_folder_of_modules_is_a_package():
    """A folder without __init__.py would be missing for the types, the layers and the coverage."""
    folders = {file.parent for file in list_modules(PACKAGE)}

    assert [name(folder) for folder in sorted(folders) if not (folder / "__init__.py").is_file()] == []


def test_the_model_knows_no_clock_and_no_file():
    """What may be shown of a person depends on what was written and on the day given, on nothing else."""
    calls = [
        name(file, node)
        for file in list_modules(PACKAGE / "model")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and (getattr(node.func, "attr", None) or getattr(node.func, "id", None)) in CLOCK_AND_FILES
    ]

    assert calls == []


def test_the_private_names_of_pelican_in_use_are_known():
    """Each name that Pelican does not promise is listed here, so that a new one is a decision."""
    promised = {"_replace", "_exit"}  # of Python, which has no other names for them
    used = {
        attribute.attr
        for file in list_modules(PACKAGE)
        for attribute in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(attribute, ast.Attribute)
        and re.fullmatch(r"_[a-z]\w*", attribute.attr)
        and not (isinstance(attribute.value, ast.Name) and attribute.value.id in {"self", "cls"})
    }

    expected = {"_content", "_context", "_link_replacer", "_open_w", "_summary", "_update_content"}
    assert used - promised == expected
