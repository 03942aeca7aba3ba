"""The files by which hosts build the site are right, and call commands that there are."""

import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest
import yaml

from event_recap.publication import HOSTS
from event_recap.redirects.rules import WORKER

ROOT = Path(__file__).parents[2]
GITHUB = ROOT / ".github/workflows/publish.yml"
GITLAB = ROOT / ".gitlab-ci.yml"
TARGETS = re.findall(r"^([a-z-]+):.*## ", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)


def read(file):
    """Return what a file of a host says."""
    text = file.read_text(encoding="utf-8")
    return tomllib.loads(text) if file.suffix == ".toml" else yaml.safe_load(text)


def find_commands(file):
    """Return the lines that a host runs to build the site."""
    said = read(file)
    if file == GITHUB:
        return [step["run"] for step in said["jobs"]["build"]["steps"] if "run" in step]
    return said["pages"]["script"] if file == GITLAB else [said["build"]["command"]]


@pytest.mark.parametrize("file", [GITHUB, GITLAB, ROOT / "netlify.toml"], ids=lambda file: file.name)
def test_a_host_builds_by_the_command_that_looks_at_all(file):
    """Each host calls `make publish`, which stops at whatever is not right, with words that make takes."""
    commands = find_commands(file)

    assert commands
    for command in commands:
        program, target, *words = command.split()
        assert (program, target) == ("make", "publish")
        assert target in TARGETS
        assert all(re.fullmatch(r"[A-Z]+=\w+", word) for word in words)


@pytest.mark.parametrize("file", [GITHUB, GITLAB], ids=lambda file: file.name)
def test_a_workflow_sleeps_until_it_is_asked(file):
    """A repository that was only copied publishes nothing."""
    said = read(file)
    conditions = said["jobs"]["build"]["if"] if file == GITHUB else said["pages"]["rules"][0]["if"]

    assert "PUBLISH" in conditions
    assert [name for name in HOSTS if name in conditions]


def test_the_folder_that_is_taken_is_the_one_that_is_built():
    """Every host takes the folder into which `make publish` builds there."""
    github, gitlab = read(GITHUB), read(GITLAB)
    (upload,) = [step for step in github["jobs"]["build"]["steps"] if "upload-pages" in step.get("uses", "")]

    assert upload["with"]["path"] == "output"
    assert gitlab["pages"]["artifacts"]["paths"] == ["public"]
    assert gitlab["pages"]["script"] == ["make publish OUTPUTDIR=public"]
    assert read(ROOT / "netlify.toml")["build"]["publish"] == "output"
    assert read(ROOT / "wrangler.toml")["pages_build_output_dir"] == "output"


def test_github_gives_the_workflow_no_more_than_it_needs():
    """The build may read, and only the step that publishes may write pages; no code comes from a branch."""
    said = read(GITHUB)
    actions = [step["uses"] for job in said["jobs"].values() for step in job["steps"] if "uses" in step]

    assert said["permissions"] == {"contents": "read"}
    assert said["jobs"]["deploy"]["permissions"] == {"pages": "write", "id-token": "write"}
    assert all(re.fullmatch(r"actions/[\w-]+@v\d+", action) for action in actions)


@pytest.mark.skipif(not shutil.which("node"), reason="node is not installed")
def test_what_is_gone_is_said_by_cloudflare(tmp_path):
    """The worker turns "not found" into "gone", and leaves every other answer as it is."""
    (tmp_path / "worker.mjs").write_text(WORKER, encoding="utf-8")
    (tmp_path / "try.mjs").write_text(
        'import worker from "./worker.mjs";\n'
        "for (const status of [200, 301, 404]) {\n"
        '  const answer = new Response("x", { status, headers: { "X-Kept": "yes" } });\n'
        "  const said = await worker.fetch(new Request('https://a.example/'), {\n"
        "    ASSETS: { fetch: async () => answer },\n"
        "  });\n"
        '  console.log(said.status, said.headers.get("X-Kept"));\n'
        "}\n",
        encoding="utf-8",
    )

    done = subprocess.run(
        ["node", "try.mjs"], cwd=tmp_path, capture_output=True, encoding="utf-8", check=True
    )

    assert done.stdout.splitlines() == ["200 yes", "301 yes", "410 yes"]
