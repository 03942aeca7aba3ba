"""The W3C's checker on every page, and a validator on every style sheet."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from example_site import CONTENT, build_example
from python_process import run_module

pytestmark = pytest.mark.validity

ROOT = Path(__file__).parents[2]
PACKAGES = Path(os.environ.get("NODE_PATH", ROOT / ".venv/node/node_modules"))
CHECKER = PACKAGES / "vnu-jar/build/dist/vnu.jar"
CSS_VALIDATOR = PACKAGES / ".bin/csstree-validator"
REAL = ROOT.parent / "shared/real"
# A site of another text has none of the files that the example's settings name.
FOREIGN = ["-e", "EXTRA_PATH_METADATA={}", "EVENT_RECAP={}"]
SITES = {"example": CONTENT, "lrug": REAL / "lrug/content"}
# Of a style sheet for paper, the validator knows the margins of a page as properties and not as descriptors.
NOT_KNOWN = {"Unknown at-rule descriptor `margin`"}


@pytest.fixture(name="output", params=SITES, scope="module")
def fixture_output(request, tmp_path_factory):
    """Build a site as it is published, of a copy of its text, and return its folder."""
    content = SITES[request.param]
    if not content.is_dir():
        pytest.skip("this real site is not in this checkout")
    folder = tmp_path_factory.mktemp(request.param)
    if content == CONTENT:
        done = build_example(folder, "publishconf.py")
    else:
        shutil.copytree(content, folder / "content", copy_function=shutil.copyfile)
        arguments = ["content", "-s", ROOT / "publishconf.py", "-o", "output", *FOREIGN]
        done = run_module("pelican", *arguments, cwd=folder, limit=300, is_fresh=True)
    assert done.returncode == 0, done.stderr[-3000:]
    return folder / "output"


def check_html(folder):
    """Return what the checker says of every page below a folder, errors and warnings alike."""
    command = ["java", "-Xss4m", "-jar", CHECKER, "--format", "json", "--stdout", "--exit-zero-always"]
    done = subprocess.run(
        [*command, "--skip-non-html", "."],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        check=True,
        timeout=300,
    )
    return [
        f"{said['url'].removeprefix('file:')}:{said.get('lastLine')}: {said['message']} {said.get('extract', '')}"
        for said in json.loads(done.stdout)["messages"]
    ]


def test_checker_finds_nothing_on_any_page(output):
    """Every page of the example, and of a real site with twenty years of raw HTML, is as HTML has it."""
    assert len(list(output.rglob("*.html"))) > 150

    assert check_html(output) == []


def test_checker_would_say_it(tmp_path):
    """A page with a mistake is found: the checker is there and reads what it is given."""
    page = '<!doctype html><html lang="en"><head><title>A</title></head><body><h1>A</h1><center>B</center></body></html>'
    (tmp_path / "a.html").write_text(page, encoding="utf-8")

    (said,) = check_html(tmp_path)

    assert "center" in said


@pytest.fixture(name="check_css")
def fixture_check_css(tmp_path):
    """Return a function that returns what the validator says of every style sheet below a folder."""

    def check_css(folder):
        """Have it write into a file: it ends before all of a long answer went through a pipe."""
        report = tmp_path / "report.json"
        with report.open("w") as stream:
            subprocess.run(
                [CSS_VALIDATOR, "--reporter", "json", folder], stderr=stream, check=False, timeout=60
            )
        said = json.loads(report.read_text(encoding="utf-8"))
        return [fault for fault in said if fault["message"] not in NOT_KNOWN]

    return check_css


def test_every_declaration_of_the_theme_is_css(check_css):
    """Each property, value and rule of the style sheets is one that CSS has; a slip of the pen is none."""
    assert check_css(ROOT / "theme/static/css") == []


def test_a_slip_in_a_style_sheet_is_found(check_css, tmp_path):
    """A property that is none, and a value that is none, are told."""
    (tmp_path / "a.css").write_text("p { colour: red; display: blok; }", encoding="utf-8")

    assert len(check_css(tmp_path)) == 2
