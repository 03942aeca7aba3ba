"""How soon a saved text is in an open browser with ``make devserver``, and a mistake with it.

    .venv/bin/python tests/benchmarks/bench_preview.py [--sizes 20 1000] [--rounds 5]

Each figure is wall time from ``os.replace`` of the file, as editors save, to the words in the page that
Chromium shows, through watching, reading, rendering, reloading. The first text is saved
when nothing is built, the others while the site is being built for the one before. The site has the theme
and the settings of the example site, and the texts of ``corpus.py``; social images are off, for they take no
part and would take most of the first build. ``CHROMIUM`` names the program.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).parent))
from corpus import write_corpus

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

ROOT = Path(__file__).parents[2]
PATIENCE_MS = 60_000
LONGEST_BUILD_SECONDS = 3600
PROBLEMS = "[data-devserver=problems]"
ADDITIONS = """
STATIC_PATHS = []
EXTRA_PATH_METADATA = {}
EVENT_RECAP.pop("feed_icon")
EVENT_RECAP["social_images"] = "off"
"""


def main() -> None:
    """Measure each size."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[20, 1000])
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=["--no-sandbox"]
        )
        for size in options.sizes:
            with tempfile.TemporaryDirectory() as folder:
                measure(browser.new_page(), prepare(Path(folder), size), size, options.rounds)
        browser.close()


def prepare(home: Path, size: int) -> Path:
    """Write a site of so many recaps."""
    write_corpus(home / "content", size)
    shutil.copytree(ROOT / "theme", home / "theme")
    settings = (ROOT / "pelicanconf.py").read_text(encoding="utf-8") + ADDITIONS
    (home / "pelicanconf.py").write_text(settings, encoding="utf-8")
    # A copy: whoever works on the code changes more than texts.
    shutil.copytree(ROOT / "plugins", home / "plugins", ignore=shutil.ignore_patterns("__pycache__"))
    return home


def measure(page: Page, home: Path, size: int, rounds: int) -> None:
    """Print the figures of one site."""
    text = home / "content/recaps" / f"soiree-{size // 2}.md"
    with serve(home) as address:
        page.goto(f"{address}recaps/soiree-{size // 2}/")
        time.sleep(5)  # until the process that built is ready
        figures = [measure_round(page, text, number) for number in range(rounds)]
        load = os.getloadavg()[0]
    for name, known in zip(("a text", "a mistake", "its repair"), zip(*figures, strict=True), strict=True):
        told = ", ".join(f"{figure:.2f}" for figure in known)
        print(f"{size:>6} recaps  {name:<10}  median {statistics.median(known):.2f} s  ({told})")  # noqa: T201
    print(f"        load of the machine {load:.1f} on {os.cpu_count()} cores")  # noqa: T201


def measure_round(page: Page, text: Path, number: int) -> tuple[float, float, float]:
    """Return how long it took until a text and a mistake were in the page, and until the mistake was gone."""
    words = f"Phrase {number} du soir."
    good = f"{text.read_text(encoding='utf-8')}\n\n{words}\n"
    started = save(text, good)
    page.get_by_text(words).wait_for(timeout=PATIENCE_MS)
    shown = time.monotonic()
    broken = save(text, good.replace("event: soiree", "event: soirree"))
    page.locator(PROBLEMS).wait_for(timeout=PATIENCE_MS)
    told = time.monotonic()
    repaired = save(text, good)
    page.locator(PROBLEMS).wait_for(state="detached", timeout=PATIENCE_MS)
    return shown - started, told - broken, time.monotonic() - repaired


def save(text: Path, words: str) -> float:
    """Save as editors do, and return when."""
    unfinished = text.with_name(f"{text.name}~")
    unfinished.write_text(words, encoding="utf-8")
    started = time.monotonic()
    unfinished.replace(text)
    return started


@contextmanager
def serve(home: Path) -> Iterator[str]:
    """Start the development server and yield its address."""
    command = [sys.executable, "-m", "event_recap", "devserver", "--port", "0"]
    environment = {**os.environ, "PYTHONPATH": str(home / "plugins"), "PYTHONUNBUFFERED": "1"}
    log = home / "devserver.log"
    with log.open("w") as stream:
        process = subprocess.Popen(command, cwd=home, env=environment, stdout=stream, stderr=stream)
        try:
            wait_for_build(log, process)
            yield re.findall(r"http://\S+", log.read_text(encoding="utf-8"))[0]
        finally:
            process.terminate()
            process.wait(timeout=20)


def wait_for_build(log: Path, process: subprocess.Popen[bytes]) -> None:
    """Wait until nothing was printed for a while after a build that worked."""
    for _ in range(LONGEST_BUILD_SECONDS):
        time.sleep(1)
        lines = log.read_text(encoding="utf-8").splitlines()
        if lines and lines[-1].startswith("Built in") and time.time() - log.stat().st_mtime > 3:
            return
        if process.poll() is not None:
            break
    raise TimeoutError(log.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
