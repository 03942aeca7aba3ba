"""What Lighthouse says of the pages that readers come to first, on a telephone with a slow network.

The pages come as from a host: HTTP/2 over TLS, squeezed by Brotli, with the headers that the site asks for. The network
and the processor are simulated from what a quick load needed; a busy machine costs some points of speed.
"""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

pytestmark = pytest.mark.lighthouse

ROOT = Path(__file__).parents[2]
PACKAGES = Path(os.environ.get("NODE_PATH", ROOT / ".venv/node/node_modules"))
HOST = Path(__file__).with_name("host.mjs")
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
TOLD = (
    "first-contentful-paint",
    "largest-contentful-paint",
    "cumulative-layout-shift",
    "total-blocking-time",
)


@pytest.fixture(name="host", scope="session")
def fixture_host(example, tmp_path_factory):
    """Serve the example site as a host does, and return its address."""
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
    command = ["node", HOST, example, key, certificate]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        yield f"https://127.0.0.1:{server.stdout.readline().strip()}/"
        server.terminate()


@pytest.fixture(name="ask", scope="session")
def fixture_ask(host, tmp_path_factory):
    """Return a function that has Lighthouse look at a page, once, and returns what it says."""
    program = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, PROGRAMS)))
    flags = FLAGS + (" --no-sandbox" if os.geteuid() == 0 else "")
    told = {}

    def ask(address):
        if address not in told:
            report = tmp_path_factory.mktemp("lighthouse") / "report.json"
            command = ["node", LIGHTHOUSE, host + address, "--quiet", "--output=json"]
            command += [f"--output-path={report}", f"--chrome-flags={flags}"]
            environment = {**os.environ, "CHROME_PATH": program}
            subprocess.run(command, env=environment, check=True, capture_output=True, timeout=180)
            told[address] = json.loads(report.read_text(encoding="utf-8"))
        return told[address]

    return ask


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES.keys())
def test_lighthouse_finds_nothing_to_mend(ask, address):
    """Accessibility, good practices and search engines: 100 of 100."""
    scores = {name: category["score"] for name, category in ask(address)["categories"].items()}
    speed = scores.pop("performance")

    assert scores == {"accessibility": 1, "best-practices": 1, "seo": 1}
    assert speed >= SPEED


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES.keys())
def test_nothing_moves_while_a_page_loads(ask, address):
    """The layout stands from the first paint on; how long that takes is told, for whoever compares."""
    audits = ask(address)["audits"]
    for name in TOLD:
        print(f"{name}: {audits[name]['displayValue']}")  # noqa: T201 -- pytest -rP shows it

    assert audits["cumulative-layout-shift"]["numericValue"] == 0
