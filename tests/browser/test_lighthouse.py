"""What Lighthouse says of the pages that readers come to first, on a telephone with a slow network.

The pages come as from a host: HTTP/2 over TLS, squeezed by Brotli, with the headers that the site asks for. Scores are
those of Lighthouse's own way: network and processor are simulated from what a quick load needed. When something is
painted is measured on a link that is as slow as that. The processor is slowed down to a quarter in both; a busy
machine costs some points of speed.
"""

import json
import os
import shutil
import subprocess
from contextlib import contextmanager
from pathlib import Path

import pytest

pytestmark = pytest.mark.lighthouse

ROOT = Path(__file__).parents[2]
PACKAGES = Path(os.environ.get("NODE_PATH", ROOT / ".venv/node/node_modules"))
HOST = Path(__file__).with_name("host.mjs")
SLOW_LINK = Path(__file__).with_name("slow_link.mjs")
LIGHTHOUSE = PACKAGES / "lighthouse/cli/index.js"
PAGES = {
    "home": "",
    "recap": "recaps/lanterne-3/",
    "event": "events/lanterne-1-2024/",
    "person": "people/idriss-morin-belkacem/",
}
PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = (
    "--headless=new --disable-gpu --disable-quic --no-first-run --disable-background-networking"
    " --disable-component-update --disable-sync --ignore-certificate-errors"
)
SPEED = 0.97
SLOW = [
    "--throttling-method=devtools",
    "--throttling.cpuSlowdownMultiplier=4",
    *(
        f"--throttling.{what}=0"
        for what in ("requestLatencyMs", "downloadThroughputKbps", "uploadThroughputKbps")
    ),
]
"""Options for a network that is slow by itself."""
SOON = 1000
"""Milliseconds within which the largest part of a page is there."""
NOTHING = 0.005
"""Share of the screen that moves, below which Lighthouse says 0."""


@contextmanager
def serve(*command):
    """Run a server that says its port first, and yield that."""
    with subprocess.Popen(["node", *command], stdout=subprocess.PIPE, text=True) as server:
        yield server.stdout.readline().strip()
        server.terminate()


@pytest.fixture(name="host", scope="session")
def fixture_host(example, tmp_path_factory):
    """Serve the example site as a host does, and return its port."""
    folder = tmp_path_factory.mktemp("host")
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    made = [
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-days",
        "2",
        "-subj",
        "/CN=localhost",
    ]
    subprocess.run([*made, "-keyout", key, "-out", certificate], check=True, capture_output=True)
    with serve(HOST, example, key, certificate) as port:
        yield port


@pytest.fixture(name="far_host", scope="session")
def fixture_far_host(host):
    """Put a slow link between, and return the port at its end."""
    with serve(SLOW_LINK, host) as port:
        yield port


@pytest.fixture(name="ask", scope="session")
def fixture_ask(tmp_path_factory):
    """Return a function that has Lighthouse look at a page, and returns what it says."""
    program = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, PROGRAMS)))
    flags = FLAGS + (" --no-sandbox" if os.geteuid() == 0 else "")

    def ask(port, address, options=()):
        report = tmp_path_factory.mktemp("lighthouse") / "report.json"
        command = ["node", LIGHTHOUSE, f"https://127.0.0.1:{port}/{address}", "--quiet", "--output=json"]
        command += [f"--output-path={report}", f"--chrome-flags={flags}", *options]
        environment = {**os.environ, "CHROME_PATH": program}
        subprocess.run(command, env=environment, check=True, capture_output=True, timeout=180)
        return json.loads(report.read_text(encoding="utf-8"))

    return ask


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES.keys())
def test_lighthouse_finds_nothing_to_mend(ask, host, address):
    """Accessibility, good practices and search engines: 100 of 100."""
    scores = {name: category["score"] for name, category in ask(host, address)["categories"].items()}
    speed = scores.pop("performance")
    print(f"performance: {speed}")  # noqa: T201 -- pytest -rP shows it

    assert scores == {"accessibility": 1, "best-practices": 1, "seo": 1}
    assert speed >= SPEED


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES.keys())
def test_a_page_is_there_within_a_second_and_stays_where_it_is(ask, far_host, address):
    """On a slow link: the largest part of the first screen is painted, and nothing moves when the rest comes."""
    audits = ask(far_host, address, SLOW)["audits"]
    painted = audits["largest-contentful-paint"]["numericValue"]
    print(f"largest-contentful-paint: {painted:.0f} ms")  # noqa: T201 -- pytest -rP shows it

    assert painted < SOON
    assert audits["cumulative-layout-shift"]["numericValue"] < NOTHING
