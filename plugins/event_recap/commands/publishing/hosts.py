"""Bring a built site to its host, and take off it what is no longer part of the site."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

from ...build.page_list import PAGES_NAME
from ...errors import EventRecapError, Place, Problem
from ...publication import NAME
from .folder import copy_to_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from ...publication import Publication

LEFT_OUT = (".git", ".DS_Store", "Thumbs.db", "desktop.ini")
"""What programs leave in a folder, and no site needs."""
INSTALL = {
    "rsync": "Debian, Ubuntu: sudo apt install rsync; macOS: brew install rsync",
    "rclone": "Debian, Ubuntu: sudo apt install rclone; macOS: brew install rclone",
    "netlify": "npm install --global netlify-cli, or let Netlify build the repository",
    "wrangler": "npm install --global wrangler, or let Cloudflare build the repository",
}
BUILDERS = {"netlify": "NETLIFY", "cloudflare-pages": "CF_PAGES"}
"""Variable of the environment in which a host builds by itself, and takes the folder as it is."""
_DELETED = "*deleting "
_NEW = "+++++++++"


def hand_over(output: Path, content: Path, publication: Publication) -> str:
    """Bring a site to its host, and return what an author reads of it.

    Raises:
        EventRecapError: The target is not ours, a program is missing, or one fails.
        OSError: A folder cannot be written.
    """
    bring: Mapping[str, Callable[[Path, Publication], str]] = {
        "rsync": _send_by_rsync,
        "s3": _send_to_bucket,
        "netlify": _deploy,
        "cloudflare-pages": _deploy,
        "github-pages": _leave_to_workflow,
        "gitlab-pages": _leave_to_workflow,
    }
    if publication.to == "folder":
        return copy_to_folder(output, content, publication, LEFT_OUT)
    if publication.to in bring:
        return bring[publication.to](output, publication)
    return f"the site is in {output}; {NAME} says of no host where it goes"


def _send_by_rsync(output: Path, publication: Publication) -> str:
    target = publication.target.rstrip("/") + "/"
    command = [
        *("rsync", "--recursive", "--links", "--times", "--checksum", "--compress"),
        *("--delay-updates", "--delete-after", "--chmod=D755,F644"),
        *(f"--filter=protect /{path}" for path in publication.keep),
        *(f"--exclude={name}" for name in LEFT_OUT),
    ]
    folders = [f"{output.resolve()}/", target]
    rehearsal = _run([*command, "--dry-run", "--itemize-changes", *folders]).splitlines()
    doomed = [line.removeprefix(_DELETED).strip() for line in rehearsal if line.startswith(_DELETED)]
    is_first = any(line.endswith(f"{_NEW} {PAGES_NAME}") for line in rehearsal)
    _check_target(doomed if is_first else (), publication)
    _run([*command, *folders])
    sent = sum(1 for line in rehearsal if line[:2] in {"<f", ">f"})
    return f"{sent} files sent to {target}, {len(doomed)} removed there"


def _send_to_bucket(output: Path, publication: Publication) -> str:
    remote = f":s3:{publication.target.removeprefix('s3://').rstrip('/')}"
    environment = _build_s3_environment(os.environ)
    kept = [rule for path in publication.keep for rule in (f"- /{path}", f"- /{path}/**")]
    left_out = [f"- {name}" for name in LEFT_OUT]
    patience = ["--contimeout=15s", "--low-level-retries=3", "--retries=2"]
    filters = [*patience, *(f"--filter={rule}" for rule in (*kept, "- .git/**", *left_out))]
    listing = _run(
        ["rclone", "lsf", "--recursive", "--fast-list", "--files-only", *filters, remote], environment
    )
    there = set(listing.splitlines())
    gone = sorted(name for name in there if not (output / name).is_file())
    _check_target(gone if PAGES_NAME not in there else (), publication)
    _run(
        ["rclone", "sync", "--checksum", "--fast-list", "--delete-after", *filters, f"{output}/", remote],
        environment,
    )
    return f"{publication.target} is as {output}; {len(gone)} files removed there"


def _build_s3_environment(environ: Mapping[str, str]) -> dict[str, str]:
    """Return what rclone reads: the usual variables of AWS serve for every host of buckets."""
    endpoint = environ.get("AWS_ENDPOINT_URL", "")
    defaults = {
        "RCLONE_CONFIG": os.devnull,
        "RCLONE_S3_ENV_AUTH": "true",
        "RCLONE_S3_NO_CHECK_BUCKET": "true",
        "RCLONE_S3_PROVIDER": "Other" if endpoint else "AWS",
        "RCLONE_S3_REGION": environ.get("AWS_REGION") or environ.get("AWS_DEFAULT_REGION", ""),
        "RCLONE_S3_ENDPOINT": endpoint,
    }
    return {**{key: value for key, value in defaults.items() if value}, **environ}


def _deploy(output: Path, publication: Publication) -> str:
    """Let the host's own program send the folder, unless this is the host's own machine."""
    if os.environ.get(BUILDERS[publication.to]):
        return f"{output} is ready; {publication.to} takes it from here"
    if publication.to == "netlify":
        command = ["netlify", "deploy", "--prod", "--no-build", f"--dir={output}"]
    else:
        command = ["wrangler", "pages", "deploy", str(output), f"--project-name={publication.target}"]
    sys.stdout.write(_run(command))
    return f"{publication.to} has the new site; what was withdrawn is gone from it"


def _leave_to_workflow(output: Path, publication: Publication) -> str:
    if os.environ.get("CI"):
        return f"{output} is ready; the workflow brings it to {publication.to}"
    return f"all is right; commit and push, and the workflow brings the site to {publication.to}"


def _check_target(foreign: Iterable[str], publication: Publication) -> None:
    """Stop where files would be removed that no publication of this site brought there.

    Raises:
        EventRecapError: There are such files.
    """
    names = sorted(foreign)
    if names:
        what = (
            f"{publication.target!r} holds {len(names)} files that are not of this site, such as {names[0]!r}"
        )
        what += "; name them under 'keep', or name another place"
        raise EventRecapError([Problem(Place(NAME), "target", what)])


def _run(command: Sequence[str], environment: Mapping[str, str] | None = None) -> str:
    """Run a program of the host to its end and return what it printed.

    Raises:
        EventRecapError: It is missing, or fails.
    """
    program = shutil.which(command[0])
    if program is None:
        what = f"not installed ({INSTALL[command[0]]})"
        raise EventRecapError([Problem(Place(command[0]), "", what)])
    done = subprocess.run(  # noqa: S603 -- no shell; the words are of settings that were checked
        [program, *command[1:]],
        check=False,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        env=environment,
    )
    if done.returncode:
        said = (done.stderr.strip() or done.stdout.strip() or f"code {done.returncode}").splitlines()
        raise EventRecapError(
            [Problem(Place(command[0]), "", f"failed; mend this and publish again: {said[0]}")]
        )
    return done.stdout
